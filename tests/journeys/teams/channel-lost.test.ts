import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import { tenant } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import { annaInTeams, itChannel, otherChannel } from '../../support/teams/cast.ts';

describe('the IT channel as Teams tells of it', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
    await stage.install(app, annaInTeams);
    const { id, name, team } = itChannel;
    app.connector.channelsOf(team.id, [
      { id: team.id, name: null },
      { id, name },
    ]);
    const said = app.teams.message(annaInTeams, 'gebruik dit kanaal', { in: itChannel });
    // A message tells the ids of channel and team, and no names.
    const channelData = { ...said.channelData, channel: { id }, team: { id: team.id } };
    await app.post({ ...said, channelData });
    await app.idle();
  });
  afterEach(() => app.stop());

  const event = async (eventType: string, name = itChannel.name) => {
    const base = app.teams.membersAdded(annaInTeams, [], { in: itChannel });
    const channel = eventType.startsWith('channel') ? { channel: { id: itChannel.id, name } } : {};
    const { tenant, team } = base.channelData;
    const channelData = { tenant, team, ...channel, eventType };
    await app.post({ ...base, from: { id: '29:1admin' }, channelData });
    await app.idle();
  };
  const heard = () => stage.cardsTo(app, annaInTeams).map(stage.readingOf).join('\n');
  const ready = async () => (await fetch(`${app.url()}/readyz`)).json();
  const overview = async () => {
    const [card] = await stage.say(app, annaInTeams, 'overzicht');
    return card ? stage.readingOf(card) : '';
  };
  const stored = () => app.store.people.channel(tenant);

  it('has the name that is asked for where the message tells none', async () => {
    assert.equal((await stored())?.name, itChannel.name);
  });

  it('takes the new name of a channel', async () => {
    await event('channelRenamed', 'Beveiliging');

    assert.equal((await stored())?.name, 'Beveiliging');
  });

  it('is not renamed, deleted or lost by what another team tells of it', async () => {
    const before = await stored();
    const elsewhere = { ...otherChannel, team: { ...itChannel.team, id: '19:x@thread.tacv2' } };
    const base = app.teams.membersAdded(annaInTeams, [], { in: elsewhere });
    const { team, tenant: of } = base.channelData;
    const channel = { id: itChannel.id, name: 'Gekaapt' };

    for (const eventType of ['channelRenamed', 'channelDeleted', 'teamArchived', 'teamDeleted']) {
      const channelData = { tenant: of, team, channel, eventType };
      await app.post({ ...base, from: { id: '29:1admin' }, channelData });
    }
    const channelData = { tenant: of, team, channel, eventType: 'teamMemberRemoved' };
    await app.post({ ...base, channelData, membersRemoved: [{ id: app.teams.bot.id }] });
    await app.idle();

    assert.deepEqual(await stored(), before);
  });

  for (const [gone, back, said] of [
    ['channelDeleted', 'channelRestored', 'is verwijderd'],
    ['teamDeleted', 'teamrestored', 'is verwijderd'],
    ['teamArchived', 'teamUnarchived', 'is gearchiveerd'],
  ] as const) {
    it(`that is gone (${gone}) is told once to whoever chose it, and everywhere until it is back`, async () => {
      await event(gone);
      await event(gone);

      assert.equal(heard().split(said).length - 1, 1);
      assert.deepEqual(await ready(), { status: 'ready', notes: ['no-it-channel'] });
      assert.match(await overview(), /geen IT-kanaal/);
      await event(back);
      // What `/readyz` said is remembered for five seconds.
      await app.pass(6);
      assert.deepEqual(await ready(), { status: 'ready' });
      assert.doesNotMatch(await overview(), /geen IT-kanaal/);
    });
  }

  it('from whose team the bot was removed is told, and duties go on', async () => {
    const base = app.teams.membersAdded(annaInTeams, [], { in: itChannel });
    const channelData = { ...base.channelData, eventType: 'teamMemberRemoved' };
    await app.post({ ...base, channelData, membersRemoved: [{ id: app.teams.bot.id }] });
    await app.idle();
    const before = app.connector.messagesIn(itChannel.id).length;

    const { id } = await stage.openDuty(app, 'verify-change');

    assert.match(heard(), /verwijderd uit het team/);
    assert.equal(app.connector.messagesIn(itChannel.id).length, before);
    assert.equal(stage.cardsTo(app, annaInTeams, id).length, 1);
  });
});
