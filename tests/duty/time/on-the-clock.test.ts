import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { Instant } from '../../../bot/duty/ids.ts';
import { toInstant } from '../../../bot/duty/time/instant.ts';
import { atTime, daySince, lastAtTime } from '../../../bot/duty/time/on-the-clock.ts';
import { daysAfter } from '../../../bot/duty/time/workdays.ts';

const zone = 'Europe/Amsterdam';
const at = (written: string): Instant => toInstant(DateTime.fromISO(written, { zone }));

describe('a time on the clock', () => {
  for (const [what, day, time, instant] of [
    ['in winter', '2026-12-01', '08:00', '2026-12-01T07:00:00.000Z'],
    ['in summer', '2026-07-01', '08:00', '2026-07-01T06:00:00.000Z'],
    [
      'that is skipped in spring comes an hour later',
      '2026-03-29',
      '02:30',
      '2026-03-29T01:30:00.000Z',
    ],
    ['that comes twice in autumn is the first', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
  ] as const) {
    it(what, () => {
      assert.equal(atTime(day, time, zone), instant);
    });
  }

  it('comes once on every day of a year, in order', () => {
    fc.assert(
      fc.property(
        fc.nat(23),
        fc.nat(59),
        fc.constantFrom(zone, 'America/New_York', 'Australia/Lord_Howe'),
        (hour, minute, where) => {
          const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
          let last = '';
          for (let ahead = 0; ahead < 366; ahead += 1) {
            const day = daysAfter('2026-01-01', ahead);
            const found = atTime(day, time, where);
            assert.ok(found > last);
            assert.equal(DateTime.fromISO(found, { zone: where }).toFormat('yyyy-MM-dd'), day);
            last = found;
          }
        },
      ),
      { numRuns: 30, seed: 20261123 },
    );
  });
});

describe('what goes by the clock of the organisation', () => {
  it('is not yet that day’s turn a moment before, and is from then on', () => {
    assert.equal(daySince(at('2026-12-01T03:59:59.999'), '04:00', zone), undefined);
    assert.equal(daySince(at('2026-12-01T04:00'), '04:00', zone), '2026-12-01');
    assert.equal(daySince(at('2026-12-01T23:59:59.999'), '04:00', zone), '2026-12-01');
    assert.equal(daySince(at('2026-12-02T00:00'), '04:00', zone), undefined);
  });

  it('was last today’s, or until then yesterday’s, also where the clock was put back or forward', () => {
    for (const [now, last] of [
      ['2026-12-01T06:00', '2026-12-01T06:00'],
      ['2026-12-01T05:59', '2026-11-30T06:00'],
      ['2026-10-25T05:59', '2026-10-24T06:00'],
      ['2026-10-25T06:00', '2026-10-25T06:00'],
      ['2026-03-29T06:01', '2026-03-29T06:00'],
      ['2026-03-29T05:00', '2026-03-28T06:00'],
    ] as const) {
      assert.equal(lastAtTime(at(now), '06:00', zone), at(last));
    }
  });
});
