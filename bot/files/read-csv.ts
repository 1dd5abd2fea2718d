import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from './decode.ts';
import type { Cell, Extent, GridRow } from './grid.ts';
import { maxColumns } from './grid.ts';
import { Unreadable } from './problems.ts';

const delimiters = [';', ',', '\t'] as const;
const maxLineLength = 50_000;
/** Filled or empty: what a list of thousands of accounts never needs takes seconds to read. */
const maxCells = 500_000;

/** The rows of a CSV file, delimited by whichever of `; , tab` its heading shows. */
export function readCsv(bytes: Uint8Array, { maxRows }: Extent): readonly GridRow[] {
  const text = decodeText(bytes);
  const lines = text.split('\n');
  const long = lines.findIndex((line) => line.length > maxLineLength);
  if (long >= 0) throw new Unreadable({ code: 'row-too-long', line: long + 1 });
  // Excel's own hint on the first line: `sep=;`.
  const hint = /^sep=(.)\n/i.exec(text);
  const delimiter = hint?.[1] ?? delimiterOf(lines.find((line) => line.trim() !== '') ?? '');
  // An empty line in its place keeps the count of lines right.
  const rows = hint === null ? text : text.slice(text.indexOf('\n'));
  return recordsOf(rows, delimiter, maxRows).map(rowOf);
}

/** The delimiter that divides a heading into most parts; what stands between quotes does not count. */
function delimiterOf(heading: string): string {
  const bare = heading.replaceAll(/"[^"]*"/g, '');
  const parts = (delimiter: string): number => bare.split(delimiter).length;
  return delimiters.reduce((best, next) => (parts(next) > parts(best) ? next : best));
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly endsOn: number;
}

const enough = new Error('There are more rows than are read');

function recordsOf(text: string, delimiter: string, maxRows: number): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  let cells = 0;
  const keep = (record: readonly string[], endsOn: number): void => {
    cells += record.length;
    if (record.length > maxColumns) {
      throw new Unreadable({ code: 'too-many-columns', line: endsOn, limit: maxColumns });
    }
    if (cells > maxCells) throw new Unreadable({ code: 'too-many-cells', limit: maxCells });
    if (record.every((cell) => cell.trim() === '')) return;
    if (records.length > maxRows) throw enough;
    records.push({ record, endsOn });
  };
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: '\n',
      on_record: (record: string[], { lines }: { lines: number }) => {
        keep(record, lines);
        return undefined;
      },
    });
  } catch (error) {
    if (error === enough) return records;
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? { line: error['lines'] } : {};
    throw new Unreadable({ code: 'quotes', ...line }, { cause: error });
  }
  return records;
}

function rowOf({ record, endsOn }: CsvRecord): GridRow {
  const breaks = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
  return { line: endsOn - breaks, cells: record.map(cellOf) };
}

function cellOf(written: string): Cell | undefined {
  const text = written.trim();
  if (text === '') return undefined;
  return { kind: text.startsWith('=') ? 'formula' : 'text', text };
}
