import type { Duty } from '../../duty/duty.ts';
import type { DutyId, DutyRef } from '../../duty/ids.ts';
import { parseDutyId } from '../../duty/ids.ts';
import type { Columns, EntityTable, Row } from '../azure/entity-table.ts';
import type { ChainState, EvidenceScan, StoredChain, StoredRecord } from '../../ports/evidence.ts';
import { recordFrom } from './rows.ts';
import { dutyKey, partitionFor, partitionOf, shardCount } from '../azure/keys.ts';
import type { RecordRows } from '../azure/row-streams.ts';
import { grouped, rowsUnder } from '../azure/row-streams.ts';
import { afterPrefix, fromColumns } from '../azure/rows.ts';

const maxRounds = 10;
const size = { first: 100, most: 1000 };

export function evidenceScan(table: EntityTable): EvidenceScan {
  return {
    chains: async function* (tenant) {
      for (let shard = 0; shard < shardCount; shard += 1)
        yield* chainsIn(table, partitionOf(tenant, shard));
    },
    chain: async (ref) => {
      const partition = partitionFor(ref);
      for (let round = 0; ; round += 1) {
        const before = await stateOf(table, ref);
        const chain = ahead(
          grouped(rowsUnder(table, { partition, prefix: `evt|${ref.id}|` }, size)),
        );
        const openings = ahead(
          grouped(rowsUnder(table, { partition, prefix: `evo|${ref.id}|` }, size)),
        );
        const read = await recordsOf(ref.id, chain, openings);
        const state = await stateOf(table, ref);
        // What changed while it was read is read again, until nothing did.
        if (state?.seq === before?.seq || round === maxRounds)
          return { id: ref.id, state, ...read };
      }
    },
    states: async function* (tenant) {
      for (let shard = 0; shard < shardCount; shard += 1) {
        const partition = partitionOf(tenant, shard);
        yield* await registersIn(table, partition);
        yield* statesIn(table, partition);
      }
    },
  };
}

async function stateOf(table: EntityTable, ref: DutyRef): Promise<ChainState | undefined> {
  const partition = partitionFor(ref);
  const row = await table.get(partition, dutyKey(ref.id));
  if (row) return dutyState(row.columns);
  return (await registersIn(table, partition)).get(ref.id);
}

function dutyState(columns: Columns): ChainState {
  const duty = fromColumns<Duty & ChainState>(columns);
  return { ...duty, duty };
}

async function* statesIn(
  table: EntityTable,
  partition: string,
): AsyncGenerator<readonly [DutyId, ChainState], undefined> {
  for await (const { rowKey, columns } of rowsUnder(table, { partition, prefix: 'duty|' }, size)) {
    const id = parseDutyId(rowKey.split('|')[1]);
    if (id) yield [id, dutyState(columns)];
  }
  return undefined;
}

/** The settings documents of a tenant are three at most; each stands in the partition of its evidence. */
async function registersIn(
  table: EntityTable,
  partition: string,
): Promise<ReadonlyMap<DutyId, ChainState>> {
  const from = 'register|';
  const rows = await table.range({ partition, from, before: afterPrefix(from), limit: 100 });
  return new Map(
    rows.map(({ rowKey, columns }) => {
      const register = fromColumns<Omit<ChainState, 'kind'> & { readonly id: DutyId }>(columns);
      return [register.id, { ...register, kind: rowKey.slice(from.length) }];
    }),
  );
}

/** Puts state, records and openings of a partition together; all three come in the order of ids. */
async function* chainsIn(table: EntityTable, partition: string): AsyncGenerator<StoredChain> {
  const registers = await registersIn(table, partition);
  const states = ahead(statesIn(table, partition));
  const chain = ahead(grouped(rowsUnder(table, { partition, prefix: 'evt|' }, size)));
  const openings = ahead(grouped(rowsUnder(table, { partition, prefix: 'evo|' }, size)));
  const left = new Map(registers);
  for (;;) {
    const [state, evt, evo] = await Promise.all([states.peek(), chain.peek(), openings.peek()]);
    const ids = [state?.[0], idOf(evt), idOf(evo), ...left.keys()].filter((id) => id !== undefined);
    const id = ids.reduce<DutyId | undefined>(
      (least, next) => (least === undefined || next < least ? next : least),
      undefined,
    );
    if (id === undefined) return;
    const owned = state?.[0] === id ? state[1] : left.get(id);
    if (state?.[0] === id) states.take();
    left.delete(id);
    yield { id, state: owned, ...(await recordsOf(id, chain, openings)) };
  }
}

async function recordsOf(
  id: DutyId,
  chain: Ahead<RecordRows>,
  openings: Ahead<RecordRows>,
): Promise<Pick<StoredChain, 'records' | 'strays'>> {
  const records: StoredRecord[] = [];
  const strays: string[] = [];
  for (;;) {
    const [evt, evo] = await Promise.all([chain.peek(), openings.peek()]);
    const next = [evt, evo].filter((rows) => idOf(rows) === id).map((rows) => rows?.key ?? '');
    const key = next.sort()[0];
    if (key === undefined) return { records, strays };
    if (evo?.key === key) openings.take();
    if (evt?.key !== key) strays.push(key);
    else {
      chain.take();
      records.push(readRecord(evt, evo?.key === key ? evo.rows : []));
    }
  }
}

function readRecord({ key, rows }: RecordRows, openings: readonly Row[]): StoredRecord {
  const stored = rows[0]?.stored;
  const at = stored === undefined ? {} : { stored };
  const seq = Number(key.split('|')[1]);
  try {
    return { seq, record: recordFrom(rows, openings), ...at };
  } catch (error) {
    // A row that somebody spoilt is a fault of the store, and the others are still to be read.
    if (!(error instanceof Error)) throw error;
    return { seq, record: undefined, ...at };
  }
}

const idOf = (rows: RecordRows | undefined): DutyId | undefined => {
  const id = rows?.key.split('|')[0];
  return id === undefined ? undefined : parseDutyId(id);
};

/** A stream of which the next element can be looked at before it is taken. */
interface Ahead<T> {
  readonly peek: () => Promise<T | undefined>;
  readonly take: () => void;
}

function ahead<T>(stream: AsyncGenerator<T, undefined>): Ahead<T> {
  let held: Promise<T | undefined> | undefined;
  return {
    peek: () => (held ??= stream.next().then(({ value }) => value)),
    take: () => {
      held = undefined;
    },
  };
}
