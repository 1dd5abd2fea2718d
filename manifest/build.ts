/**
 * Writes the Teams app package, after checking it without the network: `npm run manifest [-- FOLDER]`
 * puts `shared-duty-<version>.zip` in FOLDER, or in `dist`. Any fault is printed, one line each, and
 * then nothing is written.
 *
 * Settings, from the environment or `.env`:
 * - `MicrosoftAppId`: the "Application (client) ID" of the bot; it is the id of the app as well.
 *   Without it the package carries an id of zeros, good for a look and a check but not for an upload.
 * - `DEVELOPER_NAME` (Shared Duty): who runs the bot, as people see it in Teams.
 * - `DEVELOPER_WEBSITE_URL` (a page of example.com): where they find help.
 * - `DEVELOPER_PRIVACY_URL`, `DEVELOPER_TERMS_URL`: by default `/privacy` and `/terms` below that page.
 *
 * The default language is English although Dutch comes first elsewhere: Teams shows the default to
 * everybody whose language the package lacks, and Dutch to everybody whose Teams is Dutch.
 *
 * Private and shared channels are not promised (`supportsChannelFeatures`): people from outside the team
 * take part there, and that promise asks for tests of who may administer the bot first.
 */
import { config } from 'dotenv';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Files } from './files.ts';
import { fileNames } from './files.ts';
import { makePackage } from './package.ts';

const project = projectFolder();
const sources = join(project, 'manifest');

async function main(folder: string): Promise<void> {
  config({ quiet: true });
  const { name, zip, warnings, faults } = await makePackage(
    readSources(),
    process.env,
    readVersion(),
  );
  for (const line of [...warnings.map((warning) => `Note: ${warning}`), ...faults]) {
    console.error(line);
  }
  if (faults.length > 0) {
    console.error('No package was written.');
    process.exitCode = 1;
    return;
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), zip);
  const written = relative(process.cwd(), join(folder, name));
  console.log(`Wrote ${written}, checked and in English and Dutch.`);
}

/** The files that there are; a missing one is reported with the other faults. */
function readSources(): Files {
  const present = fileNames.filter((name) => existsSync(join(sources, name)));
  return Object.fromEntries(present.map((name) => [name, readFileSync(join(sources, name))]));
}

/** The folder of the project: this file also runs from `dist`, where the sources of the package are not. */
function projectFolder(): string {
  const above = ['..', '../..'].map((up) => fileURLToPath(new URL(up, import.meta.url)));
  const found = above.find((folder) => existsSync(join(folder, 'package.json')));
  if (found === undefined) throw new Error('package.json is missing.');
  return found;
}

function readVersion(): string {
  const text = readFileSync(join(project, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

try {
  const { positionals } = parseArgs({ allowPositionals: true });
  await main(positionals[0] ?? join(project, 'dist'));
} catch (error) {
  console.error(
    `The package could not be written: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exitCode = 1;
}
