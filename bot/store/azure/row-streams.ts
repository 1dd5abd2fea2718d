import type { EntityTable, Range, Row } from './entity-table.ts';
import { afterPrefix } from './rows.ts';

/** Which rows of a partition: those whose key begins so. */
export interface Under {
  readonly partition: string;
  readonly prefix: string;
}

/** How many rows a read asks for: at first, and at most once it is seen how large they are. */
export interface ReadSize {
  readonly first: number;
  readonly most: number;
}

// Rows are held a page at a time; this many characters of them are enough.
const charsPerRead = 4_000_000;

/** The rows under a prefix in the order of their keys, a page at a time. */
export async function* rowsUnder(
  table: EntityTable,
  { partition, prefix }: Under,
  size: ReadSize,
): AsyncGenerator<Row> {
  yield* rowsBetween(table, { partition, from: prefix, before: afterPrefix(prefix) }, size);
}

/** The rows between two keys in their order, a page at a time. */
export async function* rowsBetween(
  table: EntityTable,
  between: Pick<Range, 'partition' | 'from' | 'before'>,
  { first, most }: ReadSize = { first: 100, most: 1000 },
): AsyncGenerator<Row> {
  let limit = first;
  let after: string | undefined;
  for (;;) {
    const range = { ...between, limit };
    const rows = await table.range(after === undefined ? range : { ...range, after });
    yield* rows;
    after = rows.at(-1)?.rowKey;
    if (rows.length < limit) return;
    const each = rows.reduce((chars, row) => chars + charsIn(row), 0) / rows.length;
    limit = Math.max(10, Math.min(most, limit * 10, Math.floor(charsPerRead / each)));
  }
}

const charsIn = ({ rowKey, columns }: Row): number =>
  Object.values(columns).reduce<number>(
    (chars, column) => chars + String(column).length,
    rowKey.length,
  );

/** The rows of one record: its first, and those in which a large one goes on. */
export interface RecordRows {
  /** Duty and number of the record, `d…|00000001`. */
  readonly key: string;
  readonly rows: readonly Row[];
}

/** Puts the parts of each record together; a part has a fourth piece in its key. */
export async function* grouped(rows: AsyncIterable<Row>): AsyncGenerator<RecordRows, undefined> {
  let held: { key: string; rows: Row[] } | undefined;
  for await (const row of rows) {
    const [, id = '', seq = ''] = row.rowKey.split('|');
    const key = `${id}|${seq}`;
    if (held?.key === key) held.rows.push(row);
    else {
      if (held) yield held;
      held = { key, rows: [row] };
    }
  }
  if (held) yield held;
  return undefined;
}
