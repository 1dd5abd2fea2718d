import type { PersonId } from '../../duty/ids.ts';
import type { Handout, Handouts } from '../../ports/store.ts';
import type { EntityTable } from '../azure/entity-table.ts';
import { afterPrefix, fromColumns, toColumns } from '../azure/rows.ts';

/** So many files wait for an answer of one person. */
const mostKept = 20;

// An id that came with a click may hold signs that no row may be named with.
const usable = /^[A-Za-z0-9-]{1,100}$/;
const prefixOf = (person: PersonId): string => `handout|${person}|`;

/** What was offered to people, a row each under the name of the person. */
export function handouts(table: EntityTable): Handouts {
  const drop: Handouts['drop'] = async (tenant, person, id) => {
    // `conflict` means that it is gone already.
    await table.transact(tenant, [{ do: 'delete', rowKey: `${prefixOf(person)}${id}` }]);
  };
  return {
    keep: async (tenant, person, offer) => {
      const rowKey = `${prefixOf(person)}${offer.id}`;
      await table.transact(tenant, [{ do: 'put', rowKey, columns: toColumns(offer) }]);
      const from = prefixOf(person);
      const range = { partition: tenant, from, before: afterPrefix(from), limit: 2 * mostKept };
      const kept = (await table.range(range)).map(({ columns }) => fromColumns<Handout>(columns));
      const newestFirst = kept.toSorted((one, other) => (one.until < other.until ? 1 : -1));
      for (const { id } of newestFirst.slice(mostKept)) await drop(tenant, person, id);
    },
    load: async (tenant, person, id) => {
      const row = usable.test(id) ? await table.get(tenant, `${prefixOf(person)}${id}`) : undefined;
      return row && fromColumns<Handout>(row.columns);
    },
    drop,
  };
}
