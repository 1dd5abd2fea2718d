import assert from 'node:assert/strict';
import { countActivity } from '../../bot/delivery/activity.ts';
import { createCustody } from '../../bot/delivery/custody.ts';
import { secondsAfter } from '../../bot/duty/time/instant.ts';
import { memoryQueue } from '../../bot/store/memory-queue.ts';
import type { Queue } from '../../bot/ports/store.ts';
import { manualClock } from '../support/clock.ts';
import { fixedNow, tenant } from '../support/duties/duties.ts';

const day = 24 * 3600;
const silent = (): void => undefined;

describe('the messages of what an instance has taken upon itself', () => {
  /** The longest that each message was asked to be hidden, in the order of the calls. */
  const hidden: number[] = [];
  let clock: ReturnType<typeof manualClock>;
  let queue: Queue;
  beforeEach(() => {
    hidden.length = 0;
    clock = manualClock(fixedNow);
    const memory = memoryQueue();
    queue = {
      ...memory,
      put: (refs, seconds, ...rest) => {
        hidden.push(seconds);
        return memory.put(refs, seconds, ...rest);
      },
      renew: (ticket, refs, seconds, ...rest) => {
        hidden.push(seconds);
        return memory.renew(ticket, refs, seconds, ...rest);
      },
    };
  });
  const custody = () =>
    createCustody({
      queue,
      now: clock.now,
      timers: clock.timers,
      activity: countActivity(),
      log: { debug: silent, info: silent, warn: silent, error: silent },
    });
  const pass = (seconds: number) => clock.pass(seconds, () => Promise.resolve());

  it('cost two calls for work that is due in ten days, and nobody else sees them before', async () => {
    custody().keep({ tenant, dueAt: secondsAfter(fixedNow, 10 * day) });

    await pass(10 * day);

    assert.equal(hidden.length, 2);
    assert.ok(Math.max(...hidden) <= 7 * day);
    assert.deepEqual(await queue.receive(1, 30, clock.now()), []);
  });

  it('stay hidden while work goes on that was due', async () => {
    custody().keep({ tenant, dueAt: fixedNow });

    await pass(300);

    assert.ok(hidden.length > 10 && Math.max(...hidden) <= 30, hidden.join(' '));
    assert.deepEqual(await queue.receive(1, 30, clock.now()), []);
  });

  it('go once the work is done', async () => {
    const kept = custody();
    const ref = { tenant, dueAt: fixedNow };
    kept.keep(ref);
    await pass(1);
    const before = await queue.count();

    kept.finished(ref);
    await pass(1);

    assert.deepEqual([before, await queue.count()], [1, 0]);
  });

  it('are seen by others soon after the instance said nothing more', async () => {
    custody().keep({ tenant, dueAt: fixedNow });
    await pass(1);

    clock.clear();
    await pass(31);

    assert.equal((await queue.receive(1, 30, clock.now())).length, 1);
  });
});
