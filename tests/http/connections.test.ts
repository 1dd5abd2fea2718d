import assert from 'node:assert/strict';
import sinon from 'sinon';
import { once } from 'node:events';
import net from 'node:net';
import { connectionLimits } from '../../bot/http/limits.ts';
import { createHttpServer } from '../../bot/http/server.ts';
import type { Door } from '../support/http/http.ts';
import { auditorKey, bearer, faultsOf, openDoor } from '../support/http/http.ts';
import { openingFor } from '../support/duties/duties.ts';
import { rawRequest } from '../support/http/raw-http.ts';

const key = `authorization: ${bearer().authorization}`;
const quick = { ...connectionLimits, headers: 1, request: 2, silence: 3, kept: 3 };

/** Everything that a connection says until it is closed. */
async function untilClosed(port: number, ...lines: readonly string[]): Promise<string> {
  const socket = net.connect(port, '127.0.0.1');
  let said = '';
  socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
  socket.on('error', () => undefined);
  socket.write(lines.join('\r\n'));
  await new Promise((resolve) => socket.on('close', resolve));
  return said;
}

describe('a connection', () => {
  let door: Door;
  before(async () => {
    door = await openDoor({ limits: quick });
  });
  after(() => door.stop());
  afterEach(() => {
    assert.deepEqual(door.errors, []);
  });

  it('that asks for an upgrade is answered as if it had not', async () => {
    const said = await rawRequest(door.port, [
      ...['GET /healthz HTTP/1.1', 'host: localhost', 'connection: Upgrade, close'],
      ...['upgrade: websocket', 'sec-websocket-version: 13', 'sec-websocket-key: AAAA', '', ''],
    ]);

    assert.match(said, /^HTTP\/1\.1 200 /);
  });

  for (const twice of [
    ['host: localhost', 'Host: other.example'],
    ['host: localhost', 'hOST: localhost'],
    ['host: x', key, 'Authorization: Bearer other'],
    ['host: x', 'content-type: application/json', 'Content-Type: text/plain'],
    ['host: x', 'idempotency-key: a', 'idempotency-key: b'],
  ])
    it(`that says twice what counts once is refused: ${twice.slice(-1).join()}`, async () => {
      const said = await rawRequest(door.port, ['GET /healthz HTTP/1.1', ...twice, '', '']);

      assert.match(said, /^HTTP\/1\.1 400 [^]*more than once/);
    });

  for (const [target, host] of [
    ['/healthz', 'x, y'],
    ['/healthz', 'x y'],
    ['/healthz', '[x'],
    ['/healthz', 'x:99999'],
    ['/healthz', 'x:1:2'],
    ['/healthz', '1.2.3.4.5'],
    ['/healthz', 'jan:geheim@x'],
    ['/healthz', 'x/api/v1/duties?y='],
    ['http://[/healthz', 'x'],
    ['http://x:99999/healthz', 'x'],
    ['http://a%00b/healthz', 'x'],
  ])
    it(`for an address that is none is refused, and the next one is answered: ${String(target)} of ${String(host)}`, async () => {
      const said = await rawRequest(door.port, [
        ...[`GET ${String(target)} HTTP/1.1`, `host: ${String(host)}`, '', ''],
      ]);

      assert.match(said, /^HTTP\/1\.1 400 /);
      assert.equal((await door.send('/healthz')).status, 200);
    });

  it('that asks a thousand things without waiting for an answer is cut', async () => {
    const one = 'GET /api/v1/openapi.json HTTP/1.1\r\nhost: localhost\r\n\r\n';

    const said = await untilClosed(door.port, one.repeat(1000));

    assert.ok(said.split('HTTP/1.1 200').length - 1 <= 20);
    assert.equal((await door.send('/healthz')).status, 200);
  });

  it('that asks a few things at once gets each answer', async () => {
    const one = 'GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n';

    const said = await untilClosed(door.port, one.repeat(10));

    assert.equal(said.split('HTTP/1.1 200').length - 1, 10);
  });

  it('that sends a body without a key is answered and closed', async () => {
    const said = await rawRequest(door.port, [
      ...['POST /api/v1/duties HTTP/1.1', 'host: x', 'content-type: application/json'],
      ...['content-length: 3000000', '', '{'],
    ]);

    assert.match(said, /^HTTP\/1\.1 401 /);
  });

  it('whose body is packed on its way is refused', async () => {
    const said = await rawRequest(door.port, [
      ...['POST /api/v1/duties HTTP/1.1', 'host: x', key, 'content-type: application/json'],
      ...['transfer-encoding: gzip, chunked', 'connection: close', '', '0', '', ''],
    ]);

    assert.match(said, /^HTTP\/1\.1 415 /);
  });

  it('that names no host is refused', async () => {
    const said = await rawRequest(door.port, [
      'GET /healthz HTTP/1.1',
      'connection: close',
      '',
      '',
    ]);

    assert.match(said, /^HTTP\/1\.1 400 /);
  });

  it('that wants a tunnel is closed', async () => {
    assert.equal(await untilClosed(door.port, 'CONNECT x:443 HTTP/1.1', 'host: x:443', '', ''), '');
  });

  it('that waits to be told to go on is told so, or refused', async () => {
    const body = JSON.stringify(openingFor('verify-change'));
    const said = await rawRequest(door.port, [
      ...['POST /api/v1/duties HTTP/1.1', 'host: x', key, 'idempotency-key: expects'],
      ...['content-type: application/json', `content-length: ${String(Buffer.byteLength(body))}`],
      ...['expect: 100-continue', 'connection: close', '', body],
    ]);
    const strange = await rawRequest(door.port, [
      ...['GET /healthz HTTP/1.1', 'host: x', 'expect: 200-ok', '', ''],
    ]);

    assert.match(said, /^HTTP\/1\.1 100 [^]*HTTP\/1\.1 201 /);
    assert.match(strange, /^HTTP\/1\.1 417 [^]*connection: close/i);
  });

  it('is cut when its headers do not come in time', async () => {
    const begun = performance.now();

    const said = await untilClosed(door.port, 'GET /healthz HTTP/1.1', 'host: x');

    assert.match(said, /^(HTTP\/1\.1 408 [^]*)?$/);
    // By itself Node waits a minute for headers, and five for a body.
    assert.ok(performance.now() - begun < 30_000);
  });

  it('is cut when its body does not come in time', async () => {
    const begun = performance.now();

    await untilClosed(
      door.port,
      ...['POST /api/v1/duties HTTP/1.1', 'host: x', key, 'content-type: application/json'],
      ...['content-length: 100', '', '{'],
    );

    assert.ok(performance.now() - begun < 30_000);
    assert.equal((await door.send('/healthz')).status, 200);
  });

  for (const ends of ['\r\n', '\n', '\r'])
    it(`that says ${JSON.stringify(ends)} for ever after an answer is cut, and not while it is asked`, async () => {
      const asked = 'GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n';
      const socket = net.connect(door.port, '127.0.0.1');
      let said = '';
      socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
      socket.on('error', () => undefined);
      socket.write(asked);
      const drip = setInterval(() => socket.write(ends), 100);
      const again = setTimeout(() => socket.write(`\r\n${asked}`), 1200);
      const begun = performance.now();
      await new Promise((resolve) => socket.on('close', resolve));
      clearInterval(drip);
      clearTimeout(again);

      const seconds = (performance.now() - begun) / 1000;
      // Four after the second answer; line ends alone would hold it for ever.
      assert.ok(seconds > 4.5 && seconds < 30, String(seconds));
      assert.equal(said.split('HTTP/1.1 200 ').length - 1, 2);
    });

  it('is not cut while it says slowly what it was told to go on with', async () => {
    const patient = await openDoor({ limits: { ...quick, request: 10, kept: 0 } });
    const body = JSON.stringify(openingFor('verify-change'));
    const socket = net.connect(patient.port, '127.0.0.1');
    let said = '';
    socket.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.endsWith('HTTP/1.1 100 Continue\r\n\r\n'))
        setTimeout(() => socket.write(body), 2500);
    });
    socket.write('GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n');
    socket.write(
      [
        ...['POST /api/v1/duties HTTP/1.1', 'host: localhost', key, 'idempotency-key: slowly'],
        ...['content-type: application/json', `content-length: ${String(body.length)}`],
        ...['expect: 100-continue', 'connection: close', '', ''],
      ].join('\r\n'),
    );
    await new Promise((resolve) => socket.on('close', resolve));
    await patient.stop();

    assert.match(said, /HTTP\/1\.1 201 /);
  });

  it('has 15 seconds for its headers and 60 for all of it where nothing else is said', () => {
    // Node's own times are 60 and 300, looked at every 30 seconds.
    const server = createHttpServer({
      anonymous: false,
      seconds: () => 0,
      vendorKeys: [],
      auditorKeys: [],
    } as never).server;

    const { headersTimeout, requestTimeout, timeout, maxConnections } = server;
    assert.deepEqual(
      [headersTimeout, requestTimeout, timeout, maxConnections],
      [15_000, 60_000, 120_000, 2000],
    );
    assert.equal(
      (server as { connectionsCheckingInterval?: number }).connectionsCheckingInterval,
      1000,
    );
  });

  it('is one of so many, and the next one is not taken', async () => {
    const small = await openDoor({ limits: { ...quick, connections: 2 } });
    const held = [net.connect(small.port, '127.0.0.1'), net.connect(small.port, '127.0.0.1')];
    for (const socket of held) socket.on('error', () => undefined);
    await Promise.all(held.map((socket) => once(socket, 'connect')));

    assert.equal(await untilClosed(small.port, 'GET /healthz HTTP/1.1', 'host: x', '', ''), '');

    for (const socket of held) socket.destroy();
    await small.stop();
  });
});

describe('without authentication', () => {
  it('only this machine is answered, whatever a target says beside the host', async () => {
    const door = await openDoor({ anonymous: true });
    const ask = (target: string, host: string) =>
      rawRequest(door.port, [
        ...[`GET ${target} HTTP/1.1`, `host: ${host}`, 'connection: close', '', ''],
      ]);

    assert.match(await ask('http://localhost:3978/healthz', 'boef.example'), /^HTTP\/1\.1 200 /);
    for (const target of ['http://boef.example/healthz', 'HTTPS://boef.example:80/healthz'])
      assert.match(await ask(target, 'localhost'), /^HTTP\/1\.1 421 /, target);
    for (const target of [
      ...['ftp://localhost/healthz', 'http://localhost\\@boef.example/healthz'],
      ...['http://jan@localhost/healthz', 'http:/healthz', 'localhost:80'],
    ])
      assert.match(await ask(target, 'localhost'), /^HTTP\/1\.1 400 /, target);
    await door.stop();
  });

  it('only this machine is answered, whatever name leads here', async () => {
    const door = await openDoor({ anonymous: true });

    for (const host of ['localhost', 'LOCALHOST:3978', '127.0.0.1:1', '127.1.2.3', '[::1]:3978'])
      assert.equal((await door.send('/healthz', { headers: { host } })).status, 200, host);
    for (const host of [
      'boef.example',
      '127.0.0.1.boef.example',
      'localhost.boef.example:80',
      '10.0.0.1',
    ])
      faultsOf(await door.send('/healthz', { headers: { host } }), 421);
    await door.stop();
  });
});

describe('an activity whose token is refused', () => {
  it('is refused before its body is read', async () => {
    let handled = 0;
    const door = await openDoor({
      refusedToken: (authorization) => (authorization === undefined ? 401 : undefined),
      handleActivity: () => {
        handled += 1;
        return Promise.resolve({ status: 200 });
      },
    });

    const said = await rawRequest(door.port, [
      ...['POST /api/messages HTTP/1.1', 'host: x', 'content-type: application/json'],
      ...['content-length: 200000', '', '{'],
    ]);

    assert.match(said, /^HTTP\/1\.1 401 /);
    assert.equal(handled, 0);
    await door.stop();
  });
});

describe('readiness', () => {
  it('is asked once in five seconds, however often somebody wants to know', async () => {
    let now = 0;
    const readiness = sinon.stub<[], Promise<string[]>>().resolves(['store']);
    readiness.onFirstCall().resolves([]);
    const door = await openDoor({ seconds: () => now, readiness });

    const answers = await Promise.all([1, 2, 3].map(() => door.send('/readyz')));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200],
    );
    sinon.assert.calledOnce(readiness);
    now = 5;

    assert.equal((await door.send('/readyz')).status, 503);
    sinon.assert.calledTwice(readiness);
    await door.stop();
  });
});

describe('what one sender may use', () => {
  it('is five exports or dossiers at the same time', async () => {
    const plain = await openDoor();
    let fail: (error: Error) => void = () => undefined;
    const pending = new Promise<never>((_, reject) => {
      fail = reject;
    });
    const make = sinon.stub().returns(pending);
    const dossiers = { ...plain.services.dossiers, make };
    const door = await openDoor({ services: { ...plain.services, dossiers } });
    const ask = (path: string) => door.send(path, { headers: bearer(auditorKey) });

    const five = [1, 2, 3, 4, 5].map(() => ask('/api/v1/dossier?quarter=2026-Q4'));
    while (make.callCount < 5) await new Promise(setImmediate);
    faultsOf(await ask('/api/v1/dossier?quarter=2026-Q4'), 429);
    faultsOf(await ask('/api/v1/evidence'), 429);
    assert.equal((await door.send('/api/v1/evidence', { headers: bearer() })).status, 200);

    fail(new Error('disk full'));
    for (const answer of five) faultsOf(await answer, 500);
    assert.equal((await ask('/api/v1/evidence')).status, 200);
    await Promise.all([door.stop(), plain.stop()]);
  });

  it('is counted by requests and by bytes, for each key alone', async () => {
    const now = 0;
    const door = await openDoor({ seconds: () => now });
    const large = JSON.stringify({ text: 'x'.repeat(2_900_000) });
    const post = (headers: Record<string, string>) =>
      door.send('/api/v1/duties', {
        method: 'POST',
        body: large,
        headers: { ...headers, 'content-type': 'application/json' },
      });

    const answers = [];
    for (let at = 0; at < 14; at += 1) answers.push(await post(bearer()));

    const slowed = answers.find(({ status }) => status === 429);
    assert.ok(slowed, 'nothing was slowed down');
    faultsOf(slowed, 429);
    assert.match(String(slowed.headers['retry-after']), /^\d+$/);
    // One that does not say how long it is counts as it comes, JSON or not.
    faultsOf(await post({ ...bearer(), 'transfer-encoding': 'chunked' }), 429);
    assert.equal(
      (
        await door.api(
          '/api/v1/duties',
          undefined,
          bearer({ name: 'ander', secret: 'v2'.repeat(16) }),
        )
      ).status,
      200,
    );
    await door.stop();
  });
});
