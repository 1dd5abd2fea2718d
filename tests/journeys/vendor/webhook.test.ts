import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { secondsAfter } from '../../../bot/duty/time/instant.ts';
import { words } from '../../../bot/views/texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import type { Card } from '../../support/cards/card-reader.ts';
import { cardOf, press, wholeAnswer } from '../../support/cards/card-reader.ts';
import { annaInTeams, bramInTeams, itChannel } from '../../support/teams/cast.ts';
import { defined } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import type { Told, Vendor } from '../../support/vendor/webhook.ts';
import { isSigned, startVendor, webhookSecret } from '../../support/vendor/webhook.ts';

const broken = { 'checks-0': 'wrong', outcome: 'broken', note: 'Btw op de factuur is fout' };
const send = 'Verstuur naar leverancier';
const byHand = 'Ik heb dit verstuurd';

/** Another order than the one in which they came, the same in every run. */
const shuffleKey = ({ revision }: { revision: number }): number => (revision * 7919) % 13;

describe('a vendor that is told over HTTP', () => {
  let app: TestApp;
  let vendor: Vendor;
  let id: string;
  beforeEach(async () => {
    vendor = await startVendor();
    app = await startApp({ webhook: { url: vendor.url, secrets: [webhookSecret] } });
    await stage.install(app, annaInTeams);
    await stage.install(app, bramInTeams);
    await stage.useChannel(app, bramInTeams);
    ({ id } = await stage.openDuty(app, 'verify-change'));
  });
  afterEach(async () => {
    await app.stop();
    await vendor.close();
  });

  async function go(card: Card, title: string, answers = {}): Promise<Card> {
    const { verb, data } = press(card, title, answers);
    return defined(
      (await stage.clickWith(app, { person: annaInTeams, data, click: { verb } })).card,
    );
  }
  const answerBroken = (): Promise<Card> =>
    go(stage.shownTo(app, annaInTeams, id), wholeAnswer, broken);
  const draft = async (): Promise<Card> => go(await answerBroken(), words.nl.vendorReply);
  /** The duty's own card; what else came about it stands below. */
  const ownCard = (): Card => cardOf(defined(stage.cardsTo(app, annaInTeams, id)[0]).activity);
  const shown = (): string => stage.words(ownCard());
  const replies = (): readonly Told[] =>
    vendor.got.filter(({ message }) => message.type === 'reply.sent');

  it('gets no name of anybody where it is to see roles only', async () => {
    Object.assign(app.services(), { vendorSeesNames: false });
    const before = vendor.got.length;

    await answerBroken();
    await app.idle();

    const updated = vendor.got
      .slice(before)
      .filter(({ message }) => message.type === 'duty.updated');
    assert.ok(updated.length > 0);
    assert.doesNotMatch(JSON.stringify(updated.map(({ message }) => message)), /Anna|Bram/);
  });

  it('gets the reply to a finding by one click, and the card says that it was received', async () => {
    const reply = await draft();
    assert.ok(!stage.words(reply).includes(byHand));

    await go(reply, send);

    const [told, ...more] = replies();
    assert.equal(more.length, 0);
    const { message } = defined(told);
    assert.deepEqual(
      [message['dutyId'], message['reference'], message['finding'], message['at']],
      [id, 'CHG-4711', 'F-1', app.clock.now()],
    );
    assert.ok(String(message['text']).includes('Btw op de factuur is fout'));
    assert.ok(isSigned(defined(told), webhookSecret));
    assert.match(shown(), /antwoord ontvangen op maandag 23 november/);
    const types = (await stage.evidenceOf(app, id)).map(({ type }) => type);
    assert.deepEqual(types.slice(-2), ['replied', 'delivered']);
    assert.ok(
      app.connector
        .messagesIn(itChannel.id)
        .some((m) => stage.readingOf(m).includes('antwoord ontvangen')),
    );
  });

  it('can rebuild every state from what it was told, in whatever order that comes', async () => {
    await go(await draft(), send);
    await app.api('POST', `/api/v1/duties/${id}/withdraw`, { reason: 'Niet meer nodig' });
    await app.idle();

    const states = vendor.got.flatMap(({ message }) =>
      message.type === 'duty.updated' ? [message] : [],
    );
    const shuffled = [...states].sort((one, other) => shuffleKey(one) - shuffleKey(other));
    const rebuilt = shuffled.reduce((last, one) => (one.revision > last.revision ? one : last));
    assert.deepEqual(rebuilt.duty, await stage.readDuty(app, id));
    const revisions = states.map(({ revision }) => revision);
    assert.equal(new Set(revisions).size, revisions.length);
    assert.equal(new Set(vendor.got.map((told) => told.id)).size, vendor.got.length);
  });

  it('loses nothing while it is away for days, and its outage holds up no card', async () => {
    vendor.answerWith({ status: 503 });
    await go(await draft(), send);
    assert.match(shown(), /antwoord van maandag 23 november .* is nog onderweg/);
    const channel = app.connector.messagesIn(itChannel.id).map(stage.readingOf).join('\n');
    assert.ok(channel.includes('is nog onderweg'));

    await app.pass(600);
    const tried = vendor.got.length;
    app.clock.set(secondsAfter(app.clock.now(), 72 * 3600));
    await app.pass(60);
    vendor.answerWith({ status: 204 });
    await app.pass(3600);

    assert.match(shown(), /antwoord ontvangen op donderdag 26 november/);
    assert.ok(tried < 60, `${String(tried)} calls in ten minutes`);
    const ids = new Set(replies().map((told) => told.id));
    const bodies = new Set(replies().map(({ body }) => body));
    assert.deepEqual([ids.size, bodies.size], [1, 1]);
    const last = vendor.got.filter(({ message }) => message.type === 'duty.updated').at(-1);
    assert.ok(defined(last).message.revision > 0);
    const stands = await stage.readDuty(app, id);
    const newest = vendor.got
      .flatMap(({ message }) => (message.duty ? [message] : []))
      .reduce((one, other) => (other.revision > one.revision ? other : one));
    assert.deepEqual(newest.duty, stands);
  });

  it('is told the same once more after a crash, under the same name', async () => {
    vendor.answerWith('breaks-off');
    await go(await draft(), send);
    const before = vendor.got.length;
    await app.restart();
    vendor.answerWith({ status: 204 });
    await app.pass(3600);

    const [first] = vendor.got.slice(before - 1);
    const again = vendor.got.slice(before).filter((told) => told.id === first?.id);
    assert.ok(before > 0 && again.length > 0);
    const bodies = new Set(vendor.got.map((told) => `${told.id} ${told.body}`));
    assert.equal(bodies.size, new Set(vendor.got.map((told) => told.id)).size);
    assert.equal(replies().length, 1);
    assert.match(shown(), /antwoord ontvangen/);
  });

  it('that refuses the reply for good is sent it by a person after all', async () => {
    vendor.answerWith({ status: 410 });
    await go(await draft(), send);

    assert.match(shown(), /nam het antwoord niet aan, stuur het zelf/);
    const told = stage.cardsTo(app, annaInTeams).map(stage.readingOf).join('\n');
    assert.ok(told.includes('Stuur het zelf'));
    const last = (await stage.evidenceOf(app, id)).at(-1);
    assert.deepEqual([last?.type, Object(last?.data)['status']], ['undeliverable', 410]);
    const again = await go(ownCard(), words.nl.vendorReply);
    await go(again, byHand);
    assert.match(shown(), /antwoord verstuurd op/);
  });

  it('is told once however often the button is clicked', async () => {
    const { verb, data } = press(await draft(), send);
    for (let times = 0; times < 3; times += 1)
      await stage.clickWith(app, { person: annaInTeams, data, click: { verb } });

    assert.equal(replies().length, 1);
  });

  it('is sent nothing by somebody who did not answer', async () => {
    const { data } = press(await draft(), send);

    const reply = await stage.clickWith(app, {
      person: bramInTeams,
      data,
      click: { verb: 'reply-send' },
    });

    assert.ok(stage.words(defined(reply.card)).includes('niet op jouw naam'));
    assert.equal(replies().length, 0);
  });
});

describe('a vendor that is not told over HTTP', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
  });
  afterEach(() => app.stop());

  it('has its reply sent by a person, also where a card of before offered to send it', async () => {
    const { id } = await stage.openDuty(app, 'verify-change');
    const message = stage.cardTo(app, annaInTeams, id);
    await stage.click(app, {
      person: annaInTeams,
      message,
      click: { verb: 'answer', answers: broken },
    });

    const reply = await stage.clickWith(app, {
      person: annaInTeams,
      data: { do: 'reply-send', d: id },
    });

    const text = stage.words(defined(reply.card));
    assert.ok(text.includes(byHand) || JSON.stringify(reply.card).includes(byHand));
    assert.equal((await stage.readDuty(app, id)).findings[0]?.reply, undefined);
    assert.equal(cardOf(message.activity) !== undefined, true);
  });
});
