import type { Grid, GridRow, GridWanted } from '../grid.ts';
import { headingAt, maxLinesBefore, tooWide } from '../grid.ts';
import { cellFormats } from './number-format.ts';
import { quoted, Unreadable } from '../problems.ts';
import { readSheet } from './read-sheet.ts';
import { openArchive } from './unzip.ts';
import { workbookParts } from './workbook-parts.ts';

const maxTabs = 50;

interface TabRead {
  readonly name: string;
  readonly rows: readonly GridRow[];
  readonly isList: boolean;
}

/**
 * The filled rows of the tab that holds the list: the first that people see and whose heading is enough,
 * else the first with anything on it. The others with something on them are named.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  { maxRows, look, language }: GridWanted,
): Promise<Grid> {
  const { tabs, ...book } = await workbookParts(await openArchive(bytes));
  const parts = { ...book, shows: cellFormats(language) };
  const read: TabRead[] = [];
  for (const { name, read: bytesOf } of tabs.slice(0, maxTabs)) {
    const found = read.some(({ isList }) => isList);
    const most = found ? 1 : maxLinesBefore + 2 + maxRows;
    const rows = await readSheet(await bytesOf(), parts, most);
    const isList = rows.slice(0, maxLinesBefore + 1).some((row) => look(row).complete);
    if (rows.length > 0) read.push({ name, rows, isList });
  }
  const chosen = read.find(({ isList }) => isList) ?? read[0];
  if (chosen === undefined)
    return { heading: undefined, rows: [], passedOver: [], otherSheets: [] };
  const wide = chosen.rows.map(tooWide).find((problem) => problem !== undefined);
  if (wide !== undefined) throw new Unreadable(wide);
  const at = headingAt(chosen.rows, look);
  return {
    heading: chosen.rows[at],
    rows: chosen.rows.slice(at + 1, at + 2 + maxRows),
    passedOver: chosen.rows.slice(0, at),
    sheet: quoted(chosen.name),
    otherSheets: read.filter((tab) => tab !== chosen).map(({ name }) => quoted(name)),
  };
}
