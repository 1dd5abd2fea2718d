import { DateTime } from 'luxon';
import { withoutEnd } from '../../../cards/ends.ts';

/** The first and last day of a period. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const months = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb'],
  ['maart', 'march', 'mrt', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['augustus', 'august', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
] as const;

/**
 * The days of a period that the vendor named: a quarter (`Q4 2026`, `2026-Q4`, `4e kwartaal 2026`), a half
 * year (`H2 2026`), a month (`november 2026`, `2026-11`), a year, or two days. Undefined for other words.
 */
export function periodOf(written: string): Period | undefined {
  const plain = written.trim().toLowerCase().replace(/\s+/g, ' ');
  const [, from, to] =
    /^(\d{4}-\d{2}-\d{2}) ?(?:[–-]|t\/m|tot en met|to|until) ?(\d{4}-\d{2}-\d{2})$/.exec(plain) ??
    [];
  if (from !== undefined && to !== undefined) return betweenDays(from, to);
  const [year] = /\b\d{4}\b/.exec(plain) ?? [];
  if (year === undefined) return undefined;
  const around = plain.replace(year, '').replace(/^[\s-]+/, '');
  const rest = withoutEnd(around, /[\s-]/).replace(/ (?:van|of)$/, '');
  if (rest === '') return monthsOf(year, 1, 12);
  const quarter =
    /^(?:q|k|kwartaal |quarter )([1-4])$/.exec(rest)?.[1] ??
    /^([1-4])(?:e|ste|de|st|nd|rd|th)? (?:kwartaal|quarter)$/.exec(rest)?.[1];
  if (quarter !== undefined) return monthsOf(year, Number(quarter) * 3 - 2, 3);
  const half = /^h([12])$/.exec(rest)?.[1];
  if (half !== undefined) return monthsOf(year, Number(half) * 6 - 5, 6);
  const named = months.findIndex((names) => names.some((name) => name === rest));
  const month = named >= 0 ? named + 1 : Number(/^(?:0[1-9]|1[0-2])$/.exec(rest)?.[0] ?? 0);
  return month === 0 ? undefined : monthsOf(year, month, 1);
}

function betweenDays(from: string, to: string): Period | undefined {
  const valid = [from, to].every((day) => DateTime.fromISO(day).isValid);
  return valid && from <= to ? { from, to } : undefined;
}

function monthsOf(year: string, month: number, count: number): Period | undefined {
  const first = DateTime.fromObject({ year: Number(year), month }, { zone: 'utc' });
  if (!first.isValid) return undefined;
  const last = first.plus({ months: count }).minus({ days: 1 });
  return { from: first.toFormat('yyyy-MM-dd'), to: last.toFormat('yyyy-MM-dd') };
}
