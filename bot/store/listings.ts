import { parseDutyId } from '../duty/ids.ts';
import type { TenantKey } from '../duty/ids.ts';
import { createHash } from 'node:crypto';
import type { IndexKey } from '../duty/effects.ts';
import type { DutyView } from '../duty/view.ts';
import type { EntityTable } from './entity-table.ts';
import type { Indexes } from '../ports/store.ts';
import { fromColumns, toColumns } from './rows.ts';

function listName(list: IndexKey): string {
  switch (list.list) {
    case 'all':
      return 'all';
    case 'status':
      return `status|${list.status}`;
    case 'person':
      return `person|${list.person}`;
    case 'evidence':
      return `evidence|${list.month}`;
    case 'remind':
      // One partition for all days: what is due after days without a bot is still one query.
      return 'remind';
    case 'topic':
      return list.document === undefined
        ? `topic|${list.kind}|${hashed(list.system)}`
        : `topic|${list.kind}|${hashed(list.system)}|${hashed(list.document)}`;
    case 'document':
      return `document|${hashed(list.system)}|${hashed(list.document)}`;
  }
}

/** A system may be called anything; a key may not. */
const hashed = (system: string): string =>
  createHash('sha256').update(system.trim().toLowerCase()).digest('hex').slice(0, 24);

const partitionOf = (tenant: TenantKey, list: IndexKey): string => `${tenant}|${listName(list)}`;
const monthsOf = (tenant: TenantKey): string => `${tenant}|months`;

/** Exports go by duty, a look back begins with the newest, everything else goes by due date. */
function keyOf(list: IndexKey, { id, dueOn, createdAt }: DutyView): string {
  if (list.list === 'remind') return `${list.day}|${id}`;
  if (list.list === 'topic' || list.list === 'document') return `${backwards(createdAt)}|${id}`;
  return list.list === 'evidence' ? id : `${dueOn}|${id}`;
}

// Every digit from the other end: what is later sorts first.
const backwards = (at: string): string => at.replace(/\d/g, (digit) => String(9 - Number(digit)));

/** The lists on which duties are found: index rows, written by effects, readable without the duties. */
export function indexes(table: EntityTable): Indexes {
  return {
    put: async (tenant, list, view) => {
      const row = { do: 'put' as const, rowKey: keyOf(list, view), columns: toColumns(view) };
      await table.transact(partitionOf(tenant, list), [row]);
      if (list.list !== 'evidence') return;
      const month = { do: 'put' as const, rowKey: list.month, columns: toColumns(list.month) };
      await table.transact(monthsOf(tenant), [month]);
    },
    remove: async (tenant, list, view) => {
      // `conflict` means that it is gone already.
      await table.transact(partitionOf(tenant, list), [
        { do: 'delete', rowKey: keyOf(list, view) },
      ]);
    },
    page: async (tenant, list, size, cursor) => {
      const range = {
        partition: partitionOf(tenant, list),
        from: '',
        before: '~',
        limit: size + 1,
      };
      const rows = await table.range(cursor === undefined ? range : { ...range, after: cursor });
      const items = rows.slice(0, size).map(({ columns }) => fromColumns<DutyView>(columns));
      const last = rows[size - 1]?.rowKey;
      return rows.length > size && last !== undefined ? { items, next: last } : { items };
    },
    toRemind: async (tenant, until, size, cursor) => {
      const range = {
        partition: partitionOf(tenant, { list: 'remind', day: until }),
        from: '',
        before: `${until}|~`,
        limit: size + 1,
      };
      const rows = await table.range(cursor === undefined ? range : { ...range, after: cursor });
      const items = rows.slice(0, size).flatMap(({ rowKey }) => {
        const id = parseDutyId(rowKey.split('|')[1]);
        return id ? [id] : [];
      });
      const last = rows[size - 1]?.rowKey;
      return rows.length > size && last !== undefined ? { items, next: last } : { items };
    },
    months: async (tenant, most = 1000) => {
      const rows = await table.range({
        partition: monthsOf(tenant),
        from: '',
        before: '~',
        limit: most,
      });
      return rows.map(({ rowKey }) => rowKey);
    },
  };
}
