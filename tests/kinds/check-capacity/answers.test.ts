import assert from 'node:assert/strict';
import { useInPercent } from '../../../bot/kinds/check-capacity/trend.ts';
import { dutch, english } from '../../support/duties/duties.ts';
import { figuresOf, messagesOn, verdictOn } from '../../support/duties/settling.ts';

const enough = {
  outcome: 'enough',
  contracted: '1000',
  peak: '300',
  source: 'monitoring',
  measuredOn: '2026-11-20',
};
const decided = { owner: 'Mia', planned: '2026-12-01', note: 'de lijn wordt sneller' };

describe('the capacity of a line', () => {
  for (const [peak, answer] of [
    ['0', 'enough'],
    ['799', 'enough'],
    ['800', 'tight'],
    ['999', 'tight'],
    ['1000', 'not-enough'],
    ['1400', 'not-enough'],
  ] as const) {
    it(`is ${answer} at ${peak} of 1000, and nothing else`, () => {
      const counts = ['enough', 'tight', 'not-enough'].filter((outcome) => {
        const verdict = verdictOn('check-capacity', { ...enough, ...decided, peak, outcome });
        return typeof verdict === 'string';
      });

      assert.deepEqual(counts, [answer]);
    });
  }

  it('is told as the percentage that was computed, where the answer does not fit it', () => {
    const crowded = { ...enough, peak: '867' };

    for (const reader of [dutch, english]) {
      assert.match(messagesOn('check-capacity', crowded, { reader }), /86 %/);
    }
  });

  it('counts with numbers that have a source', () => {
    const verdicts = ['monitoring', 'provider', 'measurement', 'none', ''].map((source) =>
      verdictOn('check-capacity', { ...enough, source }),
    );

    assert.deepEqual(verdicts, ['fulfilled', 'fulfilled', 'fulfilled', ['source'], ['source']]);
  });

  it('is not enough where a location says otherwise', () => {
    const seen = ['enough', 'tight', 'short'].map((location) =>
      verdictOn('check-capacity', { ...enough, 'locations-0': 'enough', 'locations-2': location }),
    );

    assert.deepEqual(seen, ['fulfilled', ['outcome'], ['outcome']]);
  });

  it('needs an owner, a date from today on and a decision while it is tight', () => {
    const tight = { ...enough, peak: '900', outcome: 'tight' };

    const verdicts = [
      { ...tight, ...decided },
      { ...tight, ...decided, planned: '2026-11-23' },
      { ...tight, ...decided, planned: '2026-11-22' },
      tight,
    ].map((answer) => verdictOn('check-capacity', answer));

    assert.deepEqual(verdicts, ['problem', 'problem', ['planned'], ['owner', 'planned', 'note']]);
  });

  it('is shown in large numbers, bad from 80 % on', () => {
    const tight = { ...enough, ...decided, peak: '850', outcome: 'tight' };

    assert.deepEqual(figuresOf('check-capacity', enough), [
      ['1.000 Mbit/s', false],
      ['300 Mbit/s', false],
      ['30 %', false],
    ]);
    assert.deepEqual(figuresOf('check-capacity', tight).at(-1), ['85 %', true]);
  });

  it('has no use in per cent without both numbers', () => {
    const uses = [{}, { peak: 3 }, { contracted: 3 }, { contracted: 0, peak: 3 }].map(useInPercent);

    assert.deepEqual(uses, [undefined, undefined, undefined, undefined]);
  });
});
