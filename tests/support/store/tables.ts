import { azureTables } from '../../../bot/store/azure/table.ts';
import type { EntityTable } from '../../../bot/store/azure/entity-table.ts';
import { memoryTable } from './memory-table.ts';
import { azuriteConnectionString } from './azurite.ts';

export type OpenTable = (name: string) => EntityTable;

let installations = 0;

/** Tables in the shared Azurite under a prefix that nobody else has; `prepare` makes each. */
export async function azuriteTables(): Promise<OpenTable> {
  const open = azureTables({ connectionString: await azuriteConnectionString() });
  installations += 1;
  const prefix = `StoreTest${String(installations)}`;
  return (name) => open(`${prefix}${name}`);
}

/** Tables in memory that are found again by their names. */
export function memoryTables(): OpenTable {
  const known = new Map<string, EntityTable>();
  return (name) => {
    const table = known.get(name) ?? memoryTable();
    known.set(name, table);
    return table;
  };
}

/** The same tables, with a part of what they do replaced. */
export function altered(
  open: OpenTable,
  alter: (table: EntityTable) => Partial<EntityTable>,
): OpenTable {
  return (name) => {
    const table = open(name);
    return { ...table, ...alter(table) };
  };
}

/** The same tables, counting the rows that are read. */
export function counting(open: OpenTable): { readonly open: OpenTable; rows: () => number } {
  let rows = 0;
  const counted = altered(open, (table) => ({
    get: async (partition, rowKey) => {
      rows += 1;
      return table.get(partition, rowKey);
    },
    range: async (range) => {
      const found = await table.range(range);
      rows += found.length;
      return found;
    },
  }));
  return { open: counted, rows: () => rows };
}
