import type { ContainerClient } from '@azure/storage-blob';
import { RestError } from '@azure/storage-blob';
import type { TenantKey } from '../../duty/ids.ts';
import { containerAt } from './blobs.ts';
import type { StorageLocation } from './table.ts';

/** What was seen of the container in which backups are kept. */
export type BackupReading =
  /** No container is set, so no backups are made. */
  | { readonly type: 'none' }
  | {
      readonly type: 'there';
      /** The day of the last backup, as its name says; undefined where there is none. */
      readonly last: string | undefined;
      /** What is kept there can be changed or deleted before its time. */
      readonly changeable: boolean;
      /** Since when the container is as it is, in ISO 8601. */
      readonly since: string | undefined;
    };

export interface ProbedBackups {
  readonly container: string | undefined;
  readonly tenant: TenantKey;
}

/**
 * Looks into the container and leaves nothing in it: what is written there cannot be taken away again. Whether
 * the bot may write shows where it tries to write over the last backup, which is refused either way. What Azure refuses is thrown.
 */
export async function readBackups(
  location: StorageLocation,
  { container, tenant }: ProbedBackups,
): Promise<BackupReading> {
  if (container === undefined) return { type: 'none' };
  const client = containerAt(location, container);
  const { lastModified, hasImmutabilityPolicy, isImmutableStorageWithVersioningEnabled } =
    await client.getProperties();
  let last: string | undefined;
  for await (const { name } of client.listBlobsFlat({ prefix: `${tenant}/` })) {
    const day = /\/(\d{4}-\d\d-\d\d)\.ndjson$/.exec(name)?.[1];
    if (day !== undefined && day > (last ?? '')) last = day;
  }
  if (last !== undefined) await tryWriting(client, `${tenant}/${last}.ndjson`);
  return {
    type: 'there',
    last,
    changeable: ![hasImmutabilityPolicy, isImmutableStorageWithVersioningEnabled].includes(true),
    since: lastModified?.toISOString(),
  };
}

/** Tries to write over what is there, which is refused either way; who may not write at all gets another refusal. */
async function tryWriting(client: ContainerClient, name: string): Promise<void> {
  await client
    .getBlockBlobClient(name)
    .upload('', 0, { conditions: { ifNoneMatch: '*' } })
    .catch((error: unknown) => {
      if (!(error instanceof RestError) || error.statusCode !== 409) throw error;
    });
}

/** What was seen of the container in which checkpoints are kept. */
export interface CheckpointsReading {
  readonly type: 'there';
  /** Whether one is there. */
  readonly any: boolean;
  /** What is kept there can be changed or deleted before its time. */
  readonly changeable: boolean;
}

/** Looks into the container of checkpoints, and leaves nothing in it. What Azure refuses is thrown. */
export async function readCheckpoints(
  location: StorageLocation,
  container: string,
): Promise<CheckpointsReading> {
  const client = containerAt(location, container);
  const { hasImmutabilityPolicy, isImmutableStorageWithVersioningEnabled } =
    await client.getProperties();
  const found = await client.listBlobsFlat({ prefix: 'checkpoints/' }).next();
  if (found.done !== true) await tryWriting(client, found.value.name);
  return {
    type: 'there',
    any: found.done !== true,
    changeable: ![hasImmutabilityPolicy, isImmutableStorageWithVersioningEnabled].includes(true),
  };
}
