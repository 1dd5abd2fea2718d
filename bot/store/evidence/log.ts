import type { TenantKey } from '../../duty/ids.ts';
import type { EntityTable, Write } from '../azure/entity-table.ts';
import type {
  Checkpointed,
  EvidenceLog,
  LogHead,
  Stamp,
  Statement,
  Unlogged,
  Witness,
} from '../../ports/evidence.ts';
import { partitionOf, shardCount, unloggedPrefix } from '../azure/keys.ts';
import { rowsUnder } from '../azure/row-streams.ts';
import { afterPrefix, fromColumns, toColumns } from '../azure/rows.ts';

const logOf = (tenant: TenantKey): string => `${tenant}|log`;
const headKey = 'head';
const digits = 12;
const statementKey = (index: number): string => `st|${String(index).padStart(digits, '0')}`;
const checkpointKey = (size: number): string => `cp|${String(size).padStart(digits, '0')}`;
const witnessKey = (index: number, who: string): string =>
  `wt|${String(index).padStart(digits, '0')}|${who}`;
const stampKey = (size: number): string => `ts|${String(size).padStart(digits, '0')}`;
const deletedAtOnce = 100;
const size = { first: 100, most: 1000 };

/** The log of a tenant is one partition; what waits for it stands beside the duties that it is about. */
export function evidenceLog(table: EntityTable): EvidenceLog {
  return {
    unlogged: async (tenant, most) => {
      const shards = await Promise.all(
        Array.from({ length: shardCount }, (_, shard) =>
          unloggedIn(table, { tenant, shard, most }),
        ),
      );
      return shards.flat();
    },
    logged: async (tenant, rows) => {
      for (let shard = 0; shard < shardCount; shard += 1) {
        const keys = rows.filter((row) => row.shard === shard).map(({ rowKey }) => rowKey);
        for (let at = 0; at < keys.length; at += deletedAtOnce)
          await removed(table, partitionOf(tenant, shard), keys.slice(at, at + deletedAtOnce));
      }
    },
    head: async (tenant) => {
      const row = await table.get(logOf(tenant), headKey);
      return row && { value: fromColumns<LogHead>(row.columns), etag: row.etag };
    },
    append: (tenant, statements, { is, was, etag }) => {
      const columns = toColumns(is);
      const head: Write =
        etag === undefined
          ? { do: 'insert', rowKey: headKey, columns }
          : { do: 'replace', rowKey: headKey, columns, etag };
      const made = is.checkpoint?.text === was.checkpoint?.text ? undefined : is.checkpoint;
      return table
        .transact(logOf(tenant), [
          head,
          ...statements.map((statement, at): Write => ({
            do: 'insert',
            rowKey: statementKey(was.size + at),
            columns: toColumns(statement),
          })),
          ...(made
            ? [
                {
                  do: 'put' as const,
                  rowKey: checkpointKey(made.size),
                  columns: toColumns(made),
                },
              ]
            : []),
        ])
        .then((result) => (result === 'done' ? 'appended' : 'conflict'));
    },
    statements: async function* (tenant) {
      const under = { partition: logOf(tenant), prefix: 'st|' };
      for await (const { columns } of rowsUnder(table, under, size))
        yield fromColumns<Statement>(columns);
    },
    keepWitness: async (tenant, witness) => {
      const { size: of, vendor, message = '' } = witness;
      const rowKey = witnessKey(of, vendor ?? `-${message.replace(/[^\w-]/g, '')}`);
      await table.transact(logOf(tenant), [{ do: 'put', rowKey, columns: toColumns(witness) }]);
    },
    witnesses: async function* (tenant) {
      const under = { partition: logOf(tenant), prefix: 'wt|' };
      for await (const { columns } of rowsUnder(table, under, size))
        yield fromColumns<Witness>(columns);
    },
    keepStamp: async (tenant, stamp) => {
      const rowKey = stampKey(stamp.size);
      await table.transact(logOf(tenant), [{ do: 'put', rowKey, columns: toColumns(stamp) }]);
    },
    stamps: async function* (tenant) {
      const under = { partition: logOf(tenant), prefix: 'ts|' };
      for await (const { columns } of rowsUnder(table, under, size))
        yield fromColumns<Stamp>(columns);
    },
    checkpoints: async function* (tenant) {
      const under = { partition: logOf(tenant), prefix: 'cp|' };
      for await (const { columns } of rowsUnder(table, under, size))
        yield fromColumns<Checkpointed>(columns);
    },
  };
}

async function unloggedIn(
  table: EntityTable,
  {
    tenant,
    shard,
    most,
  }: { readonly tenant: TenantKey; readonly shard: number; readonly most: number },
): Promise<readonly Unlogged[]> {
  const range = {
    partition: partitionOf(tenant, shard),
    from: unloggedPrefix,
    before: afterPrefix(unloggedPrefix),
    limit: most,
  };
  const rows = await table.range(range);
  return rows.map(({ rowKey, columns }) => ({
    statement: fromColumns<Statement>(columns),
    shard,
    rowKey,
  }));
}

/** Deletes rows; where one is gone already, each by itself. */
async function removed(
  table: EntityTable,
  partition: string,
  keys: readonly string[],
): Promise<void> {
  const writes = keys.map((rowKey): Write => ({ do: 'delete', rowKey }));
  if (writes.length === 0 || (await table.transact(partition, writes)) === 'done') return;
  for (const write of writes) await table.transact(partition, [write]);
}
