import { DateTime } from 'luxon';
import { kindOf } from '../kinds/index.ts';
import type { Answer, Duty } from './duty.ts';
import { answerBy } from './duty.ts';
import type { Effect } from './effects.ts';
import type { Wanted } from './events.ts';
import { toInstant } from './time/instant.ts';

/** When a day begins for whoever is asked something on it: at work, and not at midnight. */
const beginningOf = (day: string) => toInstant(DateTime.fromISO(`${day}T07:00:00Z`));

/** Whether what was to be opened on a day is still wanted: an answer that was corrected may want another day, or none. */
export function isStillWanted(
  duty: Duty,
  { opening, answerer }: Pick<Extract<Effect, { do: 'open-duty' }>, 'opening' | 'answerer'>,
): boolean {
  if (opening.onDay === undefined) return true;
  const answer = answerBy(duty, answerer.aadObjectId);
  if (!answer || duty.status === 'withdrawn') return false;
  return kindOf(duty.kind)
    .followUps(duty, answer.values)
    .some((one) => one.type === 'open' && one.name === opening.name && one.onDay === opening.onDay);
}

/**
 * What an answer brings about beside the state of its own duty: other duties, and a word to whoever holds a role.
 * A correction does not bring about once more what the answer before it did.
 */
export function followUpsOf(duty: Duty, answer: Answer, corrected: Answer | undefined): Wanted {
  const wantedBy = ({ values }: Answer) => kindOf(duty.kind).followUps(duty, values);
  const before = new Set(corrected && wantedBy(corrected).map((one) => JSON.stringify(one)));
  return wantedBy(answer)
    .filter((one) => !before.has(JSON.stringify(one)))
    .map((wanted) =>
      wanted.type === 'open'
        ? {
            do: 'open-duty' as const,
            opening: wanted,
            answerer: answer.by,
            ...(wanted.onDay === undefined ? {} : { notBefore: beginningOf(wanted.onDay) }),
          }
        : {
            do: 'alert' as const,
            ...(wanted.role ? { role: wanted.role } : {}),
            text: wanted.text,
          },
    );
}
