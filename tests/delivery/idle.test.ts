import assert from 'node:assert/strict';
import { createWorker } from '../../bot/delivery/worker.ts';
import { memoryQueue } from '../../bot/store/memory-queue.ts';
import { storeOver } from '../../bot/store/index.ts';
import type { Queue } from '../../bot/store/ports.ts';
import { manualClock } from '../support/clock.ts';
import { fixedNow, tenant } from '../support/duties.ts';
import { openDoor } from '../support/http.ts';
import { altered, memoryTables } from '../support/tables.ts';

/** A store that counts every call. */
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
  const plain = memoryQueue();
  const queue: Queue = { ...plain, put: count(plain.put), receive: count(plain.receive) };
  return { store: storeOver(tables, 'Idle', queue), calls: () => calls };
}

const silent = (): void => undefined;
const nobody = (): Promise<never> => Promise.reject(new Error('Nobody is reached here.'));

describe('an instance that has nothing to do', () => {
  it('asks the store once in 10 seconds at most', async () => {
    const { store, calls } = counted();
    const clock = manualClock(fixedNow);
    const door = await openDoor();
    const worker = createWorker({
      messenger: { toPerson: nobody, toChannel: nobody, reply: nobody, edit: nobody },
      log: { debug: silent, info: silent, warn: silent, error: silent },
      timers: clock.timers,
    });
    await worker.start({ ...door.world, store, now: clock.now }, [tenant]);
    const turn = () => new Promise<void>((resolve) => void setImmediate(resolve));
    await clock.pass(60, turn);
    const before = calls();

    await clock.pass(3600, turn);

    const asked = calls() - before;
    assert.ok(asked > 300 && asked <= 360, String(asked));
    await worker.stop();
    await door.stop();
  });
});
