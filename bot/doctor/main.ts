import { unzipSync } from 'fflate';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { config } from 'dotenv';
import { DateTime } from 'luxon';
import type { Packaged, Registration } from '../../manifest/registration.ts';
import { readPackaged, readRegistration } from '../../manifest/registration.ts';
import { languageOf } from '../../cards/language.ts';
import { toInstant } from '../duty/time/instant.ts';
import type { Environment, Settings } from '../settings.ts';
import { readSettings } from '../settings.ts';
import { azureStore } from '../store/index.ts';
import { entraFetcher } from '../store/azure/entra.ts';
import { storageProbe } from '../store/azure/probe.ts';
import { botbuilderSdk } from '../teams/botbuilder.ts';
import type { TeamsProbe } from '../teams/probe.ts';
import { teamsProbe } from '../teams/probe.ts';
import type { Finding } from './checks.ts';
import { findingOf } from './checks.ts';
import { addressOf, readEndpoint } from './endpoint.ts';
import { examine, lineOf } from './examine.ts';
import type { DoctorTexts } from './texts.ts';
import { doctorTexts } from './texts.ts';

const help = `Checks an installation with the settings that the bot would start with, and says how to fix what is wrong.

  npm run doctor [-- --package FILE] [--registration FILE]

  --package FILE       the app package; the newest in dist/ if none is named
  --registration FILE  what "az bot show" prints, or the outputs of the Azure template

Ends with 0 when nothing is wrong, 1 when something is, 2 when it could not look.`;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function run(environment: Environment): Promise<number> {
  const { values } = parseArgs({
    options: {
      package: { type: 'string' },
      registration: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help === true) {
    say(help);
    return 0;
  }
  const texts = doctorTexts[languageOf(environment['DEFAULT_LOCALE']) ?? 'nl'];
  const read = readSettings(environment);
  if (!read.ok) {
    for (const problem of read.problems) {
      const says = problem.replace(/\.$/, '');
      say(lineOf(findingOf(texts.settings.what, 'wrong', says, texts.settings.mend), texts));
    }
    say(texts.wrong(read.problems.length));
    return 1;
  }
  const packaged = readPackage(values.package);
  const registration =
    values.registration === undefined ? undefined : registrationIn(values.registration);
  return tell(look(read.settings, environment, { packaged, registration, texts }), texts);
}

interface Given {
  readonly packaged: Packaged | undefined;
  readonly registration: Registration | undefined;
  readonly texts: DoctorTexts;
}

function look(settings: Settings, environment: Environment, given: Given): AsyncGenerator<Finding> {
  const { storage: location, tablePrefix: prefix, appId, port } = settings;
  const now = () => toInstant(DateTime.utc());
  const backups = { container: settings.backupContainer, tenant: settings.homeTenant };
  return examine({
    ...given,
    settings,
    now,
    storage: storageProbe({
      ...{ location, prefix, backups, newId: randomUUID, now },
      attachments: settings.attachmentContainer,
      checkpoints: settings.checkpointContainer,
    }),
    store: azureStore(location, prefix),
    teams: inTime(
      teamsProbe({
        sdk: botbuilderSdk,
        appId,
        fetchToken: settings.anonymous
          ? undefined
          : entraFetcher({
              appId,
              tenantId: settings.appTenantId,
              credential: settings.credential,
            })(),
      }),
    ),
    endpoint: () => readEndpoint(addressOf(environment, port)),
  });
}

// Managed identity alone tries for a minute and a half before it gives up.
const patienceSeconds = 30;

/** The same, for whoever sits before the screen: what does not answer by then is not reached. */
function inTime({ token, reach }: TeamsProbe): TeamsProbe {
  const within = async <T>(asked: Promise<T>, otherwise: T): Promise<T> => {
    const late = new Promise<T>((resolve) => {
      setTimeout(() => resolve(otherwise), patienceSeconds * 1000).unref();
    });
    return Promise.race([asked, late]);
  };
  return {
    token: () => within(token(), { type: 'failed', reason: 'not-reached', told: '' }),
    reach: (chat) => within(reach(chat), 'later'),
  };
}

async function tell(findings: AsyncGenerator<Finding>, texts: DoctorTexts): Promise<number> {
  let wrong = 0;
  for await (const finding of findings) {
    say(lineOf(finding, texts));
    if (finding.verdict === 'wrong') wrong += 1;
  }
  say(wrong === 0 ? texts.allWell : texts.wrong(wrong));
  return wrong === 0 ? 0 : 1;
}

/** The package that is named, else the newest in `dist`; undefined where there is none. */
function readPackage(named: string | undefined): Packaged | undefined {
  const file = named ?? newestPackage('dist');
  return file === undefined ? undefined : readPackaged(unzipSync(readFileSync(file)));
}

function newestPackage(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  return readdirSync(folder)
    .filter((name) => /^shared-duty-.*\.zip$/.test(name))
    .map((name) => join(folder, name))
    .toSorted((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)[0];
}

function registrationIn(file: string): Registration {
  const registration = readRegistration(readFileSync(file, 'utf8'));
  if (registration) return registration;
  throw new Error(
    `${file} is neither what "az bot show" prints nor the outputs of the Azure template`,
  );
}

config({ quiet: true });
run(process.env).then(
  // What still waits for an answer, such as the SDK's own tries for a token, must not hold up the end.
  (code) => process.exit(code),
  (error: unknown) => {
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    process.stderr.write(`${line}\n`);
    process.exit(2);
  },
);
