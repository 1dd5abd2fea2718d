import { secondsAfter } from '../duty/time/instant.ts';
import type { EntityTable, Write } from './azure/entity-table.ts';
import {
  batchPrefix,
  outboxKey,
  outboxPrefix,
  ownerIn,
  ownerOf,
  partitionOf,
  partitionOfOwner,
} from './azure/keys.ts';
import { leaseInsert, leaseRemoval, renewLease, takeLease } from './leases.ts';
import type { Outbox, OutboxEntry } from '../ports/outbox.ts';
import { afterPrefix, fromColumns, toColumns } from './azure/rows.ts';

const keyOf = (entry: OutboxEntry): string =>
  outboxKey(entry.dueAt, ownerOf(entry), entry.effect.key);
/** Takes the row of an effect out. */
export const entryRemoval = (entry: OutboxEntry): Write => ({
  do: 'delete',
  rowKey: keyOf(entry),
});
// A duty has as many effects at once as one transaction has room for.
const mostInBatch = 100;

/** The row of an effect, for the transaction that commits it. */
export function entryWrite(entry: OutboxEntry): Write {
  return { do: 'put', rowKey: keyOf(entry), columns: toColumns(entry, { do: entry.effect.do }) };
}

/** The waiting effects, in the partitions of their duties, ordered by when they are due. */
export function outbox(table: EntityTable): Outbox {
  const remove = async (entry: OutboxEntry): Promise<void> => {
    // `conflict` means that it is gone already.
    await table.transact(partitionOfOwner(entry), [entryRemoval(entry)]);
  };
  const batch: Outbox['batch'] = async (ref) => {
    const from = batchPrefix(ref.dueAt, ownerOf(ref));
    const range = { partition: partitionOfOwner(ref), from, before: afterPrefix(from) };
    const rows = await table.range({ ...range, limit: mostInBatch });
    return rows.map(({ columns }) => fromColumns<OutboxEntry>(columns));
  };
  return {
    due: async (place, until, { limit, after }) => {
      const range = {
        partition: partitionOf(place.tenant, place.shard),
        from: outboxPrefix,
        before: `${outboxPrefix}${until}~`,
        limit,
      };
      const rows = await table.range(after ? { ...range, after: keyOf(after) } : range);
      return rows.map(({ columns }) => fromColumns<OutboxEntry>(columns));
    },
    batch,
    add: async (entry) => {
      await table.transact(partitionOfOwner(entry), [entryWrite(entry)]);
    },
    remove,
    claim: async (lease, entries, now) => {
      // Writing the rows as they are, where they are, shows in the same call that they are all there.
      const whole = entries.map((entry) => ({ ...replaced(entry), etag: '*' }));
      const taken = await table.transact(partitionOfOwner(lease), [leaseInsert(lease), ...whole]);
      if (taken === 'done') return { type: 'claimed', lease, entries };
      const held = await takeLease(table, lease, now);
      if (held !== undefined) return { type: 'held', until: held };
      const names = new Set(entries.map(keyOf));
      const instants = [...new Set(entries.map(({ dueAt }) => dueAt))];
      const found = await Promise.all(instants.map((dueAt) => batch({ ...ownerIn(lease), dueAt })));
      const left = found.flat().filter((entry) => names.has(keyOf(entry)));
      return { type: 'claimed', lease, entries: left };
    },
    renew: (lease) => renewLease(table, lease),
    finish: async (lease, carriedOut) => {
      const writes = [...carriedOut.map(entryRemoval), leaseRemoval(lease)];
      if ((await table.transact(partitionOfOwner(lease), writes)) === 'done') return;
      // One of them is gone already: then each for itself.
      for (const entry of carriedOut) await remove(entry);
      await table.transact(partitionOfOwner(lease), [leaseRemoval(lease)]);
    },
    postpone: async (entry, { dueAt, reason, failed, unknown }) => {
      const failures = (entry.failures ?? 0) + (failed ? 1 : 0);
      const open = (entry.unknown ?? 0) + (unknown ? 1 : 0);
      const later: OutboxEntry = {
        ...entry,
        dueAt,
        attempts: entry.attempts + 1,
        ...(failures > 0 ? { failures } : {}),
        ...(open > 0 ? { unknown: open } : {}),
      };
      return (await rewrite(table, { entry, next: later, reason })) ? later : undefined;
    },
    goOn: async ({ failures: _, unknown: __, ...entry }, effect, now) => {
      // The name is new, so that nobody who knows the old one begins again.
      const dueAt = now > entry.dueAt ? now : secondsAfter(entry.dueAt, 0.001);
      const left: OutboxEntry = { ...entry, effect, dueAt, attempts: 0 };
      return (await rewrite(table, { entry, next: left, reason: 'goes on' })) ? left : undefined;
    },
  };
}

/** Writes an entry as it is from now on; false when it is gone already. */
async function rewrite(
  table: EntityTable,
  {
    entry,
    next,
    reason,
  }: { readonly entry: OutboxEntry; readonly next: OutboxEntry; readonly reason: string },
): Promise<boolean> {
  const columns = toColumns(next, { do: next.effect.do, reason });
  const put: Write = { do: 'put', rowKey: keyOf(next), columns };
  const moved = put.rowKey !== keyOf(entry);
  const writes: readonly Write[] = moved
    ? [entryRemoval(entry), put]
    : [{ ...put, do: 'replace', etag: '*' }];
  return (await table.transact(partitionOfOwner(entry), writes)) === 'done';
}

function replaced(entry: OutboxEntry) {
  const columns = toColumns(entry, { do: entry.effect.do });
  return { do: 'replace' as const, rowKey: keyOf(entry), columns };
}
