import { comparable } from '../../../cards/same-text.ts';
import type { PersonId } from '../ids.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Rule } from '../../kinds/kind.ts';
import type { Answer, Assignee, Duty } from '../duty.ts';
import { answerBy, assigneeOf, openFinding } from '../duty.ts';

/** Whose answers settle the duty. */
export const ruleOf = (duty: Pick<Duty, 'rule'>): Rule => duty.rule ?? 'any';

/** The answers that count: one of each person, without those who could not judge. */
export const countingAnswers = (duty: Duty): readonly Answer[] =>
  duty.answers.filter(
    ({ replacedBy, outcome }) => replacedBy === undefined && outcome !== 'unable',
  );

/** The last answer that counts; undefined while there is none. */
export const latestAnswer = (duty: Duty): Answer | undefined => countingAnswers(duty).at(-1);

interface Progress {
  readonly answered: number;
  readonly asked: number;
}

/** How many answers are wanted, and how many of these are there. */
export function progressOf(duty: Duty): Progress {
  const people = answerersOf(countingAnswers(duty));
  const asked = duty.assignees.length;
  switch (ruleOf(duty)) {
    case 'any':
      return { answered: Math.min(1, people.size), asked: 1 };
    case 'four-eyes':
      // Two key users without the role that has to look as well are one pair of eyes still.
      return { answered: isSettled(duty) ? 2 : Math.min(1, people.size), asked: 2 };
    case 'all': {
      const places = new Set(duty.assignees.map(placeOf));
      const answered = duty.assignees.filter(({ aadObjectId }) => people.has(aadObjectId));
      return ofTwo(duty, { answered: new Set(answered.map(placeOf)).size, asked: places.size });
    }
    case 'per-process': {
      const covered = duty.assignees.filter((one) => isCovered(duty, one, people));
      return ofTwo(duty, { answered: covered.length, asked });
    }
  }
}

/** Where it takes two people, one alone leaves an answer to be given, though nobody else has a part left. */
function ofTwo(duty: Duty, { answered, asked }: Progress): Progress {
  if (!duty.secondPerson) return { answered, asked };
  const wanted = Math.max(2, asked);
  return { answered: isSettled(duty) ? wanted : Math.min(answered, wanted - 1), asked: wanted };
}

const answerersOf = (answers: readonly Answer[]): ReadonlySet<PersonId> =>
  new Set(answers.map(({ by }) => by.aadObjectId));

/** Whether the answers of some people settle the duty by its rule; where it takes two people, by two. */
function settledBy(duty: Duty, answers: readonly Answer[]): boolean {
  const people = answerersOf(answers);
  return ruleSettledBy(duty, people) && !(duty.secondPerson && people.size < 2);
}

function ruleSettledBy(duty: Duty, people: ReadonlySet<PersonId>): boolean {
  switch (ruleOf(duty)) {
    case 'any':
      return people.size > 0;
    case 'four-eyes': {
      const roleHolders = duty.assignees.filter(({ role }) => role !== undefined);
      const seen = roleHolders.some(({ aadObjectId }) => people.has(aadObjectId));
      return people.size > 1 && (seen || roleHolders.length === 0);
    }
    case 'all':
      return duty.assignees.every((one) => isSpokenFor(duty, one, people));
    case 'per-process':
      return duty.assignees.every((one) => isCovered(duty, one, people));
  }
}

/** Among all who are asked, whoever helps out for somebody and that person are one. */
function isSpokenFor(duty: Duty, one: Assignee, people: ReadonlySet<PersonId>): boolean {
  const place = placeOf(one);
  return duty.assignees.some((other) => placeOf(other) === place && people.has(other.aadObjectId));
}
const placeOf = ({ aadObjectId, standsInFor }: Assignee): PersonId => standsInFor ?? aadObjectId;

/** A part is answered for by whoever has it: the person, somebody with the same processes, or with all. */
function isCovered(duty: Duty, one: Assignee, people: ReadonlySet<PersonId>): boolean {
  const covered = new Set<string>();
  for (const { aadObjectId, part } of duty.assignees) {
    if (!people.has(aadObjectId)) continue;
    if (part === undefined) return true;
    for (const name of part) covered.add(name);
  }
  // Whoever has the whole has nothing left once every part of it was answered for.
  const own = one.part ?? kindOf(duty.kind).parts(duty.details);
  return own.length > 0 && own.every((name) => covered.has(name));
}

/** True when enough people have answered, whatever they answered. */
export const isSettled = (duty: Duty): boolean => settledBy(duty, countingAnswers(duty));

/** True while an answer of this person can count: it stands already, or others have not answered for it. */
export function mayAnswer(duty: Duty, person: PersonId): boolean {
  const own = assigneeOf(duty, person);
  if (!own || duty.status === 'withdrawn') return false;
  const answers = countingAnswers(duty);
  if (answers.some(({ by }) => by.aadObjectId === person)) return true;
  // Whoever found the problem could not judge it in the end: an answer is wanted again to close it.
  if (openFinding(duty) && troubled(duty).length === 0) return true;
  if (duty.secondPerson && answerersOf(answers).size < 2) return true;
  if (ruleOf(duty) === 'per-process') return !isCovered(duty, own, answerersOf(answers));
  if (ruleOf(duty) === 'all') return !isSpokenFor(duty, own, answerersOf(answers));
  return !settledBy(duty, answers);
}

/** True while an answer that counts is still to come from this person, who may have said "I cannot judge". */
export const isAsked = (duty: Duty, person: PersonId): boolean =>
  mayAnswer(duty, person) && !countingAnswers(duty).some(({ by }) => by.aadObjectId === person);

/** True while the person still has to answer: a form waits, and nothing was said yet. */
export const awaits = (duty: Duty, person: PersonId): boolean =>
  isAsked(duty, person) && answerBy(duty, person) === undefined;

/** The negative answers that stand behind the open finding; a risk that was accepted is not solved again. */
export function troubled(duty: Duty): readonly Answer[] {
  const open = openFinding(duty);
  if (!open) return [];
  return countingAnswers(duty).filter(
    ({ outcome, at }) => outcome === 'problem' && at >= open.openedAt,
  );
}

/**
 * Those who are to say whether the solution works: whoever found the problem before it came. Where they
 * could not judge in the end, whoever is still asked.
 */
export function verifiers(duty: Duty): readonly PersonId[] {
  const open = openFinding(duty);
  if (!duty.verifying || !open) return [];
  const found = troubled(duty);
  if (found.length === 0) {
    const people = duty.assignees.map(({ aadObjectId }) => aadObjectId);
    return people.filter((person) => isAsked(duty, person));
  }
  const solvedSince = ({ at }: Answer): boolean =>
    open.reactions.some((one) => one.solved && one.at >= at);
  return found.filter(solvedSince).map(({ by }) => by.aadObjectId);
}

/** True while this person is to verify a solution. */
export const isToVerify = (duty: Duty, person: PersonId): boolean =>
  verifiers(duty).includes(person);

/** True while something of this duty waits for this person: an answer, or a solution to verify. */
export const waitsFor = (duty: Duty, person: PersonId): boolean =>
  isAsked(duty, person) || isToVerify(duty, person);

/** True while it stands on this person's list: it waits for them, or the problem that they found is followed. */
export const concerns = (duty: Duty, person: PersonId): boolean =>
  waitsFor(duty, person) || troubled(duty).some(({ by }) => by.aadObjectId === person);

/** True where what a negative answer found is for the customer to put right, not for the vendor. */
export const solvedByCustomer = ({ kind }: Pick<Duty, 'kind'>): boolean =>
  kindOf(kind).solvedBy === 'customer';

/** True for whoever is to see to it that the open finding is solved. */
export const isOwner = (duty: Duty, person: PersonId): boolean =>
  openFinding(duty)?.owner?.aadObjectId === person;

/** True where this person may say who solves it and by when: the customer does, and this person found it. */
export const mayPlan = (duty: Duty, person: PersonId): boolean =>
  solvedByCustomer(duty) && troubled(duty).some(({ by }) => by.aadObjectId === person);

/** True where an answer of this person counts. */
export const answerCounts = (duty: Duty, person: PersonId): boolean =>
  countingAnswers(duty).some(({ by }) => by.aadObjectId === person);

/**
 * True where two people have to answer and fewer are asked: somebody has to be asked as well. Whoever asked for
 * it is not one of the two; all others did answer or still can, while it is not settled.
 */
export function lacksSecondPerson(duty: Duty): boolean {
  if (duty.status === 'withdrawn' || isSettled(duty)) return false;
  if (ruleOf(duty) !== 'four-eyes' && !duty.secondPerson) return false;
  const able = duty.assignees.filter(
    ({ aadObjectId, name = '' }) => !isRequester(duty, { aadObjectId, name }),
  );
  return able.length < 2;
}

/** True when this person asked for it, and so may not be the one who says that it is right. */
export function isRequester(
  duty: Duty,
  { aadObjectId, name }: { aadObjectId: string; name: string },
): boolean {
  const known = [aadObjectId, name].map(comparable);
  return duty.requesters?.some((requester) => known.includes(comparable(requester))) ?? false;
}

/**
 * From whom the IT team can give the duty to somebody else: the only one who is asked, or anybody where all
 * who are asked could not judge. Undefined where it would have to choose between people.
 */
export function replaceable(duty: Duty): Assignee | undefined {
  const asked = duty.assignees.filter(({ aadObjectId }) => isAsked(duty, aadObjectId));
  const allUnable = asked.every(({ aadObjectId }) => answerBy(duty, aadObjectId) !== undefined);
  return asked.length === 1 || allUnable ? asked[0] : undefined;
}
