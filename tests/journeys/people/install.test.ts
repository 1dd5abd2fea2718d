import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { chatTexts } from '../../../bot/views/chat-texts.ts';
import { words } from '../../../bot/views/texts.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { annaInTeams, itChannel } from '../../support/teams/cast.ts';
import { defined } from '../../support/duties/duties.ts';
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
