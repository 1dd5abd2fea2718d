import type { Fact } from '../../cards/card.ts';
import { dayInWords, momentInWords } from '../../cards/dates.ts';
import type { Band } from '../../cards/elements.ts';
import type { ReaderNow } from '../kinds/kind.ts';
import { dayOf, workdaysBetween } from '../duty/time/workdays.ts';
import { words } from './texts.ts';

export type { ReaderNow } from '../kinds/kind.ts';

/** The due date on a card: the day, and that it has passed; no count of days, as the card stays in its chat. */
export const dueBand = (dueOn: string, reader: ReaderNow): NonNullable<Band['due']> => ({
  told: dueDay(dueOn, reader),
  late: isLate(dueOn, reader),
});

/** The due date in what is still read days later: `uiterlijk donderdag 3 december`, also where it has passed. */
export function dueDay(dueOn: string, reader: ReaderNow): string {
  const said = words[reader.language];
  const day = dayNamed(dueOn, reader);
  return isLate(dueOn, reader) ? said.wasDue(day) : said.due(day);
}

/** The due date in what is made anew whenever somebody asks: `uiterlijk donderdag 3 december, nog 5 werkdagen`. */
export function dueText(dueOn: string, reader: ReaderNow): string {
  return `${words[reader.language].due(dayNamed(dueOn, reader))}, ${daysLeft(dueOn, reader)}`;
}

function daysLeft(dueOn: string, { language, zone, now }: ReaderNow): string {
  const said = words[language];
  const today = dayOf(now, zone);
  const days = workdaysBetween(today, dueOn);
  if (dueOn < today) return days === 0 ? said.late : said.workdaysLate(-days);
  if (dueOn === today) return said.dueToday;
  return days === 0 ? said.noWorkdayLeft : said.workdaysLeft(days);
}

const dayNamed = (day: string, { language, zone, now }: ReaderNow): string =>
  dayInWords(day, language, { thisYear: Number(dayOf(now, zone).slice(0, 4)) });

/** What stands above a card that everybody reads: when it was changed last, and by whom where that is known. */
export function lastSaved(
  { at, name }: { readonly at: string; readonly name: string | undefined },
  { language, zone, now }: ReaderNow,
): string {
  const thisYear = Number(dayOf(now, zone).slice(0, 4));
  return words[language].lastSaved(momentInWords(at, { zone, thisYear }, language), name);
}

export const isLate = (dueOn: string, { zone, now }: ReaderNow): boolean =>
  dueOn < dayOf(now, zone);

/** One pair for a FactSet, or none where there is nothing to tell. */
export function fact(title: string, value: string | undefined): readonly Fact[] {
  return value === undefined || value === '' ? [] : [{ title, value }];
}
