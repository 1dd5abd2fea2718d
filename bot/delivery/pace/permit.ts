import type { TenantKey } from '../../duty/ids.ts';
import type { Activity } from '../activity.ts';
import type { Limiter } from './limiter.ts';
import type { Timers } from '../../ports/clock.ts';

/** The right of one run of work to one of its tenant's places. */
export interface Permit {
  readonly enter: () => Promise<void>;
  /** Takes a place where there is one right now. */
  readonly enterIfRoom: () => Promise<boolean>;
  readonly leave: () => void;
  /** Waits for the clock, a long wait without the place; false when the bot is ending. */
  readonly rest: (milliseconds: number) => Promise<boolean>;
}

export interface Permits {
  readonly of: (tenant: TenantKey) => Permit;
  readonly stop: () => void;
}

// A place is worth keeping for as long as a request takes.
const shortMs = 250;

export function createPermits({
  limiter,
  timers,
  activity,
}: {
  limiter: Limiter;
  timers: Timers;
  activity: Activity;
}): Permits {
  const resting = new Set<() => void>();
  const ending = { begun: false };

  const isEnding = (): boolean => ending.begun;

  const pause = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const end = (): void => {
        timer.cancel();
        resting.delete(end);
        resolve();
      };
      const timer = timers.after(milliseconds / 1000, end);
      resting.add(end);
    });

  return {
    of: (tenant) => {
      let has = false;
      const enter = async (how: 'enter' | 'enterAgain'): Promise<void> => {
        if (has) return;
        await limiter[how](tenant);
        has = true;
      };
      const leave = (): void => {
        if (has) limiter.leave(tenant);
        has = false;
      };
      return {
        enter: () => enter('enter'),
        enterIfRoom: async () => {
          if (!has && limiter.hasRoom(tenant)) await enter('enterAgain');
          return has;
        },
        leave,
        rest: async (milliseconds) => {
          if (isEnding()) return false;
          const gives = has && milliseconds > shortMs;
          if (gives) leave();
          await activity.except(() => pause(milliseconds));
          if (gives && !isEnding()) await enter('enterAgain');
          return !isEnding();
        },
      };
    },
    stop: () => {
      ending.begun = true;
      for (const end of [...resting]) end();
    },
  };
}
