import assert from 'node:assert/strict';
import { formTexts } from '../../../bot/views/forms/texts.ts';
import { words } from '../../../bot/views/texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { actions, press } from '../../support/cards/card-reader.ts';
import type { Card } from '../../support/cards/card-reader.ts';
import { anna, bram, carla, defined } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import type { Person } from '../../support/teams/activities.ts';
import { annaInTeams, bramInTeams, carlaInTeams, itChannel } from '../../support/teams/cast.ts';

const works = { outcome: 'works', 'checks-0': 'ok' };
const askedOf = (...people: readonly { readonly aadObjectId: string; readonly name: string }[]) =>
  people.map(({ aadObjectId, name }) => ({ aadObjectId, name }));

describe('the requester of a change with a high impact', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    for (const person of [annaInTeams, bramInTeams, carlaInTeams]) await stage.install(app, person);
    await app.post(app.teams.installation(bramInTeams, 'add', { in: itChannel }));
    await stage.useChannel(app, bramInTeams);
  });
  afterEach(async () => {
    await app.stop();
  });

  const open = (requestedBy: string, more: object = {}) =>
    stage.openDuty(app, 'verify-change', {
      details: { summary: 'Nieuwe btw-codes', checks: ['inloggen'], impact: 'high', requestedBy },
      assignees: askedOf(anna, bram),
      ...more,
    });
  const answers = (
    person: Person,
    id: string,
    values: Readonly<Record<string, string>> = works,
  ) => {
    const message = stage.cardTo(app, person, id);
    return stage.click(app, { person, message, click: { verb: 'answer', answers: values } });
  };
  const statusOf = async (id: string) => (await stage.readDuty(app, id)).status;

  for (const [how, requestedBy] of [
    ['by object id', anna.aadObjectId],
    ['by object id in capitals', anna.aadObjectId.toUpperCase()],
    ['by name', anna.name],
    ['by name with other spaces, marks and capitals', ' ANNA\u00a0 de\u200b  vries '],
  ] as const) {
    it(`is known ${how}, and cannot be the one who says that it works`, async () => {
      const { id, rule } = await open(requestedBy);

      const refused = defined((await answers(annaInTeams, id)).card);
      const between = await statusOf(id);
      await answers(bramInTeams, id);

      assert.equal(rule, 'any');
      assert.ok(stage.words(refused).includes(words.nl.notIndependent));
      assert.deepEqual([between, await statusOf(id)], ['open', 'fulfilled']);
    });
  }

  it('stays the same person under another name in Teams', async () => {
    const { id } = await open(anna.name);

    const renamed = { ...annaInTeams, name: 'A. Vries-Bakker' };
    const refused = defined((await answers(renamed, id)).card);

    assert.ok(stage.words(refused).includes(words.nl.notIndependent));
    assert.equal(await statusOf(id), 'open');
  });

  for (const [what, requestedBy] of [
    ['nobody that is known', 'Dirk Onbekend'],
    ['only an initial of somebody', 'A. de Vries'],
    ['the name in another order', 'Vries, Anna de'],
    ['one word', 'anna'],
  ] as const) {
    it(`is no person where the name is ${what}: two people answer`, async () => {
      const { id, rule } = await open(requestedBy);

      await answers(annaInTeams, id);
      const between = await statusOf(id);
      await answers(bramInTeams, id);

      assert.equal(rule, 'four-eyes');
      assert.deepEqual([between, await statusOf(id)], ['open', 'fulfilled']);
    });
  }

  it('by an object id that nobody here has is somebody else than who answers: one of them is enough', async () => {
    const dora = { ...carlaInTeams, aadObjectId: '22222222-aaaa-4bbb-8ccc-0000000000ff' };
    const { id, rule } = await open(dora.aadObjectId, { assignees: askedOf(anna, bram) });

    await answers(annaInTeams, id);

    assert.equal(rule, 'any');
    assert.equal(await statusOf(id), 'fulfilled');
    const [first] = await stage.evidenceOf(app, id);
    const { requesters } = defined(first).data as { requesters?: unknown };
    assert.deepEqual(requesters, [{ aadObjectId: dora.aadObjectId }]);
  });

  it('is no person where two people have that name', async () => {
    await stage.install(app, { ...carlaInTeams, name: anna.name });

    const { id, rule } = await open(anna.name);
    await answers(bramInTeams, id);

    assert.deepEqual([rule, await statusOf(id)], ['four-eyes', 'open']);
  });

  it('leaves a duty of one person open until somebody else answers, whom that person asks', async () => {
    const { id } = await open('Dirk Onbekend', { assignees: askedOf(anna) });

    const settled = defined((await answers(annaInTeams, id)).card);
    await asksSecond(annaInTeams, settled);
    const between = await statusOf(id);
    await answers(carlaInTeams, id);

    assert.deepEqual([between, await statusOf(id)], ['open', 'fulfilled']);
    const kept = (await stage.evidenceOf(app, id)).map(({ type }) => type);
    assert.deepEqual(
      kept.filter((type) => type === 'answered' || type === 'reassigned'),
      ['answered', 'reassigned', 'answered'],
    );
  });

  it('lets the IT team ask the second person in its channel', async () => {
    const { id } = await open('Dirk Onbekend', { assignees: askedOf(anna) });
    await answers(annaInTeams, id);
    const message = defined(
      app.connector
        .messagesIn(itChannel.id)
        .findLast(({ activity }) => JSON.stringify(activity).includes(id)),
    );

    const when = { in: itChannel, replyToId: message.id };
    const form = await stage.click(app, {
      person: bramInTeams,
      message,
      click: { verb: 'form', where: (data) => data['f'] === 'second-person', when },
    });
    await stage.click(app, {
      person: bramInTeams,
      message,
      shown: form.card,
      click: { verb: 'form-send', answers: { person: carla.aadObjectId }, when },
    });
    await answers(carlaInTeams, id);

    assert.equal(await statusOf(id), 'fulfilled');
  });

  it('does not count the same person twice, whatever is clicked', async () => {
    const { id } = await open('Dirk Onbekend', { assignees: askedOf(anna) });
    await answers(annaInTeams, id);

    await stage.clickWith(app, {
      person: annaInTeams,
      data: { d: id, f: 'second-person', person: anna.aadObjectId },
      click: { verb: 'form-send' },
    });

    const { status, assignees } = await stage.readDuty(app, id);
    assert.deepEqual([status, assignees.length], ['open', 1]);
  });

  async function asksSecond(person: Person, card: Card): Promise<void> {
    const offered = defined(actions(card).find(({ title }) => title === words.nl.secondPerson));
    const form = await stage.clickWith(app, {
      person,
      data: offered.data,
      click: { verb: offered.verb },
    });
    const { verb, data } = press(defined(form.card), formTexts.nl['second-person'].send, {
      person: carla.aadObjectId,
    });
    await stage.clickWith(app, { person, data, click: { verb } });
  }
});

describe('an incident with personal data', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
    await stage.install(app, carlaInTeams);
  });
  afterEach(async () => {
    await app.stop();
  });

  it('is not solved by one person who types the name of another', async () => {
    const { id, rule } = await stage.openDuty(app, 'verify-incident', { reference: 'INC-9' });

    const solved = {
      outcome: 'solved',
      recurs: 'no',
      complete: 'yes',
      workaround: 'gone',
      cause: 'yes',
      'testedAt-day': '2026-11-23',
      'testedAt-time': '09:00',
    };
    const message = stage.cardTo(app, annaInTeams, id);
    await stage.click(app, {
      person: annaInTeams,
      message,
      click: { verb: 'answer', answers: solved },
    });

    assert.deepEqual([rule, (await stage.readDuty(app, id)).status], ['four-eyes', 'open']);
  });
});
