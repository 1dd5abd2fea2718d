import type { Statements } from './kind.ts';
import {
  among,
  fails,
  fine,
  guards,
  has,
  isTurnedRound,
  withoutOccasion,
  withoutQuestion,
} from './occasion.ts';
import type { Term } from './words/terms.ts';

/** What a sentence clearly denies. */
export interface Refusal {
  readonly outcome: string;
  /** The lines that it says it of, counted from 0. */
  readonly lines: ReadonlySet<number>;
}

const divides = among('mark', 'and', 'but');
const weak = among('good', 'assent', 'mark', 'filler', 'thumb', 'degree');
const denies = among('not', 'none');

/** What a clause says: that it is bad, that it was not looked at, that it is good, or nothing that counts. */
type Verdict = 'bad' | 'not-done' | 'good' | 'nothing';

/**
 * Reads a clear "no" or "I can't judge"; undefined where the sentence says neither, or says good things as well. Beside what
 * was said of another duty a bare "niet" is one too: "CHG-4711 werkt, CHG-4712 niet".
 */
export function readRefusal(
  whole: readonly Term[],
  kind: Statements,
  beside = false,
): Refusal | undefined {
  if (has(whole, 'question') || isTurnedRound(whole)) return undefined;
  const terms = withoutQuestion(withoutOccasion(whole));
  if (beside && isBareNo(terms)) return { outcome: kind.no.outcome, lines: new Set() };
  const clauses = clausesOf(terms);
  const { unable, no } = kind;
  const cannot = has(terms, 'unable') && !has(terms, 'plan') && !has(terms, 'you');
  if (unable && cannot) return { outcome: unable.outcome, lines: new Set() };
  if (terms.some(({ says }) => guards.has(says))) return undefined;
  const verdicts = clauses.map((clause) => ({ clause, verdict: verdictOn(clause, kind) }));
  const bad = verdicts.filter(({ verdict }) => verdict === 'bad');
  const lines = linesOf(
    bad.map(({ clause }) => clause),
    terms,
  );
  const mixed = verdicts.some(
    ({ clause, verdict }) => verdict === 'good' && !speaksOfOther(clause, lines),
  );
  if (bad.length > 0) {
    const unsure = mixed && !terms.some(({ text }) => notHere.test(text));
    if (unsure || (no.onceSent && !isSent(terms))) return undefined;
    const some = bad.every(({ clause }) => isOfSome(clause)) ? no.ofSome : undefined;
    return { outcome: some ?? no.outcome, lines };
  }
  const denied = verdicts.filter(({ verdict }) => verdict === 'not-done');
  const undone = !mixed && denied.length > 0;
  if (undone && no.undone) {
    const some = denied.every(({ clause }) => isOfSome(clause)) ? no.ofSome : undefined;
    return { outcome: some ?? no.outcome, lines: new Set() };
  }
  return undone && unable?.notDone ? { outcome: unable.outcome, lines: new Set() } : undefined;
}

/** "werkt helaas niet": what is said of it goes on. */
const regrets = /^(?:helaas|jammer|toch|unfortunately|sadly)$/;

function clausesOf(terms: readonly Term[]): readonly (readonly Term[])[] {
  const clauses: Term[][] = [[]];
  for (const [at, term] of terms.entries()) {
    // "noch inloggen noch de factuurrun", "inloggen en factuurrun werken niet": names side by side are one clause.
    const list = term.says === 'and' && terms[at + 1]?.says === 'line' && !judges(clauses.at(-1));
    if (divides.has(term.says) && !list && !regrets.test(term.text)) clauses.push([]);
    else clauses.at(-1)?.push(term);
  }
  return clauses.filter((clause) => clause.length > 0);
}

const judges = (clause: readonly Term[] = []): boolean =>
  clause.some(
    ({ says }) => fine.has(says) || denies.has(says) || says === 'bad' || says === 'trouble',
  );

/** It may be good for others, and is bad for who says it. */
const notHere = /^(?:bij mij niet|voor mij niet|bij ons niet|not for me)$/;

const difficulty =
  /^(?:problemen|probleem|problem|problems|issue|issues|trouble|klachten|complaints)$/;

/** "veel problemen met inloggen": where it is said of a line it is no courtesy. */
const isDifficult = (clause: readonly Term[]): boolean =>
  has(clause, 'line') && clause.some(({ says, text }) => says === 'worry' && difficulty.test(text));

function verdictOn(clause: readonly Term[], { no }: Statements): Verdict {
  const good = clause.some(({ says }) => fine.has(says));
  if (clause.some(({ text }) => notHere.test(text))) return 'bad';
  const trouble = has(clause, 'bad') || has(clause, 'trouble');
  // "zonder te testen akkoord" denies the test, not the consent.
  const not = clause.some(
    ({ says, text }) => denies.has(says) && !/^(?:zonder|without)/.test(text),
  );
  if (not) {
    // "niet zonder fouten" against "geen fouten".
    const twice = has(clause, 'trouble') && deniesTwice(clause);
    const still = has(clause, 'still') && (trouble || !has(clause, 'done'));
    if (twice || good || still) return 'bad';
    if (trouble || has(clause, 'worry')) return deniesTrouble(clause) ? 'good' : 'nothing';
    if (clause.some(({ says }) => fails.has(says))) return 'bad';
    if (no.stillThere && has(clause, 'part')) return 'bad';
    if (has(clause, 'done')) return 'not-done';
    return isUnableTo(clause) || lineAlone(clause) || doesNot(clause) ? 'bad' : 'nothing';
  }
  // "minder fouten", "de fout is weg"
  const lessened =
    has(clause, 'cured') || has(clause, 'vanished') || (has(clause, 'past') && !has(clause, 'bad'));
  if (trouble) return lessened || good ? 'nothing' : 'bad';
  if (isDifficult(clause)) return 'bad';
  if (no.stillThere && has(clause, 'still') && !good && !has(clause, 'done')) return 'bad';
  return good && !clause.every(({ says }) => weak.has(says)) ? 'good' : 'nothing';
}

const isSent = (terms: readonly Term[]): boolean =>
  terms.some(
    ({ says, text }) =>
      says === 'sent' || /\b(?:sent|gemaild|verstuurd|verzonden|mailed)\b/.test(text),
  );

/** "kan niet inloggen", "kunnen niet meer factureren", "kan geen facturen maken", "unable to log in". */
const isUnableTo = (clause: readonly Term[]): boolean =>
  clause.some(({ says, text }, at) => {
    if (says === 'not' && text === 'unable to') return has(clause, 'line');
    if (says !== 'can') return false;
    const anymore = /^(?:niet meer|no longer)$/;
    return (
      has(clause, 'line') ||
      clause.some(({ says: other, text: said }) => other === 'not' && anymore.test(said)) ||
      has(clause, 'found') ||
      clause
        .slice(at + 1)
        .some(({ says: other, text: said }) => other === 'none' && said === 'geen')
    );
  });

/** "doet de factuurrun het niet", whose verb stands apart. */
const doesNot = (clause: readonly Term[]): boolean =>
  clause.some(({ text }) => /^(?:doet|doen)$/.test(text)) &&
  clause.some(({ text }) => text === 'het') &&
  has(clause, 'not');

const isBareNo = (terms: readonly Term[]): boolean =>
  has(terms, 'not') &&
  terms.every(
    ({ says, text }) =>
      says === 'reference' ||
      says === 'not' ||
      says === 'mark' ||
      /^(?:does|is|do|are)$/.test(text),
  );

const deniesTwice = (clause: readonly Term[]): boolean =>
  clause.some(({ says }, at) => says === 'not' && clause[at + 1]?.says === 'none');

const deniesTrouble = (clause: readonly Term[]): boolean => has(clause, 'none');

/** "in Zwolle niet", "not in Zwolle". */
const lineAlone = (clause: readonly Term[]): boolean =>
  has(clause, 'line') &&
  clause.length <= 4 &&
  clause.every(({ says, text }) =>
    says === 'unknown'
      ? /^(in|op|at|on|does|do|did|doet|deed|is)$/.test(text)
      : ['line', 'not', 'be', 'filler', 'degree', 'still'].includes(says),
  );

const linesIn = (clauses: readonly (readonly Term[])[]): ReadonlySet<number> =>
  new Set(
    clauses.flatMap((clause) => clause.flatMap(({ line }) => (line === undefined ? [] : [line]))),
  );

/** Where what is wrong has no name of its own and one line is named, it is that one: "factuurrun getest en hij loopt vast". */
function linesOf(bad: readonly (readonly Term[])[], terms: readonly Term[]): ReadonlySet<number> {
  const named = linesIn(bad);
  const all = linesIn([terms]);
  return bad.length > 0 && named.size === 0 && all.size === 1 ? all : named;
}

/** A good word about another line takes nothing back: "factuurrun goed, inloggen niet". */
function speaksOfOther(clause: readonly Term[], lines: ReadonlySet<number>): boolean {
  const own = linesIn([clause]);
  return lines.size > 0 && own.size > 0 && [...own].every((line) => !lines.has(line));
}

/** "niet iedereen", "niet helemaal": denied of the whole, so that some of it may be. */
const isOfSome = (clause: readonly Term[]): boolean =>
  clause.some(
    ({ says }, at) => says === 'not' && ['all', 'wholly'].includes(clause[at + 1]?.says ?? ''),
  );
