import { createHash } from 'node:crypto';
import { comparable } from '../../../cards/same-text.ts';
import type { Account } from '../../kinds/review-access/accounts.ts';
import { maxAccounts } from '../../kinds/review-access/index.ts';
import { readAccountRow } from './account-cells.ts';
import type { Columns, FoundColumns } from '../columns.ts';
import {
  findColumns,
  headingChoices,
  knownHeadings,
  missingColumns,
  secretHeadings,
} from '../columns.ts';
import type { Grid, GridRow, HeadingLook } from '../grid.ts';
import { filledWidth, maxLinesBefore, squashed } from '../grid.ts';
import type { AccountField, ExportField, HeadingMap } from '../headings.ts';
import { accountHeadings, exportFields } from '../headings.ts';
import type { FileProblem, HeadingChoice, Refused } from '../problems.ts';
import { quoted, refused } from '../problems.ts';
import type { Format } from '../grid.ts';

/** What the reader made of a file beside its accounts, so that nothing is left out in silence. */
export interface Layout {
  /** The heading that each field was read from. */
  readonly used: Readonly<Partial<Record<ExportField, string>>>;
  /** The headings of columns that were not read. */
  readonly unused: readonly string[];
  /** Every heading, so that a person can say which column is which. */
  readonly headings: readonly HeadingChoice[];
  /** Lines before the heading, such as a title. */
  readonly passedOver: readonly { readonly line: number; readonly found: string }[];
  /** The tab that was read, and the others with something on them. */
  readonly sheet?: string;
  readonly otherSheets: readonly string[];
}

/** A list of accounts as an application exported it. */
export interface AccountsRead {
  readonly ok: true;
  readonly holds: 'accounts';
  readonly accounts: readonly Account[];
  /** Of the file's bytes, so that the evidence says which file it was. */
  readonly sha256: string;
  readonly format: Format;
  readonly layout: Layout;
}

const known = knownHeadings(exportFields, accountHeadings);

/** How much a row looks like the heading of a list of accounts. */
export function lookAtAccounts(map: HeadingMap): (row: GridRow) => HeadingLook {
  return (row) => {
    const { columns } = findColumns(row, known, map);
    return { known: Object.keys(columns).length, complete: missingIn(columns).length === 0 };
  };
}

function missingIn({ account, name, lastName }: Columns<ExportField>): readonly AccountField[] {
  const missing: AccountField[] = [];
  if (!account) missing.push('account');
  if (!name && !lastName) missing.push('name');
  return missing;
}

interface Source {
  readonly bytes: Uint8Array;
  readonly format: Format;
  readonly map: HeadingMap;
}

/** Reads the accounts of a table; every fault that can be named is named at once. */
export function accountsOf(
  { heading, rows, ...around }: Grid,
  { bytes, format, map }: Source,
): AccountsRead | Refused {
  if (heading === undefined) return refused([{ code: 'empty' }]);
  const secret = secretHeadings(heading);
  if (secret.length > 0) return refused(secret);
  const found = findColumns(heading, known, map);
  const { columns, unused } = withoutParts(found);
  const unclear = found.problems;
  const missing = missingIn(columns);
  const problems: FileProblem[] = [...missingColumns(heading, missing), ...unclear];
  if (rows.length === 0) problems.push({ code: 'no-rows' });
  if (rows.length > maxAccounts) problems.push({ code: 'too-many-rows', limit: maxAccounts });
  if (problems.length > 0) {
    const ambiguous = unclear.flatMap(({ column }) => column ?? []);
    const fields = Object.keys(columns).filter((field) => !ambiguous.includes(field));
    const said = { missing, ambiguous, known: fields, headings: headingChoices(heading) };
    const isUnknown = missing.length > 0 || ambiguous.length > 0;
    const canBeSaid = isUnknown && !unclear.some(isSpelledAlike);
    return refused(problems, canBeSaid ? said : undefined);
  }
  const read = readRows(rows, columns, format === 'csv' ? filledWidth(heading.cells) : Infinity);
  if (!read.ok) return read;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const layout = {
    ...layoutOf(columns, unused, around),
    headings: headingChoices(heading),
  };
  return { ok: true, holds: 'accounts', accounts: read.accounts, sha256, format, layout };
}

/** Columns under one and the same heading: by a heading nobody can say which of them is meant. */
const isSpelledAlike = ({ found = '' }: FileProblem): boolean =>
  new Set(found.split(', ').map(squashed)).size === 1;

/** Where the whole name stands in a column, its parts are not read. */
function withoutParts({ columns, unused }: FoundColumns<ExportField>): {
  readonly columns: Columns<ExportField>;
  readonly unused: readonly string[];
} {
  const { firstName, infix, lastName, ...others } = columns;
  if (!columns.name) return { columns, unused };
  const left = [firstName, infix, lastName].flatMap((part) => part?.heading ?? []);
  return { columns: others, unused: [...left, ...unused] };
}

function layoutOf(
  columns: Columns<ExportField>,
  unused: readonly string[],
  { passedOver, sheet, otherSheets }: Omit<Grid, 'heading' | 'rows'>,
): Omit<Layout, 'headings'> {
  const used: Partial<Record<ExportField, string>> = {};
  for (const field of exportFields) {
    const column = columns[field];
    if (column) used[field] = column.heading;
  }
  return {
    used,
    unused,
    passedOver: passedOver.slice(0, maxLinesBefore).map(({ line, cells }) => ({
      line,
      found: quoted(cells.find((cell) => cell !== undefined)?.text ?? ''),
    })),
    ...(sheet === undefined ? {} : { sheet }),
    otherSheets,
  };
}

function readRows(
  rows: readonly GridRow[],
  columns: Columns<ExportField>,
  width: number,
): { readonly ok: true; readonly accounts: readonly Account[] } | Refused {
  const problems: FileProblem[] = [];
  const accounts: Account[] = [];
  const seen = new Map<string, number>();
  for (const row of rows) {
    problems.push(...beyond(row, width));
    const read = readAccountRow(row, columns);
    if ('problems' in read) problems.push(...read.problems);
    else {
      accounts.push(read.account);
      problems.push(...twice(row, { account: read.account, columns, seen }));
    }
  }
  return problems.length > 0 ? refused(problems) : { ok: true, accounts };
}

/** A row with more cells than the heading has shifted: a name with a comma, say, without quotes. */
function beyond({ line, cells }: GridRow, width: number): readonly FileProblem[] {
  const extra = cells.slice(width).find((cell) => cell !== undefined);
  return extra === undefined ? [] : [{ code: 'extra-cells', line, found: quoted(extra.text) }];
}

function twice(
  { line }: GridRow,
  {
    account: { account },
    columns: { account: column },
    seen,
  }: {
    readonly account: Account;
    readonly columns: Columns<ExportField>;
    readonly seen: Map<string, number>;
  },
): readonly FileProblem[] {
  const key = comparable(account);
  const first = seen.get(key);
  if (first === undefined) seen.set(key, line);
  if (first === undefined || column === undefined) return [];
  const found = quoted(account);
  return [{ code: 'duplicate-account', line, column: column.heading, found, first }];
}
