import type { TenantKey } from '../../duty/ids.ts';
import type { Rows, StoredRow, StoredTable } from '../../ports/store/rows.ts';
import { indexPartition } from '../lists/index-keys.ts';
import type { EntityTable, Write } from './entity-table.ts';
import { partitionOf, shardCount } from './keys.ts';
import { rowsBetween } from './row-streams.ts';

type Tables = Readonly<Record<StoredTable, EntityTable>>;

// Keys of rows begin with a letter.
const everyKey = { from: '0', before: '~' };
/** Who works on what for ten seconds, and lists and files that somebody dropped and did nothing with, and files on offer. */
const passing = /^(?:lease|draft|offer|handout)\|/;
const restoringKey = 'restoring';

/** Where a tenant's rows stand: every partition that there is of it. */
function partitionsOf(tenant: TenantKey): readonly (readonly [StoredTable, string])[] {
  const shards = Array.from({ length: shardCount }, (_, at) => partitionOf(tenant, at));
  return [
    ...[...shards, `${tenant}|log`].map((partition) => ['records', partition] as const),
    ...[indexPartition(tenant), `${tenant}|channel`].map(
      (partition) => ['lists', partition] as const,
    ),
    ['people', tenant],
  ];
}

/** All rows of a tenant, for a backup and for bringing one back. */
export function storedRows(tables: Tables): Rows {
  return {
    all: async function* (tenant) {
      for (const [table, partition] of partitionsOf(tenant)) {
        for await (const row of rowsBetween(tables[table], { partition, ...everyKey })) {
          const { rowKey: key, columns, etag } = row;
          if (passing.test(key) || key === restoringKey) continue;
          yield { row: { table, partition, key, columns }, etag };
        }
      }
    },
    isEmpty: async (tenant) => {
      for (const [table, partition] of partitionsOf(tenant)) {
        const rows = await tables[table].range({ partition, ...everyKey, limit: 2 });
        if (rows.some(({ rowKey }) => rowKey !== restoringKey)) return false;
      }
      return true;
    },
    put: async (rows) => {
      const [first] = rows;
      if (!first) return;
      const write = ({ key, columns }: StoredRow): Write => ({ do: 'put', rowKey: key, columns });
      await tables[first.table].transact(first.partition, rows.map(write));
    },
    restoring: async (tenant) => {
      const row = await tables.people.get(tenant, restoringKey);
      const file = row?.columns['file'];
      return typeof file === 'string' ? file : undefined;
    },
    beginRestoring: async (tenant, sha256) => {
      const row = { rowKey: restoringKey, columns: { file: sha256 } };
      await tables.people.transact(tenant, [{ do: 'put', ...row }]);
    },
    endRestoring: async (tenant) => {
      await tables.people.transact(tenant, [{ do: 'delete', rowKey: restoringKey }]);
    },
  };
}
