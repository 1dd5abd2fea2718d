import type { Offer, Offers } from '../../ports/store/attachments.ts';
import type { PersonId } from '../../duty/ids.ts';
import type { EntityTable } from '../azure/entity-table.ts';
import { rowsUnder } from '../azure/row-streams.ts';
import { fromColumns, toColumns } from '../azure/rows.ts';

const size = { first: 100, most: 1000 };
const keyOf = (person: PersonId, id: string): string => `offer|${person}|${id}`;

/** Offers to keep a file, a row each, with the people to whom they were made. */
export function offers(table: EntityTable): Offers {
  return {
    keep: async (tenant, offer) => {
      const rowKey = keyOf(offer.person, offer.id);
      await table.transact(tenant, [{ do: 'put', rowKey, columns: toColumns(offer) }]);
    },
    load: async (tenant, person, id) => {
      const row = await table.get(tenant, keyOf(person, id));
      return row && fromColumns<Offer>(row.columns);
    },
    drop: async (tenant, { person, id }) => {
      // `conflict` means that it is gone already.
      await table.transact(tenant, [{ do: 'delete', rowKey: keyOf(person, id) }]);
    },
    all: async function* (tenant, person) {
      const prefix = person === undefined ? 'offer|' : `offer|${person}|`;
      for await (const { columns } of rowsUnder(table, { partition: tenant, prefix }, size))
        yield fromColumns<Offer>(columns);
    },
  };
}
