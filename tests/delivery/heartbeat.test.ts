import assert from 'node:assert/strict';
import type { SinonStub } from 'sinon';
import sinon from 'sinon';
import { countActivity } from '../../bot/delivery/activity.ts';
import { createHeartbeat } from '../../bot/delivery/heartbeat.ts';
import type { Queue } from '../../bot/ports/store.ts';
import { manualClock } from '../support/clock.ts';
import { fixedNow } from '../support/duties/duties.ts';
import { memoryQueue } from '../support/store/memory-queue.ts';

const silent = (): void => undefined;
const log = { debug: silent, info: silent, warn: silent, error: silent };

describe('a heartbeat', () => {
  let clock: ReturnType<typeof manualClock>;
  let queue: Queue;
  let renew: SinonStub<Parameters<Queue['renew']>, ReturnType<Queue['renew']>>;
  beforeEach(() => {
    clock = manualClock(fixedNow);
    const memory = memoryQueue();
    renew = sinon.stub(memory, 'renew').callThrough();
    queue = memory;
  });
  const heartbeat = () =>
    createHeartbeat({
      queue,
      now: clock.now,
      timers: clock.timers,
      activity: countActivity(),
      log,
    });
  const pass = (seconds: number) =>
    clock.pass(seconds, () => new Promise<void>((resolve) => setImmediate(resolve)));
  const seen = async () =>
    (await queue.receive(32, { seconds: 0, now: clock.now() })).map(({ note }) => note?.type);

  it('is seen by nobody as long as it is renewed', async () => {
    await heartbeat().begin();

    for (let minute = 0; minute < 60; minute += 1) {
      await pass(60);
      assert.deepEqual(await seen(), []);
    }
  });

  it('goes on after a renewal that failed, before anybody takes the instance for dead', async () => {
    await heartbeat().begin();
    await pass(25);
    renew.rejects(new Error('away'));
    await pass(8);
    sinon.assert.called(renew);
    renew.callThrough();

    for (let minute = 0; minute < 10; minute += 1) {
      await pass(60);
      assert.deepEqual(await seen(), []);
    }
  });

  it('is seen 45 seconds after the last sign at the latest', async () => {
    await heartbeat().begin();
    await pass(30);

    clock.clear();
    await pass(46);

    assert.deepEqual(await seen(), ['heartbeat']);
  });

  it('shows at once where something is left, and goes where nothing is', async () => {
    const [one, other] = [heartbeat(), heartbeat()];
    await one.begin();
    await other.begin();

    await one.end(true);
    await other.end(false);

    assert.deepEqual([await seen(), await queue.count()], [['heartbeat'], 1]);
  });
});
