/** What one sender may use: so much a second, and so much at once. */
export interface Allowance {
  readonly perSecond: number;
  readonly atOnce: number;
}

/** Counts what a sender uses; tells how many seconds it has to wait, 0 for none. */
export type Throttle = (sender: string, amount: number) => number;

/** Senders whose allowance is whole again are forgotten when so many are known. */
const mostKnown = 10_000;

/**
 * Lets each sender use its allowance, measured on a clock that only goes forward, in seconds. What is too much
 * is refused and counts for nothing; what is larger than all that is allowed at once passes when nothing was used.
 */
export function throttle(
  { perSecond, atOnce }: Allowance,
  seconds: () => number,
  most: number = mostKnown,
): Throttle {
  const used = new Map<string, { amount: number; at: number }>();
  const left = (one: { amount: number; at: number } | undefined, now: number): number =>
    one ? Math.max(0, one.amount - (now - one.at) * perSecond) : 0;
  return (sender, amount) => {
    const now = seconds();
    const before = left(used.get(sender), now);
    if (before > 0 && before + amount > atOnce)
      return Math.ceil((before + amount - atOnce) / perSecond);
    if (used.size >= most && !used.has(sender)) {
      for (const [name, one] of used) if (left(one, now) === 0) used.delete(name);
      const [oldest] = used.keys();
      if (used.size >= most && oldest !== undefined) used.delete(oldest);
    }
    used.set(sender, { amount: before + amount, at: now });
    return 0;
  };
}
