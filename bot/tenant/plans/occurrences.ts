import type { Instant } from '../../duty/ids.ts';
import { atTime } from '../../duty/time/on-the-clock.ts';
import {
  dayOf,
  daysAfter,
  workdayFrom,
  workdaysAfter,
  workdaysBefore,
} from '../../duty/time/workdays.ts';
import type { Plan } from './plan.ts';
import { daysOf } from './recurrence.ts';

/** When duties are opened and reminders begin, on the clock of the organisation. */
export const dayBegins = '08:00';

/** One time that a plan comes round. */
export interface Occurrence {
  /** The day that the recurrence names: it tells one occurrence from another for ever. */
  readonly day: string;
  /** That day, or the next working day. */
  readonly dueOn: string;
  readonly opensOn: string;
}

function occurrenceOn(day: string, { lead }: Pick<Plan, 'lead'>): Occurrence {
  const dueOn = workdayFrom(day);
  return { day, dueOn, opensOn: workdaysBefore(dueOn, lead) };
}

type Recurring = Pick<Plan, 'recurrence' | 'startsOn' | 'lead'>;

// Nobody plans something that comes back less than once in ten years.
const horizonDays = 366 * 11;

/** The next occurrences from a day on, at most `n`, by the day on which they are due. */
export function nextDates(plan: Recurring, from: string, n: number): readonly Occurrence[] {
  const until = daysAfter(from > plan.startsOn ? from : plan.startsOn, horizonDays);
  const days = daysOf(plan.recurrence, { startsOn: plan.startsOn, from, to: until, limit: n });
  return days.map((day) => occurrenceOn(day, plan));
}

// A plan that nobody looked at for longer than this has nothing to catch up on.
const longestCatchUp = 400;

/**
 * The occurrence to open now: the last whose moment has come and that was not handled before. What was
 * missed while nothing ran is caught up on once, not once for each time. Undefined when nothing is due.
 */
export function dueOccurrence(plan: Plan, now: Instant, zone: string): Occurrence | undefined {
  if (plan.paused) return undefined;
  const today = dayOf(now, zone);
  const from = [
    plan.startsOn,
    plan.handledUntil === undefined ? '' : daysAfter(plan.handledUntil, 1),
    daysAfter(today, -longestCatchUp),
  ].reduce((latest, day) => (day > latest ? day : latest));
  const to = workdaysAfter(today, plan.lead);
  const come = daysOf(plan.recurrence, { startsOn: plan.startsOn, from, to, limit: 1000 })
    .map((day) => occurrenceOn(day, plan))
    .filter(({ opensOn }) => atTime(opensOn, dayBegins, zone) <= now);
  return come.at(-1);
}

/** When a duty that is opened today is due: as planned, or where that has passed as many days ahead as is usual. */
export function dueDayOf({ dueOn }: Occurrence, { lead }: Plan, today: string): string {
  return dueOn > today ? dueOn : workdaysAfter(today, Math.max(1, lead));
}

/** The plan after an occurrence was opened. */
export function handled({ nobodyOn: _, ...plan }: Plan, { day }: Occurrence): Plan {
  return { ...plan, handledUntil: day };
}
