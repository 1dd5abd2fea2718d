import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openDuty } from '../../bot/casework/open-duty.ts';
import { readOpening } from '../../bot/casework/read-opening.ts';
import { dutyKinds } from '../../bot/kinds/index.ts';
import type { TestApp } from '../support/app.ts';
import { appId, journeyKeys, startApp } from '../support/app.ts';
import { openingFor, tenant } from '../support/duties/duties.ts';
import type { Asked, Look, Started } from './bot.ts';
import { workedMs } from '../support/worked.ts';

// The bot of a run, in a process of its own: what it uses and how long it stalls is the bot's alone.

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const tickMs = 10;
let longestStall = 0;
let last = performance.now();
let worked = workedMs();
setInterval(() => {
  const [now, working] = [performance.now(), workedMs()];
  // The lists have a thread of their own, which holds nobody up.
  longestStall = Math.max(longestStall, Math.min(now - last - tickMs, working - worked));
  last = now;
  worked = working;
}, tickMs);

/** A duty of each kind that somebody else opened, of which nothing may change. */
async function standing(app: TestApp): Promise<readonly string[]> {
  const opened = [];
  for (const { kind } of dutyKinds) {
    const read = readOpening(openingFor(kind));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const asking = {
      openedBy: { type: 'vendor', name: 'other' },
      sender: 'other',
      key: kind,
    } as const;
    const result = await openDuty(app.services(), { tenant, opening: read.opening, asking });
    if (result.type === 'opened') opened.push(result.duty.id);
  }
  await app.idle();
  return opened;
}

async function forgedTokens(serviceUrl: string): Promise<readonly string[]> {
  const keys = await journeyKeys();
  const wishes = { appId, serviceUrl };
  return Promise.all([
    keys.forged(wishes),
    keys.forged({ ...wishes, kid: 'unknown' }),
    keys.hs256(wishes),
    Promise.resolve(keys.unsigned(wishes)),
    keys.token({ ...wishes, audience: 'another-bot' }),
    keys.token({ ...wishes, issuer: 'https://sts.windows.net/evil/' }),
    keys.token({ ...wishes, expiresIn: -900 }),
    keys.token({ ...wishes, endless: true }),
    keys.token({ appId }),
    keys.token({ appId, serviceUrl: 'https://elsewhere.example/' }),
  ]);
}

async function start(anonymous: boolean): Promise<(asked: Asked) => Promise<Look>> {
  const app = await startApp({ anonymous });
  const duties = await standing(app);
  const tokens = anonymous ? [] : await forgedTokens(app.connector.url);
  // Lines of the log and calls to Teams are kept by the test, not by the bot: clearing millions of them away takes seconds.
  const forget = (): void => {
    (app.lines as unknown[]).length = 0;
    (app.connector.calls as unknown[]).length = 0;
  };
  setInterval(forget, 1000);
  const port = Number(new URL(app.url()).port);
  const started: Started = { port, serviceUrl: app.connector.url, duties, tokens };
  // Neither loading nor making keys is a stall of a bot that listens: nobody looks before it is forgotten.
  await setTimeout(tickMs * 2);
  longestStall = 0;
  process.send?.(started);
  return async ({ settles }) => {
    if (settles) await app.idle();
    const stands = await Promise.all(
      duties.map(async (id) => {
        const read = await app.services().store.duties.load({ tenant, id: id as never });
        return [id, read?.value.status ?? '', String(read?.value.seq ?? 0)].join(' ');
      }),
    );
    forget();
    collectGarbage();
    const heapMb = process.memoryUsage().heapUsed / 1024 / 1024;
    const stallMs = longestStall;
    // Looking is no stall of the bot’s.
    await setTimeout(tickMs * 2);
    longestStall = stallMs;
    return { heapMb, stallMs, stands };
  };
}

const looking = start(process.argv[2] === 'anonymous');
process.on('message', (asked: Asked) => {
  void looking.then(async (look) => process.send?.(await look(asked)));
});
process.on('disconnect', () => process.exit(0));
