import assert from 'node:assert/strict';
import type { SinonSpy } from 'sinon';
import sinon from 'sinon';
import { countActivity } from '../../bot/delivery/activity.ts';
import type { Dispatcher } from '../../bot/delivery/dispatcher.ts';
import { createPoller } from '../../bot/delivery/poller.ts';
import { secondsAfter } from '../../bot/duty/time/instant.ts';
import type { OutboxEntry, Store } from '../../bot/ports/store.ts';
import { shardCount } from '../../bot/store/azure/keys.ts';
import { manualClock } from '../support/clock.ts';
import { fixedNow, tenant } from '../support/duties/duties.ts';
import { memoryStore } from '../support/store/memory-store.ts';

type Due = Store['outbox']['due'];
const silent = (): void => undefined;
const log = { debug: silent, info: silent, warn: silent, error: silent };

describe('looking for work that nobody is at', () => {
  const found = sinon.spy<(entries: readonly OutboxEntry[]) => void>(silent);
  let looked: SinonSpy<Parameters<Due>, ReturnType<Due>>;
  let clock: ReturnType<typeof manualClock>;
  let store: Store;
  beforeEach(() => {
    found.resetHistory();
    clock = manualClock(fixedNow);
    const memory = memoryStore();
    looked = sinon.spy(memory.outbox.due);
    store = { ...memory, outbox: { ...memory.outbox, due: looked } };
  });

  /** The poller of an instance that has so much room. */
  async function poll(room: ReturnType<Dispatcher['room']>): Promise<void> {
    const dispatcher: Dispatcher = {
      now: () => Promise.resolve(),
      soon: silent,
      leaseFor: () => undefined,
      found,
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
    looked.resetHistory();
  }
  const pass = (seconds: number) =>
    clock.pass(seconds, () => new Promise<void>((resolve) => setImmediate(resolve)));
  const shards = (): number => new Set(looked.args.map(([{ shard }]) => shard)).size;

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

    assert.ok(found.args.flat(2).some((entry) => entry.dueAt === dueAt));
  });

  it('looks at every partition at once where a heartbeat shows', async () => {
    await poll('for-others');
    await store.queue.put({ type: 'heartbeat' }, { seconds: 0, now: clock.now() });

    await pass(30);

    assert.equal(shards(), shardCount);
  });
});
