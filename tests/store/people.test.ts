import assert from 'node:assert/strict';
import type { ItChannel, KnownPerson, Store } from '../../bot/ports/store.ts';
import { anna, defined, personId, tenant } from '../support/duties/duties.ts';
import { onEveryStore } from '../support/store/installations.ts';

const known = (aadObjectId = anna.aadObjectId, name = anna.name): KnownPerson => ({
  aadObjectId,
  name,
  userId: `29:${aadObjectId}`,
  conversationId: `a:${aadObjectId}`,
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  tenantId: tenant,
  installed: true,
});
const channel: ItChannel = {
  channelId: '19:it@thread.tacv2',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  tenantId: tenant,
  installed: true,
};

/** Who can be reached, and the IT channel. */
onEveryStore('keeps people', (fresh) => {
  let store: Store;
  beforeEach(async () => {
    ({ store } = await fresh());
  });

  it('knows nobody and no IT channel at first', async () => {
    assert.equal(await store.people.get(tenant, anna.aadObjectId), undefined);
    assert.deepEqual(await store.people.page(tenant, 10), { items: [] });
    assert.equal(await store.people.channel(tenant), undefined);
  });

  it('saves a person who was changed by nobody else since', async () => {
    await store.people.save(tenant, known(), undefined);
    const read = defined(await store.people.get(tenant, anna.aadObjectId));

    const first = await store.people.save(tenant, { ...read.value, language: 'en' }, read.etag);
    const second = await store.people.save(tenant, { ...read.value, language: 'nl' }, read.etag);
    const third = await store.people.save(tenant, known(), undefined);

    assert.deepEqual([first, second, third], ['saved', 'conflict', 'conflict']);
    const after = await store.people.get(tenant, anna.aadObjectId);
    assert.deepEqual(after?.value, { ...known(), language: 'en' });
  });

  it('pages through people; the IT channel is none of them', async () => {
    const everybody = Array.from({ length: 7 }, (_, at) =>
      known(personId(`person-${String(at)}`), `Persoon ${String(at)}`),
    );
    for (const person of everybody) await store.people.save(tenant, person, undefined);
    await store.people.useChannel(tenant, channel);

    const first = await store.people.page(tenant, 4);
    const second = await store.people.page(tenant, 4, first.next);

    assert.deepEqual([...first.items, ...second.items], everybody);
    assert.equal(first.items.length, 4);
    assert.equal(second.next, undefined);
  });

  it('has one IT channel: the last one chosen', async () => {
    await store.people.useChannel(tenant, channel);
    await store.people.useChannel(tenant, { ...channel, channelId: '19:new@thread.tacv2' });

    assert.equal((await store.people.channel(tenant))?.channelId, '19:new@thread.tacv2');
  });
});
