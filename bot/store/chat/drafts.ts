import type { PersonId, TenantKey } from '../../duty/ids.ts';
import { parsePersonId } from '../../duty/ids.ts';
import type { EntityTable } from '../azure/entity-table.ts';
import type { Draft, Drafts } from '../../ports/store.ts';
import { rowsUnder } from '../azure/row-streams.ts';
import { afterPrefix, fromColumns, toColumns, toParts } from '../azure/rows.ts';

// 5,000 accounts with every cell full fit in a few rows of nearly a megabyte.
const mostParts = 50;

interface Head {
  readonly id: string;
  readonly at: Draft['at'];
  readonly parts: number;
}

const headKey = (person: PersonId): string => `draft|${person}`;
const partPrefix = (person: PersonId, id: string): string => `draft|${person}|${id}|`;
const partKey = (person: PersonId, id: string, at: number): string =>
  `${partPrefix(person, id)}${String(at).padStart(3, '0')}`;

/**
 * Lists that were dropped in the chat and are nothing yet, one a person: a new one takes the place of the
 * one before. The head is written last, so that half a list is never read.
 */
export function drafts(table: EntityTable): Drafts {
  const headOf = async (tenant: TenantKey, person: PersonId): Promise<Head | undefined> => {
    const row = await table.get(tenant, headKey(person));
    return row && fromColumns<Head>(row.columns);
  };
  const removeParts = async (tenant: TenantKey, person: PersonId, head: Head): Promise<void> => {
    for (let at = 0; at < head.parts; at += 1) {
      // `conflict` means that it is gone already.
      await table.transact(tenant, [{ do: 'delete', rowKey: partKey(person, head.id, at) }]);
    }
  };
  const drop = async (tenant: TenantKey, person: PersonId): Promise<void> => {
    const head = await headOf(tenant, person);
    if (!head) return;
    await table.transact(tenant, [{ do: 'delete', rowKey: headKey(person) }]);
    await removeParts(tenant, person, head);
  };
  return {
    keep: async (tenant, person, draft) => {
      const before = await headOf(tenant, person);
      const parts = toParts(draft);
      if (parts.length > mostParts) {
        throw new Error(
          `A draft needs ${String(parts.length)} rows; ${String(mostParts)} are read.`,
        );
      }
      for (const [at, columns] of parts.entries()) {
        const rowKey = partKey(person, draft.id, at);
        await table.transact(tenant, [{ do: 'put', rowKey, columns }]);
      }
      const head: Head = { id: draft.id, at: draft.at, parts: parts.length };
      await table.transact(tenant, [
        { do: 'put', rowKey: headKey(person), columns: toColumns(head) },
      ]);
      if (before && before.id !== draft.id) await removeParts(tenant, person, before);
    },
    load: async (tenant, person, id) => {
      const head = await headOf(tenant, person);
      if (head?.id !== id) return undefined;
      const from = partPrefix(person, id);
      const range = { partition: tenant, from, before: afterPrefix(from), limit: mostParts };
      const rows = await table.range(range);
      return rows.length === head.parts
        ? fromColumns<Draft>(...rows.map(({ columns }) => columns))
        : undefined;
    },
    drop,
    forget: async (tenant, before) => {
      let dropped = 0;
      const under = { partition: tenant, prefix: 'draft|' };
      for await (const { rowKey, columns } of rowsUnder(table, under, { first: 100, most: 1000 })) {
        const [, name, ...part] = rowKey.split('|');
        const person = parsePersonId(name);
        if (!person || part.length > 0 || fromColumns<Head>(columns).at >= before) continue;
        await drop(tenant, person);
        dropped += 1;
      }
      return dropped;
    },
  };
}
