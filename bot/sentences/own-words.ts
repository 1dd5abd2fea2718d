import type { Grammar } from './kind.ts';
import { tokensOf } from './tokens.ts';
import type { Names } from './words/terms.ts';

/** The words by which one duty may be spoken of. */
export interface OwnWords {
  readonly lines: readonly string[];
  /** Its title and system. */
  readonly texts: readonly string[];
}

const shortestPart = 4;
const shortestName = 3;
/** Small words of a title, which mean something of their own in a sentence. */
const small =
  /^(?:aan|bij|een|het|met|per|tot|uit|van|via|wie|wat|the|and|for|out|off|all|any|new|not|one|two|now|yes|end|let|may|was|had|has|did|who|how|why)$/;
const isPart = (word: string): boolean =>
  word.length >= shortestPart || (word.length === shortestName && !small.test(word));

/** What a sentence may call a duty and its lines by. */
export function namesOf({ lines, texts }: OwnWords, { lexicon }: Grammar): Names {
  const parts = new Set(
    texts
      .flatMap((text) => wordsOf(text))
      .filter((word) => isPart(word) && !lexicon.known.has(word)),
  );
  const labels = lines.map(wordsOf);
  const title = wordsOf(texts[0] ?? '');
  // "niet ingelezen" in a title says something of its own, and a line is a part of it.
  const isName =
    title.every((word) => parts.has(word)) &&
    !labels.some((label) => label.some((word) => title.includes(word)));
  return {
    lines: labels.map((label) => callings(label, labels, lexicon.starting)),
    parts,
    title: isName ? title : [],
  };
}

const wordsOf = (text: string): readonly string[] =>
  tokensOf(text)
    .filter(({ type }) => type === 'word')
    .map(({ word }) => word);

/** What people may call a line: its whole label, a word that no other line has, and the word of the other language. */
function callings(
  label: readonly string[],
  all: readonly (readonly string[])[],
  known: Grammar['lexicon']['starting'],
): readonly (readonly string[])[] {
  const neutral = new Set(['denied', 'matter', 'filler', 'moves']);
  const isPlain = (word: string): boolean => {
    const entry = known.get(word)?.find(({ words }) => words.length === 1);
    return entry === undefined || neutral.has(entry.says);
  };
  if (label.length === 0 || !label.some(isPlain)) return [];
  const single = label.filter(
    (word) =>
      word.length >= shortestPart &&
      !known.has(word) &&
      all.filter((other) => other.includes(word)).length === 1,
  );
  const names = [label, ...single.map((word) => [word])];
  const also = sameThings.filter((group) => group.some((name) => label.join(' ') === name)).flat();
  return [...names, ...also.map((name) => name.split(' '))];
}

/** Processes that are called by either language. */
const sameThings: readonly (readonly string[])[] = [
  ['inloggen', 'aanmelden', 'login', 'log in', 'logging in', 'sign in', 'signing in', 'sign-in'],
  ['factuurrun', 'facturenrun', 'facturatierun', 'invoice run', 'billing run'],
  ['facturatie', 'facturering', 'invoicing', 'billing'],
  ['facturen', 'invoices'],
  ['betaalrun', 'betalingsrun', 'payment run'],
  ['betalingen', 'payments'],
  ['rapporten', 'rapportages', 'reports'],
  ['rapportage', 'reporting'],
  ['koppelingen', 'interfaces'],
  ['afdrukken', 'printen', 'printing'],
  ['zoeken', 'search', 'searching'],
  ['boeken', 'booking', 'posting'],
  ['loonrun', 'salarisrun', 'payroll run', 'payroll'],
];
