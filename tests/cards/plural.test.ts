import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { plural } from '../../cards/language.ts';

describe('the words for a number of things', () => {
  const said = (count: number): string => plural(count, { one: 'plicht', other: 'plichten' });

  it('are one for one thing only', () => {
    assert.equal(said(1), 'plicht');
  });

  for (const count of [0, 2, 11, 21, 101, 1_000_000]) {
    it(`are the other for ${String(count)}`, () => {
      assert.equal(said(count), 'plichten');
    });
  }
});
