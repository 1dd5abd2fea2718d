import type { Timers } from './ports/clock.ts';

// setTimeout takes a wait of more than 2^31 - 1 milliseconds for no wait at all (Node.js, Timers).
const longestWaitSeconds = 2_000_000;

/** The timers of the machine, for waits of any length. */
export const timers: Timers = {
  after: (seconds, run) => {
    let timer: NodeJS.Timeout;
    const wait = (left: number): void => {
      const now = Math.min(left, longestWaitSeconds);
      timer = setTimeout(() => {
        if (left > now) wait(left - now);
        else run();
      }, now * 1000);
    };
    wait(seconds);
    return {
      cancel: () => {
        clearTimeout(timer);
      },
    };
  },
};
