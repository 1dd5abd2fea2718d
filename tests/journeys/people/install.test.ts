import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { DateTime } from 'luxon';
import { changeDuty } from '../../../bot/casework/change-duty.ts';
import { toInstant } from '../../../bot/duty/time/instant.ts';
import { chatTexts } from '../../../bot/views/chat-texts.ts';
import { words } from '../../../bot/views/texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { annaInTeams, bramInTeams, carlaInTeams, itChannel } from '../../support/teams/cast.ts';
import { anna, carla, defined, tenant } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';

const welcomes = (app: TestApp) =>
  stage
    .cardsTo(app, annaInTeams)
    .filter((one) => stage.readingOf(one).includes(chatTexts.nl.welcome));

describe('a person who installs the bot', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
  });
  afterEach(() => app.stop());

  it('is known as not reachable before: the duty, the evidence and the channel say so', async () => {
    await stage.useChannel(app, annaInTeams);

    const duty = await stage.openDuty(app, 'verify-change');

    const known = await stage.readDuty(app, duty.id);
    assert.deepEqual(
      known.assignees.map(({ delivery }) => delivery),
      ['not-installed'],
    );
    const undelivered = (await stage.evidenceOf(app, duty.id)).filter(
      ({ type }) => type === 'undeliverable',
    );
    assert.deepEqual(
      undelivered.map(({ data }) => data),
      [{ reason: 'not-installed', to: { aadObjectId: annaInTeams.aadObjectId } }],
    );
    const roll = app.connector.messagesIn(itChannel.id).filter((one) => mentions(one, duty.title));
    assert.equal(roll.length, 1);
    assert.ok(stage.readingOf(defined(roll[0])).includes(words.nl.delivery['not-installed']));
    assert.equal(stage.cardsTo(app, annaInTeams).length, 0);
  });

  it('is welcomed once and gets the cards that waited', async () => {
    await stage.useChannel(app, annaInTeams);
    const duty = await stage.openDuty(app, 'verify-change');

    await stage.install(app, annaInTeams);

    assert.equal(welcomes(app).length, 1);
    assert.equal(stage.cardsTo(app, annaInTeams, duty.id).length, 1);
    assert.equal(stage.cardsTo(app, annaInTeams)[0], welcomes(app)[0]);
    assert.ok(stage.readingOf(defined(welcomes(app)[0])).includes(chatTexts.nl.limits));
    const known = await stage.readDuty(app, duty.id);
    assert.deepEqual(
      known.assignees.map(({ delivery }) => delivery),
      ['delivered'],
    );
    const roll = app.connector.messagesIn(itChannel.id).filter((one) => mentions(one, duty.title));
    assert.ok(stage.readingOf(defined(roll[0])).includes(words.nl.delivery.delivered));
    assert.ok(stage.readingOf(defined(roll[0])).includes(annaInTeams.name));
  });

  it('gets a list of all and the two most urgent cards where more waits, and no more', async () => {
    const days = ['2026-12-04', '2026-12-02', '2026-12-07', '2026-12-01', '2026-12-03'];
    const duties = [];
    for (const dueOn of days)
      duties.push(await stage.openDuty(app, 'verify-change', { reference: `CHG-${dueOn}`, dueOn }));

    await stage.install(app, annaInTeams);

    const [welcome, list, ...cards] = stage.cardsTo(app, annaInTeams).map(stage.readingOf);
    assert.ok(defined(welcome).includes(chatTexts.nl.limits));
    for (const { reference } of duties) assert.ok(defined(list).includes(reference), reference);
    assert.deepEqual(
      cards.map((read) => /CHG-\S+/.exec(read)?.[0]),
      ['CHG-2026-12-01', 'CHG-2026-12-02'],
    );
  });

  it('has been told of all that stand on the list, page by page: duty, evidence and channel say so', async () => {
    await stage.useChannel(app, bramInTeams);
    const duties = [];
    for (let at = 1; at <= 8; at += 1) {
      const [reference, dueOn] = [`CHG-30${String(at)}`, `2026-12-0${String(at)}`];
      duties.push(
        await stage.openDuty(app, 'verify-change', { reference, dueOn, title: reference }),
      );
    }

    await stage.install(app, annaInTeams);

    const to = { aadObjectId: annaInTeams.aadObjectId, name: annaInTeams.name };
    const told = async (id: string) => {
      const { assignees } = await stage.readDuty(app, id);
      const evidence = await stage.evidenceOf(app, id);
      return [assignees[0]?.delivery, evidence.at(-1)?.data];
    };
    for (const [at, { id, reference }] of duties.entries()) {
      const [state, data] = await told(id);
      const page = at < 5 ? 1 : 2;
      if (at < 2) assert.equal(state, 'delivered', reference);
      else assert.deepEqual([state, data], ['listed', { to, listed: true, page }], reference);
      const roll = app.connector.messagesIn(itChannel.id).filter((one) => mentions(one, reference));
      const said = words.nl.delivery[at < 2 ? 'delivered' : 'listed'];
      assert.ok(stage.readingOf(defined(roll.at(-1))).includes(said), reference);
    }

    // What is reminded of brings its card; what is opened from the list does at once.
    app.clock.set(toInstant(DateTime.fromISO('2026-12-01T08:00', { zone: 'Europe/Amsterdam' })));
    await app.pass(60);
    app.clock.set(toInstant(DateTime.fromISO('2026-12-01T09:00', { zone: 'Europe/Amsterdam' })));
    await app.pass(60);

    const states = await Promise.all(duties.map(async ({ id }) => (await told(id))[0]));
    assert.deepEqual(states.slice(0, 4), ['delivered', 'delivered', 'delivered', 'listed']);
    const third = stage.cardsTo(app, annaInTeams, defined(duties[2]).id).map(stage.readingOf);
    assert.equal(third.filter((read) => !read.includes('CHG-304')).length, 1);
  });

  it('is sent the list also where somebody else was asked and they are only to say yes', async () => {
    for (const person of [annaInTeams, bramInTeams]) await stage.install(app, person);
    await stage.useChannel(app, bramInTeams);
    const { id } = await stage.openDuty(app, 'verify-change', { title: 'Gaat mis' });
    const answers = { outcome: 'broken', 'checks-0': 'wrong', note: 'Foutmelding bij inloggen' };
    await stage.click(app, {
      person: annaInTeams,
      message: stage.cardTo(app, annaInTeams, id),
      click: { verb: 'answer', answers },
    });
    await changeDuty(
      app.services(),
      { tenant, id },
      { type: 'finding-planned', by: anna, owner: carla, dueOn: '2026-12-03' },
    );
    await app.idle();

    await stage.install(app, carlaInTeams);

    const [, list] = stage.cardsTo(app, carlaInTeams).map(stage.readingOf);
    assert.ok(list?.includes('Gaat mis'));
  });

  it('is welcomed once however often and in whatever form Teams tells it', async () => {
    const duty = await stage.openDuty(app, 'verify-change');
    const { teams } = app;
    await stage.install(app, annaInTeams, { id: 'f:install-1' });

    await stage.install(app, annaInTeams, { id: 'f:install-1' });
    await stage.install(app, annaInTeams);
    await app.post(teams.membersAdded(annaInTeams, [{ id: teams.bot.id }]));
    await app.post(teams.membersAdded(annaInTeams, [annaInTeams]));
    await app.post(teams.installation(annaInTeams, 'add-upgrade'));
    await app.idle();

    assert.equal(welcomes(app).length, 1);
    assert.equal(stage.cardsTo(app, annaInTeams, duty.id).length, 1);
  });

  it('is welcomed once when Teams tells it twice at the same moment', async () => {
    const duty = await stage.openDuty(app, 'verify-change');

    await Promise.all([stage.install(app, annaInTeams), stage.install(app, annaInTeams)]);
    await app.idle();

    assert.equal(welcomes(app).length, 1);
    assert.equal(stage.cardsTo(app, annaInTeams, duty.id).length, 1);
  });

  it('is welcomed again after removing and installing it, and gets the open cards again', async () => {
    const duty = await stage.openDuty(app, 'verify-change');
    await stage.install(app, annaInTeams);

    await stage.uninstall(app, annaInTeams);
    const later = await stage.openDuty(app, 'confirm-restore');
    const between = await stage.readDuty(app, later.id);
    await stage.install(app, annaInTeams);

    assert.deepEqual(
      between.assignees.map(({ delivery }) => delivery),
      ['not-installed'],
    );
    assert.equal(welcomes(app).length, 2);
    assert.equal(stage.cardsTo(app, annaInTeams, duty.id).length, 2);
    assert.equal(stage.cardsTo(app, annaInTeams, later.id).length, 1);
  });

  it('gets the cards that waited also when the bot learns of her by a message', async () => {
    const duty = await stage.openDuty(app, 'verify-change');

    await stage.say(app, annaInTeams, 'hallo');

    assert.equal(stage.cardsTo(app, annaInTeams, duty.id).length, 1);
    const known = await stage.readDuty(app, duty.id);
    assert.deepEqual(
      known.assignees.map(({ delivery }) => delivery),
      ['delivered'],
    );
  });

  it('is introduced to a team with one message in the team, and to none of its members', async () => {
    await app.post(app.teams.installation(annaInTeams, 'add', { in: itChannel }));
    await app.idle();

    assert.equal(stage.cardsTo(app, annaInTeams).length, 0);
    assert.equal(app.connector.calls.length, 1);
  });
});

function mentions(message: Parameters<typeof stage.readingOf>[0], title: string): boolean {
  return stage.readingOf(message).includes(title);
}
