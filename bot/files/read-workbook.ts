import type { Cell, Extent, GridRow } from './grid.ts';
import { maxColumns } from './grid.ts';
import { Unreadable } from './problems.ts';
import { openArchive } from './unzip.ts';
import type { WorkbookParts } from './workbook-parts.ts';
import { createTextReader, maxText, workbookParts } from './workbook-parts.ts';
import { readXml } from './xml.ts';

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  formula: boolean;
}

/** The filled rows of a workbook's first visible sheet. A formula is told apart, never worked out. */
export async function readWorkbook(
  bytes: Uint8Array,
  { maxRows }: Extent,
): Promise<readonly GridRow[]> {
  const parts = await workbookParts(openArchive(bytes));
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
      cell = openCell(attributes, next, line);
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
    if (name === 'row' && cells.length > 0 && rows.length <= maxRows) rows.push({ line, cells });
  };
  const text = (said: string): void => {
    inline.text(said);
    if (inValue && cell !== undefined && cell.value.length < maxText) cell.value += said;
  };
  await readXml(parts.sheet, { open, close, text, enough: () => rows.length > maxRows });
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
  line: number,
): OpenCell {
  const letters = place === undefined ? undefined : /^([A-Z]{1,3})\d{1,7}$/.exec(place)?.[1];
  if (place !== undefined && letters === undefined)
    throw new Unreadable({ code: 'broken-workbook' });
  const column = letters === undefined ? next : columnOf(letters);
  if (column >= maxColumns) {
    throw new Unreadable({ code: 'too-many-columns', line, limit: maxColumns });
  }
  return { column, type, style: Number(style), value: '', formula: false };
}

function columnOf(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function closeCell(cell: OpenCell, inline: string, parts: WorkbookParts): Cell | undefined {
  if (cell.formula) return { kind: 'formula', text: '' };
  const { value } = cell;
  switch (cell.type) {
    case 's':
      return value === '' ? undefined : textCell(sharedString(parts.strings, Number(value)));
    case 'inlineStr':
      return textCell(inline);
    case 'b':
      return textCell(value === '1' ? 'true' : value === '0' ? 'false' : value);
    case 'e':
      return { kind: 'error', text: value };
    case 'n':
      return numberCell(cell, parts);
    default:
      return textCell(value);
  }
}

function textCell(text: string): Cell | undefined {
  return text.trim() === '' ? undefined : { kind: 'text', text };
}

function sharedString(strings: readonly string[], at: number): string {
  const text = strings[at];
  if (text === undefined) throw new Unreadable({ code: 'broken-workbook' });
  return text;
}

function numberCell({ value, style }: OpenCell, parts: WorkbookParts): Cell | undefined {
  if (value.trim() === '') return undefined;
  const number = Number(value);
  if (!Number.isFinite(number)) throw new Unreadable({ code: 'broken-workbook' });
  const date = parts.dateStyles[style] === true;
  const days = date && parts.from1904 ? number + 1462 : number;
  return { kind: date ? 'date' : 'number', text: String(days) };
}
