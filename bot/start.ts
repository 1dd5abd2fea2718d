import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DateTime } from 'luxon';
import type { App } from './app-parts.ts';
import { createApp } from './app.ts';
import { adjustableClock } from './features/demo-clock/clock.ts';
import type { Clock } from './ports/clock.ts';
import { StartError } from './errors.ts';
import { toInstant } from './duty/time/instant.ts';
import { createLog } from './observability/log.ts';
import { startExport } from './observability/metrics-export.ts';
import type { Environment } from './settings.ts';
import { readSettings } from './settings.ts';
import { timers } from './timers.ts';
import { azureAttachments, azureBlobs, azureCheckpoints, azureStore } from './store/index.ts';

/** The version of the program; `package.json` lies above both the sources and what is built. */
function versionOf(): string {
  for (const path of ['../package.json', '../../package.json']) {
    try {
      const { version } = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as {
        version: string;
      };
      return version;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') continue;
      throw error;
    }
  }
  return '0.0.0';
}

/** Starts the bot with the settings of the environment; throws a `StartError` that says what to do. */
export async function startBot(environment: Environment): Promise<App & { readonly port: number }> {
  const read = readSettings(environment);
  if (!read.ok) throw new StartError(read.problems);
  const { settings } = read;
  const log = createLog(settings.logLevel);
  const endExport = await startExport(settings.metricsTo);
  const world: Clock = { now: () => toInstant(DateTime.utc()), timers };
  const jumping = settings.anonymous ? adjustableClock(world) : undefined;
  const clock = jumping?.clock ?? world;
  const app = createApp({
    settings,
    store: azureStore(settings.storage, settings.tablePrefix),
    backups:
      settings.backupContainer === undefined
        ? undefined
        : azureBlobs(settings.storage, settings.backupContainer),
    attachments:
      settings.attachmentContainer === undefined
        ? undefined
        : azureAttachments(settings.storage, settings.attachmentContainer),
    checkpoints:
      settings.checkpointContainer === undefined
        ? undefined
        : azureCheckpoints(settings.storage, settings.checkpointContainer),
    log,
    now: clock.now,
    newId: randomUUID,
    // Only to spread what is tried again.
    random: Math.random,
    timers: clock.timers,
    seconds: () => performance.now() / 1000,
    ...(jumping ? { demo: { world, adjustable: jumping.adjustable } } : {}),
    version: versionOf(),
  });
  const { storage } = settings;
  if (
    'connectionString' in storage &&
    /UseDevelopmentStorage=true|127\.0\.0\.1|localhost/i.test(storage.connectionString)
  ) {
    log.warn(
      'the store is an emulator: it may lose the last seconds, so it is no place for evidence',
    );
  }
  const port = await start(app);
  log.info({ port, anonymous: settings.anonymous }, 'listening');
  const stop = async (): Promise<void> => {
    await app.stop();
    await endExport();
  };
  return { ...app, stop, port };
}

async function start(app: App): Promise<number> {
  try {
    return await app.start();
  } catch (error) {
    if (error instanceof StartError) throw error;
    const told = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new StartError(
      [
        `The storage account does not answer (${told ?? ''}): look at AZURE_STORAGE_CONNECTION_STRING or AZURE_STORAGE_ACCOUNT.`,
      ],
      { cause: error },
    );
  }
}

/** Prints what keeps the program from starting, a line each; anything else is a fault and shows its stack. */
export function explain(error: unknown): void {
  const lines =
    error instanceof StartError ? error.lines : [error instanceof Error ? error.stack : error];
  for (const line of lines) process.stderr.write(`${String(line)}\n`);
}
