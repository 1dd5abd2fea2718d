import type { EntityTable } from '../../bot/store/azure/entity-table.ts';

/** What was asked of tables since the last `reset`. */
export interface Counted {
  /** Requests to the far side: each of our operations is one. */
  calls: number;
  /** Rows that the far side read for us; a row that does not exist counts as well. */
  entities: number;
}

/** Counts what is asked of tables. */
export function counter() {
  const counted: Counted = { calls: 0, entities: 0 };
  const count = (entities: number): void => {
    counted.calls += 1;
    counted.entities += entities;
  };
  return {
    read: (): Readonly<Counted> => ({ ...counted }),
    reset: () => Object.assign(counted, { calls: 0, entities: 0 }),
    watch: (table: EntityTable): EntityTable => ({
      prepare: table.prepare,
      get: (partition, rowKey) => {
        count(1);
        return table.get(partition, rowKey);
      },
      range: async (range) => {
        const rows = await table.range(range);
        count(rows.length);
        return rows;
      },
      transact: (partition, writes) => {
        count(0);
        return table.transact(partition, writes);
      },
    }),
  };
}
