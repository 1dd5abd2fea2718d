import { DateTime } from 'luxon';
import { lineInput } from '../../../cards/input-ids.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import type { StepsOf } from '../declaration.ts';
import type { DutyContext, ReaderNow } from '../kind.ts';
import type { fields } from './checks.ts';
import { details } from './checks.ts';
import { periodOf } from './period.ts';

/** A count that is not nought, whatever stands between its digits. */
const isMore = (typed: unknown): boolean => /[1-9]/.test(String(typed ?? ''));

/** What each answer asks, six inputs a step: the numbers line by line, where they come from, and what is to be done. */
export function asksOf({
  locations = [],
  typed,
}: {
  readonly locations: readonly string[] | undefined;
  readonly typed: Submitted;
}): StepsOf<typeof fields> {
  const complained = isMore(typed['complained']) || typed['complaints'] === 'yes';
  const why = complained ? (['note'] as const) : [];
  const plan = ['owner', 'planned', 'note'] as const;
  if (locations.length === 0) {
    const one = ['contracted', 'peak', 'source', 'measuredOn', 'latency', 'growth'] as const;
    const worse = [one, plan] as const;
    return {
      enough: [one, why],
      tight: worse,
      'not-enough': worse,
      'no-measurement': [['note']],
    };
  }
  const each = ['contractedAt+peakAt'] as const;
  const all = ['source', 'measuredOn', 'latency', 'growth'] as const;
  const worse = [each, all, ['locations:tight', 'locations:short', ...plan]] as const;
  return {
    enough: [each, [...all, 'locations:enough'], why],
    tight: worse,
    'not-enough': worse,
    'no-measurement': [['note']],
  };
}

/** What was contracted last, and how it was measured: both seldom change. It is measured today, or on the last day it is about. */
export function lastMeasured(
  { earlier = [], details: given }: DutyContext,
  { now, zone }: ReaderNow,
): Submitted {
  const last = earlier.findLast(({ values }) => values['contracted'] !== undefined)?.values;
  const { period, locations = [] } = details.parse(given);
  const typed = (field: 'contracted' | 'source') =>
    last?.[field] === undefined ? [] : [[field, String(last[field])] as const];
  const known = last?.['contractedAt'];
  const perLine = locations.flatMap((line, at) => {
    const before = typeof known === 'object' ? known.find((one) => one.line === line) : undefined;
    return before ? [[lineInput('contractedAt', at), before.value] as const] : [];
  });
  const today = DateTime.fromISO(now, { zone }).toFormat('yyyy-MM-dd');
  const until = periodOf(period)?.to ?? today;
  return Object.fromEntries([
    ...(locations.length === 0 ? typed('contracted') : perLine),
    ...typed('source'),
    ['measuredOn', until < today ? until : today],
  ]);
}
