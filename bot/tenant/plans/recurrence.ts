import { DateTime } from 'luxon';
import { RRuleTemporal } from 'rrule-temporal';
import { daysAfter } from '../../duty/time/workdays.ts';

/**
 * A recurrence in days: the part of RFC 5545 behind `RRULE:`, without hours. The time on the clock is
 * put to each day afterwards, so that no day is skipped or doubled where the clock is set.
 */
export type Recurrence = string;

const parts = /^(FREQ|INTERVAL|BYDAY|BYMONTHDAY|BYMONTH|BYSETPOS|WKST|COUNT|UNTIL)=[A-Z0-9,+-]+$/;
const longestRule = 200;
/** Nothing that is planned here lies further ahead than this. */
const horizonDays = 366 * 11;

/** Reads a rule as a person or program wrote it; undefined for one that yields no days, or more than days. */
export function readRecurrence(written: string, startsOn: string): Recurrence | undefined {
  const rule = written
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '');
  const list = rule.split(';');
  const known = rule.length <= longestRule && list.every((part) => parts.test(part));
  if (!known || !/(^|;)FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;|$)/.test(rule)) return undefined;
  try {
    return daysOf(rule, {
      startsOn,
      from: startsOn,
      to: daysAfter(startsOn, horizonDays),
      limit: 1,
    }).length > 0
      ? rule
      : undefined;
  } catch {
    // The library throws on what is no rule, such as FREQ twice or BYDAY=XX.
    return undefined;
  }
}

/**
 * The days of a recurrence that begins on a day, from one day to another, both included; at most
 * `limit`. A day that a month does not have is skipped, as RFC 5545 says.
 */
export function daysOf(
  rule: Recurrence,
  {
    startsOn,
    from,
    to,
    limit,
  }: {
    readonly startsOn: string;
    readonly from: string;
    readonly to: string;
    readonly limit: number;
  },
): readonly string[] {
  const recurrence = new RRuleTemporal({
    // Noon in UTC: a calendar day without a clock that is set.
    rruleString: `DTSTART;TZID=UTC:${startsOn.replaceAll('-', '')}T120000\nRRULE:${rule}`,
    maxIterations: 20_000,
  });
  const days: string[] = [];
  let after: Date | undefined;
  const first = from > startsOn ? from : startsOn;
  let next = recurrence.next(atNoon(first), true);
  while (next !== null && days.length < limit) {
    const day = next.toString().slice(0, 10);
    if (day > to) break;
    days.push(day);
    after = atNoon(day);
    next = recurrence.next(after, false);
  }
  return days;
}

const atNoon = (day: string): Date => DateTime.fromISO(`${day}T12:00`, { zone: 'utc' }).toJSDate();

/** How often something comes back, as a person chooses it. */
export const rhythms = [
  'week',
  'two-weeks',
  'month',
  'two-months',
  'quarter',
  'half-year',
  'year',
] as const;
export type Rhythm = (typeof rhythms)[number];

const months = { month: 1, 'two-months': 2, quarter: 3, 'half-year': 6, year: 12 } as const;

/** The recurrence of a rhythm that begins on a day: the same weekday, or the same day of the month or its last. */
export function recurrenceOf(rhythm: Rhythm, startsOn: string): Recurrence {
  switch (rhythm) {
    case 'week':
    case 'two-weeks':
      return `FREQ=WEEKLY;INTERVAL=${rhythm === 'week' ? '1' : '2'}`;
    case 'month':
    case 'two-months':
    case 'quarter':
    case 'half-year':
    case 'year':
      return `FREQ=MONTHLY;INTERVAL=${String(months[rhythm])};${dayOfMonth(startsOn)}`;
  }
}

/** A short month has no 31st: then its last day counts. */
function dayOfMonth(startsOn: string): string {
  const day = Number(startsOn.slice(8));
  if (day <= 28) return `BYMONTHDAY=${String(day)}`;
  const candidates = Array.from({ length: day - 27 }, (_, at) => String(28 + at));
  return `BYMONTHDAY=${candidates.join(',')};BYSETPOS=-1`;
}

/** The rhythm that a recurrence is; undefined for a rule of somebody's own. */
export const rhythmOf = (rule: Recurrence, startsOn: string): Rhythm | undefined =>
  rhythms.find((rhythm) => recurrenceOf(rhythm, startsOn) === rule);
