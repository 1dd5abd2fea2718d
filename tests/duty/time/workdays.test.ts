import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { secondsAfter, toInstant } from '../../../bot/duty/time/instant.ts';
import { dayOf, workdaysAfter, workdaysBetween } from '../../../bot/duty/time/workdays.ts';
import { isLate, dueBand, dueText } from '../../../bot/views/reader.ts';
import { dutch, english, fixedNow } from '../../support/duties/duties.ts';

/** Whether a day counts: the only working day between the day before and itself. */
function counts(day: string): boolean {
  const before = DateTime.fromISO(day, { zone: 'utc' }).minus({ days: 1 }).toFormat('yyyy-MM-dd');
  return workdaysBetween(before, day) === 1;
}

describe('working days in the Netherlands', () => {
  it('are Monday to Friday', () => {
    const week = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];

    assert.deepEqual(week.map(counts), Array(5).fill(true));
    assert.deepEqual(['2026-11-28', '2026-11-29'].map(counts), [false, false]);
  });

  for (const [holiday, day] of [
    ['New Year’s Day', '2026-01-01'],
    ['Easter Monday, early', '2027-03-29'],
    ['Easter Monday, late', '2025-04-21'],
    ['Easter Monday', '2026-04-06'],
    ['King’s Day', '2026-04-27'],
    ['King’s Day on Tuesday', '2027-04-27'],
    ['Ascension Day', '2026-05-14'],
    ['Whit Monday', '2026-05-25'],
    ['Christmas Day', '2026-12-25'],
    ['Boxing Day', '2028-12-26'],
  ] as const) {
    it(`are not ${holiday} (${day})`, () => {
      assert.equal(counts(day), false);
    });
  }

  for (const [occasion, day] of [
    ['the Monday after King’s Day that moved from Sunday to Saturday', '2025-04-28'],
    ['Good Friday', '2026-04-03'],
    ['Saint Nicholas’ Eve', '2025-12-05'],
    ['New Year’s Eve', '2026-12-31'],
    ['an ordinary Monday after a holiday in the weekend', '2026-12-28'],
  ] as const) {
    it(`are also ${occasion} (${day})`, () => {
      assert.equal(counts(day), true);
    });
  }

  for (const [from, to, days] of [
    ['2026-11-23', '2026-11-23', 0],
    ['2026-11-23', '2026-11-24', 1],
    ['2026-11-23', '2026-12-03', 8],
    ['2026-11-27', '2026-11-30', 1],
    ['2026-11-27', '2026-11-29', 0],
    ['2026-12-24', '2026-12-28', 1],
    ['2026-12-31', '2027-01-04', 1],
    ['2026-12-23', '2027-01-05', 7],
    ['2026-11-24', '2026-11-23', -1],
    ['2026-11-30', '2026-11-27', -1],
  ] as const) {
    it(`lie ${String(days)} apart from ${from} to ${to}`, () => {
      // 0 and -0 count the same.
      assert.equal(workdaysBetween(from, to) + 0, days);
    });
  }

  it('are as many back as they are forth, and add up over the days between', () => {
    const day = fc
      .integer({ min: 0, max: 360 })
      .map((days) => DateTime.fromISO('2026-01-01').plus({ days }).toFormat('yyyy-MM-dd'));

    fc.assert(
      fc.property(fc.tuple(day, day, day), (days) => {
        const [a = '', b = '', c = ''] = [...days].sort();

        assert.equal(workdaysBetween(a, b) + workdaysBetween(b, c), workdaysBetween(a, c));
        assert.equal(workdaysBetween(c, a) + workdaysBetween(a, c), 0);
      }),
      { numRuns: 40, seed: 20261123 },
    );
  });

  it('are counted on from a day: over a weekend, Christmas and the turn of the year', () => {
    assert.equal(workdaysAfter('2026-11-23', 5), '2026-11-30');
    assert.equal(workdaysAfter('2026-11-28', 1), '2026-11-30');
    assert.equal(workdaysAfter('2026-12-24', 1), '2026-12-28');
    assert.equal(workdaysAfter('2026-12-31', 1), '2027-01-04');
    assert.equal(workdaysAfter('2026-11-23', 0), '2026-11-23');
  });
});

describe('a due date', () => {
  for (const [dueOn, nl, en] of [
    ['2026-11-23', /vandaag/, /today/],
    ['2026-11-24', /nog 1 werkdag$/, /due Tuesday 24 November, 1 working day left$/],
    [
      '2026-12-03',
      /donderdag 3 december, nog 8 werkdagen/,
      /due Thursday 3 December, 8 working days left/,
    ],
    ['2026-11-20', /1 werkdag te laat/, /1 working day late/],
    ['2026-11-16', /5 werkdagen te laat/, /5 working days late/],
    ['2027-01-04', /4 januari 2027/, /4 January 2027/],
  ] as const) {
    it(`of ${dueOn} is put into words`, () => {
      assert.match(dueText(dueOn, dutch), nl);
      assert.match(dueText(dueOn, english), en);
    });
  }

  it('is late from the day after, on the reader’s calendar', () => {
    const justBeforeMidnight = { ...dutch, now: '2026-12-03T22:59:00.000Z' };
    const justAfter = { ...dutch, now: '2026-12-03T23:00:00.000Z' };

    assert.deepEqual(
      [justBeforeMidnight, justAfter].map((reader) => isLate('2026-12-03', reader)),
      [false, true],
    );
    assert.deepEqual(
      [justBeforeMidnight, justAfter].map((reader) => dueBand('2026-12-03', reader).late),
      [false, true],
    );
  });

  it('in a weekend that has begun leaves no working day, and is not late yet', () => {
    const saturday = { ...dutch, now: '2026-11-28T09:00:00.000Z' };

    const { late } = dueBand('2026-11-29', saturday);

    assert.equal(late, false);
    assert.match(dueText('2026-11-29', saturday), /zondag 29 november, geen werkdag meer$/);
  });

  it('on a card, which stays in its chat, is the day: no count of what is left is true later', () => {
    const seen = [dutch, { ...dutch, now: '2026-12-03T09:00:00.000Z' }].map(
      (reader) => dueBand('2026-12-03', reader).told,
    );
    const late = { ...dutch, now: '2026-12-07T09:00:00.000Z' };

    assert.deepEqual(seen, ['uiterlijk donderdag 3 december', 'uiterlijk donderdag 3 december']);
    assert.equal(dueBand('2026-12-03', late).told, 'te laat, dat kon tot donderdag 3 december');
  });
});

describe('instants', () => {
  it('are in UTC with milliseconds', () => {
    const clock = DateTime.fromISO('2026-12-03T10:00:00.5+01:00', { setZone: true });
    const lastSecond = toInstant(DateTime.fromISO('2026-12-31T23:59:59Z'));

    assert.equal(toInstant(clock), '2026-12-03T09:00:00.500Z');
    assert.equal(secondsAfter(fixedNow, 90), '2026-11-23T08:31:30.000Z');
    assert.equal(secondsAfter(lastSecond, 1), '2027-01-01T00:00:00.000Z');
  });

  it('lie on the calendar day of the zone', () => {
    assert.equal(dayOf('2026-12-31T23:30:00.000Z', 'Europe/Amsterdam'), '2027-01-01');
    assert.equal(dayOf('2026-12-31T23:30:00.000Z', 'America/New_York'), '2026-12-31');
    assert.equal(dayOf('2026-06-30T22:00:00.000Z', 'Europe/Amsterdam'), '2026-07-01');
  });
});
