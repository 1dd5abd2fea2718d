import type { Language } from '../../cards/language.ts';
import { languages } from '../../cards/language.ts';
import type { Account, Decision, Flag, Pick, Picks } from '../kinds/review-access/accounts.ts';
import { decisions, maxNote, problemOf } from '../kinds/review-access/accounts.ts';
import { reviewAccessTexts } from '../kinds/review-access/texts.ts';
import type { Column, Columns } from './columns.ts';
import { findColumns } from './columns.ts';
import type { GridRow } from './grid.ts';
import { squashed } from './grid.ts';
import type { FileProblem, Refused } from './problems.ts';
import { orRefused, quoted, refused } from './problems.ts';
import { serialOfDay } from './read-day.ts';
import { formatOf, readGrid } from './read-grid.ts';
import type { SheetField } from './texts.ts';
import { fileTexts } from './texts.ts';
import { writeWorkbook } from './write-workbook.ts';

/** The list under review, with the flags of every account for this reviewer. */
export interface ReviewList {
  readonly accounts: readonly Account[];
  readonly flags: readonly (readonly Flag[])[];
}

const widths = {
  account: 24,
  name: 28,
  role: 28,
  lastSignIn: 16,
  flags: 30,
  decision: 16,
  note: 44,
} as const satisfies Record<SheetField, number>;
const shownFields = ['account', 'name', 'role', 'lastSignIn', 'flags', 'decision', 'note'] as const;
const readFields = ['account', 'decision', 'note'] as const;
type ReadField = (typeof readFields)[number];

/** A workbook in which a reviewer decides about every account, with what was decided so far. */
export function writeReviewSheet(
  { accounts, flags }: ReviewList,
  picks: Picks,
  language: Language,
): Uint8Array {
  const { fields, sheet } = fileTexts[language];
  const words = reviewAccessTexts[language];
  return writeWorkbook({
    name: sheet,
    columns: shownFields.map((field) => ({ heading: fields[field], width: widths[field] })),
    rows: accounts.map(({ account, name, role = '', lastSignIn = '' }, at) => {
      const pick = picks.get(at);
      const serial = serialOfDay(lastSignIn);
      return [
        account,
        name,
        role,
        serial === undefined ? lastSignIn : { serial },
        (flags[at] ?? []).map((flag) => words.flags[flag]).join(', '),
        pick === undefined ? '' : words.decisions[pick.decision],
        pick?.note ?? '',
      ];
    }),
    choice: {
      at: shownFields.indexOf('decision'),
      values: decisions.map((decision) => words.decisions[decision]),
      otherwise: words.problems['not-a-choice'],
    },
  });
}

/** A sheet of decisions that counts as a whole. */
export interface SheetRead {
  readonly ok: true;
  readonly picks: Picks;
}

/** Reads the decisions from a returned sheet, in either language; none counts until all can. */
export async function readReviewSheet(
  bytes: Uint8Array,
  list: ReviewList,
  name = 'sheet.xlsx',
): Promise<SheetRead | Refused> {
  return orRefused(async () => {
    const maxRows = list.accounts.length * 2 + 100;
    const rows = await readGrid(bytes, formatOf(bytes, name), { maxRows });
    const [heading, ...decided] = rows;
    if (heading === undefined) return refused([{ code: 'empty' }]);
    const { columns, problems } = findColumns(heading, readFields, {
      headings: headingsOf(),
      required: readFields,
    });
    if (problems.length > 0) return refused(problems);
    if (rows.length > maxRows) return refused([{ code: 'too-many-rows', limit: maxRows - 1 }]);
    return picksOf(decided, columns, list);
  });
}

/** Whether a file is a sheet of decisions rather than an application's export: it has a column for them. */
export async function isReviewSheet(bytes: Uint8Array, name: string): Promise<boolean> {
  const found = await orRefused(async () => {
    const [heading] = await readGrid(bytes, formatOf(bytes, name), { maxRows: 1 });
    if (heading === undefined) return { ok: true, columns: {} } as const;
    const wanted = { headings: headingsOf(), required: [] };
    const { columns } = findColumns(heading, readFields, wanted);
    return { ok: true, columns } as const;
  });
  return found.ok && found.columns.decision !== undefined && found.columns.account !== undefined;
}

function headingsOf(): Readonly<Record<ReadField, readonly string[]>> {
  const inEach = (field: ReadField): readonly string[] =>
    languages.map((language) => squashed(fileTexts[language].fields[field]));
  return { account: inEach('account'), decision: inEach('decision'), note: inEach('note') };
}

function picksOf(
  rows: readonly GridRow[],
  columns: Columns<ReadField>,
  { accounts, flags }: ReviewList,
): SheetRead | Refused {
  const places = new Map(accounts.map(({ account }, at) => [account.toLowerCase(), at]));
  const lines = new Map<number, number>();
  const picks = new Map<number, Pick>();
  const problems: FileProblem[] = [];
  for (const row of rows) {
    const { line } = row;
    const account = textAt(row, columns.account);
    const at = places.get(account.toLowerCase());
    const first = at === undefined ? undefined : lines.get(at);
    if (at !== undefined && first === undefined) lines.set(at, line);
    const rowFlags = at === undefined ? undefined : flags[at];
    const read =
      notAValue(row, columns) ?? misplaced(at, first) ?? readPick(row, columns, rowFlags ?? []);
    if ('code' in read) problems.push({ line, found: quoted(account), ...read });
    else if (at !== undefined) picks.set(at, read);
  }
  for (const [at, { account }] of accounts.entries()) {
    if (!lines.has(at)) problems.push({ code: 'missing-row', found: quoted(account) });
  }
  return problems.length > 0 ? refused(problems) : { ok: true, picks };
}

const textAt = ({ cells }: GridRow, column: Column | undefined): string =>
  (column && cells[column.at]?.text) ?? '';

/** A cell that a spreadsheet worked out, or could not work out, is nobody's decision. */
function notAValue(row: GridRow, columns: Columns<ReadField>): FileProblem | undefined {
  for (const column of [columns.account, columns.decision, columns.note]) {
    if (column === undefined) continue;
    const cell = row.cells[column.at];
    if (cell?.kind === 'formula') return { code: 'formula', column: column.heading };
    if (cell?.kind !== 'error') continue;
    return { code: 'error-value', column: column.heading, found: quoted(cell.text) };
  }
  return undefined;
}

function misplaced(at: number | undefined, first: number | undefined): FileProblem | undefined {
  if (at === undefined) return { code: 'unknown-row' };
  return first === undefined ? undefined : { code: 'duplicate-row', first };
}

const byWord: ReadonlyMap<string, Decision> = new Map(
  languages.flatMap((language) =>
    decisions.map((decision) => [
      squashed(reviewAccessTexts[language].decisions[decision]),
      decision,
    ]),
  ),
);

function readPick(
  row: GridRow,
  columns: Columns<ReadField>,
  rowFlags: readonly Flag[],
): Pick | FileProblem {
  const chosen = textAt(row, columns.decision).trim();
  if (chosen === '') return { code: 'missing-decision' };
  const decision = byWord.get(squashed(chosen));
  if (decision === undefined) return { code: 'not-a-choice', found: quoted(chosen) };
  const note = textAt(row, columns.note)
    .replace(/(?![\n\t])\p{Cc}|\p{Cs}/gu, '')
    .trim();
  const column = columns.note === undefined ? {} : { column: columns.note.heading };
  if (note.length > maxNote) return { code: 'too-long', limit: maxNote, ...column };
  const pick: Pick = note === '' ? { decision } : { decision, note };
  const problem = problemOf(pick, rowFlags);
  return problem === undefined ? pick : { code: problem, ...(problem === 'self' ? {} : column) };
}
