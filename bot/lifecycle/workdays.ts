import Holidays from 'date-holidays';
import { DateTime } from 'luxon';

const dutch = new Holidays('NL');
const known = new Map<number, ReadonlySet<string>>();

/** Dutch public holidays of a year, as calendar days. */
function holidaysOf(year: number): ReadonlySet<string> {
  const cached = known.get(year);
  if (cached) return cached;
  const days = dutch
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date }) => date.slice(0, 10));
  const found = new Set(days);
  known.set(year, found);
  return found;
}

function isWorkday(day: DateTime): boolean {
  return day.weekday <= 5 && !holidaysOf(day.year).has(day.toFormat('yyyy-MM-dd'));
}

/**
 * Working days from one calendar day to another: 0 for the same day, negative when the second lies
 * before the first. Counts at most a year either way, which is more than anybody counts in.
 */
export function workdaysBetween(from: string, to: string): number {
  const start = DateTime.fromISO(from, { zone: 'utc' });
  const end = DateTime.fromISO(to, { zone: 'utc' });
  const step = end < start ? -1 : 1;
  let count = 0;
  const days = Math.min(366, Math.abs(end.diff(start, 'days').days));
  for (let at = 1; at <= days; at += 1) {
    // Going back, the days that count are those after the earlier one, as going forward.
    const day = step === 1 ? start.plus({ days: at }) : start.minus({ days: at - 1 });
    if (isWorkday(day)) count += 1;
  }
  return step * count;
}

/** The calendar day so many working days after another. */
export function workdaysAfter(from: string, days: number): string {
  let day = DateTime.fromISO(from, { zone: 'utc' });
  for (let left = days; left > 0;) {
    day = day.plus({ days: 1 });
    if (isWorkday(day)) left -= 1;
  }
  return day.toFormat('yyyy-MM-dd');
}

/** The calendar day so many days after another, working or not. */
export function daysAfter(from: string, days: number): string {
  return DateTime.fromISO(from, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
}

/** The calendar day of an instant in a zone. */
export function dayOf(at: string, zone: string): string {
  return DateTime.fromISO(at, { zone }).toFormat('yyyy-MM-dd');
}
