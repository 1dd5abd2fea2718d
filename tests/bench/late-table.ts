import { setTimeout as wait } from 'node:timers/promises';
import type { EntityTable, Row } from '../../bot/store/azure/entity-table.ts';

export const injectedMs = 5;

/**
 * A table whose rows lie as text outside the heap and are read anew each time, as those of a service are: what
 * then lives on the heap is what the reader holds.
 */
export function sortedTable(late: { readonly isOn: boolean }): EntityTable {
  const partitions = new Map<
    string,
    { rows: Map<string, Buffer>; keys: readonly string[] | undefined }
  >();
  const of = (partition: string) => {
    const known = partitions.get(partition) ?? { rows: new Map<string, Buffer>(), keys: undefined };
    partitions.set(partition, known);
    return known;
  };
  let version = 0;
  const called = () => (late.isOn ? wait(injectedMs) : Promise.resolve());
  return {
    prepare: () => Promise.resolve(),
    get: async (partition, rowKey) => {
      await called();
      return rowFrom(of(partition).rows.get(rowKey));
    },
    range: async ({ partition, from, before, after = '', limit }) => {
      await called();
      const held = of(partition);
      held.keys ??= [...held.rows.keys()].sort();
      const found: Row[] = [];
      for (
        let at = firstFrom(held.keys, from > after ? from : after);
        found.length < limit;
        at += 1
      ) {
        const key = held.keys[at];
        if (key === undefined || key >= before) break;
        const row = key === after ? undefined : rowFrom(held.rows.get(key));
        if (row) found.push(row);
      }
      return found;
    },
    transact: async (partition, writes) => {
      await called();
      const held = of(partition);
      for (const write of writes) {
        held.keys = undefined;
        if (write.do === 'delete') held.rows.delete(write.rowKey);
        else {
          version += 1;
          const { rowKey, columns } = write;
          held.rows.set(
            rowKey,
            Buffer.from(JSON.stringify({ rowKey, columns, etag: String(version) })),
          );
        }
      }
      return 'done';
    },
  };
}

const rowFrom = (written: Buffer | undefined): Row | undefined =>
  written && (JSON.parse(written.toString()) as Row);

/** Where the first key stands that is not before another. */
function firstFrom(keys: readonly string[], from: string): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
