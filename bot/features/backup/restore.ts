import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { linesOf } from '../../files/lines.ts';
import type { TenantKey } from '../../duty/ids.ts';
import type { Rows, StoredRow } from '../../ports/store/rows.ts';
import type { BackupEnd } from './format.ts';
import { readLine } from './format.ts';

export type Restored =
  | { readonly type: 'restored'; readonly rows: number }
  | { readonly type: 'refused'; readonly why: RefusedBackup; readonly line?: number };

export type RefusedBackup =
  | 'no-backup'
  | 'not-whole'
  | 'changed'
  | 'other-tenant'
  /** Something is kept of this tenant already. */
  | 'not-empty';

/**
 * Brings back a backup where nothing is kept of the tenant. The file is read whole before anything is
 * written; a restore that was interrupted goes on with the same file, and with no other.
 */
export async function restoreBackup(
  rows: Rows,
  { tenant, path }: { readonly tenant: TenantKey; readonly path: string },
  step: (written: number, of: number) => void = () => undefined,
): Promise<Restored> {
  const checked = await check(path, tenant);
  if (checked.type === 'refused') return checked;
  const { sha256, rows: all } = checked.end;
  const under = await rows.restoring(tenant);
  if (under === undefined ? !(await rows.isEmpty(tenant)) : under !== sha256)
    return { type: 'refused', why: 'not-empty' };
  await rows.beginRestoring(tenant, sha256);
  let written = 0;
  for await (const batch of batchesIn(path)) {
    await rows.put(batch);
    written += batch.length;
    step(written, all);
  }
  await rows.endRestoring(tenant);
  return { type: 'restored', rows: written };
}

async function* linesIn(path: string): AsyncGenerator<string> {
  // A line too long to be read is one that nobody wrote: it is refused like all others that do not read.
  for await (const line of linesOf(createReadStream(path)))
    yield line === 'too-long' ? '' : line.toString('utf8');
}

/** Reads the whole file and holds it against its last line. */
async function check(
  path: string,
  tenant: TenantKey,
): Promise<
  Extract<Restored, { type: 'refused' }> | { readonly type: 'whole'; readonly end: BackupEnd }
> {
  const refused = (why: RefusedBackup, line?: number) =>
    ({ type: 'refused', why, ...(line === undefined ? {} : { line }) }) as const;
  const sum = createHash('sha256');
  let end: BackupEnd | undefined;
  let at = 0;
  let rows = 0;
  for await (const line of linesIn(path)) {
    at += 1;
    if (end) return refused('changed', at);
    const said = readLine(line);
    if (at === 1 && said?.is !== 'begin') return refused('no-backup');
    if (at === 1 && said?.is === 'begin' && said.begin.tenant !== tenant)
      return refused('other-tenant');
    if (!said || (at > 1 && said.is === 'begin')) return refused('changed', at);
    if (said.is === 'row' && !isOf(said.row, tenant)) return refused('changed', at);
    if (said.is === 'row') rows += 1;
    if (said.is === 'end') ({ end } = said);
    else sum.update(`${line}\n`);
  }
  if (at === 0) return refused('no-backup');
  if (!end) return refused('not-whole');
  if (end.rows !== rows || end.sha256 !== sum.digest('hex')) return refused('changed');
  return { type: 'whole', end };
}

const isOf = ({ partition }: StoredRow, tenant: TenantKey): boolean =>
  partition === tenant || partition.startsWith(`${tenant}|`);

// A transaction takes 100 rows and 4 MiB; a row has 1 MiB at most, and signs of two bytes in JSON.
const mostRows = 90;
const mostChars = 1_000_000;

/** Neighbouring rows of one partition, as many as one transaction takes. */
async function* batchesIn(path: string): AsyncGenerator<readonly StoredRow[]> {
  let batch: StoredRow[] = [];
  let chars = 0;
  for await (const line of linesIn(path)) {
    const said = readLine(line);
    if (said?.is !== 'row') continue;
    const [first] = batch;
    const full = batch.length >= mostRows || chars + line.length > mostChars;
    const other = first?.table !== said.row.table || first.partition !== said.row.partition;
    if (first && (full || other)) {
      yield batch;
      batch = [];
      chars = 0;
    }
    batch.push(said.row);
    chars += line.length;
  }
  if (batch.length > 0) yield batch;
}
