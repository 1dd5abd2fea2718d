import type { DutyRef, PersonId } from '../duty/ids.ts';
import type { Account, Pick } from '../kinds/review-access/accounts.ts';
import type { Duty } from '../duty/duty.ts';
import type { EvidenceRecord } from '../duty/record.ts';
import type { EntityTable, Row, Write } from './entity-table.ts';
import {
  dutyKey,
  outboxKey,
  partitionFor,
  picksKey,
  picksPrefix,
  recordKey,
  recordPrefix,
} from './keys.ts';
import { entryWrite } from './outbox.ts';
import type { Change, DutyStore } from '../ports/store.ts';
import { afterPrefix, fromColumns, toColumns, toParts } from './rows.ts';

const accountsPerChunk = 500;
// A record can fill several rows of nearly a megabyte each.
const recordsPerRead = 50;

/** The duties of all tenants in one table: state, evidence, picks and outbox of a duty side by side. */
export function dutyStore(table: EntityTable): DutyStore {
  return {
    load: async (ref) => {
      const row = await table.get(partitionFor(ref), dutyKey(ref.id));
      return row && { value: fromColumns<Duty>(row.columns), etag: row.etag };
    },
    commit: (change) => commit(table, change),
    records: (ref) => recordsOf(table, ref),
    record: (ref, seq) => recordOf(table, ref, seq),
    accounts: async (ref) => {
      const opened = await recordOf(table, ref, 1);
      // What `openDuty` wrote there for a kind with rows.
      const data = opened?.data as { readonly rows?: readonly Account[] } | undefined;
      return data?.rows ?? [];
    },
    picks: async (ref, person) => {
      const prefix = picksPrefix(ref.id, person);
      const range = {
        partition: partitionFor(ref),
        from: prefix,
        before: afterPrefix(prefix),
        limit: 100,
      };
      const chunks = await table.range(range);
      return new Map(
        chunks.flatMap(({ columns }) => fromColumns<readonly [number, Pick][]>(columns)),
      );
    },
    savePicks: async (ref, person, picks, changed) => {
      for (const chunk of new Set(changed.map(chunkOf))) {
        const ours = changed.filter((at) => chunkOf(at) === chunk);
        await savePickChunk(
          table,
          ref,
          person,
          chunk,
          new Map(ours.map((at) => [at, picks.get(at)])),
        );
      }
    },
  };
}

async function commit(table: EntityTable, change: Change): Promise<'committed' | 'conflict'> {
  const partition = partitionFor(change.duty);
  const result = await table.transact(partition, writesOf(change));
  if (result === 'done') return 'committed';
  // The SDK repeats a write whose answer got lost; then the row it finds in its way is our own.
  const row = await table.get(partition, dutyKey(change.duty.id));
  if (row?.columns['attempt'] === change.attempt) return 'committed';
  const { done, ...undone } = change;
  // The duty is as it was read, so the effect is what is gone: another instance carried it out too.
  return done && row?.etag === change.etag ? commit(table, undone) : 'conflict';
}

function writesOf({ duty, etag, records, effects, done, attempt }: Change): readonly Write[] {
  const rowKey = dutyKey(duty.id);
  const columns = toColumns(duty, {
    attempt,
    kind: duty.kind,
    status: duty.status,
    reference: duty.reference,
  });
  return [
    etag === undefined
      ? { do: 'insert', rowKey, columns }
      : { do: 'replace', rowKey, columns, etag },
    ...records.flatMap((record) =>
      toParts(record, { type: record.type, at: record.at }).map((part, at): Write => ({
        do: 'insert',
        rowKey: recordKey(duty.id, record.seq, at),
        columns: part,
      })),
    ),
    ...effects.map(entryWrite),
    ...(done
      ? [{ do: 'delete' as const, rowKey: outboxKey(done.dueAt, duty.id, done.effect.key) }]
      : []),
  ];
}

async function recordOf(
  table: EntityTable,
  ref: DutyRef,
  seq: number,
): Promise<EvidenceRecord | undefined> {
  const from = recordKey(ref.id, seq);
  const range = { partition: partitionFor(ref), from, before: afterPrefix(from), limit: 100 };
  const parts = await table.range(range);
  if (parts.length === 0) return undefined;
  return fromColumns<EvidenceRecord>(...parts.map(({ columns }) => columns));
}

async function* recordsOf(table: EntityTable, ref: DutyRef): AsyncGenerator<EvidenceRecord> {
  const partition = partitionFor(ref);
  const prefix = recordPrefix(ref.id);
  let after: string | undefined;
  let parts: Row[] = [];
  for (;;) {
    const range = { partition, from: prefix, before: afterPrefix(prefix), limit: recordsPerRead };
    const rows = await table.range(after === undefined ? range : { ...range, after });
    for (const row of rows) {
      // A part continues the record before it: its key has a fourth piece.
      if (row.rowKey.split('|').length === 3 && parts.length > 0) {
        yield fromColumns<EvidenceRecord>(...parts.map(({ columns }) => columns));
        parts = [];
      }
      parts.push(row);
    }
    after = rows.at(-1)?.rowKey;
    if (rows.length < recordsPerRead) break;
  }
  if (parts.length > 0) yield fromColumns<EvidenceRecord>(...parts.map(({ columns }) => columns));
}

const chunkOf = (at: number): number => Math.floor(at / accountsPerChunk);
const maxAttempts = 10;

/** Adds picks to what stands in a chunk: the same reviewer may have a phone and a desktop before her. */
async function savePickChunk(
  table: EntityTable,
  ref: DutyRef,
  person: PersonId,
  chunk: number,
  ours: ReadonlyMap<number, Pick | undefined>,
): Promise<void> {
  const rowKey = picksKey(ref.id, person, chunk);
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const row = await table.get(partitionFor(ref), rowKey);
    const stored = new Map(row ? fromColumns<readonly [number, Pick][]>(row.columns) : []);
    for (const [at, pick] of ours) if (pick) stored.set(at, pick);
    const columns = toColumns([...stored]);
    const write: Write = row
      ? { do: 'replace', rowKey, columns, etag: row.etag }
      : { do: 'insert', rowKey, columns };
    if ((await table.transact(partitionFor(ref), [write])) === 'done') return;
  }
  throw new Error(
    `The picks of a reviewer of ${ref.id} changed ${String(maxAttempts)} times while they were saved.`,
  );
}
