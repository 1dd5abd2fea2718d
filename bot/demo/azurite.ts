import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import {
  answers,
  binOf,
  startChild,
  whenReady,
  type Child,
  type ChildEnd,
  type DemoLog,
} from './child.ts';

export type AzuriteOptions = {
  /** The folder that keeps the data; left out, everything stays in memory. */
  readonly location?: string;
  /** 0 takes any free port. */
  readonly tablePort: number;
  readonly queuePort: number;
  /** Any free port where it is left out. */
  readonly blobPort?: number;
  readonly log: DemoLog;
};

export type Azurite = {
  readonly connectionString: string;
  readonly tablePort: number;
  readonly queuePort: number;
  readonly blobPort: number;
  /** Resolves when it ends, whether asked to or not. */
  readonly ended: Promise<ChildEnd>;
  /** Ends it after everything is written to disk. */
  stop(): Promise<void>;
};

const host = '127.0.0.1';
const account = 'devstoreaccount1';
// Microsoft's published key for every emulator: no secret.
const publishedKey =
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/**
 * Starts Azurite's tables, queues and blobs on loopback and waits until all answer.
 * One process for all: a third of the memory of three, it says which ports it got, and it saves on every kind of stop.
 */
export async function startAzurite(options: AzuriteOptions): Promise<Azurite> {
  const location = options.location === undefined ? undefined : resolve(options.location);
  if (location !== undefined) mkdirSync(location, { recursive: true });
  const child = startChild({
    name: 'Azurite',
    script: binOf('azurite', 'azurite'),
    args: azuriteArguments(options, location),
    cwd: location ?? tmpdir(),
    log: options.log,
  });
  const ports = await whenReady(child, () => answeringPorts(child));
  if (ports === 'ended' || ports === 'too-slow') {
    await child.stop();
    throw new Error(whyNot(ports, child.said()));
  }
  options.log('Azurite answers', { ...ports, location: location ?? 'in memory' });
  return {
    ...ports,
    connectionString: connectionString(ports),
    ended: child.ended,
    stop: child.stop,
  };
}

function azuriteArguments(
  { tablePort, queuePort, blobPort = 0 }: AzuriteOptions,
  location: string | undefined,
) {
  return [
    ...(location === undefined ? ['--inMemoryPersistence'] : ['--location', location]),
    ...['--tableHost', host, '--tablePort', String(tablePort)],
    ...['--queueHost', host, '--queuePort', String(queuePort)],
    ...['--blobHost', host, '--blobPort', String(blobPort)],
    ...['--disableTelemetry', '--skipApiVersionCheck', '--silent'],
  ];
}

type Ports = {
  readonly tablePort: number;
  readonly queuePort: number;
  readonly blobPort: number;
};

async function answeringPorts(child: Child): Promise<Ports | undefined> {
  const tablePort = announcedPort(child.said(), 'Table');
  const queuePort = announcedPort(child.said(), 'Queue');
  const blobPort = announcedPort(child.said(), 'Blob');
  if (tablePort === undefined || queuePort === undefined || blobPort === undefined)
    return undefined;
  const all = await Promise.all(
    [tablePort, queuePort, blobPort].map((port) => answers(`http://${host}:${port}/${account}`)),
  );
  return all.every(Boolean) ? { tablePort, queuePort, blobPort } : undefined;
}

function announcedPort(output: string, service: 'Table' | 'Queue' | 'Blob'): number | undefined {
  const [, told] = output.split(`${service} service is successfully listening at `);
  const found = /^\S{1,200}?:(\d{1,5})(?!\d)/.exec(told ?? '');
  return found === null ? undefined : Number(found[1]);
}

function connectionString({ tablePort, queuePort, blobPort }: Ports): string {
  return [
    'DefaultEndpointsProtocol=http',
    `AccountName=${account}`,
    `AccountKey=${publishedKey}`,
    `TableEndpoint=http://${host}:${tablePort}/${account}`,
    `QueueEndpoint=http://${host}:${queuePort}/${account}`,
    `BlobEndpoint=http://${host}:${blobPort}/${account}`,
  ].join(';');
}

function whyNot(state: 'ended' | 'too-slow', output: string): string {
  if (state === 'too-slow') return 'Azurite did not start: it does not answer on its ports.';
  const reason = /unhandled error: (.+)/.exec(output)?.[1] ?? output.trim().split('\n').at(-1);
  return `Azurite did not start: ${reason === undefined || reason === '' ? 'it gave no reason' : reason}.`;
}
