import assert from 'node:assert/strict';
import type { Duty } from '../../bot/duty/duty.ts';
import { secondsAfter } from '../../bot/duty/time/instant.ts';
import { dutyKey, partitionFor } from '../../bot/store/azure/keys.ts';
import { shardOf } from '../../bot/store/azure/keys.ts';
import { storeWith } from '../support/store/memory-store.ts';
import type { Row } from '../../bot/store/azure/entity-table.ts';
import type { Store } from '../../bot/ports/store.ts';
import { all, anEntry, nextChange, openedIn, openingChange } from '../support/duties/changes.ts';
import { anna, fixedNow } from '../support/duties/duties.ts';
import type { OpenTable } from '../support/store/tables.ts';
import { altered } from '../support/store/tables.ts';
import { onEveryStore, prefix } from '../support/store/installations.ts';

/** What is kept of a duty: state, evidence and a reviewer's decisions. */
onEveryStore('keeps duties', (fresh) => {
  let store: Store;
  let open: OpenTable;
  before(async () => {
    ({ store, open } = await fresh());
  });
  const recordsOf = (duty: Duty) => all(store.duties.records(duty));
  const rowsOf = (duty: Duty): Promise<readonly Row[]> =>
    open(`${prefix}Records`).range({
      partition: partitionFor(duty),
      from: `evo|${duty.id}|`,
      before: `evo|${duty.id}|~`,
      limit: 1000,
    });

  it('knows no duty, record, account or decision of one that was never opened', async () => {
    const { duty } = openingChange('never opened');

    assert.equal(await store.duties.load(duty), undefined);
    assert.deepEqual(await recordsOf(duty), []);
    assert.deepEqual(await store.duties.accounts(duty), []);
    assert.equal((await store.duties.picks(duty, anna.aadObjectId)).size, 0);
  });

  it('gives back a duty and its evidence as they were committed', async () => {
    const change = openingChange('whole', { title: 'Ünïcode – “één” 👍', description: 'a\nb' });

    const result = await store.duties.commit(change);

    assert.equal(result, 'committed');
    assert.deepEqual((await store.duties.load(change.duty))?.value, change.duty);
    assert.deepEqual(await recordsOf(change.duty), change.records);
  });

  it('opens a duty once', async () => {
    const duty = await openedIn(store, 'once');

    const again = await store.duties.commit({ ...openingChange('once'), attempt: 'another' });

    assert.equal(again, 'conflict');
    assert.equal((await recordsOf(duty)).length, 1);
  });

  it('gives the right to run what a change asks for with it, unless somebody has it', async () => {
    const duty = await openedIn(store, 'with its lease');
    const { tenant, id: dutyId } = duty;
    const lease = { tenant, dutyId, holder: 'me', until: secondsAfter(fixedNow, 10) };
    const first = { ...(await nextChange(store, { duty, attempt: 'first' })), lease };
    const entries = [anEntry(duty, 'asked')];

    assert.equal(await store.duties.commit({ ...first, effects: entries }), 'held');
    const others = await store.outbox.claim({ ...lease, holder: 'other' }, entries, fixedNow);
    const second = await nextChange(store, { duty: first.duty, attempt: 'second' });
    const again = await store.duties.commit({ ...second, lease: { ...lease, holder: 'other' } });
    await store.outbox.finish(lease, entries);
    const after = await store.outbox.claim({ ...lease, holder: 'other' }, [], fixedNow);

    assert.deepEqual(others, { type: 'held', until: lease.until });
    assert.equal(again, 'committed', 'the change itself waits for no lease');
    assert.deepEqual((await store.duties.load(duty))?.value, second.duty);
    assert.equal(after.type, 'claimed');
  });

  it('commits a change that fills a transaction without the right to run what it asks for', async () => {
    const duty = await openedIn(store, 'full');
    const { tenant, id: dutyId } = duty;
    const lease = { tenant, dutyId, holder: 'me', until: secondsAfter(fixedNow, 10) };
    const change = await nextChange(store, { duty, attempt: 'full' });
    // The state, a record in two rows and what the log does not say yet.
    const effects = Array.from({ length: 96 }, (_, at) => anEntry(duty, `effect ${String(at)}`));

    assert.equal(await store.duties.commit({ ...change, effects, lease }), 'committed');
    assert.deepEqual((await store.duties.load(duty))?.value, change.duty);
  });

  it('refuses a change that was made to an older state, and writes nothing of it', async () => {
    const duty = await openedIn(store, 'stale');
    const first = await nextChange(store, { duty, attempt: 'first' });
    const second = {
      ...(await nextChange(store, { duty, attempt: 'second' })),
      effects: [anEntry(duty, 'second')],
    };
    await store.duties.commit(first);

    const result = await store.duties.commit(second);

    assert.equal(result, 'conflict');
    assert.deepEqual((await store.duties.load(duty))?.value, first.duty);
    assert.deepEqual((await recordsOf(duty)).slice(1), first.records);
    assert.deepEqual(
      await store.outbox.due({ tenant: duty.tenant, shard: shardOf(duty.id) }, fixedNow, {
        limit: 10,
      }),
      [],
    );
  });

  it('lets one of fifty people who answer at the same moment win, with their record alone', async () => {
    const duty = await openedIn(store, 'racing');
    const change = await nextChange(store, { duty, attempt: 'racing' });
    const racing = Array.from({ length: 50 }, (_, at) => ({
      ...change,
      attempt: `racer ${String(at)}`,
    }));

    const results = await Promise.all(racing.map((one) => store.duties.commit(one)));

    assert.equal(results.filter((result) => result === 'committed').length, 1);
    assert.equal((await recordsOf(duty)).length, 2);
  });

  it('opens a duty for one of fifty senders who ask at the same moment', async () => {
    const change = openingChange('opened together');
    const racing = Array.from({ length: 50 }, (_, at) => ({
      ...change,
      attempt: `opener ${String(at)}`,
    }));

    const results = await Promise.all(racing.map((one) => store.duties.commit(one)));

    assert.equal(results.filter((result) => result === 'committed').length, 1);
  });

  it('recognises its own change when the answer to the write got lost and it was repeated', async () => {
    const duty = await openedIn(store, 'lost');
    const change = await nextChange(store, { duty, attempt: 'lost attempt' });
    const losing = storeWith(
      altered(open, (table) => ({
        transact: async (partition, writes) => {
          await table.transact(partition, writes);
          return table.transact(partition, writes);
        },
      })),
      prefix,
    );

    const result = await losing.duties.commit(change);

    assert.equal(result, 'committed');
    assert.equal((await recordsOf(duty)).length, 2);
  });

  it('commits the change of an effect that somebody else took out of the outbox already', async () => {
    const duty = await openedIn(store, 'carried out twice');
    const entry = anEntry(duty, 'effect');
    await store.outbox.add(entry);
    await store.outbox.remove(entry);

    const result = await store.duties.commit({
      ...(await nextChange(store, { duty, attempt: 'second time' })),
      done: entry,
    });

    assert.equal(result, 'committed');
    assert.equal((await recordsOf(duty)).length, 2);
  });

  it('commits effects with the state and takes out the one that was carried out', async () => {
    const duty = await openedIn(store, 'effects');
    const carried = anEntry(duty, 'carried out');
    const wanted = anEntry(duty, 'wanted');
    await store.outbox.add(carried);

    await store.duties.commit({
      ...(await nextChange(store, { duty, attempt: 'carried' })),
      effects: [wanted],
      done: carried,
    });

    const left = await store.outbox.due(
      { tenant: duty.tenant, shard: shardOf(duty.id) },
      fixedNow,
      { limit: 10 },
    );
    assert.deepEqual(
      left.filter(({ dutyId }) => dutyId === duty.id),
      [wanted],
    );
  });

  it('reads the evidence of a duty in order over many pages, and of no other duty', async () => {
    const [duty, other] = await sameShard(store);
    const { records, ...change } = await nextChange(store, { duty, attempt: 'many' });
    const [record] = records;
    assert.ok(record);
    const many = Array.from({ length: 450 }, (_, at) => ({ ...record, seq: at + 2 }));
    let etag = change.etag;
    for (let at = 0; at < many.length; at += 45) {
      const part = many.slice(at, at + 45);
      const attempt = `many ${String(at)}`;
      assert.equal(
        await store.duties.commit({ ...change, etag, records: part, attempt }),
        'committed',
      );
      etag = (await store.duties.load(duty))?.etag;
    }

    const seqs = (await recordsOf(duty)).map(({ seq }) => seq);

    assert.deepEqual(
      seqs,
      Array.from({ length: 451 }, (_, at) => at + 1),
    );
    assert.equal((await recordsOf(other)).length, 1);
  });

  it('keeps a record of two megabytes whole, between its neighbours', async () => {
    const duty = await openedIn(store, 'large');
    const large = await nextChange(store, {
      duty,
      attempt: 'large',
      data: { text: 'Btw, "hoog"'.repeat(190_000) },
    });
    await store.duties.commit(large);
    const small = await nextChange(store, { duty, attempt: 'small' });
    await store.duties.commit(small);

    const records = await recordsOf(duty);

    assert.deepEqual(records.slice(1), [...large.records, ...small.records]);
    assert.ok((await rowsOf(duty)).length > 3);
  });

  it('never cuts a character in two where a text goes on in the next column', async () => {
    const duty = await openedIn(store, 'emoji');
    // One of the two begins with its pairs at even places, the other at odd ones.
    const text = { one: '👍'.repeat(200_000), other: `x${'👍'.repeat(200_000)}` };
    const change = await nextChange(store, { duty, attempt: 'emoji', data: text });

    await store.duties.commit(change);

    const columns = (await rowsOf(duty)).flatMap((row) => Object.values(row.columns));
    const halves = columns.filter((value) => /[\uD800-\uDBFF]$/.test(String(value)));
    assert.equal(halves.length, 0);
    assert.deepEqual((await recordsOf(duty)).slice(1), change.records);
  });

  it('refuses a row that another version of the program wrote', async () => {
    const duty = await openedIn(store, 'newer');
    const table = open(`${prefix}Records`);
    const columns = { v: 2, json0: JSON.stringify(duty) };
    const write = { do: 'put', rowKey: dutyKey(duty.id), columns } as const;
    await table.transact(partitionFor(duty), [write]);

    await assert.rejects(store.duties.load(duty), /version 2/);
  });
});

/** Two duties that share a partition. */
async function sameShard(store: Store): Promise<readonly [Duty, Duty]> {
  const first = await openedIn(store, 'shared 0');
  for (let at = 1; ; at += 1) {
    const { duty } = openingChange(`shared ${String(at)}`);
    if (shardOf(duty.id) === shardOf(first.id))
      return [first, await openedIn(store, `shared ${String(at)}`)];
  }
}
