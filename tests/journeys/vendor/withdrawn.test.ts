import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { words } from '../../../bot/views/texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { press, wholeAnswer } from '../../support/cards/card-reader.ts';
import { annaInTeams, bramInTeams, itChannel } from '../../support/teams/cast.ts';
import { anna, asked, bram } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';

const works = { 'checks-0': 'ok', outcome: 'works' };
const reason = 'De release is uitgesteld tot januari';

describe('a duty that the vendor withdraws', () => {
  let app: TestApp;
  let id: string;
  beforeEach(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
    await stage.install(app, bramInTeams);
    await stage.useChannel(app, annaInTeams);
    ({ id } = await stage.openDuty(app, 'verify-change', asked(anna, bram)));
  });
  afterEach(() => app.stop());
  const withdraw = async () => {
    const reply = await app.api('POST', `/api/v1/duties/${id}/withdraw`, { reason });
    await app.idle();
    return reply;
  };

  it('loses its buttons on every card, which say why', async () => {
    const reply = await withdraw();

    assert.equal(reply.status, 200);
    for (const person of [annaInTeams, bramInTeams]) {
      const card = stage.shownTo(app, person, id);
      assert.ok(!stage.offers(card, 'answer') && !stage.offers(card, 'correct'));
      assert.ok(stage.words(card).includes(reason));
      assert.equal(stage.cardsTo(app, person, id).length, 1);
    }
    const roll = app.connector.messagesIn(itChannel.id).map(stage.readingOf);
    assert.ok(roll.some((read) => read.includes(words.nl.withdrawn) && read.includes(reason)));
    assert.equal((await stage.readDuty(app, id)).status, 'withdrawn');
    const last = (await stage.evidenceOf(app, id)).at(-1);
    assert.deepEqual([last?.type, last?.by], ['withdrawn', undefined]);
  });

  it('is withdrawn once however often that is asked', async () => {
    await withdraw();
    const calls = app.connector.calls.length;

    const again = await withdraw();

    assert.equal(again.status, 200);
    assert.equal(app.connector.calls.length, calls);
    const types = (await stage.evidenceOf(app, id)).map(({ type }) => type);
    assert.equal(types.filter((type) => type === 'withdrawn').length, 1);
  });

  it('keeps an answer that crossed the withdrawal beside it, and says that nothing is left to do', async () => {
    const { data } = press(stage.shownTo(app, annaInTeams, id), wholeAnswer, works);
    await withdraw();

    const reply = await stage.clickWith(app, {
      person: annaInTeams,
      data,
      click: { verb: 'answer' },
    });

    assert.ok(reply.card && stage.words(reply.card).includes(words.nl.noLonger));
    assert.equal((await stage.readDuty(app, id)).status, 'withdrawn');
    const last = (await stage.evidenceOf(app, id)).at(-1);
    assert.deepEqual([last?.type, last?.by], ['answered', anna]);
    assert.equal(Object(last?.data)['effective'], false);
  });

  it('cannot be withdrawn once it is fulfilled', async () => {
    const message = stage.cardTo(app, annaInTeams, id);
    await stage.click(app, {
      person: annaInTeams,
      message,
      click: { verb: 'answer', answers: works },
    });

    const reply = await withdraw();

    assert.equal(reply.status, 409);
    assert.equal((await stage.readDuty(app, id)).status, 'fulfilled');
  });

  it('is no longer on the list of who was asked', async () => {
    await withdraw();

    const [list] = await stage.say(app, annaInTeams, 'mijn plichten');

    assert.ok(list && !stage.readingOf(list).includes('CHG-4711'));
  });
});
