import Holidays from 'date-holidays';
import { DateTime } from 'luxon';

/** Where working days count unless somebody works elsewhere; ISO 3166-1. */
export const homeCountry = 'NL';
const known = new Map<string, ReadonlySet<string>>();
// Countries and years are few; a client that names ever other ones cannot fill the memory.
const mostKnown = 1000;

/** The public holidays of a country in a year, as calendar days; none where the country is not known. */
function holidaysOf(country: string, year: number): ReadonlySet<string> {
  const key = `${country} ${String(year)}`;
  const cached = known.get(key);
  if (cached) return cached;
  const days = new Holidays(country)
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date }) => date.slice(0, 10));
  const found = new Set(days);
  if (known.size >= mostKnown) known.clear();
  known.set(key, found);
  return found;
}

function isWorkday(day: DateTime, country = homeCountry): boolean {
  return day.weekday <= 5 && !holidaysOf(country, day.year).has(day.toFormat('yyyy-MM-dd'));
}

/** Whether people work on a calendar day in a country: no weekend and no public holiday. */
export const isWorkdayIn = (day: string, country: string): boolean =>
  isWorkday(DateTime.fromISO(day, { zone: 'utc' }), country);

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

/** The calendar day so many working days before another. */
export function workdaysBefore(until: string, days: number): string {
  let day = DateTime.fromISO(until, { zone: 'utc' });
  for (let left = days; left > 0;) {
    day = day.minus({ days: 1 });
    if (isWorkday(day)) left -= 1;
  }
  return day.toFormat('yyyy-MM-dd');
}

/** A calendar day itself where it is a working day, else the next one that is. */
export function workdayFrom(written: string): string {
  let day = DateTime.fromISO(written, { zone: 'utc' });
  while (!isWorkday(day)) day = day.plus({ days: 1 });
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
