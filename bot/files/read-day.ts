import { DateTime } from 'luxon';

// A day, perhaps with a time of day behind it that does not matter here.
const time = String.raw`(?:[T ,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)?`;
const iso = new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${time}$`, 'i');
const dutch = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})${time}$`, 'i');
const words = new RegExp(`^(\\d{1,2})[- ](\\p{L}{3,9})\\.?[- ](\\d{4})${time}$`, 'iu');
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const serial = /^\d{5}(?:\.\d+)?$/;

/** The ISO day of a date as a Dutch or English application writes it, day first, or Excel counts it. */
export function readDay(written: string): string | undefined {
  const byYear = iso.exec(written) ?? compact.exec(written);
  if (byYear) return day(byYear[1], byYear[2], byYear[3]);
  const byDay = dutch.exec(written);
  if (byDay) return day(byDay[3], byDay[2], byDay[1]);
  const inWords = words.exec(written);
  if (inWords) return day(inWords[3], monthOf(inWords[2] ?? ''), inWords[1]);
  return serial.test(written) ? dayOfSerial(Number(written)) : undefined;
}

function day(...[year, month, date]: (string | undefined)[]): string | undefined {
  const read = DateTime.fromObject(
    { year: Number(year), month: Number(month), day: Number(date) },
    { zone: 'utc' },
  );
  return read.isValid ? read.toISODate() : undefined;
}

const months = 'jan feb mrt apr mei jun jul aug sep okt nov dec'.split(' ');
const otherMonths: Readonly<Record<string, string>> = {
  maa: 'mrt',
  mar: 'mrt',
  may: 'mei',
  oct: 'okt',
};

function monthOf(word: string): string {
  const start = word.slice(0, 3).toLowerCase();
  return String(months.indexOf(otherMonths[start] ?? start) + 1);
}

// Excel counts 29 February 1900, which never was: from March 1900 on the count starts on 30 December 1899.
const dayZero = DateTime.utc(1899, 12, 30);

/** The ISO day that Excel counts as a number; undefined for what is hardly the date of a sign-in. */
function dayOfSerial(count: number): string | undefined {
  if (count < 10_000 || count > 99_999) return undefined;
  return dayZero.plus({ days: Math.floor(count) }).toISODate() ?? undefined;
}

/** How Excel counts an ISO day; undefined for anything else. */
export function serialOfDay(written: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return undefined;
  const count = DateTime.fromISO(written, { zone: 'utc' }).diff(dayZero, 'days').days;
  return count >= 10_000 && count <= 99_999 ? count : undefined;
}
