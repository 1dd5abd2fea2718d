import type { Statements } from './kind.ts';
import type { Term } from './words/terms.ts';

/** What a sentence clearly denies. */
export interface Refusal {
  readonly outcome: string;
  /** The lines that it says it of, counted from 0. */
  readonly lines: ReadonlySet<number>;
}

type Says = Term['says'];
const among = (...list: readonly Says[]): ReadonlySet<Says> => new Set(list);

/** Whoever asks, plans, doubts or repeats another denies nothing of their own. */
const guards = among('ask', 'plan', 'if', 'hearsay', 'doubt', 'you', 'question');
const divides = among('mark', 'and', 'but');
const fine = among('works', 'good', 'strong', 'entire', 'gone', 'thumb', 'went', 'consent');
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
  if (has(whole, 'question')) return undefined;
  const terms = withoutOccasion(whole);
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
    const unsure =
      mixed && !terms.some(({ text }) => /^(?:bij mij niet|voor mij niet|not for me)$/.test(text));
    if (unsure || (no.onceSent && !has(terms, 'sent'))) return undefined;
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

const has = (terms: readonly Term[], says: Says): boolean =>
  terms.some((term) => term.says === says);

const occasion = /^(?:als|wanneer|when|whenever|if)$/;
const someone = among('me', 'you', 'it', 'that', 'line', 'matter');
const verbs = /^(?:does|do|did|has|have|doet|deed|heeft|hebben)$/;

/**
 * What is said before the occasion on which it happens: "crasht als ik inlog". As it stands where it asks ("crasht het als …")
 * or where the condition comes first, so that it may never have happened.
 */
function withoutOccasion(terms: readonly Term[]): readonly Term[] {
  const at = terms.findIndex(({ says, text }) => says === 'if' && occasion.test(text));
  const head = terms.slice(0, Math.max(0, at)).filter(({ says }) => says !== 'filler');
  const next = terms.slice(at + 1).find(({ says }) => says !== 'filler');
  const [first, second] = head;
  if (!first || !next || !someone.has(next.says)) return terms;
  const verb = ['works', 'moves', 'bad', 'be', 'have'].includes(first.says);
  const asks = (verb || verbs.test(first.text)) && second !== undefined && someone.has(second.says);
  return asks || head.some(({ says }) => guards.has(says)) ? terms : head;
}

function clausesOf(terms: readonly Term[]): readonly (readonly Term[])[] {
  const clauses: Term[][] = [[]];
  for (const [at, term] of terms.entries()) {
    // "noch inloggen noch de factuurrun", "inloggen en factuurrun werken niet": names side by side are one clause.
    const list = term.says === 'and' && terms[at + 1]?.says === 'line' && !judges(clauses.at(-1));
    if (divides.has(term.says) && !list) clauses.push([]);
    else clauses.at(-1)?.push(term);
  }
  return clauses.filter((clause) => clause.length > 0);
}

const judges = (clause: readonly Term[] = []): boolean =>
  clause.some(
    ({ says }) => fine.has(says) || denies.has(says) || says === 'bad' || says === 'trouble',
  );

const difficulty =
  /^(?:problemen|probleem|problem|problems|issue|issues|trouble|klachten|complaints)$/;

/** "veel problemen met inloggen": where it is said of a line it is no courtesy. */
const isDifficult = (clause: readonly Term[]): boolean =>
  has(clause, 'line') && clause.some(({ says, text }) => says === 'worry' && difficulty.test(text));

function verdictOn(clause: readonly Term[], { no }: Statements): Verdict {
  const good = clause.some(({ says }) => fine.has(says));
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
    return isUnableTo(clause) || lineAlone(clause) ? 'bad' : 'nothing';
  }
  // "minder fouten", "de fout is weg"
  const lessened =
    has(clause, 'cured') || has(clause, 'vanished') || (has(clause, 'past') && !has(clause, 'bad'));
  if (trouble) return lessened || good ? 'nothing' : 'bad';
  if (isDifficult(clause)) return 'bad';
  if (no.stillThere && has(clause, 'still') && !good && !has(clause, 'done')) return 'bad';
  return good && !clause.every(({ says }) => weak.has(says)) ? 'good' : 'nothing';
}

const fails = among('denied', 'cured', 'vanished', 'moves');

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

const isBareNo = (terms: readonly Term[]): boolean =>
  has(terms, 'not') &&
  terms.every(({ says }) => says === 'reference' || says === 'not' || says === 'mark');

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
