import type { FileProblem } from './problems.ts';
import { cut } from '../../cards/plain-text.ts';

/** The largest file that is read, in bytes. */
export const maxFileSize = 5 * 1024 * 1024;
export type Format = 'csv' | 'xlsx';

/** One filled cell of a table, whatever file it came from. */
export interface Cell {
  readonly kind: 'text' | 'number' | 'date' | 'formula' | 'error';
  /** What the sheet shows; of a date how Excel counts it. */
  readonly text: string;
  /** Why the shown text does not say what the cell holds: digits are gone. */
  readonly lossy?: true;
}

/** A row with something in it; `cells` has holes where the row is empty. */
export interface GridRow {
  readonly line: number;
  readonly cells: readonly (Cell | undefined)[];
}

/** What a row says as a heading: how many known names it has, and whether they are enough for a list. */
export interface HeadingLook {
  readonly known: number;
  readonly complete: boolean;
}

export interface GridWanted {
  /** Reading stops one row after this one, so that a list of any length is refused quickly. */
  readonly maxRows: number;
  readonly look: (row: GridRow) => HeadingLook;
  /** Numbers are shown as a spreadsheet in this language shows them. */
  readonly language: 'nl' | 'en';
}

/** A table with its heading told apart from what stands before it. */
export interface Grid {
  readonly heading: GridRow | undefined;
  readonly rows: readonly GridRow[];
  /** Rows before the heading: titles, `#TYPE …`, dates of the export. */
  readonly passedOver: readonly GridRow[];
  /** The tab that was read, where a workbook has several that could have been. */
  readonly sheet?: string;
  /** Visible tabs with something on them that were not read. */
  readonly otherSheets: readonly string[];
}

export const maxColumns = 200;
/** A heading stands on one of the first lines, below a title and the date of the export. */
export const maxLinesBefore = 30;

/** Where the filled cells of a row end; what is only formatted does not count. */
export function filledWidth(cells: readonly unknown[]): number {
  return cells.findLastIndex((cell) => cell !== undefined) + 1;
}

/** Names a row that reaches too far to the right to be a list of accounts. */
export function tooWide({ line, cells }: GridRow): FileProblem | undefined {
  if (filledWidth(cells) <= maxColumns) return undefined;
  return { code: 'too-many-columns', line, limit: maxColumns };
}

/**
 * Where the heading stands among the first rows: the first that is enough for a list, else the one with
 * most known names, else the first with more than one cell.
 */
export function headingAt(rows: readonly GridRow[], look: GridWanted['look']): number {
  const first = rows.slice(0, maxLinesBefore + 1);
  const looks = first.map(look);
  const whole = looks.findIndex(({ complete }) => complete);
  if (whole >= 0) return whole;
  const most = Math.max(0, ...looks.map(({ known }) => known));
  if (most > 0) return looks.findIndex(({ known }) => known === most);
  const several = first.findIndex((row) => !isRemark(row) && filledCells(row) > 1);
  return Math.max(0, several);
}

const filledCells = ({ cells }: GridRow): number =>
  cells.reduce((count, cell) => count + (cell === undefined ? 0 : 1), 0);
const isRemark = ({ cells }: GridRow): boolean =>
  cells.find((cell) => cell !== undefined)?.text.startsWith('#') === true;

/** A text without the differences between two spellings of one word: case, accents, spaces, dashes. */
export function squashed(text: string): string {
  return cut(text, 100)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
