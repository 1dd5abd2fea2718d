import type { Instant } from '../../bot/duty/ids.ts';
import assert from 'node:assert/strict';
import type { Duty } from '../../bot/duty/duty.ts';
import { secondsAfter } from '../../bot/duty/time/instant.ts';
import { shardCount, shardOf } from '../../bot/store/azure/keys.ts';
import type { OutboxEntry, Store } from '../../bot/ports/store.ts';
import { anEntry, openedIn } from '../support/duties/changes.ts';
import { fixedNow, tenant } from '../support/duties/duties.ts';
import { onEveryStore } from '../support/store/installations.ts';

const later = secondsAfter(fixedNow, 60);

const putOff = (dueAt: Instant) => ({ dueAt, reason: 'throttled', failed: false });

/** What waits to be carried out. */
onEveryStore('keeps effects that wait', (fresh) => {
  let store: Store;
  let duty: Duty;
  beforeEach(async () => {
    ({ store } = await fresh());
    duty = await openedIn(store, 'waiting');
  });
  const due = (now = fixedNow, limit = 10): Promise<readonly OutboxEntry[]> =>
    store.outbox.due({ tenant, shard: shardOf(duty.id) }, now, { limit });

  it('gives those that are due, the longest waiting first', async () => {
    const early = anEntry(duty, 'b', secondsAfter(fixedNow, -60));
    const justDue = anEntry(duty, 'a');
    const notYet = anEntry(duty, 'c', secondsAfter(fixedNow, 0.001));
    for (const entry of [notYet, justDue, early]) await store.outbox.add(entry);

    assert.deepEqual(await due(), [early, justDue]);
    assert.deepEqual(await due(fixedNow, 1), [early]);
    assert.deepEqual(await due(later), [early, justDue, notYet]);
  });

  it('gives them in the part of the tenant to which their duty belongs, and nowhere else', async () => {
    await store.outbox.add(anEntry(duty, 'effect'));

    const counts = await Promise.all(
      Array.from({ length: shardCount }, (_, shard) =>
        store.outbox.due({ tenant, shard }, later, { limit: 10 }),
      ),
    );

    const found = counts.flatMap((entries, shard) => (entries.length > 0 ? [shard] : []));
    assert.deepEqual(found, [shardOf(duty.id)]);
  });

  it('keeps what the tenant waits for, although it belongs to no duty', async () => {
    const effect = { do: 'show-all-in-channel', key: 'all', tenant } as const;
    const entry = { tenant, effect, dueAt: fixedNow, attempts: 0 };
    await store.outbox.add(entry);

    assert.deepEqual(await store.outbox.due({ tenant, shard: 0 }, fixedNow, { limit: 10 }), [
      entry,
    ]);
  });

  it('knows an effect that is added twice as one', async () => {
    await store.outbox.add(anEntry(duty, 'effect'));
    await store.outbox.add(anEntry(duty, 'effect'));

    assert.equal((await due()).length, 1);
  });

  it('takes out what was carried out, and does not mind being told twice', async () => {
    const entry = anEntry(duty, 'effect');
    await store.outbox.add(entry);

    await store.outbox.remove(entry);
    await store.outbox.remove(entry);

    assert.deepEqual(await due(), []);
  });

  it('puts an effect off and counts the attempts', async () => {
    const entry = anEntry(duty, 'effect');
    await store.outbox.add(entry);

    const once = await store.outbox.postpone(entry, putOff(later));

    assert.deepEqual(once, { ...entry, dueAt: later, attempts: 1 });
    assert.deepEqual(await due(), []);
    assert.deepEqual(await due(later), [once]);
  });

  it('counts failures apart from what only had to wait', async () => {
    const entry = anEntry(duty, 'effect');
    await store.outbox.add(entry);

    const failed = await store.outbox.postpone(entry, { ...putOff(later), failed: true });

    assert.deepEqual([failed?.attempts, failed?.failures], [1, 1]);
  });

  it('puts an effect off to the very moment at which it was due', async () => {
    const entry = anEntry(duty, 'effect');
    await store.outbox.add(entry);

    const again = await store.outbox.postpone(entry, putOff(entry.dueAt));

    assert.deepEqual(await due(), [again]);
    assert.equal(again?.attempts, 1);
  });

  it('does not bring back an effect that somebody else carried out in the meantime', async () => {
    const entry = anEntry(duty, 'effect');
    await store.outbox.add(entry);
    await store.outbox.remove(entry);

    const put = await store.outbox.postpone(entry, putOff(later));

    assert.equal(put, undefined);
    assert.deepEqual(await due(later), []);
  });
});
