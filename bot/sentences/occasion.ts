import type { Term } from './words/terms.ts';

/** What a term says, apart from its words. */
export type Says = Term['says'];
/** A set of what terms say. */
export const among = (...list: readonly Says[]): ReadonlySet<Says> => new Set(list);
/** Whoever asks, plans, doubts or repeats another denies nothing of their own. */
export const guards = among('ask', 'plan', 'if', 'hearsay', 'doubt', 'you', 'question');
/** Good, of what it is said of. */
export const fine = among('works', 'good', 'strong', 'entire', 'gone', 'thumb', 'went', 'consent');
/** Bad where it is denied. */
export const fails = among('denied', 'cured', 'vanished', 'moves');
/** Whether any of the terms says it. */
export const has = (terms: readonly Term[], says: Says): boolean =>
  terms.some((term) => term.says === says);

const occasion = /^(?:als|wanneer|zodra|when|whenever|as soon as|if)$/;
const someone = among('me', 'you', 'it', 'that', 'line', 'matter');
const turnedRound = among('works', 'moves', 'bad', 'be', 'have', 'entire');
const verbs = /^(?:does|do|did|has|have|doet|deed|heeft|hebben)$/;

/**
 * What is said before the occasion on which it happens: "crasht als ik inlog". As it stands where it asks ("crasht het als …")
 * or where the condition comes first, so that it may never have happened.
 */
export function withoutOccasion(terms: readonly Term[]): readonly Term[] {
  const at = terms.findIndex(({ says, text }) => says === 'if' && occasion.test(text));
  const head = terms.slice(0, Math.max(0, at)).filter(({ says }) => says !== 'filler');
  const next = terms.slice(at + 1).find(({ says }) => says !== 'filler');
  const [first, second] = head;
  // "an error when posting invoices"
  const doing =
    /^(?:when|whenever)$/.test(terms[at]?.text ?? '') && /..ing$/.test(next?.text ?? '');
  if (!first || !next || !(doing || someone.has(next.says))) return terms;
  const verb = turnedRound.has(first.says);
  const asks = (verb || verbs.test(first.text)) && second !== undefined && someone.has(second.says);
  return asks || head.some(({ says }) => guards.has(says)) ? terms : head;
}

/** "was het niet al goedgekeurd": the verb before what it is said of asks, without its mark too. */
export function isTurnedRound(terms: readonly Term[]): boolean {
  const [first, second] = terms.filter(({ says }) => says !== 'filler');
  const verb =
    first && (first.says === 'be' || /^(?:was|waren|moet|moeten|hoeft|zou)$/.test(first.text));
  return verb === true && (second?.says === 'it' || second?.says === 'that');
}

/** What is denied before the question that follows from it: "niet duidelijk wat ermee gebeurt", "werkt niet, wat nu". */
export function withoutQuestion(terms: readonly Term[]): readonly Term[] {
  const at = terms.findIndex(({ says }) => says === 'ask');
  const head = terms.slice(0, Math.max(0, at));
  const [first, second] = head.filter(({ says }) => says !== 'filler');
  if (!first) return terms;
  const asks = turnedRound.has(first.says) && second !== undefined && someone.has(second.says);
  const denied =
    has(head, 'bad') ||
    (has(head, 'not') && head.some(({ says }) => fine.has(says) || fails.has(says)));
  return asks || !denied || head.some(({ says }) => guards.has(says)) ? terms : head;
}
