import { existsSync, readFileSync } from 'node:fs';
import { help, helpOf } from './command/help.ts';
import type { OpenInstallation } from './command/installation.ts';
import { complain, letReadersGo, say, shown } from './command/terminal.ts';
import { verify } from './command/verify.ts';

async function run(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  if (rest.includes('--help') || rest.includes('-h')) {
    say(helpOf(command));
    return 0;
  }
  switch (command) {
    case 'verify':
      return verify(rest, () => performance.now());
    // Only now: the verifier must run where the bot's own parts are of no use.
    case 'export':
      return (await import('./command/export.ts')).exportFile(rest, openInstallation);
    case 'dossier':
      return (await import('./command/dossier.ts')).dossier(rest, openInstallation);
    case 'erase':
      return (await import('./command/erase.ts')).erase(rest, openInstallation);
    case 'backup':
      return (await import('./command/backup.ts')).backup(rest, openInstallation);
    case 'restore':
      return (await import('./command/backup.ts')).restore(rest, openInstallation);
    case 'person':
      return (await import('./command/person.ts')).person(rest, openInstallation);
    case 'help':
    case '--help':
    case '-h':
      say(help);
      return 0;
    default:
      complain([
        ...(command === undefined ? [] : [`There is no command ${shown(command)}.`, '']),
        help,
      ]);
      return 2;
  }
}

const openInstallation: OpenInstallation = async () => {
  const [{ config }, { DateTime }, { readSettings }, { azureAttachments, azureStore }] =
    await Promise.all([
      import('dotenv'),
      import('luxon'),
      import('../settings.ts'),
      import('../store/index.ts'),
    ]);
  config({ quiet: true });
  const read = readSettings(process.env);
  if (!read.ok) return { ok: false, problems: read.problems, zone: 'UTC' };
  const { settings } = read;
  const store = azureStore(settings.storage, settings.tablePrefix);
  const installation = {
    settings,
    store,
    attachments:
      settings.attachmentContainer === undefined
        ? undefined
        : azureAttachments(settings.storage, settings.attachmentContainer),
    software: `shared-duty ${version()}`,
    now: () => DateTime.utc(),
  };
  return { ok: true, installation };
};

/** The version of the program; `package.json` lies above both the sources and what is built. */
function version(): string {
  for (const path of ['../../package.json', '../../../package.json']) {
    const file = new URL(path, import.meta.url);
    if (!existsSync(file)) continue;
    const read = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string };
    return read.version;
  }
  return '0.0.0';
}

letReadersGo();
run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    // 1 from verify says that somebody tampered; a fault of ours must not.
    const verifying = process.argv[2] === 'verify';
    complain([
      verifying
        ? `The file could not be verified: ${line}`
        : `It could not be finished (${line}): look at AZURE_STORAGE_CONNECTION_STRING or AZURE_STORAGE_ACCOUNT, at TABLE_PREFIX, and at the folder.`,
    ]);
    process.exitCode = verifying ? 2 : 1;
  },
);
