import type { Messenger, SendResult } from '../../ports/messenger.ts';
import type { TenantKey } from '../../duty/ids.ts';
import type { Pacer } from './pacing.ts';

export interface PacedParts {
  readonly messenger: Messenger;
  readonly pacer: Pacer;
  /** Milliseconds on the clock of the pacer. */
  readonly clock: () => number;
  /** False when the bot is ending: then nothing more is sent. */
  readonly wait: (milliseconds: number) => Promise<boolean>;
}

/** The messenger for one tenant's effects, no faster than Teams takes them. */
export function pacedMessenger(parts: PacedParts, tenant: TenantKey): Messenger {
  const { messenger, pacer, clock, wait } = parts;
  const paced = async (
    conversation: string,
    send: () => Promise<SendResult>,
  ): Promise<SendResult> => {
    const pace = pacer.ask(tenant, conversation, clock());
    if (pace.type === 'later') {
      return { type: 'try-later', afterSeconds: Math.ceil(pace.inMs / 1000), reason: 'paced' };
    }
    if (pace.inMs > 0 && !(await wait(pace.inMs)))
      return { type: 'try-later', afterSeconds: 0, reason: 'stopping' };
    const sending = await send();
    if (sending.type === 'try-later' && sending.reason === 'throttled') {
      const { afterSeconds } = sending;
      const rest = afterSeconds === undefined ? undefined : afterSeconds * 1000;
      pacer.throttled(tenant, { conversation, at: clock(), retryAfterMs: rest });
    }
    return sending;
  };
  return {
    ...messenger,
    toPerson: (person, message) =>
      paced(person.conversationId, () => messenger.toPerson(person, message)),
    toChannel: (channel, message) =>
      paced(channel.channelId, () => messenger.toChannel(channel, message)),
    reply: (to, message) => paced(threadOf(to.conversationId), () => messenger.reply(to, message)),
    edit: (at, message) => paced(threadOf(at.conversationId), () => messenger.edit(at, message)),
  };
}

/** The limits hold for a channel as a whole: `;messageid=` only names the thread. */
const threadOf = (conversationId: string): string => conversationId.split(';')[0] ?? conversationId;
