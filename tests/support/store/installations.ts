import type { EntityTable } from '../../../bot/store/azure/entity-table.ts';
import type { Store } from '../../../bot/ports/store.ts';
import { storeWith } from './memory-store.ts';
import { azuriteTables, memoryTables, type OpenTable } from './tables.ts';

/** A store over fresh tables, with the tables themselves to look behind it. */
export interface Installation {
  readonly store: Store;
  readonly open: OpenTable;
}

/** The prefix of the tables of such a store. */
export const prefix = 'Duty';

const places: readonly (readonly [string, () => Promise<OpenTable>])[] = [
  ['in memory', async () => memoryTables()],
  ['in Azure Table storage', azuriteTables],
];

/** Tests what the store must do, whatever its tables are made of. */
export function onEveryStore(
  promise: string,
  tests: (fresh: () => Promise<Installation>) => void,
): void {
  for (const [place, freshTables] of places)
    describe(`the store ${place} ${promise}`, () =>
      tests(async () => {
        const open = await freshTables();
        const store = storeWith(open, prefix);
        await store.prepare();
        return { store, open };
      }));
}

/** Tests what a table must do, whatever it is made of; all tests share one. */
export function onEveryTable(promise: string, tests: (table: () => EntityTable) => void): void {
  for (const [place, freshTables] of places)
    describe(`a table ${place} ${promise}`, () => {
      let table: EntityTable;
      before(async () => {
        table = (await freshTables())('Rows');
        await table.prepare();
      });
      tests(() => table);
    });
}
