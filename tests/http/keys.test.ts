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
