import type { Term } from './words/terms.ts';

const letters: Readonly<Partial<Record<Term['says'], string>>> = {
  all: 'A',
  it: 'p',
  that: 'h',
  matter: 'n',
  part: 'q',
  line: 'l',
  reference: 'r',
  me: 'i',
  have: 'v',
  be: 'b',
  moves: 'b',
  works: 'W',
  good: 'G',
  thumb: 'G',
  strong: 'K',
  entire: 'E',
  done: 'T',
  amount: 'c',
  none: 'N',
  trouble: 'X',
  worry: 'Y',
  found: 'F',
  gone: 'x',
  confirm: 'C',
  with: 'm',
  time: 't',
  and: ',',
  hello: ',',
  thanks: ',',
  bye: ',',
  praise: ',',
  impression: ',',
  closing: ',',
  smile: ',',
  assent: ',',
  went: 'K',
  consent: 'Q',
  vanished: 'z',
};
const dropped: ReadonlySet<Term['says']> = new Set<Term['says']>([
  ...(['filler', 'degree', 'sent', 'wholly', 'during'] as const),
]);

/** A term of a sentence, or what denies with the trouble that it denies, as one letter. */
export interface Letter {
  readonly letter: string;
  readonly line?: number;
  readonly text: string;
  readonly wholly: boolean;
  /** "ook" stands beside it. */
  readonly also?: true;
}

const onlyMarksFrom = (terms: readonly Term[], at: number): boolean =>
  terms.slice(at).every(({ says }) => says === 'mark');

const also = /^(?:ook|too|also|idem|ditto|likewise)$/;
/** Says of what follows that it is so as well: "… and so does the invoice run". */
const alsoAhead = /^(?:so does|so do|ook|also|evenals|as well as|net als)$/;
const both = /^(?:allebei|beide|both)$/;

function lettersOf(terms: readonly Term[]): readonly Letter[] | undefined {
  const row: Letter[] = [];
  let wholly = false;
  let ahead = false;
  for (const [at, term] of terms.entries()) {
    if (term.says === 'wholly') {
      wholly = true;
      const before = row.at(-1);
      if (before) row[row.length - 1] = { ...before, wholly: true };
      continue;
    }
    const last = row.at(-1);
    if (last && also.test(term.text)) row[row.length - 1] = { ...last, also: true };
    if (last?.letter === ',' || term.says === 'and') ahead ||= alsoAhead.test(term.text);
    // "inloggen en factuurrun zijn allebei goed": said over again of what stands before the verb.
    const again = both.test(term.text) && /[bvW]/.test(last?.letter ?? '');
    if (dropped.has(term.says) || (again && /[nlqr]/.test(row.at(-2)?.letter ?? ''))) continue;
    // "de test gaat goed verlopen" is still to come.
    if (term.says === 'went' && terms[at - 1]?.says === 'moves') return undefined;
    // "alles werkt, ja" asks.
    if (term.says === 'assent' && at > 0 && onlyMarksFrom(terms, at + 1)) return undefined;
    const letter = letterOf(terms, at);
    if (letter === undefined) return undefined;
    const { line, text } = term;
    // "heb het getest": who leaves out "ik" means it.
    if (text === 'heb' && !saysWho(row) && !isMe(terms[at + 1]))
      row.push({ letter: 'i', text: 'ik', wholly: false });
    const named = line === undefined ? {} : { line };
    row.push({
      letter,
      text,
      wholly,
      ...named,
      ...(ahead && letter !== ',' ? { also: true as const } : {}),
    });
    wholly = false;
    ahead = ahead && letter === ',';
  }
  return row;
}

const saysWho = (row: readonly Letter[]): boolean =>
  row.slice(row.findLastIndex(({ letter }) => /[,;]/.test(letter)) + 1).some(isI);
const isI = ({ letter }: Letter): boolean => letter === 'i';
const isMe = (term: Term | undefined): boolean => term?.says === 'me';

function letterOf(terms: readonly Term[], at: number): string | undefined {
  const term = terms[at];
  if (!term) return undefined;
  // "draait netjes" is good, "netjes, hij draait" is praise.
  if (term.says === 'praise' && terms[at - 1]?.says === 'moves') return letters.good;
  return term.says === 'mark' ? markOf(term, terms, at) : letters[term.says];
}

/** Behind a line a colon is its verb, "inloggen: goed"; behind a reference too, where no other subject follows. */
function markOf({ text }: Term, terms: readonly Term[], at: number): string | undefined {
  if (text === ',') return ',';
  const before = terms[at - 1]?.says;
  if (text === ':' || text === '-' || text === '–' || text === '—') {
    if (before === 'line' || before === 'part') return 'b';
    if (before === 'reference' || before === 'matter') {
      const next = terms.slice(at + 1).find(({ says }) => !dropped.has(says))?.says;
      return next === 'good' || next === 'strong' || next === 'works' ? 'b' : ',';
    }
  }
  return ';';
}

/** The letters of a row as one text, as the patterns read it. */
export const from = (row: readonly Letter[]): string => row.map(({ letter }) => letter).join('');

/** The row of a sentence; undefined where a term bends it. */
export const rowOf = (terms: readonly Term[]): readonly Letter[] | undefined =>
  denied(lettersOf(terms));

const saw = /find|found|see|encounter|notice|come across/;

/** Puts what denies and the trouble that it denies together: "geen fouten gevonden" is one good thing. */
function denied(row: readonly Letter[] | undefined): readonly Letter[] | undefined {
  if (!row) return undefined;
  const code = from(row);
  const joined: Letter[] = [];
  let at = 0;
  for (const match of code.matchAll(/(?:F|(?<!N))N+b?[XY](?:b?F)*/g)) {
    joined.push(...row.slice(at, match.index));
    at = match.index + match[0].length;
    const [first] = row.slice(match.index);
    if (match[0].includes('NN') || !first) return undefined;
    const sure = /[XF]/.test(match[0]) || saw.test(first.text);
    joined.push({ letter: sure ? 'x' : 'y', text: first.text, wholly: true });
  }
  return [...joined, ...row.slice(at)];
}
