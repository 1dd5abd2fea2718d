import assert from 'node:assert/strict';
import { secondsAfter } from '../../bot/lifecycle/instant.ts';
import type { TestApp } from '../support/app.ts';
import { startApp } from '../support/app.ts';
import { annaInTeams } from '../support/cast.ts';
import { anna, tenant } from '../support/duties.ts';
import * as stage from '../support/stage.ts';

describe('the sign of life of an instance', () => {
  let app: TestApp;
  let id: string;
  beforeEach(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
    ({ id } = await stage.openDuty(app, 'verify-change'));
    await app.pass(120);
  });
  afterEach(() => app.stop());

  /** What another instance committed in the moment before it died: no message tells of it. */
  const leaveBehind = () =>
    app.store.outbox.add({
      tenant,
      person: anna.aadObjectId,
      effect: { do: 'bring-open', key: 'bring-open', person: anna.aadObjectId },
      dueAt: app.clock.now(),
      attempts: 0,
    });
  const cards = () => stage.cardsTo(app, annaInTeams, id).length;

  it('lets others find within a minute and a half what had no message yet, once it is not renewed', async () => {
    await app.store.queue.put([], 60, app.clock.now(), 'kept');
    await leaveBehind();

    await app.pass(50);
    const before = cards();
    await app.pass(40);

    assert.deepEqual([before, cards()], [1, 2]);
  });

  it('is looked at once by the others, who keep only their own', async () => {
    await app.store.queue.put([], 60, app.clock.now(), 'kept');
    const both = await app.store.queue.count();

    await app.pass(100);

    assert.deepEqual([both, await app.store.queue.count()], [2, 1]);
  });

  it('is said again where somebody took a slow instance for dead', async () => {
    await app.pass(30);
    const [sign] = await app.store.queue.receive(32, 30, secondsAfter(app.clock.now(), 3600));
    if (sign) await app.store.queue.remove(sign);
    const gone = await app.store.queue.count();

    await app.pass(60);

    assert.deepEqual([gone, await app.store.queue.count()], [0, 1]);
  });

  it('goes with an instance that ends in an orderly way', async () => {
    await app.restart();

    assert.equal(await app.store.queue.count(), 1);
  });
});
