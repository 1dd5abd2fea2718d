import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { changeRoster } from '../../../bot/casework/roster.ts';
import { parsePersonId } from '../../../bot/duty/ids.ts';
import type { Answers } from '../../support/cards/card-reader.ts';
import { cardOf } from '../../support/cards/card-reader.ts';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import type { Person } from '../../support/teams/activities.ts';
import { bramInTeams, itChannel } from '../../support/teams/cast.ts';
import { bram, defined, tenant } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';

const minute = 60;
const day = 24 * 3600;
const crowd: readonly Person[] = Array.from({ length: 8 }, (_, at) => ({
  id: `29:crowd-${String(at)}`,
  aadObjectId: defined(
    parsePersonId(`33333333-aaaa-4bbb-8ccc-${String(1000 + at).padStart(12, '0')}`),
  ),
  name: `Medewerker ${String(at)}`,
}));
const [first] = crowd;

describe('many people who lose the bot at once', function () {
  this.timeout(120_000);
  let app: TestApp;
  let id: string;
  beforeEach(async () => {
    app = await startApp();
    for (const person of [bramInTeams, ...crowd]) await stage.install(app, person);
    const { aadObjectId, name } = defined(first);
    const responsible = { aadObjectId: defined(parsePersonId(aadObjectId)), name };
    const entries = [{ system: '*', kind: '*' as const, responsible, substitute: bram }];
    const change = { type: 'import', entries, mode: 'replace' } as const;
    await changeRoster(app.services(), { tenant, change, by: bram });
    ({ id } = await stage.openDuty(app, 'verify-change', {
      assignees: [responsible],
      dueOn: '2026-12-24',
    }));
  });
  afterEach(() => app.stop());

  const leave = async (people: readonly Person[]): Promise<void> => {
    for (const person of people) await stage.uninstall(app, person);
    await app.pass(16 * minute);
  };
  const askedOf = async (): Promise<readonly string[]> =>
    (await stage.readDuty(app, id)).assignees.map(({ aadObjectId }) => aadObjectId);
  const questions = () =>
    app.connector
      .messagesIn(itChannel.id)
      .filter(({ activity, history }) =>
        JSON.stringify([activity, ...history]).includes('kort na elkaar verwijderd'),
      );
  const answer = (what: string, at = 0, answers: Answers = {}) =>
    stage.click(app, {
      person: bramInTeams,
      message: defined(questions()[at]),
      click: {
        verb: 'leavers',
        answers,
        where: (data) => data['a'] === what,
        when: { in: itChannel },
      },
      shown: cardOf(defined(defined(questions()[at]).history[0] ?? questions()[at]?.activity)),
    });
  const stays = [defined(first).aadObjectId];
  const handedOn = [bram.aadObjectId];

  it('are asked about in the IT channel once, before anything is handed on', async () => {
    await stage.useChannel(app, bramInTeams);

    await leave(crowd);
    await app.pass(3 * 3600);

    assert.equal(questions().length, 1);
    const read = stage.readingOf(defined(questions()[0]));
    assert.ok(read.includes('8 mensen') && read.includes('Medewerker 0'), read);
    assert.deepEqual(await askedOf(), stays);
  });

  it('have their duties handed on when the IT team says so, and the card tells who did', async () => {
    await stage.useChannel(app, bramInTeams);
    await leave(crowd);

    const clicked = await answer('hand-on');
    await app.pass(minute);

    assert.ok(stage.words(defined(clicked.card)).includes(`${bram.name} koos voor overdragen`));
    assert.deepEqual(await askedOf(), handedOn);
    const read = stage.readingOf(defined(questions()[0]));
    assert.ok(read.includes('koos voor overdragen'), read);
  });

  it('keep their duties when the IT team says so, also a day later and for the last of them', async () => {
    await stage.useChannel(app, bramInTeams);
    await leave(crowd);

    await answer('leave');
    await app.pass(2 * day);

    assert.deepEqual(await askedOf(), stays);
    assert.equal(questions().length, 1);
  });

  it('are settled by the first answer; a second one changes nothing', async () => {
    await stage.useChannel(app, bramInTeams);
    await leave(crowd);
    await answer('leave');

    const second = await answer('hand-on');
    await app.pass(day);

    assert.ok(stage.words(defined(second.card)).includes('liet de plichten staan'));
    assert.deepEqual(await askedOf(), stays);
  });

  it('have their duties handed on after a day without an answer', async () => {
    await stage.useChannel(app, bramInTeams);
    await leave(crowd);

    await app.pass(day + 5 * minute);

    assert.deepEqual(await askedOf(), handedOn);
    const read = stage.readingOf(defined(questions()[0]));
    assert.ok(read.includes('Er kwam geen antwoord'), read);
  });

  it('wait a day where there is no IT channel', async () => {
    await leave(crowd);
    await app.pass(20 * 3600);
    const before = await askedOf();

    await app.pass(5 * 3600);

    assert.deepEqual([before, await askedOf()], [stays, handedOn]);
  });

  it('are counted over a restart, and those who are back keep everything', async () => {
    await stage.useChannel(app, bramInTeams);
    for (const person of crowd.slice(0, 4)) await stage.uninstall(app, person);
    await app.restart();
    for (const person of crowd.slice(4)) await stage.uninstall(app, person);
    await app.pass(16 * minute);

    await stage.install(app, defined(first));
    await answer('hand-on');
    await app.pass(minute);

    assert.equal(questions().length, 1);
    assert.deepEqual(await askedOf(), stays);
  });

  it('are no crowd where they are five, or where hours lie between them', async () => {
    await stage.useChannel(app, bramInTeams);
    await leave(crowd.slice(3));
    await app.pass(2 * 3600);

    await leave(crowd.slice(0, 3));

    assert.equal(questions().length, 0);
    assert.deepEqual(await askedOf(), handedOn);
  });
});
