import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { chatTexts } from '../../../bot/views/chat-texts.ts';
import { words } from '../../../bot/views/texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { actions, cardOf, press, wholeAnswer, inputs } from '../../support/cards/card-reader.ts';
import { annaInTeams, bramInTeams } from '../../support/teams/cast.ts';
import { asked, bram, defined } from '../../support/duties/duties.ts';
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
    const { verb, data } = press(filled, wholeAnswer, {
      'checks-0': 'ok',
      'checks-1': 'wrong',
      outcome: 'broken',
      note: 'fout',
    });
    await stage.clickWith(app, { person: annaInTeams, data, click: { verb } });

    assert.equal((await stage.readDuty(app, id)).status, 'problem');
    const answered = (await stage.evidenceOf(app, id)).find(({ type }) => type === 'answered');
    assert.equal(Object(answered?.data)['via'], 'chat');
    for (const message of stage.cardsTo(app, annaInTeams, id)) {
      assert.ok(!stage.offers(cardOf(message.activity), 'answer'));
    }
  });

  it('with a password is not read back, and says where a password belongs', async () => {
    const said = await stage.say(
      app,
      annaInTeams,
      'CHG-4711 getest, inloggen goed met wachtwoord: Zomer2026!',
    );

    const read = said.map(stage.readingOf).join('\n');
    assert.match(read, /wachtwoordkluis/);
    assert.ok(!read.includes('Zomer2026'));
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
    assert.ok(read.includes(chatTexts.nl.notUnderstood));
    assert.ok(read.includes('CHG-4711'), 'the next open duty is one press away');
    assert.ok(!stage.offers(cardOf(defined(said[0]).activity), 'answer'));
    assert.ok(stage.offers(cardOf(defined(said[0]).activity), 'bring'));
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

  for (const [words, what] of [
    ['Ik moet de salarissen van oktober naar hulp@unit4.com sturen', 'de salarissen van oktober'],
    ['I have to send the payroll of October to hulp@unit4.com', 'the payroll of October'],
  ] as const) {
    it(`“${words}” brings it with what goes out and to whom filled in`, async () => {
      const [said] = await stage.say(app, annaInTeams, words);

      const card = cardOf(defined(said).activity);
      const { data } = defined(actions(card).find(({ data }) => data['outcome'] === 'secure'));
      const step = await stage.clickWith(app, { person: annaInTeams, data });
      const filled = Object.fromEntries(
        inputs(defined(step.card)).map(({ id, json }) => [id, json['value']]),
      );
      assert.equal(filled['what'], what);
      assert.equal(filled['recipient'], 'hulp@unit4.com');
      assert.equal(filled['personalData'], 'yes');
    });
  }

  /** What a card is filled in with, by the id of its inputs. */
  const filledIn = (activity: unknown): Readonly<Record<string, unknown>> => {
    const found: Record<string, unknown> = {};
    const visit = (part: unknown): void => {
      if (Array.isArray(part)) for (const one of part) visit(one);
      else if (typeof part === 'object' && part !== null) {
        const { type, id, value } = part as Record<string, unknown>;
        if (String(type).startsWith('Input.') && value !== undefined) found[String(id)] = value;
        for (const one of Object.values(part)) visit(one);
      }
    };
    visit(cardOf(activity));
    return found;
  };

  it('with two references reads each back on its own card', async () => {
    await stage.openDuty(app, 'verify-change', { reference: 'CHG-4712' });

    const said = await stage.say(app, annaInTeams, 'CHG-4711 werkt, CHG-4712 niet');

    const outcomes = said.map(({ activity }) => {
      const offered = actions(cardOf(activity)).filter(({ verb }) => verb === 'answer');
      return offered.find(({ json }) => json['style'] === 'positive')?.data['outcome'];
    });
    assert.deepEqual(outcomes, ['works', 'broken']);
  });

  it('takes a longer reference for another duty, and keeps the sentence for the one that is chosen', async () => {
    const said = await stage.say(app, annaInTeams, 'CHG-47110 werkt');

    const list = defined(said[0]);
    assert.ok(stage.readingOf(list).includes(chatTexts.nl.noSuchDuty('CHG-47110')));
    assert.ok(!stage.offers(cardOf(list.activity), 'answer'));
    const { verb, data } = press(cardOf(list.activity), words.nl.open, {});
    await stage.clickWith(app, { person: annaInTeams, data, click: { verb } });

    const chosen = defined(stage.cardsTo(app, annaInTeams).at(-1));
    const offered = actions(cardOf(chosen.activity)).filter(({ verb: one }) => one === 'answer');
    const stands = offered.filter(({ json }) => json['style'] === 'positive');
    assert.deepEqual(stands, [], 'it was not said of this one');
    for (const { data: kept } of offered) assert.equal(kept['note'], 'CHG-47110 werkt');
  });

  it('says of somebody else’s duty no more than of one that does not exist', async () => {
    await stage.openDuty(app, 'verify-change', { reference: 'CHG-5000', ...asked(bram) });

    const said = await stage.say(app, annaInTeams, 'CHG-5000 werkt');

    assert.ok(stage.readingOf(defined(said[0])).includes(chatTexts.nl.noSuchDuty('CHG-5000')));
  });

  it('is a request where it asks for something, however politely', async () => {
    const said = await stage.say(app, annaInTeams, 'Mag ik mijn plichten graag?');

    const read = stage.readingOf(defined(said[0]));
    assert.ok(read.includes(chatTexts.nl.listTitle) && read.includes('CHG-4711'));
  });

  it('is a request to hand over where it names a colleague', async () => {
    await stage.install(app, bramInTeams);
    const said = await stage.say(app, annaInTeams, 'kan ik dit aan Bram overdragen?');

    const form = cardOf(defined(said[0]).activity);
    assert.ok(stage.offers(form, 'form-send'));
    const person = inputs(form).find(({ id }) => id === 'person');
    assert.equal(person?.json['value'], bram.aadObjectId, 'whoever was named stands in it');
  });

  const notYes = [
    'werkt de factuurrun al?',
    'klopt het dat ik moet testen?',
    'factuurrun werkt nog niet',
    'volgens Jan werkt alles',
    'zal wel werken',
  ];
  for (const text of notYes) {
    it(`“${text}” proposes no yes`, async () => {
      const said = await stage.say(app, annaInTeams, text);

      for (const { activity } of said) assert.notEqual(filledIn(activity)['outcome'], 'works');
    });
  }
});
