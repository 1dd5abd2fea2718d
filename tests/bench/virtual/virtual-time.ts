import type { Instant } from '../../../bot/duty/ids.ts';
import { DateTime } from 'luxon';
import type { Timers } from '../../../bot/delivery/worker.ts';
import { toInstant } from '../../../bot/duty/time/instant.ts';

interface Waiting {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** A clock that jumps to the next moment at which something happens, once nothing happens any more. */
export type VirtualTime = ReturnType<typeof virtualTime>;

export function virtualTime(start: string) {
  const heap: Waiting[] = [];
  let now = Date.parse(start);
  let last = 0;
  let written = { of: now, as: toInstant(DateTime.fromMillis(now, { zone: 'utc' })) };
  const before = (one: Waiting, other: Waiting): boolean =>
    one.at < other.at || (one.at === other.at && one.order < other.order);
  const swap = (one: number, other: number): void => {
    const [a, b] = [heap[one], heap[other]];
    if (a && b) [heap[one], heap[other]] = [b, a];
  };
  const isBefore = (one: number, other: number): boolean => {
    const [a, b] = [heap[one], heap[other]];
    return a !== undefined && b !== undefined && before(a, b);
  };
  const push = (waiting: Waiting): void => {
    heap.push(waiting);
    for (let at = heap.length - 1; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!isBefore(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  };
  const pop = (): Waiting | undefined => {
    swap(0, heap.length - 1);
    const first = heap.pop();
    for (let at = 0; ;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) if (isBefore(child, least)) least = child;
      if (least === at) return first;
      swap(at, least);
      at = least;
    }
  };
  const after = (milliseconds: number, run: () => void): { readonly cancel: () => void } => {
    let live = true;
    last += 1;
    const act = (): void => {
      if (live) run();
    };
    push({ at: now + Math.max(0, milliseconds), order: last, run: act });
    return {
      cancel: () => {
        live = false;
      },
    };
  };
  const timers: Timers = { after: (seconds, run) => after(seconds * 1000, run) };

  return {
    timers,
    ms: (): number => now,
    now: (): Instant => {
      // Asked far more often than it changes; the clock is no part of what is measured.
      if (written.of !== now)
        written = { of: now, as: toInstant(DateTime.fromMillis(now, { zone: 'utc' })) };
      return written.as;
    },
    sleep: (milliseconds: number): Promise<void> =>
      new Promise((resolve) => void after(milliseconds, resolve)),
    /** Lets everything happen until `isOver`, or so many seconds have passed. */
    run: async (seconds: number, isOver: () => boolean = () => false): Promise<void> => {
      const end = now + seconds * 1000;
      for (;;) {
        // The store in memory answers within one round of the event loop.
        await new Promise(setImmediate);
        if (isOver()) return;
        const [first] = heap;
        if (!first || first.at > end) break;
        now = Math.max(now, first.at);
        // What is due at the same moment happens together.
        while (heap[0] && heap[0].at <= now) pop()?.run();
      }
      now = end;
    },
  };
}
