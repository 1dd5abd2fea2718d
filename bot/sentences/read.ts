import { readRefusal } from './clear-no.ts';
import { readClear } from './clear-yes.ts';
import type { Grammar } from './kind.ts';
import type { Names, Term } from './words/terms.ts';
import { termsOf } from './words/terms.ts';
import { phrasesIn } from './words/words.ts';
import type { Token } from './tokens.ts';
import { tokensOf } from './tokens.ts';

/** What a sentence says of one duty. */
export interface Reading {
  /** Undefined where it says no outcome clearly and wholly. */
  readonly outcome?: string;
  readonly positive: boolean;
  readonly lines: Readonly<Record<number, 'good' | 'bad'>>;
  /** Fields that it names beside the outcome. */
  readonly facts: Readonly<Record<string, string>>;
  /** Whether it speaks of this duty at all: of its words, its lines, or of how it went. */
  readonly concerns: boolean;
}

/** The words by which one duty may be spoken of. */
export interface OwnWords {
  readonly lines: readonly string[];
  /** Its title and system. */
  readonly texts: readonly string[];
}

/**
 * Reads a sentence, or the part of one that is about this duty; `beside` where another part is about another one. What is
 * read twice is read the same.
 */
export function readSentence(
  tokens: readonly Token[],
  {
    grammar,
    own,
    beside = false,
  }: { readonly grammar: Grammar; readonly own: OwnWords; readonly beside?: boolean | undefined },
): Reading {
  const names = namesOf(own, grammar);
  const terms = termsOf(tokens, grammar.lexicon, names);
  const clear = readClear(terms, own.lines.length);
  const done = terms.some(({ says }) => says === 'done');
  const spoken = !grammar.yes.spoken || terms.some(({ says }) => verbOrSubject.has(says));
  const yes = clear?.yes === true && (!grammar.yes.afterDone || done) && spoken;
  const outright = yes ? undefined : outrightIn(terms, tokens, grammar);
  const refusal = yes || outright !== undefined ? undefined : readRefusal(terms, grammar, beside);
  const outcome = yes ? grammar.yes.outcome : (outright ?? refusal?.outcome);
  const lines = linesSaid(terms, { clear: clear?.lines, bad: refusal?.lines }, own.lines.length);
  return {
    ...(outcome === undefined ? {} : { outcome }),
    positive: yes,
    lines,
    facts: factsIn(tokens, terms, grammar),
    concerns: outcome !== undefined || terms.some(isOfDuties) || isHalfGood(terms),
  };
}

const guards: ReadonlySet<Term['says']> = new Set<Term['says']>([
  ...(['question', 'ask', 'plan', 'if', 'hearsay', 'doubt', 'you'] as const),
]);
const ofDuties: ReadonlySet<Term['says']> = new Set<Term['says']>([
  ...(['matter', 'line', 'part', 'reference', 'works', 'strong', 'entire', 'done'] as const),
  ...(['bad', 'trouble', 'gone', 'unable', 'sent', 'amount'] as const),
]);
const verbOrSubject: ReadonlySet<Term['says']> = new Set<Term['says']>([
  ...(['sent', 'matter', 'reference', 'be', 'moves'] as const),
]);
const isOfDuties = ({ says }: Term): boolean => ofDuties.has(says);

/** "grotendeels goed", "hopelijk is het goed": said of how it went, where "ok" alone is talk. */
const isHalfGood = (terms: readonly Term[]): boolean =>
  terms.some(({ says }) => says === 'good') &&
  terms.some(({ says }) => ['some', 'but', 'doubt', 'hearsay', 'past', 'not'].includes(says));

/** Other answers by their own phrases: "komt terug", "krap". */
function outrightIn(
  terms: readonly Term[],
  tokens: readonly Token[],
  { outright = {} }: Grammar,
): string | undefined {
  if (terms.some(({ says }) => guards.has(says))) return undefined;
  const text = ` ${tokens.map(({ word }) => word).join(' ')} `;
  return Object.entries(outright).find(([, list]) =>
    phrasesIn(list ?? '').some((phrase) => text.includes(` ${phrase} `)),
  )?.[0];
}

function factsIn(
  tokens: readonly Token[],
  terms: readonly Term[],
  { facts = {} }: Grammar,
): Readonly<Record<string, string>> {
  const bends = terms.some(({ says }) => guards.has(says) || says === 'not' || says === 'none');
  if (bends) return {};
  const text = ` ${tokens.map(({ word }) => word).join(' ')} `;
  return Object.fromEntries(
    Object.entries(facts).flatMap(([field, values]) => {
      const said = Object.entries(values).filter(([, list]) =>
        list.split(',').some((phrase) => text.includes(` ${phrase.trim()} `)),
      );
      // Two values of one field say neither.
      return said.length === 1 && said[0] ? [[field, said[0][0]]] : [];
    }),
  );
}

function linesSaid(
  terms: readonly Term[],
  said: {
    readonly clear: ReadonlySet<number> | undefined;
    readonly bad: ReadonlySet<number> | undefined;
  },
  count: number,
): Readonly<Record<number, 'good' | 'bad'>> {
  const good = said.clear ?? goodBeside(terms, said.bad ?? new Set(), count);
  return Object.fromEntries([
    ...[...good].map((line) => [line, 'good'] as const),
    ...[...(said.bad ?? [])].map((line) => [line, 'bad'] as const),
  ]);
}

/** The lines of the clauses that are clear by themselves, where every other clause says that another line is bad. */
function goodBeside(
  terms: readonly Term[],
  bad: ReadonlySet<number>,
  count: number,
): ReadonlySet<number> {
  if (bad.size === 0 || terms.some(({ says }) => guards.has(says))) return new Set();
  const good = new Set<number>();
  let clause: Term[] = [];
  const close = (): boolean => {
    const read = readClear(clause, count);
    const named = clause.flatMap(({ line }) => (line === undefined ? [] : [line]));
    clause = [];
    if (read) for (const line of read.lines) good.add(line);
    return read !== undefined || named.some((line) => bad.has(line));
  };
  for (const term of terms) {
    if (term.says !== 'mark' && term.says !== 'but' && term.says !== 'and') clause.push(term);
    else if (clause.length > 0 && !close()) return new Set();
  }
  if (clause.length > 0 && !close()) return new Set();
  for (const line of bad) good.delete(line);
  return good;
}

const shortestPart = 4;

function namesOf({ lines, texts }: OwnWords, { lexicon }: Grammar): Names {
  const parts = new Set(
    texts
      .flatMap((text) => wordsOf(text))
      .filter((word) => word.length >= shortestPart && !lexicon.known.has(word)),
  );
  const labels = lines.map(wordsOf);
  return { lines: labels.map((label) => callings(label, labels, lexicon.starting)), parts };
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
