import type { Counted, CountedDuty, CountedNil, CountedState } from '../../duty/counted.ts';
import type { DutyId, TenantKey } from '../../duty/ids.ts';
import type { EntityTable, Row, Write } from '../azure/entity-table.ts';
import type { Quarter } from '../../duty/time/quarter.ts';
import type { Coverage, Tally } from '../../ports/store/coverage.ts';
import { indexPartition, mapPrefix, markKey, nilPrefix, sumKey, sumPrefix } from './index-keys.ts';
import { afterPrefix, fromColumns, toColumns } from '../azure/rows.ts';

// Eight rows of sums, and those of what may be missing: a kind of some systems each.
const mostRows = 1000;

/** The counters of the coverage map: sums that change in the transaction that moves a duty on the lists. */
export function coverage(table: EntityTable): Coverage {
  return {
    quarter: async (tenant, quarter) => {
      const from = mapPrefix(quarter);
      const partition = indexPartition(tenant);
      const rows = await table.range({
        partition,
        from,
        before: afterPrefix(from),
        limit: mostRows,
      });
      const of = (prefix: string) => rows.filter(({ rowKey }) => rowKey.startsWith(prefix));
      const nils = of(nilPrefix(quarter)).map(({ columns }) => fromColumns<CountedNil>(columns));
      return { tallies: of(sumPrefix(quarter)).map(sumsOf).reduce(together, {}), nils };
    },
    marked: async (tenant, name) =>
      (await table.get(indexPartition(tenant), markKey(name))) !== undefined,
    mark: async (tenant, name) => {
      const put = { do: 'put' as const, rowKey: markKey(name), columns: toColumns(true) };
      await table.transact(indexPartition(tenant), [put]);
    },
  };
}

type Sums = Readonly<Record<string, Tally>>;

const sumsOf = (row: Row | undefined): Sums => (row ? fromColumns<Sums>(row.columns) : {});

/** The sums with so many more of a kind in a state. */
function plus(
  sums: Sums,
  {
    kind,
    state,
    more,
  }: { readonly kind: string; readonly state: CountedState; readonly more: number },
): Sums {
  const tally = sums[kind] ?? {};
  return { ...sums, [kind]: { ...tally, [state]: (tally[state] ?? 0) + more } };
}

function together(one: Sums, other: Sums): Sums {
  return Object.entries(other).reduce(
    (sums, [kind, tally]) =>
      Object.entries(tally).reduce(
        (sum, [state, more]) => plus(sum, { kind, state: state as CountedState, more }),
        sums,
      ),
    one,
  );
}

interface Counting {
  readonly id: DutyId;
  readonly before: Counted | undefined;
  readonly now: Counted;
}

/**
 * Takes duties from where they were counted and puts them where they are now: a write for each row of sums that changes,
 * none for a duty that is counted as before.
 */
export async function sumWrites(
  table: EntityTable,
  tenant: TenantKey,
  countings: readonly Counting[],
): Promise<readonly Write[]> {
  const steps = countings.flatMap(stepsOf);
  const rows = await sumRows(table, tenant, steps);
  return [...rows].map(([rowKey, row]) =>
    changed(rowKey, row, steps.filter((step) => step.rowKey === rowKey).reduce(plus, sumsOf(row))),
  );
}

/** A change of one sum, and the row in which it stands. */
interface Step {
  readonly quarter: Quarter;
  readonly rowKey: string;
  readonly kind: string;
  readonly state: CountedState;
  readonly more: number;
}

function stepsOf({ id, before, now }: Counting): readonly Step[] {
  const isSame =
    before?.type === now.type && before.quarter === now.quarter && before.state === now.state;
  if (now.type === 'nil' || isSame) return [];
  const step = ({ quarter, kind, state }: CountedDuty, more: number): Step => ({
    quarter,
    rowKey: sumKey(quarter, id),
    kind,
    state,
    more,
  });
  return [...(before?.type === 'duty' ? [step(before, -1)] : []), step(now, 1)];
}

/** The rows in which these sums stand, undefined where there is none yet: one by one, or a quarter's all in one call. */
async function sumRows(
  table: EntityTable,
  tenant: TenantKey,
  steps: readonly Step[],
): Promise<ReadonlyMap<string, Row | undefined>> {
  const partition = indexPartition(tenant);
  const keys = [...new Set(steps.map(({ rowKey }) => rowKey))];
  const quarters = [...new Set(steps.map(({ quarter }) => quarter))];
  if (keys.length <= quarters.length) {
    const rows = await Promise.all(keys.map((rowKey) => table.get(partition, rowKey)));
    return new Map(keys.map((rowKey, at) => [rowKey, rows[at]]));
  }
  const found = await Promise.all(
    quarters.map((quarter) => {
      const from = sumPrefix(quarter);
      return table.range({ partition, from, before: afterPrefix(from), limit: mostRows });
    }),
  );
  const rows = new Map(found.flat().map((row) => [row.rowKey, row]));
  return new Map(keys.map((rowKey) => [rowKey, rows.get(rowKey)]));
}

/** A row as it was read, with what stands in it now. */
function changed(rowKey: string, row: Row | undefined, value: unknown): Write {
  const columns = toColumns(value);
  return row
    ? { do: 'replace', rowKey, columns, etag: row.etag }
    : { do: 'insert', rowKey, columns };
}

/** One kind can be asked about by several questions, system by system. */
const apart = ({ id, systems }: CountedNil): string => (systems ? `|${id}` : '');

/** The question about an empty square, as it stands now. */
export const nilWrite = (counted: Counted): readonly Write[] =>
  counted.type === 'nil'
    ? [
        {
          do: 'put',
          rowKey: `${nilPrefix(counted.quarter)}${counted.kind}${apart(counted)}`,
          columns: toColumns(counted),
        },
      ]
    : [];
