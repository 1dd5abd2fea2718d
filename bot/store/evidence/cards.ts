import type { DutyId } from '../../duty/ids.ts';
import { parseDutyId } from '../../duty/ids.ts';
import type { KeptCard } from '../../duty/record/shown.ts';
import type { EvidenceCards } from '../../ports/evidence.ts';
import type { EntityTable, Write } from '../azure/entity-table.ts';
import { cardKey, cardPrefix, partitionFor, partitionOf, shardCount } from '../azure/keys.ts';
import { grouped, rowsUnder } from '../azure/row-streams.ts';
import { fromColumns, toParts } from '../azure/rows.ts';

const size = { first: 100, most: 1000 };

/** The row of a card that somebody was shown. */
export const cardWrites = (id: DutyId, { seq, text }: KeptCard): readonly Write[] =>
  toParts(text).map((columns, part): Write => ({
    do: 'insert',
    rowKey: cardKey(id, seq, part),
    columns,
  }));

/**
 * The cards that people were shown, beside the evidence that has their hashes: an export leaves them out, a
 * dossier has them.
 */
export function evidenceCards(table: EntityTable): EvidenceCards {
  const cardsIn = async function* (partition: string, prefix = 'card|') {
    for await (const { key, rows } of grouped(rowsUnder(table, { partition, prefix }, size))) {
      const [written, seq] = key.split('|');
      const id = parseDutyId(written);
      const text = fromColumns<string>(...rows.map(({ columns }) => columns));
      if (id) yield { id, seq: Number(seq), text, keys: rows.map(({ rowKey }) => rowKey) };
    }
  };
  return {
    cards: async function* (tenant) {
      for (let shard = 0; shard < shardCount; shard += 1)
        for await (const { keys: _, ...card } of cardsIn(partitionOf(tenant, shard))) yield card;
    },
    cardsOf: async (ref) => {
      const found: KeptCard[] = [];
      for await (const { seq, text } of cardsIn(partitionFor(ref), cardPrefix(ref.id)))
        found.push({ seq, text });
      return found;
    },
    dropCards: async (tenant, isGone) => {
      let dropped = 0;
      for (let shard = 0; shard < shardCount; shard += 1) {
        const partition = partitionOf(tenant, shard);
        for await (const { text, keys } of cardsIn(partition)) {
          if (!isGone(text)) continue;
          // `conflict` means that it is gone already.
          await table.transact(
            partition,
            keys.map((rowKey): Write => ({ do: 'delete', rowKey })),
          );
          dropped += 1;
        }
      }
      return dropped;
    },
  };
}
