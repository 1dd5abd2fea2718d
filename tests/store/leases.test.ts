import type { PersonId } from '../../bot/duty/ids.ts';
import assert from 'node:assert/strict';
import type { Duty } from '../../bot/duty/duty.ts';
import { secondsAfter } from '../../bot/duty/time/instant.ts';
import { ownerIn } from '../../bot/store/azure/keys.ts';
import type { Lease, OutboxEntry, Store } from '../../bot/ports/store.ts';
import { anEntry, openedIn } from '../support/duties/changes.ts';
import { anna, bram, fixedNow, tenant } from '../support/duties/duties.ts';
import { onEveryStore } from '../support/store/installations.ts';

const later = secondsAfter(fixedNow, 60);

/** Who may carry out what waits. */
onEveryStore('gives what waits to one instance at a time', (fresh) => {
  let store: Store;
  let duty: Duty;
  let entries: readonly OutboxEntry[];
  beforeEach(async () => {
    ({ store } = await fresh());
    duty = await openedIn(store, 'leased');
    entries = [anEntry(duty, 'a'), anEntry(duty, 'b')];
    for (const entry of entries) await store.outbox.add(entry);
  });
  const leaseOf = (holder: string, until = secondsAfter(fixedNow, 10)): Lease => ({
    tenant,
    dutyId: duty.id,
    holder,
    until,
  });
  const claim = (holder: string, wanted = entries, now = fixedNow) =>
    store.outbox.claim(leaseOf(holder, secondsAfter(now, 10)), wanted, now);
  const batch = () => store.outbox.batch({ tenant, dutyId: duty.id, dueAt: fixedNow });

  it('names the rows of one batch, and of no other', async () => {
    await store.outbox.add(anEntry(duty, 'c', later));
    await store.outbox.add(anEntry(await openedIn(store, 'neighbour'), 'd'));

    assert.deepEqual(await batch(), entries);
  });

  it('to the first who asks; the others learn until when', async () => {
    const asked = await Promise.all(['one', 'other', 'third'].map((holder) => claim(holder)));

    const types = asked.map(({ type }) => type).sort();
    assert.deepEqual(types, ['claimed', 'held', 'held']);
    const held = asked.find((one) => one.type === 'held');
    assert.equal(held?.until, leaseOf('any').until);
  });

  it('leaves the rows as they are', async () => {
    await claim('one');

    assert.deepEqual(await batch(), entries);
  });

  it('only as far as it is still there', async () => {
    const [first, second] = entries;
    assert.ok(first && second);
    await store.outbox.remove(first);

    const claimed = await claim('one');

    assert.deepEqual(claimed.type === 'claimed' && claimed.entries, [second]);
    assert.deepEqual(await batch(), [second]);
  });

  it('to another when the first says nothing more, and then not to the first', async () => {
    await claim('one');

    const taken = await claim('other', entries, later);
    const renewed = await store.outbox.renew(leaseOf('one', secondsAfter(later, 10)));

    assert.equal(taken.type, 'claimed');
    assert.equal(renewed, false);
  });

  it('for longer when it is renewed', async () => {
    await claim('one');

    const renewed = await store.outbox.renew(leaseOf('one', secondsAfter(later, 10)));

    assert.equal(renewed, true);
    assert.equal((await claim('other', entries, later)).type, 'held');
  });

  it('to the same one again whose answer got lost', async () => {
    await claim('one');

    assert.equal((await claim('one')).type, 'claimed');
  });

  it('until it says that it is done, and takes out with that what was carried out', async () => {
    await claim('one');

    await store.outbox.finish(leaseOf('one'), entries.slice(0, 1));

    assert.deepEqual(await batch(), entries.slice(1));
    assert.equal((await claim('other', entries.slice(1))).type, 'claimed');
  });

  it('person by person where each effect concerns one person of the tenant', async () => {
    const forPerson = (person: PersonId): OutboxEntry => {
      const effect = { do: 'send-reminders', key: `send-reminders:${person}`, person } as const;
      return { tenant, person, effect, dueAt: fixedNow, attempts: 0 };
    };
    const [hers, his] = [forPerson(anna.aadObjectId), forPerson(bram.aadObjectId)];
    // As an earlier version of the program wrote it: the tenant owns it.
    const { person: _, ...earlier } = hers;
    for (const entry of [hers, his, earlier]) await store.outbox.add(entry);
    const until = secondsAfter(fixedNow, 10);
    const take = (entry: OutboxEntry, holder: string) =>
      store.outbox.claim({ ...ownerIn(entry), holder, until }, [entry], fixedNow);

    const first = await Promise.all([hers, his, earlier].map((one) => take(one, 'one')));
    const again = await Promise.all([hers, his, earlier].map((one) => take(one, 'other')));
    const batches = await Promise.all([hers, his, earlier].map((one) => store.outbox.batch(one)));

    assert.deepEqual(new Set(first.map(({ type }) => type)), new Set(['claimed']));
    assert.deepEqual(new Set(again.map(({ type }) => type)), new Set(['held']));
    assert.deepEqual(batches, [[hers], [his], [earlier]]);
  });

  it('also when a row that was carried out is gone already', async () => {
    await claim('one');
    for (const entry of entries.slice(0, 1)) await store.outbox.remove(entry);

    await store.outbox.finish(leaseOf('one'), entries);

    assert.deepEqual(await batch(), []);
    assert.equal((await claim('other', [])).type, 'claimed');
  });
});
