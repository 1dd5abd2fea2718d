import type { StorageLocation } from './azure-table.ts';
import { azureTables } from './azure-table.ts';
import { dutyStore } from './duties.ts';
import type { EntityTable } from './entity-table.ts';
import { listings } from './listings.ts';
import { memoryTable } from './memory-table.ts';
import { outbox } from './outbox.ts';
import { people } from './people.ts';
import type { Store } from './ports.ts';
import { registers } from './registers.ts';

export type { StorageLocation } from './azure-table.ts';

/** The store over tables that a function opens by name; every name begins with the prefix. */
export function storeOver(open: (name: string) => EntityTable, prefix: string): Store {
  const tables = {
    records: open(`${prefix}Records`),
    lists: open(`${prefix}Lists`),
    people: open(`${prefix}People`),
  };
  return {
    duties: dutyStore(tables.records),
    registers: registers(tables.records),
    outbox: outbox(tables.records),
    listings: listings(tables.lists),
    people: people(tables.people),
    prepare: async () => {
      await Promise.all(Object.values(tables).map((table) => table.prepare()));
    },
    ping: async () => {
      await tables.people.get('ping', 'ping');
    },
  };
}

export const azureStore = (location: StorageLocation, prefix: string): Store =>
  storeOver(azureTables(location), prefix);

/** A store that lasts as long as the process: for tests and measurements. */
export const memoryStore = (): Store => storeOver(() => memoryTable(), 'Memory');
