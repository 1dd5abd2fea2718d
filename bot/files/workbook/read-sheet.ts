import type { Cell, GridRow } from '../grid.ts';
import type { CellFormats } from './number-format.ts';
import { Unreadable } from '../problems.ts';
import type { WorkbookParts } from './workbook-parts.ts';
import { createTextReader, maxText, unescaped } from './workbook-parts.ts';
import { readXml } from './xml.ts';

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  formula: boolean;
}

/** What cells of a sheet refer to. */
export interface SheetParts extends Pick<WorkbookParts, 'strings' | 'formats' | 'from1904'> {
  readonly shows: CellFormats;
}

/** Excel's own number of columns: a place beyond them is none. */
const lastColumn = 16_384;

/** The filled rows of a sheet, `most` at most. A formula is told apart, never worked out. */
export async function readSheet(
  bytes: Uint8Array,
  parts: SheetParts,
  most: number,
): Promise<readonly GridRow[]> {
  const rows: GridRow[] = [];
  const inline = createTextReader();
  let line = 0;
  let cells: (Cell | undefined)[] = [];
  let next = 0;
  let cell: OpenCell | undefined;
  let inValue = false;
  const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    inline.open(name);
    inValue = name === 'v';
    if (name === 'row') {
      line = lineOf(attributes['r'], line + 1);
      cells = [];
      next = 0;
    } else if (name === 'c') {
      cell = openCell(attributes, next);
      next = cell.column + 1;
    } else if (name === 'f' && cell !== undefined) cell.formula = true;
  };
  const close = (name: string): void => {
    inline.close(name);
    inValue = false;
    if (name === 'c' && cell !== undefined) {
      const read = closeCell(cell, inline.take(), parts);
      if (read !== undefined) cells[cell.column] = read;
      cell = undefined;
    }
    if (name === 'row' && cells.length > 0 && rows.length < most) rows.push({ line, cells });
  };
  const text = (said: string): void => {
    inline.text(said);
    if (inValue && cell !== undefined && cell.value.length < maxText) {
      cell.value += said.slice(0, maxText);
    }
  };
  await readXml(bytes, { open, close, text, enough: () => rows.length >= most });
  return rows;
}

function lineOf(written: string | undefined, next: number): number {
  if (written === undefined) return next;
  if (!/^\d{1,7}$/.test(written)) throw new Unreadable({ code: 'broken-workbook' });
  return Number(written);
}

function openCell(
  { r: place, t: type = 'n', s: style = '0' }: Readonly<Record<string, string>>,
  next: number,
): OpenCell {
  const letters = place === undefined ? undefined : /^([A-Z]{1,3})\d{1,7}$/.exec(place)?.[1];
  if (place !== undefined && letters === undefined)
    throw new Unreadable({ code: 'broken-workbook' });
  const column = letters === undefined ? next : columnOf(letters);
  if (column >= lastColumn) throw new Unreadable({ code: 'broken-workbook' });
  return { column, type, style: Number(style), value: '', formula: false };
}

function columnOf(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function closeCell(cell: OpenCell, inline: string, parts: SheetParts): Cell | undefined {
  if (cell.formula) return { kind: 'formula', text: '' };
  const { value } = cell;
  const shown = (text: string): Cell | undefined =>
    text.trim() === '' ? undefined : parts.shows.text(text, parts.formats[cell.style] ?? 'General');
  switch (cell.type) {
    case 's':
      return value === '' ? undefined : shown(sharedString(parts.strings, Number(value)));
    case 'inlineStr':
      return shown(inline);
    case 'b':
      return shown(value === '1' ? 'true' : value === '0' ? 'false' : value);
    case 'e':
      return { kind: 'error', text: value };
    case 'd':
      return value.trim() === '' ? undefined : { kind: 'date', text: value };
    case 'n':
      return numberCell(cell, parts);
    default:
      return shown(unescaped(value));
  }
}

function sharedString(strings: readonly string[], at: number): string {
  const text = strings[at];
  if (text === undefined) throw new Unreadable({ code: 'broken-workbook' });
  return text;
}

function numberCell({ value, style }: OpenCell, parts: SheetParts): Cell | undefined {
  if (value.trim() === '') return undefined;
  const number = Number(value);
  if (!Number.isFinite(number)) throw new Unreadable({ code: 'broken-workbook' });
  const cell = parts.shows.number(number, parts.formats[style] ?? 'General');
  if (cell?.kind !== 'date' || !parts.from1904) return cell;
  return { kind: 'date', text: String(number + 1462) };
}
