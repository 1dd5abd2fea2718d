import assert from 'node:assert/strict';
import type { Duty } from '../../bot/duty/duty.ts';
import { secondsAfter } from '../../bot/duty/time/instant.ts';
import type { OutboxEntry, Store } from '../../bot/ports/store.ts';
import { anEntry, openedIn } from '../support/duties/changes.ts';
import { fixedNow, tenant } from '../support/duties/duties.ts';
import { onEveryStore } from '../support/store/installations.ts';

const later = secondsAfter(fixedNow, 60);

onEveryStore('keeps what was given up', (fresh) => {
  let store: Store;
  let duty: Duty;
  let entry: OutboxEntry;
  beforeEach(async () => {
    ({ store } = await fresh());
    duty = await openedIn(store, 'poisoned');
    entry = { ...anEntry(duty, 'a'), attempts: 5, failures: 4 };
    await store.outbox.add(entry);
  });
  const deadLetters = () => ({ entry, reason: 'failed', errorClass: 'TypeError', at: later });
  const waiting = () => store.outbox.batch({ tenant, dutyId: duty.id, dueAt: fixedNow });

  it('out of the outbox, with the reason', async () => {
    await store.deadLetters.park(deadLetters());

    assert.deepEqual(await waiting(), []);
    assert.deepEqual(await store.deadLetters.parked(tenant, 10), [deadLetters()]);
  });

  it('but not what somebody carried out in the meantime', async () => {
    await store.outbox.remove(entry);

    await store.deadLetters.park(deadLetters());

    assert.deepEqual(await store.deadLetters.parked(tenant, 10), []);
  });

  it('and puts it back once, whoever asks', async () => {
    await store.deadLetters.park(deadLetters());

    const back = await Promise.all(
      [1, 2].map(() => store.deadLetters.putBack(deadLetters(), entry)),
    );

    assert.equal(back.filter((one) => one !== undefined).length, 1);
    assert.deepEqual(await waiting(), [entry]);
    assert.deepEqual(await store.deadLetters.parked(tenant, 10), []);
  });

  it('and where the card about it stands', async () => {
    const message = { conversationId: '19:it', activityId: '1', serviceUrl: 'https://teams' };
    const before = await store.deadLetters.card(tenant);

    await store.deadLetters.keepCard(tenant, message);

    assert.equal(before, undefined);
    assert.deepEqual(await store.deadLetters.card(tenant), message);
  });
});
