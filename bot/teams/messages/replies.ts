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

type Said = Response['messages'][number];

const mostTries = 8;
const longestWait = 300;

/** Says what an answer holds; a reply that Teams does not take now comes later. */
export function createReplies({ messenger, timers, background, log }: ReplyParts): {
  readonly say: (at: At, messages: Response['messages']) => Promise<void>;
} {
  const attempt = async (at: At, message: Said, tries: number): Promise<void> => {
    const sending = await sent(() => messenger.say(at, message));
    if (sending.type === 'sent') return message.sent?.(sending.message);
    const { type } = sending;
    const reason = 'reason' in sending ? sending.reason : undefined;
    // What may have arrived is said once more and no more.
    const most = reason === 'outcome-unknown' ? 2 : mostTries;
    if (type !== 'try-later' || tries >= most) {
      log.error({ outcome: type, reason, tries }, 'reply not sent');
      return;
    }
    const seconds = Math.min(longestWait, sending.afterSeconds ?? 2 ** tries);
    log.warn({ reason, tries, seconds }, 'reply comes later');
    timers.after(seconds, () => {
      background.start(() => attempt(at, message, tries + 1).catch(failed));
    });
  };
  const failed = (error: unknown): void => {
    log.error({ err: error }, 'reply failed');
  };
  /** A fault of the far side, such as 500, is tried again as well. */
  const sent = async (send: () => Promise<SendResult>): Promise<SendResult> => {
    try {
      return await send();
    } catch (error) {
      // A fault of our own stays one however often it is tried.
      if (!(error instanceof Error) || error.cause === undefined) throw error;
      failed(error);
      return { type: 'try-later', afterSeconds: undefined, reason: 'fault' };
    }
  };
  return {
    say: async (at, messages) => {
      for (const message of messages) await attempt(at, message, 1);
    },
  };
}
