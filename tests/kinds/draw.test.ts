import assert from 'node:assert/strict';
import fc from 'fast-check';
import { draw } from '../../bot/kinds/draw.ts';

const upTo = (to: number, count: number) => ({ from: 1, to, count });

describe('a drawn sample', () => {
  // The vectors that were published with the method (rivest-sampler-tests).
  const published = [
    ['0', [905, 573, 160]],
    ['1', [97, 89, 163]],
    ['0000000000', [978, 359, 132]],
    ['999999999999999999999999', [544, 800, 654]],
    ['abcde', [247, 427, 157]],
  ] as const;
  for (const [seed, numbers] of published) {
    it(`of seed ${seed} is the one that was published`, () => {
      assert.deepEqual(draw(seed, upTo(1000, 3)), numbers);
    });
  }

  it('never holds the same number twice, and everything where there is no more', () => {
    assert.deepEqual(draw('0', upTo(2, 3)), [1, 2]);
    assert.deepEqual(draw('0', upTo(0, 3)), []);
  });

  it('is the same for the same seed, different, within its range and begins as a smaller one', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: -1000, max: 1_000_000_000 }),
        fc.nat(10_000),
        fc.nat(20),
        (seed, from, size, count) => {
          const range = { from, to: from + size, count };

          const drawn = draw(seed, range);

          assert.deepEqual(drawn, draw(seed, range));
          assert.equal(new Set(drawn).size, drawn.length);
          assert.equal(drawn.length, Math.min(count, size + 1));
          assert.ok(drawn.every((one) => one >= range.from && one <= range.to));
          assert.deepEqual(draw(seed, { ...range, count: count - 1 }), drawn.slice(0, count - 1));
        },
      ),
      { numRuns: 200, seed: 20261123 },
    );
  });

  it('favours no number: a thousand seeds hit each of ten about as often', () => {
    const hits = new Map<number, number>();

    for (let seed = 0; seed < 1000; seed += 1) {
      for (const number of draw(String(seed), upTo(10, 1))) {
        hits.set(number, (hits.get(number) ?? 0) + 1);
      }
    }

    // Chi squared with nine degrees of freedom: above 27.9 in one of a thousand fair draws.
    const chi = [...hits.values()].reduce((sum, hit) => sum + (hit - 100) ** 2 / 100, 0);
    assert.equal(hits.size, 10);
    assert.ok(chi < 27.9, String(chi));
  });
});
