import type { MessageRef } from '../duty/ids.ts';
import type { EntityTable } from './azure/entity-table.ts';
import {
  ownerOf,
  partitionOf,
  partitionOfOwner,
  deadLetterCardKey,
  deadLetterKey,
  deadLetterPrefix,
  shardCount,
} from './azure/keys.ts';
import { entryRemoval, entryWrite } from './outbox.ts';
import type { OutboxEntry, DeadLetters, DeadLetter } from '../ports/store.ts';
import { afterPrefix, fromColumns, toColumns } from './azure/rows.ts';

const keyOf = (entry: OutboxEntry): string => deadLetterKey(ownerOf(entry), entry.effect.key);

/** Effects that were given up, beside the outbox from which they come. */
export function deadLetters(table: EntityTable): DeadLetters {
  return {
    park: async (deadLetters) => {
      const { entry, reason, errorClass } = deadLetters;
      const columns = toColumns(deadLetters, { do: entry.effect.do, reason, errorClass });
      // `conflict`: somebody carried it out in the meantime, and it is no dead letter.
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
            from: deadLetterPrefix,
            before: afterPrefix(deadLetterPrefix),
            limit: perPartition,
          }),
        ),
      );
      return pages.flat().map(({ columns }) => fromColumns<DeadLetter>(columns));
    },
    putBack: async ({ entry }, back) => {
      const moved = await table.transact(partitionOfOwner(entry), [
        { do: 'delete', rowKey: keyOf(entry) },
        entryWrite(back),
      ]);
      return moved === 'done' ? back : undefined;
    },
    card: async (tenant) => {
      const row = await table.get(partitionOf(tenant, 0), deadLetterCardKey);
      return row && fromColumns<MessageRef>(row.columns);
    },
    keepCard: async (tenant, message) => {
      const put = { do: 'put' as const, rowKey: deadLetterCardKey, columns: toColumns(message) };
      await table.transact(partitionOf(tenant, 0), [put]);
    },
  };
}
