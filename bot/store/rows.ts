import type { Json } from '../duties/kind.ts';
import type { Columns } from './entity-table.ts';

/** The version of what is written here; a row of another version is refused, never guessed at. */
const version = 1;
// A property holds 32K characters and an entity 1 MiB, two bytes a character.
const charsPerColumn = 30_000;
const columnsPerRow = 15;
const charsPerRow = charsPerColumn * columnsPerRow;

/** JSON as columns of one row, beside columns that a person can read in a storage browser. */
export function toColumns(value: unknown, readable: Columns = {}): Columns {
  return textColumns(JSON.stringify(value), readable);
}

function textColumns(written: string, readable: Columns): Columns {
  const columns: Record<string, string | number | boolean> = { ...readable, v: version };
  for (let at = 0; at * charsPerColumn < Math.max(1, written.length); at += 1) {
    columns[`json${String(at)}`] = written.slice(at * charsPerColumn, (at + 1) * charsPerColumn);
  }
  return columns;
}

/** JSON over as many rows as it needs; most need one. */
export function toParts(value: unknown, readable: Columns = {}): readonly Columns[] {
  const written = JSON.stringify(value);
  const parts: Columns[] = [];
  for (let at = 0; at < written.length; at += charsPerRow) {
    parts.push(textColumns(written.slice(at, at + charsPerRow), readable));
  }
  return parts;
}

/**
 * Reads back what `toColumns` or `toParts` wrote. Our own rows are trusted: they were checked before
 * they were written, and nobody else writes there.
 */
export function fromColumns<T>(...parts: readonly Columns[]): T {
  const written = parts.map((columns) => {
    if (columns['v'] !== version) {
      throw new Error(`A row has version ${String(columns['v'])}; this program reads version ${String(version)}.`);
    }
    const texts: string[] = [];
    for (let at = 0; columns[`json${String(at)}`] !== undefined; at += 1) {
      texts.push(String(columns[`json${String(at)}`]));
    }
    return texts.join('');
  });
  return JSON.parse(written.join('')) as T;
}

/** The end of the range of all keys that begin with a prefix. */
export function afterPrefix(prefix: string): string {
  return `${prefix}~`;
}

export type Stored<T> = { readonly value: T; readonly etag: string };
export type { Json };
