import type { TenantKey } from '../../duty/ids.ts';
import type { EvidenceErasing } from '../../ports/evidence.ts';
import type { OutboxEntry } from '../../ports/outbox.ts';
import type { EntityTable, Write } from '../azure/entity-table.ts';
import { openingParts } from './rows.ts';
import {
  cardKey,
  cardPrefix,
  dutyKey,
  openingsKey,
  openingsPrefix,
  outboxPrefix,
  partitionFor,
  partitionOf,
  recordPrefix,
  shardCount,
} from '../azure/keys.ts';
import { rowsUnder } from '../azure/row-streams.ts';
import { afterPrefix, fromColumns, toColumns } from '../azure/rows.ts';
import type { DutyView } from '../../duty/view.ts';
import { entryWrite } from '../outbox.ts';
import { indexPartition } from '../lists/index-keys.ts';

const size = { first: 100, most: 1000 };
const partsOfOne = 100;

/** Takes a person out of the tables that hold duties and people. */
export function evidenceErasing({
  records,
  lists,
  people,
}: {
  readonly records: EntityTable;
  readonly lists: EntityTable;
  readonly people: EntityTable;
}): EvidenceErasing {
  return {
    rewriteOpenings: async (ref, record) => {
      const partition = partitionFor(ref);
      const from = openingsKey(ref.id, record.seq);
      const range = { partition, from, before: afterPrefix(from), limit: partsOfOne };
      const now = openingParts(record).map((columns, part): Write => ({
        do: 'put',
        rowKey: openingsKey(ref.id, record.seq, part),
        columns,
      }));
      const kept = new Set(now.map(({ rowKey }) => rowKey));
      const card = cardKey(ref.id, record.seq);
      const shown = { partition, from: card, before: afterPrefix(card), limit: partsOfOne };
      const [before, cards] = await Promise.all([records.range(range), records.range(shown)]);
      const over = [...before.filter(({ rowKey }) => !kept.has(rowKey)), ...cards];
      const gone = over.map(({ rowKey }): Write => ({ do: 'delete', rowKey }));
      await records.transact(partition, [...now, ...gone]);
    },
    dropWaiting: async (tenant, person) => {
      let dropped = 0;
      for (let shard = 0; shard < shardCount; shard += 1) {
        const partition = partitionOf(tenant, shard);
        for (const prefix of [outboxPrefix, 'poison|', 'pick|']) {
          const isTheirs = (rowKey: string, json: string): boolean =>
            prefix === 'pick|'
              ? rowKey.split('|')[2] === person
              : json.includes(`"person":${JSON.stringify(person)}`);
          dropped += await droppedFrom(records, { partition, prefix }, isTheirs);
        }
      }
      return dropped;
    },
    cleanWaiting: async (tenant, cleaned) => {
      let found = 0;
      for (let shard = 0; shard < shardCount; shard += 1) {
        const partition = partitionOf(tenant, shard);
        const under = { partition, prefix: outboxPrefix };
        for await (const { rowKey, columns } of rowsUnder(records, under, size)) {
          const entry = cleaned(fromColumns<OutboxEntry>(columns));
          if (!entry) continue;
          found += 1;
          // In the place of the other: an instance that has that one in hand finds it gone, and reads this one.
          // `conflict` means that it was carried out, or put off, this moment.
          await records.transact(partition, [{ do: 'delete', rowKey }, entryWrite(entry)]);
        }
      }
      return found;
    },
    cleanLists: async (tenant, cleaned) => {
      const partition = indexPartition(tenant);
      for (const prefix of ['evidence|', 'remind|']) {
        for await (const row of rowsUnder(lists, { partition, prefix }, size)) {
          const view = cleaned(fromColumns<DutyView>(row.columns));
          if (!view) continue;
          const { rowKey, etag } = row;
          const columns = toColumns(view);
          // `conflict` means that the duty moves on the lists this moment, as it is now.
          await lists.transact(partition, [{ do: 'replace', rowKey, columns, etag }]);
        }
      }
    },
    dropChain: async (ref) => {
      const partition = partitionFor(ref);
      const { id } = ref;
      const keys: string[] = [];
      for (const prefix of [
        ...[recordPrefix(id), openingsPrefix(id), cardPrefix(id)],
        ...[`pick|${id}|`, `dirty|${id}|`],
      ])
        for await (const { rowKey } of rowsUnder(records, { partition, prefix }, size))
          keys.push(rowKey);
      keys.push(dutyKey(id));
      for (let at = 0; at < keys.length; at += partsOfOne) {
        const writes = keys
          .slice(at, at + partsOfOne)
          .map((rowKey): Write => ({ do: 'delete', rowKey }));
        // Where one is gone already, each by itself.
        if ((await records.transact(partition, writes)) === 'done') continue;
        for (const write of writes) await records.transact(partition, [write]);
      }
    },
    dropPerson: async (tenant, person) => {
      const rows = await records.range({
        partition: partitionOf(tenant, 0),
        from: `lease|-${person}`,
        before: afterPrefix(`lease|-${person}`),
        limit: partsOfOne,
      });
      for (const { rowKey } of rows)
        await records.transact(partitionOf(tenant, 0), [{ do: 'delete', rowKey }]);
      return dropKeys(people, tenant, [
        `person|${person}`,
        `draft|${person}`,
        `offer|${person}`,
        `handout|${person}`,
      ]);
    },
  };
}

async function droppedFrom(
  table: EntityTable,
  under: { readonly partition: string; readonly prefix: string },
  isTheirs: (rowKey: string, json: string) => boolean,
): Promise<number> {
  let dropped = 0;
  for await (const { rowKey, columns } of rowsUnder(table, under, size)) {
    if (!isTheirs(rowKey, Object.values(columns).join(''))) continue;
    // `conflict` means that it is gone already.
    await table.transact(under.partition, [{ do: 'delete', rowKey }]);
    dropped += 1;
  }
  return dropped;
}

/** Deletes the rows with these keys, and those that go on from them after `|`. */
async function dropKeys(
  table: EntityTable,
  tenant: TenantKey,
  keys: readonly string[],
): Promise<boolean> {
  let found = false;
  for (const key of keys) {
    for await (const { rowKey } of rowsUnder(table, { partition: tenant, prefix: key }, size)) {
      if (rowKey !== key && !rowKey.startsWith(`${key}|`)) continue;
      await table.transact(tenant, [{ do: 'delete', rowKey }]);
      found = true;
    }
  }
  return found;
}
