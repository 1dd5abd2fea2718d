import type { Rule } from '../duties/kind.ts';
import type { Answer, Assignee, Duty, PersonId } from './duty.ts';
import { answerBy, assigneeOf } from './duty.ts';

/** Whose answers settle the duty. */
export const ruleOf = (duty: Pick<Duty, 'rule'>): Rule => duty.rule ?? 'any';

/** The answers that count: one of each person, without those who could not judge. */
export const countingAnswers = (duty: Duty): readonly Answer[] =>
  duty.answers.filter(
    ({ replacedBy, outcome }) => replacedBy === undefined && outcome !== 'unable',
  );

/** The last answer that counts; undefined while there is none. */
export const latestAnswer = (duty: Duty): Answer | undefined => countingAnswers(duty).at(-1);

/** How many people must answer under the rule, and how many did. */
export function progressOf(duty: Duty): { readonly answered: number; readonly asked: number } {
  const answered = countingAnswers(duty).length;
  switch (ruleOf(duty)) {
    case 'any':
      return { answered, asked: 1 };
    case 'four-eyes':
      return { answered, asked: 2 };
    case 'all':
    case 'per-process':
      return { answered, asked: duty.assignees.length };
  }
}

/** Whether the answers of some people settle the duty by its rule. */
function settledBy(duty: Duty, answers: readonly Answer[]): boolean {
  const people = new Set(answers.map(({ by }) => by.aadObjectId));
  switch (ruleOf(duty)) {
    case 'any':
      return people.size > 0;
    case 'four-eyes':
      return people.size > 1;
    case 'all':
      return duty.assignees.every(({ aadObjectId }) => people.has(aadObjectId));
    case 'per-process':
      return duty.assignees.every((one) => isCovered(duty, one, people));
  }
}

/** A part is answered for by whoever has it: the person, somebody with the same processes, or with all. */
function isCovered(
  duty: Duty,
  { aadObjectId, part }: Assignee,
  people: ReadonlySet<PersonId>,
): boolean {
  if (people.has(aadObjectId)) return true;
  const answered = duty.assignees.filter((one) => people.has(one.aadObjectId));
  if (answered.some((one) => one.part === undefined)) return true;
  const covered = new Set(answered.flatMap((one) => one.part ?? []));
  return part?.every((name) => covered.has(name)) ?? false;
}

/** True when enough people have answered, whatever they answered. */
export const isSettled = (duty: Duty): boolean => settledBy(duty, countingAnswers(duty));

/** True while an answer of this person can count: it stands already, or others have not answered for it. */
export function mayAnswer(duty: Duty, person: PersonId): boolean {
  const own = assigneeOf(duty, person);
  if (!own || duty.status === 'withdrawn') return false;
  const answers = countingAnswers(duty);
  if (answers.some(({ by }) => by.aadObjectId === person)) return true;
  if (ruleOf(duty) === 'per-process') {
    return !isCovered(duty, own, new Set(answers.map(({ by }) => by.aadObjectId)));
  }
  return !settledBy(duty, answers);
}

/** True while an answer that counts is still to come from this person, who may have said "I cannot judge". */
export const isAsked = (duty: Duty, person: PersonId): boolean =>
  mayAnswer(duty, person) && !countingAnswers(duty).some(({ by }) => by.aadObjectId === person);

/** True while the person still has to answer: a form waits, and nothing was said yet. */
export const awaits = (duty: Duty, person: PersonId): boolean =>
  isAsked(duty, person) && answerBy(duty, person) === undefined;

/** Those whose negative answer stands: a solution is shown to them. */
export const troubled = (duty: Duty): readonly Answer[] =>
  countingAnswers(duty).filter(({ outcome }) => outcome === 'problem');

/** True while this person is to verify a solution. */
export const isToVerify = (duty: Duty, person: PersonId): boolean =>
  duty.verifying && troubled(duty).some(({ by }) => by.aadObjectId === person);

/** True when this person asked for it, and so may not be the one who says that it is right. */
export function isRequester(
  duty: Duty,
  { aadObjectId, name }: { aadObjectId: string; name: string },
): boolean {
  const known = [aadObjectId, name.trim().toLowerCase()];
  return (duty.requesters ?? []).some((requester) => known.includes(requester));
}
