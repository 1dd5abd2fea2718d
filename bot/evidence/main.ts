import { existsSync, readFileSync } from 'node:fs';
import type { OpenInstallation } from './command/installation.ts';
import { complain, letReadersGo, say, shown } from './command/terminal.ts';
import { verify } from './command/verify.ts';

const help = `Evidence: the answers of people and everything around them, as a file that proves itself.

  npm run evidence -- export [--from DAY] [--to DAY] [--kind KIND] [--out FILE] [--force]
      Writes the evidence from the store that the settings name. On a terminal it tells how far it is.
      --from DAY   only duties in which something happened on or after it   --from 2026-10-01
      --to DAY     and on or before it; an instant is not included          --to 2026-12-31T12:00:00Z
      --kind KIND  only this kind, with what followed from it               --kind confirm-restore
      --out FILE   another name for the file                                --out q4.ndjson
      --force      an existing FILE is written anew                         --force
      Ends with 1 when the store is not whole; the file says what is wrong, and so does verify.

  npm run evidence -- verify FILE [--against NOTE|OLD]
      Finds any changed, missing or reordered record; needs nothing but FILE, an export or a dossier.
      --against    a checkpoint from the IT channel, or an earlier export   --against checkpoint.txt
                   that was held elsewhere; may stand several times
      Ends with 0 when the file is whole, 1 when it is not, 2 when it is no such file.
      Alone, a whole file proves that nobody altered it without making all hashes anew. With what was
      held elsewhere it proves that nothing recorded up to then was changed, removed or inserted since.

  npm run evidence -- dossier --quarter QUARTER [--control CONTROL] [--language nl|en] [--out FILE] [--force]
      Writes what an auditor opens: a report, the story of every duty, tables, the records and verifiers.
      --quarter    the quarter                                              --quarter 2026-Q4
      --control    only the duties of one control                           --control A.5.18
      --language   the language of the report                               --language en
      --out FILE   another name for the file                                --out dossier.zip

  npm run evidence -- backup [--out FILE] [--force]
      Writes all that is kept, not only evidence, as it stands at this moment.
      --out FILE   another name for the file                                --out backup.ndjson

  npm run evidence -- restore FILE
      Brings a backup back into an empty account; the bot must not run meanwhile. Once more goes on
      where it was interrupted. Ends with 1 when the file is not whole or something is kept already.

  npm run evidence -- person ID
      Prints everything that is held about somebody, one JSON object a line.
      ID           the Entra object id                                       7a1c…

  npm run evidence -- erase --person ID --basis TEXT [--texts]
      Takes a person out of the store; the chains stay whole, and checkpoints held before still hold.
      --person ID   the Entra object id                                     --person 7a1c…
      --basis TEXT  on what ground; it is recorded                          --basis "17(1)(b)"
      --texts       also every text that the person wrote                   --texts`;

async function run(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  if (rest.includes('--help') || rest.includes('-h')) {
    say(help);
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
