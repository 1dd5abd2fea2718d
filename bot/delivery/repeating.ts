import type { Log } from '../observability/log.ts';
import type { Timers } from '../ports/clock.ts';

export interface Repeating {
  readonly start: () => void;
  /** Begins nothing new and returns when what is under way has ended. */
  readonly stop: () => Promise<void>;
  readonly idle: () => Promise<void>;
}

/** When something is done first and how often from then on, in seconds. */
export interface Rhythm {
  readonly first: number;
  readonly every: number;
}

/** Does something again and again, one time after the other; what fails is logged and tried the next time. */
export function repeating(
  { timers, log }: { readonly timers: Timers; readonly log: Log },
  { first, every }: Rhythm,
  act: () => Promise<void>,
): Repeating {
  let waiting: { readonly cancel: () => void } | undefined;
  let under: Promise<void> = Promise.resolve();
  let stopped = false;
  const wait = (seconds: number): void => {
    waiting = timers.after(seconds, () => {
      under = act()
        .catch((error: unknown) => {
          log.error({ err: error }, 'repeated work failed');
        })
        .finally(() => {
          if (!stopped) wait(every);
        });
    });
  };
  return {
    start: () => {
      wait(first);
    },
    stop: async () => {
      stopped = true;
      waiting?.cancel();
      await under;
    },
    idle: () => under,
  };
}
