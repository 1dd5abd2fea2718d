import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { toInstant } from '../../bot/duty/time/instant.ts';
import { isWorkdayIn } from '../../bot/duty/time/workdays.ts';
import { reachableFrom } from '../../bot/tenant/quiet-hours.ts';

const breda = { zone: 'Europe/Amsterdam' };
const at = (written: string, zone = 'Europe/Amsterdam') =>
  toInstant(DateTime.fromISO(written, { zone }));

describe('a person is disturbed', () => {
  for (const [what, now, expected] of [
    ['at once within working hours', '2026-11-23T14:10', '2026-11-23T14:10'],
    ['at nine when it is earlier', '2026-11-23T06:00', '2026-11-23T09:00'],
    ['not in the evening but the next morning', '2026-11-23T17:30', '2026-11-24T09:00'],
    ['not in the weekend but on Monday', '2026-11-28T12:00', '2026-11-30T09:00'],
    ['not at Christmas but on the Monday after', '2026-12-24T18:00', '2026-12-28T09:00'],
    [
      'on the day that the clock is set, a working day after it',
      '2026-03-29T01:59',
      '2026-03-30T09:00',
    ],
  ] as const) {
    it(what, () => {
      assert.equal(reachableFrom(at(now), breda), at(expected));
    });
  }

  it('by the clock and the holidays of where the person works', () => {
    const curacao = { zone: 'America/Curacao', country: 'CW' };
    const belgium = { zone: 'Europe/Brussels', country: 'BE' };

    // Half past nine in Breda is half past four there.
    assert.equal(
      reachableFrom(at('2026-11-23T09:30'), curacao),
      at('2026-11-23T09:00', 'America/Curacao'),
    );
    // 21 July is a holiday in Belgium only, King's Day in the Netherlands only.
    assert.equal(reachableFrom(at('2026-07-21T10:00'), belgium), at('2026-07-22T09:00'));
    assert.equal(reachableFrom(at('2026-04-27T10:00'), belgium), at('2026-04-27T10:00'));
    assert.equal(reachableFrom(at('2026-04-27T10:00'), breda), at('2026-04-28T09:00'));
  });

  it('in a zone or a country that nobody knows all the same', () => {
    const now = at('2026-11-23T14:10');

    assert.equal(reachableFrom(now, { zone: 'Mars/Olympus' }), now);
    assert.equal(reachableFrom(now, { zone: 'Europe/Amsterdam', country: 'XX' }), now);
  });

  it('always within a fortnight, never before now and never outside working hours', () => {
    const moments = fc.integer({ min: 0, max: 4 * 366 * 24 * 60 });
    const zones = fc.constantFrom(
      'Europe/Amsterdam',
      'America/New_York',
      'Asia/Kolkata',
      'Pacific/Auckland',
    );
    const countries = fc.constantFrom('NL', 'BE', 'DE', 'US', 'IN');
    fc.assert(
      fc.property(moments, zones, countries, (minutes, zone, country) => {
        const now = toInstant(DateTime.fromISO('2026-01-01T00:00Z').plus({ minutes }));

        const found = reachableFrom(now, { zone, country });

        const there = DateTime.fromISO(found, { zone });
        assert.ok(found >= now);
        assert.ok(there.diff(DateTime.fromISO(now), 'days').days < 14);
        assert.ok(isWorkdayIn(there.toFormat('yyyy-MM-dd'), country));
        const clock = there.toFormat('HH:mm');
        assert.ok(clock >= '09:00' && clock < '17:30', clock);
      }),
      { numRuns: 500, seed: 20261123 },
    );
  });
});
