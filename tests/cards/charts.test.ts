import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { bars, card } from '../../cards/elements.ts';
import { cardFaults } from '../../cards/limits.ts';
import { texts } from '../support/cards/card-reader.ts';
import { asPlain, faultsOf } from '../support/cards/duty-cards.ts';

const chart = bars([
  {
    title: 'Q3 2026',
    parts: [
      { legend: 'on time', value: 12, color: 'good' },
      { legend: '*late*', value: 1, color: 'warning' },
    ],
  },
]);

describe('a chart', () => {
  it('says in words what its colours say, and the same where no chart is drawn', () => {
    const [bar] = chart.data;
    const shown = texts(asPlain(card('en', 'A chart', [chart])));

    assert.equal(bar?.title, 'Q3 2026: 12 on time · 1 *late*');
    // A FactSet applies Markdown; a chart does not.
    assert.ok(shown.includes('12 on time · 1 \\*late\\*'));
  });

  it('is held against the limits by what stands in its place', () => {
    const whole = card('en', 'A chart', [{ type: 'Container', items: [chart] }]);
    const broken = {
      ...chart,
      fallback: { type: 'Nothing', facts: [] },
    } as unknown as typeof chart;

    assert.deepEqual(faultsOf(whole), []);
    assert.notDeepEqual(cardFaults(card('en', 'A chart', [broken])), []);
  });
});
