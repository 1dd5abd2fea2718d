import { cut } from '../../../cards/plain-text.ts';
import type { Columns } from './entity-table.ts';

/** The version of what is written here; a row of another version is refused, never guessed at. */
const version = 1;
// A property holds 32K characters and an entity 1 MiB, two bytes a character.
const charsPerColumn = 30_000;
const columnsPerRow = 15;

/** JSON as columns of one row, beside columns that a person can read in a storage browser. */
export function toColumns(value: unknown, readable: Columns = {}): Columns {
  return columnsOf(piecesOf(textOf(value)), readable);
}

/** JSON over as many rows as it needs; most need one. */
export function toParts(value: unknown, readable: Columns = {}): readonly Columns[] {
  const pieces = piecesOf(textOf(value));
  const parts: Columns[] = [];
  for (let at = 0; at < pieces.length; at += columnsPerRow) {
    parts.push(columnsOf(pieces.slice(at, at + columnsPerRow), readable));
  }
  return parts;
}

// The emulator takes U+2028 and U+2029 in a transaction for the end of a line, and refuses it.
const lineSeparators = /[\u2028\u2029]/g;
const textOf = (value: unknown): string =>
  JSON.stringify(value).replace(lineSeparators, (sign) =>
    sign === '\u2028' ? '\\u2028' : '\\u2029',
  );
const oneLine = (columns: Columns): Columns =>
  Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replace(lineSeparators, ' ') : value,
    ]),
  );

function piecesOf(written: string): readonly string[] {
  const pieces: string[] = [];
  for (let at = 0; at < written.length;) {
    const piece = cut(written.slice(at, at + charsPerColumn), charsPerColumn);
    pieces.push(piece);
    at += piece.length;
  }
  return pieces;
}

function columnsOf(pieces: readonly string[], readable: Columns): Columns {
  const columns = pieces.map((piece, at) => [`json${String(at)}`, piece] as const);
  return { ...oneLine(readable), v: version, ...Object.fromEntries(columns) };
}

/**
 * Reads back what `toColumns` or `toParts` wrote. Our own rows are trusted: they were checked before
 * they were written, and nobody else writes there.
 */
export function fromColumns<T>(...parts: readonly Columns[]): T {
  const written = parts.map((columns) => {
    if (columns['v'] !== version) {
      throw new Error(
        `A row has version ${String(columns['v'])}; this program reads version ${String(version)}.`,
      );
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
