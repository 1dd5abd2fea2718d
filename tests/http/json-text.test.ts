import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readJsonText } from '../../bot/http/json-text.ts';
import { workOf } from '../support/worked.ts';

const budget = { depth: 5, members: 10, entries: 20, values: 100, length: 50 };
const faults = (text: string, allowed = budget): readonly string[] => {
  const read = readJsonText(text, allowed);
  return read.ok ? [] : read.problems.map(({ path, message }) => `${path}: ${message}`);
};

describe('a JSON text', () => {
  it('within its budget says what JSON.parse says', () => {
    const wide = { depth: 1000, members: 1e6, entries: 1e6, values: 1e6, length: 1e6 };
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.integer({ min: 0, max: 3 }), (text, indent) => {
        const spaced = JSON.stringify(JSON.parse(text), undefined, indent);
        const read = readJsonText(spaced, wide);
        assert.deepEqual(read, { ok: true, value: JSON.parse(spaced) as unknown });
      }),
      { numRuns: 500, seed: 20261129 },
    );
  });

  it('that is none is refused', () => {
    for (const text of [
      '',
      '{',
      '{"a"}',
      '[1,]',
      '"a',
      "{'a':1}",
      '{"a":1}}',
      ']',
      '\ufeff{}',
      '"\\x"',
      '[1 2]',
      'nul',
    ])
      assert.deepEqual(faults(text), [': is not valid JSON'], text);
  });

  it('names a member that stands there twice, however it is spelt', () => {
    assert.deepEqual(faults('{"a":1,"b":{"c":1,"\\u0063":2},"a":3}'), [
      'b.c: is named twice',
      'a: is named twice',
    ]);
    assert.deepEqual(faults('[{"a":1},{"a":1}]'), []);
  });

  it('holds no half of a surrogate pair', () => {
    assert.deepEqual(faults('{"a":["x","\\ud800"]}'), ['a[1]: holds half a surrogate pair']);
    assert.deepEqual(faults('{"a":"\\ud83d\\ude00"}'), []);
  });

  it('names the first part that is too much and looks no further', () => {
    assert.deepEqual(faults('[[[[[[1]]]]]]').length, 1);
    assert.deepEqual(faults(`{"a":{"b":[${'1,'.repeat(20)}1]}}`), [
      'a.b: has more than 20 entries',
    ]);
    const members = Array.from({ length: 11 }, (_, at) => `"m${String(at)}":1`).join(',');
    assert.deepEqual(faults(`{"a":{${members}}}`), ['a: has more than 10 members']);
    assert.deepEqual(faults(`{"a":"${'x'.repeat(51)}"}`), [
      'a: has a text of more than 50 characters',
    ]);
    const lists = `[${Array.from({ length: 15 }, () => '[1,2,3,4,5,6,7,8]').join(',')}]`;
    assert.deepEqual(faults(lists), [': holds more than 100 values']);
  });

  it('of three megabytes of any one sign is read in a moment', () => {
    const large = { depth: 12, members: 100, entries: 5000, values: 50_000, length: 10_000 };
    for (const piece of [
      '[',
      '{',
      '"',
      '\\',
      ',',
      '[{},',
      '{"a":',
      '"\\u',
      '[[],',
      ' ',
      '{"":[',
      '":"',
    ]) {
      const worked = workOf(() => faults(piece.repeat(3_000_000 / piece.length), large));
      assert.ok(worked < 1000, piece);
    }
  });
});
