import type { MessageRef } from '../duty/ids.ts';
import type { EntityTable } from './entity-table.ts';
import {
  ownerOf,
  partitionOf,
  partitionOfOwner,
  poisonCardKey,
  poisonKey,
  poisonPrefix,
  shardCount,
} from './keys.ts';
import { entryRemoval, entryWrite } from './outbox.ts';
import type { OutboxEntry, Poison, PoisonedEntry } from '../ports/store.ts';
import { afterPrefix, fromColumns, toColumns } from './rows.ts';

const keyOf = (entry: OutboxEntry): string => poisonKey(ownerOf(entry), entry.effect.key);

/** Effects that were given up, beside the outbox from which they come. */
export function poison(table: EntityTable): Poison {
  return {
    park: async (poisoned) => {
      const { entry, reason, errorClass } = poisoned;
      const columns = toColumns(poisoned, { do: entry.effect.do, reason, errorClass });
      // `conflict`: somebody carried it out in the meantime, and nothing is poison.
      await table.transact(partitionOfOwner(entry), [
        entryRemoval(entry),
        { do: 'put', rowKey: keyOf(entry), columns },
      ]);
    },
    parked: async (tenant, perPartition) => {
      const pages = await Promise.all(
        Array.from({ length: shardCount }, (_, shard) =>
          table.range({
            partition: partitionOf(tenant, shard),
            from: poisonPrefix,
            before: afterPrefix(poisonPrefix),
            limit: perPartition,
          }),
        ),
      );
      return pages.flat().map(({ columns }) => fromColumns<PoisonedEntry>(columns));
    },
    putBack: async ({ entry }, back) => {
      const moved = await table.transact(partitionOfOwner(entry), [
        { do: 'delete', rowKey: keyOf(entry) },
        entryWrite(back),
      ]);
      return moved === 'done' ? back : undefined;
    },
    card: async (tenant) => {
      const row = await table.get(partitionOf(tenant, 0), poisonCardKey);
      return row && fromColumns<MessageRef>(row.columns);
    },
    keepCard: async (tenant, message) => {
      const put = { do: 'put' as const, rowKey: poisonCardKey, columns: toColumns(message) };
      await table.transact(partitionOf(tenant, 0), [put]);
    },
  };
}
