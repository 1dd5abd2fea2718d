import { DateTime } from 'luxon';

// A day, perhaps with a time of day behind it that does not matter here.
const time = String.raw`(?:[T ,]{1,3}\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d{1,9})?)?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?)?`;
const halfDay = String.raw`[T ,]{1,3}\d{1,2}:\d{2}(?::\d{2})?\s?[ap]\.?m\.?`;
const iso = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${time}$`, 'i');
const byDayFirst = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})${time}$`, 'i');
const byMonthFirst = new RegExp(`^(\\d{1,2})/(\\d{1,2})/(\\d{4})${halfDay}$`, 'i');
const dayInWords = new RegExp(`^(\\d{1,2})\\.?[- ](\\p{L}{3,9})\\.?[- ](\\d{4})${time}$`, 'iu');
const monthInWords = new RegExp(
  `^(\\p{L}{3,9})\\.? (\\d{1,2}),? (\\d{4})(?:${time}|${halfDay})$`,
  'iu',
);
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const serial = /^\d{5}(?:[.,]\d{1,20})?$/;
const fileTime = /^\d{17,18}$/;

/** A text of at most this many characters is looked at. */
const longest = 100;

/**
 * The ISO day of a date as an application in Dutch, German or English writes it, as Excel counts it, or as
 * Active Directory does. The day comes first, but before "AM" or "PM" and a slash, where it is American.
 */
export function readDay(written: string): string | undefined {
  if (written.length > longest) return undefined;
  // Several programs put a narrow space before AM and PM.
  const text = written.replace(/[\u00A0\u202F]/g, ' ');
  const byYear = iso.exec(text);
  if (byYear) return day(byYear[1], byYear[3], byYear[4]);
  const close = compact.exec(text);
  if (close) return day(close[1], close[2], close[3]);
  const american = byMonthFirst.exec(text);
  if (american) return day(american[3], american[1], american[2]);
  const european = byDayFirst.exec(text);
  if (european) return day(european[3], european[2], european[1]);
  const inWords = dayInWords.exec(text);
  if (inWords) return day(inWords[3], monthOf(inWords[2] ?? ''), inWords[1]);
  const monthAhead = monthInWords.exec(text);
  if (monthAhead) return day(monthAhead[3], monthOf(monthAhead[1] ?? ''), monthAhead[2]);
  if (serial.test(text)) return dayOfSerial(Number(text.replace(',', '.')));
  return fileTime.test(text) ? dayOfFileTime(Number(text)) : undefined;
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
  mär: 'mrt',
  mrz: 'mrt',
  may: 'mei',
  mai: 'mei',
  oct: 'okt',
  dez: 'dec',
};

function monthOf(word: string): string {
  const start = word.normalize('NFC').slice(0, 3).toLowerCase();
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

// FILETIME counts units of 100 nanoseconds since 1601 (MS-DTYP 2.3.3).
function dayOfFileTime(count: number): string | undefined {
  return (
    DateTime.utc(1601)
      .plus({ milliseconds: count / 10_000 })
      .toISODate() ?? undefined
  );
}

/** The name in a distinguished name (RFC 4514) such as `CN=Vos\, Els,OU=Staff,DC=example`; any other text itself. */
export function commonName(text: string): string {
  if (!text.slice(0, 3).toLowerCase().startsWith('cn=')) return text;
  let name = '';
  for (let at = 3; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === ',') break;
    if (char === '\\') at += 1;
    name += char === '\\' ? text.charAt(at) : char;
  }
  return name.trim();
}
