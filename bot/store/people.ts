import type { Stored } from '../ports/stored.ts';
import type { TenantKey } from '../duty/ids.ts';
import type { EntityTable, Row } from './azure/entity-table.ts';
import type { ItChannel, KnownPerson, People } from '../ports/store.ts';
import { afterPrefix, fromColumns, toColumns } from './azure/rows.ts';

const prefix = 'person|';
const channelKey = 'channel';

const stored = (row: Row): Stored<KnownPerson> => ({
  value: fromColumns<KnownPerson>(row.columns),
  etag: row.etag,
});

/** Who can be reached and where, and the IT channel: learnt from authenticated activities. */
export function people(table: EntityTable): People {
  return {
    get: async (tenant: TenantKey, person) => {
      const row = await table.get(tenant, `${prefix}${person}`);
      return row && stored(row);
    },
    save: async (tenant, person, etag) => {
      const rowKey = `${prefix}${person.aadObjectId}`;
      const columns = toColumns(person);
      const write =
        etag === undefined
          ? { do: 'insert' as const, rowKey, columns }
          : { do: 'replace' as const, rowKey, columns, etag };
      return (await table.transact(tenant, [write])) === 'done' ? 'saved' : 'conflict';
    },
    page: async (tenant, size, cursor) => {
      const range = {
        partition: tenant,
        from: prefix,
        before: afterPrefix(prefix),
        limit: size + 1,
      };
      const rows = await table.range(cursor === undefined ? range : { ...range, after: cursor });
      const items = rows.slice(0, size).map((row) => stored(row).value);
      const last = rows[size - 1]?.rowKey;
      return rows.length > size && last !== undefined ? { items, next: last } : { items };
    },
    channel: async (tenant) => {
      const row = await table.get(tenant, channelKey);
      return row && fromColumns<ItChannel>(row.columns);
    },
    useChannel: async (tenant, channel) => {
      await table.transact(tenant, [
        { do: 'put', rowKey: channelKey, columns: toColumns(channel) },
      ]);
    },
    changeChannel: async (tenant, channelId, change) => {
      const row = await table.get(tenant, channelKey);
      if (!row) return;
      const channel = fromColumns<ItChannel>(row.columns);
      if (channel.channelId !== channelId) return;
      const columns = toColumns(change(channel));
      await table.transact(tenant, [
        { do: 'replace', rowKey: channelKey, columns, etag: row.etag },
      ]);
    },
    channelReachedAt: async (tenant, { serviceUrl, channelId, teamId }) => {
      const row = await table.get(tenant, channelKey);
      if (!row) return undefined;
      const channel = fromColumns<ItChannel>(row.columns);
      const isIt =
        channel.channelId === channelId || (teamId !== undefined && channel.teamId === teamId);
      if (!isIt) return undefined;
      if (channel.serviceUrl === serviceUrl) return channel;
      const columns = toColumns({ ...channel, serviceUrl });
      // `conflict`: it was chosen anew in between, with an address of its own.
      await table.transact(tenant, [
        { do: 'replace', rowKey: channelKey, columns, etag: row.etag },
      ]);
      return channel;
    },
  };
}
