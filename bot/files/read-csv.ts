import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from './decode.ts';
import type { Cell, Grid, GridRow, GridWanted } from './grid.ts';
import { filledWidth, headingAt, maxLinesBefore, tooWide } from './grid.ts';
import { Unreadable } from './problems.ts';

const delimiters = [';', ',', '\t', '|'] as const;
const maxLineLength = 50_000;
/** What a list of thousands of accounts never needs; empty cells do not count. */
const maxCells = 500_000;

/** The rows of a CSV file, delimited by whichever of `; , tab |` its heading shows. */
export function readCsv(bytes: Uint8Array, { maxRows, look }: GridWanted): Grid {
  const lines = decodeText(bytes).split('\n');
  const long = lines.findIndex((line) => line.length > maxLineLength);
  if (long >= 0) throw new Unreadable({ code: 'row-too-long', line: long + 1 });
  // Excel's own hint on the first line: `sep=;`.
  const hint = /^sep=(.)$/i.exec(lines[0] ?? '')?.[1];
  if (hint !== undefined) lines[0] = '';
  const { delimiter, heading } = layoutOf(lines, look, hint);
  const before = lines.slice(0, heading);
  // Empty lines in the place of others keep the count of lines right.
  const below = '\n'.repeat(heading) + lines.slice(heading).join('\n');
  const { text, open } = looked(below, delimiter);
  const [first, ...rows] = recordsOf(text, delimiter, { most: maxRows + 1, open });
  return {
    heading: first,
    rows,
    passedOver: before.flatMap((line, at) => rowOf([line], at + 1) ?? []),
    otherSheets: [],
  };
}

interface Layout {
  readonly delimiter: string;
  /** The line of the heading, counted from 0. */
  readonly heading: number;
}

/** Which delimiter and which of the first lines make the best heading. */
function layoutOf(lines: readonly string[], look: GridWanted['look'], hint?: string): Layout {
  const first: (readonly [number, string])[] = [];
  for (const [at, line] of lines.entries()) {
    if (first.length > maxLinesBefore) break;
    if (line.trim() !== '') first.push([at, line]);
  }
  const layouts = (hint === undefined ? delimiters : [hint]).map((delimiter) => {
    const rows = first.map(([at, line]): GridRow => {
      return { line: at + 1, cells: cellsIn(line, delimiter).map(cellOf) };
    });
    const chosen = rows[headingAt(rows, look)] ?? { line: 1, cells: [] };
    return { delimiter, chosen, ...look(chosen) };
  });
  const best = layouts.reduce((one, other) => {
    if (one.complete !== other.complete) return one.complete ? one : other;
    if (one.known !== other.known) return one.known > other.known ? one : other;
    return other.chosen.cells.length > one.chosen.cells.length ? other : one;
  });
  return { delimiter: best.delimiter, heading: best.chosen.line - 1 };
}

/** The cells of one line; what stands between quotes is not divided. Only to look for the heading. */
function cellsIn(line: string, delimiter: string): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (const char of line) {
    if (char === '"') isQuoted = !isQuoted;
    else if (char === delimiter && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else cell += char;
  }
  return [...cells, cell];
}

/** A cell that began with a quotation mark and does not end with one: what follows could be in it or not. */
interface OpenQuote {
  readonly line: number;
}

/** Rows end behind so many empty cells in programs that write every column that a sheet can have. */
const emptyTail = 50;

/**
 * Looks through a text once: for the first cell whose quotation marks do not close as RFC 4180 wants it (the
 * parser below takes such a cell as it comes; a mark inside a cell that did not begin with one is a letter of
 * it), and for long tails of empty cells, which it leaves out.
 */
function looked(
  text: string,
  delimiter: string,
): { readonly text: string; readonly open: OpenQuote | undefined } {
  const kept: string[] = [];
  let from = 0;
  let filled = 0;
  let line = 1;
  let begun = 0;
  let open: OpenQuote | undefined;
  let state: 'start' | 'bare' | 'quoted' | 'closed' = 'start';
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (state === 'quoted') {
      if (char === '"' && text[at + 1] === '"') at += 1;
      else if (char === '"') state = 'closed';
    } else if (char === '\n') {
      if (at - filled > emptyTail) {
        kept.push(text.slice(from, filled));
        from = at;
      }
      state = 'start';
    } else if (char === delimiter) state = 'start';
    else if (char === '"' && state === 'start') {
      state = 'quoted';
      begun = line;
    } else if (char !== ' ') {
      if (state === 'closed') open ??= { line: begun };
      if (state === 'start') state = 'bare';
    }
    if (state !== 'start' && char !== ' ') filled = at + 1;
    if (char === '\n') {
      line += 1;
      if (state === 'start') filled = at + 1;
    }
  }
  if (state === 'quoted') open ??= { line: begun };
  kept.push(text.slice(from));
  return { text: kept.join(''), open };
}

interface Reading {
  readonly most: number;
  readonly open: OpenQuote | undefined;
}

const enough = new Error('There are more rows than are read');

function recordsOf(text: string, delimiter: string, { most, open }: Reading): readonly GridRow[] {
  const rows: GridRow[] = [];
  let cells = 0;
  const keep = (record: readonly string[], endsOn: number): void => {
    if (open !== undefined && endsOn >= open.line && rows.length <= most) {
      throw new Unreadable({ code: 'quotes', ...open });
    }
    const row = rowOf(record, endsOn);
    if (row === undefined) return;
    const wide = tooWide(row);
    if (wide !== undefined) throw new Unreadable(wide);
    cells += row.cells.length;
    if (cells > maxCells) throw new Unreadable({ code: 'too-many-cells', limit: maxCells });
    if (rows.length > most) throw enough;
    rows.push(row);
  };
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      // Inches, nicknames: a quotation mark inside a cell that did not begin with one is a letter of it.
      relax_quotes: true,
      trim: true,
      skip_empty_lines: true,
      record_delimiter: '\n',
      on_record: (record: string[], { lines }: { lines: number }) => {
        keep(record, lines);
        return undefined;
      },
    });
  } catch (error) {
    if (error === enough) return rows;
    if (!(error instanceof CsvError)) throw error;
    const lines = typeof error['lines'] === 'number' ? error['lines'] : 1;
    throw new Unreadable({ code: 'quotes', line: open?.line ?? lines }, { cause: error });
  }
  return rows;
}

/** The row of a record by the line on which it begins; undefined for one without anything in it. */
function rowOf(record: readonly string[], endsOn: number): GridRow | undefined {
  const cells = record.map(cellOf);
  const width = filledWidth(cells);
  if (width === 0) return undefined;
  const breaks = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
  return { line: endsOn - breaks, cells: cells.slice(0, width) };
}

function cellOf(written: string): Cell | undefined {
  const text = written.trim();
  if (text === '') return undefined;
  return { kind: text.startsWith('=') ? 'formula' : 'text', text };
}
