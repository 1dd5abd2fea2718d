import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant, TenantKey } from '../../duty/ids.ts';
import { daySince } from '../../duty/time/on-the-clock.ts';
import type { Blobs } from '../../ports/store/blobs.ts';
import type { Services } from '../../ports/services.ts';
import { makeBackup } from './make.ts';

// At night nobody answers, so that what is read belongs to one moment.
const begins = '03:00';

export type BackedUp =
  | { readonly type: 'stored'; readonly rows: number }
  /** It is kept already, or it is not yet time. */
  | { readonly type: 'nothing' }
  | { readonly type: 'busy' };

/** Which backup is the day's: from 03:00 on the organisation's clock on; undefined before that. */
function backupName(tenant: TenantKey, now: Instant, zone: string): string | undefined {
  const day = daySince(now, begins, zone);
  return day && `${tenant}/${day}.ndjson`;
}

/** Keeps the day's backup once, however many instances look. */
export async function backupByClock(
  { store, now, zone }: Pick<Services, 'store' | 'now' | 'zone'>,
  tenant: TenantKey,
  blobs: Blobs,
): Promise<BackedUp> {
  const at = now();
  const name = backupName(tenant, at, zone);
  if (name === undefined || (await blobs.has(name))) return { type: 'nothing' };
  const folder = await mkdtemp(join(tmpdir(), 'duty-backup-'));
  try {
    const path = join(folder, 'backup.ndjson');
    const made = await makeBackup(store, { tenant, path, at });
    if (made.type === 'busy') return made;
    const put = await blobs.putFile(name, path);
    return put === 'stored' ? { type: 'stored', rows: made.rows } : { type: 'nothing' };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
