import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { Rhythm } from '../../../bot/tenant/plans/recurrence.ts';
import {
  daysOf,
  readRecurrence,
  recurrenceOf,
  rhythmOf,
  rhythms,
} from '../../../bot/tenant/plans/recurrence.ts';
import { ruleInWords, ruleSaid } from '../../../bot/tenant/plans/said-rule.ts';
import { workOf } from '../../support/worked.ts';

const days = (
  rule: string,
  {
    startsOn,
    limit = 6,
    from = startsOn,
    to = '2040-01-01',
  }: {
    readonly startsOn: string;
    readonly limit?: number | undefined;
    readonly from?: string | undefined;
    readonly to?: string | undefined;
  },
) => daysOf(rule, { startsOn, from, to, limit });
const dayNumber = fc.integer({ min: 0, max: 3000 });
const dayAt = (number: number): string =>
  DateTime.fromISO('2024-01-01', { zone: 'utc' }).plus({ days: number }).toFormat('yyyy-MM-dd');

describe('a recurrence', () => {
  for (const [rhythm, expected] of [
    ['week', ['2026-01-31', '2026-02-07', '2026-02-14']],
    ['two-weeks', ['2026-01-31', '2026-02-14', '2026-02-28']],
    ['month', ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']],
    ['two-months', ['2026-01-31', '2026-03-31', '2026-05-31']],
    ['quarter', ['2026-01-31', '2026-04-30', '2026-07-31']],
    ['half-year', ['2026-01-31', '2026-07-31', '2027-01-31']],
    ['year', ['2026-01-31', '2027-01-31', '2028-01-31']],
  ] as const satisfies readonly (readonly [Rhythm, readonly string[]])[]) {
    it(`of a ${rhythm} comes back on the same day, in a short month on its last`, () => {
      const rule = recurrenceOf(rhythm, '2026-01-31');

      assert.deepEqual(days(rule, { startsOn: '2026-01-31', limit: expected.length }), expected);
    });
  }

  it('of a year that begins on 29 February comes back in every year', () => {
    const found = days(recurrenceOf('year', '2028-02-29'), { startsOn: '2028-02-29', limit: 5 });

    assert.deepEqual(found, ['2028-02-29', '2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29']);
  });

  it('takes a rule as others write it, such as the first Monday of every quarter', () => {
    const rule = readRecurrence(' rrule:FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO ', '2026-01-01');

    assert.deepEqual(days(rule ?? '', { startsOn: '2026-01-01', limit: 3 }), [
      '2026-01-05',
      '2026-04-06',
      '2026-07-06',
    ]);
  });

  for (const [written, first, words] of [
    ['elke eerste maandag', ['2026-01-05', '2026-02-02'], 'elke eerste maandag van de maand'],
    ['Op de laatste vrijdag van elke maand.', ['2026-01-30', '2026-02-27'], undefined],
    ['elke laatste werkdag van het kwartaal', ['2026-03-31', '2026-06-30'], undefined],
    ['the second Tuesday of the quarter', ['2026-01-13', '2026-04-14'], undefined],
    ['iedere werkdag', ['2026-01-01', '2026-01-02', '2026-01-05'], 'elke werkdag'],
    ['every last day of the month', ['2026-01-31', '2026-02-28'], undefined],
  ] as const) {
    it(`takes a rule in words: ${written}`, () => {
      const rule = readRecurrence(ruleSaid(written) ?? '', '2026-01-01') ?? '';
      const said = ruleInWords(rule, 'nl') ?? '';

      assert.deepEqual(days(rule, { startsOn: '2026-01-01', limit: first.length }), first);
      assert.equal(ruleSaid(said), rule);
      assert.equal(said, words ?? said);
    });
  }

  for (const written of [
    '',
    'every Monday',
    'FREQ=HOURLY',
    'FREQ=SECONDLY;INTERVAL=1',
    'FREQ=DAILY;BYHOUR=9',
    'FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;UNTIL=20200101',
    'FREQ=DAILY\nDTSTART:20200101',
    'INTERVAL=2',
    `FREQ=YEARLY;BYMONTHDAY=${'1,'.repeat(200)}1`,
  ]) {
    it(`is not ${JSON.stringify(written.slice(0, 60))}`, () => {
      assert.equal(readRecurrence(written, '2026-01-01'), undefined);
    });
  }

  it('is known again as the rhythm that it was chosen as', () => {
    fc.assert(
      fc.property(dayNumber, fc.constantFrom(...rhythms), (number, rhythm) => {
        const rule = recurrenceOf(rhythm, dayAt(number));

        assert.equal(rhythmOf(rule, dayAt(number)), rhythm);
      }),
      { numRuns: 300, seed: 20261123 },
    );
  });

  it('agrees with somebody who turns the pages of a calendar', () => {
    const months = { month: 1, 'two-months': 2, quarter: 3, 'half-year': 6, year: 12 };
    fc.assert(
      fc.property(dayNumber, fc.constantFrom(...rhythms), fc.nat(800), (number, rhythm, ahead) => {
        const start = DateTime.fromISO(dayAt(number), { zone: 'utc' });
        const from = start.plus({ days: ahead });
        // Adding months to the first day itself: luxon takes the last day of a short month.
        const turned = Array.from({ length: 200 }, (_, at) =>
          rhythm === 'week' || rhythm === 'two-weeks'
            ? start.plus({ weeks: at * (rhythm === 'week' ? 1 : 2) })
            : start.plus({ months: at * months[rhythm] }),
        )
          .filter((day) => day >= from)
          .map((day) => day.toFormat('yyyy-MM-dd'))
          .slice(0, 5);

        const found = days(recurrenceOf(rhythm, dayAt(number)), {
          startsOn: dayAt(number),
          limit: 5,
          from: from.toFormat('yyyy-MM-dd'),
          to: '2300-01-01',
        });

        assert.deepEqual(found, turned);
      }),
      { numRuns: 200, seed: 20261123 },
    );
  });

  it('finds a day decades after it began without counting them all', () => {
    const worked = workOf(() => {
      const found = days('FREQ=DAILY', { startsOn: '1990-01-01', limit: 1, from: '2039-01-01' });
      assert.deepEqual(found, ['2039-01-01']);
    });

    assert.ok(worked < 1000, String(worked));
  });
});
