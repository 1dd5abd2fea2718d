import assert from 'node:assert/strict';
import { keyHolder } from '../../bot/http/api/keys.ts';

const secret = 'v'.repeat(20) + 'Q7w8e9r0t1y2';
const other = 'b'.repeat(20) + 'Q7w8e9r0t1y2';
const auditing = 'a'.repeat(20) + 'Q7w8e9r0t1y2';
const longest = 'k9'.repeat(256);

describe('the holder of a key', () => {
  const holder = keyHolder({
    vendorKeys: [
      { name: 'unit4', secret },
      { name: 'afas', secret: other },
      { name: 'long', secret: longest },
      { name: 'too-long', secret: `${longest}1` },
    ],
    auditorKeys: [{ name: 'toetser', secret: auditing }],
  });

  it('is known by the secret alone, as a vendor or an auditor', () => {
    assert.deepEqual(holder(`Bearer ${secret}`), { type: 'vendor', name: 'unit4' });
    assert.deepEqual(holder(`bearer   ${other}`), { type: 'vendor', name: 'afas' });
    assert.deepEqual(holder(`BEARER ${auditing}`), { type: 'auditor', name: 'toetser' });
    assert.deepEqual(holder(`Bearer ${longest}`), { type: 'vendor', name: 'long' });
  });

  for (const [what, authorization] of [
    ['no header', undefined],
    ['an empty header', ''],
    ['a word alone', 'Bearer'],
    ['no secret', 'Bearer '],
    ['the secret alone', secret],
    ['another scheme', `Basic ${secret}`],
    ['something before it', `x Bearer ${secret}`],
    ['something after it', `Bearer ${secret} x`],
    ['a part of the secret', `Bearer ${secret.slice(0, -1)}`],
    ['the secret and more', `Bearer ${secret}1`],
    ['two secrets in one', `Bearer ${secret}${other}`],
    ['a secret in other letters', `Bearer ${secret.toUpperCase()}`],
    ['no space', `Bearer${secret}`],
    ['a key of more than 512 signs', `Bearer ${longest}1`],
  ] as const)
    it(`is nobody with ${what}`, () => {
      assert.equal(holder(authorization), undefined);
    });
});

describe('the time that a key takes', () => {
  const many = Array.from({ length: 1000 }, (_, at) => ({
    name: `vendor-${String(at)}`,
    secret: `${String(at).padStart(4, '0')}${'Q7w8e9r0t1y2'.repeat(4)}`,
  }));
  const holder = keyHolder({ vendorKeys: many, auditorKeys: [{ name: 'toetser', secret }] });
  const [first, last] = [many[0], many.at(-1)].map((key) => `Bearer ${key?.secret ?? ''}`);
  const asked = {
    first,
    last,
    auditor: `Bearer ${secret}`,
    wrong: `Bearer ${secret.slice(0, -1)}x`,
    short: 'Bearer x',
    long: `Bearer ${'x'.repeat(512)}`,
  };

  it('is the same whichever of a thousand it is, and for a wrong one, as every key is looked at', () => {
    const took = new Map<string, number[]>();
    for (let round = 0; round < 300; round += 1)
      for (const [name, authorization] of Object.entries(asked)) {
        const begun = process.hrtime.bigint();
        holder(authorization);
        const ended = Number(process.hrtime.bigint() - begun);
        took.set(name, [...(took.get(name) ?? []), ended]);
      }

    const medians = [...took.values()].map((all) => all.toSorted((a, b) => a - b)[150] ?? 0);
    // Whoever stopped at the first that fits would take a fiftieth of what the last takes.
    assert.ok(Math.max(...medians) < 4 * Math.min(...medians), medians.join(', '));
  });
});
