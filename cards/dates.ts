import { DateTime } from 'luxon';
import type { Language } from './language.ts';
import { plural } from './language.ts';

// British English puts the day first and uses the 24-hour clock, as a Dutch reader of English expects.
const locale = { nl: 'nl-NL', en: 'en-GB' } as const;

interface DayLook {
  /** The year is left out while it is this year. */
  readonly thisYear?: number;
  readonly short?: boolean;
}

const names = (width: 'long' | 'short') => ({
  nl: new Intl.DateTimeFormat(locale.nl, { weekday: width, timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat(locale.en, { weekday: width, timeZone: 'UTC' }),
});
const weekday = { long: names('long'), short: names('short') };
const month = {
  nl: new Intl.DateTimeFormat(locale.nl, { month: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat(locale.en, { month: 'long', timeZone: 'UTC' }),
};

/** A calendar day in words: `donderdag 3 december`, with the year where it is another; what is none stays as it was written. */
export function dayInWords(day: string, language: Language, look: DayLook = {}): string {
  // Each card has some of these: the names come from the engine at once, and not by way of a calendar library.
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  const year = Number(day.slice(0, 4));
  const said = [
    weekday[look.short ? 'short' : 'long'][language].format(date),
    String(date.getUTCDate()),
    month[language].format(date),
  ];
  return (
    look.thisYear === undefined || look.thisYear === year ? said : [...said, String(year)]
  ).join(' ');
}

/** A day of this year without its weekday, as part of a title: `23 november`. */
export function dayAndMonth(day: string, language: Language): string {
  const date = new Date(`${day}T00:00:00Z`);
  return `${String(date.getUTCDate())} ${month[language].format(date)}`;
}

const clocks = new Map<string, Intl.DateTimeFormat>();
// Zones are those of people: few, but nothing that grows has no bound.
const mostClocks = 100;

/** Writes instants as ISO does, on the clock of a zone: `2026-11-23 10:42`. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  // Swedish writes the ISO form.
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  if (clocks.size >= mostClocks) clocks.clear();
  clocks.set(zone, made);
  return made;
}

/** An instant on the reader's clock: `maandag 23 november 10:42`; what is none stays as it was written. */
export function momentInWords(
  at: string,
  { zone, thisYear }: { readonly zone: string; readonly thisYear?: number | undefined },
  language: Language,
): string {
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime())) return at;
  const [day = '', time = ''] = clockOf(zone).format(instant).split(' ');
  return `${dayInWords(day, language, thisYear === undefined ? {} : { thisYear })} ${time}`;
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

const lengths = {
  nl: { day: ['dag', 'dagen'], hour: ['uur', 'uur'], minute: ['minuut', 'minuten'] },
  en: { day: ['day', 'days'], hour: ['hour', 'hours'], minute: ['minute', 'minutes'] },
} as const;

/** A length of time, largest two units: `2 uur 40 minuten`, `3 days 4 hours`. */
export function durationInWords(minutes: number, language: Language): string {
  const units = lengths[language];
  const parts = [
    [Math.floor(minutes / 1440), units.day],
    [Math.floor((minutes % 1440) / 60), units.hour],
    [Math.floor(minutes % 60), units.minute],
  ] as const;
  const said = parts.filter(([amount]) => amount > 0).slice(0, 2);
  return (said.length === 0 ? parts.slice(2) : said)
    .map(([amount, [one, other]]) => `${String(amount)} ${plural(amount, { one, other })}`)
    .join(' ');
}

const ordinals = {
  nl: ['eerste', 'tweede', 'derde', 'vierde'],
  en: ['first', 'second', 'third', 'fourth'],
} as const;

/** A quarter such as `2026-Q3` in words: `het derde kwartaal van 2026`. */
export function quarterInWords(quarter: string, language: Language): string {
  const [year = '', number = ''] = quarter.split('-Q');
  const nth = ordinals[language][Number(number) - 1] ?? number;
  return language === 'nl' ? `het ${nth} kwartaal van ${year}` : `the ${nth} quarter of ${year}`;
}

/** The same in short: `Q3 2026`. */
export function quarterInShort(quarter: string): string {
  const [year = '', number = ''] = quarter.split('-');
  return `${number} ${year}`;
}
