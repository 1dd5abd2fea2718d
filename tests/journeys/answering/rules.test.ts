import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { verifyChangeTexts } from '../../../bot/kinds/verify-change/texts.ts';
import { verifyIncidentTexts } from '../../../bot/kinds/verify-incident/texts.ts';
import { secondsAfter } from '../../../bot/duty/time/instant.ts';
import { formTexts } from '../../../bot/views/forms/texts.ts';
import { proofOf } from '../../../bot/views/duty/settled-card.ts';
import { words } from '../../../bot/views/texts.ts';
import { changeRoster } from '../../../bot/casework/roster.ts';
import type { Person } from '../../support/teams/activities.ts';
import { personalConversation } from '../../support/teams/activities.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { cardOf, inputs, press, wholeAnswer } from '../../support/cards/card-reader.ts';
import type { Answers, Card } from '../../support/cards/card-reader.ts';
import { annaInTeams, bramInTeams, carlaInTeams, itChannel } from '../../support/teams/cast.ts';
import { anna, asked, bram, carla, defined, tenant } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';

const works = { 'checks-0': 'ok', outcome: 'works' };
const broken = { 'checks-0': 'wrong', outcome: 'broken', note: 'Btw op de factuur is fout' };

describe('a duty for several people', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    for (const person of [annaInTeams, bramInTeams, carlaInTeams]) await stage.install(app, person);
    await stage.useChannel(app, bramInTeams);
  });
  afterEach(() => app.stop());

  async function answers(who: Person, id: string, typed: Answers): Promise<Card> {
    return clicks(who, { card: stage.shownTo(app, who, id), title: wholeAnswer, typed });
  }
  async function clicks(
    who: Person,
    {
      card,
      title,
      typed = {},
    }: { readonly card: Card; readonly title: string; readonly typed?: Answers | undefined },
  ) {
    const { verb, data } = press(card, title, typed);
    return defined((await stage.clickWith(app, { person: who, data, click: { verb } })).card);
  }
  const channelReads = (reference: string): string =>
    stage.readingOf(
      defined(
        app.connector
          .messagesIn(itChannel.id)
          .findLast((message) => stage.readingOf(message).includes(reference)),
      ),
    );
  const list = async (who: Person): Promise<string> =>
    (await stage.say(app, who, 'mijn plichten')).map(stage.readingOf).join('\n');
  const statusOf = async (id: string) => (await stage.readDuty(app, id)).status;

  it('tells who answered that others are still to come, and the channel who these are', async () => {
    const all = { ...asked(anna, bram, carla), rule: 'all' };
    const { id, title } = await stage.openDuty(app, 'verify-change', all);

    const settled = await answers(annaInTeams, id, works);

    assert.ok(stage.words(settled).includes(words.nl.waitsForMore(2)));
    assert.ok(stage.words(settled).includes(`${bram.name}, ${carla.name}`));
    const channel = channelReads('CHG-4711');
    assert.ok(channel.includes(`${anna.name} (${words.nl.hasAnswered})`));
    assert.ok(channel.includes(`${bram.name} (${words.nl.delivery.delivered})`));
    await answers(bramInTeams, id, works);
    assert.equal(await statusOf(id), 'open');
    assert.ok(!(await list(annaInTeams)).includes(title));
    await answers(carlaInTeams, id, works);
    assert.equal(await statusOf(id), 'fulfilled');
    assert.ok(!channelReads('CHG-4711').includes(words.nl.stillAsked));
  });

  it('still waits for a colleague after somebody found a problem, in the list and in plain words', async () => {
    const all = { ...asked(anna, bram), rule: 'all' };
    const { id, title } = await stage.openDuty(app, 'verify-change', all);
    await answers(annaInTeams, id, broken);

    const listed = await list(bramInTeams);
    const heard = await stage.say(app, bramInTeams, 'CHG-4711 getest, inloggen goed');

    assert.equal(await statusOf(id), 'problem');
    assert.ok(listed.includes(title) && listed.includes('nog 8 werkdagen'), listed);
    assert.ok((await list(annaInTeams)).includes('Nu aan zet: jij of het IT-team'));
    assert.ok(stage.offers(cardOf(defined(heard[0]).activity), 'answer'));
  });

  it('gives each the own processes, and is done when all of these were looked at', async () => {
    const { id } = await stage.openDuty(app, 'verify-change', {
      assignees: [
        { aadObjectId: anna.aadObjectId, name: anna.name, processes: ['inloggen'] },
        { aadObjectId: bram.aadObjectId, name: bram.name, processes: ['factuurrun'] },
      ],
    });

    const lines = [annaInTeams, bramInTeams].map((who) =>
      inputs(stage.shownTo(app, who, id))
        .filter(({ id: input }) => input.startsWith('checks-'))
        .flatMap(({ choices }) => choices.map(({ title }) => title)),
    );
    await answers(annaInTeams, id, works);
    const between = await statusOf(id);
    await answers(bramInTeams, id, works);

    assert.deepEqual(lines, [['inloggen'], ['factuurrun']]);
    assert.deepEqual([between, await statusOf(id)], ['open', 'fulfilled']);
  });

  it('asks somebody from security as well where personal data is involved: four eyes', async () => {
    await changeRoster(app.services(), {
      tenant,
      change: { type: 'roles', roles: { security: carla } },
      by: bram,
    });
    const solved = {
      outcome: 'solved',
      recurs: 'no',
      cause: 'yes',
      'testedAt-day': '2026-11-23',
      'testedAt-time': '09:00',
    };

    const { id, rule } = await stage.openDuty(app, 'verify-incident', { reference: 'INC-1' });
    const form = stage.shownTo(app, annaInTeams, id);
    await answers(annaInTeams, id, solved);
    const between = await statusOf(id);
    await answers(carlaInTeams, id, solved);

    assert.equal(rule, 'four-eyes');
    assert.ok(!inputs(form).some(({ id: input }) => input === 'secondPerson'));
    assert.ok(stage.words(form).includes('Iemand van informatiebeveiliging kijkt ook'));
    assert.deepEqual([between, await statusOf(id)], ['open', 'fulfilled']);
  });

  it('tells the privacy officer at once that an incident with personal data is not solved', async () => {
    await changeRoster(app.services(), {
      tenant,
      change: { type: 'roles', roles: { privacy: carla } },
      by: bram,
    });
    const { id } = await stage.openDuty(app, 'verify-incident', { reference: 'INC-2' });

    await answers(annaInTeams, id, { outcome: 'not-solved', note: 'De strook is nog leeg' });

    await app.idle();
    const told = app.connector
      .messagesIn(personalConversation(carlaInTeams))
      .map(stage.readingOf)
      .filter((read) => read.includes(verifyIncidentTexts.nl.alerts.personalData));
    assert.equal(told.length, 1);
  });

  it('keeps an alert that nobody can get yet until somebody can', async () => {
    await app.post(app.teams.installation(bramInTeams, 'remove', { in: itChannel }));
    const { id } = await stage.openDuty(app, 'verify-incident', { reference: 'INC-3' });
    await answers(annaInTeams, id, { outcome: 'not-solved', note: 'De strook is nog leeg' });
    await app.idle();

    await stage.useChannel(app, bramInTeams);
    app.clock.set(secondsAfter(app.clock.now(), 3600));
    await app.restart();

    const told = app.connector
      .messagesIn(itChannel.id)
      .map(stage.readingOf)
      .filter((read) => read.includes(verifyIncidentTexts.nl.alerts.personalData));
    assert.equal(told.length, 1);
  });

  it('lets whoever asked for a change hand it over, not say that it works', async () => {
    const { id } = await stage.openDuty(app, 'verify-change', {
      details: { summary: 'Nieuwe btw-codes', impact: 'high', requestedBy: anna.name },
    });

    const before = stage.shownTo(app, annaInTeams, id);
    const refused = await answers(annaInTeams, id, works);
    const more = await clicks(annaInTeams, { card: before, title: words.nl.otherWays });
    const form = await clicks(annaInTeams, { card: more, title: words.nl.handOver });
    const sent = { person: bram.aadObjectId, reason: 'Ik vroeg het zelf aan' };
    await clicks(annaInTeams, { card: form, title: formTexts.nl['hand-over'].send, typed: sent });
    await answers(bramInTeams, id, works);

    assert.ok(stage.words(before).includes(words.nl.youAskedForThis));
    assert.ok(stage.words(refused).includes(words.nl.notIndependent));
    const duty = await stage.readDuty(app, id);
    assert.deepEqual([duty.status, duty.answers.length], ['fulfilled', 1]);
  });

  it('is told in the channel at once, as a message of its own, when work has come to a halt', async () => {
    const { id } = await stage.openDuty(app, 'verify-change');
    const before = app.connector.messagesIn(itChannel.id).length;

    await answers(annaInTeams, id, { ...broken, blocking: 'yes' });

    await app.idle();
    const [post, ...others] = app.connector.messagesIn(itChannel.id).slice(before);
    assert.deepEqual(others, []);
    assert.ok(stage.readingOf(defined(post)).includes(verifyChangeTexts.nl.alerts.blocked));
  });

  it('keeps the ticks of an answer that is corrected in another language', async () => {
    const details = { summary: 'Nieuwe btw-codes' };
    const { id } = await stage.openDuty(app, 'verify-change', { details });
    await answers(annaInTeams, id, works);

    await stage.say(app, annaInTeams, 'language en');
    await stage.say(app, annaInTeams, 'my duties');
    const shown = stage.shownTo(app, annaInTeams, id);
    const { verb, data } = press(shown, words.nl.correct);
    const form = defined(
      (
        await stage.clickWith(app, {
          person: annaInTeams,
          data: { ...data, l: 'en' },
          click: { verb },
        })
      ).card,
    );

    const [first] = inputs(form).filter(({ id: input }) => input === 'checks-ok');
    const ticked = first?.choices.find(({ value }) => value === first.json['value']);
    assert.equal(ticked?.title, 'Signing in');
  });
});

describe('a restore with a drawn sample', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
  });
  afterEach(() => app.stop());

  const details = { scope: 'Facturen 2026', restorePoint: '2026-11-14', population: 12480 };
  const send = async (id: string, typed: Answers): Promise<Card> => {
    const { verb, data } = press(stage.shownTo(app, annaInTeams, id), wholeAnswer, typed);
    return defined(
      (await stage.clickWith(app, { person: annaInTeams, data, click: { verb } })).card,
    );
  };

  it('shows five numbers; what drew them stands in the first record and says nothing on the card', async () => {
    const { id } = await stage.openDuty(app, 'confirm-restore', { details });

    const card = stage.shownTo(app, annaInTeams, id);
    const [first] = await stage.evidenceOf(app, id);

    const drawn = /^Kijk naar\n(.*)$/m.exec(stage.words(card))?.[1]?.split(' · ');
    assert.equal(drawn?.length, 5);
    assert.match(stage.words(card), /door de bot getrokken uit \d+ tot en met \d+$/m);
    assert.ok(!stage.words(card).includes(id));
    assert.deepEqual((first?.data as { details: unknown }).details, { ...details, seed: id });
  });

  it('draws the same numbers for the same seed', async () => {
    const seeded = { details: { ...details, seed: '20261123' } };

    const cards = await Promise.all(
      [1, 2].map(async () => {
        const { id } = await stage.openDuty(app, 'confirm-restore', seeded);
        return stage.words(stage.shownTo(app, annaInTeams, id));
      }),
    );

    assert.deepEqual(cards[0], cards[1]);
  });

  const withLoss = {
    opens: 'yes',
    expected: '100',
    found: '85',
    'newest-day': '2026-11-12',
    'newest-time': '16:00',
    'lastGood-day': '2026-11-14',
    'lastGood-time': '18:00',
    outcome: 'loss',
    'samples-0': 'missing',
  };

  it('opens a task to enter again what was lost, once', async () => {
    await stage.install(app, bramInTeams);
    const { id } = await stage.openDuty(app, 'confirm-restore', { details });

    await send(id, { ...withLoss, acceptedBy: bram.aadObjectId });
    await app.idle();

    const { body } = await app.api('GET', '/api/v1/duties?status=open');
    const { duties } = body as { duties: readonly { kind: string; title: string }[] };
    assert.deepEqual(
      duties.map(({ kind }) => kind),
      ['show-done'],
    );
    assert.match(duties[0]?.title ?? '', /Opnieuw invoeren/);
  });

  it('draws no task that follows from a restore in a sample of changes', async () => {
    await stage.install(app, bramInTeams);
    await stage.useChannel(app, annaInTeams);
    const { id } = await stage.openDuty(app, 'confirm-restore', { details });
    await stage.openDuty(app, 'verify-change', { reference: 'CHG-9001' });
    await send(id, { ...withLoss, acceptedBy: bram.aadObjectId });

    const said = await stage.say(app, annaInTeams, 'trek 2 wijzigingen, seed 7');

    const read = said.map(stage.readingOf).join('\n');
    assert.ok(read.includes('CHG-9001') && !read.includes('Opnieuw invoeren'));
    // That it stands on the list at all is what makes the draw leave it out.
    const { items } = await app
      .services()
      .store.indexes.page(tenant, { list: { list: 'all' }, size: 10 });
    assert.ok(items.some(({ derived }) => derived));
  });

  it('is fulfilled with a loss only once whoever was picked has accepted it on their own card', async () => {
    await stage.install(app, bramInTeams);
    const { id } = await stage.openDuty(app, 'confirm-restore', { details });

    await send(id, { ...withLoss, acceptedBy: bram.aadObjectId });

    assert.equal((await stage.readDuty(app, id)).status, 'problem');
    const asked = stage.cardTo(app, bramInTeams, id);
    assert.match(stage.readingOf(asked), /verlies te accepteren/);
    await stage.click(app, {
      person: bramInTeams,
      message: asked,
      click: { verb: 'confirm', where: ({ a }) => a === 'yes' },
    });
    const duty = await stage.readDuty(app, id);
    assert.equal(duty.status, 'fulfilled');
    assert.equal(duty.findings[0]?.acceptance?.by, bram.name);
    assert.match(stage.words(stage.shownTo(app, annaInTeams, id)), /Verlies geaccepteerd door/);
  });

  it('stays open where whoever was picked does not accept the loss, and who asked hears it', async () => {
    await stage.install(app, bramInTeams);
    const { id } = await stage.openDuty(app, 'confirm-restore', { details });
    await send(id, { ...withLoss, acceptedBy: bram.aadObjectId });

    await stage.click(app, {
      person: bramInTeams,
      message: stage.cardTo(app, bramInTeams, id),
      click: { verb: 'confirm', where: ({ a }) => a === 'no' },
    });

    assert.equal((await stage.readDuty(app, id)).status, 'problem');
    assert.match(stage.readingOf(stage.cardTo(app, annaInTeams)), /verlies is niet geaccepteerd/);
  });

  it('takes neither a name that nobody has nor one’s own for who accepts a loss', async () => {
    await stage.install(app, bramInTeams);
    const { id } = await stage.openDuty(app, 'confirm-restore', { details });

    for (const acceptedBy of ['Mia Visser', annaInTeams.aadObjectId]) {
      const card = await send(id, { ...withLoss, acceptedBy });
      assert.match(stage.words(card), /⚠/);
      assert.equal((await stage.readDuty(app, id)).status, 'open');
    }
  });
});

describe('a sample for an auditor', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
    await stage.useChannel(app, annaInTeams);
  });
  afterEach(() => app.stop());
  const ask = async (text: string): Promise<string> =>
    (await stage.say(app, annaInTeams, text)).map(stage.readingOf).join('\n');

  it('is the same in both languages, and tells over how many it was drawn', async () => {
    for (const number of [1, 2, 3, 4, 5, 6, 7]) {
      await stage.openDuty(app, 'verify-change', { reference: `CHG-${String(number)}` });
    }
    await stage.openDuty(app, 'confirm-restore', { reference: 'RST-1' });

    const dutch = await ask('trek 3 wijzigingen, seed 20261123');
    const english = await ask('Draw 3 changes, seed 20261123');
    const everything = await ask('trek 20 plichten, seed 1, periode 2026-11');

    const drawn = (read: string) => [...read.matchAll(/(?:CHG|RST)-\d/g)].map(([found]) => found);
    assert.ok(dutch.includes('3 van 7'));
    assert.deepEqual(drawn(dutch), drawn(english));
    assert.equal(new Set(drawn(dutch)).size, 3);
    assert.ok(everything.includes('8 van 8'));
  });

  it('shows when each was answered and the evidence of that answer as its card calls it', async () => {
    const { id } = await stage.openDuty(app, 'verify-change');
    const { verb, data } = press(stage.shownTo(app, annaInTeams, id), wholeAnswer, works);
    await stage.clickWith(app, { person: annaInTeams, data, click: { verb } });

    const read = await ask('trek 5 wijzigingen, seed x');

    const answered = (await stage.evidenceOf(app, id)).find(({ type }) => type === 'answered');
    const { hash } = defined(answered);
    assert.ok(read.includes(`bewijs ${hash.slice(0, 4)}…${hash.slice(-2)}`), read);
    assert.ok(stage.words(stage.shownTo(app, annaInTeams, id)).includes(proofOf(hash)));
    assert.ok(!read.includes(hash), read);
    assert.ok(read.includes(words.nl.statuses.fulfilled));
  });

  it('says how to ask where something is missing, and that there is nothing to draw from', async () => {
    const incomplete = await ask('trek 5 wijzigingen');
    const nothing = await ask('trek 5 herstelacties, seed 1');

    assert.ok(incomplete.includes('trek 5 wijzigingen, startgetal 20261123'));
    assert.ok(nothing.includes('niets om uit te trekken'));
  });
});
