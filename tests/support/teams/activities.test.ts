import assert from 'node:assert/strict';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, it } from 'mocha';
import { personalConversation, sendActivity, teamsClient, type Channel } from './activities.ts';
import { listenOnLoopback } from './keys.ts';

const sanne = {
  id: '29:1sanne',
  aadObjectId: '00000000-0000-4000-8000-000000000001',
  name: 'Sanne',
};
const team = { id: '19:general@thread.tacv2', name: 'ICT', aadGroupId: 'group-1' };
const channel: Channel = { id: '19:duties@thread.tacv2', name: 'Plichten', team };
const teams = teamsClient({
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  appId: 'app-1',
  tenantId: 'tenant-1',
});

describe('the activities of Teams', () => {
  it('come from a person to the bot, in one tenant, each with its own id', () => {
    const first = teams.message(sanne, 'mijn plichten');
    const second = teams.message(sanne, 'mijn plichten');

    assert.equal(first.text, 'mijn plichten');
    assert.equal(first.channelId, 'msteams');
    assert.equal(first.from.aadObjectId, sanne.aadObjectId);
    assert.equal(first.recipient.id, '28:app-1');
    assert.equal(first.conversation.id, personalConversation(sanne));
    assert.equal(first.conversation.tenantId, first.channelData.tenant.id);
    assert.notEqual(first.id, second.id);
    assert.equal(first.timestamp, second.timestamp);
  });

  it('mention the bot in a channel, in a thread of their own or in the one that is there', () => {
    const post = teams.message(sanne, 'status', { in: channel });
    const reply = teams.message(sanne, 'status', { in: { ...channel, thread: '42' } });

    assert.equal(post.text, '<at>Gedeelde Plicht</at> status\n');
    assert.deepEqual(post.entities[0], {
      type: 'mention',
      text: '<at>Gedeelde Plicht</at>',
      mentioned: teams.bot,
    });
    assert.equal(post.conversation.id, `${channel.id};messageid=${post.id}`);
    assert.equal(reply.conversation.id, `${channel.id};messageid=42`);
    assert.equal(reply.channelData.channel?.id, channel.id);
  });

  it('carry a card’s answer as an invoke, or as a message with a value and no text', () => {
    const data = { duty: 'd-1', note: 'klaar' };
    const invoke = teams.execute(sanne, { verb: 'answer', data }, { replyToId: '7' });
    const refreshed = teams.execute(sanne, { verb: 'show', data, trigger: 'automatic' });
    const submit = teams.submit(sanne, data, { replyToId: '7' });

    assert.deepEqual(invoke.value.action, { type: 'Action.Execute', verb: 'answer', data });
    assert.equal(invoke.value.trigger, 'manual');
    assert.equal(refreshed.value.trigger, 'automatic');
    assert.equal(invoke.replyToId, '7');
    assert.deepEqual(submit.value, data);
    assert.ok(!('text' in submit));
  });

  it('tell of an installation with a person, or with a team and the channel chosen for it', () => {
    const personal = teams.installation(sanne, 'add');
    const inTeam = teams.installation(sanne, 'add-upgrade', { in: channel });
    const joined = teams.membersAdded(sanne, [teams.bot], { in: channel });

    assert.equal(personal.action, 'add');
    assert.equal(personal.conversation.conversationType, 'personal');
    assert.equal(inTeam.conversation.id, team.id);
    assert.ok('settings' in inTeam.channelData);
    assert.deepEqual(inTeam.channelData.settings, {
      selectedChannel: { id: channel.id, name: channel.name },
    });
    assert.deepEqual(joined.membersAdded, [teams.bot]);
  });

  it('bend to what a test says about language, time, id and tenant', () => {
    const when = {
      locale: 'en-GB',
      timestamp: '2026-12-01T08:00:00.000Z',
      id: 'x',
      tenantId: 't-2',
    };
    const { locale, timestamp, id, channelData } = teams.submit(sanne, {}, when);

    assert.deepEqual({ locale, timestamp, id, tenantId: channelData.tenant.id }, when);
  });

  it('are posted to the bot with their token, and its answer is read', async () => {
    const seen: { request: IncomingMessage; body: string }[] = [];
    const server = createServer((request, response) => {
      void text(request).then((body) => {
        seen.push({ request, body });
        response.end(seen.length === 1 ? '{"statusCode":200}' : seen.length === 2 ? 'Nee' : '');
      });
    });
    const { origin, close } = await listenOnLoopback(server);
    const activity = teams.message(sanne, 'hulp');

    const first = await sendActivity({ url: origin, activity, token: 'a.b.c' });
    const second = await sendActivity({ url: origin, activity });
    const third = await sendActivity({ url: origin, activity });
    await close();

    assert.deepEqual(first, { status: 200, body: { statusCode: 200 } });
    assert.deepEqual([second.body, third.body], ['Nee', undefined]);
    const [withToken, without] = seen;
    assert.ok(withToken && without);
    assert.equal(withToken.request.url, '/api/messages');
    assert.equal(withToken.request.headers.authorization, 'Bearer a.b.c');
    assert.equal(without.request.headers.authorization, undefined);
    assert.deepEqual(JSON.parse(withToken.body), activity);
  });
});
