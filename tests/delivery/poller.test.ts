import assert from 'node:assert/strict';
import { countActivity } from '../../bot/delivery/activity.ts';
import type { Dispatcher } from '../../bot/delivery/dispatcher.ts';
import { createPoller } from '../../bot/delivery/poller.ts';
import type { Instant } from '../../bot/duty/ids.ts';
import { secondsAfter } from '../../bot/duty/time/instant.ts';
import type { OutboxEntry, Store } from '../../bot/ports/store.ts';
import { shardCount } from '../../bot/store/azure/keys.ts';
import { manualClock } from '../support/clock.ts';
import { fixedNow, tenant } from '../support/duties/duties.ts';
import { memoryStore } from '../support/store/memory-store.ts';

const silent = (): void => undefined;
const log = { debug: silent, info: silent, warn: silent, error: silent };

describe('looking for work that nobody is at', () => {
  const looked: { readonly shard: number; readonly until: Instant }[] = [];
  const found: OutboxEntry[] = [];
  let clock: ReturnType<typeof manualClock>;
  let store: Store;
  beforeEach(() => {
    looked.length = 0;
    found.length = 0;
    clock = manualClock(fixedNow);
    const memory = memoryStore();
    const due: Store['outbox']['due'] = (place, until, page) => {
      looked.push({ shard: place.shard, until });
      return memory.outbox.due(place, until, page);
    };
    store = { ...memory, outbox: { ...memory.outbox, due } };
  });

  /** The poller of an instance that has so much room. */
  async function poll(room: ReturnType<Dispatcher['room']>): Promise<void> {
    const dispatcher: Dispatcher = {
      now: () => Promise.resolve(),
      soon: silent,
      found: (entries) => void found.push(...entries),
      room: () => room,
      isAtWork: () => room === 'none',
      isEmpty: () => true,
      stop: silent,
    };
    const services = { store, now: clock.now };
    const poller = createPoller({
      services,
      log,
      timers: clock.timers,
      activity: countActivity(),
      dispatcher,
      tenants: [tenant],
    });
    await poller.start();
    looked.length = 0;
  }
  const pass = (seconds: number) =>
    clock.pass(seconds, () => new Promise<void>((resolve) => setImmediate(resolve)));
  const shards = (): number => new Set(looked.map(({ shard }) => shard)).size;

  for (const room of ['for-others', 'none'] as const) {
    it(`meets every partition within a quarter of an hour with room ${room}`, async () => {
      await poll(room);

      await pass(15 * 60);

      assert.equal(shards(), shardCount);
    });
  }

  it('takes rows that are due before a partition is looked at again', async () => {
    await poll('for-others');
    const effect = { do: 'show-all-in-channel', key: 'all' } as const;
    const dueAt = secondsAfter(fixedNow, 15 * 60);
    await store.outbox.add({ tenant, effect, dueAt, attempts: 0 });

    await pass(14 * 60);

    assert.ok(found.some((entry) => entry.dueAt === dueAt));
  });

  it('looks at every partition at once where a heartbeat shows', async () => {
    await poll('for-others');
    await store.queue.put({ type: 'heartbeat' }, { seconds: 0, now: clock.now() });

    await pass(30);

    assert.equal(shards(), shardCount);
  });
});
