import { comparable } from '../../../cards/same-text.ts';
import { cut } from '../../../cards/plain-text.ts';
import { parsePersonId } from '../../duty/ids.ts';
import type { Person } from '../../duty/ids.ts';
import { CsvError, parse } from 'csv-parse/sync';
import type { KindName } from '../../kinds/index.ts';
import { dutyKinds, kindOf, parseKind } from '../../kinds/index.ts';
import type { Language } from '../../../cards/language.ts';
import { languages } from '../../../cards/language.ts';
import type { RosterEntry } from './roster.ts';
import { entryKey, every, maxEntries, maxNameLength } from './roster.ts';

/** The columns of a roster as CSV, in their order, and what else each may be called. */
export const rosterColumns = {
  system: ['system', 'systeem'],
  kind: ['kind', 'soort', 'plicht', 'duty'],
  responsible: ['responsible', 'verantwoordelijk', 'verantwoordelijke'],
  substitute: ['substitute', 'vervanger'],
  fallback: ['fallback', 'vangnet', 'terugval'],
} as const;
export type RosterColumn = keyof typeof rosterColumns;
const columnNames = Object.keys(rosterColumns) as readonly RosterColumn[];
const requiredColumns: readonly RosterColumn[] = ['system', 'kind', 'responsible'];

export type CsvFaultCode =
  | 'empty'
  | 'too-many'
  | 'quotes'
  | 'missing-column'
  | 'unknown-column'
  | 'extra-cells'
  | 'missing'
  | 'too-long'
  | 'unknown-kind'
  | 'unknown-person'
  | 'several-people'
  | 'same-person'
  | 'twice';

/** One fault of a pasted roster: where it is, and what stands there. */
export interface CsvFault {
  readonly code: CsvFaultCode;
  /** Counted from 1, the heading included. */
  readonly line: number;
  readonly column?: string;
  readonly found?: string;
}

export type CsvReading =
  | { readonly ok: true; readonly entries: readonly RosterEntry[] }
  | { readonly ok: false; readonly faults: readonly CsvFault[] };

interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Reads a roster that was pasted as CSV; either every line is right, or every fault is named. */
export function readRosterCsv(text: string, people: readonly Person[]): CsvReading {
  const rows = rowsOf(text);
  if ('code' in rows) return { ok: false, faults: [rows] };
  const [heading, ...lines] = rows;
  if (!heading || lines.length === 0) return { ok: false, faults: [{ code: 'empty', line: 1 }] };
  if (lines.length > maxEntries) {
    return { ok: false, faults: [{ code: 'too-many', line: lines[maxEntries]?.line ?? 1 }] };
  }
  const columns = columnsOf(heading);
  if (columns.faults.length > 0) return { ok: false, faults: columns.faults };
  const faults: CsvFault[] = [];
  const entries = new Map<string, RosterEntry>();
  for (const row of lines) {
    const read = readRow(row, columns.order, people);
    faults.push(...read.faults);
    if (!read.entry) continue;
    const key = entryKey(read.entry);
    if (entries.has(key)) faults.push({ code: 'twice', line: row.line, column: 'system' });
    entries.set(key, read.entry);
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, entries: [...entries.values()] };
}

/** The delimiter that divides the heading into most cells: pasted from a spreadsheet it is a tab. */
function delimiterOf(text: string): string {
  const heading = text.trimStart().split('\n', 1)[0] ?? '';
  const parts = (delimiter: string): number => heading.split(delimiter).length;
  return [';', ',', '\t'].reduce((best, next) => (parts(next) > parts(best) ? next : best));
}

function rowsOf(text: string): readonly CsvRow[] | CsvFault {
  const written = text.replace(/\r\n?/g, '\n');
  const rows: CsvRow[] = [];
  try {
    parse(written, {
      bom: true,
      delimiter: delimiterOf(written),
      relax_column_count: true,
      record_delimiter: '\n',
      on_record: (cells: string[], { lines }: { lines: number }) => {
        const trimmed = cells.map((cell) => unguarded(cell.trim()));
        if (trimmed.some((cell) => cell !== '')) rows.push({ line: lines, cells: trimmed });
        return undefined;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { code: 'quotes', line: typeof error['lines'] === 'number' ? error['lines'] : 1 };
  }
  return rows;
}

function columnsOf({ line, cells }: CsvRow): {
  readonly order: readonly (RosterColumn | undefined)[];
  readonly faults: readonly CsvFault[];
} {
  const order = cells.map((cell) =>
    columnNames.find((name) => rosterColumns[name].some((one) => one === cell.toLowerCase())),
  );
  const unknown = cells.filter((cell, at) => cell !== '' && order[at] === undefined);
  const missing = requiredColumns.filter((name) => !order.includes(name));
  const faults = [
    ...unknown.map((found): CsvFault => ({ code: 'unknown-column', line, found })),
    ...missing.map((column): CsvFault => ({ code: 'missing-column', line, column })),
  ];
  return { order, faults };
}

function readRow(
  { line, cells }: CsvRow,
  order: readonly (RosterColumn | undefined)[],
  people: readonly Person[],
): { readonly entry?: RosterEntry; readonly faults: readonly CsvFault[] } {
  const faults: CsvFault[] = [];
  const fault = (code: CsvFaultCode, column?: RosterColumn, found?: string): void => {
    faults.push({
      code,
      line,
      ...(column === undefined ? {} : { column }),
      ...(found === undefined ? {} : { found: cut(found, 60) }),
    });
  };
  if (cells.slice(order.length).some((cell) => cell !== '')) fault('extra-cells');
  const cellOf = (column: RosterColumn): string => cells[order.indexOf(column)] ?? '';
  const system = cellOf('system');
  if (system === '') fault('missing', 'system');
  if (system.length > maxNameLength) fault('too-long', 'system', system);
  const kind = readKind(cellOf('kind'));
  if (cellOf('kind') === '') fault('missing', 'kind');
  else if (kind === undefined) fault('unknown-kind', 'kind', cellOf('kind'));
  const personIn = (column: RosterColumn): Person | undefined => {
    const written = cellOf(column);
    if (written === '') {
      if (column === 'responsible') fault('missing', column);
      return undefined;
    }
    const [person, ...others] = findPeople(people, written);
    if (person && others.length === 0) return person;
    fault(person ? 'several-people' : 'unknown-person', column, written);
    return undefined;
  };
  const responsible = personIn('responsible');
  const substitute = personIn('substitute');
  const fallback = personIn('fallback');
  const named = [responsible, substitute, fallback].flatMap((one) => one?.aadObjectId ?? []);
  if (new Set(named).size < named.length) fault('same-person', 'substitute');
  if (faults.length > 0 || !responsible || kind === undefined) return { faults };
  const entry = {
    system,
    kind,
    responsible,
    ...(substitute ? { substitute } : {}),
    ...(fallback ? { fallback } : {}),
  };
  return { entry, faults };
}

/** A kind by its name in the API or as the cards call it, in either language. */
function readKind(written: string): KindName | typeof every | undefined {
  if (written === every) return every;
  const wanted = written.toLowerCase();
  const named = dutyKinds.find(({ words }) =>
    languages.some((language) => words(language).name.toLowerCase() === wanted),
  );
  return named?.kind ?? parseKind(wanted);
}

/** People by object id, else by their whole name. */
function findPeople(people: readonly Person[], written: string): readonly Person[] {
  const id = parsePersonId(written);
  const byId = people.find(({ aadObjectId }) => aadObjectId === id);
  const wanted = comparable(written);
  const found = byId ? [byId] : people.filter(({ name }) => comparable(name) === wanted);
  return found.map(({ aadObjectId, name }) => ({ aadObjectId, name: nameOf(name) }));
}

const nameOf = (name: string): string => cut(name, maxNameLength);

/** How a roster is spelled for people: its headings, and the language of the kinds. */
interface Spelled {
  readonly headings: Readonly<Record<RosterColumn, string>>;
  readonly language: Language;
}

/** The roster as CSV that can be changed and pasted again; people of the same name by their object id. */
export function rosterCsv(
  entries: readonly RosterEntry[],
  people: readonly Person[],
  { headings, language }: Spelled,
): string {
  const heading = columnNames.map((name) => headings[name]);
  const written = (person: Person | undefined): string => {
    if (!person) return '';
    const { name, aadObjectId } = person;
    return findPeople(people, name).length === 1 ? name : aadObjectId;
  };
  const rows = entries.map(({ system, kind, responsible, substitute, fallback }) => [
    system,
    kind === every ? every : kindOf(kind).words(language).name,
    ...[responsible, substitute, fallback].map(written),
  ]);
  return [heading, ...rows].map((cells) => cells.map(csvCell).join(';')).join('\n');
}

// A spreadsheet works out what begins like this; an apostrophe before it makes it a text.
const formula = /^[=+\-@\t\r]/;
const csvCell = (text: string): string => {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[";,\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
const unguarded = (cell: string): string => (/^'[=+\-@]/.test(cell) ? cell.slice(1) : cell);
