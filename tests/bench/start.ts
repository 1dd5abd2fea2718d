import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Azurite } from '../../bot/demo/azurite.ts';
import { listenOnLoopback } from '../support/teams/keys.ts';
import { tenantId } from './processes/identity.ts';
import { median, rounded, spread, type Report, type Scale } from './report.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const built = join(root, 'dist/bot/main.js');
const giveUpMs = 20_000;

/** How long the built bot takes until it is ready, and what it then holds in memory. */
export async function measureStart(
  report: Report,
  { quick }: Scale,
  { connectionString }: Pick<Azurite, 'connectionString'>,
): Promise<void> {
  const rounds = quick ? 1 : 5;
  await buildWhereOld();
  const times: number[] = [];
  const memory: number[] = [];
  const cpu: (number | null)[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = await startBuilt(connectionString, `Start${String(process.pid)}`);
    times.push(started.readyMs);
    cpu.push(processorMs(started.child));
    // What the start left to the garbage collector is gone by then.
    await wait(2000);
    memory.push(await residentMiB(started.child));
    await stop(started.child);
  }
  const readyMs = median(times);
  report({
    bench: 'start',
    ready: Math.round(readyMs),
    spread: spread(times),
    processor: cpu,
    rounds,
    store: 'Azurite',
    unit: 'ms from spawn until /readyz says 200',
    goal: '<= 3000',
    met: readyMs <= 3000,
  });
  const resident = median(memory);
  report({
    bench: 'memory-idle',
    resident: rounded(resident),
    spread: spread(memory),
    rounds,
    unit: 'MiB resident',
    goal: '<= 180',
    met: resident <= 180,
  });
}

/** Compiles where nothing is compiled yet, or something else. */
export async function buildWhereOld(): Promise<void> {
  const newest = Math.max(...['bot', 'cards'].flatMap((folder) => modifiedIn(join(root, folder))));
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return;
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const compile = run(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { cwd: root });
  await compile.catch((error: unknown) => {
    // The compiler writes what is wrong to its standard output.
    const told = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
    throw new Error(`The bot does not compile:\n${told}`, { cause: error });
  });
}

function modifiedIn(folder: string): readonly number[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.map((name) => statSync(join(folder, name)).mtimeMs);
}

export async function startBuilt(connectionString: string, prefix: string) {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, [built], {
    // Elsewhere there is no `.env`.
    cwd: tmpdir(),
    env: {
      PATH: process.env['PATH'],
      ALLOW_ANONYMOUS: 'true',
      MicrosoftAppTenantId: tenantId,
      PORT: String(port),
      AZURE_STORAGE_CONNECTION_STRING: connectionString,
      TABLE_PREFIX: prefix,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 2, 2],
  });
  while (!(await isReady(port))) {
    const late = performance.now() - begun > giveUpMs;
    if (late || child.exitCode !== null) {
      child.kill('SIGKILL');
      throw new Error('The built bot does not get ready.');
    }
    await wait(10);
  }
  return { child, readyMs: performance.now() - begun };
}

async function freePort(): Promise<number> {
  const { origin, close } = await listenOnLoopback(createServer());
  await close();
  return Number(new URL(origin).port);
}

async function isReady(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${String(port)}/readyz`);
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}

/** What the start took of the processor: the same on a busy machine. Linux counts it in hundredths of a second. */
export function processorMs({ pid = 0 }: ChildProcess): number | null {
  const stat = `/proc/${String(pid)}/stat`;
  if (!existsSync(stat)) return null;
  const numbers = readFileSync(stat, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(numbers[11]) + Number(numbers[12])) * 10;
}

export async function residentMiB({ pid = 0 }: ChildProcess): Promise<number> {
  const status = `/proc/${String(pid)}/status`;
  const written = existsSync(status)
    ? /VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]
    : (await run('ps', ['-o', 'rss=', '-p', String(pid)])).stdout;
  return Number(written) / 1024;
}

export async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
