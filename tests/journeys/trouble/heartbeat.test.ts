import { parseDutyId } from '../../../bot/duty/ids.ts';
import assert from 'node:assert/strict';
import { secondsAfter } from '../../../bot/duty/time/instant.ts';
import type { DutyView } from '../../../bot/duty/view.ts';
import { shardCount } from '../../../bot/store/azure/keys.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { annaInTeams } from '../../support/teams/cast.ts';
import { anna, defined, tenant } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';

describe('the heartbeat of an instance', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
    await app.pass(120);
  });
  afterEach(() => app.stop());

  /** What another instance committed in the moment before it died: no message tells of it. */
  const leaveBehind = ({ id }: DutyView) => {
    const dutyId = defined(parseDutyId(id));
    const effect = { do: 'remind', key: 'remind', person: anna.aadObjectId } as const;
    return app.store.outbox.add({ tenant, dutyId, effect, dueAt: app.clock.now(), attempts: 0 });
  };
  const left = async () => {
    const shards = Array.from({ length: shardCount }, (_, shard) =>
      app.store.outbox.due({ tenant, shard }, app.clock.now(), { limit: 100 }),
    );
    return (await Promise.all(shards)).flat().length;
  };

  it('lets others find within 75 seconds what it leaves, once it is not renewed', async () => {
    // In more partitions than the slow look at one after the other meets by chance.
    const duties: DutyView[] = [];
    for (let at = 0; at < 24; at += 1) duties.push(await stage.openDuty(app, 'verify-change'));
    await app.store.queue.put({ type: 'heartbeat' }, { seconds: 45, now: app.clock.now() });
    for (const duty of duties) await leaveBehind(duty);

    await app.pass(40);
    const before = await left();
    await app.pass(35);

    assert.ok(before > 12, String(before));
    assert.equal(await left(), 0);
  });

  it('is looked at once by the others, who keep only their own', async () => {
    await app.store.queue.put({ type: 'heartbeat' }, { seconds: 45, now: app.clock.now() });
    const both = await app.store.queue.count();

    await app.pass(100);

    assert.deepEqual([both, await app.store.queue.count()], [2, 1]);
  });

  it('is said again where somebody took a slow instance for dead', async () => {
    await app.pass(30);
    const [sign] = await app.store.queue.receive(32, {
      seconds: 30,
      now: secondsAfter(app.clock.now(), 3600),
    });
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
