/**
 * Writes the Teams app package, after checking it without the network: `npm run manifest [-- FOLDER]`
 * puts `shared-duty-<version>.zip` in FOLDER, or in `dist`. Any fault is printed, one line each, and
 * then nothing is written.
 *
 * `--registration FILE` compares it with the registration of the bot: FILE is what `az bot show` prints, or
 * the outputs of `manifest/azure/azuredeploy.json`. It gives the id of the bot where the setting is absent.
 *
 * Settings, from the environment or `.env`:
 * - `MicrosoftAppId`: the "Application (client) ID" of the bot; it is the id of the app as well.
 *   Without it the package carries an id of zeros, good for a look and a check but not for an upload.
 * - `APP_VERSION` (the version of the project): raise it with every change of the package.
 * - `INSTALLER_APP_ID`: the registration with which `manifest/azure/install-for-group.sh` installs the app for people.
 * - `DEVELOPER_NAME` (Shared Duty): who runs the bot, as people see it in Teams.
 * - `DEVELOPER_WEBSITE_URL`, `DEVELOPER_PRIVACY_URL`, `DEVELOPER_TERMS_URL`: pages of your own with help, with
 *   what is kept of people, and with the terms of use. A package for an upload has all three.
 *
 * The default language is English although Dutch comes first elsewhere: Teams shows the default to
 * everybody whose language the package lacks, and Dutch to everybody whose Teams is Dutch. The bot
 * speaks to them in the same language.
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
import type { Registration } from './registration.ts';
import { readRegistration } from './registration.ts';

const project = projectFolder();
const sources = join(project, 'manifest');

async function main(folder: string, registrationFile: string | undefined): Promise<void> {
  config({ quiet: true });
  const { name, zip, warnings, faults } = await makePackage({
    sources: readSources(),
    environment: process.env,
    version: readVersion(),
    registration: registrationFile === undefined ? undefined : registrationIn(registrationFile),
  });
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

function registrationIn(file: string): Registration {
  const registration = readRegistration(readFileSync(file, 'utf8'));
  if (registration) return registration;
  throw new Error(
    `${file} is neither what "az bot show" prints nor the outputs of the Azure template`,
  );
}

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { registration: { type: 'string' } },
  });
  await main(positionals[0] ?? join(project, 'dist'), values.registration);
} catch (error) {
  console.error(
    `The package could not be written: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exitCode = 1;
}
