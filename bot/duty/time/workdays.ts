import Holidays from 'date-holidays';
import { DateTime } from 'luxon';

/** Where working days count unless somebody works elsewhere; ISO 3166-1. */
export const homeCountry = 'NL';
const known = new Map<string, ReadonlySet<number>>();
// Countries and years are few; a client that names ever other ones cannot fill the memory.
const mostKnown = 1000;

/** The public holidays of a country in a year, as midnights in UTC; none where the country is not known. */
function holidaysOf(country: string, year: number): ReadonlySet<number> {
  const key = `${country} ${String(year)}`;
  const cached = known.get(key);
  if (cached) return cached;
  const days = new Holidays(country)
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date }) => midnightOf(date));
  const found = new Set(days);
  if (known.size >= mostKnown) known.clear();
  known.set(key, found);
  return found;
}

// A calendar day has no zone: counting goes by midnights in UTC, which are a day apart all the year.
const dayMs = 24 * 60 * 60 * 1000;
const midnightOf = (day: string): number => Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
const dayAt = (midnight: number): string => new Date(midnight).toISOString().slice(0, 10);

function isWorkday(midnight: number, country = homeCountry): boolean {
  const date = new Date(midnight);
  const weekday = date.getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  return !holidaysOf(country, date.getUTCFullYear()).has(midnight);
}

/** Whether people work on a calendar day in a country: no weekend and no public holiday. */
export const isWorkdayIn = (day: string, country: string): boolean =>
  isWorkday(midnightOf(day), country);

/**
 * Working days from one calendar day to another: 0 for the same day, negative when the second lies
 * before the first. Counts at most a year either way, which is more than anybody counts in.
 */
export function workdaysBetween(from: string, to: string): number {
  const start = midnightOf(from);
  const end = midnightOf(to);
  const step = end < start ? -1 : 1;
  let count = 0;
  const days = Math.min(366, Math.abs(end - start) / dayMs);
  for (let at = 1; at <= days; at += 1) {
    // Going back, the days that count are those after the earlier one, as going forward.
    const day = step === 1 ? start + at * dayMs : start - (at - 1) * dayMs;
    if (isWorkday(day)) count += 1;
  }
  return step * count;
}

/** The calendar day so many working days after another. */
export const workdaysAfter = (from: string, days: number): string => counted(from, days, dayMs);

/** The calendar day so many working days before another. */
export const workdaysBefore = (until: string, days: number): string => counted(until, days, -dayMs);

function counted(from: string, days: number, step: number): string {
  let day = midnightOf(from);
  for (let left = days; left > 0;) {
    day += step;
    if (isWorkday(day)) left -= 1;
  }
  return dayAt(day);
}

/** A calendar day itself where it is a working day, else the next one that is. */
export function workdayFrom(written: string): string {
  let day = midnightOf(written);
  while (!isWorkday(day)) day += dayMs;
  return dayAt(day);
}

/** A calendar day itself where it is a working day, else the last one before it. */
export function workdayUntil(written: string): string {
  let day = midnightOf(written);
  while (!isWorkday(day)) day -= dayMs;
  return dayAt(day);
}

/** The calendar day so many days after another, working or not. */
export const daysAfter = (from: string, days: number): string =>
  dayAt(midnightOf(from) + days * dayMs);

// No zone of today begins its day but on a quarter of an hour: what was found for one holds for all of it.
const quarterHourMs = 15 * 60 * 1000;
const knownDays = new Map<string, string>();

/** The calendar day of an instant in a zone. Lists, counters and cards ask it of each duty: found once, it is kept. */
export function dayOf(at: string, zone: string): string {
  const instant = Date.parse(at);
  const key = `${zone} ${String(Math.floor(instant / quarterHourMs))}`;
  const cached = knownDays.get(key);
  if (cached !== undefined) return cached;
  const found = DateTime.fromMillis(instant, { zone }).toFormat('yyyy-MM-dd');
  if (knownDays.size >= mostKnown) knownDays.clear();
  knownDays.set(key, found);
  return found;
}
