import { createHash } from 'node:crypto';
import { comparable } from '../../cards/same-text.ts';
import type { KnownHeadings, SystemHeadings } from '../ports/store.ts';
import type { EntityTable } from './azure/entity-table.ts';
import { afterPrefix, fromColumns, toColumns } from './azure/rows.ts';

const prefix = 'headings|';
/** More systems than an organisation has lists of. */
const mostSystems = 200;

/** A name of a system may hold what no key of a row may. */
const keyOf = (system: string): string =>
  prefix + createHash('sha256').update(comparable(system)).digest('hex').slice(0, 32);

/** What people said of the headings of a system's lists. */
export function knownHeadings(table: EntityTable): KnownHeadings {
  return {
    all: async (tenant) => {
      const range = { partition: tenant, from: prefix, before: afterPrefix(prefix) };
      const rows = await table.range({ ...range, limit: mostSystems });
      return rows.map(({ columns }) => fromColumns<SystemHeadings>(columns));
    },
    remember: async (tenant, said) => {
      const columns = toColumns(said);
      await table.transact(tenant, [{ do: 'put', rowKey: keyOf(said.system), columns }]);
    },
  };
}
