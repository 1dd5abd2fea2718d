import { languages } from '../../../cards/language.ts';
import { comparable } from '../../../cards/same-text.ts';
import type { Decision, Flag, Pick, Picks } from '../../kinds/review-access/accounts.ts';
import { decisions, maxNote, problemOf } from '../../kinds/review-access/accounts.ts';
import { reviewAccessTexts } from '../../kinds/review-access/texts.ts';
import type { Column, Columns } from '../columns.ts';
import { findColumns, knownHeadings, missingColumns, secretHeadings } from '../columns.ts';
import type { Grid, GridRow, HeadingLook } from '../grid.ts';
import { squashed } from '../grid.ts';
import type { FileProblem, Refused } from '../problems.ts';
import { quoted, refused } from '../problems.ts';
import type { ReviewList } from './review-sheet.ts';
import { fileTexts } from '../texts.ts';

const readFields = ['account', 'decision', 'note'] as const;
type ReadField = (typeof readFields)[number];

/** A sheet of decisions that counts as a whole. */
export interface SheetRead {
  readonly ok: true;
  readonly picks: Picks;
}

const known = knownHeadings(readFields, {
  account: [inEachLanguage('account')],
  decision: [inEachLanguage('decision')],
  note: [inEachLanguage('note')],
});

function inEachLanguage(field: ReadField): readonly string[] {
  return languages.map((language) => squashed(fileTexts[language].fields[field]));
}

/** How much a row looks like the heading of a sheet of decisions, which no export has. */
export function lookAtDecisions(row: GridRow): HeadingLook {
  const { columns } = findColumns(row, known);
  const complete = columns.account !== undefined && columns.decision !== undefined;
  return { known: Object.keys(columns).length, complete };
}

/** The rows of a returned sheet, in either language, with nothing but the columns that count. */
export interface DecisionRows {
  readonly ok: true;
  readonly holds: 'decisions';
  readonly rows: readonly GridRow[];
  readonly columns: Columns<ReadField>;
}

/** Takes the columns that count from a table; refuses one where they are not all there. */
export function decisionsOf({ heading, rows }: Grid): DecisionRows | Refused {
  if (heading === undefined) return refused([{ code: 'empty' }]);
  const { columns, problems } = findColumns(heading, known);
  const missing = readFields.filter((field) => columns[field] === undefined);
  const secret = secretHeadings(heading);
  const faults = secret.length > 0 ? secret : [...missingColumns(heading, missing), ...problems];
  if (faults.length > 0) return refused(faults);
  const kept = readFields.flatMap((field, at) => {
    const column = columns[field];
    return column ? [[field, { at, heading: column.heading }] as const] : [];
  });
  const places = readFields.map((field) => columns[field]?.at ?? -1);
  return {
    ok: true,
    holds: 'decisions',
    rows: rows.map(({ line, cells }) => ({ line, cells: places.map((at) => cells[at]) })),
    columns: Object.fromEntries(kept),
  };
}

/** Matches the rows of a sheet with the list that it is about; none counts until all can. */
export function matchDecisions(
  { rows, columns }: DecisionRows,
  list: ReviewList,
): SheetRead | Refused {
  const most = list.accounts.length * 2 + 99;
  if (rows.length > most) return refused([{ code: 'too-many-rows', limit: most }]);
  return picksOf(rows, columns, list);
}

function picksOf(
  rows: readonly GridRow[],
  columns: Columns<ReadField>,
  { accounts, flags }: ReviewList,
): SheetRead | Refused {
  const placeOf = placesByAccount(accounts);
  const lines = new Map<number, number>();
  const picks = new Map<number, Pick>();
  const problems: FileProblem[] = [];
  for (const row of rows) {
    const { line } = row;
    const account = textAt(row, columns.account);
    const at = placeOf(account);
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

/** Finds the place of an account by its name, letter for letter first: an older list may hold two alike. */
function placesByAccount(
  accounts: ReviewList['accounts'],
): (account: string) => number | undefined {
  const exact = new Map(accounts.map(({ account }, at) => [account, at]));
  const alike = new Map(accounts.map(({ account }, at) => [comparable(account), at]));
  return (account) => exact.get(account) ?? alike.get(comparable(account));
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
