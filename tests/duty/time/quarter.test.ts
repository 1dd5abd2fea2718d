import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Quarter } from '../../../bot/duty/time/quarter.ts';
import {
  askedAboutAt,
  parseQuarter,
  quarterAfter,
  quarterOf,
  quarterOfMonth,
  quartersUpTo,
} from '../../../bot/duty/time/quarter.ts';
import { defined } from '../../support/duties/duties.ts';

const zone = 'Europe/Amsterdam';
const quarter = (written: string): Quarter => defined(parseQuarter(written));

describe('a quarter', () => {
  const instants = [
    ['2026-11-23T08:30:00.000Z', '2026-Q4'],
    // Half an hour into the new year in Amsterdam, and still the old one in UTC.
    ['2026-12-31T23:30:00.000Z', '2027-Q1'],
    ['2026-12-31T22:30:00.000Z', '2026-Q4'],
    // Summer time: Amsterdam is two hours ahead.
    ['2026-06-30T22:00:00.000Z', '2026-Q3'],
    ['2026-06-30T21:59:59.000Z', '2026-Q2'],
  ] as const;
  for (const [at, expected] of instants) {
    it(`of ${at} is ${expected} on the clock in Amsterdam`, () => {
      assert.equal(quarterOf(at, zone), expected);
    });
  }

  it('is followed and preceded by another, over the years', () => {
    assert.equal(quarterAfter(quarter('2026-Q4'), 1), '2027-Q1');
    assert.equal(quarterAfter(quarter('2026-Q1'), -1), '2025-Q4');
    assert.deepEqual(quartersUpTo(quarter('2027-Q2'), 4), [
      '2026-Q3',
      '2026-Q4',
      '2027-Q1',
      '2027-Q2',
    ]);
    assert.equal(quarterOfMonth('2026-03'), '2026-Q1');
  });

  for (const wrong of ['2026-Q5', '2026-Q0', '26-Q1', '2026Q1', '2026-q1', ' 2026-Q1', 7, null]) {
    it(`is not ${JSON.stringify(wrong)}`, () => {
      assert.equal(parseQuarter(wrong), undefined);
    });
  }
});

describe('a quarter that is over is asked about at nine on the first working day', () => {
  const moments = [
    ['2026-Q3', '2026-10-01T07:00:00.000Z', 'a Thursday in summer time'],
    ['2026-Q4', '2027-01-04T08:00:00.000Z', 'New Year’s Day is a Friday, so it waits for Monday'],
    ['2025-Q4', '2026-01-02T08:00:00.000Z', 'the day after New Year’s Day'],
    ['2024-Q1', '2024-04-02T07:00:00.000Z', 'the first of April is Easter Monday'],
    ['2026-Q1', '2026-04-01T07:00:00.000Z', 'summer time began three days before'],
    ['2027-Q3', '2027-10-01T07:00:00.000Z', 'a Friday'],
    ['2028-Q2', '2028-07-03T07:00:00.000Z', 'the first is a Saturday'],
  ] as const;
  for (const [over, expected, because] of moments) {
    it(`${over}: ${because}`, () => {
      assert.equal(askedAboutAt(quarter(over), zone), expected);
    });
  }
});
