import type { Instant } from '../../../bot/duty/ids.ts';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { secondsAfter, toInstant } from '../../../bot/duty/time/instant.ts';
import { atTime } from '../../../bot/duty/time/on-the-clock.ts';
import { daysAfter, workdaysBetween } from '../../../bot/duty/time/workdays.ts';
import {
  dueDayOf,
  dueOccurrence,
  handled,
  nextDates,
} from '../../../bot/tenant/plans/occurrences.ts';
import type { Plan } from '../../../bot/tenant/plans/plan.ts';
import { recurrenceOf, rhythms } from '../../../bot/tenant/plans/recurrence.ts';
import { anna } from '../../support/duties/duties.ts';

const zone = 'Europe/Amsterdam';
const at = (written: string): Instant => toInstant(DateTime.fromISO(written, { zone }));
const plan = (over: Partial<Plan> = {}): Plan => ({
  id: 'plan-1',
  kind: 'inform-staff',
  system: 'Unit4 HRM',
  title: 'Bijpraten',
  details: { topic: 'Veilig werken' },
  recurrence: recurrenceOf('month', '2026-12-01'),
  startsOn: '2026-12-01',
  lead: 3,
  owner: anna,
  assignees: [anna],
  paused: false,
  ...over,
});

describe('the dates of a plan', () => {
  it('are due on working days and open so many working days before', () => {
    const dates = nextDates(
      plan({ startsOn: '2026-12-25', recurrence: recurrenceOf('month', '2026-12-25') }),
      '2026-12-01',
      3,
    );

    assert.deepEqual(dates, [
      // Christmas and a weekend: Monday.
      { day: '2026-12-25', dueOn: '2026-12-28', opensOn: '2026-12-22' },
      { day: '2027-01-25', dueOn: '2027-01-25', opensOn: '2027-01-20' },
      { day: '2027-02-25', dueOn: '2027-02-25', opensOn: '2027-02-22' },
    ]);
  });

  it('open at eight in the morning on the clock of the organisation, in winter and in summer', () => {
    const winter = plan({ startsOn: '2026-12-01' });
    const summer = plan({ startsOn: '2027-07-01', recurrence: recurrenceOf('year', '2027-07-01') });
    const opens = (one: Plan, now: string) =>
      dueOccurrence(one, toInstant(DateTime.fromISO(now)), zone)?.day;

    assert.equal(opens(winter, '2026-11-26T06:59:59Z'), undefined);
    assert.equal(opens(winter, '2026-11-26T07:00:00Z'), '2026-12-01');
    assert.equal(opens(summer, '2027-06-28T05:59:59Z'), undefined);
    assert.equal(opens(summer, '2027-06-28T06:00:00Z'), '2027-07-01');
  });

  it('are caught up on once after a bot that stood still, not once for each that was missed', () => {
    const weekly = plan({
      recurrence: 'FREQ=WEEKLY',
      startsOn: '2026-12-01',
      handledUntil: '2026-12-01',
    });

    const first = dueOccurrence(weekly, at('2027-02-03T12:00'), zone);
    const after = first && dueOccurrence(handled(weekly, first), at('2027-02-03T12:00'), zone);

    assert.equal(first?.day, '2027-02-02');
    assert.equal(after, undefined);
  });

  it('give those who are asked late as many days as is usual', () => {
    const missed = { day: '2026-12-01', dueOn: '2026-12-01', opensOn: '2026-11-26' };

    assert.equal(dueDayOf(missed, plan(), '2026-11-30'), '2026-12-01');
    assert.equal(dueDayOf(missed, plan(), '2026-12-01'), '2026-12-04');
    assert.equal(dueDayOf(missed, plan({ lead: 0 }), '2027-03-01'), '2027-03-02');
  });

  it('do not come round while the plan is paused', () => {
    assert.equal(dueOccurrence(plan({ paused: true }), at('2026-12-01T12:00'), zone), undefined);
  });

  it('go on for years', () => {
    const old = plan({
      startsOn: '2016-01-04',
      recurrence: 'FREQ=WEEKLY',
      handledUntil: '2025-11-24',
    });

    assert.equal(dueOccurrence(old, at('2026-12-01T12:00'), zone)?.day, '2026-11-30');
  });

  it('each come round exactly once, whenever the clock is looked at', () => {
    const steps = fc.array(fc.integer({ min: 60, max: 5 * 86_400 }), { maxLength: 60 });
    fc.assert(
      fc.property(
        fc.constantFrom(...rhythms),
        fc.nat(10),
        fc.nat(364),
        steps,
        (rhythm, lead, ahead, waits) => {
          const startsOn = daysAfter('2026-01-01', ahead);
          let one = plan({ startsOn, lead, recurrence: recurrenceOf(rhythm, startsOn) });
          let now = at('2026-01-01T00:00');
          const opened: string[] = [];
          for (const seconds of waits) {
            now = secondsAfter(now, seconds);
            const due = dueOccurrence(one, now, zone);
            if (!due) continue;
            opened.push(due.day);
            assert.ok(now >= atTime(due.opensOn, '08:00', zone));
            assert.ok(workdaysBetween(due.opensOn, due.dueOn) === lead);
            one = handled(one, due);
            assert.equal(dueOccurrence(one, now, zone), undefined, 'twice at the same moment');
          }
          assert.deepEqual([...new Set(opened)].sort(), opened);
          // Nothing that came round is left, unless it was caught up on together with a later one.
          const [next] = nextDates(
            one,
            one.handledUntil ? daysAfter(one.handledUntil, 1) : startsOn,
            1,
          );
          assert.ok(next && atTime(next.opensOn, '08:00', zone) > (waits.length > 0 ? now : ''));
        },
      ),
      { numRuns: 150, seed: 20261123 },
    );
  });
});
