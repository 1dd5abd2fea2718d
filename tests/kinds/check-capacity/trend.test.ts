import assert from 'node:assert/strict';
import fc from 'fast-check';
import { periodOf } from '../../../bot/kinds/check-capacity/period.ts';
import type { Measurement } from '../../../bot/kinds/check-capacity/trend.ts';
import {
  locationTrends,
  monthOfPassing,
  nextThreshold,
} from '../../../bot/kinds/check-capacity/trend.ts';
import { kindOf } from '../../../bot/kinds/index.ts';
import type { Earlier } from '../../../bot/kinds/kind.ts';
import { asPlain } from '../../support/cards/duty-cards.ts';
import { texts } from '../../support/cards/card-reader.ts';
import { aDuty, anna, detailsOf, dutch, english } from '../../support/duties/duties.ts';
import { dutyCard } from '../../../bot/views/duty/duty-card.ts';

const details = detailsOf['check-capacity'];
const at = (day: string, peak: number, contracted = 1000): Measurement => ({
  at: day,
  contracted,
  peak,
});

/** What was answered in an earlier quarter. */
function quarter(
  reference: string,
  {
    measuredOn,
    peak,
    breda = 'enough',
  }: {
    readonly measuredOn: string;
    readonly peak: number | undefined;
    readonly breda?: string | undefined;
  },
): Earlier {
  const measured = { contracted: 1000, peak: peak ?? 0, source: 'monitoring', measuredOn };
  const values =
    peak === undefined
      ? { outcome: 'no-measurement', note: 'nog geen meter' }
      : { outcome: 'enough', ...measured, locations: [{ line: 'Breda', value: breda }] };
  return {
    duty: `d-${reference}`,
    at: `${measuredOn}T10:00:00.000Z`,
    reference,
    outcome: peak === undefined ? 'unable' : 'fulfilled',
    details: { period: reference },
    values,
  };
}

describe('the month in which a line gets too tight', () => {
  const table: readonly (readonly [string, readonly Measurement[], number, string | undefined])[] =
    [
      ['a rise of 100 a quarter', [at('2026-01-01', 500), at('2026-04-01', 600)], 80, '2026-09'],
      ['the same for all of it', [at('2026-01-01', 500), at('2026-04-01', 600)], 100, '2027-03'],
      ['a single measurement', [at('2026-01-01', 500)], 80, undefined],
      ['no measurement', [], 80, undefined],
      ['twice on one day', [at('2026-01-01', 500), at('2026-01-01', 700)], 80, undefined],
      ['a falling line', [at('2026-01-01', 700), at('2026-04-01', 600)], 80, undefined],
      ['a level line', [at('2026-01-01', 600), at('2026-04-01', 600)], 80, undefined],
      ['a line that is past it', [at('2026-01-01', 500), at('2026-04-01', 900)], 80, '2026-04'],
      ['a rise too slow to matter', [at('2026-01-01', 500), at('2026-04-01', 501)], 80, undefined],
      [
        'a line that was made faster',
        [at('2026-01-01', 500), at('2026-04-01', 600, 2000)],
        80,
        '2028-09',
      ],
      [
        'points beside the line',
        [at('2026-01-01', 500), at('2026-04-01', 650), at('2026-07-01', 600)],
        80,
        '2027-04',
      ],
    ];
  for (const [name, measurements, percent, month] of table) {
    it(`is ${month ?? 'not told'} for ${name}, at ${String(percent)}%`, () => {
      assert.equal(monthOfPassing(measurements, percent), month);
    });
  }

  const days = fc.integer({ min: 0, max: 720 });
  const points = fc
    .uniqueArray(fc.record({ day: days, peak: fc.nat(1000) }), {
      selector: ({ day }) => day,
      minLength: 2,
      maxLength: 6,
    })
    .map((some) => some.map(({ day, peak }) => at(dayAfter(day), peak)));

  it('lies in or after the month of the last measurement, and within five years', () => {
    fc.assert(
      fc.property(points, (measurements) => {
        const month = monthOfPassing(measurements, 80);

        const last =
          measurements
            .map((one) => one.at)
            .sort()
            .at(-1) ?? '';
        if (month === undefined) return;
        assert.ok(month >= last.slice(0, 7));
        assert.ok(Number(month.slice(0, 4)) <= Number(last.slice(0, 4)) + 5);
      }),
      { seed: 20261124 },
    );
  });

  it('is the same in whatever order the measurements come', () => {
    fc.assert(
      fc.property(points, (measurements) => {
        assert.equal(
          monthOfPassing([...measurements].reverse(), 80),
          monthOfPassing(measurements, 80),
        );
      }),
      { seed: 20261124 },
    );
  });

  it('is not told where no later peak is above an earlier one', () => {
    fc.assert(
      fc.property(points, (measurements) => {
        const peaks = measurements.map(({ peak }) => peak).sort((one, other) => other - one);
        const falling = [...measurements]
          .sort((one, other) => (one.at < other.at ? -1 : 1))
          .map((one, index) => ({ ...one, peak: peaks[index] ?? 0 }));

        assert.equal(monthOfPassing(falling, 80), undefined);
      }),
      { seed: 20261124 },
    );
  });

  it('comes no later where the threshold is lower', () => {
    fc.assert(
      fc.property(points, (measurements) => {
        const [lower, higher] = [
          monthOfPassing(measurements, 80),
          monthOfPassing(measurements, 100),
        ];

        if (higher !== undefined) assert.ok(lower !== undefined && lower <= higher);
      }),
      { seed: 20261124 },
    );
  });

  it('is that of 80%, then of 100%, and of nothing beyond', () => {
    assert.deepEqual([0, 79, 80, 99, 100, 140].map(nextThreshold), [
      80,
      80,
      100,
      100,
      undefined,
      undefined,
    ]);
  });
});

function dayAfter(days: number): string {
  return new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10);
}

describe('the capacity beside the quarters before', () => {
  const earlier = [
    quarter('Q2 2026', { measuredOn: '2026-05-20', peak: 500 }),
    quarter('Q3 2026', { measuredOn: '2026-08-20', peak: 600, breda: 'tight' }),
  ];

  it('is shown on the open card: what was measured, how that changed and where it leads', () => {
    const duty = { ...aDuty('check-capacity'), earlier };

    const nl = texts(asPlain(dutyCard(duty, { viewer: anna.aadObjectId }, dutch))).join('\n');
    const en = texts(asPlain(dutyCard(duty, { viewer: anna.aadObjectId }, english))).join('\n');

    assert.match(nl, /60% ▲ \(was 50%\), Q3 2026/);
    assert.match(nl, /Breda krap \(was voldoende\)/);
    assert.match(nl, /op dit tempo in februari 2027 boven 80%/);
    assert.match(en, /at this pace above 80% in February 2027/);
  });

  it('is shown with the answer: more or less than last time, and the month that follows from it', () => {
    const values = { outcome: 'enough', contracted: 1000, peak: 700, measuredOn: '2026-11-20' };

    const { figures, facts } = kindOf('check-capacity').summary(
      { details, earlier },
      values,
      dutch,
    );

    assert.deepEqual(figures.map(({ label, value }) => [label, value]).at(-1), [
      'Gebruik, was 60%',
      '70% ▲',
    ]);
    assert.ok(facts.some(({ value }) => value === 'op dit tempo in februari 2027 boven 80%'));
  });

  it('tells of each location whether it got tighter, easier or stayed', () => {
    const before = [
      { line: 'Breda', value: 'enough' },
      { line: 'Zwolle', value: 'short' },
      { line: 'Ede', value: 'tight' },
    ];
    const now = [
      { line: 'Breda', value: 'tight' },
      { line: 'Zwolle', value: 'enough' },
      { line: 'Ede', value: 'tight' },
      { line: 'Thuis', value: 'tight' },
    ];

    assert.deepEqual(
      locationTrends(now, before).map(({ trend }) => trend),
      ['▲', '▼', '=', undefined],
    );
  });

  it('has no trend and no forecast at the first time', () => {
    const { facts } = kindOf('check-capacity').introduction({ details }, dutch);

    assert.deepEqual(
      facts.map(({ title }) => title),
      ['Periode'],
    );
  });

  it('is a finding without a measurement twice in a row, and not before', () => {
    const answer = { outcome: 'no-measurement', note: 'de meter hangt er nog niet' };
    const histories: readonly (readonly Earlier[])[] = [
      [],
      [quarter('Q3 2026', { measuredOn: '2026-08-20', peak: 600 })],
      [quarter('Q3 2026', { measuredOn: '2026-08-20', peak: undefined })],
      [
        quarter('Q2 2026', { measuredOn: '2026-05-20', peak: undefined }),
        quarter('Q3 2026', { measuredOn: '2026-08-20', peak: 600 }),
      ],
    ];

    const outcomes = histories.map((before) => {
      const settled = kindOf('check-capacity').settle({ details, earlier: before }, answer, dutch);
      return settled.ok ? settled.outcome : 'refused';
    });

    assert.deepEqual(outcomes, ['unable', 'unable', 'problem', 'unable']);
  });
});

describe('the days of a period', () => {
  const table: readonly (readonly [string, string | undefined])[] = [
    ['Q4 2026', '2026-10-01 2026-12-31'],
    ['2026-Q1', '2026-01-01 2026-03-31'],
    ['4e kwartaal 2026', '2026-10-01 2026-12-31'],
    ['kwartaal 2 van 2026', '2026-04-01 2026-06-30'],
    ['3rd quarter of 2026', '2026-07-01 2026-09-30'],
    ['H2 2026', '2026-07-01 2026-12-31'],
    ['2026', '2026-01-01 2026-12-31'],
    ['november 2026', '2026-11-01 2026-11-30'],
    ['Februari 2028', '2028-02-01 2028-02-29'],
    ['2026-02', '2026-02-01 2026-02-28'],
    ['2026-10-05 t/m 2026-11-05', '2026-10-05 2026-11-05'],
    ['2026-11-05 - 2026-10-05', undefined],
    ['2026-13', undefined],
    ['najaar', undefined],
    ['het najaar van 2026', undefined],
    ['Q5 2026', undefined],
  ];
  for (const [written, days] of table) {
    it(`is ${days ?? 'unknown'} for “${written}”`, () => {
      const period = periodOf(written);

      assert.equal(period && `${period.from} ${period.to}`, days);
    });
  }

  it('says nothing where it is unknown: any day up to today counts', () => {
    const inputs = { outcome: 'enough', contracted: '1000', peak: '300', source: 'provider' };
    const verdicts = ['najaar', 'Q4 2026'].map((period) => {
      const asked = { details: { period } };
      return kindOf('check-capacity').settle(asked, { ...inputs, measuredOn: '2026-08-20' }, dutch)
        .ok;
    });

    assert.deepEqual(verdicts, [true, false]);
  });
});
