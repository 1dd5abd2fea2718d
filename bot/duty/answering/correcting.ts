import type { Duty } from '../duty.ts';
import { answerBy, openFinding } from '../duty.ts';
import type { Of } from '../events.ts';
import { kindOf } from '../../kinds/index.ts';
import type { PersonId } from '../ids.ts';
import { isToVerify } from './quorum.ts';

/**
 * Whether a "yes" of this person would take back a "no" of which the vendor was told: that is no slip of the hand any
 * more, so it takes a reason. What is verified after a solution needs none.
 */
export function takesReason(duty: Duty, person: PersonId): boolean {
  const told = openFinding(duty)?.reply !== undefined;
  return (
    told &&
    !kindOf(duty.kind).byRow &&
    answerBy(duty, person)?.outcome === 'problem' &&
    !isToVerify(duty, person)
  );
}

const lettersInReason = 3;

/** True where an answer takes such a "no" back and does not say why. */
export function lacksReason(
  duty: Duty,
  { by, outcome, reason = '' }: Pick<Of<'answered'>, 'by' | 'outcome' | 'reason'>,
): boolean {
  if (outcome !== 'fulfilled') return false;
  const letters = reason.match(/\p{L}/gu)?.length ?? 0;
  return letters < lettersInReason && takesReason(duty, by.aadObjectId);
}
