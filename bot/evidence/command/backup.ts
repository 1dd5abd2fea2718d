import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { toInstant } from '../../duty/time/instant.ts';
import { makeBackup } from '../../features/backup/make.ts';
import type { RefusedBackup } from '../../features/backup/restore.ts';
import { restoreBackup } from '../../features/backup/restore.ts';
import type { OpenInstallation } from './installation.ts';
import { readOptions } from './options.ts';
import { complain, counted, progress, say, shown } from './terminal.ts';

/** `backup`: 0 when it was written, 1 when people answered all the while, 2 when it was asked wrongly. */
export async function backup(args: readonly string[], open: OpenInstallation): Promise<number> {
  const given = readOptions(args, { command: 'backup', texts: ['out'], flags: ['force'] });
  const opened = await open();
  const path = given.text('out') ?? 'backup.ndjson';
  const taken = existsSync(path) && !given.flag('force');
  if (given.problems.length > 0 || !opened.ok || taken) {
    complain([
      ...given.problems,
      ...(taken ? [`${shown(path)} exists already: name another with --out, or add --force.`] : []),
      ...(opened.ok ? [] : opened.problems),
    ]);
    return 2;
  }
  const { store, settings, now } = opened.installation;
  const unfinished = `${path}.${String(process.pid)}.part`;
  try {
    const at = toInstant(now());
    const made = await makeBackup(store, { tenant: settings.homeTenant, path: unfinished, at });
    if (made.type === 'busy') {
      complain([
        'The store changed while it was read. Try again when nobody answers, or stop the bot first.',
      ]);
      return 1;
    }
    await rename(unfinished, path);
    say(`Wrote ${shown(path)}: ${counted(made.rows, 'row')} of the tenant ${settings.homeTenant}.`);
    return 0;
  } finally {
    await rm(unfinished, { force: true });
  }
}

const refusals: Readonly<Record<RefusedBackup, string>> = {
  'no-backup':
    'This is no backup. A backup is what the bot keeps in BACKUP_CONTAINER each night, or what `backup` writes; an export of evidence is none.',
  'not-whole': 'The file ends too early: fetch it again.',
  changed:
    'The file is not what was written: it was changed or damaged. Fetch it again, or take the one of another day.',
  'other-tenant': 'The backup is of another tenant than MicrosoftAppTenantId names.',
  'not-empty':
    'Something is kept of this tenant already. Restore into an empty storage account, or set another TABLE_PREFIX; a restore that was interrupted goes on with the same file only.',
};

/** `restore FILE`: 0 when all is back, 1 when the file or the account is refused, 2 when it was asked wrongly. */
export async function restore(args: readonly string[], open: OpenInstallation): Promise<number> {
  const given = readOptions(args, { command: 'restore', texts: [], words: 1 });
  const [path] = given.words;
  const opened = await open();
  const absent = path === undefined || !existsSync(path);
  if (given.problems.length > 0 || !opened.ok || absent) {
    complain([
      ...given.problems,
      ...(absent
        ? [path === undefined ? 'Name the file: restore FILE.' : `There is no file ${shown(path)}.`]
        : []),
      ...(opened.ok ? [] : opened.problems),
    ]);
    return 2;
  }
  const { store, settings, now } = opened.installation;
  await store.prepare();
  const told = progress('Rows written', () => now().toMillis());
  const restored = await restoreBackup(
    store.rows,
    { tenant: settings.homeTenant, path },
    told.step,
  );
  told.end();
  if (restored.type === 'refused') {
    const { why, line } = restored;
    complain([
      `${line === undefined ? '' : `Line ${String(line)}: `}${refusals[why]} Nothing was written.`,
    ]);
    return 1;
  }
  say(
    `Restored ${counted(restored.rows, 'row')}. Now hold it together with: npm run evidence -- export`,
  );
  return 0;
}
