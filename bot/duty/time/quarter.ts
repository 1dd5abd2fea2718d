import type { Instant } from '../ids.ts';
import { DateTime } from 'luxon';
import { toInstant } from './instant.ts';
import { dayOf, workdaysAfter } from './workdays.ts';

/** A quarter of a calendar year, `2026-Q3`; they sort as they follow each other. */
export type Quarter = string & { readonly brand: 'Quarter' };

/** Reads a quarter; undefined for what cannot be one. */
export function parseQuarter(raw: unknown): Quarter | undefined {
  return typeof raw === 'string' && /^\d{4}-Q[1-4]$/.test(raw) ? (raw as Quarter) : undefined;
}

const named = (day: DateTime): Quarter =>
  `${day.toFormat('yyyy')}-Q${String(day.quarter)}` as Quarter;

/** The quarter of an instant on the clock of a zone. */
export const quarterOf = (at: string, zone: string): Quarter => quarterOfMonth(dayOf(at, zone));

/** The quarter in which a month lies, `2026-11`; a day of it will do. */
export const quarterOfMonth = (month: string): Quarter =>
  `${month.slice(0, 4)}-Q${String(Math.ceil(Number(month.slice(5, 7)) / 3))}` as Quarter;

/** The quarter so many quarters after another; a negative number goes back. */
export function quarterAfter(quarter: Quarter, quarters: number): Quarter {
  return named(firstDay(quarter).plus({ quarters }));
}

/** So many quarters up to and with one, the oldest first. */
export function quartersUpTo(last: Quarter, count: number): readonly Quarter[] {
  return Array.from({ length: count }, (_, at) => quarterAfter(last, at + 1 - count));
}

function firstDay(quarter: Quarter): DateTime {
  const [year, number] = quarter.split('-Q').map(Number);
  return DateTime.utc(year ?? 0, 3 * (number ?? 1) - 2, 1);
}

/** The months of a quarter, `2026-10`. */
export const monthsOf = (quarter: Quarter): readonly string[] =>
  [0, 1, 2].map((months) => firstDay(quarter).plus({ months }).toFormat('yyyy-MM'));

/** The calendar day on which a quarter begins. */
export const firstDayOf = (quarter: Quarter): string => firstDay(quarter).toFormat('yyyy-MM-dd');

const askHour = 9;

/** When a quarter that is over is asked about: nine o'clock in a zone on the first working day after it. */
export function askedAboutAt(quarter: Quarter, zone: string): Instant {
  const last = firstDay(quarterAfter(quarter, 1)).minus({ days: 1 });
  const day = workdaysAfter(last.toFormat('yyyy-MM-dd'), 1);
  return toInstant(DateTime.fromISO(day, { zone }).set({ hour: askHour }));
}
