import { DateTime } from 'luxon';
import type { Instant } from '../../duty/ids.ts';
import { secondsAfter, secondsBetween } from '../../duty/time/instant.ts';
import type { AdjustableClock, Clock, Timers } from '../../ports/clock.ts';

interface Waiting {
  readonly dueAt: Instant;
  /** For how long it was to wait: what waits briefly belongs to what is going on. */
  readonly seconds: number;
  readonly run: () => void;
  real: { readonly cancel: () => void };
}

// What goes by the clock goes by quarters of an hour, and by days where much time passes: a step of an hour
// passes over no day, and a jump of a week is over in seconds.
const steps = { short: 15 * 60, long: 3600 };
const longJumpSeconds = 24 * 3600;
/** After each step what it set off has so long to come to its end, moment by moment. */
const afterwardsSeconds = 60;
const brieflySeconds = 10;

/** What a jump needs of what goes by the clock. */
export interface Jumping {
  /** Returns when what was set off is done. */
  readonly settled: () => Promise<void>;
  /** Is told of each step. */
  readonly arrived: () => Promise<void>;
}

/**
 * A clock that goes with another one and can be made to jump. What waits on it becomes due in its order, in
 * steps of a quarter of an hour or of an hour, and what is set off by one step is done before the next.
 */
export function adjustableClock(base: Clock): {
  readonly clock: Clock;
  readonly adjustable: (parts: Jumping) => AdjustableClock;
} {
  let aheadSeconds = 0;
  const waiting = new Set<Waiting>();
  const now = (): Instant => secondsAfter(base.now(), aheadSeconds);

  const begin = (one: Waiting, seconds: number): void => {
    one.real = base.timers.after(seconds, () => {
      waiting.delete(one);
      one.run();
    });
  };
  const timers: Timers = {
    after: (seconds, run) => {
      const dueAt = secondsAfter(now(), seconds);
      const one: Waiting = { dueAt, seconds, run, real: { cancel: () => undefined } };
      waiting.add(one);
      begin(one, seconds);
      return {
        cancel: () => {
          waiting.delete(one);
          one.real.cancel();
        },
      };
    },
  };

  /** Sets the time, unless that much has passed of itself. */
  const goTo = (at: Instant): void => {
    aheadSeconds += Math.max(0, secondsBetween(now(), at));
  };
  const firstDue = (until: Instant): Waiting | undefined =>
    [...waiting]
      .filter(({ dueAt, seconds }) => dueAt <= until && seconds <= brieflySeconds)
      .reduce<Waiting | undefined>(
        (first, one) => (first === undefined || one.dueAt < first.dueAt ? one : first),
        undefined,
      );
  const run = async (one: Waiting): Promise<void> => {
    waiting.delete(one);
    one.real.cancel();
    goTo(one.dueAt);
    one.run();
    // What a timer sets off has begun when the event loop comes round.
    await new Promise(setImmediate);
  };

  /** Runs what is due at a moment, once each, and then what that set off, a minute long. */
  const step = async (at: Instant, end: Instant, { settled, arrived }: Jumping): Promise<void> => {
    goTo(at);
    const due = [...waiting]
      .filter(({ dueAt }) => dueAt <= at)
      .sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
    for (const one of due) if (waiting.has(one)) await run(one);
    await settled();
    await arrived();
    await settled();
    const until = earlier(secondsAfter(at, afterwardsSeconds), end);
    for (let next = firstDue(until); next; next = firstDue(until)) {
      await run(next);
      await settled();
    }
  };

  /** Timers of the real clock go on from here, for what is left of their wait. */
  const rearm = (): void => {
    for (const one of waiting) {
      one.real.cancel();
      begin(one, Math.max(0, secondsBetween(now(), one.dueAt)));
    }
  };

  return {
    clock: { now, timers },
    adjustable: (parts) => {
      let jumping: Promise<unknown> = Promise.resolve();
      const jump = async (seconds: number): Promise<Instant> => {
        const end = secondsAfter(now(), seconds);
        await parts.settled();
        const length = seconds > longJumpSeconds ? steps.long : steps.short;
        while (now() < end) await step(nextStop(now(), end, length), end, parts);
        rearm();
        return now();
      };
      return {
        now,
        advance: (seconds) => {
          const mine = jumping.then(() => jump(seconds));
          jumping = mine.catch(() => undefined);
          return mine;
        },
      };
    },
  };
}

/** The next full step, or the end of the jump. */
function nextStop(from: Instant, end: Instant, length: number): Instant {
  const day = DateTime.fromISO(from, { zone: 'utc' });
  const { seconds } = day.startOf('day').diff(day, 'seconds');
  return earlier(secondsAfter(from, length - (-seconds % length)), end);
}

const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other);
