import type { Instant } from '../../bot/duty/ids.ts';
import type { Timers } from '../../bot/delivery/worker.ts';
import { secondsAfter } from '../../bot/duty/time/instant.ts';

type Timer = { readonly dueAt: Instant; readonly run: () => void };
export type Clock = ReturnType<typeof manualClock>;

/** A clock that stands still until it is told otherwise, with the timers that go by it. */
export function manualClock(start: Instant) {
  let now = start;
  const waiting = new Set<Timer>();
  const timers: Timers = {
    after: (seconds, run) => {
      const timer = { dueAt: secondsAfter(now, seconds), run };
      waiting.add(timer);
      return { cancel: () => void waiting.delete(timer) };
    },
  };
  return {
    now: () => now,
    timers,
    /** Sets the time without running what was due before. */
    set: (at: Instant) => {
      now = at;
    },
    /** Whether something waits that is due in exactly so many seconds. */
    waits: (seconds: number): boolean =>
      [...waiting].some(({ dueAt }) => dueAt === secondsAfter(now, seconds)),
    /** Forgets what waits: the process that waited is gone. */
    clear: () => {
      waiting.clear();
    },
    /** Lets time pass; what becomes due runs in its order, each after what the one before set off. */
    pass: async (seconds: number, settled: () => Promise<void>) => {
      const end = secondsAfter(now, seconds);
      for (let next = earliest(waiting, end); next; next = earliest(waiting, end)) {
        waiting.delete(next);
        if (next.dueAt > now) now = next.dueAt;
        next.run();
        // What a timer sets off has begun when the event loop comes round.
        await new Promise(setImmediate);
        await settled();
      }
      now = end;
    },
  };
}

function earliest(waiting: ReadonlySet<Timer>, end: Instant): Timer | undefined {
  const due = [...waiting].filter(({ dueAt }) => dueAt <= end);
  return due.reduce<Timer | undefined>(
    (first, one) => (first === undefined || one.dueAt < first.dueAt ? one : first),
    undefined,
  );
}
