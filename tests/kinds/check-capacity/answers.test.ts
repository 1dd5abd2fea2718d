import assert from 'node:assert/strict';
import { useInPercent } from '../../../bot/kinds/check-capacity/trend.ts';
import { kindOf } from '../../../bot/kinds/index.ts';
import type { Earlier } from '../../../bot/kinds/kind.ts';
import { aDuty, dutch, english } from '../../support/duties/duties.ts';
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
      assert.match(messagesOn('check-capacity', crowded, { reader }), /86%/);
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

  it('is shown in large numbers, bad from 80% on', () => {
    const tight = { ...enough, ...decided, peak: '850', outcome: 'tight' };

    assert.deepEqual(figuresOf('check-capacity', enough), [
      ['1.000 Mbit/s', false],
      ['300 Mbit/s', false],
      ['30%', false],
    ]);
    assert.deepEqual(figuresOf('check-capacity', tight).at(-1), ['85%', true]);
  });

  it('is worse than its numbers where complaints or a location say so, and never better', () => {
    const low = { ...enough, peak: '400', ...decided };
    const verdicts = [
      { ...low, outcome: 'tight' },
      { ...low, outcome: 'tight', complained: '4' },
      { ...low, outcome: 'tight', 'locations-2': 'tight' },
      { ...low, outcome: 'enough', complained: '4' },
      { ...low, outcome: 'enough', complained: '4', note: '' },
      { ...low, outcome: 'enough', complained: '0', note: '' },
      { ...low, peak: '900', outcome: 'enough', complained: '0' },
    ].map((answer) => verdictOn('check-capacity', answer));

    assert.deepEqual(verdicts, [
      ['outcome'],
      'problem',
      'problem',
      'fulfilled',
      ['note'],
      'fulfilled',
      ['outcome'],
    ]);
  });

  describe('line by line', () => {
    const { contracted: _, peak: __, ...sourced } = enough;
    const perLine = {
      ...sourced,
      'contractedAt-0': '1.000',
      'peakAt-0': '300',
      'contractedAt-1': '200',
      'peakAt-1': '150',
      'locations-2': 'enough',
    };

    it('is what the busiest line says', () => {
      const verdicts = ['150', '160', '200'].flatMap((peak) =>
        ['enough', 'tight', 'not-enough'].filter((outcome) => {
          const answer = { ...perLine, ...decided, 'peakAt-1': peak, outcome };
          return typeof verdictOn('check-capacity', answer) === 'string';
        }),
      );

      assert.deepEqual(verdicts, ['enough', 'tight', 'not-enough']);
      assert.deepEqual(
        figuresOf('check-capacity', { ...perLine, complained: '2', note: 'traag' }),
        [
          ['200 Mbit/s', false],
          ['150 Mbit/s', false],
          ['75%', false],
          ['2', true],
        ],
      );
    });

    it('needs both numbers of a line, and of one line at least; what was not measured is told', () => {
      const verdicts = [
        perLine,
        { ...perLine, 'peakAt-1': '' },
        { ...perLine, 'contractedAt-1': '' },
        { ...perLine, 'contractedAt-1': '', 'peakAt-1': '' },
        { ...sourced, 'locations-0': 'enough', 'locations-1': 'enough', 'locations-2': 'enough' },
      ].map((answer) => verdictOn('check-capacity', answer));

      assert.deepEqual(verdicts, [
        'fulfilled',
        ['peakAt-1'],
        ['contractedAt-1'],
        'fulfilled',
        ['contractedAt'],
      ]);
      const { facts } = kindOf('check-capacity').summary(
        aDuty('check-capacity'),
        settleIt({ ...perLine, 'contractedAt-1': '', 'peakAt-1': '' }),
        dutch,
      );
      assert.ok(facts.some(({ title, value }) => title === 'Niet gemeten' && value === 'Zwolle'));
    });

    it('is compared with the time before, and told for the year to come', () => {
      const settled = settleIt({ ...perLine, growth: '20' });
      const before: Earlier = {
        duty: 'earlier',
        at: '2026-08-20T09:00:00Z',
        reference: 'Q3',
        outcome: 'fulfilled',
        details: { period: 'Q3 2026' },
        values: {
          ...settled,
          peakAt: [{ line: 'Zwolle', value: '140' }],
          measuredOn: '2026-08-20',
        },
      };
      const duty = { ...aDuty('check-capacity'), earlier: [before] };

      const { facts } = kindOf('check-capacity').summary(duty, settled, dutch);

      const told = facts.map(({ title, value }) => `${title}: ${value}`);
      assert.ok(told.includes('Gebruik per lijn: Breda 30%, Zwolle 75% ▲ (was 70%)'));
      assert.ok(
        told.includes('Verwachting, Zwolle: op dit tempo in februari 2027 boven 80%'),
        told.join('\n'),
      );
      assert.ok(told.includes('Over een jaar: met 20% groei 90% van wat is afgesproken'));
      const form = kindOf('check-capacity').prefill?.(duty, dutch);
      assert.equal(form?.['contractedAt-1'], '200');
    });
  });

  it('has no use in per cent without both numbers', () => {
    const uses = [{}, { peak: 3 }, { contracted: 3 }, { contracted: 0, peak: 3 }].map(useInPercent);

    assert.deepEqual(uses, [undefined, undefined, undefined, undefined]);
  });
});

function settleIt(submitted: Readonly<Record<string, string>>) {
  const settled = kindOf('check-capacity').settle(aDuty('check-capacity'), submitted, dutch);
  assert.ok(settled.ok, JSON.stringify(settled));
  return settled.values;
}
