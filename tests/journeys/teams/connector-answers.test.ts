import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { parsePersonId } from '../../../bot/duty/ids.ts';
import { personalConversation } from '../../support/teams/activities.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { annaInTeams, itChannel } from '../../support/teams/cast.ts';
import type { Call, Fault } from '../../support/teams/connector.ts';
import { anna, asked, defined, tenant } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';

const chat = personalConversation(annaInTeams);
const toAnna = ({ method, conversationId }: Call): boolean =>
  method === 'POST' && conversationId === chat;
const newChat = ({ method, path, body }: Call): boolean =>
  method === 'POST' && path === '/v3/conversations' && Array.isArray(body['members']);

describe('what the Bot Connector really answers', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
    await stage.useChannel(app, annaInTeams);
  });
  afterEach(() => app.stop());

  const fail = (fault: Fault) => app.connector.failNext({ matching: toAnna, ...fault });
  const open = () => stage.openDuty(app, 'verify-change', asked(anna));
  const cards = (id: string) => stage.cardsTo(app, annaInTeams, id).length;
  const attempts = () => app.connector.calls.filter(toAnna).length;
  const isInstalled = async () => {
    const id = defined(parsePersonId(annaInTeams.aadObjectId));
    return (await app.store.people.get(tenant, id))?.value.installed;
  };
  const deadLetters = async () => (await app.store.deadLetters.parked(tenant, 10)).length;
  const undeliverable = async (id: string) =>
    (await stage.evidenceOf(app, id)).some(({ type }) => type === 'undeliverable');

  for (const code of ['ConversationNotFound', 'ServiceError']) {
    it(`404 ${code} that comes at random keeps nobody from a card`, async () => {
      fail({ status: 404, code });

      const { id } = await open();

      assert.equal(cards(id), 1);
      assert.equal(await isInstalled(), true);
    });
  }

  it('404 for a chat that is not known any more: it is asked for once, and the card goes there', async () => {
    app.connector.forget(chat);

    const { id } = await open();

    const made = app.connector.calls.filter(newChat);
    assert.deepEqual(
      made.map(({ body }) => [body['members'], body['tenantId']]),
      [[[{ id: annaInTeams.id }], tenant]],
    );
    assert.equal(cards(id), 1);
    assert.equal(await isInstalled(), true);
  });

  it('somebody for whom no chat can be made either has not installed the bot', async () => {
    app.connector.forget(chat);
    app.connector.failNext({
      matching: newChat,
      status: 403,
      code: 'ForbiddenOperationException',
    });

    const { id } = await open();

    assert.equal(await isInstalled(), false);
    assert.equal(await undeliverable(id), true);
  });

  it('500 is tried five times and then put before the IT team, never recorded as undeliverable', async () => {
    const before = attempts();
    fail({ status: 500, times: Infinity });

    const { id } = await open();
    await app.pass(600);

    assert.equal(attempts() - before, 5);
    assert.equal(await deadLetters(), 1);
    assert.equal(await undeliverable(id), false);
  });

  it('403 without a reason is tried again', async () => {
    fail({ status: 403, code: 'ServiceError' });

    const { id } = await open();
    await app.pass(60);

    assert.equal(cards(id), 1);
    assert.equal(await isInstalled(), true);
  });

  for (const code of ['BotDisabledByAdmin', 'TenantNoPermission']) {
    it(`403 ${code} puts a card off for an hour, without a verdict on it`, async () => {
      fail({ status: 403, code });

      const { id } = await open();
      await app.pass(1800);
      const early = cards(id);
      await app.pass(3600);

      assert.deepEqual([early, cards(id)], [0, 1]);
      assert.equal(await undeliverable(id), false);
    });
  }

  for (const status of [408, 502, 503, 504]) {
    it(`${String(status)} may have delivered: the card is sent once more`, async () => {
      fail({ status, after: 'deliver' });

      const { id } = await open();
      await app.pass(120);

      assert.equal(cards(id), 2);
      assert.equal(await undeliverable(id), false);
    });
  }

  it('that goes on, a card that may have arrived comes once more and no faster than Teams comes back', async () => {
    fail({ status: 504, after: 'deliver', times: Infinity });

    const { id } = await open();
    await app.pass(900);
    const inAQuarter = cards(id);
    await app.pass(3 * 3600);

    assert.equal(inAQuarter, 2);
    assert.ok(cards(id) <= 6, String(cards(id)));
    assert.equal(await undeliverable(id), false);
    assert.equal(await deadLetters(), 0);
  });

  it('that is over after an hour, a card that never arrived comes all the same', async () => {
    fail({ status: 502, times: Infinity });
    const { id } = await open();
    await app.pass(3600);
    app.connector.recover();
    const before = cards(id);

    await app.pass(3600);

    assert.deepEqual([before, cards(id)], [0, 1]);
  });

  it('an edit that got no answer is tried again at once: twice it is the same', async () => {
    const { id } = await open();
    app.connector.failNext({ matching: ({ method }) => method === 'PUT', status: 504, times: 2 });

    await app.api('POST', `/api/v1/duties/${id}/withdraw`, { reason: 'Niet meer nodig' });
    await app.idle();
    await app.pass(10);

    assert.match(stage.readingOf(stage.cardTo(app, annaInTeams, id)), /ingetrokken/i);
  });

  it('503 waits as long as Retry-After says, also as a date', async () => {
    const until = new Date(Date.parse(app.clock.now()) + 90_000).toUTCString();
    fail({ status: 503, headers: { 'retry-after': until, date: '' } });

    const { id } = await open();
    await app.pass(80);
    const early = cards(id);
    await app.pass(40);

    assert.deepEqual([early, cards(id)], [0, 1]);
  });

  for (const fault of [
    { status: 403, code: 'ServiceError' },
    { status: 404, code: 'ActivityNotFoundInConversation' },
  ]) {
    it(`a card of the channel that was deleted is posted again (${String(fault.status)})`, async () => {
      const { id, title } = await open();
      const inChannel = () =>
        app.connector
          .messagesIn(itChannel.id)
          .filter((one) => stage.readingOf(one).includes(title));
      const [first] = inChannel();
      app.connector.deleteMessage(defined(first));
      app.connector.failNext({ matching: ({ method }) => method === 'PUT', ...fault });

      await app.api('POST', `/api/v1/duties/${id}/withdraw`, { reason: 'Niet meer nodig' });
      await app.idle();
      await app.pass(60);

      assert.equal(inChannel().length, 1);
      assert.notEqual(inChannel()[0]?.id, first?.id);
    });
  }

  it('a reply that is throttled comes later, and once', async () => {
    fail({ status: 429, headers: { 'retry-after': '20' } });

    const reply = await app.post(app.teams.message(annaInTeams, 'hulp'));
    await app.idle();
    const before = stage.cardsTo(app, annaInTeams).length;
    await app.pass(21);

    assert.equal(reply.status, 200);
    assert.equal(stage.cardsTo(app, annaInTeams).length, before + 1);
  });
});
