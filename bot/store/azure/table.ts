import type { TableEntity, TableEntityResult, TransactionAction } from '@azure/data-tables';
import { odata, RestError, TableClient } from '@azure/data-tables';
import type { Column, Columns, EntityTable, Row, Write } from './entity-table.ts';
import { checkWrites } from './limits.ts';
import { managedIdentity } from './managed-identity.ts';

/** Where the tables are: a connection string, or an account that managed identity reaches. */
export type StorageLocation =
  { readonly connectionString: string } | { readonly account: string; readonly clientId?: string };

type Entity = Record<string, unknown>;

// Azure ends a call to its tables after this long by itself ("Query timeout and pagination").
const longestCallSeconds = 30;

/**
 * Opens tables of one storage account. Retries are few and short: a person waits for the answer. A call that gets no
 * answer at all ends as an `AbortError` after so many seconds: what waits behind it goes on.
 */
export function azureTables(
  location: StorageLocation,
  callSeconds = longestCallSeconds,
): (name: string) => EntityTable {
  const options = { retryOptions: { maxRetries: 3, retryDelayInMs: 150, maxRetryDelayInMs: 1000 } };
  if ('connectionString' in location) {
    const { connectionString } = location;
    const local = /UseDevelopmentStorage=true|http:\/\//i.test(connectionString);
    return (name) =>
      azureTable(
        TableClient.fromConnectionString(connectionString, name, {
          ...options,
          allowInsecureConnection: local,
        }),
        callSeconds,
      );
  }
  const credential = managedIdentity(location.clientId);
  const url = `https://${location.account}.table.core.windows.net`;
  return (name) => azureTable(new TableClient(url, name, credential, options), callSeconds);
}

/** A table of Azure Table storage, or of its emulator Azurite. */
function azureTable(client: TableClient, callSeconds: number): EntityTable {
  client.pipeline.addPolicy({
    name: 'longestCall',
    sendRequest: (request, next) => {
      request.timeout = callSeconds * 1000;
      return next(request);
    },
  });
  return {
    prepare: () => client.createTable(),
    get: async (partition, rowKey) => {
      try {
        return rowOf(await client.getEntity<Entity>(partition, rowKey));
      } catch (error) {
        // Only "not found" means not found; every other failure is one.
        if (isAbsent(error)) return undefined;
        throw error;
      }
    },
    range: async ({ partition, from, before, after, limit }) => {
      const start = odata`PartitionKey eq ${partition} and RowKey ge ${from} and RowKey lt ${before}`;
      const filter = after === undefined ? start : `${start} and ${odata`RowKey gt ${after}`}`;
      const rows: Row[] = [];
      const pages = client
        .listEntities<Entity>({ queryOptions: { filter } })
        .byPage({ maxPageSize: Math.min(limit, 1000) });
      // A page may be empty and still have a successor.
      for await (const page of pages) {
        rows.push(...page.map(rowOf));
        if (rows.length >= limit) break;
      }
      return rows.slice(0, limit);
    },
    transact: async (partition, writes) => {
      checkWrites(partition, writes);
      try {
        // One row as well: written on its own, Azurite breaks letters of several bytes where its body was cut.
        await client.submitTransaction(writes.map((write) => actionOf(partition, write)));
        return 'done';
      } catch (error) {
        if (isConflict(error)) return 'conflict';
        throw error;
      }
    },
  };
}

/** 404: the row is absent. A table that does not exist is a failure all the same. */
function isAbsent(error: unknown): boolean {
  if (!(error instanceof RestError) || error.statusCode !== 404) return false;
  return !`${error.code ?? ''} ${error.message}`.includes('TableNotFound');
}

/** 409: a row to insert exists. 412: a row was changed. 404: a row to replace or delete is absent. */
function isConflict(error: unknown): boolean {
  if (!(error instanceof RestError)) return false;
  return error.statusCode === 409 || error.statusCode === 412 || isAbsent(error);
}

function rowOf(entity: TableEntityResult<Entity>): Row {
  const { rowKey = '', etag, ...rest } = entity;
  const columns: Record<string, Column> = {};
  for (const [name, value] of Object.entries(rest)) {
    const ours = name !== 'partitionKey' && name !== 'timestamp' && !name.startsWith('odata');
    const plain =
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    if (ours && plain) columns[name] = value;
  }
  const { timestamp } = entity;
  return { rowKey, etag, columns, ...(timestamp === undefined ? {} : { stored: timestamp }) };
}

function actionOf(partition: string, write: Write): TransactionAction {
  const keys = { partitionKey: partition, rowKey: write.rowKey };
  switch (write.do) {
    case 'insert':
      return ['create', entityOf(keys, write.columns)];
    case 'put':
      return ['upsert', entityOf(keys, write.columns), 'Replace'];
    case 'replace':
      return ['update', entityOf(keys, write.columns), 'Replace', { etag: write.etag }];
    case 'delete':
      return ['delete', keys];
  }
}

function entityOf(keys: { partitionKey: string; rowKey: string }, columns: Columns): TableEntity {
  return { ...keys, ...columns };
}
