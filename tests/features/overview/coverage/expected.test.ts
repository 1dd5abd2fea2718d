import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Quarter } from '../../../../bot/duty/time/quarter.ts';
import { parseQuarter } from '../../../../bot/duty/time/quarter.ts';
import { expectedByPlans } from '../../../../bot/features/overview/coverage/expected.ts';
import type { Plan } from '../../../../bot/tenant/plans/plan.ts';
import { recurrenceOf } from '../../../../bot/tenant/plans/recurrence.ts';
import { anna, defined } from '../../../support/duties/duties.ts';

const quarter = (written: string): Quarter => defined(parseQuarter(written));
const plan = (over: Partial<Plan> = {}): Plan => ({
  id: 'plan-1',
  kind: 'check-capacity',
  system: 'Kantoornetwerk',
  title: 'Lijnen',
  details: { period: 'maand' },
  recurrence: recurrenceOf('month', over.startsOn ?? '2026-01-15'),
  startsOn: '2026-01-15',
  lead: 3,
  owner: anna,
  assignees: [anna],
  paused: false,
  ...over,
});
const expectedIn = (plans: readonly Plan[], written: string, today: string) =>
  expectedByPlans(plans, quarter(written), today)['check-capacity'];

describe('what plans foresee in a quarter', () => {
  it('is every time they come round, and of those what should be there by now', () => {
    assert.deepEqual(expectedIn([plan()], '2026-Q4', '2026-11-23'), { expected: 3, due: 2 });
    assert.deepEqual(expectedIn([plan()], '2026-Q3', '2026-11-23'), { expected: 3, due: 3 });
    assert.deepEqual(expectedIn([plan(), plan()], '2026-Q3', '2026-11-23'), {
      expected: 6,
      due: 6,
    });
  });

  it('counts by the day on which the duty is opened, also where it is due a quarter later', () => {
    const early = plan({ startsOn: '2026-01-02', lead: 10 });

    // Opened in December for the second of January, in March for the second of April.
    assert.equal(expectedIn([early], '2026-Q1', '2026-11-23')?.expected, 3);
    const yearly = plan({
      startsOn: '2026-10-02',
      recurrence: recurrenceOf('year', '2026-10-02'),
      lead: 10,
    });
    assert.equal(expectedIn([yearly], '2027-Q3', '2027-12-01')?.expected, 1);
    assert.equal(expectedIn([yearly], '2027-Q4', '2027-12-01')?.expected, 0);
  });

  it('is nothing in a quarter that a plan skips, and unknown before a plan began or while it rests', () => {
    const half = plan({ recurrence: recurrenceOf('half-year', '2026-01-15') });

    assert.deepEqual(expectedIn([half], '2026-Q2', '2026-11-23'), { expected: 0, due: 0 });
    assert.equal(expectedIn([half], '2025-Q4', '2026-11-23'), undefined);
    assert.equal(expectedIn([plan({ paused: true })], '2026-Q4', '2026-11-23'), undefined);
  });
});
