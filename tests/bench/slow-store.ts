import { setTimeout as wait } from 'node:timers/promises';
import type { EntityTable } from '../../bot/store/azure/entity-table.ts';
import { storeWith } from '../support/store/memory-store.ts';
import { memoryTable } from '../support/store/memory-table.ts';
import { benchBot, knowPeople, noTimers, openDuties } from './processes/bot.ts';
import { people } from './processes/identity.ts';
import { postAll } from './processes/load.ts';
import { rounded, type Report, type Scale } from './report.ts';
import { checkSettled, startFarSide } from './processes/traffic.ts';

const injectedMs = 200;

/** G8: how long an answer takes when the store answers every call late. */
export async function measureSlowStore(report: Report, { quick }: Scale): Promise<void> {
  const rounds = quick ? 1 : 6;
  const farSide = await startFarSide();
  const { auth, serviceUrl } = farSide;
  const late = { isOn: false };
  const store = storeWith(() => slowed(memoryTable(), late), 'Bench');
  const app = benchBot({ store, auth, serviceUrl, timers: noTimers, logLevel: 'silent' });
  const target = { url: `http://127.0.0.1:${String(await app.start())}`, token: farSide.token };
  await knowPeople(app, serviceUrl);
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await openDuties(app, people.length);
    late.isOn = true;
    for (const answer of farSide.answers()) {
      const { milliseconds, bodies } = await postAll(target, [answer], 1);
      checkSettled(bodies, 1);
      took.push(milliseconds);
    }
    late.isOn = false;
    await app.idle();
  }
  await app.stop();
  await farSide.close();
  const sorted = took.toSorted((one, other) => one - other);
  const p99 = sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Infinity;
  report({
    bench: 'G8-slow-store',
    p99: rounded(p99),
    median: rounded(sorted[Math.floor(sorted.length / 2)] ?? Infinity),
    injected: injectedMs,
    answers: took.length,
    unit: 'ms until the response, with so many injected into every storage call',
    goal: 'p99 <= 1000; after 4 s "being processed" (tests/journeys/slow-store.test.ts)',
    met: p99 <= 1000,
  });
}

function slowed(table: EntityTable, late: { readonly isOn: boolean }): EntityTable {
  const slow = async <T>(act: () => Promise<T>): Promise<T> => {
    if (late.isOn) await wait(injectedMs);
    return act();
  };
  return {
    prepare: table.prepare,
    get: (...of) => slow(() => table.get(...of)),
    range: (...of) => slow(() => table.range(...of)),
    transact: (...of) => slow(() => table.transact(...of)),
  };
}
