import type { Language } from '../../../cards/language.ts';
import { languages } from '../../../cards/language.ts';
import type { Recurrence } from './recurrence.ts';

// A weekday as RFC 5545 writes it, and as people do.
const weekdays = {
  MO: { nl: 'maandag', en: 'Monday' },
  TU: { nl: 'dinsdag', en: 'Tuesday' },
  WE: { nl: 'woensdag', en: 'Wednesday' },
  TH: { nl: 'donderdag', en: 'Thursday' },
  FR: { nl: 'vrijdag', en: 'Friday' },
  SA: { nl: 'zaterdag', en: 'Saturday' },
  SU: { nl: 'zondag', en: 'Sunday' },
} as const;
const places = [
  [1, { nl: 'eerste', en: 'first' }],
  [2, { nl: 'tweede', en: 'second' }],
  [3, { nl: 'derde', en: 'third' }],
  [4, { nl: 'vierde', en: 'fourth' }],
  [-1, { nl: 'laatste', en: 'last' }],
] as const;
const periods = [
  { nl: 'van de maand', en: 'of the month', months: () => '' },
  {
    nl: 'van het kwartaal',
    en: 'of the quarter',
    months: (place: number) => (place < 0 ? ';BYMONTH=3,6,9,12' : ';BYMONTH=1,4,7,10'),
  },
] as const;
const workdays = 'MO,TU,WE,TH,FR';

/** Which days of a month a place among them is: "the last workday". */
const daysAt = (place: number) => [
  ...Object.entries(weekdays).map(([code, said]) => ({
    said,
    rule: `BYDAY=${String(place)}${code}`,
  })),
  {
    said: { nl: 'werkdag', en: 'working day' },
    rule: `BYDAY=${workdays};BYSETPOS=${String(place)}`,
  },
  { said: { nl: 'dag', en: 'day' }, rule: `BYMONTHDAY=${String(place)}` },
];

const every = { nl: 'elke', en: 'every' } as const;

/** Every rule that has words, in one language: `elke eerste maandag van de maand`. */
const saidRules = (language: Language): ReadonlyMap<string, Recurrence> =>
  new Map([
    [{ nl: 'elke dag', en: 'every day' }[language], 'FREQ=DAILY'],
    [{ nl: 'elke werkdag', en: 'every working day' }[language], `FREQ=WEEKLY;BYDAY=${workdays}`],
    ...Object.entries(weekdays).map(
      ([code, said]) =>
        [`${every[language]} ${said[language]}`, `FREQ=WEEKLY;BYDAY=${code}`] as const,
    ),
    ...periods.flatMap((period) =>
      places.flatMap(([place, nth]) =>
        daysAt(place).map(
          ({ said, rule }) =>
            [
              `${every[language]} ${nth[language]} ${said[language]} ${period[language]}`,
              `FREQ=MONTHLY${period.months(place)};${rule}`,
            ] as const,
        ),
      ),
    ),
  ]);

const known = { nl: saidRules('nl'), en: saidRules('en') } as const;

// Words that may be left out or put otherwise: "op de laatste vrijdag", "every last Friday".
const small = /\b(?:elke?|iedere?|op|de|het|van|in|per|every|each|on|the|of)\b/g;
const bare = (said: string): string =>
  said
    .toLowerCase()
    .replace(small, ' ')
    .replace(/[.\s]+/g, ' ')
    .trim();
const rules = new Map(
  languages.flatMap((language) => [...known[language]].map(([said, rule]) => [bare(said), rule])),
);

/** The rule that somebody wrote in words, in either language; of the month where nothing else is said. */
export function ruleSaid(written: string): Recurrence | undefined {
  const said = bare(written);
  return rules.get(said) ?? rules.get(`${said} maand`) ?? rules.get(`${said} month`);
}

/** A rule in the words with which it can be written; undefined for one that has none. */
export const ruleInWords = (rule: Recurrence, language: Language): string | undefined =>
  [...known[language]].find(([, one]) => one === rule)?.[0];
