import { createHash } from 'node:crypto';
import type { MessageRef, TenantKey } from '../../duty/ids.ts';
import type { Conversations } from '../../ports/store.ts';
import type { Stored } from '../../ports/stored.ts';
import type { EntityTable } from '../azure/entity-table.ts';
import { fromColumns, toColumns } from '../azure/rows.ts';

/** The id of a conversation has signs that no row may be named with. */
const heardKey = (conversation: string): string =>
  `heard|${createHash('sha256').update(conversation).digest('hex')}`;

/** One row for each conversation and one for each shared card: they do not grow with what is said. */
export function conversations(table: EntityTable): Conversations {
  const read = async <T>(tenant: TenantKey, rowKey: string): Promise<Stored<T> | undefined> => {
    const row = await table.get(tenant, rowKey);
    return row && { value: fromColumns<{ list: T }>(row.columns).list, etag: row.etag };
  };
  const write = async (
    tenant: TenantKey,
    { rowKey, list }: { readonly rowKey: string; readonly list: readonly unknown[] },
    etag: string | undefined,
  ): Promise<'saved' | 'conflict'> => {
    const columns = toColumns({ list });
    const one =
      etag === undefined
        ? { do: 'insert' as const, rowKey, columns }
        : { do: 'replace' as const, rowKey, columns, etag };
    return (await table.transact(tenant, [one])) === 'done' ? 'saved' : 'conflict';
  };
  return {
    heard: (tenant, conversation) => read<readonly string[]>(tenant, heardKey(conversation)),
    saveHeard: (tenant, { conversation, messages }, etag) =>
      write(tenant, { rowKey: heardKey(conversation), list: messages }, etag),
    shared: (tenant, card) => read<readonly MessageRef[]>(tenant, `shared|${card}`),
    saveShared: (tenant, { card, messages }, etag) =>
      write(tenant, { rowKey: `shared|${card}`, list: messages }, etag),
  };
}
