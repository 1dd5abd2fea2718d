import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonical } from '../../../bot/duty/record/canonical.ts';
import { beforeFirst, hashOf } from '../../../bot/duty/record/record.ts';
import { chainOf, dutyWith } from '../../support/duties/evidence.ts';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

describe('the hash of a record', () => {
  // Written by hand after RFC 8785: members by UTF-16 code units, numbers as ECMAScript prints them.
  for (const [rule, object, canonical] of [
    [
      'sorts members by code units',
      { b: 1, a: 2, B: 3, '\u20ac': 4, '\ud83d\ude02': 5, '\ufb33': 6 },
      '{"B":3,"a":2,"b":1,"€":4,"😂":5,"\ufb33":6}',
    ],
    ['sorts digits as text', { 10: 'a', 9: 'b', 1: 'c' }, '{"1":"c","10":"a","9":"b"}'],
    ['sorts inside objects in lists', { a: [{ y: 1, x: 2 }] }, '{"a":[{"x":2,"y":1}]}'],
    ['keeps the order of lists', { a: [3, 1, 2] }, '{"a":[3,1,2]}'],
    [
      'prints numbers in the shortest way',
      { n: [1e21, 1e-7, 0.000001, 100, -0, 333333333.33333329] },
      '{"n":[1e+21,1e-7,0.000001,100,0,333333333.3333333]}',
    ],
    [
      'escapes only what it must',
      { t: '\b\t\n\f\r"\\/\u000f\u007f\u2028é' },
      '{"t":"\\b\\t\\n\\f\\r\\"\\\\/\\u000f\u007f\u2028é"}',
    ],
    [
      'has no spaces',
      { a: { b: [] }, c: {}, d: null, e: true },
      '{"a":{"b":[]},"c":{},"d":null,"e":true}',
    ],
  ] as const) {
    it(rule, () => {
      assert.equal(hashOf(object), sha256(canonical));
    });
  }

  it('is made of the form that a package of others makes too, of anything', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const whole = JSON.parse(JSON.stringify(value)) as unknown;
        if (/\\ud[89a-f]/.test(JSON.stringify(whole))) return;
        assert.equal(canonical(whole), canonicalize(whole));
      }),
    );
  });

  it('leaves out the hash member of the record itself and no other', () => {
    assert.equal(hashOf({ a: { hash: 1 }, hash: 'x' }), sha256('{"a":{"hash":1}}'));
  });

  it('links each record of a duty to the one before it', () => {
    const [first, second, third] = chainOf(dutyWith('a'));

    assert.deepEqual([first?.seq, second?.seq, third?.seq], [1, 2, 3]);
    assert.equal(first?.prev, beforeFirst);
    assert.equal(second?.prev, first?.hash);
    assert.equal(third?.prev, second?.hash);
  });
});

describe('the verifier', () => {
  it('needs nothing of the bot that opens a store, a port or a chat', () => {
    const seen = new Set<string>();
    const foreign: string[] = [];
    const follow = (module: URL): void => {
      if (seen.has(module.href)) return;
      seen.add(module.href);
      const source = readFileSync(module, 'utf8');
      for (const [, from = ''] of source.matchAll(/^import (?!type\b)[^;]*?from '([^']+)';/gm)) {
        if (from.startsWith('.')) follow(new URL(from, module));
        else foreign.push(from);
      }
    };

    follow(new URL('../../../bot/evidence/verify/verify.ts', import.meta.url));

    const allowed = /^(canonicalize|yauzl|node:(buffer|crypto|fs|fs\/promises|stream|zlib))$/;
    assert.ok(seen.size > 5);
    assert.deepEqual(
      foreign.filter((from) => !allowed.test(from)),
      [],
    );
  });
});
