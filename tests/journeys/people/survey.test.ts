import { parseDutyId, parsePersonId } from '../../../bot/duty/ids.ts';
import type { Person as Colleague } from '../../../bot/duty/ids.ts';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { surveyTexts } from '../../../bot/views/survey/texts.ts';
import type { Person } from '../../support/teams/activities.ts';
import { personalConversation } from '../../support/teams/activities.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import type { Answers, Card } from '../../support/cards/card-reader.ts';
import { actions, cardOf, inputs, press, wholeAnswer } from '../../support/cards/card-reader.ts';
import { annaInTeams, bramInTeams, carlaInTeams, itChannel } from '../../support/teams/cast.ts';
import { aPerson, defined, tenant } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import { memoryStore } from '../../support/store/memory-store.ts';

const nl = surveyTexts.nl;
const { message, pulse } = nl.types;
const topic = 'De zeven vuistregels van informatiebeveiliging';
const details = { topic, url: 'https://voorbeeld.nl/regels' };

describe('a message that the bot carries to people', () => {
  let app: TestApp;
  let id: string;
  beforeEach(async () => {
    app = await startApp();
    for (const person of [annaInTeams, bramInTeams, carlaInTeams]) await stage.install(app, person);
    await stage.useChannel(app, annaInTeams);
    ({ id } = await stage.openDuty(app, 'inform-staff', { details }));
  });
  afterEach(() => app.stop());

  /** Presses a button of a card and gives back the card that took its place. */
  async function go(
    card: Card,
    {
      title,
      answers = {},
      who = annaInTeams,
    }: {
      readonly title: string;
      readonly answers?: Answers | undefined;
      readonly who?: Person | undefined;
    },
  ) {
    const { verb, data } = press(card, title, answers);
    const reply = await stage.clickWith(app, { person: who, data, click: { verb } });
    return defined(reply.card);
  }
  async function start(answers: Answers = { whom: 'everybody' }): Promise<Card> {
    const form = await go(stage.shownTo(app, annaInTeams, id), { title: message.start });
    return go(form, { title: nl.send, answers });
  }
  const shown = (who: Person): Card => stage.shownTo(app, who, id);
  const copiesOf = (who: Person): readonly Card[] =>
    stage.cardsTo(app, who, id).map((one) => cardOf(one.activity));
  function channelText(): string {
    const found = app.connector
      .messagesIn(itChannel.id)
      .findLast((one) => stage.readingOf(one).includes('CHG-4711'));
    return stage.readingOf(defined(found));
  }

  it('comes with text, link and one button, and is proven of each who read it', async () => {
    await start();

    const card = shown(bramInTeams);
    assert.ok(stage.words(card).includes(topic));
    assert.ok(actions(card).some(({ json }) => json['url'] === details.url));
    const thanks = await go(card, { title: nl.answers.read, answers: {}, who: bramInTeams });

    assert.ok(stage.words(thanks).includes('Bedankt'));
    assert.ok(!stage.offers(shown(bramInTeams), 'round-answer'), 'the copy kept its button');
    const records = await stage.evidenceOf(app, id);
    const about = records.filter(({ data }) => JSON.stringify(data).includes('"survey"'));
    assert.deepEqual(
      about.map(({ type, by }) => [type, by?.name]),
      [
        ['delivered', annaInTeams.name],
        ['delivered', undefined],
        ['delivered', undefined],
        ['answered', bramInTeams.name],
      ],
    );
  });

  it('is told in numbers in the channel, and by name only to whoever has the duty', async () => {
    await start();
    await go(shown(bramInTeams), { title: nl.answers.read, answers: {}, who: bramInTeams });

    assert.match(channelText(), /1 van 2 heeft het gelezen/);
    assert.ok(!channelText().includes(carlaInTeams.name));
    const page = stage.words(await go(shown(annaInTeams), { title: message.look }));
    assert.ok(page.includes(carlaInTeams.name));
    assert.ok(!page.includes(bramInTeams.name));
    assert.match(stage.words(shown(annaInTeams)), /1 van 2 heeft het gelezen/);
  });

  it('fills the form of the duty with how, when and how many', async () => {
    await start();
    await go(shown(bramInTeams), { title: nl.answers.read, answers: {}, who: bramInTeams });

    const done = actions(shown(annaInTeams)).find(({ data }) => data['outcome'] === 'done');
    const step = await go(shown(annaInTeams), { title: defined(done).title });
    const filled = Object.fromEntries(inputs(step).map((input) => [input.id, input.json['value']]));

    assert.deepEqual(
      [filled['how'], filled['when'], filled['reached'], filled['population']],
      ['mail', '2026-11-23', 1, 2],
    );
  });

  it('goes to those who are named and to nobody else', async () => {
    const form = await go(shown(annaInTeams), { title: message.start });
    const unknown = await go(form, {
      title: nl.send,
      answers: {
        whom: 'chosen',
        names: 'Carla Smit\nPiet Nooitgezien',
      },
    });
    assert.match(stage.words(unknown), /Deze collega’s ken ik niet: Piet Nooitgezien/);
    const nobody = await go(form, { title: nl.send, answers: { whom: 'chosen' } });
    assert.ok(stage.words(nobody).includes(nl.problems.who));
    assert.equal((await stage.evidenceOf(app, id)).length, 2);

    await go(unknown, { title: nl.send, answers: { whom: 'chosen', names: 'carla' } });

    assert.ok(stage.offers(shown(carlaInTeams), 'round-answer'));
    assert.deepEqual(copiesOf(bramInTeams), []);
  });

  it('is read once by the same person, however often and wherever the button is pressed', async () => {
    await start();
    const data = press(shown(bramInTeams), nl.answers.read).data;

    for (const as of ['execute', 'submit', 'execute'] as const) {
      await stage.clickWith(app, {
        person: bramInTeams,
        data,
        click: { verb: 'round-answer', as },
      });
    }

    const answered = (await stage.evidenceOf(app, id)).filter(({ type }) => type === 'answered');
    assert.equal(answered.length, 1);
  });

  it('is read by nobody else: neither a stranger to it nor somebody who was not named', async () => {
    await start({ whom: 'chosen', names: 'Carla Smit' });
    const data = press(shown(carlaInTeams), nl.answers.read).data;

    const strange = await stage.clickWith(app, {
      person: bramInTeams,
      data,
      click: { verb: 'round-answer' },
    });
    const page = await stage.clickWith(app, {
      person: bramInTeams,
      data: { d: id },
      click: { verb: 'round' },
    });
    await stage.clickWith(app, {
      person: bramInTeams,
      data: { d: id },
      click: { verb: 'round-remind' },
    });

    for (const { card } of [strange, page]) {
      assert.ok(!stage.words(defined(card)).includes(topic));
      assert.ok(!stage.words(defined(card)).includes(carlaInTeams.name));
    }
    const types = (await stage.evidenceOf(app, id)).map(({ type }) => type);
    assert.ok(!types.includes('answered') && !types.includes('reminded'));
  });

  it('shows no names in a channel, whatever is clicked there', async () => {
    await start();

    const data = { d: id, whom: 'everybody', text: 'x' };
    const clicked = await stage.clickWith(app, {
      person: annaInTeams,
      data,
      click: {
        verb: 'round',
        when: { in: itChannel },
      },
    });

    assert.ok(!stage.words(defined(clicked.card)).includes(carlaInTeams.name));
  });

  it('goes to everybody who has the bot; whoever is named without it is told as not reached', async () => {
    await stage.uninstall(app, carlaInTeams);
    const form = await go(stage.shownTo(app, annaInTeams, id), { title: message.start });
    assert.match(stage.words(form), /Iedereen die de bot heeft \(1\)/);

    await go(form, {
      title: nl.send,
      answers: { whom: 'chosen', names: 'Bram Jansen\nCarla Smit' },
    });

    assert.deepEqual(copiesOf(carlaInTeams), []);
    assert.match(channelText(), /0 van 2 hebben het gelezen; 1 niet bereikt/);
    const missed = (await stage.evidenceOf(app, id)).filter(({ type }) => type === 'undeliverable');
    assert.match(JSON.stringify(missed), /not-installed.*Carla Smit/);
    const page = stage.words(await go(shown(annaInTeams), { title: message.look }));
    assert.match(page, /Heeft de bot niet\nCarla Smit/);
  });

  it('does not reach somebody who removes the bot half-way, and goes on with the others', async () => {
    const carlas = personalConversation(carlaInTeams);
    app.connector.failNext({
      matching: ({ conversationId, method }) => method === 'POST' && conversationId === carlas,
      status: 403,
      code: 'BotNotInConversationRoster',
    });
    await start();

    assert.ok(stage.offers(shown(bramInTeams), 'round-answer'));
    assert.match(channelText(), /1 niet bereikt/);
    const page = stage.words(await go(shown(annaInTeams), { title: message.look }));
    assert.match(page, /Carla Smit/);
    assert.match(
      page,
      /Op \w+ \d+ \w+ is er een kaart gestuurd\. Herinneren kan vanaf \w+ \d+ \w+\./,
    );

    await stage.say(app, carlaInTeams, 'hulp');
    await app.pass(24 * 3600);
    const tomorrow = await go(shown(annaInTeams), { title: message.look });
    await go(tomorrow, { title: message.remind });

    assert.ok(stage.offers(shown(carlaInTeams), 'round-answer'));
    assert.ok(stage.words(shown(carlaInTeams)).includes(message.again));
  });

  it('reminds once a day those who have not read it, and both copies show that it was read', async () => {
    await start();
    await go(shown(bramInTeams), { title: nl.answers.read, answers: {}, who: bramInTeams });
    await app.pass(24 * 3600);

    const page = await go(shown(annaInTeams), { title: message.look });
    const after = await go(page, { title: message.remind });
    assert.ok(!stage.offers(after, 'round-remind'));
    await stage.clickWith(app, {
      person: annaInTeams,
      data: { d: id },
      click: { verb: 'round-remind' },
    });

    assert.deepEqual([copiesOf(bramInTeams).length, copiesOf(carlaInTeams).length], [1, 2]);
    await go(defined(copiesOf(carlaInTeams)[0]), {
      title: nl.answers.read,
      answers: {},
      who: carlaInTeams,
    });
    assert.deepEqual(
      copiesOf(carlaInTeams).map((card) => stage.offers(card, 'round-answer')),
      [false, false],
    );
    const reminded = (await stage.evidenceOf(app, id)).filter(({ type }) => type === 'reminded');
    assert.equal(reminded.length, 1);
  });

  it('is taken back with the duty; who taps an old card all the same is thanked and kept', async () => {
    await start();
    const { data } = press(shown(bramInTeams), nl.answers.read);
    await go(shown(carlaInTeams), { title: nl.answers.read, answers: {}, who: carlaInTeams });

    await app.api('POST', `/api/v1/duties/${id}/withdraw`, { reason: 'Niet meer nodig' });
    await app.idle();

    assert.ok(stage.words(shown(bramInTeams)).includes(nl.noLonger));
    assert.ok(!stage.offers(shown(bramInTeams), 'round-answer'));
    assert.ok(stage.words(shown(carlaInTeams)).includes('Bedankt'));
    const late = await stage.clickWith(app, {
      person: bramInTeams,
      data,
      click: { verb: 'round-answer' },
    });
    assert.ok(stage.words(defined(late.card)).includes('Bedankt'));
    const last = (await stage.evidenceOf(app, id)).at(-1);
    assert.deepEqual([last?.type, last?.by?.name], ['answered', bramInTeams.name]);
  });

  it('stops on the way when the duty is withdrawn meanwhile', async () => {
    const chats = [bramInTeams, carlaInTeams].map(personalConversation);
    const inChats = () => chats.map((chat) => app.connector.messagesIn(chat).length);
    const before = inChats();
    app.connector.failNext({
      matching: ({ method, conversationId }) => method === 'POST' && chats.includes(conversationId),
      status: 429,
      headers: { 'retry-after': '600' },
      times: Infinity,
    });
    await start();
    await app.api('POST', `/api/v1/duties/${id}/withdraw`, { reason: 'Niet meer nodig' });
    app.connector.recover();
    await app.pass(2 * 3600);

    assert.deepEqual(inChats(), before);
  });

  it('is sent once to each, also when what sends it happens twice', async () => {
    await start();
    const dutyId = defined(parseDutyId(id));
    const effect = {
      do: 'survey-card',
      key: 'survey-card:once-more',
      person: defined(parsePersonId(bramInTeams.aadObjectId)),
      step: 'send',
    } as const;
    await app.store.outbox.add({ tenant, dutyId, effect, dueAt: app.clock.now(), attempts: 0 });

    await app.pass(3600);

    assert.equal(copiesOf(bramInTeams).length, 1);
  });

  it('tells the IT team when new staff was not reached', async () => {
    await go(stage.shownTo(app, annaInTeams, id), {
      title: wholeAnswer,
      answers: {
        outcome: 'partly',
        joiners: 'no',
        owner: 'Bram Jansen',
        planned: '2026-12-07',
        note: 'de avondploeg volgt',
      },
    });

    const said = app.connector.messagesIn(itChannel.id).map(stage.readingOf).join('\n');
    assert.match(said, /Nieuwe medewerkers zijn nog niet geïnformeerd. Bram Jansen/);
  });

  it('reaches a thousand people, each once, and the channel is not flooded', async () => {
    const crowd = Array.from({ length: 998 }, (_, at) =>
      aPerson(`66666666-aaaa-4bbb-8ccc-${String(at).padStart(12, '0')}`, `Collega ${String(at)}`),
    );
    await meet(app, crowd);
    await start();
    await app.pass(3600);

    const copies = crowd.map((person) => app.connector.messagesIn(personalConversation(person)));
    assert.deepEqual(
      copies.filter((messages) => messages.length !== 1),
      [],
    );
    const before = app.connector.calls.length;
    await Promise.all(crowd.slice(0, 100).map((person) => app.post(tap(app, person, id))));
    await app.pass(3600);
    assert.match(channelText(), /100 van 1000 hebben het gelezen/);
    const edits = app.connector.calls
      .slice(before)
      .filter(({ conversationId }) => conversationId.startsWith(itChannel.id));
    assert.ok(edits.length <= 10, `${String(edits.length)} edits in the channel`);
    const answered = (await stage.evidenceOf(app, id)).filter(({ type }) => type === 'answered');
    assert.equal(answered.length, 100);
  }).timeout(300_000);
});

describe('many who answer in the same second', () => {
  it('are all heard, also where the store takes its time', async () => {
    const quick = memoryStore();
    const commit: typeof quick.duties.commit = async (change) => {
      for (let turn = 0; turn < 3; turn += 1) await new Promise(setImmediate);
      return quick.duties.commit(change);
    };
    const app = await startApp({ store: { ...quick, duties: { ...quick.duties, commit } } });
    await stage.install(app, annaInTeams);
    const crowd = Array.from({ length: 60 }, (_, at) =>
      aPerson(`77777777-aaaa-4bbb-8ccc-${String(at).padStart(12, '0')}`, `Collega ${String(at)}`),
    );
    await meet(app, crowd);
    const { id } = await stage.openDuty(app, 'inform-staff');
    const data = { d: id, l: 'nl', text: 'Lees dit', whom: 'everybody' };
    await stage.clickWith(app, { person: annaInTeams, data, click: { verb: 'round-start' } });
    await app.pass(600);

    await Promise.all(crowd.map((person) => app.post(tap(app, person, id))));
    await app.idle();

    const answered = (await stage.evidenceOf(app, id)).filter(({ type }) => type === 'answered');
    assert.equal(answered.length, crowd.length);
    await app.stop();
  });
});

/** Lets the bot know people, as if each had installed it. */
async function meet(app: TestApp, crowd: readonly Colleague[]): Promise<void> {
  for (const person of crowd) {
    const known = {
      ...person,
      userId: `29:${person.aadObjectId}`,
      conversationId: personalConversation(person),
      serviceUrl: app.connector.url,
      tenantId: tenant,
      installed: true,
    };
    await app.store.people.save(tenant, known, undefined);
  }
}

/** The tap of somebody on the button of a message. */
function tap(app: TestApp, person: Colleague, id: string) {
  const data = { d: id, a: 'read', l: 'nl' };
  const who = { ...person, id: `29:${person.aadObjectId}` };
  return app.teams.execute(who, { verb: 'round-answer', data });
}

describe('one question to the people at home', () => {
  let app: TestApp;
  let id: string;
  const measured = {
    contracted: '1000',
    peak: '600',
    source: 'monitoring',
    measuredOn: '2026-11-20',
    outcome: 'enough',
  };
  beforeEach(async () => {
    app = await startApp();
    for (const person of [annaInTeams, bramInTeams, carlaInTeams]) await stage.install(app, person);
    await stage.useChannel(app, annaInTeams);
    ({ id } = await stage.openDuty(app, 'check-capacity'));
  });
  afterEach(() => app.stop());

  async function go(card: Card, title: string, answers: Answers = {}, who = annaInTeams) {
    const { verb, data } = press(card, title, answers);
    return defined((await stage.clickWith(app, { person: who, data, click: { verb } })).card);
  }
  const shown = (who: Person, of = id): Card => stage.shownTo(app, who, of);

  it('is answered with one tap of three and stands in figures beside the answer', async () => {
    const form = await go(shown(annaInTeams), pulse.start);
    await go(form, nl.send, { whom: 'everybody' });
    assert.match(
      stage.words(shown(bramInTeams)),
      /Hoe goed werkt Unit4 Financials bij jou thuis\?/,
    );

    const slow = await go(shown(bramInTeams), nl.answers.sometimes, {}, bramInTeams);
    await go(shown(carlaInTeams), nl.answers.bad, {}, carlaInTeams);

    assert.match(stage.words(slow), /Je antwoordde ‘Soms traag’/);
    assert.match(
      stage.words(shown(annaInTeams)),
      /2 van 2 hebben geantwoord: 0 goed, 1 soms traag, 1 slecht/,
    );
    const settled = await go(shown(annaInTeams), wholeAnswer, measured);
    assert.match(stage.words(settled), /1 soms traag, 1 slecht/);
  });

  it('keeps the first tap and takes no answer that it did not ask for', async () => {
    const form = await go(shown(annaInTeams), pulse.start);
    await go(form, nl.send, { whom: 'chosen', names: 'Bram Jansen' });

    const data = { d: id, l: 'nl' };
    for (const a of ['read', '__proto__', 7, 'good', 'bad']) {
      await stage.clickWith(app, {
        person: bramInTeams,
        data: { ...data, a },
        click: { verb: 'round-answer' },
      });
    }

    const answered = (await stage.evidenceOf(app, id)).filter(({ type }) => type === 'answered');
    assert.deepEqual(
      answered.map(({ data: told }) => told),
      [{ survey: { type: 'pulse', answer: 'good' } }],
    );
  });

  it('looks back at the last quarters in their order, however many there were', async () => {
    await go(shown(annaInTeams), wholeAnswer, measured);
    for (let quarter = 1; quarter <= 7; quarter += 1) {
      await app.pass(60);
      const more = { reference: `CAP-${String(quarter)}`, dueOn: `2027-0${String(quarter)}-20` };
      const next = await stage.openDuty(app, 'check-capacity', more);
      const peak = String(600 + quarter * 20);
      await go(shown(annaInTeams, next.id), wholeAnswer, { ...measured, peak });
    }

    await app.pass(60);
    const last = await stage.openDuty(app, 'check-capacity', { reference: 'CAP-9' });

    assert.match(stage.words(shown(annaInTeams, last.id)), /74% ▲ \(was 72%\), CAP-7/);
    const [opened] = await stage.evidenceOf(app, last.id);
    const { earlier } = opened?.data as { earlier: readonly { reference: string }[] };
    assert.deepEqual(
      earlier.map(({ reference }) => reference),
      ['CAP-2', 'CAP-3', 'CAP-4', 'CAP-5', 'CAP-6', 'CAP-7'],
    );
  });

  it('compares with the quarter before, and finds that nothing was measured twice', async () => {
    await go(shown(annaInTeams), wholeAnswer, measured);

    await app.pass(60);
    const next = await stage.openDuty(app, 'check-capacity', { reference: 'CAP-2' });
    assert.match(stage.words(shown(annaInTeams, next.id)), /Vorige keer\n60%, CHG-4711/);
    const none = { outcome: 'no-measurement', note: 'de meter is stuk' };
    await go(shown(annaInTeams, next.id), wholeAnswer, none);
    assert.equal((await stage.readDuty(app, next.id)).status, 'open');
    await app.pass(60);
    const third = await stage.openDuty(app, 'check-capacity', { reference: 'CAP-3' });
    await go(shown(annaInTeams, third.id), wholeAnswer, none);

    const duty = await stage.readDuty(app, third.id);
    assert.equal(duty.status, 'problem');
    assert.equal(duty.findings.length, 1);
  });
});
