import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { personalConversation } from '../../support/teams/activities.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { anna, asked, bram, openingFor } from '../../support/duties/duties.ts';
import { cardOf, press, wholeAnswer } from '../../support/cards/card-reader.ts';
import { annaInTeams, bramInTeams } from '../../support/teams/cast.ts';
import type { Call } from '../../support/teams/connector.ts';
import * as stage from '../../support/stage.ts';

const chat = personalConversation(annaInTeams);
const saying = ({ method, conversationId, body }: Call): boolean =>
  method === 'POST' && conversationId === chat && body['type'] === 'message';
const still = () => Promise.resolve();

describe('an answer within what Teams waits', () => {
  let app: TestApp;
  let release: () => void;
  beforeEach(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    app.connector.failNext({ matching: saying, wait: () => held });
  });
  afterEach(async () => {
    release();
    await app.stop();
  });
  const arrived = () =>
    app.connector.waitFor(
      () => app.connector.calls.some((call) => saying(call) && call.status === undefined),
      'a message on its way',
    );

  it('comes to a message after ten seconds at the latest, however slow a send is', async () => {
    const posted = app.post(app.teams.message(annaInTeams, 'hulp'));
    await arrived();

    await app.clock.pass(10, still);

    assert.equal((await posted).status, 200);
  });

  it('shows that the bot is at work where it takes longer than a second', async () => {
    const typing = () => app.connector.calls.filter(({ body }) => body['type'] === 'typing').length;
    const posted = app.post(app.teams.message(annaInTeams, 'hulp'));
    await arrived();
    const before = typing();

    await app.clock.pass(1, still);
    await app.connector.waitFor(() => typing() > before, 'typing');
    release();

    assert.equal((await posted).status, 200);
    assert.equal(before, 0);
  });
});

describe('an answer while much else is being sent', () => {
  let app: TestApp;
  let release: () => void;
  beforeEach(async () => {
    app = await startApp();
    for (const person of [annaInTeams, bramInTeams]) await stage.install(app, person);
    await stage.useChannel(app, annaInTeams);
    await stage.openDuty(app, 'verify-change', asked(anna));
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const toOthers = ({ conversationId, method }: Call): boolean =>
      method === 'POST' && conversationId !== chat;
    app.connector.failNext({ matching: toOthers, wait: () => held, times: Infinity });
    // No send to anybody else ends, as many as there are.
    for (let at = 0; at < 40; at += 1)
      await app.api(
        'POST',
        '/api/v1/duties',
        openingFor('verify-change', { ...asked(bram), reference: `CHG-${String(at)}` }),
        { 'idempotency-key': `key-${String(at)}` },
      );
    await app.connector.waitFor(
      () => app.connector.calls.some((call) => toOthers(call) && call.status === undefined),
      'a card on its way to a colleague',
    );
  });
  afterEach(async () => {
    release();
    await app.stop();
  });

  // The clock stands still: neither waits for four seconds nor for ten.
  it('comes to a click at once', async () => {
    const shown = cardOf(stage.cardTo(app, annaInTeams).activity);
    const { data } = press(shown, wholeAnswer, { 'checks-0': 'ok', outcome: 'works' });

    const { status, body } = await app.post(
      app.teams.execute(annaInTeams, { verb: 'answer', data }),
    );

    assert.equal(status, 200);
    assert.match(JSON.stringify(body), /"type":"AdaptiveCard"/);
  });

  it('comes to a message at once', async () => {
    const before = stage.cardsTo(app, annaInTeams).length;

    const { status } = await app.post(app.teams.message(annaInTeams, 'hulp'));

    assert.equal(status, 200);
    assert.equal(stage.cardsTo(app, annaInTeams).length, before + 1);
  });
});
