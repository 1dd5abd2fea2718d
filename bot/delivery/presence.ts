import type { QueueMessage, Ticket } from '../ports/store.ts';
import type { QueueParts } from './custody.ts';

// Somebody who stood still for the difference is taken for dead: others look at what is left, no more.
const hiddenSeconds = 60;
const renewEverySeconds = 45;

/**
 * The sign of life of this instance: a message that names nothing and stays hidden as long as it is
 * renewed. When it appears the instance is gone, and whoever sees it looks for rows of the outbox that
 * had no message of their own yet.
 */
export interface Presence {
  /** Says that this instance is there, before it takes anything upon itself. */
  readonly begin: () => Promise<void>;
  /** Takes the sign away: what was left has been handed over. */
  readonly end: () => Promise<void>;
}

/** Whether a message is such a sign of life. */
export const isPresence = ({ custodian, refs }: QueueMessage): boolean =>
  custodian === 'kept' && refs?.length === 0;

export function createPresence({ queue, now, timers, activity, log }: QueueParts): Presence {
  let ticket: Ticket | undefined;
  let timer: { readonly cancel: () => void } | undefined;

  const say = async (): Promise<void> => {
    const renewed = ticket && (await queue.renew(ticket, [], hiddenSeconds, now(), 'kept'));
    // Somebody has seen the message and removed it, or it was never written.
    ticket = renewed ?? (await queue.put([], hiddenSeconds, now(), 'kept'));
  };
  const beat = (): void => {
    timer = timers.after(renewEverySeconds, () => {
      void activity.during(() =>
        say()
          .catch((error: unknown) => {
            log.warn({ err: error, what: 'presence' }, 'queue does not answer');
          })
          .finally(beat),
      );
    });
  };

  return {
    begin: async () => {
      await say();
      beat();
    },
    end: async () => {
      timer?.cancel();
      if (ticket) await queue.remove(ticket);
    },
  };
}
