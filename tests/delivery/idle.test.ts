import assert from 'node:assert/strict';
import { memoryQueue } from '../support/store/memory-queue.ts';
import { storeOver } from '../../bot/store/index.ts';
import type { Queue } from '../../bot/ports/store.ts';
import type { TestApp } from '../support/app.ts';
import { startApp } from '../support/app.ts';
import { annaInTeams } from '../support/teams/cast.ts';
import * as stage from '../support/stage.ts';
import { altered, memoryTables } from '../support/store/tables.ts';

const hour = 3600;

/** A store that counts every call of tables and queue. */
function counted() {
  let calls = 0;
  const count =
    <A extends unknown[], R>(act: (...given: A) => R) =>
    (...given: A): R => {
      calls += 1;
      return act(...given);
    };
  const tables = altered(memoryTables(), ({ get, range, transact }) => ({
    get: count(get),
    range: count(range),
    transact: count(transact),
  }));
  const { prepare, put, receive, renew, remove, count: length } = memoryQueue();
  const queue: Queue = {
    prepare,
    put: count(put),
    receive: count(receive),
    renew: count(renew),
    remove: count(remove),
    count: count(length),
  };
  return { store: storeOver(tables, 'Idle', queue), calls: () => calls };
}

/** As many rounds of the event loop as a few calls of a store in memory take. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
}

describe('an instance that has nothing to do', function () {
  this.timeout(120_000);
  let app: TestApp;
  afterEach(() => app.stop());

  it('asks the store once in 5 seconds at most, with all that goes by the clock, on a working day', async () => {
    const { store, calls } = counted();
    app = await startApp({ store });
    await stage.install(app, annaInTeams);
    await app.pass(hour / 2);
    const before = calls();

    // Waiting for the bot to be idle would ask the queue as well.
    await app.clock.pass(6 * hour, turns);

    const asked = calls() - before;
    assert.ok(asked > (6 * hour) / 20 && asked <= (6 * hour) / 5, String(asked));
  });
});
