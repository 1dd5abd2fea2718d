import { parseArgs } from 'node:util';
import type { Fault } from './verify.ts';
import { verifyFile } from './verify.ts';

const help = `Evidence: the answers of people and everything around them, as a file that proves itself.

  npm run evidence -- export [--from DAY] [--to DAY] [--kind KIND] [--out FILE] [--force]
      Writes the evidence from the store that the settings name. DAY is a day such as 2026-12-03,
      included, or an instant such as 2026-12-03T10:00:00Z. An existing FILE stays, unless --force.

  npm run evidence -- verify FILE
      Finds any changed, missing or reordered record; needs nothing but FILE.
      Ends with 0 when the file is whole, 1 when it is not, 2 when it is no such file.`;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const complain = (lines: readonly string[]): void => {
  process.stderr.write(lines.map((line) => `${line}\n`).join(''));
};

async function run(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  if (command === 'verify') return verify(rest);
  if (command === 'export') return exportFile(rest);
  if (command === 'help' || command === '--help' || command === '-h') {
    say(help);
    return 0;
  }
  complain([
    ...(command === undefined ? [] : [`There is no command ${shown(command)}.`, '']),
    help,
  ]);
  return 2;
}

async function verify(args: readonly string[]): Promise<number> {
  const [path, ...others] = args[0] === '--' ? args.slice(1) : args;
  if (
    path === undefined ||
    path === '' ||
    others.length > 0 ||
    (path.startsWith('-') && args[0] !== '--')
  ) {
    complain(['Name one file: npm run evidence -- verify FILE']);
    return 2;
  }
  const verdict = await verifyFile(path);
  switch (verdict.type) {
    case 'whole': {
      const { records, duties, hash } = verdict;
      say(
        `${path} is whole: ${counted(records, 'record')} of ${counted(duties, 'duty', 'duties')}.`,
      );
      say(`Its manifest has the hash ${hash}.`);
      return 0;
    }
    case 'tampered':
      complain([`${path} is not whole.`, told(verdict.fault)]);
      return 1;
    case 'unusable':
      complain([`${path} ${verdict.reason}.`]);
      return 2;
  }
}

function told({ line, dutyId, seq, problem }: Fault): string {
  const places = [
    `Line ${String(line)}`,
    ...(dutyId === undefined ? [] : [`duty ${shown(dutyId)}`]),
    ...(seq === undefined ? [] : [`seq ${String(seq)}`]),
  ];
  return `${places.join(', ')}: ${problem}.`;
}

/** A name from outside: never long, and without what a terminal would obey. */
const shown = (name: string): string => name.slice(0, 100).replace(/\p{C}/gu, '?');
const counted = (count: number, one: string, more = `${one}s`): string =>
  `${String(count)} ${count === 1 ? one : more}`;

async function exportFile(args: readonly string[]): Promise<number> {
  const given = readOptions(args);
  // Only now: the verifier must run where the bot's own parts are of no use.
  const [{ config }, { readSettings }, { readPlan, exportToFile }, { azureStore }] =
    await Promise.all([
      import('dotenv'),
      import('../settings.ts'),
      import('./export.ts'),
      import('../store/index.ts'),
    ]);
  config({ quiet: true });
  const read = readSettings(process.env);
  const planned = readPlan(given.options, read.ok ? read.settings.zone : 'UTC');
  if (given.problems.length > 0 || !read.ok || !planned.ok) {
    complain([
      ...given.problems,
      ...(planned.ok ? [] : planned.problems),
      ...(read.ok ? [] : read.problems),
    ]);
    return 2;
  }
  const { settings } = read;
  const records = await exportToFile(
    azureStore(settings.storage, settings.tablePrefix),
    settings,
    planned.plan,
  );
  say(
    `Wrote ${planned.plan.path}: ${counted(records, 'record')} of the tenant ${settings.homeTenant}.`,
  );
  return 0;
}

const texts = ['from', 'to', 'kind', 'out'] as const;

/** Reads the options without a stop at the first wrong one. */
function readOptions(args: readonly string[]): {
  readonly options: Partial<Record<(typeof texts)[number], string>> & { readonly force: boolean };
  readonly problems: readonly string[];
} {
  const { tokens } = parseArgs({
    args: [...args],
    options: {
      ...Object.fromEntries(texts.map((name) => [name, { type: 'string' as const }])),
      force: { type: 'boolean' },
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const options: Partial<Record<(typeof texts)[number], string>> = {};
  const problems: string[] = [];
  let force = false;
  for (const token of tokens) {
    if (token.kind === 'positional') problems.push(`${shown(token.value)} is one word too many.`);
    if (token.kind !== 'option') continue;
    const name = texts.find((text) => text === token.name);
    if (name) options[name] = token.value ?? '';
    else if (token.name === 'force' && token.value === undefined) force = true;
    else problems.push(`${shown(token.rawName)} is not an option of export.`);
  }
  return { options: { ...options, force }, problems };
}

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
        : `Nothing was written (${line}): look at AZURE_STORAGE_CONNECTION_STRING or AZURE_STORAGE_ACCOUNT, at TABLE_PREFIX, and at the folder.`,
    ]);
    process.exitCode = verifying ? 2 : 1;
  },
);
