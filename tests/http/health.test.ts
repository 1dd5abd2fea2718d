import assert from 'node:assert/strict';
import type { HandleActivity } from '../../bot/http/api/parts.ts';
import { faultsOf, jsonOf, openDoor } from '../support/http/http.ts';

const json = { 'content-type': 'application/json' };

describe('whether the bot is well', () => {
  it('is alive while the process lives, whatever the store does', async () => {
    const door = await openDoor({ readiness: () => Promise.resolve(['store']) });

    const answer = await door.send('/healthz');

    assert.equal(answer.status, 200);
    // A probe may ask with HEAD, and gets no body.
    const { status, text, headers } = await door.send('/healthz', { method: 'HEAD' });
    assert.deepEqual(
      [status, text, headers['content-type']],
      [200, '', answer.headers['content-type']],
    );
    assert.equal((await door.send('/readyz', { method: 'HEAD' })).status, 503);
    await door.stop();
  });

  it('is ready when everything answers', async () => {
    const door = await openDoor();

    assert.equal((await door.send('/readyz')).status, 200);
    await door.stop();
  });

  it('says with 503 which part does not answer', async () => {
    const door = await openDoor({ readiness: () => Promise.resolve(['store']) });

    const faults = faultsOf(await door.send('/readyz'), 503);

    assert.deepEqual(
      faults.map(({ path }) => path),
      ['store'],
    );
    await door.stop();
  });

  it('answers 500 without a word about the reason when something of its own goes wrong', async () => {
    const door = await openDoor();
    const { store } = door.services;
    const load = () => Promise.reject(new Error('secret detail'));
    const services = { ...door.services, store: { ...store, duties: { ...store.duties, load } } };
    const broken = await openDoor({ services });

    const answer = await broken.api('/api/v1/duties/d000000000000000000000000');

    faultsOf(answer, 500);
    assert.ok(!answer.text.includes('secret detail'));
    assert.deepEqual(broken.errors, ['Error: secret detail']);
    await Promise.all([door.stop(), broken.stop()]);
  });
});

describe('the endpoint of the Bot Framework', () => {
  const activity = JSON.stringify({ type: 'message' });
  const handled =
    (status: number): HandleActivity =>
    () =>
      Promise.resolve({ status });

  it('passes on body and token, and answers what the bot says', async () => {
    const seen: unknown[] = [];
    const door = await openDoor({
      handleActivity: (body, authorization) => {
        seen.push(body, authorization);
        return Promise.resolve({ status: 200, body: { statusCode: 200 } });
      },
    });

    const headers = { ...json, authorization: 'Bearer token' };
    const answer = await door.send('/api/messages', { method: 'POST', body: activity, headers });

    assert.deepEqual(seen, [{ type: 'message' }, 'Bearer token']);
    assert.deepEqual([answer.status, jsonOf(answer)], [200, { statusCode: 200 }]);
    await door.stop();
  });

  for (const status of [401, 403]) {
    it(`says no more than that when it refuses with ${String(status)}`, async () => {
      const door = await openDoor({ handleActivity: handled(status) });

      const answer = await door.send('/api/messages', {
        method: 'POST',
        body: activity,
        headers: json,
      });

      assert.deepEqual(faultsOf(answer, status), []);
      await door.stop();
    });
  }

  it('refuses what is too large or no JSON before the bot sees it', async () => {
    const door = await openDoor({ handleActivity: () => Promise.reject(new Error('seen')) });
    const post = (body: string, headers: Record<string, string> = json) =>
      door.send('/api/messages', { method: 'POST', body, headers });

    faultsOf(await post('{'), 400);
    faultsOf(await post(activity, { 'content-type': 'text/plain' }), 415);
    faultsOf(await post(`{"text":"${'x'.repeat(300_000)}"}`), 413);

    assert.deepEqual(door.errors, []);
    await door.stop();
  });
});
