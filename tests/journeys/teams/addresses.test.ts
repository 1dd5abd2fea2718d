import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { TestApp } from '../../support/app.ts';
import { appId, startApp } from '../../support/app.ts';
import { anna, asked, defined, tenant } from '../../support/duties/duties.ts';
import { counter } from '../../bench/counting.ts';
import { memoryTable } from '../../support/store/memory-table.ts';
import { storeWith } from '../../support/store/memory-store.ts';
import * as stage from '../../support/stage.ts';
import { teamsClient } from '../../support/teams/activities.ts';
import { annaInTeams, itChannel } from '../../support/teams/cast.ts';

describe('the address under which somebody is reached', () => {
  let app: TestApp;
  const counting = counter();
  beforeEach(async () => {
    app = await startApp({ store: storeWith(() => counting.watch(memoryTable()), 'Addresses') });
    await stage.install(app, annaInTeams);
    await stage.useChannel(app, annaInTeams);
  });
  afterEach(() => app.stop());

  /** The same Teams at another address: with the tenant in its path, as it usually has today. */
  const moved = () => `${app.connector.url}emea/${tenant}/`;
  const there = () => teamsClient({ serviceUrl: moved(), appId, tenantId: tenant });
  const post = async (activity: object, at = moved()) => {
    const token = await app.keys.token({ appId, serviceUrl: at });
    const reply = await app.post(activity, token);
    await app.idle();
    return reply;
  };
  const ofAnna = async () =>
    (await app.store.people.get(tenant, anna.aadObjectId))?.value.serviceUrl;
  const ofChannel = async () => (await app.store.people.channel(tenant))?.serviceUrl;

  const personal: Readonly<Record<string, () => object>> = {
    'a click': () => there().execute(annaInTeams, { verb: 'help', data: { do: 'help' } }),
    'a message': () => there().message(annaInTeams, 'hulp'),
    'an invoke that nobody knows': () => ({
      ...there().execute(annaInTeams, { verb: '', data: {} }),
      name: 'task/fetch',
    }),
    'a reaction, which names nobody': () => ({
      ...there().message(annaInTeams, ''),
      type: 'messageReaction',
      from: { id: annaInTeams.id, aadObjectId: annaInTeams.aadObjectId },
      reactionsAdded: [{ type: 'like' }],
    }),
    'a message that came back': () => ({
      ...there().message(annaInTeams, 'hulp'),
      type: 'messageUpdate',
      channelData: { tenant: { id: tenant }, eventType: 'undeleteMessage' },
    }),
  };
  for (const [what, activity] of Object.entries(personal)) {
    it(`is the one that ${what} told last`, async () => {
      await post(activity());

      assert.equal(await ofAnna(), moved());
      const { id } = await stage.openDuty(app, 'verify-change', asked(anna));
      assert.equal(stage.cardsTo(app, annaInTeams, id).length, 1);
    });
  }

  const ofTheTeam: Readonly<Record<string, () => object>> = {
    'a message in another thread': () => there().message(annaInTeams, 'hulp', { in: itChannel }),
    'a click': () =>
      there().execute(annaInTeams, { verb: 'help', data: { do: 'help' } }, { in: itChannel }),
    'somebody who joins the team': () =>
      there().membersAdded(annaInTeams, [{ id: '29:1new' }], { in: itChannel }),
  };
  for (const [what, activity] of Object.entries(ofTheTeam)) {
    it(`is for the IT channel the one that ${what} told last`, async () => {
      await post(activity());

      assert.equal(await ofChannel(), moved());
    });
  }

  it('goes back when an activity comes from the former one', async () => {
    await post(defined(personal['a click'])());
    await post(
      app.teams.execute(annaInTeams, { verb: 'help', data: { do: 'help' } }),
      app.connector.url,
    );

    assert.equal(await ofAnna(), app.connector.url);
  });

  it('leaves alone whether the bot is installed, and keeps nobody who is not known', async () => {
    await stage.uninstall(app, annaInTeams);
    await post(defined(personal['a click'])());

    const known = await app.store.people.get(tenant, anna.aadObjectId);
    assert.deepEqual([known?.value.installed, known?.value.serviceUrl], [false, moved()]);
  });

  it('is not asked for again while it stays the same', async () => {
    await post(defined(personal['a click'])());
    counting.reset();

    await post(defined(personal['a reaction, which names nobody'])());

    assert.equal(counting.read().calls, 0);
  });
});
