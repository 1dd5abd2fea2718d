import type { Range, Row, EntityTable } from './azure/entity-table.ts';
import type { Leaver, Leavers, LeaversQuestion } from '../ports/store.ts';
import { afterPrefix, fromColumns, toColumns } from './azure/rows.ts';

const prefix = 'left|';
const questionKey = 'leavers';
const mostAtOnce = 100;

const keyOf = ({ at, person }: Leaver): string => `${prefix}${at}|${person}`;
const leaverIn = (row: Row): Leaver => fromColumns<Leaver>(row.columns);

/** Who lost the bot, in the order in which they did: how many in an hour is one read. */
export function leavers(table: EntityTable): Leavers {
  return {
    note: async (tenant, leaver) => {
      const columns = toColumns(leaver);
      await table.transact(tenant, [{ do: 'put', rowKey: keyOf(leaver), columns }]);
    },
    since: async (tenant, { from, size, cursor }) => {
      const range: Range = {
        partition: tenant,
        from: `${prefix}${from}`,
        before: afterPrefix(prefix),
        limit: size + 1,
      };
      const rows = await table.range(cursor === undefined ? range : { ...range, after: cursor });
      const items = rows.slice(0, size).map(leaverIn);
      const last = rows[size - 1]?.rowKey;
      return rows.length > size && last !== undefined ? { items, next: last } : { items };
    },
    forget: async (tenant, instant) => {
      const before = `${prefix}${instant}`;
      const range = { partition: tenant, from: prefix, before, limit: mostAtOnce };
      for (const { rowKey } of await table.range(range))
        // `conflict` means that it is gone already.
        await table.transact(tenant, [{ do: 'delete', rowKey }]);
    },
    question: async (tenant) => {
      const row = await table.get(tenant, questionKey);
      return row && { value: fromColumns<LeaversQuestion>(row.columns), etag: row.etag };
    },
    saveQuestion: async (tenant, question, etag) => {
      const rowKey = questionKey;
      const columns = toColumns(question);
      const write =
        etag === undefined
          ? { do: 'insert' as const, rowKey, columns }
          : { do: 'replace' as const, rowKey, columns, etag };
      return (await table.transact(tenant, [write])) === 'done' ? 'saved' : 'conflict';
    },
  };
}
