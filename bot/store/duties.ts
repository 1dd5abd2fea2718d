import type { DutyRef, PersonId } from '../duty/ids.ts';
import type { Account, Pick } from '../kinds/review-access/accounts.ts';
import type { Duty } from '../duty/duty.ts';
import type { EvidenceRecord } from '../duty/record/record.ts';
import type { EntityTable, Row, Write } from './azure/entity-table.ts';
import {
  dutyKey,
  openingsKey,
  openingsPrefix,
  outboxKey,
  partitionFor,
  picksKey,
  picksPrefix,
  recordKey,
  recordPrefix,
} from './azure/keys.ts';
import { maxWrites } from './azure/limits.ts';
import { leaseInsert } from './leases.ts';
import { entryWrite } from './outbox.ts';
import type { Change, DutyStore } from '../ports/store.ts';
import { cardWrites } from './evidence/cards.ts';
import { evidenceWrites, recordFrom } from './evidence/rows.ts';
import { grouped, rowsUnder } from './azure/row-streams.ts';
import { afterPrefix, fromColumns, toColumns } from './azure/rows.ts';

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
    savePicks: async (ref, { person, picks, changed }) => {
      for (const chunk of new Set(changed.map(chunkOf))) {
        const ours = changed.filter((at) => chunkOf(at) === chunk);
        await savePickChunk(table, {
          ref,
          person,
          chunk,
          ours: new Map(ours.map((at) => [at, picks.get(at)])),
        });
      }
    },
  };
}

async function commit(
  table: EntityTable,
  change: Change,
): Promise<'committed' | 'held' | 'conflict'> {
  const partition = partitionFor(change.duty);
  const writes = writesOf(change);
  const { lease, ...unheld } = change;
  // What fills a transaction goes without: its effects take a lease when they begin.
  if (lease && writes.length > maxWrites) return commit(table, unheld);
  const result = await table.transact(partition, writes);
  const committed = lease ? 'held' : 'committed';
  if (result === 'done') return committed;
  // The SDK repeats a write whose answer got lost; then the row it finds in its way is our own.
  const row = await table.get(partition, dutyKey(change.duty.id));
  if (row?.columns['attempt'] === change.attempt) return committed;
  if (row?.etag !== change.etag) return 'conflict';
  // The duty is as it was read, so somebody else has the lease.
  if (lease) return commit(table, unheld);
  const { done, ...undone } = change;
  // Or the effect is what is gone: another instance carried it out too.
  return done ? commit(table, undone) : 'conflict';
}

function writesOf({
  duty,
  etag,
  records,
  cards = [],
  effects,
  lease,
  done,
  attempt,
}: Change): readonly Write[] {
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
    ...evidenceWrites(records, { kind: duty.kind, opened: duty.createdAt }),
    ...cards.flatMap((card) => cardWrites(duty.id, card)),
    ...effects.map(entryWrite),
    ...(lease ? [leaseInsert(lease)] : []),
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
  const rowsFrom = (from: string): Promise<readonly Row[]> =>
    table.range({ partition: partitionFor(ref), from, before: afterPrefix(from), limit: 100 });
  const [chain, openings] = await Promise.all([
    rowsFrom(recordKey(ref.id, seq)),
    rowsFrom(openingsKey(ref.id, seq)),
  ]);
  return chain.length === 0 ? undefined : opened(ref, chain, openings);
}

function opened(ref: DutyRef, chain: readonly Row[], openings: readonly Row[]): EvidenceRecord {
  const record = recordFrom(chain, openings);
  if (record) return record;
  throw new Error(`The duty ${ref.id} has evidence without the row that opens it.`);
}

/** The records of a duty in order; a record whose openings are missing is an error. */
async function* recordsOf(table: EntityTable, ref: DutyRef): AsyncGenerator<EvidenceRecord> {
  const partition = partitionFor(ref);
  const most = { first: recordsPerRead, most: recordsPerRead };
  const chain = grouped(rowsUnder(table, { partition, prefix: recordPrefix(ref.id) }, most));
  const openings = grouped(rowsUnder(table, { partition, prefix: openingsPrefix(ref.id) }, most));
  let opener = await openings.next();
  for await (const { key, rows } of chain) {
    const opening = opener.done === true || opener.value.key !== key ? undefined : opener.value;
    yield opened(ref, rows, opening?.rows ?? []);
    if (opening) opener = await openings.next();
  }
}

const chunkOf = (at: number): number => Math.floor(at / accountsPerChunk);
const maxAttempts = 10;

/** Adds picks to what stands in a chunk: the same reviewer may have a phone and a desktop before her. */
async function savePickChunk(
  table: EntityTable,
  {
    ref,
    person,
    chunk,
    ours,
  }: {
    readonly ref: DutyRef;
    readonly person: PersonId;
    readonly chunk: number;
    readonly ours: ReadonlyMap<number, Pick | undefined>;
  },
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
