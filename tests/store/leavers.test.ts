import assert from 'node:assert/strict';
import { secondsAfter } from '../../bot/duty/time/instant.ts';
import type { Store } from '../../bot/ports/store.ts';
import { anna, bram, carla, defined, fixedNow, tenant } from '../support/duties/duties.ts';
import { onEveryStore } from '../support/store/installations.ts';

/** Who lost the bot lately. */
onEveryStore('remembers who lost the bot', (fresh) => {
  let store: Store;
  beforeEach(async () => {
    ({ store } = await fresh());
    for (const [at, { aadObjectId }] of [carla, anna, bram].entries())
      await store.leavers.note(tenant, {
        person: aadObjectId,
        at: secondsAfter(fixedNow, at * 60),
      });
  });
  const names = async (seconds: number, size = 10, cursor?: string) => {
    const from = secondsAfter(fixedNow, seconds);
    const page = await store.leavers.since(tenant, { from, size, cursor });
    return { people: page.items.map(({ person }) => person), next: page.next };
  };

  it('in the order in which they did, page by page', async () => {
    const first = await names(0, 2);
    const rest = await names(0, 2, defined(first.next));

    assert.deepEqual(first.people, [carla.aadObjectId, anna.aadObjectId]);
    assert.deepEqual(rest, { people: [bram.aadObjectId], next: undefined });
  });

  it('from an instant on, until they are forgotten', async () => {
    assert.deepEqual((await names(60)).people, [anna.aadObjectId, bram.aadObjectId]);

    await store.leavers.forget(tenant, secondsAfter(fixedNow, 61));

    assert.deepEqual((await names(0)).people, [bram.aadObjectId]);
  });

  it('and the question about them, which one of two writers changes', async () => {
    const question = { askedAt: fixedNow, until: secondsAfter(fixedNow, 60) };
    const saved = await store.leavers.saveQuestion(tenant, question, undefined);
    const twice = await store.leavers.saveQuestion(tenant, question, undefined);
    const read = defined(await store.leavers.question(tenant));
    const answered = { ...question, answer: { what: 'leave', at: fixedNow, by: anna } } as const;
    const one = await store.leavers.saveQuestion(tenant, answered, read.etag);
    const other = await store.leavers.saveQuestion(tenant, question, read.etag);

    assert.deepEqual([saved, twice, one, other], ['saved', 'conflict', 'saved', 'conflict']);
    assert.deepEqual((await store.leavers.question(tenant))?.value, answered);
  });
});
