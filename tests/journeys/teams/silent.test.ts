import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { secondsAfter } from '../../../bot/duty/time/instant.ts';
import { anna, asked, bram, defined, tenant } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import { personalConversation } from '../../support/teams/activities.ts';
import { annaInTeams, bramInTeams, itChannel } from '../../support/teams/cast.ts';
import type { Call } from '../../support/teams/connector.ts';

const hour = 3600;

/** A bot that was removed without an event gets this answer there for ever, as public reports tell. */
describe('a conversation from which the bot was removed without an event', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
    await stage.install(app, bramInTeams);
    await stage.useChannel(app, annaInTeams);
  });
  afterEach(() => app.stop());

  const refuse = (matching: (call: Call) => boolean) =>
    app.connector.failNext({ matching, status: 502, code: 'ServiceError', times: Infinity });
  const isToChannel = ({ method, conversationId, body }: Call) =>
    method !== 'GET' &&
    JSON.stringify([conversationId, body['channelData']]).includes(itChannel.id);
  const isToBram = ({ method, conversationId }: Call) =>
    method !== 'GET' && conversationId === personalConversation(bramInTeams);
  const heard = () => stage.cardsTo(app, annaInTeams).map(stage.readingOf).join('\n');
  const channel = () => app.store.people.channel(tenant);
  /** Whatever is tried hourly is tried once in each. */
  const pass = async (hours: number) => {
    for (let passed = 0; passed < hours; passed += 1) {
      app.clock.set(secondsAfter(app.clock.now(), hour - 1));
      await app.pass(1);
    }
  };
  const triesIn = async (hours: number, isTry: (call: Call) => boolean) => {
    const before = app.connector.calls.filter(isTry).length;
    await pass(hours);
    return app.connector.calls.filter(isTry).length - before;
  };

  it('counts as gone after a day: whoever made it the IT channel hears it, and nothing is tried any more', async () => {
    refuse(isToChannel);
    const { id } = await stage.openDuty(app, 'verify-change', asked(anna));
    await pass(20);
    const early = [heard().includes('al een dag'), (await channel())?.installed];
    await stage.openDuty(app, 'verify-change', asked(anna));
    await pass(6);

    assert.deepEqual(early, [false, true]);
    assert.equal(heard().split('komt al een dag niets meer aan').length - 1, 1);
    assert.equal((await channel())?.installed, false);
    assert.equal(await triesIn(3, isToChannel), 0);
    const ready = await fetch(`${app.url()}/readyz`);
    assert.deepEqual(await ready.json(), { status: 'ready', notes: ['no-it-channel'] });

    app.connector.recover();
    await stage.say(app, annaInTeams, 'hulp', { in: itChannel });
    await app.pass(60);

    const { silentSince, installed } = defined(await channel());
    assert.deepEqual([silentSince, installed], [undefined, true]);
    const { title } = await stage.readDuty(app, id);
    const shown = app.connector.messagesIn(itChannel.id).map(stage.readingOf).join('\n');
    assert.ok(shown.includes(title));
  });

  it('of a person is one who left: cards are undeliverable and tried no more, until they write or click', async () => {
    const { id } = await stage.openDuty(app, 'verify-change', asked(anna, bram));
    const card = stage.cardTo(app, bramInTeams, id);
    refuse(isToBram);
    await stage.openDuty(app, 'verify-change', asked(bram));
    const bramNow = async () => (await app.store.people.get(tenant, bram.aadObjectId))?.value;
    await pass(20);
    const early = (await bramNow())?.installed;
    await stage.openDuty(app, 'verify-change', asked(anna));
    await pass(6);

    assert.deepEqual([early, (await bramNow())?.installed], [true, false]);
    assert.equal(await triesIn(3, isToBram), 0);

    app.connector.recover();
    const before = stage.cardsTo(app, bramInTeams).length;
    await stage.click(app, { person: bramInTeams, message: card, click: { verb: 'answer-more' } });
    await app.pass(60);

    const { silentSince, installed } = defined(await bramNow());
    assert.deepEqual([silentSince, installed], [undefined, true]);
    assert.ok(stage.cardsTo(app, bramInTeams).length > before);
  });

  it('that refuses for a day with everybody else is an outage, and nobody left', async () => {
    refuse(({ method }) => method !== 'GET');
    await stage.openDuty(app, 'verify-change', asked(anna, bram));
    await pass(30);

    const bramNow = (await app.store.people.get(tenant, bram.aadObjectId))?.value;
    assert.deepEqual([bramNow?.installed, (await channel())?.installed], [true, true]);
  });
});
