import type { Lexicon } from './lexicon.ts';
import type { Token } from '../tokens.ts';
import type { Saying } from './words.ts';

/** A word or phrase of a sentence with what it does there. */
export interface Term {
  readonly says: Saying | 'mark' | 'question' | 'thumb' | 'smile';
  readonly text: string;
  /** Which line of the duty it names, counted from 0. */
  readonly line?: number;
}

/** Names of one duty that a sentence may use, as plain words. */
export interface Names {
  /** What each line may be called. */
  readonly lines: readonly (readonly (readonly string[])[])[];
  /** Words of its title and system. */
  readonly parts: ReadonlySet<string>;
  /** The words of its title, where they are a name and nothing else: whoever says all of them means the whole. */
  readonly title: readonly string[];
}

/** Reads what each piece of a sentence does in it, the longest known phrase first. */
export function termsOf(
  tokens: readonly Token[],
  { starting, known, nearest }: Lexicon,
  names: Names,
): readonly Term[] {
  const words = tokens.map(({ type, word }) => {
    if (type !== 'word' || known.has(word) || names.parts.has(word)) return word;
    return nearest(word) ?? word;
  });
  const terms: Term[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (!token) break;
    const found = token.type === 'word' ? namedAt(words, at, names) : signed(token);
    const counted = token.type === 'word' ? countedLine(words, at, names) : 0;
    if (counted > 0) {
      terms.push({ says: 'mark', text: ',' });
      at += counted;
      continue;
    }
    const entry = found
      ? undefined
      : starting.get(words[at] ?? '')?.find((one) => standsAt(words, at, one.words));
    const text = words[at] ?? '';
    if (text === 'als' && !found && isSecondHalf(terms)) {
      terms.push({ says: 'and', text });
      at += 1;
      continue;
    }
    const unknown: Saying = names.parts.has(token.word) ? 'part' : 'unknown';
    terms.push(
      found?.term ?? { says: entry?.says ?? unknown, text: entry?.words.join(' ') ?? text },
    );
    at += found?.length ?? entry?.words.length ?? 1;
  }
  return withoutSenders(terms, tokens);
}

/** The title said in full is the whole, where a word of it is a part: "de nieuwe btw-codes werken". */
export function withTitle(terms: readonly Term[], { title }: Names): readonly Term[] {
  const at = terms.findIndex((_, from) =>
    title.every((word, next) => {
      const said = terms[from + next];
      return said?.says === 'part' && said.text === word;
    }),
  );
  if (title.length < 2 || at < 0) return terms;
  const whole: Term = { says: 'matter', text: title.join(' ') };
  return [...terms.slice(0, at), whole, ...terms.slice(at + title.length)];
}

/** "zowel inloggen als de factuurrun": one "als" for each "zowel", after what it names first, is no condition. */
function isSecondHalf(terms: readonly Term[]): boolean {
  const begun = terms.filter(({ text }) => text === 'zowel').length;
  const done = terms.filter(({ says, text }) => says === 'and' && text === 'als').length;
  return begun > done && terms.at(-1)?.text !== 'zowel';
}

type Found = { readonly term: Term; readonly length: number };

function namedAt(words: readonly string[], at: number, names: Names): Found | undefined {
  const { lines } = names;
  let best: Found | undefined;
  for (const [line, called] of lines.entries()) {
    for (const name of called) {
      if (name.length > (best?.length ?? 0) && standsAt(words, at, name))
        best = { term: { says: 'line', text: name.join(' '), line }, length: name.length };
    }
  }
  return best;
}

/** "1 inloggen ok 2. factuurrun ok": the number of a line before its name; how many words and marks it takes. */
function countedLine(words: readonly string[], at: number, names: Names): number {
  const length = /^[.:)]$/.test(words[at + 1] ?? '') ? 2 : 1;
  const line = /^\d$/.test(words[at] ?? '')
    ? namedAt(words, at + length, names)?.term.line
    : undefined;
  return line !== undefined && String(line + 1) === words[at] ? length : 0;
}

const standsAt = (words: readonly string[], at: number, phrase: readonly string[]): boolean =>
  phrase.every((word, next) => words[at + next] === word);

const thumbs = /^[👍👌✅✔🆗]$/u;
const smiles = /^[🙏😊😀😃😄🎉]$/u;

function signed({ type, word }: Token): Found | undefined {
  if (type === 'reference') return { term: { says: 'reference', text: word }, length: 1 };
  if (type === 'mark') return { term: { says: 'mark', text: word }, length: 1 };
  const says = word === '?' ? 'question' : thumbs.test(word) ? 'thumb' : undefined;
  if (says) return { term: { says, text: word }, length: 1 };
  if (word === '👎') return { term: { says: 'bad', text: word }, length: 1 };
  return smiles.test(word) ? { term: { says: 'smile', text: word }, length: 1 } : undefined;
}

const particles = /^(de|den|der|van|von|ten|ter)$/;

/** The names behind a greeting and below a letter are no part of what it says. */
function withoutSenders(terms: readonly Term[], tokens: readonly Token[]): readonly Term[] {
  const capital = new Set(
    tokens.filter(({ raw }) => /^\p{Lu}[\p{Ll}\p{M}]/u.test(raw)).map(({ word }) => word),
  );
  const isName = (term: Term | undefined): boolean =>
    term !== undefined &&
    ((term.says === 'unknown' && capital.has(term.text)) || particles.test(term.text));
  // "P. Jansen": the dot belongs to the letter.
  const isInitial = (at: number): boolean =>
    /^[a-z]$/.test(terms[at]?.text ?? '') && terms[at + 1]?.text === '.';
  const kept: Term[] = [];
  for (let at = 0; at < terms.length; at += 1) {
    const term = terms[at];
    if (!term) break;
    // "Geachte heer/mevrouw"
    const between = term.text === '/' && terms[at - 1]?.says === 'hello';
    if (!between) kept.push(term);
    if (term.says !== 'hello' && term.says !== 'bye' && term.says !== 'thanks') continue;
    let next = at + 1;
    if (term.says !== 'hello' && terms[next]?.says === 'mark') next += 1;
    const first = next;
    while (next - first < 6 && (isInitial(next) || isName(terms[next])))
      next += isInitial(next) ? 2 : 1;
    const ends = term.says === 'hello' ? terms[next]?.says === 'mark' : onlyMarks(terms, next);
    if (next > first && ends) at = next - 1;
  }
  return kept;
}

const onlyMarks = (terms: readonly Term[], from: number): boolean =>
  terms.slice(from, from + 3).every(({ says }) => says === 'mark') && terms.length - from <= 3;
