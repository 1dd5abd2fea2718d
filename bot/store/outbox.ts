import type { DutyId, Instant, TenantKey } from '../lifecycle/duty.ts';
import type { EntityTable, Write } from './entity-table.ts';
import { outboxKey, outboxPrefix, partitionOf, shardOf } from './keys.ts';
import type { Outbox, OutboxEntry } from './ports.ts';
import { fromColumns, toColumns } from './rows.ts';

// Effects of a tenant belong to no duty; they wait in the first partition.
const tenantOwner = '-';
const ownerOf = ({ dutyId }: OutboxEntry): string => dutyId ?? tenantOwner;
const keyOf = (entry: OutboxEntry): string =>
  outboxKey(entry.dueAt, ownerOf(entry), entry.effect.key);

function partitionFor(entry: { tenant: TenantKey; dutyId?: DutyId }): string {
  return partitionOf(entry.tenant, entry.dutyId === undefined ? 0 : shardOf(entry.dutyId));
}

/** The row of an effect, for the transaction that commits it. */
export function entryWrite(entry: OutboxEntry): Write {
  return { do: 'put', rowKey: keyOf(entry), columns: toColumns(entry, { do: entry.effect.do }) };
}

/** The waiting effects, in the partitions of their duties, ordered by when they are due. */
export function outbox(table: EntityTable): Outbox {
  return {
    due: async (tenant, shard, now, limit) => {
      const range = {
        partition: partitionOf(tenant, shard),
        from: outboxPrefix,
        before: `${outboxPrefix}${now}~`,
        limit,
      };
      const rows = await table.range(range);
      return rows.map(({ columns }) => fromColumns<OutboxEntry>(columns));
    },
    add: async (entry) => {
      await table.transact(partitionFor(entry), [entryWrite(entry)]);
    },
    remove: async (entry) => {
      // `conflict` means that it is gone already.
      await table.transact(partitionFor(entry), [{ do: 'delete', rowKey: keyOf(entry) }]);
    },
    postpone: async (entry, dueAt: Instant, reason) => {
      const later: OutboxEntry = { ...entry, dueAt, attempts: entry.attempts + 1 };
      const columns = toColumns(later, { do: later.effect.do, reason });
      const put: Write = { do: 'put', rowKey: keyOf(later), columns };
      const moved = put.rowKey !== keyOf(entry);
      const writes: readonly Write[] = moved
        ? [{ do: 'delete', rowKey: keyOf(entry) }, put]
        : [put];
      return (await table.transact(partitionFor(entry), writes)) === 'done' ? later : undefined;
    },
  };
}
