import type { Page } from '../../ports/stored.ts';
import type { TenantKey } from '../../duty/ids.ts';
import { parseDutyId } from '../../duty/ids.ts';
import type { DutyView } from '../../duty/view.ts';
import type { EntityTable, Row } from '../azure/entity-table.ts';
import {
  firstKey,
  headKey,
  indexPartition,
  listKey,
  listPrefix,
  monthPrefix,
} from './index-keys.ts';
import { headOf, monthWrite, put } from './list-rows.ts';
import { movesOn } from './moves.ts';
import type { Indexes } from '../../ports/store.ts';
import { afterPrefix, fromColumns } from '../azure/rows.ts';

/** The lists on which duties are found, and the counters of the coverage map: rows that are read without the duties. */
export function indexes(table: EntityTable): Indexes {
  return {
    move: movesOn(table),
    forget: async ({ tenant, id, createdAt }) => {
      const head = await headOf(table, tenant, id);
      const listed = { id, createdAt, dueOn: head?.dueOn ?? '' };
      const keys = [
        ...(head?.on.map((list) => listKey(list, listed)) ?? []),
        ...(head ? [headKey(id, head)] : []),
        firstKey(id),
      ];
      // Each by itself: one that is gone already keeps no other.
      for (const rowKey of keys)
        await table.transact(indexPartition(tenant), [{ do: 'delete', rowKey }]);
    },
    put: async (tenant, list, view) => {
      const key = listKey(list, view);
      const months = list.list === 'evidence' ? [monthWrite(list.month)] : [];
      await table.transact(indexPartition(tenant), [put(key, view), ...months]);
    },
    page: async (tenant, { list, size, cursor }) => {
      const { rows, next } = await pageOf(table, {
        tenant,
        prefix: listPrefix(list),
        wanted: { size, cursor },
      });
      return { items: rows.map(({ columns }) => fromColumns<DutyView>(columns)), ...next };
    },
    toRemind: async (tenant, { until, size, cursor }) => {
      const prefix = listPrefix({ list: 'remind', day: until });
      const before = `${prefix}${until}|~`;
      const { rows, next } = await pageOf(table, {
        tenant,
        prefix,
        wanted: { size, cursor, before },
      });
      const items = rows.flatMap(({ rowKey }) => parseDutyId(rowKey.split('|').at(-1)) ?? []);
      return { items, ...next };
    },
    months: async (tenant, most = 1000) => {
      const { rows } = await pageOf(table, { tenant, prefix: monthPrefix, wanted: { size: most } });
      return rows.map(({ rowKey }) => rowKey.slice(monthPrefix.length));
    },
  };
}

interface Wanted {
  readonly size: number;
  readonly cursor?: string | undefined;
  /** The end of the range, where that is not all that begins with the prefix. */
  readonly before?: string;
}

/** Reads one row more than the page has, to know whether another follows. */
async function pageOf(
  table: EntityTable,
  {
    tenant,
    prefix,
    wanted: { size, cursor, before = afterPrefix(prefix) },
  }: { readonly tenant: TenantKey; readonly prefix: string; readonly wanted: Wanted },
): Promise<{ readonly rows: readonly Row[]; readonly next: Pick<Page<never>, 'next'> }> {
  const range = { partition: indexPartition(tenant), from: prefix, before, limit: size + 1 };
  // The cursor is a key without its prefix: it goes out to callers and comes back from them.
  const found = await table.range(
    cursor === undefined ? range : { ...range, after: `${prefix}${cursor}` },
  );
  const last = found[size - 1]?.rowKey.slice(prefix.length);
  const hasMore = found.length > size && last !== undefined;
  return { rows: found.slice(0, size), next: hasMore ? { next: last } : {} };
}
