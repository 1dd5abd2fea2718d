import type { RoundMember, Round } from './state.ts';
import type { PersonId } from '../ids.ts';
import type { Duty } from '../duty.ts';

export const memberOf = (duty: Duty, person: PersonId): RoundMember | undefined =>
  duty.round?.people.find(({ aadObjectId }) => aadObjectId === person);

/** Those who have not answered yet. */
export const silentIn = (round: Round): readonly RoundMember[] =>
  round.people.filter(({ answer }) => answer === undefined);

/** True while a round may be started for the duty: it waits, or what is left of it is a problem. */
export const mayStartRound = (duty: Duty): boolean =>
  duty.round === undefined && (duty.status === 'open' || duty.status === 'problem');

/** True when those who have not answered may be asked once more on this day. */
export const mayRemind = ({ round, status }: Duty, today: string): boolean =>
  round !== undefined &&
  status !== 'withdrawn' &&
  round.sentOn < today &&
  silentIn(round).length > 0;
