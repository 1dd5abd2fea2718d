import type { Instant } from '../duty/ids.ts';

/** What waits for a moment: a parameter, so that a test can let time pass. */
export interface Timers {
  readonly after: (seconds: number, run: () => void) => { readonly cancel: () => void };
}

/** What the time is, and what waits for it. */
export interface Clock {
  readonly now: () => Instant;
  readonly timers: Timers;
}

/** A clock on which time can be made to pass: development only. */
export interface AdjustableClock {
  readonly now: () => Instant;
  /**
   * Lets so many seconds pass: whatever became due runs in its order, each after what the one before set off.
   * Returns when all of it is done. One jump at a time: another waits.
   */
  readonly advance: (seconds: number) => Promise<Instant>;
}
