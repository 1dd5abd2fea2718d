import type { Expected } from './map.ts';
import type { Quarter } from '../../../duty/time/quarter.ts';
import { firstDayOf, quarterAfter } from '../../../duty/time/quarter.ts';
import { daysAfter, workdayFrom, workdaysBefore } from '../../../duty/time/workdays.ts';
import type { Plan } from '../../../tenant/plans/plan.ts';
import { daysOf } from '../../../tenant/plans/recurrence.ts';

const mostDays = 366;

const known = new Map<string, string>();
const mostKnown = 5000;

/** The day on which the duty for a day is opened; remembered, because counting working days takes long. */
function opensFor(day: string, lead: number): string {
  const key = `${day} ${String(lead)}`;
  const cached = known.get(key);
  if (cached !== undefined) return cached;
  if (known.size >= mostKnown) known.clear();
  const opens = workdaysBefore(workdayFrom(day), lead);
  known.set(key, opens);
  return opens;
}

/**
 * How many duties of each kind the plans foresee in a quarter, by the day on which they are opened. A
 * kind is absent where no plan for it had begun by then: how often it should come nobody has laid down.
 */
export function expectedByPlans(
  plans: readonly Plan[],
  quarter: Quarter,
  today: string,
): Readonly<Partial<Record<Plan['kind'], Expected>>> {
  const first = firstDayOf(quarter);
  const last = daysAfter(firstDayOf(quarterAfter(quarter, 1)), -1);
  const found: Partial<Record<Plan['kind'], Expected>> = {};
  for (const plan of plans) {
    if (plan.paused || plan.startsOn > last) continue;
    // What is opened in the quarter is due some weeks later at most: two calendar days for a working day.
    const to = daysAfter(last, 2 * plan.lead + 14);
    const opened = daysOf(plan.recurrence, {
      startsOn: plan.startsOn,
      from: first,
      to,
      limit: mostDays,
    })
      .map((day) => opensFor(day, plan.lead))
      .filter((day) => first <= day && day <= last);
    const { expected = 0, due = 0 } = found[plan.kind] ?? {};
    const come = opened.filter((day) => day <= today).length;
    found[plan.kind] = { expected: expected + opened.length, due: due + come };
  }
  return found;
}
