import { pino } from 'pino';
import type { App } from '../../bot/app-parts.ts';
import { createApp } from '../../bot/app.ts';
import { annaInTeams, bramInTeams, carlaInTeams } from '../support/teams/cast.ts';
import { sendActivity, teamsClient } from '../support/teams/activities.ts';
import type { TestApp } from '../support/app.ts';
import { appId, callApi, counter, journeyKeys, noLimits, settingsFor } from '../support/app.ts';
import { manualClock } from '../support/clock.ts';
import { startConnector } from '../support/teams/connector.ts';
import { atOnce, testedSdk } from '../support/teams/sdk.ts';
import { fixedNow, tenant } from '../support/duties/duties.ts';
import { sharedLists } from '../support/lists.ts';
import type { Crash, Life } from '../support/store/faults.ts';
import { beginLife, crashAtTeams, died, farStore } from '../support/store/faults.ts';

type Options = Parameters<typeof settingsFor>[0];
type Running = { readonly app: App; readonly url: string };
export type MortalApp = Awaited<ReturnType<typeof startMortal>>;

// An idle process that says so later than this hangs.
const longestIdleMs = 10_000;

/**
 * The whole bot as `startApp` has it, in a process that can die at any call of the far side and is then
 * started again on the same store, the same Teams and the same clock.
 */
export async function startMortal(options: Options = {}) {
  const connector = await startConnector({
    people: [annaInTeams, bramInTeams, carlaInTeams],
    strict: true,
  });
  const keys = await journeyKeys();
  const token = await keys.token({ appId, serviceUrl: connector.url });
  const clock = manualClock(options.now ?? fixedNow);
  const far = farStore();
  const lines: Readonly<Record<string, unknown>>[] = [];
  const newId = counter();
  const store = far.seenBy(beginLife());
  const teams = teamsClient({ serviceUrl: connector.url, appId, tenantId: tenant });
  let life: Life = beginLife();
  let running: Running | undefined;
  crashAtTeams(connector, () => life);

  /** A new process; it may die while it starts. */
  const start = async (crash?: Crash): Promise<void> => {
    const own = beginLife();
    life = own;
    running = undefined;
    if (crash) own.count(crash);
    const app = createApp({
      settings: settingsFor(options),
      store: far.seenBy(own),
      log: pino(
        { level: 'debug', base: null },
        {
          write: (line: string) => {
            noted(own, line);
          },
        },
      ),
      now: clock.now,
      newId,
      timers: own.timers(clock.timers),
      lists: sharedLists,
      version: '0.0.0',
      limits: noLimits,
      serviceHosts: [new URL(connector.url).origin],
      identity: { metadataUrl: keys.url, sdk: own.sdk(testedSdk), fetcher: atOnce },
    });
    const listening = app.start();
    // One that dies while it starts listens in the end, or never.
    own.signal.addEventListener('abort', () => void app.stop().catch(() => undefined));
    const port = await own.orDead(listening);
    running = { app, url: `http://127.0.0.1:${String(port)}` };
  };
  const noted = (own: Life, line: string): void => {
    if (own.isAlive()) lines.push(JSON.parse(line) as Record<string, unknown>);
  };
  const living = (): Running => {
    if (!running || !life.isAlive()) throw died;
    return running;
  };
  const idle = async (): Promise<void> => {
    const { app } = living();
    let timer: NodeJS.Timeout | undefined;
    const hangs = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('The bot hangs.')), longestIdleMs);
    });
    await life.orDead(Promise.race([app.idle(), hangs])).finally(() => clearTimeout(timer));
  };
  /** Returns when whatever the dead process had sent has arrived. */
  const arrived = async (): Promise<void> => {
    const before = life.requests();
    for (let turn = 0; turn < 1000 && connector.calls.length < before; turn += 1)
      await new Promise(setImmediate);
  };

  const app: TestApp = {
    connector,
    keys,
    clock,
    store,
    teams,
    lines,
    idle,
    post: (activity) =>
      life.orDead(sendActivity({ url: living().url, activity, token, signal: life.signal })),
    url: () => living().url,
    services: () => living().app.services,
    api: (method, path, body, headers) =>
      life.orDead(callApi(living().url, method, path, body, headers ?? {}, life.signal)),
    pass: async (seconds) => {
      await clock.pass(seconds, idle);
      await idle();
    },
    restart: async () => {
      await arrived();
      clock.clear();
      await start();
      await idle();
    },
    stop: async () => {
      if (running && life.isAlive()) await running.app.stop();
      await connector.close();
    },
  };
  await start();
  return {
    app,
    far,
    life: () => life,
    /** What was logged so far is about the fault. */
    forgetLines: () => void lines.splice(0),
    arrived,
    /** Remembers how everything stands; what it returns brings that back, with a new process. */
    remember: () => {
      const back = [far.remember(), connector.remember()] as const;
      const at = clock.now();
      return async (crash?: Crash) => {
        if (running && life.isAlive()) await running.app.stop();
        clock.clear();
        clock.set(at);
        lines.splice(0);
        await back[0]();
        back[1]();
        await start(crash);
        await idle();
      };
    },
  };
}
