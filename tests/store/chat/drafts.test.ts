import assert from 'node:assert/strict';
import type { Draft, Store } from '../../../bot/ports/store.ts';
import { anna, bram, fixedNow, tenant } from '../../support/duties/duties.ts';
import { onEveryStore } from '../../support/store/installations.ts';

/** A list that was dropped in the chat and is nothing yet. */
onEveryStore('keeps a dropped list', (fresh) => {
  let store: Store;
  before(async () => {
    ({ store } = await fresh());
  });

  const draft = (id: string, size = 2): Draft => ({
    id,
    at: fixedNow,
    file: 'export.csv',
    sha256: 'a'.repeat(64),
    accounts: Array.from({ length: size }, (_, at) => ({
      account: `account${String(at)}`,
      name: 'é'.repeat(size > 2 ? 100 : 1),
    })),
  });

  it('whole, however long', async () => {
    const long = draft('long', 5000);

    await store.drafts.keep(tenant, anna.aadObjectId, long);

    assert.deepEqual(await store.drafts.load(tenant, anna.aadObjectId, 'long'), long);
  });

  it('one for each person: another takes its place', async () => {
    await store.drafts.keep(tenant, anna.aadObjectId, draft('first'));
    await store.drafts.keep(tenant, bram.aadObjectId, draft('his'));

    await store.drafts.keep(tenant, anna.aadObjectId, draft('second'));

    const read = (id: string) => store.drafts.load(tenant, anna.aadObjectId, id);
    assert.deepEqual([await read('first'), await read('his')], [undefined, undefined]);
    assert.deepEqual(await read('second'), draft('second'));
    assert.deepEqual(await store.drafts.load(tenant, bram.aadObjectId, 'his'), draft('his'));
  });

  it('until it is dropped, which may be said twice', async () => {
    await store.drafts.keep(tenant, anna.aadObjectId, draft('gone'));

    await store.drafts.drop(tenant, anna.aadObjectId);
    await store.drafts.drop(tenant, anna.aadObjectId);

    assert.equal(await store.drafts.load(tenant, anna.aadObjectId, 'gone'), undefined);
  });
});
