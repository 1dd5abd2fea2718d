import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Instant, TenantKey } from '../../duty/ids.ts';
import type { Store } from '../../ports/store.ts';
import { lineOf } from './format.ts';

export type BackupMade =
  | { readonly type: 'made'; readonly rows: number }
  /** People answered all the while: what was read belongs to several moments. */
  | { readonly type: 'busy' };

/** Every try reads all rows twice. */
const tries = 3;

/**
 * Writes all that is kept of a tenant to a file, as it stood at one moment: the rows are read once more
 * afterwards, and where one has changed the file is written again.
 */
export async function makeBackup(
  store: Pick<Store, 'rows' | 'evidence'>,
  { tenant, path, at }: { readonly tenant: TenantKey; readonly path: string; readonly at: Instant },
): Promise<BackupMade> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const written = await write(store, { tenant, path, at });
    if (written.stamp === (await stampOf(store, tenant)))
      return { type: 'made', rows: written.rows };
  }
  return { type: 'busy' };
}

async function write(
  { rows: stored, evidence }: Pick<Store, 'rows' | 'evidence'>,
  { tenant, path, at }: { readonly tenant: TenantKey; readonly path: string; readonly at: Instant },
): Promise<{ readonly rows: number; readonly stamp: string }> {
  const stamp = createHash('sha256');
  const sum = createHash('sha256');
  let rows = 0;
  const summed = (line: string): string => {
    sum.update(line);
    return line;
  };
  const lines = async function* (): AsyncGenerator<string> {
    yield summed(lineOf({ type: 'backup', v: 1, tenant, at }));
    for await (const { row, etag } of stored.all(tenant)) {
      stamp.update(`${row.table}|${row.partition}|${row.key}|${etag}\n`);
      rows += 1;
      yield summed(lineOf(row));
    }
    const checkpoint = (await evidence.head(tenant))?.value.checkpoint?.text ?? null;
    yield lineOf({ type: 'backup-end', rows, checkpoint, sha256: sum.digest('hex') });
  };
  await pipeline(Readable.from(lines()), createWriteStream(path, { flush: true }));
  return { rows, stamp: stamp.digest('hex') };
}

async function stampOf({ rows }: Pick<Store, 'rows'>, tenant: TenantKey): Promise<string> {
  const stamp = createHash('sha256');
  for await (const { row, etag } of rows.all(tenant)) {
    stamp.update(`${row.table}|${row.partition}|${row.key}|${etag}\n`);
  }
  return stamp.digest('hex');
}
