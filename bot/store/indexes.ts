import type { Page } from '../ports/stored.ts';
import type { DutyId, TenantKey } from '../duty/ids.ts';
import { parseDutyId } from '../duty/ids.ts';
import type { Indexed } from '../duty/indexed.ts';
import type { DutyView } from '../duty/view.ts';
import { nilWrite, sumWrites } from './coverage.ts';
import type { EntityTable, Row, Write } from './azure/entity-table.ts';
import type { Listed } from './index-keys.ts';
import {
  firstKey,
  headKey,
  headPrefix,
  indexPartition,
  listKey,
  listPrefix,
  monthKey,
  monthPrefix,
} from './index-keys.ts';
import type { Indexes } from '../ports/store.ts';
import type { Moved } from '../ports/store.ts';
import { afterPrefix, fromColumns, toColumns } from './azure/rows.ts';

const maxAttempts = 30;
// Azure takes 100 rows and 4 MiB a transaction; the rest is for keys and for what is counted.
const mostRows = 90;
const mostCharacters = 3_000_000;

/** The lists on which duties are found, and the counters of the coverage map: rows that are read without the duties. */
export function indexes(table: EntityTable): Indexes {
  return {
    move: (tenant, moved) => move(table, tenant, moved),
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

const put = (rowKey: string, value: unknown): Write => ({
  do: 'put',
  rowKey,
  columns: toColumns(value),
});
const monthWrite = (month: string): Write => put(monthKey(month), month);

/**
 * Moves a duty to where it belongs, in one transaction with the counters. The row of the state that was listed
 * last is deleted by its name: only one change can follow another, and whoever comes late, twice or out of order
 * finds another row there and looks again. What is told of the state before saves that look.
 */
async function move(table: EntityTable, tenant: TenantKey, moved: Moved): Promise<void> {
  const { now, view } = moved;
  const id = parseDutyId(view.id);
  if (!id) throw new Error(`${view.id} is no duty.`);
  let before = moved.was;
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    if (before && before.revision >= now.revision) {
      // Told of a state that is not before this one: what is stored decides.
      if (attempt > 0) return;
    } else {
      const writes = await writesFor(table, tenant, { id, view, before, now });
      if (await commit(table, indexPartition(tenant), writes)) return;
    }
    before = await headOf(table, tenant, id);
  }
  throw new Error(
    `The lists changed ${String(maxAttempts)} times while ${id} was being moved on them.`,
  );
}

/** Where a duty stands, as it is stored; undefined when it stands nowhere yet. */
async function headOf(
  table: EntityTable,
  tenant: TenantKey,
  id: DutyId,
): Promise<Indexed | undefined> {
  const from = headPrefix(id);
  const range = { partition: indexPartition(tenant), from, before: firstKey(id), limit: 1 };
  const [head] = await table.range(range);
  return head && fromColumns<Indexed>(head.columns);
}

interface Move {
  readonly id: DutyId;
  readonly view: DutyView;
  readonly before: Indexed | undefined;
  readonly now: Indexed;
}
interface Writes {
  /** What has to happen together. */
  readonly together: readonly Write[];
  /** Rows for which one transaction has no room: harmless before the others. */
  readonly ahead: readonly Write[];
}

async function writesFor(
  table: EntityTable,
  tenant: TenantKey,
  { id, view, before, now }: Move,
): Promise<Writes> {
  const sums = await sumWrites(table, tenant, { id, before: before?.counted, now: now.counted });
  const head: readonly Write[] = [
    // A duty is new to the lists once.
    before
      ? { do: 'delete', rowKey: headKey(id, before) }
      : { do: 'insert', rowKey: firstKey(id), columns: toColumns(now.revision) },
    { do: 'insert', rowKey: headKey(id, now), columns: toColumns(now) },
  ];
  const keysOf = (of: Indexed | undefined, listed: Listed): ReadonlySet<string> =>
    new Set(of?.on.map((list) => listKey(list, { ...listed, dueOn: of.dueOn })) ?? []);
  const [stood, stands] = [keysOf(before, view), keysOf(now, view)];
  const gone = [...stood].filter((key) => !stands.has(key));
  const rows = now.on.flatMap((list): readonly Write[] => {
    const key = listKey(list, { ...view, dueOn: now.dueOn });
    // Nothing is read of a duty there but what its key says, and that has not changed.
    const isSame = stood.has(key) && (list.list === 'evidence' || list.list === 'remind');
    if (isSame) return [];
    return list.list === 'evidence' ? [put(key, view), monthWrite(list.month)] : [put(key, view)];
  });
  const needed: readonly Write[] = [
    ...head,
    ...sums,
    ...nilWrite(now.counted),
    ...gone.map((rowKey): Write => ({ do: 'delete', rowKey })),
  ];
  const characters = 2 * JSON.stringify(view).length;
  const room = Math.min(mostRows, Math.floor(mostCharacters / characters)) - needed.length;
  const kept = Math.max(0, room);
  return { together: [...needed, ...rows.slice(0, kept)], ahead: rows.slice(kept) };
}

/** False when the duty, or what is counted beside it, was moved in between. */
async function commit(
  table: EntityTable,
  partition: string,
  { together, ahead }: Writes,
): Promise<boolean> {
  for (const write of ahead) await table.transact(partition, [write]);
  return (await table.transact(partition, together)) === 'done';
}
