import type { Instant } from '../../duty/ids.ts';
import type { BackupReading, CheckpointsReading, ProbedBackups } from './backup-probe.ts';
import { readBackups, readCheckpoints } from './backup-probe.ts';
import type { AttachmentBlobs, Queue } from '../../ports/store.ts';
import { azureAttachments } from './blobs.ts';
import { azureQueue } from './queue.ts';
import type { StorageLocation } from './table.ts';
import { azureTables } from './table.ts';
import type { EntityTable } from './entity-table.ts';
import { queueName } from '../index.ts';

/** Why a part of the store did not take or give back what was written. */
export type StorageFailure =
  | 'no-role'
  | 'no-identity'
  | 'keys-off'
  | 'wrong-key'
  | 'firewall'
  | 'no-account'
  | 'no-container'
  | 'not-reached'
  | 'not-kept'
  | 'other';

export interface FailedReading {
  readonly type: 'failed';
  readonly reason: StorageFailure;
  readonly told: string;
}

export type StorageReading = { readonly type: 'works' } | FailedReading;

/** Tries the parts of the store by writing, reading and taking away again, beside everything else that is in them. */
export interface StorageProbe {
  readonly tables: () => Promise<StorageReading>;
  readonly queue: () => Promise<StorageReading>;
  /** Undefined where no container is set. */
  readonly attachments: () => Promise<StorageReading | undefined>;
  readonly backups: () => Promise<BackupReading | FailedReading>;
  /** Undefined where no container is set. */
  readonly checkpoints: () => Promise<CheckpointsReading | FailedReading | undefined>;
}

export interface ProbedStorage {
  readonly location: StorageLocation;
  readonly prefix: string;
  readonly backups: ProbedBackups;
  /** The container in which files of people lie. */
  readonly attachments?: string | undefined;
  /** The container in which checkpoints are kept. */
  readonly checkpoints?: string | undefined;
  readonly newId: () => string;
  readonly now: () => Instant;
}

export function storageProbe({
  location,
  prefix,
  backups,
  attachments,
  checkpoints,
  newId,
  now,
}: ProbedStorage): StorageProbe {
  return {
    tables: () => reading(() => useTable(azureTables(location)(`${prefix}People`), newId())),
    queue: () => reading(() => useQueue(azureQueue(location, queueName(prefix)), now())),
    attachments: () =>
      attachments === undefined
        ? Promise.resolve(undefined)
        : reading(() => useBlobs(azureAttachments(location, attachments), backups, newId())),
    backups: () => readBackups(location, backups).catch(failedReading),
    checkpoints: () =>
      checkpoints === undefined
        ? Promise.resolve(undefined)
        : readCheckpoints(location, checkpoints).catch(failedReading),
  };
}

/** A partition of its own, which no tenant can have: a tenant's keys hold a bar. */
const partition = 'doctor';

async function useTable(table: EntityTable, rowKey: string): Promise<'kept' | 'lost'> {
  await table.prepare();
  await table.transact(partition, [{ do: 'insert', rowKey, columns: { probe: rowKey } }]);
  const row = await table.get(partition, rowKey);
  await table.transact(partition, [{ do: 'delete', rowKey }]);
  return row?.columns['probe'] === rowKey ? 'kept' : 'lost';
}

/** A file of nobody, taken away again: somebody who is erased has to be taken away the same way. */
async function useBlobs(
  blobs: AttachmentBlobs,
  { tenant }: Pick<ProbedBackups, 'tenant'>,
  id: string,
): Promise<'kept' | 'lost'> {
  const name = `doctor-${id}`;
  await blobs.put(tenant, name, Buffer.from(name));
  const bytes = await blobs.read(tenant, name);
  await blobs.remove(tenant, name);
  return bytes && Buffer.from(bytes).toString() === name ? 'kept' : 'lost';
}

// Long enough that no instance sees the message before it is taken away again.
const hiddenSeconds = 300;

async function useQueue(queue: Queue, now: Instant): Promise<'kept' | 'lost'> {
  await queue.prepare();
  const ticket = await queue.put({ type: 'overflow', refs: [] }, { seconds: hiddenSeconds, now });
  const count = await queue.count();
  await queue.remove(ticket);
  return count > 0 ? 'kept' : 'lost';
}

async function reading(use: () => Promise<'kept' | 'lost'>): Promise<StorageReading> {
  try {
    return (await use()) === 'kept'
      ? { type: 'works' }
      : { type: 'failed', reason: 'not-kept', told: '' };
  } catch (error) {
    return failedReading(error);
  }
}

const failedReading = (error: unknown): FailedReading => ({
  type: 'failed',
  reason: storageFailure(error),
  told: firstLine(error),
});

/**
 * What a failure of Azure Storage means, by its code ("Common REST API error codes", Azure Storage) or, where there was
 * no answer, by the error of the network or of the identity.
 */
export function storageFailure(error: unknown): StorageFailure {
  const { name, message, code } = partsOf(error);
  const told = `${code} ${message}`;
  if (/CredentialUnavailable|AggregateAuthentication|^AuthenticationError/.test(name))
    return 'no-identity';
  if (told.includes('AuthorizationPermissionMismatch')) return 'no-role';
  if (told.includes('ContainerNotFound')) return 'no-container';
  if (told.includes('KeyBasedAuthenticationNotPermitted')) return 'keys-off';
  if (told.includes('AuthorizationFailure')) return 'firewall';
  if (/AuthenticationFailed|InvalidAuthenticationInfo|Authorization\w+Mismatch/.test(told))
    return 'wrong-key';
  if (/ENOTFOUND|AccountIsDisabled/.test(told)) return 'no-account';
  if (/ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|EHOSTUNREACH|REQUEST_SEND_ERROR/.test(told))
    return 'not-reached';
  return 'other';
}

function partsOf(error: unknown): {
  readonly name: string;
  readonly message: string;
  readonly code: string;
} {
  if (!(error instanceof Error)) return { name: '', message: String(error), code: '' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return { name: error.name, message: error.message, code };
}

function firstLine(error: unknown): string {
  const { message, code } = partsOf(error);
  const [line = ''] = message.split('\n');
  return (code === '' || line.includes(code) ? line : `${code}: ${line}`).slice(0, 200);
}
