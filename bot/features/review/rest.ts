import type { Person, PersonId } from '../../duty/ids.ts';
import { rangesOf } from '../../kinds/rows/ranges.ts';
import { totalsOf } from '../../kinds/review-access/accounts.ts';
import { kindOf } from '../../kinds/index.ts';
import { outcomeOf } from '../../kinds/review-access/index.ts';
import type { Of } from '../../duty/events.ts';
import type { Duty } from '../../duty/duty.ts';
import { answerBy, assigneeOf } from '../../duty/duty.ts';
import { isAsked, ruleOf } from '../../duty/answering/quorum.ts';
import type { Changed } from '../../casework/change-duty.ts';
import { changeDuty } from '../../casework/change-duty.ts';
import type { Review } from './list.ts';
import { handedIn, loadReview } from './list.ts';
import type { Services } from '../../ports/services.ts';

/** Where everybody reviews everything, another has the rows that one does not know. */
export const reviewsWhole = (duty: Duty): boolean =>
  ruleOf(duty) === 'all' || ruleOf(duty) === 'four-eyes';

/** The places that the reviewer does not know. */
export const unknownOf = ({ own, picks }: Review): readonly number[] =>
  own.filter((at) => picks.get(at)?.decision === 'unknown');

/** The decisions of a reviewer: they stand in the evidence row by row, the duty keeps the totals. */
export function handedInBy(
  by: Person,
  {
    review: { duty, accounts, own, picks },
    via,
    left,
  }: {
    readonly review: Review;
    readonly via: 'card' | 'earlier';
    readonly left?: number | undefined;
  },
): Of<'answered'> {
  const { undecided: _, ...values } = totalsOf(own.length, picks);
  return {
    type: 'answered',
    by,
    outcome: outcomeOf(values, left),
    values,
    formVersion: assigneeOf(duty, by.aadObjectId)?.formVersion ?? 0,
    via,
    attached: {
      decisions: own.map((at) => ({ account: accounts[at]?.account ?? '', ...picks.get(at) })),
    },
  };
}

/** How many rows nobody will have judged once this reviewer hands in. */
export async function unjudgedIn(
  services: Services,
  review: Review,
  { aadObjectId }: Person,
): Promise<number> {
  const { duty, accounts } = review;
  const unknown = unknownOf(review);
  if (unknown.length === 0 || !reviewsWhole(duty)) return unknown.length;
  const isOther = (person: PersonId): boolean => person !== aadObjectId;
  const asked = duty.assignees.map((one) => one.aadObjectId).filter(isOther);
  if (asked.some((person) => isAsked(duty, person))) return 0;
  const others = duty.answers.filter(({ by }) => isOther(by.aadObjectId));
  const judged = await handedIn(services, { duty, accounts, answers: others });
  return unknown.filter((at) => (judged.get(at)?.decision ?? 'unknown') === 'unknown').length;
}

/**
 * Gives on what somebody who handed in could not judge: the taker judges those rows and the other
 * decisions stand. Undefined where the whole goes on, because nothing of it was judged.
 */
export async function giveRest(
  services: Services,
  duty: Duty,
  { by, from, to, reason }: Of<'handed-over'>,
): Promise<Changed | undefined> {
  const answer = answerBy(duty, from);
  if (!kindOf(duty.kind).byRow || reviewsWhole(duty) || !answer) return undefined;
  const review = await loadReview(services, duty, answer.by);
  if (!review) return undefined;
  // What was picked since was not handed in.
  const picks = await handedIn(services, { duty, accounts: review.accounts, answers: [answer] });
  const given = unknownOf({ ...review, picks });
  const kept = review.own.filter((at) => !given.includes(at));
  if (given.length === 0 || kept.length === 0) return undefined;
  const shared = await changeDuty(services, duty, {
    type: 'shared-out',
    by: by ?? answer.by,
    from: answer.by,
    to,
    reason,
    kept: rangesOf(kept),
    given: rangesOf(given),
  });
  if (shared?.verdict !== 'done') return shared;
  const judged = new Map([...picks].filter(([at]) => kept.includes(at)));
  const rest = { ...review, duty: shared.duty, own: kept, picks: judged };
  return changeDuty(services, duty, handedInBy(answer.by, { review: rest, via: 'earlier' }));
}
