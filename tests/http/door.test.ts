import assert from 'node:assert/strict';
import type { Door } from '../support/http/http.ts';
import { bearer, faultsOf, openDoor, vendorKey } from '../support/http/http.ts';

const json = { 'content-type': 'application/json' };
const routes = [
  ['POST', '/api/v1/duties'],
  ['GET', '/api/v1/duties'],
  ['GET', '/api/v1/duties/d000000000000000000000000'],
  ['POST', '/api/v1/duties/d000000000000000000000000/withdraw'],
  ['GET', '/api/v1/evidence'],
] as const;

describe('the door of the HTTP API', () => {
  let door: Door;
  before(async () => {
    door = await openDoor();
  });
  after(() => door.stop());
  afterEach(() => {
    assert.deepEqual(door.errors, []);
  });

  for (const [method, path] of routes) {
    it(`opens ${method} ${path} to nobody without a key or with a wrong one`, async () => {
      for (const authorization of [
        undefined,
        '',
        'Bearer',
        'Bearer ',
        `Bearer ${'x'.repeat(32)}`,
        `Bearer ${vendorKey.secret}x`,
        `Bearer ${vendorKey.secret.slice(1)}`,
        `Bearer ${vendorKey.name}`,
        `Basic ${vendorKey.secret}`,
        vendorKey.secret,
        `Bearer ${'x'.repeat(8000)}`,
      ]) {
        const headers = { ...json, ...(authorization === undefined ? {} : { authorization }) };
        const answer = await door.send(path, {
          method,
          headers,
          ...(method === 'POST' ? { body: '{}' } : {}),
        });

        faultsOf(answer, 401);
        assert.equal(answer.headers['www-authenticate'], 'Bearer');
      }
    });
  }

  it('knows a key by its secret however the scheme is written', async () => {
    const authorization = `bearer  ${vendorKey.secret}`;

    assert.equal((await door.send('/api/v1/duties', { headers: { authorization } })).status, 200);
  });

  it('is closed to everybody where no keys are set', async () => {
    const closed = await openDoor({ vendorKeys: [] });

    faultsOf(await closed.send('/api/v1/duties', { headers: { authorization: 'Bearer x' } }), 401);
    faultsOf(await closed.api('/api/v1/duties'), 401);
    await closed.stop();
  });

  for (const path of [
    '/',
    '/api',
    '/api/v1',
    '/api/v1/duty',
    '/api/v1/duties/a/b',
    '/API/v1/duties',
    '/../etc/passwd',
    '/favicon.ico',
  ]) {
    it(`has nothing at ${path}`, async () => {
      faultsOf(await door.send(path, { headers: bearer() }), 404);
    });
  }

  for (const path of ['/api/v1/duties/%E0%A4%A', '/%', '/api/v1/duties/%ff', '//', '/?%']) {
    it(`takes the address ${path} for a mistake of the caller`, async () => {
      const { status, headers } = await door.send(path, { headers: bearer() });

      assert.ok(status >= 400 && status < 500, String(status));
      assert.match(headers['content-type'] ?? '', /^application\/problem\+json/);
    });
  }

  for (const [method, path] of [
    ['PUT', '/api/v1/duties'],
    ['DELETE', '/api/v1/duties/d000000000000000000000000'],
    ['GET', '/api/v1/duties/d000000000000000000000000/withdraw'],
    ['POST', '/api/v1/evidence'],
    ['PATCH', '/healthz'],
    ['GET', '/api/messages'],
  ] as const) {
    it(`does not know ${method} at ${path}`, async () => {
      faultsOf(await door.send(path, { method, headers: bearer() }), 405);
    });
  }

  it('slows down a sender that runs away, and says when to go on', async () => {
    const busy = await openDoor({ seconds: () => 0 });

    const answers = await Promise.all(
      Array.from({ length: 2500 }, () => busy.send('/api/v1/duties/x', { headers: bearer() })),
    );

    const slowed = answers.filter(({ status }) => status === 429);
    const [first] = slowed;
    assert.ok(first, 'nothing was slowed down');
    faultsOf(first, 429);
    assert.equal(first.headers['retry-after'], '1');
    assert.ok(answers.every(({ status }) => status === 404 || status === 429));
    assert.equal((await busy.send('/healthz')).status, 200);
    await busy.stop();
  });
});
