import type { Log } from '../observability/log.ts';
import type { Queue, Ticket } from '../ports/outbox.ts';
import type { Services } from '../ports/services.ts';
import type { Activity } from './activity.ts';
import type { Timers } from '../ports/clock.ts';

// Somebody who stood still for the difference is taken for dead: others look at what is left, no more.
const hiddenSeconds = 45;
const renewEverySeconds = 30;
const retrySeconds = 5;

/**
 * The heartbeat of this instance: a message that stays hidden as long as it is renewed. When it shows, the
 * instance is gone, and whoever sees it looks for rows of the outbox that nobody is at.
 */
export interface Heartbeat {
  /** Says that this instance is there, before it takes anything upon itself. */
  readonly begin: () => Promise<void>;
  /** Takes the message away where nothing is left to do, else shows it to the others at once. */
  readonly end: (isLeft: boolean) => Promise<void>;
}

export interface HeartbeatParts {
  readonly queue: Queue;
  readonly now: Services['now'];
  readonly timers: Timers;
  readonly activity: Activity;
  readonly log: Log;
}

const note = { type: 'heartbeat' } as const;

export function createHeartbeat({ queue, now, timers, activity, log }: HeartbeatParts): Heartbeat {
  let ticket: Ticket | undefined;
  let timer: { readonly cancel: () => void } | undefined;

  const beat = async (): Promise<void> => {
    const hiding = { seconds: hiddenSeconds, now: now() };
    const renewed = ticket && (await queue.renew(ticket, note, hiding));
    // Somebody has seen the message and removed it, or it was never written.
    ticket = renewed ?? (await queue.put(note, hiding));
  };
  const beatAfter = (seconds: number): void => {
    timer = timers.after(seconds, () => {
      void activity.during(() =>
        beat().then(
          () => {
            beatAfter(renewEverySeconds);
          },
          (error: unknown) => {
            log.warn({ err: error }, 'heartbeat not renewed');
            beatAfter(retrySeconds);
          },
        ),
      );
    });
  };

  return {
    begin: async () => {
      await beat();
      beatAfter(renewEverySeconds);
    },
    end: async (isLeft) => {
      timer?.cancel();
      if (!ticket) return;
      if (isLeft) await queue.renew(ticket, note, { seconds: 0, now: now() });
      else await queue.remove(ticket);
    },
  };
}
