import type { TenantKey } from '../../duty/ids.ts';
import { secondsBetween } from '../../duty/time/instant.ts';
import { backupByClock } from './by-clock.ts';
import type { Log } from '../../observability/log.ts';
import type { Services } from '../../ports/services.ts';
import type { Blobs } from '../../ports/store/blobs.ts';

/** Where backups are kept, and who counts how each attempt ended. */
export interface BackupKeeping {
  readonly blobs: Blobs;
  readonly counted: (outcome: 'stored' | 'put-off') => void;
}

// Reading all rows twice is not done in every tick.
const againSeconds = 300;

/**
 * The night's backup. One that cannot be made, whatever the reason, is put off and tried again; the alarm of
 * the installation listens for that one message.
 */
export function backupRounds(
  log: Log,
  { blobs, counted }: BackupKeeping,
): (services: Pick<Services, 'store' | 'now' | 'zone'>, tenant: TenantKey) => Promise<void> {
  const lookedAt = new Map<TenantKey, ReturnType<Services['now']>>();
  return async (services, tenant) => {
    const now = services.now();
    const last = lookedAt.get(tenant);
    if (last !== undefined && secondsBetween(last, now) < againSeconds) return;
    lookedAt.set(tenant, now);
    try {
      const backed = await backupByClock(services, tenant, blobs);
      if (backed.type === 'nothing') return;
      counted(backed.type === 'stored' ? 'stored' : 'put-off');
      if (backed.type === 'stored') log.info({ rows: backed.rows }, 'backup stored');
      else log.warn({ reason: backed.type }, 'backup put off');
    } catch (error) {
      counted('put-off');
      log.error({ err: error, reason: 'fault' }, 'backup put off');
    }
  };
}
