import { createRequire } from 'node:module';
import type { Columns, EntityTable, Row, Write } from '../../../bot/store/azure/entity-table.ts';
import { checkWrites } from '../../../bot/store/azure/limits.ts';

// The package is CommonJS without a name for its tree: only through require is it the same under every loader.
const sorted = createRequire(import.meta.url)('sorted-btree') as typeof import('sorted-btree');

const byName = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The rows of a partition, and their keys in the order in which the service gives rows. */
interface Partition {
  readonly rows: Map<string, Row>;
  readonly keys: InstanceType<typeof sorted.default<string>>;
}

/** A table in memory with the rules of the real one: for tests and measurements. */
export function memoryTable(): EntityTable {
  const partitions = new Map<string, Partition>();
  let version = 0;
  const partitionOf = (name: string): Partition => {
    const partition = partitions.get(name) ?? {
      rows: new Map<string, Row>(),
      keys: new sorted.default<string>(undefined, byName),
    };
    partitions.set(name, partition);
    return partition;
  };
  return {
    prepare: () => Promise.resolve(),
    get: (partition, rowKey) => Promise.resolve(partitions.get(partition)?.rows.get(rowKey)),
    range: ({ partition, from, before, after, limit }) => {
      const { rows, keys } = partitionOf(partition);
      const first = after === undefined || after < from ? from : after;
      const found: Row[] = [];
      keys.forRange(first, before, false, (key) => {
        const row = rows.get(key);
        if (row && key !== after) found.push(row);
        return found.length < limit ? undefined : { break: true };
      });
      return Promise.resolve(found);
    },
    transact: async (partition, writes) => {
      checkWrites(partition, writes);
      const { rows, keys } = partitionOf(partition);
      if (!writes.every((write) => possible(write, rows.get(write.rowKey)))) {
        return 'conflict';
      }
      for (const write of writes) {
        const { rowKey } = write;
        if (write.do === 'delete') {
          rows.delete(rowKey);
          keys.delete(rowKey);
        } else {
          version += 1;
          const columns: Columns = { ...write.columns };
          if (!rows.has(rowKey)) keys.set(rowKey, undefined);
          rows.set(rowKey, { rowKey, columns, etag: String(version) });
        }
      }
      return 'done';
    },
  };
}

function possible(write: Write, row: Row | undefined): boolean {
  switch (write.do) {
    case 'insert':
      return row === undefined;
    case 'replace':
      return row !== undefined && (write.etag === '*' || row.etag === write.etag);
    case 'delete':
      return row !== undefined;
    case 'put':
      return true;
  }
}
