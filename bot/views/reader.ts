import type { Fact } from '../../cards/card.ts';
import { dayInWords, momentInWords } from '../../cards/dates.ts';
import type { Band } from '../../cards/elements.ts';
import type { ReaderNow } from '../kinds/kind.ts';
import { dayOf, workdaysBetween } from '../duty/time/workdays.ts';
import { words } from './texts.ts';

export type { ReaderNow } from '../kinds/kind.ts';

/** The due date in words, with the working days that are left or that it is late. */
export function dueBand(
  dueOn: string,
  { language, zone, now }: ReaderNow,
): NonNullable<Band['due']> {
  const said = words[language];
  const today = dayOf(now, zone);
  const day = dayInWords(dueOn, language, { thisYear: Number(today.slice(0, 4)) });
  const days = workdaysBetween(today, dueOn);
  const late = dueOn < today;
  return {
    left: leftInWords(said, { days, late, today: dueOn === today }),
    until: said.due(day),
    late,
  };
}

function leftInWords(
  said: (typeof words)['nl'],
  { days, late, today }: { readonly days: number; readonly late: boolean; readonly today: boolean },
): string {
  if (late) return days === 0 ? said.late : said.workdaysLate(-days);
  if (today) return said.dueToday;
  return days === 0 ? said.noWorkdayLeft : said.workdaysLeft(days);
}

/** The due date in running text: `uiterlijk donderdag 3 december, nog 5 werkdagen`. */
export function dueText(dueOn: string, reader: ReaderNow): string {
  const { language, zone, now } = reader;
  const thisYear = Number(dayOf(now, zone).slice(0, 4));
  return `${words[language].due(dayInWords(dueOn, language, { thisYear }))}, ${dueBand(dueOn, reader).left}`;
}

/** What stands above a card that everybody reads, once what somebody saved at that moment stands on it. */
export function lastSaved(at: string, { language, zone, now }: ReaderNow): string {
  const thisYear = Number(dayOf(now, zone).slice(0, 4));
  return words[language].lastSaved(momentInWords(at, { zone, thisYear }, language));
}

export const isLate = (dueOn: string, { zone, now }: ReaderNow): boolean =>
  dueOn < dayOf(now, zone);

/** One pair for a FactSet, or none where there is nothing to tell. */
export function fact(title: string, value: string | undefined): readonly Fact[] {
  return value === undefined || value === '' ? [] : [{ title, value }];
}
