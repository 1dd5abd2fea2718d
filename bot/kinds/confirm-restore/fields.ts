import { choice, colleague, count, lines, moment, paragraph, pick } from '../../../cards/fields.ts';
import type { AnswerOf } from '../../../cards/fields.ts';
import { DateTime } from 'luxon';

export const fields = {
  opens: pick('yes', 'no'),
  works: pick('yes', 'no', 'na'),
  expected: count(),
  found: count(),
  samples: lines('same', 'different', 'missing'),
  newest: moment(),
  lastGood: moment(),
  totals: pick('yes', 'no', 'na'),
  overwritten: pick('no', 'yes'),
  outcome: choice('succeeded', 'loss', 'failed', 'cannot-judge'),
  acceptedBy: colleague(),
  note: paragraph(2000),
} as const;

export type ConfirmRestoreFields = typeof fields;

export type Answer = AnswerOf<ConfirmRestoreFields>;

/** Minutes between the newest record that was found and the last good moment; undefined when either is unknown. */
export function lossInMinutes({
  newest,
  lastGood,
}: Pick<Answer, 'newest' | 'lastGood'>): number | undefined {
  if (newest === undefined || lastGood === undefined) return undefined;
  return Math.max(0, DateTime.fromISO(lastGood).diff(DateTime.fromISO(newest), 'minutes').minutes);
}
