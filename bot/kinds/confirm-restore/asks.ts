import { DateTime } from 'luxon';
import { z } from 'zod';
import { dayInput, seenInput, seenValue, timeInput } from '../../../cards/input-ids.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import type { StepsOf } from '../declaration.ts';
import type { DutyContext, Reader } from '../kind.ts';
import type { ConfirmRestoreFields } from './fields.ts';

/** Who has samples to look at counts nothing; but where the number is known, it may be counted as well. */
export function asksOf({
  samples,
  counted,
  old = false,
}: {
  readonly samples: boolean;
  readonly counted: boolean;
  /** What was found is much older than the moment that was asked for. */
  readonly old?: boolean;
}): StepsOf<ConfirmRestoreFields> {
  const howOld = old ? ([['lastGood']] as const) : [];
  const moments = ['newest', 'lastGood', 'acceptedBy', 'note'] as const;
  if (!samples) {
    return {
      succeeded: [['expected', 'found', 'newest', 'seen', 'note'], ...howOld],
      loss: [['expected', 'found', 'seen'], moments],
      failed: [['expected', 'found', 'note']],
      'cannot-judge': [['note']],
    };
  }
  const more = counted ? (['expected', 'found'] as const) : (['note'] as const);
  return {
    succeeded: [['samples:same', 'newest', 'seen', ...more], ...howOld],
    loss: [
      ['samples:same', 'samples:different', 'samples:missing', 'expected', 'found', 'seen'],
      moments,
    ],
    failed: [['samples:different', 'samples:missing', 'note']],
    'cannot-judge': [['note']],
  };
}

/** What is said where nothing was counted and nothing looked at: what the step of that answer asks. */
export function nothingSeen(
  outcome: string,
  { samples, counted }: { readonly samples: boolean; readonly counted: boolean },
) {
  if (!samples) return { field: 'found', problem: 'bothCounts' } as const;
  return counted || outcome === 'loss'
    ? ({ field: 'found', problem: 'countOrSample' } as const)
    : ({ field: 'samples', problem: 'oneSample' } as const);
}

/** More than a day before the moment that was asked for: whether something is lost has to be said then. */
export function isOld(newest: string | undefined, restorePoint: string): boolean {
  const day = DateTime.fromISO(restorePoint, { setZone: true }).minus({ days: 1 });
  // A vendor may say the moment in words of its own.
  return day.isValid && newest !== undefined && newest.slice(0, 10) < day.toFormat('yyyy-MM-dd');
}

const asked = z.object({ restorePoint: z.string(), population: z.number().optional() });

/** The number of records and the moment that was asked for are known; whoever says that it is there has opened it. */
export function known({ details }: DutyContext, { zone }: Reader): Submitted {
  const { restorePoint, population } = asked.parse(details);
  return {
    [seenInput]: seenValue('opens', 'yes'),
    ...(population === undefined ? {} : { expected: String(population) }),
    ...pointIn('newest', restorePoint, zone),
    ...pointIn('lastGood', restorePoint, zone),
  };
}

/** The restore point in the inputs of a field; its day alone where no time was said. */
function pointIn(field: string, restorePoint: string, zone: string): Submitted {
  const at = DateTime.fromISO(restorePoint, { zone });
  if (!at.isValid) return {};
  const time = restorePoint.includes('T') ? { [timeInput(field)]: at.toFormat('HH:mm') } : {};
  return { [dayInput(field)]: at.toFormat('yyyy-MM-dd'), ...time };
}
