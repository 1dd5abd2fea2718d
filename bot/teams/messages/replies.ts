import type { MessageRef } from '../../duty/ids.ts';
import type { Log } from '../../observability/log.ts';
import type { Response } from '../../ports/incoming.ts';
import type { SendResult } from '../../ports/messenger.ts';
import type { Background } from '../background.ts';
import type { Timers } from '../../ports/clock.ts';
import type { At, TeamsMessenger } from './messenger.ts';

export interface ReplyParts {
  readonly messenger: TeamsMessenger;
  readonly timers: Timers;
  readonly background: Background;
  readonly log: Log;
}

export type Said = Response['messages'][number];

/** Why a reply does not stand yet, and when it may be tried again. */
export interface NotNow {
  readonly reason: string;
  readonly afterSeconds: number;
}

/** Where an answer is said, and what becomes of each message of it. */
export interface Saying {
  readonly at: At;
  /** Learns where a message stands. */
  readonly sent: (message: Said, at: MessageRef | undefined) => Promise<void>;
  /** Keeps a message that Teams does not take now, so that it comes whatever becomes of this process. */
  readonly later: (message: Said, notNow: NotNow) => Promise<void>;
}

export type Say = (saying: Saying, messages: readonly Said[]) => Promise<void>;

const soonSeconds = 2;
/** The store does not answer either: the reply stays in this process for as long. */
const mostTries = 8;

/** Says what an answer holds, in its order; a reply that Teams does not take now comes later. */
export function createReplies({ messenger, timers, background, log }: ReplyParts): {
  readonly say: Say;
} {
  /** Undefined where it is sent, or never can be. */
  const attempt = async (saying: Saying, message: Said): Promise<NotNow | undefined> => {
    const sending = await sent(() => messenger.say(saying.at, message));
    if (sending.type === 'sent') {
      await saying.sent(message, sending.message);
      return undefined;
    }
    if (sending.type === 'try-later')
      return { reason: sending.reason, afterSeconds: sending.afterSeconds ?? soonSeconds };
    log.error({ outcome: sending.type }, 'reply not sent');
    return undefined;
  };
  /** A fault of the far side, such as 500, is tried again as well. */
  const sent = async (send: () => Promise<SendResult>): Promise<SendResult> => {
    try {
      return await send();
    } catch (error) {
      // A fault of our own stays one however often it is tried.
      if (!(error instanceof Error) || error.cause === undefined) throw error;
      log.error({ err: error }, 'reply failed');
      return { type: 'try-later', afterSeconds: undefined, reason: 'fault' };
    }
  };
  const keep = async (
    saying: Saying,
    { message, notNow, tries }: { message: Said; notNow: NotNow; tries: number },
  ): Promise<void> => {
    const { reason, afterSeconds } = notNow;
    try {
      await saying.later(message, notNow);
      log.warn({ reason, seconds: afterSeconds }, 'reply comes later');
    } catch (error) {
      log.error({ err: error, reason, tries }, 'reply not kept');
      if (tries >= mostTries) return;
      timers.after(Math.max(afterSeconds, 2 ** tries), () => {
        background.start(() =>
          attempt(saying, message)
            .then((again) => again && keep(saying, { message, notNow: again, tries: tries + 1 }))
            .catch((failed: unknown) => {
              log.error({ err: failed }, 'reply failed');
            }),
        );
      });
    }
  };
  return {
    say: async (saying, messages) => {
      let notNow: NotNow | undefined;
      for (const message of messages) {
        // What comes after one that has to wait does not overtake it.
        notNow ??= await attempt(saying, message);
        if (notNow) await keep(saying, { message, notNow, tries: 1 });
      }
    },
  };
}
