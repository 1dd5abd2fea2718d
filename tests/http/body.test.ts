import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { openingFor } from '../support/duties/duties.ts';
import type { Door } from '../support/http/http.ts';
import { bearer, faultsOf, jsonOf, openDoor } from '../support/http/http.ts';
import { rawRequest } from '../support/http/raw-http.ts';

const json = { 'content-type': 'application/json' };

describe('the body of a request', () => {
  let door: Door;
  before(async () => {
    door = await openDoor();
  });
  after(() => door.stop());
  afterEach(() => {
    assert.deepEqual(door.errors, []);
  });
  const post = (body: string | Buffer, headers: Record<string, string> = {}) =>
    door.send('/api/v1/duties', {
      method: 'POST',
      body,
      headers: { ...bearer(), 'idempotency-key': 'raw', ...json, ...headers },
    });
  const valid = JSON.stringify(openingFor('verify-change'));

  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/jsonp',
    "application/json; charset*=utf-16''x",
    '',
  ]) {
    it(`refuses a body of the type ${type === '' ? 'nothing' : type}`, async () => {
      faultsOf(await post(valid, { 'content-type': type }), 415);
    });
  }

  it('takes JSON with a character set or a more precise name', async () => {
    for (const type of [
      'application/json; charset=utf-8',
      'Application/JSON',
      'application/vnd.vendor+json',
    ]) {
      const { status } = await post(valid, { 'content-type': type });
      assert.ok(status === 201 || status === 200, type);
    }
  });

  it('refuses a compressed body, which can hide a bomb', async () => {
    faultsOf(await post(gzipSync(Buffer.alloc(10_000_000)), { 'content-encoding': 'gzip' }), 415);
  });

  for (const body of [
    '',
    '{',
    '{"a":}',
    "{'a':1}",
    '\ufeff{}',
    'NaN',
    '{"a":1}{"b":2}',
    '\u0000',
  ]) {
    it(`refuses ${JSON.stringify(body)} as no JSON`, async () => {
      faultsOf(await post(body), 400);
    });
  }

  it('refuses bytes that are no text', async () => {
    faultsOf(await post(Buffer.from([0xff, 0xfe, 0x00, 0x80])), 400);
  });

  it('names every half of a surrogate pair, in texts and in names, and opens nothing', async () => {
    const half = String.raw`\ud83d`;
    const body = valid.replace('{', `{"mine":{"${half}":[1,"${half}"]},"title":"${half}",`);

    const faults = faultsOf(await post(body, { 'idempotency-key': 'half' }), 400);

    assert.deepEqual(
      faults.map(({ path }) => path),
      ['mine.\ufffd', 'mine.\ufffd[1]', 'title', 'title'],
    );
    assert.equal((await post(valid, { 'idempotency-key': 'half' })).status, 201);
  });

  it('takes what only looks like half a surrogate pair', async () => {
    const body = valid.replace('"title":"', String.raw`"title":"C:\\ud83d \ud83d\ude00 `);

    assert.equal((await post(body, { 'idempotency-key': 'no-half' })).status, 201);
  });

  for (const [which, body] of [
    ['objects', `${'{"a":'.repeat(60_000)}1${'}'.repeat(60_000)}`],
    ['lists', `${'['.repeat(60_000)}${']'.repeat(60_000)}`],
    [
      'details',
      `{"kind":"verify-change","details":${'{"a":'.repeat(60_000)}1${'}'.repeat(61_000 - 999)}`,
    ],
    [
      'a summary',
      `{"kind":"verify-change","details":{"summary":${'['.repeat(60_000)}${']'.repeat(60_000)}}}`,
    ],
  ] as const) {
    it(`survives sixty thousand levels of ${which}`, async () => {
      assert.ok(faultsOf(await post(body), 400).length > 0);
    });
  }

  it('gives members of a prototype no meaning', async () => {
    const deadLetters =
      '{"__proto__":{"kind":"verify-change"},"constructor":{"prototype":{"polluted":1}}}';

    const faults = faultsOf(await post(deadLetters), 400);

    assert.ok(faults.some(({ path }) => path === 'kind'));
    assert.equal(Reflect.get({}, 'polluted'), undefined);
  });

  it('refuses a member __proto__ beside what is asked, or leaves it out of everything', async () => {
    const answer = await post(valid.replace('{', '{"__proto__":{"status":"fulfilled"},'), {
      'idempotency-key': 'proto',
    });

    assert.ok(answer.status === 400 || jsonOf(answer)['status'] === 'open', answer.text);
  });

  it('refuses a body that turns out to be too large', async () => {
    const piece = 'x'.repeat(1024 * 1024);
    const chunk = `${piece.length.toString(16)}\r\n${piece}\r\n`;
    const said = await rawRequest(door.port, [
      ...['POST /api/v1/duties HTTP/1.1', 'host: localhost', 'content-type: application/json'],
      `authorization: ${bearer().authorization}`,
      'transfer-encoding: chunked',
      '',
      chunk.repeat(4),
    ]);

    assert.match(said, /^HTTP\/1\.1 413 /);
    assert.equal((await door.api('/api/v1/duties')).status, 200);
  });

  it('says 413 before the body when its length is announced as too large', async () => {
    const said = await rawRequest(door.port, [
      'POST /api/v1/duties HTTP/1.1',
      'host: localhost',
      `authorization: ${bearer().authorization}`,
      'content-type: application/json',
      'content-length: 99999999',
      '',
      '{',
    ]);

    assert.match(said, /^HTTP\/1\.1 413 /);
    assert.match(said, /application\/problem\+json/);
  });

  it('takes a request in pieces', async () => {
    const body = JSON.stringify(openingFor('verify-change', { title: 'In stukken' }));
    const said = await rawRequest(door.port, [
      'POST /api/v1/duties HTTP/1.1',
      'host: localhost',
      `authorization: ${bearer().authorization}`,
      'content-type: application/json',
      'idempotency-key: pieces',
      'transfer-encoding: chunked',
      'connection: close',
      '',
      ...[body.slice(0, 10), body.slice(10)].flatMap((piece) => [
        Buffer.byteLength(piece).toString(16),
        piece,
      ]),
      '0',
      '',
      '',
    ]);

    assert.match(said, /^HTTP\/1\.1 201 /);
  });

  for (const [which, lines, status] of [
    [
      'headers of a hundred kilobytes',
      ['GET /healthz HTTP/1.1', 'host: x', `a: ${'x'.repeat(100_000)}`, '', ''],
      431,
    ],
    ['what is no HTTP at all', ['hallo daar', '', ''], 400],
    [
      'two lengths of one body',
      [
        'POST /api/v1/duties HTTP/1.1',
        'host: x',
        'content-length: 1',
        'content-length: 2',
        '',
        'x',
      ],
      400,
    ],
  ] as const) {
    it(`refuses ${which} and hangs up`, async () => {
      assert.match(
        await rawRequest(door.port, lines),
        new RegExp(`^HTTP/1\\.1 ${String(status)} `),
      );
    });
  }
});
