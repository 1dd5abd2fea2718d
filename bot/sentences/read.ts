import { readRefusal } from './clear-no.ts';
import { readClear } from './clear-yes.ts';
import type { Grammar } from './kind.ts';
import { guards } from './occasion.ts';
import type { OwnWords } from './own-words.ts';
import { namesOf } from './own-words.ts';
import type { Term } from './words/terms.ts';
import { termsOf, withTitle } from './words/terms.ts';
import { phrasesIn } from './words/words.ts';
import type { Token } from './tokens.ts';

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
  const clear = readClear(withTitle(terms, names), own.lines.length);
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
    concerns:
      outcome !== undefined || terms.some(isOfDuties) || isHalfGood(terms) || isNotAll(terms),
  };
}

const ofDuties: ReadonlySet<Term['says']> = new Set<Term['says']>([
  ...(['matter', 'line', 'part', 'reference', 'works', 'strong', 'entire', 'done'] as const),
  ...(['bad', 'trouble', 'gone', 'unable', 'sent', 'amount', 'impression'] as const),
]);
const verbOrSubject: ReadonlySet<Term['says']> = new Set<Term['says']>([
  ...(['sent', 'matter', 'reference', 'be', 'moves'] as const),
]);
const isOfDuties = ({ says }: Term): boolean => ofDuties.has(says);

/** "grotendeels goed", "hopelijk is het goed": said of how it went, where "ok" alone is talk. */
const isHalfGood = (terms: readonly Term[]): boolean =>
  terms.some(({ says }) => says === 'good') &&
  terms.some(({ says }) => ['some', 'but', 'doubt', 'hearsay', 'past', 'not'].includes(says));

/** "iedereen behalve de nachtdienst". */
const isNotAll = (terms: readonly Term[]): boolean =>
  terms.some(({ says }) => says === 'all') &&
  terms.some(({ says }) => ['some', 'but'].includes(says));

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
