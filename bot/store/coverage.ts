import type { DutyId, TenantKey } from '../duty/ids.ts';
import type { Counted, CountedState } from '../duty/counted.ts';
import type { Quarter } from '../duty/time/quarter.ts';
import type { EntityTable, Row, Write } from './entity-table.ts';
import type { Coverage, Tally } from '../ports/coverage.ts';
import { afterPrefix, fromColumns, toColumns } from './rows.ts';

// The counters of a quarter are spread over this many rows, so that few changes meet at one of them.
// Changing the number moves duties between rows: it is part of the stored layout.
const slots = 8;
const maxAttempts = 30;
const perPage = 1000;

const slotOf = (id: DutyId): number => Number.parseInt(id.slice(3, 5), 16) % slots;
const partitionOf = (tenant: TenantKey, quarter: Quarter): string =>
  `${tenant}|coverage|${quarter}`;
const marksOf = (tenant: TenantKey): string => `${tenant}|coverage`;
const slotPrefix = (slot: number): string => `duty|${String(slot)}|`;
const dutyKey = (id: DutyId): string => `${slotPrefix(slotOf(id))}${id}`;
const nilPrefix = 'nil|';
const sumPrefix = 'sum|';
const sumKey = (slot: number): string => `${sumPrefix}${String(slot)}`;

/**
 * The counters of the coverage map. A quarter is one partition: for each duty a row that says as what it
 * is counted, and the sums. Both change in one transaction, so a duty counts once however often it is
 * counted; the map reads the sums only.
 */
export function coverage(table: EntityTable): Coverage {
  return {
    count: (tenant, counted) =>
      counted.type === 'nil' ? keepNil(table, tenant, counted) : count(table, tenant, counted),
    quarter: async (tenant, quarter) => {
      const partition = partitionOf(tenant, quarter);
      const limit = perPage;
      const rows = await table.range({
        partition,
        from: nilPrefix,
        before: `${sumPrefix}~`,
        limit,
      });
      const of = (prefix: string) => rows.filter(({ rowKey }) => rowKey.startsWith(prefix));
      const nils = of(nilPrefix).map(({ columns }) =>
        fromColumns<Extract<Counted, { type: 'nil' }>>(columns),
      );
      return { tallies: of(sumPrefix).map(sumsOf).reduce(together, {}), nils };
    },
    recount: async (tenant, quarter) => {
      for (let slot = 0; slot < slots; slot += 1)
        await recount(table, partitionOf(tenant, quarter), slot);
    },
    marked: async (tenant, name) => (await table.get(marksOf(tenant), name)) !== undefined,
    mark: async (tenant, name) => {
      await table.transact(marksOf(tenant), [
        { do: 'put', rowKey: name, columns: toColumns(true) },
      ]);
    },
  };
}

type Sums = Readonly<Record<string, Tally>>;
type CountedDuty = Extract<Counted, { type: 'duty' }>;

const sumsOf = (row: Row | undefined): Sums => (row ? fromColumns<Sums>(row.columns) : {});

/** The sums with so many more of a kind in a state. */
function plus(sums: Sums, kind: string, state: CountedState, more: number): Sums {
  const tally = sums[kind] ?? {};
  return { ...sums, [kind]: { ...tally, [state]: (tally[state] ?? 0) + more } };
}

function together(one: Sums, other: Sums): Sums {
  return Object.entries(other).reduce(
    (sums, [kind, tally]) =>
      Object.entries(tally).reduce(
        (sum, [state, more]) => plus(sum, kind, state as CountedState, more),
        sums,
      ),
    one,
  );
}

/** A row as it was read, with what stands in it now. */
function changed(rowKey: string, row: Row | undefined, value: unknown): Write {
  const columns = toColumns(value);
  return row
    ? { do: 'replace', rowKey, columns, etag: row.etag }
    : { do: 'insert', rowKey, columns };
}

async function count(table: EntityTable, tenant: TenantKey, duty: CountedDuty): Promise<void> {
  const partition = partitionOf(tenant, duty.quarter);
  const rowKey = dutyKey(duty.id);
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const row = await table.get(partition, rowKey);
    const before = row && fromColumns<CountedDuty>(row.columns);
    if (before && isCounted(before, duty)) return;
    const own = changed(rowKey, row, duty);
    const moved = before?.kind !== duty.kind || before.state !== duty.state;
    const writes = moved ? [own, await summed(table, partition, before, duty)] : [own];
    if ((await table.transact(partition, writes)) === 'done') return;
  }
  throw new Error(
    `The counters of ${duty.quarter} changed ${String(maxAttempts)} times while ${duty.id} was being counted.`,
  );
}

/** The sums with a duty taken from where it was counted and put where it is now. */
async function summed(
  table: EntityTable,
  partition: string,
  before: CountedDuty | undefined,
  { id, kind, state }: CountedDuty,
): Promise<Write> {
  const row = await table.get(partition, sumKey(slotOf(id)));
  const without = before ? plus(sumsOf(row), before.kind, before.state, -1) : sumsOf(row);
  return changed(sumKey(slotOf(id)), row, plus(without, kind, state, 1));
}

/** What was counted is as new as this, and of the same state it says the same. */
const isCounted = (before: Counted, now: Counted): boolean =>
  before.revision > now.revision || JSON.stringify(before) === JSON.stringify(now);

async function keepNil(
  table: EntityTable,
  tenant: TenantKey,
  nil: Extract<Counted, { type: 'nil' }>,
): Promise<void> {
  const partition = partitionOf(tenant, nil.quarter);
  const rowKey = `${nilPrefix}${nil.kind}`;
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const row = await table.get(partition, rowKey);
    if (row && isCounted(fromColumns<Counted>(row.columns), nil)) return;
    if ((await table.transact(partition, [changed(rowKey, row, nil)])) === 'done') return;
  }
  throw new Error(
    `The nil return ${nil.id} changed ${String(maxAttempts)} times while it was being kept.`,
  );
}

/**
 * Adds up one row of sums again. Whoever counts a duty of this slot changes the sums too, so that sums
 * which are still as they were read fit the duties that were read after them.
 */
async function recount(table: EntityTable, partition: string, slot: number): Promise<void> {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const row = await table.get(partition, sumKey(slot));
    const sums = await addedUp(table, partition, slot);
    if (!row && Object.keys(sums).length === 0) return;
    if ((await table.transact(partition, [changed(sumKey(slot), row, sums)])) === 'done') return;
  }
  throw new Error(
    `The counters ${partition} changed ${String(maxAttempts)} times while they were added up.`,
  );
}

async function addedUp(table: EntityTable, partition: string, slot: number): Promise<Sums> {
  const prefix = slotPrefix(slot);
  let sums: Sums = {};
  let after: string | undefined;
  for (;;) {
    const range = { partition, from: prefix, before: afterPrefix(prefix), limit: perPage };
    const rows = await table.range(after === undefined ? range : { ...range, after });
    for (const { columns } of rows) {
      const { kind, state } = fromColumns<CountedDuty>(columns);
      sums = plus(sums, kind, state, 1);
    }
    after = rows.at(-1)?.rowKey;
    if (rows.length < perPage) return sums;
  }
}
