/** A text as its words and signs; what stood between quotes is marked, as people quote what they chose. */
export interface Piece {
  readonly text: string;
  readonly lower: string;
}

const arrow = /[-=~]{1,3}>|[⇒➜➔]/gu;
const piece = /\n|["“”‘’'`()<>:=→,;/]|[.!?](?=\s|$)|[^\s"“”‘’'`()<>:=→,;/]+/gu;
const trailing = /(?<![.!?])[.!?]{1,20}$/;

const plainly = (text: string): string =>
  text
    .replace(arrow, '→')
    .replace(/:=|={2,3}/g, '=')
    .replace(/\.{3,8}|…/g, ' ');
/** How a word is set in bold or between brackets. */
const adorned = /^[*_~[{#|•]{1,4}|[*_~\]}|]{1,4}$/gu;

/** A line ends a sentence, but for one that ends with a sign that promises more. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const [found] of plainly(text).matchAll(piece)) {
    if (found === '\n' && /^[:=→]$/.test(pieces.at(-1)?.text ?? '')) continue;
    const word = found.length > 1 ? found.replace(trailing, '') : found;
    const parts = word === '' ? [found] : word === found ? [word] : [word, '.'];
    for (const part of parts)
      pieces.push({
        text: part,
        lower: part.length > 1 ? part.toLowerCase().replace(adorned, '') : part,
      });
  }
  return pieces;
}

export const isQuote = (one: Piece | undefined): boolean =>
  one !== undefined && /^["“”‘’'`]$/.test(one.text);
/** Where what was said of one thing is over. */
export const isEnd = (one: Piece | undefined): boolean =>
  one === undefined ||
  /^(?:[\n.!?,;()<>/]|en|and|maar|but|dus|so|of|or|graag|please|met|with)$/.test(one.lower);
export const endsSentence = (one: Piece): boolean => /^[\n.!?;]$/.test(one.text);
export const isVerb = (one: Piece | undefined): boolean =>
  /^(?:is|was|wordt|werd|luidt|blijft|zijn|are|were|equals)$/.test(one?.lower ?? '');
