import type { Token } from './tokens.ts';
import { tokensOf } from './tokens.ts';
import { withoutEnd } from '../../cards/ends.ts';

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

interface Known<N> {
  /** By the pieces of a reference, put together: `chg4711`. */
  readonly whole: ReadonlyMap<string, N>;
  /** The open duties by the digits at the end of their references. */
  readonly byDigits: ReadonlyMap<string, readonly N[]>;
  /** The letters at the start of references: `chg`. */
  readonly prefixes: ReadonlySet<string>;
  /** How many digits references end in. */
  readonly lengths: ReadonlySet<number>;
  /** Words of the duties themselves: a number among them is no reference. */
  readonly own: ReadonlySet<string>;
}

const fewestDigits = 3;
const mostPieces = 8;
const introduces =
  /^(?:#|nr|nummer|number|no|kenmerk|reference|ref|ticket|melding|zaak|case|plicht|duty)$/;

/**
 * Finds the references that a sentence names. A reference is matched whole: with more letters or digits against it, it is
 * another one. Digits alone name a duty where exactly one open duty ends in them, and no whole reference stands there.
 * `own` are words of the duties, whose numbers are no references. It takes time with the length of the text, not its square.
 */
export function findReferences<N extends Named>(
  tokens: readonly Token[],
  duties: readonly N[],
  own: ReadonlySet<string>,
): References<N> {
  const known = knownFrom(duties, own);
  const spots = new Map<number, Spot<N>>();
  for (const [at] of tokens.entries()) {
    const spot = wholeAt(tokens, at, known);
    if (spot) spots.set(at, spot);
  }
  const full = [...spots.values()].some((spot) => 'is' in spot);
  const named: N[] = [];
  const unknown: string[] = [];
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    const spot = spots.get(at) ?? numberAt(tokens, at, { known, full });
    if (!token) break;
    at += spot?.length ?? 1;
    if (spot && kept.at(-1)?.word === '#') kept.pop();
    if (spot && 'is' in spot) {
      if (!named.includes(spot.is)) named.push(spot.is);
      kept.push({ ...token, type: 'reference', word: String(named.indexOf(spot.is)) });
    } else if (spot) {
      unknown.push(spot.unknown);
      kept.push({ ...token, type: 'sign', word: '¿' });
    } else kept.push(token);
  }
  return { named, unknown, tokens: kept };
}

function knownFrom<N extends Named>(duties: readonly N[], own: ReadonlySet<string>): Known<N> {
  const whole = new Map<string, N>();
  const byDigits = new Map<string, N[]>();
  const prefixes = new Set<string>();
  const lengths = new Set<number>();
  for (const duty of duties) {
    const pieces = joined(tokensOf(duty.reference).filter(({ type }) => type === 'word'));
    const digits = pieces.slice(withoutEnd(pieces, /\d/).length);
    // Of two duties with one reference the open one is meant.
    if (duty.open || !whole.has(pieces)) whole.set(pieces, duty);
    if (duty.open && digits !== '') byDigits.set(digits, [...(byDigits.get(digits) ?? []), duty]);
    if (digits !== '') lengths.add(digits.length);
    const prefix = lettersOf(pieces);
    if (prefix !== '') prefixes.add(prefix);
  }
  whole.delete('');
  return { whole, byDigits, prefixes, lengths, own };
}

const joined = (tokens: readonly Token[]): string => tokens.map(({ word }) => word).join('');
const lettersOf = (pieces: string): string => /^\p{L}+/u.exec(pieces)?.[0] ?? '';

/** A reference that starts here: the longest that is known, else what has the shape of one. */
function wholeAt<N>(tokens: readonly Token[], at: number, known: Known<N>): Spot<N> | undefined {
  const first = tokens[at];
  if (first?.type !== 'word' || first.tie !== '') return undefined;
  let words = 0;
  while (words < mostPieces && tokens[at + words]?.type === 'word') words += 1;
  for (let length = words; length >= 1; length -= 1) {
    const is = known.whole.get(joined(tokens.slice(at, at + length)));
    if (is !== undefined && !isTied(tokens[at + length])) return { is, length };
  }
  return strangerAt(tokens, at, known);
}

// "CHG-4711/4712" names two.
const isTied = (token: Token | undefined): boolean =>
  token?.type === 'word' && token.tie !== '' && token.tie !== '/';

function strangerAt<N>(
  tokens: readonly Token[],
  at: number,
  { prefixes }: Known<N>,
): Spot<N> | undefined {
  let length = 1;
  while (
    length < mostPieces &&
    tokens[at + length]?.type === 'word' &&
    tokens[at + length]?.tie !== ''
  )
    length += 1;
  const run = tokens.slice(at, at + length);
  const typed = run.map(({ tie, raw }) => `${tie}${raw}`).join('');
  const alike = prefixes.has(lettersOf(joined(run))) && /\d/.test(typed);
  const shaped = /^\p{L}{2,10}[-_#]?\d{3}[\p{L}\d]*(?:[-_/.][\p{L}\d]+)*$/u.test(typed);
  if (length > 1 ? shaped || alike : alike && shaped) return { unknown: typed, length };
  const next = tokens[at + 1];
  const spaced = length === 1 && prefixes.has(joined(run)) && /^\d{2,}/.test(next?.word ?? '');
  return spaced && next?.type === 'word'
    ? { unknown: `${typed} ${next.raw}`, length: 2 }
    : undefined;
}

/** A number by itself: the duty whose reference ends in it, or a reference of none. */
function numberAt<N>(
  tokens: readonly Token[],
  at: number,
  { known, full }: { known: Known<N>; full: boolean },
): Spot<N> | undefined {
  const token = tokens[at];
  if (token?.type !== 'word' || !/^\d+$/.test(token.word) || token.word.length < fewestDigits)
    return undefined;
  const hashed = introduces.test(tokens[at - 1]?.word ?? '');
  const tied = token.tie !== '' && token.tie !== '/' && token.tie !== '#';
  if (tied || isTied(tokens[at + 1]) || (known.own.has(token.word) && !hashed)) return undefined;
  const [only, ...others] = known.byDigits.get(token.word) ?? [];
  const counts = !full || hashed || goesOn(tokens, at);
  if (only !== undefined && others.length === 0 && counts) return { is: only, length: 1 };
  const digits = token.word.length;
  const alike = [digits - 1, digits, digits + 1].some((length) => known.lengths.has(length));
  const opens = !full && tokens.slice(0, at).every(({ type }) => type !== 'word');
  const isYear = /^20[1-4]\d$/.test(token.word);
  return alike && (hashed || (opens && !isYear)) ? { unknown: token.raw, length: 1 } : undefined;
}

/** "CHG-4711/4712", "CHG-4711 en 4712". */
const goesOn = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.tie === '/' ||
  (/^(?:en|and|,|&)$/.test(tokens[at - 1]?.word ?? '') && /\d/.test(tokens[at - 2]?.word ?? ''));
