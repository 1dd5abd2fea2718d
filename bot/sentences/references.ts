import type { Token } from './tokens.ts';
import { tokensOf } from './tokens.ts';

/** A duty that a sentence may name. */
export interface Named {
  readonly reference: string;
  /** Whether an answer of this person may fill it. */
  readonly open: boolean;
}

export interface References<N extends Named> {
  /** The duties that are named, in the order of the sentence. */
  readonly named: readonly N[];
  /** References of no duty that is known here, as they were typed. */
  readonly unknown: readonly string[];
  /** The tokens, each reference as one that stands for its duty: `word` is its place in `named`. */
  readonly tokens: readonly Token[];
}

type Spot<N> = { readonly length: number } & ({ readonly is: N } | { readonly unknown: string });

const fewestDigits = 3;
const introduced = /^(#|nr|nummer|number|no|kenmerk|reference|ref|ticket|melding|zaak|case|plicht|duty)$/;

/**
 * Finds the references that a sentence names. A reference is matched whole: with more letters or digits against it, it is
 * another one. Digits alone name a duty where exactly one open duty ends in them.
 */
export function findReferences<N extends Named>(
  tokens: readonly Token[],
  duties: readonly N[],
  own: ReadonlySet<string>,
): References<N> {
  const known = duties.map((duty) => ({ duty, words: squeezed(duty.reference) }));
  const named: N[] = [];
  const unknown: string[] = [];
  const kept: Token[] = [];
  const full = tokens.some((_, at) => isFull(tokens, at, known));
  for (let at = 0; at < tokens.length; ) {
    const spot = fullAt(tokens, at, known) ?? numberAt(tokens, at, { known, own, full });
    const token = tokens[at];
    if (!token) break;
    if (!spot) {
      kept.push(token);
      at += 1;
      continue;
    }
    if (kept.at(-1)?.word === '#') kept.pop();
    if ('is' in spot) {
      if (!named.includes(spot.is)) named.push(spot.is);
      kept.push({ ...token, type: 'reference', word: String(named.indexOf(spot.is)) });
    } else {
      unknown.push(spot.unknown);
      kept.push({ ...token, type: 'sign', word: '¿' });
    }
    at += spot.length;
  }
  return { named, unknown, tokens: kept };
}

type Known<N> = readonly { readonly duty: N; readonly words: string }[];

const squeezed = (reference: string): string =>
  tokensOf(reference)
    .filter(({ type }) => type === 'word')
    .map(({ word }) => word)
    .join('');

const isFull = <N extends Named>(tokens: readonly Token[], at: number, known: Known<N>): boolean => {
  const spot = fullAt(tokens, at, known);
  return spot !== undefined && 'is' in spot;
};

/** The pieces that are typed against each other, or one prefix and one number with a space: "chg 4711". */
function fullAt<N extends Named>(
  tokens: readonly Token[],
  at: number,
  known: Known<N>,
): Spot<N> | undefined {
  const first = tokens[at];
  if (first?.type !== 'word' || first.tie !== '') return undefined;
  let length = 1;
  while (tokens[at + length]?.type === 'word' && tokens[at + length]?.tie !== '') length += 1;
  for (let more = Math.min(length + 3, tokens.length - at); more >= 1; more -= 1) {
    const run = tokens.slice(at, at + more);
    if (run.some(({ type }) => type !== 'word') || tokens[at + more]?.tie === undefined) {
      if (run.some(({ type }) => type !== 'word')) continue;
    }
    const after = tokens[at + more];
    const glued = after?.type === 'word' && after.tie !== '' && !isNextOfList(after);
    const words = run.map(({ word }) => word).join('');
    const is = known.find((one) => one.words === words && one.words !== '');
    if (is && !glued) return { is: is.duty, length: more };
  }
  return unknownAt(tokens, at, length, known);
}

// "CHG-4711/4712" names two.
const isNextOfList = ({ tie }: Token): boolean => tie === '/';

function unknownAt<N extends Named>(
  tokens: readonly Token[],
  at: number,
  glued: number,
  known: Known<N>,
): Spot<N> | undefined {
  const prefixes = new Set(known.map(({ words }) => /^\p{L}+/u.exec(words)?.[0] ?? ''));
  const run = tokens.slice(at, at + glued);
  const words = run.map(({ word }) => word).join('');
  const letters = /^\p{L}+/u.exec(words)?.[0] ?? '';
  const typed = run.map(({ tie, raw }) => `${tie}${raw}`).join('');
  const shaped = /^\p{L}{2,10}[-_#]?\d{3,}[\p{L}\d]*(?:[-_/.][\p{L}\d]+)*$/u.test(typed);
  const likeKnown = prefixes.has(letters) && letters !== '' && /\d/.test(words);
  if (glued > 1 ? shaped || likeKnown : likeKnown && shaped) return { unknown: typed, length: glued };
  const next = tokens[at + glued];
  const spaced = glued === 1 && prefixes.has(words) && next?.type === 'word' && /^\d{2,}/.test(next.word);
  return spaced ? { unknown: `${typed} ${next.raw}`, length: 2 } : undefined;
}

function numberAt<N extends Named>(
  tokens: readonly Token[],
  at: number,
  { known, own, full }: { known: Known<N>; own: ReadonlySet<string>; full: boolean },
): Spot<N> | undefined {
  const token = tokens[at];
  const hashed = tokens[at - 1]?.word === '#' || introduced.test(tokens[at - 1]?.word ?? '');
  const listed = tokens[at - 1]?.type === 'reference' || token?.tie === '/';
  if (token?.type !== 'word' || !/^\d+$/.test(token.word) || token.word.length < fewestDigits)
    return undefined;
  const tied = token.tie !== '' && token.tie !== '/' && token.tie !== '#';
  const after = tokens[at + 1];
  if (tied || (after?.type === 'word' && after.tie !== '' && after.tie !== '/')) return undefined;
  // Words of the duty itself may hold a number: "Factuur 4711".
  if (own.has(token.word) && !hashed) return undefined;
  const fits = known.filter(
    ({ duty, words }) => duty.open && /\d+$/.exec(words)?.[0] === token.word,
  );
  const [only, ...others] = fits;
  if (only && others.length === 0 && (!full || hashed || listed || isListed(tokens, at)))
    return { is: only.duty, length: 1 };
  const alike = known.some(({ words }) => {
    const digits = /\d+$/.exec(words)?.[0]?.length ?? 0;
    return Math.abs(digits - token.word.length) <= 1;
  });
  const opens = tokens.slice(0, at).every(({ type }) => type !== 'word');
  const isYear = /^20[1-4]\d$/.test(token.word);
  const stands = opens && alike && !isYear && !full;
  return (hashed && alike) || stands ? { unknown: token.raw, length: 1 } : undefined;
}

const isListed = (tokens: readonly Token[], at: number): boolean =>
  /^(en|and|,|&)$/.test(tokens[at - 1]?.word ?? '') && /\d/.test(tokens[at - 2]?.word ?? '');
