import assert from 'node:assert/strict';
import {
  bareChainOf,
  chainOf,
  dutyWith,
  faultIn,
  hashed,
  linesFor,
  ownManifest,
  plainManifest,
  verdictOn,
} from '../../support/duties/evidence.ts';

const records = chainOf(dutyWith('a'));
const own = linesFor(...records, ownManifest(records));
const bare = bareChainOf(dutyWith('a'));
const plain = linesFor(...bare, plainManifest(bare));
const [opened] = bare;
const alone = opened ? [opened] : [];

describe('the bytes of evidence', () => {
  it('are all held: no single bit can be turned in our own export', async function () {
    this.timeout(240_000);
    const bytes = Buffer.from(own);
    const unnoticed: string[] = [];

    for (let at = 0; at < bytes.length; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const turned = Buffer.from(bytes);
        turned[at] = (bytes[at] ?? 0) ^ (1 << bit);
        const { type } = await verdictOn(turned);
        if (type === 'whole') unnoticed.push(`byte ${String(at)}, bit ${String(bit)}`);
      }
    }

    // The line end after the manifest is the last byte: a sign after `}` is no JSON either.
    assert.deepEqual(unnoticed, []);
  });

  it('are all held: none can be left out, and none stands there twice unnoticed', async function () {
    this.timeout(120_000);
    const bytes = Buffer.from(own);
    const unnoticed: number[] = [];

    for (let at = 0; at < bytes.length - 1; at += 1) {
      const less = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
      const more = Buffer.concat([bytes.subarray(0, at + 1), bytes.subarray(at)]);
      for (const changed of [less, more]) {
        if ((await verdictOn(changed)).type === 'whole') unnoticed.push(at);
      }
    }

    assert.deepEqual(unnoticed, []);
  });

  it('may not spell a value otherwise in our own export, though it means the same', async () => {
    for (const [spelled, otherwise] of [
      ['1e+21', '1E+21'],
      ['1e+21', '1000000000000000000000'],
      ['0.5', '0.50'],
      ['btw klopt', 'btw\\u0020klopt'],
      ['\\u0001', '\\u0001\\u0002'],
      ['"none":null', '"none": null'],
      ['"records":3', '"records":3.0'],
    ] as const) {
      assert.ok(own.includes(spelled), spelled);

      assert.equal((await verdictOn(own.replace(spelled, otherwise))).type, 'tampered', otherwise);
    }
  });

  it('may not say anything twice, whoever wrote the file', async () => {
    for (const [once, twice] of [
      ['"v":1', '"v":2,"v":1'],
      ['"outcome":"problem"', '"outcome":"fulfilled","outcome":"problem"'],
      ['"works":false', '"works":true,"w\\u006frks":false'],
      ['"records":3', '"records":4,"records":3'],
      [`"hash":"${String(opened?.hash)}"`, `"hash":"","hash":"${String(opened?.hash)}"`],
    ] as const) {
      assert.ok(plain.includes(once), once);

      const { problem } = await faultIn(plain.replace(once, twice));
      assert.match(problem, /stands twice/, twice);
    }
  });

  it('may name the same member in different objects', async () => {
    const nested = bareChainOf(dutyWith('a'), [
      { type: 'opened', data: { a: { a: 1, b: ['a', 'a'] }, b: [{ a: 2 }, { a: '":{"' }] } },
    ]);
    const spaced = linesFor(...nested, plainManifest(nested)).replace('{', '{ ');

    assert.equal((await verdictOn(spaced)).type, 'whole');
  });

  it('may not hold a number that is rounded when it is read', async () => {
    const exact = bareChainOf(dutyWith('a'), [
      { type: 'opened', data: { amount: 9007199254740992 } },
    ]);
    const file = linesFor(...exact, plainManifest(exact));

    const { problem } = await faultIn(file.replace('9007199254740992', '9007199254740993'));

    assert.match(problem, /9007199254740993/);
  });

  it('may not be other than UTF-8', async () => {
    const bytes = Buffer.from(plain.replace('btw klopt', 'btw\ufffdklopt'));
    const at = bytes.indexOf('\ufffd');

    const cut = Buffer.concat([bytes.subarray(0, at + 2), bytes.subarray(at + 3)]);

    assert.match((await faultIn(cut)).problem, /UTF-8/);
  });

  it('never make the verifier fall over', async () => {
    for (const strange of [
      '{"dutyId":"a","data":1e400}',
      '{"dutyId":"a","data":-0}',
      '{"dutyId":"\ud800","data":"\\ud800"}',
      `{"dutyId":"a","data":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      '{"dutyId":"a","__proto__":{"hash":1},"toString":1,"constructor":null}',
      '{"dutyId":null,"seq":1e400,"hash":{}}',
      '{"dutyId"',
      'null,"dutyId"',
    ]) {
      assert.equal((await faultIn(`${strange}\n${plain}`)).line, 1, strange.slice(0, 60));
    }
  });

  it('may hold members with odd names, as the store may', async () => {
    const data = { ['__proto__']: 1, toJSON: 'x', 10: 'b', 9: 'a', zero: -0 };
    const odd = chainOf(dutyWith('a'), [{ type: 'opened', data }]);

    assert.equal((await verdictOn(linesFor(...odd, ownManifest(odd)))).type, 'whole');
  });

  it('may not hold half a surrogate pair, which no two programs hash alike', async () => {
    const half = own.replace('Release', String.raw`\\\ud83dRelease`);
    const fault = await faultIn(half);

    assert.equal(fault.line, 1);
    assert.match(fault.problem, /half a surrogate pair/);
  });

  it('may hold a backslash before what only looks like half a surrogate pair', async () => {
    const odd = chainOf(dutyWith('a'), [{ type: 'opened', data: { path: String.raw`C:\ud83d` } }]);

    assert.equal((await verdictOn(linesFor(...odd, ownManifest(odd)))).type, 'whole');
  });
});

describe('a record with a right hash', () => {
  for (const [why, change] of [
    ['has another version', { v: 2 }],
    ['has no duty', { dutyId: '' }],
    ['has no whole number', { seq: 1.5 }],
    ['has a number before the first', { seq: 0 }],
    ['is of no known type', { type: 'deleted' }],
    ['has a moment that is no instant', { at: '2026-11-01' }],
    ['has a moment that does not exist', { at: '2026-13-01T12:00:00Z' }],
    ['has somebody without a name', { by: { aadObjectId: 'jan' } }],
    ['has no kind', { kind: undefined }],
    ['has an outcome that nobody can give', { outcome: 'good' }],
    ['has no data', { data: undefined }],
    ['has a first prev that is no hash', { prev: '' }],
    ['has a first prev that is another hash', { prev: 'f'.repeat(64) }],
  ] as const) {
    it(`is still refused when it ${why}`, async () => {
      const forged = hashed({ ...opened, ...change });
      const manifest = hashed({
        type: 'manifest',
        records: 1,
        heads: { [String(alone[0]?.dutyId)]: forged.hash },
      });

      const fault = await faultIn(linesFor(forged, manifest));

      assert.equal(fault.line, 1);
      assert.doesNotMatch(fault.problem, /content does not match its hash/);
    });
  }
});

describe('a file of another sort', () => {
  for (const [name, content] of [
    ['nothing', ''],
    ['a table', 'duty,answer\nd1,good\n'],
    ['other JSON', '{"name":"shared-duty"}\n'],
    ['pretty JSON', '{\n  "name": "shared-duty"\n}\n'],
    ['a list', '[1,2]'],
    ['text of another encoding', Buffer.from(own, 'utf16le')],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 255])],
  ] as const) {
    it(`is unusable rather than tampered with: ${name}`, async () => {
      assert.equal((await verdictOn(content)).type, 'unusable');
    });
  }
});
