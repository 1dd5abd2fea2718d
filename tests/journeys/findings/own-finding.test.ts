import type { Circumstances, Person } from '../../support/teams/activities.ts';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { findingTexts } from '../../../bot/views/findings/texts.ts';
import { formTexts } from '../../../bot/views/forms/texts.ts';
import { words } from '../../../bot/views/texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { cardOf, inputs, press, wholeAnswer } from '../../support/cards/card-reader.ts';
import type { Card } from '../../support/cards/card-reader.ts';
import { annaInTeams, bramInTeams, carlaInTeams, itChannel } from '../../support/teams/cast.ts';
import { bram, carla, defined } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';

const partly = {
  outcome: 'partly',
  owner: 'Carla Smit',
  planned: '2026-12-10',
  note: 'de avondploeg volgt',
};
const done = {
  outcome: 'done',
  how: 'meeting',
  when: '2026-11-23',
  reached: '120',
  population: '120',
  joiners: 'none',
};
const inChannel = { in: itChannel };
const { plan, report } = findingTexts.nl;
const told = { text: 'De avondploeg kreeg vandaag uitleg' };

describe('a "no" about work that is the customer’s own', () => {
  let app: TestApp;
  let id: string;
  beforeEach(async () => {
    app = await startApp();
    for (const person of [annaInTeams, bramInTeams, carlaInTeams]) await stage.install(app, person);
    await stage.useChannel(app, bramInTeams);
    ({ id } = await stage.openDuty(app, 'inform-staff'));
  });
  afterEach(() => app.stop());

  async function go(
    card: Card,
    {
      title,
      answers = {},
      who = annaInTeams,
      when = {},
    }: {
      readonly title: string;
      readonly answers?: Record<string, string> | undefined;
      readonly who?: Person | undefined;
      readonly when?: Circumstances | undefined;
    },
  ) {
    const { verb, data } = press(card, title, answers);
    const reply = await stage.clickWith(app, { person: who, data, click: { verb, when } });
    return defined(reply.card);
  }
  async function newestIn(conversation: string): Promise<Card> {
    await app.idle();
    const messages = app.connector.messagesIn(conversation);
    const found = messages.findLast((message) => stage.readingOf(message).includes('CHG-4711'));
    return cardOf(defined(found).activity);
  }
  const inIt = (card: Card, title: string, answers = {}) =>
    go(card, { title, answers, who: bramInTeams, when: inChannel });

  /** Anna says "partly" and names Carla as the one who solves it. */
  async function givenToCarla(): Promise<Card> {
    const settled = await go(stage.shownTo(app, annaInTeams, id), {
      title: wholeAnswer,
      answers: partly,
    });
    const form = await go(settled, { title: plan });
    return go(form, {
      title: formTexts.nl.finding.send,
      answers: { person: carla.aadObjectId, until: '2026-12-10' },
    });
  }
  async function carlasNews(): Promise<Card> {
    await app.idle();
    return cardOf(defined(stage.cardsTo(app, carlaInTeams).at(-1)).activity);
  }

  it('goes to its owner, who reports it as solved, and is closed by whoever found it', async () => {
    const settled = await givenToCarla();
    assert.ok(!stage.words(settled).includes(words.nl.vendorReply));
    assert.ok(stage.words(settled).includes('Carla Smit, uiterlijk donderdag 10 december'));

    const news = await carlasNews();
    assert.ok(stage.words(news).includes('de avondploeg volgt'));
    const form = await go(news, { title: report, answers: {}, who: carlaInTeams });
    const reported = await go(form, {
      title: formTexts.nl.solved.send,
      answers: told,
      who: carlaInTeams,
    });
    assert.ok(stage.words(reported).includes('gemeld door Carla Smit'));
    assert.ok(!stage.offers(reported, 'form'), 'there is nothing left to report');

    await app.idle();
    const again = stage.shownTo(app, annaInTeams, id);
    assert.ok(stage.words(again).includes(findingTexts.nl.verifyOwn('Carla Smit', told.text)));
    assert.ok(stage.words(again).includes('Deels gedaan · de avondploeg volgt'));
    await go(again, { title: wholeAnswer, answers: done });
    assert.ok(stage.words(await carlasNews()).includes('bleek dit opgelost'));
    const { verb, data } = press(news, report);
    const late = await stage.clickWith(app, { person: carlaInTeams, data, click: { verb } });
    assert.ok(stage.words(defined(late.card)).includes('Geïnformeerd'), 'the old button shows it');

    const duty = await stage.readDuty(app, id);
    assert.deepEqual(
      [duty.status, duty.findings[0]?.closedBecause, duty.findings[0]?.reactions[0]?.from],
      ['fulfilled', 'verified', 'customer'],
    );
    const [replied] = (await stage.evidenceOf(app, id)).filter(({ type }) => type === 'replied');
    assert.deepEqual(replied?.data, {
      finding: 'F-1',
      from: 'customer',
      text: told.text,
      solved: true,
    });
  });

  it('comes back to its owner when it was not solved', async () => {
    await givenToCarla();
    const form = await go(await carlasNews(), { title: report, answers: {}, who: carlaInTeams });
    await go(form, { title: formTexts.nl.solved.send, answers: told, who: carlaInTeams });
    await app.idle();

    await go(stage.shownTo(app, annaInTeams, id), { title: wholeAnswer, answers: partly });

    const news = await carlasNews();
    assert.ok(stage.words(news).includes('nog niet opgelost'));
    const shown = await go(news, { title: 'Bekijken', answers: {}, who: carlaInTeams });
    assert.ok(stage.words(shown).includes(findingTexts.nl.failedVerifications(1)));
    await go(shown, { title: report, answers: {}, who: carlaInTeams });
  });

  it('is planned and reported in the IT channel too, with who and when that are known', async () => {
    await go(stage.shownTo(app, annaInTeams, id), { title: wholeAnswer, answers: partly });
    const card = await newestIn(itChannel.id);
    assert.ok(!stage.words(card).includes(words.nl.vendorReply));
    assert.ok(!stage.words(card).includes(words.nl.reaction));

    const form = await inIt(card, plan);
    const known = inputs(form).map(({ json }) => json['value']);
    assert.deepEqual(known, [carla.aadObjectId, '2026-12-10'], 'whom and when Anna named');
    const owned = await inIt(form, formTexts.nl.finding.send, {
      person: bram.aadObjectId,
      until: '2026-12-11',
    });
    await inIt(await inIt(owned, report), formTexts.nl.solved.send, told);

    const [reaction] = (await stage.readDuty(app, id)).findings[0]?.reactions ?? [];
    assert.deepEqual([reaction?.by?.name, reaction?.text], [bramInTeams.name, told.text]);
  });

  it('is reported by nobody else, and an old button offers no reply to the vendor', async () => {
    await givenToCarla();
    const sent = { d: id, f: 'solved', l: 'nl', ...told };

    await stage.clickWith(app, {
      person: annaInTeams,
      data: { do: 'form-send', ...sent },
      click: { verb: 'form-send' },
    });
    assert.deepEqual((await stage.readDuty(app, id)).findings[0]?.reactions, []);
    for (const verb of ['reply', 'reply-sent', 'reply-send']) {
      const { card } = await stage.clickWith(app, {
        person: annaInTeams,
        data: { do: verb, d: id },
        click: { verb },
      });
      assert.ok(stage.words(defined(card)).includes('Nu aan zet'));
    }
    assert.equal((await stage.readDuty(app, id)).findings[0]?.reply, undefined);
  });
});
