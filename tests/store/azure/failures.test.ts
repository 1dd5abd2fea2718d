import assert from 'node:assert/strict';
import { isOutage } from '../../../bot/delivery/retry.ts';
import { azureTables } from '../../../bot/store/azure/table.ts';
import { shardOf } from '../../../bot/store/azure/keys.ts';
import { azureStore } from '../../../bot/store/index.ts';
import type { Store } from '../../../bot/ports/store.ts';
import { all, nextChange, openedIn, openingChange } from '../../support/duties/changes.ts';
import { anna, fixedNow, tenant } from '../../support/duties/duties.ts';
import type { AzuriteProxy } from '../../support/store/azurite-proxy.ts';
import { startAzuriteProxy } from '../../support/store/azurite-proxy.ts';
import { azuriteConnectionString } from '../../support/store/azurite.ts';
import { altered, memoryTables } from '../../support/store/tables.ts';
import { storeWith } from '../../support/store/memory-store.ts';

const { duty } = openingChange('somewhere');
/** Everything that is read from the store. */
const reads: Readonly<Record<string, (store: Store) => Promise<unknown>>> = {
  'a duty': ({ duties }) => duties.load(duty),
  evidence: ({ duties }) => all(duties.records(duty)),
  accounts: ({ duties }) => duties.accounts(duty),
  decisions: ({ duties }) => duties.picks(duty, anna.aadObjectId),
  'a list': ({ indexes }) => indexes.page(tenant, { list: { list: 'all' }, size: 10 }),
  months: ({ indexes }) => indexes.months(tenant),
  effects: ({ outbox }) => outbox.due({ tenant, shard: shardOf(duty.id) }, fixedNow, { limit: 10 }),
  'a person': ({ people }) => people.get(tenant, anna.aadObjectId),
  people: ({ people }) => people.page(tenant, 10),
  'the roster': ({ documents }) => documents.load(tenant, 'roster'),
  'the IT channel': ({ people }) => people.channel(tenant),
  'whether it answers': ({ ping }) => ping(),
};

describe('a store that fails', () => {
  const broken = storeWith(
    altered(memoryTables(), () => ({
      get: () => Promise.reject(new Error('500')),
      range: () => Promise.reject(new Error('500')),
      transact: () => Promise.reject(new Error('500')),
    })),
    'Duty',
  );

  for (const [what, read] of Object.entries(reads)) {
    it(`says so when asked for ${what}, instead of that there is nothing`, async () => {
      await assert.rejects(read(broken), /500/);
    });
  }

  it('says so when a change is committed, instead of that somebody else was first', async () => {
    await assert.rejects(broken.duties.commit(openingChange('broken')), /500/);
  });
});

describe('Azure Table storage behind a network that fails', () => {
  let proxy: AzuriteProxy;
  let store: Store;
  before(async () => {
    proxy = await startAzuriteProxy(await azuriteConnectionString());
    store = azureStore({ connectionString: proxy.connectionString }, 'StoreFailures');
    await store.prepare();
  });
  after(() => proxy.stop());

  it('keeps one change, and knows it for committed, when the answer to the write got lost', async () => {
    const opened = await openedIn(store, 'lost answer');
    const change = await nextChange(store, { duty: opened, attempt: 'lost answer' });
    const before = proxy.transactions();
    proxy.loseNextAnswer();

    const result = await store.duties.commit(change);

    assert.equal(result, 'committed');
    assert.equal(proxy.transactions() - before, 2);
    assert.equal((await all(store.duties.records(opened))).length, 2);
  });

  it('opens a duty once when the answer to the opening got lost', async () => {
    const change = openingChange('lost opening');
    proxy.loseNextAnswer();

    assert.equal(await store.duties.commit(change), 'committed');
    assert.deepEqual(await all(store.duties.records(change.duty)), change.records);
  });

  it('gets over a moment of trouble', async () => {
    const opened = await openedIn(store, 'trouble');
    proxy.failNext(1, 503, 'ServerBusy');

    assert.deepEqual((await store.duties.load(opened))?.value, opened);
  });

  for (const [status, code] of [
    [400, 'InvalidInput'],
    [403, 'AuthenticationFailed'],
    [404, 'TableNotFound'],
  ] as const) {
    it(`takes ${String(status)} ${code} for a failure, not for an absent duty or a conflict`, async () => {
      const change = openingChange(`refused with ${code}`);

      proxy.failNext(1, status, code);
      await assert.rejects(store.duties.load(change.duty));
      proxy.failNext(1, status, code);
      await assert.rejects(store.duties.commit(change));
      proxy.failNext(1, status, code);
      await assert.rejects(store.ping());

      assert.equal(await store.duties.load(change.duty), undefined);
    });
  }

  it('waits for no answer for ever, of a read or of a transaction', async () => {
    const impatient = storeWith(
      azureTables({ connectionString: proxy.connectionString }, 0.2),
      'StoreFailures',
    );
    const opened = await openedIn(store, 'swallowed');
    const change = await nextChange(store, { duty: opened, attempt: 'swallowed' });
    const isOutageNow = (error: unknown): boolean => isOutage(error);

    proxy.swallowNext();
    await assert.rejects(impatient.duties.load(opened), isOutageNow);
    proxy.swallowNext();
    await assert.rejects(impatient.duties.commit(change), isOutageNow);

    assert.deepEqual((await store.duties.load(opened))?.value, opened);
  });

  it('takes a table that does not exist for a failure', async () => {
    const open = azureTables({ connectionString: await azuriteConnectionString() });
    const missing = storeWith(open, 'StoreMissing');

    for (const read of Object.values(reads)) await assert.rejects(read(missing));
    await assert.rejects(missing.duties.commit(openingChange('missing')));
  });
});
