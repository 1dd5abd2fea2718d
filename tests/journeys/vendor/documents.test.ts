import type { Circumstances, Person } from '../../support/teams/activities.ts';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { openDuty } from '../../../bot/casework/open-duty.ts';
import { readOpening } from '../../../bot/casework/read-opening.ts';
import type { OpenedBy } from '../../../bot/duty/duty.ts';
import { rosterTexts } from '../../../bot/features/roster/texts.ts';
import { words } from '../../../bot/views/texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp, vendor } from '../../support/app.ts';
import type { Answers, Card } from '../../support/cards/card-reader.ts';
import { actions, cardOf, fill } from '../../support/cards/card-reader.ts';
import { annaInTeams, bramInTeams, carlaInTeams, itChannel } from '../../support/teams/cast.ts';
import { anna, asked, bram, defined, openingFor, tenant } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';

const understood = { readVersion: 'same', outcome: 'understood' };
const unclear = { outcome: 'unclear', note: 'Wie meldt een datalek?' };

describe('a document of which a new version comes', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    for (const person of [annaInTeams, bramInTeams, carlaInTeams]) await stage.install(app, person);
    await stage.useChannel(app, bramInTeams);
  });
  afterEach(() => app.stop());

  const version = (name: string, more = {}, overrides = {}) => ({
    reference: `DOC-${name}`,
    title: `Verwerkersovereenkomst ${name}`,
    details: {
      document: 'Verwerkersovereenkomst',
      version: name,
      url: 'https://voorbeeld.nl/vwo',
      ...more,
    },
    ...overrides,
  });
  async function open(name: string, more = {}, overrides = {}): Promise<string> {
    // Each version comes on another day.
    await app.pass(60);
    const body = version(name, more, overrides);
    return (await stage.openDuty(app, 'read-agreement', body)).id;
  }
  const answer = async (id: string, answers: Answers, who = annaInTeams): Promise<Card> => {
    const message = stage.cardTo(app, who, id);
    return defined(
      (await stage.click(app, { person: who, message, click: { verb: 'answer', answers } })).card,
    );
  };
  const firstCard = (id: string, who = annaInTeams): Card =>
    cardOf(defined(stage.cardsTo(app, who, id)[0]).activity);

  it('of one vendor touches and tells nothing of what another one asked about it', async () => {
    const ask = async (name: string, sender: string, openedBy: OpenedBy) => {
      await app.pass(60);
      const read = readOpening(openingFor('read-agreement', version(name, {}, asked(anna))));
      assert.ok(read.ok);
      const { opening } = read;
      const asking = { openedBy, sender, key: name };
      const opened = await openDuty(app.services(), { tenant, opening, asking });
      assert.equal(opened.type, 'opened');
      await app.idle();
      return opened.type === 'opened' ? opened.duty.id : '';
    };
    const foreign = { type: 'vendor', name: 'ander' } as const;
    const theirs = [await ask('2026-1', 'x', foreign), await ask('2026-2', 'x', foreign)];
    const byHand = await ask('2026-3', 'y', { type: 'person', person: bram });
    await answer(byHand, unclear);

    // Whoever asks anew about a version is not told of those that others asked about.
    const own = await open('2026-1');
    await open('2026-4');

    const states = [own, byHand, ...theirs].map(
      async (id) => (await stage.readDuty(app, id)).status,
    );
    assert.deepEqual(await Promise.all(states), ['withdrawn', 'problem', 'withdrawn', 'withdrawn']);
    assert.equal((await stage.readDuty(app, byHand)).outdated, undefined);
    const { text } = await app.api('GET', '/api/v1/evidence', undefined, {
      authorization: `Bearer ${vendor.secret}`,
    });
    assert.ok(text.includes(own));
    for (const hidden of [byHand, ...theirs, unclear.note])
      assert.ok(!text.includes(hidden), hidden);
  });

  it('withdraws what was not answered yet, and every card names the new version', async () => {
    const first = await open('2026-1', {}, asked(anna, bram));
    const second = await open('2026-2');

    const old = await stage.readDuty(app, first);
    assert.deepEqual(
      [old.status, old.outdated?.version, old.outdated?.duty],
      ['withdrawn', '2026-2', second],
    );
    for (const who of [annaInTeams, bramInTeams]) {
      const card = firstCard(first, who);
      assert.ok(!stage.offers(card, 'answer'));
      assert.ok(stage.words(card).includes(words.nl.replacedBy('2026-2')), stage.words(card));
    }
    const last = (await stage.evidenceOf(app, first)).at(-1);
    assert.deepEqual(
      [last?.type, Object(last?.data)['version'], last?.by],
      ['withdrawn', '2026-2', undefined],
    );
    assert.equal((await stage.readDuty(app, second)).status, 'open');
  });

  it('marks what was answered, keeps the answer, and asks again with what was said then', async () => {
    const first = await open('2026-1');
    await answer(first, { ...understood, outcome: 'remark', note: 'Artikel 7 is krap' });
    const second = await open('2026-2');

    const old = await stage.readDuty(app, first);
    assert.deepEqual(
      [old.status, old.answers.length, old.outdated?.version],
      ['fulfilled', 1, '2026-2'],
    );
    const card = firstCard(first);
    assert.ok(stage.words(card).includes(words.nl.replacedBy('2026-2')));
    assert.ok(stage.words(card).includes('Artikel 7 is krap') && !stage.offers(card, 'correct'));
    const asks = stage.words(stage.shownTo(app, annaInTeams, second));
    assert.ok(
      asks.includes('versie 2026-1: begrepen, met een opmerking, maandag 23 november 2026'),
      asks,
    );
    assert.ok(asks.includes('Artikel 7 is krap'));
    const last = (await stage.evidenceOf(app, first)).at(-1);
    assert.deepEqual([last?.type, Object(last?.data)['because']], ['closed', 'outdated']);
  });

  it('leaves an open finding open: a new version is no proof', async () => {
    const first = await open('2026-1');
    await answer(first, unclear);
    await open('2026-2');

    const { status, findings, outdated } = await stage.readDuty(app, first);
    assert.deepEqual(
      [status, findings[0]?.status, outdated?.version],
      ['problem', 'open', '2026-2'],
    );
  });

  it('is fine to ask of somebody else in the same version, and is another document in another system', async () => {
    const first = await open('2026-1');
    const again = await open('2026-1', {}, asked(bram));
    const elsewhere = await open('2026-9', {}, { system: 'Ander systeem' });

    const states = await Promise.all(
      [first, again, elsewhere].map((id) => stage.readDuty(app, id)),
    );
    assert.deepEqual(
      states.map(({ status, outdated }) => [status, outdated]),
      [
        ['open', undefined],
        ['open', undefined],
        ['open', undefined],
      ],
    );
  });

  it('refuses a version that another one replaced, but knows the key that opened it before', async () => {
    const body = openingFor('read-agreement', version('2026-1'));
    const key = { 'idempotency-key': 'late' };
    const first = await app.api('POST', '/api/v1/duties', body, key);
    await app.idle();
    await open('2026-2');

    const repeated = await app.api('POST', '/api/v1/duties', body, key);
    const stale = await app.api('POST', '/api/v1/duties', body, { 'idempotency-key': 'later' });

    assert.deepEqual([first.status, repeated.status, stale.status], [201, 200, 409]);
    const { errors } = stale.body as { errors: { path: string; message: string }[] };
    assert.equal(errors[0]?.path, 'details.version');
    assert.ok(errors[0]?.message.includes('2026-2'));
  });

  it('is outdated by each next version only once', async () => {
    const first = await open('2026-1');
    await answer(first, understood);
    await open('2026-2');
    await open('2026-3');

    const { outdated } = await stage.readDuty(app, first);
    const records = await stage.evidenceOf(app, first);
    assert.equal(outdated?.version, '2026-2');
    assert.equal(records.filter(({ type }) => type === 'closed').length, 1);
  });

  const obligations = ['Datalek binnen 24 uur melden', 'Twee beheerders aanwijzen', 'MFA aan'];
  it('turns what has to be arranged or told into duties, each once', async () => {
    const id = await open('2026-1', { obligations });
    const forgotten = await answer(id, { ...understood, 'listed-0': 'inform' });
    assert.ok(stage.words(forgotten).includes('Kies wat geldt, voor elk punt.'));
    const chosen = { 'listed-0': 'inform', 'listed-1': 'arrange', 'listed-2': 'arranged' };
    const each = { ...chosen, 'listed-all': 'each' };
    const settled = await answer(id, {
      ...understood,
      ...each,
      obligations: 'Register bijwerken',
    });
    const action = defined(actions(settled).find(({ verb }) => verb === 'correct'));
    const again = await stage.clickWith(app, {
      person: annaInTeams,
      data: action.data,
      click: { verb: 'correct' },
    });
    const form = defined(again.card);
    await stage.click(app, {
      person: annaInTeams,
      message: stage.cardTo(app, annaInTeams, id),
      click: {
        verb: 'answer',
        answers: { ...understood, ...chosen, outcome: 'remark', note: 'Nog eens' },
      },
      shown: form,
    });
    const given = (await stage.evidenceOf(app, id)).filter(({ type }) => type === 'answered');
    assert.equal(given.length, 2);

    const { body } = await app.api('GET', '/api/v1/duties');
    const { duties } = body as { duties: { kind: string; title: string }[] };
    const made = duties
      .filter(({ kind }) => kind !== 'read-agreement')
      .map(({ kind, title }) => `${kind} ${title}`);
    assert.deepEqual(made.sort(), [
      'inform-staff Medewerkers informeren: Datalek binnen 24 uur melden',
      'show-done Laat zien dat dit is ingericht: Register bijwerken',
      'show-done Laat zien dat dit is ingericht: Twee beheerders aanwijzen',
    ]);
  });

  it('brings a question to the contract owner, who can send it to the vendor; the answer comes back next time', async () => {
    const inChannel = { in: itChannel };
    const clicking = async (
      card: Card,
      {
        title,
        answers,
        who = bramInTeams,
        when = {},
      }: {
        readonly title: string;
        readonly answers: Answers;
        readonly who?: Person | undefined;
        readonly when?: Circumstances | undefined;
      },
    ) => {
      const action = defined(actions(card).find((one) => one.title === title));
      const data = { ...action.data, ...fill(card, answers) };
      return defined(
        (await stage.clickWith(app, { person: who, data, click: { verb: action.verb, when } }))
          .card,
      );
    };
    const roster = await stage.say(app, bramInTeams, 'rooster', inChannel);
    const roleHolders = await clicking(cardOf(defined(roster[0]).activity), {
      title: rosterTexts.nl.roleHolders,
      answers: {},
      who: bramInTeams,
      when: inChannel,
    });
    await clicking(roleHolders, {
      title: rosterTexts.nl.save,
      answers: { contracts: carlaInTeams.aadObjectId },
      who: bramInTeams,
      when: inChannel,
    });
    const first = await open('2026-1');
    await answer(first, unclear);

    const alert = cardOf(defined(stage.cardsTo(app, carlaInTeams).at(-1)).activity);
    assert.ok(
      stage
        .words(alert)
        .includes('Er is een vraag over ‘Verwerkersovereenkomst 2026-1’: ‘Wie meldt een datalek?’'),
    );
    const draft = await clicking(alert, {
      title: words.nl.vendorReply,
      answers: {},
      who: carlaInTeams,
    });
    for (const text of ['Document: Verwerkersovereenkomst 2026-1', 'Gelezen op', 'hoe dit zit'])
      assert.ok(stage.words(draft).includes(text), text);
    // Her card of the duty would offer no reply: the draft stays where it is.
    assert.ok(!stage.offers(draft, 'show'));
    const back = { do: 'show', d: first };
    const shown = await stage.clickWith(app, {
      person: carlaInTeams,
      data: back,
      click: { verb: 'show' },
    });
    assert.ok(stage.words(defined(shown.card)).includes('Wie meldt een datalek?'));
    await clicking(draft, { title: 'Ik heb dit verstuurd', answers: {}, who: carlaInTeams });
    const sent = (await stage.readDuty(app, first)).findings[0]?.reply;
    assert.equal(sent?.by.name, carlaInTeams.name);
    const data = {
      do: 'form-send',
      d: first,
      f: 'reaction',
      solved: 'no',
      text: 'U meldt zelf, wij helpen',
    };
    await stage.clickWith(app, { person: bramInTeams, data, click: { when: inChannel } });
    const second = await open('2026-2');

    const asks = stage.words(stage.shownTo(app, annaInTeams, second));
    for (const text of [
      'niet akkoord of onduidelijk',
      'Wie meldt een datalek?',
      'U meldt zelf, wij helpen',
    ])
      assert.ok(asks.includes(text), `${text} in ${asks}`);
  });
});
