import { DateTime } from 'luxon';
import type { Language } from './language.ts';

// British English puts the day first and uses the 24-hour clock, as a Dutch reader of English expects.
const locale = { nl: 'nl-NL', en: 'en-GB' } as const;

interface DayLook {
  /** The year is left out while it is this year. */
  readonly thisYear?: number;
  readonly short?: boolean;
}

/** A calendar day in words: `donderdag 3 december`, with the year where it is another. */
export function dayInWords(day: string, language: Language, look: DayLook = {}): string {
  const date = DateTime.fromISO(day, { zone: 'utc', locale: locale[language] });
  const year = look.thisYear === undefined || look.thisYear === date.year ? '' : ' yyyy';
  return date.toFormat(`${look.short ? 'ccc' : 'cccc'} d LLLL${year}`);
}

/** An instant on the reader's clock: `maandag 23 november 10:42`. */
export function momentInWords(
  at: string,
  { zone, thisYear }: { readonly zone: string; readonly thisYear?: number | undefined },
  language: Language,
): string {
  const moment = DateTime.fromISO(at, { zone, locale: locale[language] });
  const year = thisYear === undefined || thisYear === moment.year ? '' : ' yyyy';
  return moment.toFormat(`cccc d LLLL${year} HH:mm`);
}

/** A month (`2027-03`) in words: `maart 2027`. */
export function monthInWords(month: string, language: Language): string {
  return DateTime.fromISO(`${month}-01`, { zone: 'utc', locale: locale[language] }).toFormat(
    'LLLL yyyy',
  );
}

/** A foreign date or instant in words; what is not an ISO date is shown as it was written. */
export function foreignMoment(written: string, language: Language, zone: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(written) && DateTime.fromISO(written).isValid) {
    return DateTime.fromISO(written, { locale: locale[language] }).toFormat('cccc d LLLL yyyy');
  }
  const moment = DateTime.fromISO(written, { zone, locale: locale[language] });
  const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(written) && moment.isValid;
  return instant ? moment.toFormat('cccc d LLLL yyyy HH:mm') : written;
}

/** A length of time, largest two units: `2 u 40 m`, `3 d 4 u`. */
export function durationInWords(minutes: number, language: Language): string {
  const unit = language === 'nl' ? { d: 'd', h: 'u', m: 'm' } : { d: 'd', h: 'h', m: 'm' };
  const parts = [
    [Math.floor(minutes / 1440), unit.d],
    [Math.floor((minutes % 1440) / 60), unit.h],
    [Math.floor(minutes % 60), unit.m],
  ] as const;
  const said = parts.filter(([amount]) => amount > 0).slice(0, 2);
  return said.length === 0
    ? `0 ${unit.m}`
    : said.map(([amount, name]) => `${String(amount)} ${name}`).join(' ');
}
