import type { DutyId, TenantKey } from '../../duty/ids.ts';
import type { Indexed } from '../../duty/indexed.ts';
import type { DutyView } from '../../duty/view.ts';
import type { EntityTable, Write } from '../azure/entity-table.ts';
import { fromColumns, toColumns } from '../azure/rows.ts';
import { nilWrite } from './coverage.ts';
import type { Listed } from './index-keys.ts';
import { firstKey, headKey, headPrefix, indexPartition, listKey, monthKey } from './index-keys.ts';

export const put = (rowKey: string, value: unknown): Write => ({
  do: 'put',
  rowKey,
  columns: toColumns(value),
});
export const monthWrite = (month: string): Write => put(monthKey(month), month);

/** Where a duty stands, as it is stored; undefined when it stands nowhere yet. */
export async function headOf(
  table: EntityTable,
  tenant: TenantKey,
  id: DutyId,
): Promise<Indexed | undefined> {
  const from = headPrefix(id);
  const range = { partition: indexPartition(tenant), from, before: firstKey(id), limit: 1 };
  const [head] = await table.range(range);
  return head && fromColumns<Indexed>(head.columns);
}

/** A duty that moves, from where it stood to where it stands. */
export interface Move {
  readonly id: DutyId;
  readonly view: DutyView;
  readonly before: Indexed | undefined;
  readonly now: Indexed;
}
/** What has to be written of a duty to move it, beside the sums; `rows` are those of the lists on which it stands now. */
export function rowsOf({ id, view, before, now }: Move): {
  readonly needed: readonly Write[];
  readonly rows: readonly Write[];
} {
  const keysOf = (of: Indexed | undefined, listed: Listed): ReadonlySet<string> =>
    new Set(of?.on.map((list) => listKey(list, { ...listed, dueOn: of.dueOn })) ?? []);
  const [stood, stands] = [keysOf(before, view), keysOf(now, view)];
  const gone = [...stood].filter((key) => !stands.has(key));
  const rows = now.on.flatMap((list): readonly Write[] => {
    const key = listKey(list, { ...view, dueOn: now.dueOn });
    // Nothing is read of a duty there but what its key says, and that has not changed.
    const isSame = stood.has(key) && (list.list === 'evidence' || list.list === 'remind');
    if (isSame) return [];
    return list.list === 'evidence' ? [put(key, view), monthWrite(list.month)] : [put(key, view)];
  });
  const needed: readonly Write[] = [
    // A duty is new to the lists once.
    before
      ? { do: 'delete', rowKey: headKey(id, before) }
      : { do: 'insert', rowKey: firstKey(id), columns: toColumns(now.revision) },
    { do: 'insert', rowKey: headKey(id, now), columns: toColumns(now) },
    ...nilWrite(now.counted),
    ...gone.map((rowKey): Write => ({ do: 'delete', rowKey })),
  ];
  return { needed, rows };
}
