import type { Columns, EntityTable, Row, Write } from '../../../bot/store/azure/entity-table.ts';
import { checkWrites } from '../../../bot/store/azure/limits.ts';

/** A table in memory with the rules of the real one: for tests and measurements. */
export function memoryTable(): EntityTable {
  const partitions = new Map<string, Map<string, Row>>();
  let version = 0;
  const rowsOf = (partition: string): Map<string, Row> => {
    const rows = partitions.get(partition) ?? new Map<string, Row>();
    partitions.set(partition, rows);
    return rows;
  };
  return {
    prepare: () => Promise.resolve(),
    get: (partition, rowKey) => Promise.resolve(partitions.get(partition)?.get(rowKey)),
    range: ({ partition, from, before, after, limit }) => {
      const inRange = (key: string): boolean =>
        key >= from && key < before && (after === undefined || key > after);
      const found = [...(partitions.get(partition)?.values() ?? [])]
        .filter(({ rowKey }) => inRange(rowKey))
        .sort((one, other) => (one.rowKey < other.rowKey ? -1 : 1));
      return Promise.resolve(found.slice(0, limit));
    },
    transact: async (partition, writes) => {
      checkWrites(partition, writes);
      const rows = rowsOf(partition);
      if (!writes.every((write) => possible(write, rows.get(write.rowKey)))) {
        return 'conflict';
      }
      for (const write of writes) {
        if (write.do === 'delete') rows.delete(write.rowKey);
        else {
          version += 1;
          const columns: Columns = { ...write.columns };
          rows.set(write.rowKey, { rowKey: write.rowKey, columns, etag: String(version) });
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
