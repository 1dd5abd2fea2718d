import type { Circumstances, Person } from '../../support/teams/activities.ts';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { formTexts } from '../../../bot/views/forms/texts.ts';
import { words } from '../../../bot/views/texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { cardOf, inputs, press, wholeAnswer } from '../../support/cards/card-reader.ts';
import type { Card } from '../../support/cards/card-reader.ts';
import { annaInTeams, bramInTeams, carlaInTeams, itChannel } from '../../support/teams/cast.ts';
import { anna, bram, carla, defined } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';

const broken = { 'checks-0': 'wrong', outcome: 'broken', note: 'Btw op de factuur is fout' };
const inChannel = { in: itChannel };

describe('a "no" and what becomes of it', () => {
  let app: TestApp;
  let id: string;
  beforeEach(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
    await stage.install(app, bramInTeams);
    await stage.useChannel(app, bramInTeams);
    ({ id } = await stage.openDuty(app, 'verify-change'));
  });
  afterEach(() => app.stop());

  /** Presses a button of a card and gives back the card that took its place. */
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
  ): Promise<Card> {
    const { verb, data } = press(card, title, answers);
    const reply = await stage.clickWith(app, { person: who, data, click: { verb, when } });
    return defined(reply.card);
  }
  /** The other ways on than an answer. */
  const more = (who: Person): Promise<Card> =>
    go(stage.shownTo(app, who, id), { title: words.nl.otherWays, who });
  async function channelCard(): Promise<Card> {
    await app.idle();
    const found = app.connector
      .messagesIn(itChannel.id)
      .findLast((message) => stage.readingOf(message).includes('CHG-4711'));
    return cardOf(defined(found).activity);
  }
  const inIt = (card: Card, title: string, answers = {}) =>
    go(card, { title, answers, who: bramInTeams, when: inChannel });

  const namesAsked = async () => (await stage.readDuty(app, id)).assignees.map(({ name }) => name);

  it('goes to the vendor, comes back, is verified by the same person and closed by proof', async () => {
    const settled = await go(stage.shownTo(app, annaInTeams, id), {
      title: wholeAnswer,
      answers: broken,
    });
    const reply = await go(settled, { title: words.nl.vendorReply });
    assert.ok(stage.words(reply).includes('Btw op de factuur is fout'));
    await go(reply, { title: 'Ik heb dit verstuurd' });

    const form = await inIt(await channelCard(), words.nl.reaction);
    // The band tells when the finding is due (five working days), not when the duty was.
    assert.ok(stage.words(form).includes('30 november'));
    await inIt(form, formTexts.nl.reaction.send, { solved: 'yes', text: 'Opgelost in 2026.4.1' });
    const again = stage.shownTo(app, annaInTeams, id);
    assert.ok(stage.words(again).includes('Opgelost in 2026.4.1'));
    // What was seen before is told, and is no proof of the solution: the form is empty.
    assert.ok(stage.words(again).includes('Werkt niet · Btw op de factuur is fout'));
    assert.ok(inputs(again).every(({ json }) => json['value'] === undefined));
    await go(again, {
      title: wholeAnswer,
      answers: { 'checks-0': 'ok', outcome: 'works', note: '' },
    });

    const duty = await stage.readDuty(app, id);
    assert.equal(duty.status, 'fulfilled');
    assert.deepEqual(
      duty.findings.map(({ status, closedBecause }) => [status, closedBecause]),
      [['closed', 'verified']],
    );
    const types = (await stage.evidenceOf(app, id)).map(({ type }) => type);
    assert.equal(types.filter((type) => type === 'replied').length, 2);
    assert.ok(types.includes('closed'));
  });

  it('is taken back after the vendor was told with a reason only, which the card asks for', async () => {
    const settled = await go(stage.shownTo(app, annaInTeams, id), {
      title: wholeAnswer,
      answers: broken,
    });
    const reply = await go(settled, { title: words.nl.vendorReply });
    const sent = await go(reply, { title: 'Ik heb dit verstuurd' });
    const works = { 'checks-0': 'ok', outcome: 'works', note: '' };
    const form = await go(sent, { title: words.nl.correct });

    const again = await go(form, { title: wholeAnswer, answers: works });
    assert.ok(stage.words(again).includes(words.nl.writeOut));
    assert.equal((await stage.readDuty(app, id)).status, 'problem');
    const correction = 'Ik keek naar de verkeerde factuur';
    await go(again, { title: wholeAnswer, answers: { ...works, correction } });

    assert.equal((await stage.readDuty(app, id)).status, 'fulfilled');
    const answers = (await stage.evidenceOf(app, id)).filter(({ type }) => type === 'answered');
    assert.equal((answers.at(-1)?.data as { reason?: string }).reason, correction);
  });

  it('is closed by the yes of whoever is asked to bear the risk, and by nobody else', async () => {
    await stage.install(app, carlaInTeams);
    await go(stage.shownTo(app, annaInTeams, id), { title: wholeAnswer, answers: broken });
    const form = await inIt(await channelCard(), words.nl.accept);
    const filled = { person: carla.aadObjectId, reason: 'Andere weg', until: '2027-01-15' };
    const { data } = press(form, formTexts.nl.accept.send, filled);

    await stage.clickWith(app, { person: annaInTeams, data, click: { verb: 'form-send' } });
    assert.equal((await stage.readDuty(app, id)).status, 'problem');
    await stage.clickWith(app, {
      person: bramInTeams,
      data,
      click: { verb: 'form-send', when: inChannel },
    });
    await app.idle();
    assert.equal((await stage.readDuty(app, id)).status, 'problem');
    const question = stage.shownTo(app, carlaInTeams, id);
    assert.ok(stage.words(question).includes('Andere weg'));
    const yes = press(question, 'Ik accepteer het risico').data;
    await stage.clickWith(app, { person: annaInTeams, data: yes, click: { verb: 'confirm' } });
    assert.equal((await stage.readDuty(app, id)).status, 'problem', 'Anna cannot say it for Carla');
    await stage.clickWith(app, { person: carlaInTeams, data: yes, click: { verb: 'confirm' } });

    assert.equal((await stage.readDuty(app, id)).status, 'fulfilled');
    assert.ok(stage.words(stage.shownTo(app, annaInTeams, id)).includes('Carla Smit'));
    const closed = (await stage.evidenceOf(app, id)).find(({ type }) => type === 'closed');
    assert.equal(closed?.by?.aadObjectId, carla.aadObjectId);
  });

  it('is answered by a colleague after it was handed over; the old card loses its buttons', async () => {
    const form = await go(await more(annaInTeams), { title: words.nl.handOver });
    const sent = { person: bram.aadObjectId, reason: 'Ik ben er niet' };
    const given = await go(form, { title: formTexts.nl['hand-over'].send, answers: sent });

    assert.ok(stage.words(given).includes(bram.name));
    assert.ok(!stage.offers(stage.shownTo(app, annaInTeams, id), 'answer'));
    await go(stage.shownTo(app, bramInTeams, id), {
      title: wholeAnswer,
      answers: { 'checks-0': 'ok', outcome: 'works' },
      who: bramInTeams,
    });
    const duty = await stage.readDuty(app, id);
    assert.deepEqual(
      [duty.status, duty.answers[0]?.by.aadObjectId],
      ['fulfilled', bram.aadObjectId],
    );
  });

  it('is given to somebody else by the IT team when nobody could judge it, and by nobody outside its channel', async () => {
    const unable = { outcome: 'untested', note: 'Geen rechten op de testomgeving' };
    await go(stage.shownTo(app, annaInTeams, id), { title: wholeAnswer, answers: unable });
    const form = await inIt(await channelCard(), words.nl.handOver);
    const filled = { person: bram.aadObjectId, reason: 'Bram werkt ermee' };
    const { data } = press(form, formTexts.nl['hand-over'].send, filled);

    await stage.clickWith(app, { person: carlaInTeams, data, click: { verb: 'form-send' } });
    assert.deepEqual(await namesAsked(), [anna.name]);
    await stage.clickWith(app, {
      person: bramInTeams,
      data,
      click: { verb: 'form-send', when: inChannel },
    });
    await app.idle();

    assert.deepEqual(await namesAsked(), [bram.name]);
    assert.ok(stage.offers(stage.shownTo(app, bramInTeams, id), 'answer'));
    const [given] = (await stage.evidenceOf(app, id)).filter(({ type }) => type === 'reassigned');
    assert.equal(given?.by?.name, bramInTeams.name);
  });

  it('goes to the IT team where whoever cannot judge it knows nobody who can', async () => {
    const form = await go(await more(annaInTeams), { title: words.nl.cannotJudge });

    const sent = await go(form, {
      title: formTexts.nl['cannot-judge'].send,
      answers: {
        reason: 'Ik werk er niet mee',
      },
    });

    assert.ok(stage.words(sent).includes(words.nl.unableNote));
    const duty = await stage.readDuty(app, id);
    assert.deepEqual([duty.status, duty.answers[0]?.outcome], ['open', 'unable']);
    assert.ok(stage.words(await channelCard()).includes('Ik werk er niet mee'));
  });

  it('waits for a colleague without the bot, whose card follows at install', async () => {
    await stage.say(app, carlaInTeams, 'hulp');
    await stage.uninstall(app, carlaInTeams);
    const form = await go(await more(annaInTeams), { title: words.nl.cannotJudge });

    const sent = { person: carlaInTeams.aadObjectId, reason: 'Ik werk er niet mee' };
    await go(form, { title: formTexts.nl['cannot-judge'].send, answers: sent });
    assert.equal((await stage.readDuty(app, id)).assignees[0]?.delivery, 'not-installed');
    await stage.install(app, carlaInTeams);

    assert.ok(stage.offers(stage.shownTo(app, carlaInTeams, id), 'answer'));
  });

  it('is put off with a reason, on another day only, and shown under its new date', async () => {
    const form = await go(await more(annaInTeams), { title: words.nl.later });

    const past = await go(form, {
      title: formTexts.nl.later.send,
      answers: { until: '2026-11-20', reason: 'druk' },
    });
    assert.ok(stage.words(past).includes(words.nl.pastDay));
    await go(past, {
      title: formTexts.nl.later.send,
      answers: { until: '2026-12-08', reason: 'druk' },
    });

    assert.equal((await stage.readDuty(app, id)).dueOn, '2026-12-08');
    const page = (await app.api('GET', '/api/v1/duties?status=open')).body as {
      duties: { id: string; dueOn: string }[];
    };
    assert.deepEqual(
      page.duties.filter((one) => one.id === id).map(({ dueOn }) => dueOn),
      ['2026-12-08'],
    );
  });
});
