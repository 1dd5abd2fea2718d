import assert from 'node:assert/strict';
import fc from 'fast-check';
import { comparable, isSameText } from '../../cards/same-text.ts';
import { workOf } from '../support/worked.ts';

describe('Two names that read the same', () => {
  const same: readonly (readonly [string, string])[] = [
    ['jbakker', 'JBakker'],
    ['jbakker', ' jbakker\t'],
    ['jbakker', '\u200Bjbakker'],
    ['jbakker', 'j\u00ADbakker\uFEFF'],
    ['jbakker', '\u202Ejbakker\u202C'],
    ['jbakker', 'ｊｂａｋｋｅｒ'],
    ['jbakker', 'jbakker\uFE0F'],
    ['Jan Bakker', 'Jan\u00A0\u2009 Bakker'],
    ['Jan Bakker', 'Jan\nBakker'],
    ['Zoë', 'Zoe\u0308'],
    ['O’Brien', "O'Brien"],
    ['Smit–Vos', 'Smit-Vos'],
    ['Weiß', 'WEISS'],
    ['ﬁnance', 'finance'],
  ];
  for (const [one, other] of same) {
    it(`are one: ${JSON.stringify(one)} and ${JSON.stringify(other)}`, () => {
      assert.ok(isSameText(one, other));
    });
  }

  for (const [one, other] of [
    ['jbakker', 'jbakker2'],
    ['Zoë', 'Zoe'],
    ['00042', '42'],
    ['jbakker', 'j.bakker'],
    ['Jan Bakker', 'Bakker, Jan'],
  ] as const) {
    it(`are two: ${one} and ${other}`, () => {
      assert.ok(!isSameText(one, other));
    });
  }

  it('stay the same when they are compared once more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        assert.equal(comparable(comparable(text)), comparable(text));
      }),
      { seed: 20261129, numRuns: 2000 },
    );
  });

  it('are compared at once, however long they are', () => {
    for (const part of [' ', '\u200B', "'", 'ﷺ', 'A\u0300']) {
      const milliseconds = workOf(() => comparable(part.repeat(100_000)));
      assert.ok(milliseconds < 2000, `${JSON.stringify(part)} took ${String(milliseconds)} ms`);
    }
  });
});

describe('a name in plain letters only', () => {
  it('compares like the same name with a mark that nobody sees', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 30 }), (name) => {
        assert.equal(comparable(name), comparable(`${name}\u200b`));
      }),
      { seed: 20261130, numRuns: 500 },
    );
  });
});
