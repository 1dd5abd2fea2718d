import type { FindingStory } from '../../../features/evidence/dossier/collect.ts';
import { dossierTexts } from '../../../features/evidence/dossier/texts.ts';

const { nl, en } = dossierTexts;

/** What a cell has to say: a text, one of several, or anything where records do not tell. */
export type Cell = string | number | readonly string[] | ((value: string) => boolean) | undefined;

const quarter = 15 * 60_000;
const furthest = 14 * 3600_000;

/** The same moment on somebody's clock: that of a zone, which are quarters of an hour apart. */
export const local =
  (at: string) =>
  (value: string): boolean => {
    if (at === '' || !/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(value)) return at === value;
    const apart = Date.parse(`${value.replace(' ', 'T')}Z`) - Date.parse(`${at.slice(0, 16)}Z`);
    return Math.abs(apart) <= furthest && apart % quarter === 0;
  };

const months = [
  'januari februari maart april mei juni juli augustus september oktober november december',
  'January February March April May June July August September October November December',
].map((names) => names.split(' '));

/** A day in the words of either language. */
export const dayCell =
  (on: string) =>
  (value: string): boolean => {
    const [year, month, day] = /^\d{4}-\d\d-\d\d$/.test(on) ? on.split('-').map(Number) : [];
    if (year === undefined || month === undefined) return on !== '' || notRecorded.includes(value);
    const ends = months.map((names) => ` ${day ?? ''} ${names[month - 1] ?? '-'} ${year}`);
    return ends.some((end) => value.endsWith(end));
  };

/** How a table writes a text and a day. */
interface Written {
  readonly text: (said: string) => string;
  readonly day: (on: string) => (value: string) => boolean;
}

/** Who bears the risk of a finding, who owns it, or else who solves it. */
export function ownerCell(
  { owner, borne }: FindingStory,
  solver: readonly string[],
  { text, day }: Written,
): Cell {
  if (!borne) return owner === undefined ? solver.map(text) : text(owner);
  const { until } = borne;
  const said = [nl, en].map(({ bearer, nobody: erased }) =>
    text(bearer(borne.name ?? erased, until && mark)).split(mark),
  );
  return (value) =>
    said.some(([before = '', after]) => {
      if (until === undefined || after === undefined) return value === before;
      const on = value.slice(before.length, value.length - after.length);
      return value.startsWith(before) && value.endsWith(after) && day(until)(on);
    });
}
// Where the day stands; no text of people holds it.
const mark = '\0';

/** What stands for whoever was erased. */
export const nobody: readonly string[] = [nl.nobody, en.nobody];
export const notRecorded: readonly string[] = [nl.notRecorded, en.notRecorded];
/** What stands where nothing is answered. */
export const unanswered: readonly string[] = [...notRecorded, nl.notYet, en.notYet];
export const states = (state: keyof typeof nl.states): readonly [string, string] => [
  nl.states[state],
  en.states[state],
];

const isRight = (value: string, cell: Cell): boolean => {
  if (cell === undefined) return true;
  if (typeof cell === 'function') return cell(value);
  return typeof cell === 'object' ? cell.includes(value) : String(cell) === value;
};

/** Tells which row of a table says something else than the records do. */
export function* tableProblems(
  name: string,
  rows: readonly (readonly string[])[],
  told: readonly (readonly Cell[])[],
): Generator<string> {
  if (rows.length !== told.length)
    yield `${name} has ${rows.length} rows, the records tell ${told.length}`;
  for (const [at, cells] of told.entries()) {
    const row = rows[at] ?? [];
    if (row.length !== cells.length) yield `a row of ${name} has ${row.length} cells`;
    const wrong = cells.findIndex((cell, place) => !isRight(row[place] ?? '', cell));
    if (wrong !== -1)
      yield `${name} says ${JSON.stringify(row[wrong]?.slice(0, 60))}, the records do not`;
  }
}

/** The rows of the body of a table of HTML as texts, still written as HTML writes them. */
export const cellsIn = (table: string): readonly (readonly string[])[] =>
  [...table.matchAll(/<tr>(.*?)<\/tr>/gs)]
    .slice(1)
    .map(([, row = '']) =>
      [...row.matchAll(/<td>(.*?)<\/td>/gs)].map(([, cell = '']) => cell.replace(/<[^<>]*>/g, '')),
    );

export const tablesIn = (part: string): readonly string[] =>
  part.match(/<table.*?<\/table>/gs) ?? [];
