import { azureStore } from '../../../bot/store/index.ts';
import { benchBot, holdEffects, knowChannel, knowPeople, openDuties } from './bot.ts';
import type { Asked, Replied, ServerWishes } from './children.ts';
import { startEcho } from './echo.ts';
import { memoryStore } from '../../support/store/memory-store.ts';

type Act = (asked: Asked) => Promise<number> | number;

const nothing = (): number => 0;

async function start({ auth, serviceUrl, ...wishes }: ServerWishes): Promise<Act> {
  if (wishes.bot === 'echo') {
    const port = await startEcho(auth);
    return ({ ask }) => (ask === 'port' ? port : nothing());
  }
  const { connectionString, prefix } = wishes;
  const store =
    connectionString === undefined ? memoryStore() : azureStore({ connectionString }, prefix);
  const timers = {
    after: (seconds: number, run: () => void) => {
      const timer = setTimeout(run, seconds * 1000);
      return { cancel: () => clearTimeout(timer) };
    },
  };
  const app = benchBot({ store, auth, serviceUrl, timers, logLevel: 'warn' });
  const port = await app.start();
  await knowPeople(app, serviceUrl);
  await knowChannel(app, serviceUrl);
  let release = app.idle;
  const acts: Readonly<Record<Asked['ask'], (count: number) => unknown>> = {
    port: nothing,
    cpu: nothing,
    open: (count) => openDuties(app, count),
    hold: () => {
      ({ release } = holdEffects(app));
    },
    idle: () => release(),
  };
  return async ({ ask, count }) => {
    await acts[ask](count);
    return ask === 'port' ? port : 0;
  };
}

/** Processor time of this process so far, in microseconds. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

// Our own parent writes these; nobody else can.
const wishes = JSON.parse(process.argv[2] ?? '') as ServerWishes;
const acting = start(wishes);
process.on('message', (asked: Asked) => {
  const answer = (value: number): void => {
    process.send?.({ id: asked.id, value } satisfies Replied);
  };
  if (asked.ask === 'cpu') answer(cpuTime());
  else acting.then(async (act) => answer(await act(asked))).catch(fail);
});
process.on('disconnect', () => process.exit(0));
acting.catch(fail);

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
