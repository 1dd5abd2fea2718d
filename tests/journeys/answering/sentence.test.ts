import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { chatTexts } from '../../../bot/views/chat-texts.ts';
import { words } from '../../../bot/views/texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { cardOf, press } from '../../support/cards/card-reader.ts';
import { annaInTeams } from '../../support/teams/cast.ts';
import { defined } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';

describe('an answer in plain words', () => {
  let app: TestApp;
  let id: string;
  beforeEach(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
    ({ id } = await stage.openDuty(app, 'verify-change'));
  });
  afterEach(() => app.stop());

  it('is read back as a filled card, recorded only by its button, and settles every copy', async () => {
    const said = await stage.say(
      app,
      annaInTeams,
      'CHG-4711 getest, inloggen goed, factuurrun fout',
    );

    const filled = cardOf(defined(said[0]).activity);
    assert.ok(stage.words(filled).includes('CHG-4711 getest'));
    assert.equal((await stage.readDuty(app, id)).status, 'open');
    const { verb, data } = press(filled, words.nl.send, {
      'checks-0': 'ok',
      'checks-1': 'wrong',
      outcome: 'broken',
      note: 'fout',
    });
    await stage.clickWith(app, annaInTeams, data, { verb });

    assert.equal((await stage.readDuty(app, id)).status, 'problem');
    const answered = (await stage.evidenceOf(app, id)).find(({ type }) => type === 'answered');
    assert.equal(Object(answered?.data)['via'], 'chat');
    for (const message of stage.cardsTo(app, annaInTeams, id)) {
      assert.ok(!stage.offers(cardOf(message.activity), 'answer'));
    }
  });

  it('offers a choice where several duties fit, and records nothing', async () => {
    const other = await stage.openDuty(app, 'verify-change', {
      reference: 'CHG-9999',
      title: 'Andere release',
    });

    const said = await stage.say(app, annaInTeams, 'de release werkt niet');

    const read = stage.readingOf(defined(said[0]));
    assert.match(read, /CHG-4711[^]*CHG-9999|CHG-9999[^]*CHG-4711/);
    assert.equal((await stage.readDuty(app, other.id)).status, 'open');
  });

  it('asks which duty is meant where a sentence fits several of them', async () => {
    await stage.openDuty(app, 'verify-change', { reference: 'CHG-9999' });

    const said = await stage.say(app, annaInTeams, 'het werkt niet');

    const read = stage.readingOf(defined(said[0]));
    assert.ok(read.includes(chatTexts.nl.whichOne));
    assert.match(read, /CHG-4711[^]*CHG-9999|CHG-9999[^]*CHG-4711/);
  });

  it('never fills in another duty than the one that it names', async () => {
    const said = await stage.say(app, annaInTeams, 'de wijziging CHG-1234 werkt');

    const read = stage.readingOf(defined(said[0]));
    assert.ok(read.includes(chatTexts.nl.noSuchDuty('CHG-1234')));
    assert.ok(!stage.offers(cardOf(defined(said[0]).activity), 'answer'));
  });

  it('is not made of what says nothing about a duty', async () => {
    const said = await stage.say(app, annaInTeams, 'hoe laat is de lunch');

    const read = stage.readingOf(defined(said[0]));
    assert.ok(!read.includes('CHG-4711'));
    assert.equal((await stage.readDuty(app, id)).status, 'open');
  });

  for (const words of ['Ik moet gegevens sturen', 'I have to send data']) {
    it(`“${words}” brings a card that asks what, to whom and by which route`, async () => {
      const said = await stage.say(app, annaInTeams, words);

      const card = cardOf(defined(said[0]).activity);
      assert.equal(said.length, 1);
      assert.ok(stage.offers(card, 'answer'));
      const { body } = await app.api('GET', '/api/v1/duties?status=open');
      const kinds = (body as { duties: { kind: string }[] }).duties.map(({ kind }) => kind);
      assert.ok(kinds.includes('transfer-securely'));
    });
  }
});
