import assert from 'node:assert/strict';
import type { Pick } from '../../bot/kinds/review-access/accounts.ts';
import type { Store } from '../../bot/ports/store.ts';
import { openedIn } from '../support/duties/changes.ts';
import { anna, anOpening, bram, opened } from '../support/duties/duties.ts';
import { onEveryStore } from '../support/store/installations.ts';

/** What is kept of a review beside the duty: its accounts and what each reviewer decided. */
onEveryStore('keeps reviews', (fresh) => {
  let store: Store;
  before(async () => {
    ({ store } = await fresh());
  });

  it('keeps the five thousand accounts of a review beside the duty', async () => {
    const accounts = Array.from({ length: 5000 }, (_, at) => ({
      account: `account${String(at)}`,
      name: `Naam ${String(at)}`,
      role: 'Inkoper',
      lastSignIn: '2026-11-01',
      enabled: true,
      manager: 'Mia Visser',
    }));
    const { duty, records } = opened(anOpening('review-access', { details: { accounts } }), {
      key: 'accounts',
    });

    const change = { duty, etag: undefined, records, effects: [], attempt: 'accounts' };
    await store.duties.commit(change);

    assert.deepEqual(await store.duties.accounts(duty), accounts);
  });

  it('keeps the decisions of each reviewer apart and goes by the last one', async () => {
    const duty = await openedIn(store, 'decisions');
    const keep: Pick = { decision: 'keep' };
    const explained: Pick = { decision: 'change', note: 'Lezer'.padEnd(300, '.') };
    const many = new Map(Array.from({ length: 5000 }, (_, at) => [at, explained]));
    await store.duties.savePicks(duty, {
      person: anna.aadObjectId,
      picks: many,
      changed: [...many.keys()],
    });
    await store.duties.savePicks(duty, {
      person: bram.aadObjectId,
      picks: new Map([[4999, keep]]),
      changed: [4999],
    });

    await store.duties.savePicks(duty, {
      person: anna.aadObjectId,
      picks: new Map([[7, keep]]),
      changed: [7],
    });

    const read = await store.duties.picks(duty, anna.aadObjectId);
    assert.equal(read.size, 5000);
    assert.deepEqual([read.get(6), read.get(7), read.get(4999)], [explained, keep, explained]);
    assert.deepEqual(await store.duties.picks(duty, bram.aadObjectId), new Map([[4999, keep]]));
  });
});
