import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { personalConversation } from './activities.ts';
import { startConnector, type Connector } from './connector.ts';

const sanne = {
  id: '29:1sanne',
  aadObjectId: '00000000-0000-4000-8000-000000000001',
  name: 'Sanne',
};
const joris = {
  id: '29:1joris',
  aadObjectId: '00000000-0000-4000-8000-000000000002',
  name: 'Joris',
};
const chat = personalConversation(sanne);
const channel = '19:duties@thread.tacv2';
const hello = { type: 'message', text: 'Hallo' };

describe('the fake Bot Connector', () => {
  let connector: Connector;
  beforeEach(async () => {
    connector = await startConnector({ people: [sanne, joris] });
  });
  afterEach(() => connector.close());

  it('begins one chat with a person who has the app, by either of the person’s ids', async () => {
    const without = await post('v3/conversations', { members: [{ id: sanne.aadObjectId }] });
    connector.preinstall(sanne);
    const byObjectId = await post('v3/conversations', { members: [{ id: sanne.aadObjectId }] });
    const byTeamsId = await post('v3/conversations', { members: [{ id: sanne.id }] });

    assert.deepEqual([byObjectId.status, byObjectId.json['id']], [201, chat]);
    assert.deepEqual([without.status, without.code], [403, 'ForbiddenOperationException']);
    assert.equal(byTeamsId.json['id'], chat);
    assert.equal(connector.messagesIn(chat).length, 0);
  });

  it('begins a thread in a channel, named after its first message', async () => {
    const begun = await post('v3/conversations', {
      isGroup: true,
      channelData: { channel: { id: channel } },
      activity: hello,
    });
    const root = String(begun.json['activityId']);
    await post(
      `v3/conversations/${encodeURIComponent(`${channel};messageid=${root}`)}/activities`,
      hello,
    );

    assert.equal(begun.json['id'], `${channel};messageid=${root}`);
    assert.equal(connector.messagesIn(channel).length, 2);
    assert.equal(connector.messagesIn(`${channel};messageid=${root}`).length, 2);
    assert.equal(connector.messagesIn('19:other@thread.tacv2').length, 0);
  });

  it('refuses a conversation with nobody, and a thread without a message', async () => {
    const nobody = await post('v3/conversations', {});
    const empty = await post('v3/conversations', { channelData: { channel: { id: channel } } });

    assert.deepEqual([nobody.status, nobody.code], [400, 'BadSyntax']);
    assert.equal(empty.status, 400);
  });

  it('shows a message as it stands, with what it said before', async () => {
    const id = await say('Hallo');
    await call('PUT', { path: `${messages()}/${id}`, body: { type: 'message', text: 'Dag' } });

    const [message] = connector.messagesIn(chat);
    assert.ok(message);
    assert.equal(message.activity['text'], 'Dag');
    assert.equal(message.edits, 1);
    assert.deepEqual(message.history, [hello]);
  });

  it('takes an answer to any message, known or not, and keeps typing out of the chat', async () => {
    const answer = await post(`${messages()}/7b6a8f2e-made-up`, hello);
    const typing = await post(messages(), { type: 'typing' });

    assert.deepEqual([answer.status, typing.status], [201, 201]);
    assert.deepEqual(
      connector.messagesIn(chat).map(({ id }) => id),
      [answer.json['id']],
    );
  });

  it('edits a channel message by the channel’s id or by the thread’s', async () => {
    const { json } = await post('v3/conversations', {
      channelData: { channel: { id: channel } },
      activity: hello,
    });
    const edit = { type: 'message', text: 'Dag' };

    for (const id of [channel, String(json['id'])]) {
      const path = `v3/conversations/${encodeURIComponent(id)}/activities/${String(json['activityId'])}`;
      assert.equal((await call('PUT', { path, body: edit })).status, 200);
    }

    assert.equal(connector.messagesIn(channel)[0]?.edits, 2);
  });

  it('does not know a message that was deleted or never sent, nor a forgotten conversation', async () => {
    const id = await say('Hallo');
    const deleted = await call('DELETE', { path: `${messages()}/${id}` });

    const edit = await call('PUT', { path: `${messages()}/${id}`, body: hello });
    const again = await call('DELETE', { path: `${messages()}/${id}` });
    connector.forget(chat);
    const gone = await post(messages(), hello);

    assert.equal(deleted.status, 200);
    assert.deepEqual([edit.status, edit.code], [404, 'ActivityNotFoundInConversation']);
    assert.equal(again.status, 404);
    assert.deepEqual([gone.status, gone.code], [404, 'ConversationNotFound']);
  });

  it('refuses a message of more than 100 KB', async () => {
    const { status, code } = await post(messages(), { type: 'message', text: 'x'.repeat(51_200) });

    assert.deepEqual([status, code], [413, 'MessageSizeTooBig']);
  });

  it('tells who sits in a conversation, by pages or one by one', async () => {
    const place = `v3/conversations/${encodeURIComponent(channel)}`;
    const first = await call('GET', { path: `${place}/pagedmembers?pageSize=1` });
    const rest = await call('GET', {
      path: `${place}/pagedmembers?pageSize=1&continuationToken=${String(first.json['continuationToken'])}`,
    });
    const one = await call('GET', { path: `${place}/members/${encodeURIComponent(joris.id)}` });
    connector.seat(channel, [joris]);
    const stranger = await call('GET', { path: `${place}/members/${sanne.aadObjectId}` });

    assert.match(JSON.stringify(first.json), /Sanne/);
    assert.match(JSON.stringify(rest.json), /Joris/);
    assert.ok(!('continuationToken' in rest.json));
    assert.equal(one.json['objectId'], joris.aadObjectId);
    assert.deepEqual([stranger.status, stranger.code], [404, 'MemberNotFoundInConversation']);
  });

  it('notes every call: what, whether with a token, and how it ended', async () => {
    await call('POST', {
      path: messages(),
      body: hello,
      headers: { authorization: 'Bearer test' },
    });
    await call('GET', { path: 'v3/nonsense' });

    const [first, second] = connector.calls;
    assert.ok(first && second);
    assert.equal(first.path, `/v3/conversations/${chat}/activities`);
    assert.deepEqual([first.authorized, first.status, first.body], [true, 201, hello]);
    assert.deepEqual([second.authorized, second.status], [false, 404]);
  });

  it('asks for a token when it is strict', async () => {
    const strict = await startConnector({ strict: true });
    const send = (headers: Record<string, string>) =>
      fetch(`${strict.url}${messages()}`, { method: 'POST', body: JSON.stringify(hello), headers });

    assert.equal((await send({})).status, 401);
    assert.equal((await send({ authorization: 'Bearer test' })).status, 201);
    assert.equal(strict.messagesIn(chat).length, 1);
    await strict.close();
  });

  describe('when something goes wrong', () => {
    it('refuses the calls it is told to, as often as it is told to', async () => {
      connector.failNext({
        matching: ({ conversationId }) => conversationId === chat,
        status: 429,
        code: 'Throttled',
        headers: { 'retry-after': '3' },
        times: 2,
      });

      const elsewhere = await post(
        `v3/conversations/${personalConversation(joris)}/activities`,
        hello,
      );
      const refused = [await post(messages(), hello), await post(messages(), hello)];

      assert.equal(elsewhere.status, 201);
      assert.deepEqual(
        refused.map(({ status, code }) => [status, code]),
        [
          [429, 'Throttled'],
          [429, 'Throttled'],
        ],
      );
      assert.equal(refused[0]?.headers.get('retry-after'), '3');
      assert.equal(connector.messagesIn(chat).length, 0);
      assert.equal((await post(messages(), hello)).status, 201);
    });

    it('loses the answer although the message arrived', async () => {
      connector.failNext({ status: 504, after: 'deliver' });
      connector.failNext({ reset: true, after: 'deliver' });
      connector.failNext({ status: 202, body: '', after: 'deliver' });

      assert.equal((await post(messages(), hello)).status, 504);
      await assert.rejects(post(messages(), hello));
      assert.deepEqual((await post(messages(), hello)).json, {});
      assert.equal(connector.messagesIn(chat).length, 3);
      assert.deepEqual(
        connector.calls.map(({ status }) => status),
        [504, 0, 202],
      );
    });

    it('cuts the connection before the message arrived', async () => {
      connector.failNext({ reset: true });

      await assert.rejects(post(messages(), hello));

      assert.equal(connector.messagesIn(chat).length, 0);
    });

    it('is slow for as long as it is told to', async () => {
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      connector.failNext({ wait: () => held });

      const sending = post(messages(), hello);
      const open = await connector.waitFor(() => connector.calls[0], 'the call arrives');
      assert.deepEqual([open.status, connector.messagesIn(chat).length], [undefined, 0]);
      release();

      assert.equal((await sending).status, 201);
    });

    it('recovers at once', async () => {
      connector.failNext({ status: 503, times: Infinity });
      assert.equal((await post(messages(), hello)).status, 503);

      connector.recover();

      assert.equal((await post(messages(), hello)).status, 201);
    });
  });

  describe('waited for', () => {
    it('tells as soon as a message is there', async () => {
      const waiting = connector.waitFor(
        () => connector.messagesIn(chat).find(({ edits }) => edits === 1),
        'the message is edited',
      );
      const id = await say('Hallo');
      await pause(20);
      await call('PUT', { path: `${messages()}/${id}`, body: hello });

      assert.equal((await waiting).id, id);
    });

    it('gives up with everything it has seen', async () => {
      await say('Hallo');

      await assert.rejects(
        connector.waitFor(() => false, 'a second message', 50),
        /Not seen in 50 ms: a second message\nCalls:\n.*POST .*activities → 201\nMessages:\n.*Hallo/s,
      );
    });
  });

  function messages(): string {
    return `v3/conversations/${encodeURIComponent(chat)}/activities`;
  }

  async function say(text: string): Promise<string> {
    const { json } = await post(messages(), { type: 'message', text });
    return String(json['id']);
  }

  function post(path: string, body: object) {
    return call('POST', { path, body });
  }

  async function call(
    method: string,
    {
      path,
      body,
      headers = {},
    }: {
      readonly path: string;
      readonly body?: object | undefined;
      readonly headers?: Record<string, string> | undefined;
    },
  ) {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${connector.url}${path}`, { method, headers, ...sent });
    const text = await response.text();
    // Some answers have no JSON, as those of a gateway.
    const json = (text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : {}) as Readonly<
      Record<string, unknown>
    >;
    const { error } = json;
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
    return { status: response.status, headers: response.headers, json, code };
  }
});
