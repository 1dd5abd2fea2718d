import { parseTenantKey } from '../duty/ids.ts';
import { resolve } from 'node:path';
import { explain, startBot } from '../start.ts';
import { StartError } from '../errors.ts';
import type { AdjustableClock } from '../ports/clock.ts';
import type { Azurite } from './azurite.ts';
import { startAzurite } from './azurite.ts';
import { listenForJumps } from './jumps.ts';
import type { DemoLog } from './child.ts';
import { asColleague, samplePeople } from './people.ts';
import type { Playground } from './playground.ts';
import { startPlayground } from './playground.ts';
import { portProblems } from './ports.ts';
import { fillStore } from './sample.ts';
import { prepareContainer } from '../store/index.ts';

interface Ports {
  readonly bot: number;
  readonly playground: number;
  /** Where a colleague sits; undefined where nobody wants one. */
  readonly colleague: number | undefined;
  readonly tables: number;
  readonly queues: number;
}

function readPorts(environment: NodeJS.ProcessEnv): Ports {
  const wrong: string[] = [];
  const read = (name: string, otherwise: number): number => {
    const written = environment[name];
    if (written === undefined || written === '') return otherwise;
    const port = Number(written);
    if (!/^\d+$/.test(written) || port < 1 || port > 65_535)
      wrong.push(`${name} must be a port number, 1 to 65535.`);
    return port;
  };
  const ports = {
    bot: read('PORT', 3978),
    playground: read('PLAYGROUND_PORT', 56_150),
    colleague: environment['COLLEAGUE_PORT'] === '0' ? undefined : read('COLLEAGUE_PORT', 56_151),
    tables: read('AZURITE_TABLE_PORT', 10_002),
    queues: read('AZURITE_QUEUE_PORT', 10_001),
  };
  if (wrong.length > 0) throw new StartError(wrong);
  return ports;
}

async function checkPorts(ports: Ports): Promise<void> {
  const problems = await portProblems([
    { port: ports.bot, setting: 'PORT', purpose: 'the bot' },
    { port: ports.playground, setting: 'PLAYGROUND_PORT', purpose: 'the Playground' },
    ...(ports.colleague === undefined
      ? []
      : [{ port: ports.colleague, setting: 'COLLEAGUE_PORT', purpose: 'the colleague' }]),
    { port: ports.tables, setting: 'AZURITE_TABLE_PORT', purpose: 'Azurite tables' },
    { port: ports.queues, setting: 'AZURITE_QUEUE_PORT', purpose: 'Azurite queues' },
  ]);
  if (problems.length > 0) throw new StartError(problems);
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Starts everything on this machine, in the order in which each needs the other; returns how to stop it. */
async function startDemo(environment: NodeJS.ProcessEnv): Promise<{
  url: string;
  colleagueUrl: string | undefined;
  clock: AdjustableClock | undefined;
  stop: () => Promise<void>;
}> {
  const ports = readPorts(environment);
  await checkPorts(ports);
  const started: { stop: () => Promise<unknown> }[] = [];
  const stop = async (): Promise<void> => {
    for (const part of started.reverse()) await part.stop();
  };
  const log: DemoLog = (message) => {
    if (environment['LOG_LEVEL'] === 'debug') say(message);
  };
  try {
    say('Starting Azurite …');
    const location = resolve('.azurite');
    const azurite: Azurite = await startAzurite({
      location,
      tablePort: ports.tables,
      queuePort: ports.queues,
      log,
    });
    started.push(azurite);
    await prepareContainer({ connectionString: azurite.connectionString }, attachmentContainer);
    say('Starting the bot …');
    const app = await startBot({
      // Warnings are lines for machines: time that jumps makes much late, and that is no fault.
      LOG_LEVEL: 'error',
      VENDOR_API_KEYS: `unit4:${demoSecret}`,
      ...environment,
      PORT: String(ports.bot),
      ALLOW_ANONYMOUS: 'true',
      AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString,
      AZURE_STORAGE_ACCOUNT: '',
      ATTACHMENT_CONTAINER: attachmentContainer,
      HOST: '127.0.0.1',
      // The Playground's people belong to the tenant of the demo, whatever the environment says.
      MicrosoftAppTenantId: samplePeople.tenantId,
      TENANT_ALLOWLIST: '',
    });
    started.push(app);
    say('Starting the Microsoft 365 Agents Playground …');
    const botEndpoint = `http://127.0.0.1:${String(app.port)}/api/messages`;
    const playground: Playground = await startPlayground({
      port: ports.playground,
      botEndpoint,
      config: samplePeople,
      log,
    });
    started.push(playground);
    const colleague =
      ports.colleague === undefined
        ? undefined
        : await startPlayground({
            port: ports.colleague,
            botEndpoint,
            config: asColleague,
            log,
          });
    if (colleague) started.push(colleague);
    const tenant = parseTenantKey(samplePeople.tenantId);
    if (!tenant) throw new Error('The tenant of the demo has no usable id.');
    await fillStore(app.services, tenant, {
      connectorUrl: playground.connectorUrl,
      colleagueUrl: colleague?.connectorUrl ?? playground.connectorUrl,
    });
    return { url: playground.url, colleagueUrl: colleague?.url, clock: app.clock, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const attachmentContainer = 'attachments';
// For this machine only: the demo listens on loopback and holds sample data.
const demoSecret = 'demo-only-secret-demo-only-secret';

async function run(): Promise<void> {
  const demo = await startDemo(process.env);
  say('');
  say(`Open ${demo.url}`);
  say('');
  say(
    'You are Jan Bakker. The cards are in the chat with the bot; the IT channel is ICT-beheer > Plichten.',
  );
  if (demo.colleagueUrl !== undefined)
    say(`To be a colleague, ${asColleague.currentUser.name}, open ${demo.colleagueUrl} beside it.`);
  say(
    `The vendor's API takes the key ${demoSecret}. Ctrl-C stops everything; answers are kept in .azurite.`,
  );
  say('Type +3d or +6h and Enter to let time pass.');
  if (demo.clock) listenForJumps(process.stdin, demo.clock, say);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    say('Stopping …');
    demo.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        explain(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

run().catch((error: unknown) => {
  explain(error);
  process.exit(1);
});
