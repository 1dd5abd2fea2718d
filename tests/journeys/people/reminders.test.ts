import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { toInstant } from '../../../bot/duty/time/instant.ts';
import type { RosterEntry } from '../../../bot/tenant/roster/roster.ts';
import { planReminder } from '../../../bot/features/reminders/reminders.ts';
import { changeRoster } from '../../../bot/casework/roster.ts';
import type { Person } from '../../support/teams/activities.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { annaInTeams, bramInTeams, carlaInTeams, itChannel } from '../../support/teams/cast.ts';
import { anna, asked, bram, carla, defined, tenant } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';

const works = { 'checks-0': 'ok', outcome: 'works' };
const waits = (count: number) =>
  count === 1 ? 'Er wacht 1 plicht op je antwoord' : `Er wachten ${String(count)} plichten`;

describe('reminders', () => {
  let app: TestApp;
  beforeEach(async () => {
    // Monday 23 November 2026, half past nine in Amsterdam.
    app = await startApp();
    for (const person of [annaInTeams, bramInTeams, carlaInTeams]) await stage.install(app, person);
    await stage.useChannel(app, annaInTeams);
  });
  afterEach(() => app.stop());

  /** Lets it become a moment on the clock in Amsterdam; everything that waited for it happens. */
  const become = async (written: string) => {
    app.clock.set(toInstant(DateTime.fromISO(written, { zone: 'Europe/Amsterdam' })));
    await app.pass(60);
  };
  /** A morning as it goes: the day begins at eight, people are reminded from nine on. */
  const morning = async (day: string) => {
    await become(`${day}T08:00`);
    await become(`${day}T09:00`);
  };
  const remindersTo = (person: Person) =>
    stage
      .cardsTo(app, person)
      .map(stage.readingOf)
      .filter((read) => /wacht(en)? \d/.test(read));
  const inChannel = (text: string) =>
    app.connector
      .messagesIn(itChannel.id)
      .map(stage.readingOf)
      .filter((read) => read.includes(text));
  const lay = (entry: Partial<RosterEntry> = {}) => {
    const whole: RosterEntry = { system: '*', kind: '*', responsible: anna, ...entry };
    const change = { type: 'import', entries: [whole], mode: 'replace' } as const;
    return changeRoster(app.services(), { tenant, change, by: carla });
  };
  const typesOf = async (id: string) =>
    (await stage.evidenceOf(app, id))
      .map(({ type }) => type)
      .filter((type) => /remind|escal|reassi/.test(type));

  it('are one message a day with everything that waits, most urgent first', async () => {
    await stage.openDuty(app, 'verify-change', { title: 'Tweede', dueOn: '2026-11-27' });
    await stage.openDuty(app, 'confirm-restore', { title: 'Eerste', dueOn: '2026-11-26' });
    await stage.openDuty(app, 'inform-staff', { title: 'Derde', dueOn: '2026-12-24' });

    await morning('2026-11-24');
    const [tuesday] = remindersTo(annaInTeams);
    await become('2026-11-24T16:00');
    await morning('2026-11-25');

    const [first, second, ...more] = remindersTo(annaInTeams);
    assert.equal(first, tuesday);
    assert.ok(first?.includes(waits(3)) && second?.includes(waits(3)));
    assert.deepEqual(more, []);
    const order = ['Eerste', 'Tweede', 'Derde'].map((title) => defined(first).indexOf(title));
    assert.deepEqual(
      [...order].sort((one, other) => one - other),
      order,
    );
  });

  it('name a finding of which the vendor was not told, once its day has come', async () => {
    const wrong = await stage.openDuty(app, 'verify-change', { title: 'Gaat mis' });
    const broken = { outcome: 'broken', 'checks-0': 'wrong', note: 'Foutmelding bij inloggen' };
    const message = stage.cardTo(app, annaInTeams, wrong.id);
    await stage.click(app, {
      person: annaInTeams,
      message,
      click: { verb: 'answer', answers: broken },
    });

    await morning('2026-11-25');

    const [read, ...more] = remindersTo(annaInTeams);
    for (const said of ['Er wacht 1 bevinding op jou', 'Bevinding CHG-4711-1', 'Gaat mis'])
      assert.ok(read?.includes(said), read);
    assert.match(defined(read), /jij of het IT-team, uiterlijk \w+ \d+ \w+/);
    assert.deepEqual(more, []);
  });

  it('leave out what waits for nobody, and come once a day whatever asks for them', async () => {
    await stage.openDuty(app, 'verify-change', { title: 'Wacht', dueOn: '2026-11-27' });
    const good = await stage.openDuty(app, 'verify-change', { title: 'Gaat goed' });
    const works = { outcome: 'works', 'checks-0': 'ok' };
    const message = stage.cardTo(app, annaInTeams, good.id);
    await stage.click(app, {
      person: annaInTeams,
      message,
      click: { verb: 'answer', answers: works },
    });

    await morning('2026-11-25');
    await planReminder(app.services(), tenant, anna.aadObjectId);
    await app.pass(120);

    const [read, ...more] = remindersTo(annaInTeams);
    assert.ok(read?.includes(waits(1)) && !read.includes('Gaat goed'));
    assert.deepEqual(more, []);
  });

  it('are not sent before nine, after half past five, or in the weekend', async () => {
    await stage.openDuty(app, 'verify-change', { dueOn: '2026-11-30' });

    await become('2026-11-26T08:00');
    const early = remindersTo(annaInTeams).length;
    await become('2026-11-26T09:00');
    const first = remindersTo(annaInTeams).length;
    await stage.openDuty(app, 'confirm-restore', { dueOn: '2026-12-01' });
    await become('2026-11-27T19:00');
    await become('2026-11-28T12:00');
    const weekend = remindersTo(annaInTeams).length;
    await become('2026-11-30T09:00');

    assert.deepEqual([early, first, weekend, remindersTo(annaInTeams).length], [0, 1, 1, 2]);
  });

  it('go by the clock of the person, as the client last told it', async () => {
    const { id } = await stage.openDuty(app, 'verify-change', {
      ...asked(bram),
      dueOn: '2026-11-27',
    });
    const known = defined(await app.store.people.get(tenant, bram.aadObjectId));
    const there = { ...known.value, timeZone: 'America/New_York', country: 'US' };
    await app.store.people.save(tenant, there, known.etag);

    await morning('2026-11-25');
    const here = remindersTo(bramInTeams).length;
    await become('2026-11-25T15:00');

    assert.deepEqual([here, remindersTo(bramInTeams).length], [0, 1]);
    assert.deepEqual(await typesOf(id), ['reminded']);
  });

  it('are never sent for what was answered before they go out', async () => {
    const { id } = await stage.openDuty(app, 'verify-change', { dueOn: '2026-11-27' });
    await become('2026-11-25T08:00');

    await stage.click(app, {
      person: annaInTeams,
      message: stage.cardTo(app, annaInTeams, id),
      click: {
        verb: 'answer',
        answers: works,
      },
    });
    await become('2026-11-25T09:00');
    for (const day of ['2026-11-27', '2026-11-30', '2026-12-02']) await morning(day);

    assert.deepEqual(remindersTo(annaInTeams), []);
    assert.deepEqual(await typesOf(id), ['reminded']);
  });

  it('go on to the channel and to the substitute, each level once', async () => {
    await lay({ substitute: bram, fallback: carla });
    const { id, title } = await stage.openDuty(app, 'verify-change', { dueOn: '2026-11-27' });

    for (const day of ['24', '25', '26', '27', '28', '29', '30']) await morning(`2026-11-${day}`);
    const late = inChannel('Het wacht op antwoord').length;
    const before = stage.cardsTo(app, bramInTeams, id).length;
    for (const day of ['01', '02', '03', '04', '07', '08', '09']) await morning(`2026-12-${day}`);

    assert.deepEqual([late, before], [1, 0]);
    assert.equal(stage.cardsTo(app, bramInTeams, id).length > 0, true);
    assert.equal(inChannel('Het wacht op antwoord').length, 2);
    assert.deepEqual(await typesOf(id), [
      ...['reminded', 'reminded', 'reminded', 'escalated'],
      ...['reminded', 'escalated', 'escalated'],
    ]);
    assert.equal(remindersTo(annaInTeams).length, 4);
    await stage.click(app, {
      person: bramInTeams,
      message: stage.cardTo(app, bramInTeams, id),
      click: {
        verb: 'answer',
        answers: works,
      },
    });
    assert.equal((await stage.readDuty(app, id)).status, 'fulfilled');
    assert.ok(title);
  });

  it('that were missed while nothing ran come as one', async () => {
    const { id } = await stage.openDuty(app, 'verify-change', { dueOn: '2026-11-27' });

    app.clock.set(toInstant(DateTime.fromISO('2026-11-30T11:00', { zone: 'Europe/Amsterdam' })));
    await app.restart();
    await app.pass(180);

    assert.equal(remindersTo(annaInTeams).length, 1);
    assert.equal(inChannel('Het wacht op antwoord').length, 1);
    assert.deepEqual(await typesOf(id), ['reminded', 'escalated']);
  });

  it('still come for a duty that is open for a year', async () => {
    const { id } = await stage.openDuty(app, 'verify-change', { dueOn: '2027-11-23' });

    await morning('2027-11-19');

    assert.equal(remindersTo(annaInTeams).length, 1);
    assert.ok(stage.shownTo(app, annaInTeams, id));
  });

  it('ask the substitute at once where the responsible is away', async () => {
    const { id } = await stage.openDuty(app, 'verify-change', { dueOn: '2026-11-27' });
    await lay({ substitute: bram, away: { from: '2026-11-25', to: '2026-12-31' } });

    await morning('2026-11-25');

    assert.equal(stage.cardsTo(app, bramInTeams, id).length > 0, true);
  });

  it('hand what waits for somebody who left to the substitute, and say so in the channel', async () => {
    await lay({ substitute: bram });
    const { id } = await stage.openDuty(app, 'verify-change', { dueOn: '2026-12-24' });

    await stage.uninstall(app, annaInTeams);
    const before = stage.cardsTo(app, bramInTeams, id).length;
    await app.pass(16 * 60);

    assert.equal(before, 0);
    assert.equal(stage.cardsTo(app, bramInTeams, id).length > 0, true);
    assert.equal(inChannel(`${anna.name} heeft de bot niet meer`).length, 1);
    const [record] = (await stage.evidenceOf(app, id)).filter(({ type }) => type === 'reassigned');
    assert.equal(record?.by, undefined);
    assert.equal((record?.data as { because: string }).because, 'left');
  });

  it('leave everything where it is when somebody installs the bot again soon', async () => {
    await lay({ substitute: bram });
    const { id } = await stage.openDuty(app, 'verify-change', { dueOn: '2026-12-24' });

    await stage.uninstall(app, annaInTeams);
    await app.pass(120);
    await stage.install(app, annaInTeams);
    await app.pass(16 * 60);

    assert.deepEqual(await typesOf(id), []);
    assert.equal(stage.cardsTo(app, bramInTeams, id).length, 0);
  });
});
