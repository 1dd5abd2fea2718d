import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { kindOf } from '../../../bot/kinds/index.ts';
import { words } from '../../../bot/views/texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { annaInTeams, bramInTeams, itChannel } from '../../support/teams/cast.ts';
import type { Call } from '../../support/teams/connector.ts';
import { anna, asked, bram, defined } from '../../support/duties/duties.ts';
import { personalConversation } from '../../support/teams/activities.ts';
import * as stage from '../../support/stage.ts';

const works = { 'checks-0': 'ok', outcome: 'works' };
const toAnna = ({ method, conversationId }: Call): boolean =>
  method === 'POST' && conversationId === personalConversation(annaInTeams);

describe('when Teams is in trouble', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
    await stage.install(app, bramInTeams);
    await stage.useChannel(app, annaInTeams);
  });
  afterEach(() => app.stop());
  const attempts = () => app.connector.calls.filter(toAnna).length;
  const roll = (title: string) =>
    app.connector.messagesIn(itChannel.id).filter((one) => stage.readingOf(one).includes(title));
  const deliveryOf = async (id: string) =>
    (await stage.readDuty(app, id)).assignees.map(({ delivery }) => delivery);

  it('a card that is throttled waits as long as Teams asks, and is sent once', async () => {
    const before = attempts();
    app.connector.failNext({
      matching: toAnna,
      status: 429,
      headers: { 'retry-after': '30' },
    });

    const { id } = await stage.openDuty(app, 'verify-change');
    await app.pass(29);
    const early = attempts() - before;
    await app.pass(2);

    assert.equal(early, 1);
    assert.equal(attempts() - before, 2);
    assert.equal(stage.cardsTo(app, annaInTeams, id).length, 1);
    assert.deepEqual(await deliveryOf(id), ['delivered']);
  });

  it('a card that arrives late is shown as received in the channel and on the overview', async () => {
    app.connector.failNext({ matching: toAnna, status: 503 });
    const { id, title } = await stage.openDuty(app, 'verify-change', {
      assignees: [{ aadObjectId: anna.aadObjectId }],
    });
    const waiting = stage.readingOf(defined(roll(title)[0]));

    await app.pass(60);

    assert.ok(waiting.includes(words.nl.delivery.pending));
    assert.equal(stage.cardsTo(app, annaInTeams, id).length, 1);
    assert.equal(roll(title).length, 1);
    const shown = stage.readingOf(defined(roll(title)[0]));
    assert.ok(shown.includes(words.nl.delivery.delivered) && shown.includes(anna.name));
    const [overview] = await stage.say(app, bramInTeams, 'overzicht');
    assert.ok(stage.readingOf(defined(overview)).includes(anna.name));
  });

  // What may have arrived is sent once more, and then waits for Teams to come back.
  for (const [status, within] of [
    [412, 120],
    [502, 1200],
    [503, 1200],
    [504, 1200],
  ] as const) {
    it(`a card is tried again after ${String(status)}, in its own time`, async () => {
      const before = attempts();
      app.connector.failNext({ matching: toAnna, status, times: 2 });

      const { id } = await stage.openDuty(app, 'verify-change');
      const atOnce = attempts() - before;
      await app.pass(within);

      assert.deepEqual([atOnce, attempts() - before], [1, 3]);
      assert.equal(stage.cardsTo(app, annaInTeams, id).length, 1);
    });
  }

  for (const fault of [
    { status: 429 },
    { status: 500 },
    { status: 502 },
    { reset: true as const },
  ]) {
    it(`every attempt is one call: the SDK does not repeat ${JSON.stringify(fault)} by itself`, async () => {
      const before = attempts();
      app.connector.failNext({ matching: toAnna, ...fault, times: Infinity });

      await stage.openDuty(app, 'verify-change');

      assert.equal(attempts() - before, 1);
    });
  }

  it('a card whose fate is unknown is sent at most twice', async () => {
    app.connector.failNext({ matching: toAnna, reset: true, after: 'deliver' });

    const { id } = await stage.openDuty(app, 'verify-change');
    await app.pass(3600);

    const copies = stage.cardsTo(app, annaInTeams, id).length;
    assert.ok(copies === 1 || copies === 2);
    assert.deepEqual(await deliveryOf(id), ['delivered']);
    const types = (await stage.evidenceOf(app, id)).map(({ type }) => type);
    assert.deepEqual(types, ['opened', 'delivered']);
  });

  it('a person who blocked the bot is named as such everywhere and not tried again', async () => {
    const before = attempts();
    app.connector.failNext({
      matching: toAnna,
      status: 403,
      code: 'ConversationBlockedByUser',
      times: Infinity,
    });

    const { id, title } = await stage.openDuty(app, 'verify-change');
    await app.pass(7200);

    assert.equal(attempts() - before, 1);
    assert.deepEqual(await deliveryOf(id), ['blocked']);
    const last = (await stage.evidenceOf(app, id)).at(-1);
    assert.deepEqual([last?.type, Object(last?.data)['reason']], ['undeliverable', 'blocked']);
    assert.ok(stage.readingOf(defined(roll(title)[0])).includes(words.nl.delivery.blocked));
  });

  it('one person’s trouble holds nobody else up', async () => {
    app.connector.failNext({ matching: toAnna, status: 503, times: Infinity });

    const { id } = await stage.openDuty(app, 'verify-change', asked(anna, bram));

    assert.equal(stage.cardsTo(app, bramInTeams, id).length, 1);
    assert.deepEqual(await deliveryOf(id), ['pending', 'delivered']);
  });

  it('a card that vanished from the channel is posted anew', async () => {
    const { id, title } = await stage.openDuty(app, 'verify-change');
    const [gone] = roll(title);
    app.connector.forget(defined(gone).conversationId);

    const message = stage.cardTo(app, annaInTeams, id);
    await stage.click(app, {
      person: annaInTeams,
      message,
      click: { verb: 'answer', answers: works },
    });

    const anew = roll(title).filter((one) => one.id !== gone?.id);
    assert.equal(anew.length, 1);
    const { outcomes } = kindOf('verify-change').words('nl');
    assert.ok(stage.readingOf(defined(anew[0])).includes(outcomes.fulfilled));
  });

  it('an edit that fails is made up for: every copy tells the truth in the end', async () => {
    const { id, title } = await stage.openDuty(app, 'verify-change', asked(anna, bram));
    const { outcomes } = kindOf('verify-change').words('nl');
    app.connector.failNext({ matching: ({ method }) => method === 'PUT', status: 503, times: 4 });

    const message = stage.cardTo(app, annaInTeams, id);
    const reply = await stage.click(app, {
      person: annaInTeams,
      message,
      click: { verb: 'answer', answers: works },
    });
    await app.pass(600);

    assert.ok(reply.card);
    for (const person of [annaInTeams, bramInTeams]) {
      assert.ok(stage.readingOf(stage.cardTo(app, person, id)).includes(outcomes.fulfilled));
    }
    assert.ok(stage.readingOf(defined(roll(title)[0])).includes(outcomes.fulfilled));
    assert.equal(roll(title).length, 1);
  });
});
