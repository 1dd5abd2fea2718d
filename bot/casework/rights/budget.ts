import type { WriteBudget } from '../../ports/services.ts';
import type { Allowance } from './throttle.ts';
import { throttle } from './throttle.ts';

const hour = 3600;
const day = 24 * hour;

/** So much at once, coming back evenly over a time: a list of 5,000 accounts is decided within it. */
export const writesAllowed: readonly Allowance[] = [
  { atOnce: 1200, perSecond: 1200 / hour },
  { atOnce: 6000, perSecond: 6000 / day },
];

/**
 * Counts what each person makes the bot write, in this process: a restart begins anew, as what must not
 * come twice is looked up in the store.
 */
export function writeBudget(
  seconds: () => number,
  allowed: readonly Allowance[] = writesAllowed,
): WriteBudget {
  const counts = allowed.map((one) => throttle(one, seconds));
  return (tenant, person) => Math.max(0, ...counts.map((take) => take(`${tenant} ${person}`, 1)));
}
