import type { MessageRef } from '../duty/ids.ts';
import type { Incoming, Place, Response, Sender } from '../ports/incoming.ts';
import type { At } from './messages/messenger.ts';
import type { NotNow, Said } from './messages/replies.ts';

export type Click = Extract<Incoming, { type: 'click' }>;
export type Written = Extract<Incoming, { type: 'message' }>;

/** What a message of an answer belongs to. */
interface Answered {
  readonly incoming: Incoming;
  /** Names the message: the same in an answer to the same activity. */
  readonly key: string;
  readonly to: At;
}

/** Answers an incoming event; `failed` gives the answer for when that went wrong. */
export interface Responder {
  readonly respond: (incoming: Incoming) => Promise<Response>;
  readonly failed: (incoming: Incoming) => Promise<Response>;
  /** What a click gets that is still being processed when Teams will not wait any longer. */
  readonly slow: (click: Click) => Response;
  /** What became of such a click, as it is told afterwards. */
  readonly afterSlow: (click: Click, response: Response) => Response;
  /** The line for what was answered without any words: nothing was recorded. */
  readonly nothing: (incoming: Incoming) => string;
  /** Whether another instance answered a message before. */
  readonly wasHeard: (written: Written) => Promise<boolean>;
  /** A message is answered, or will be by this instance alone. */
  readonly heard: (written: Written) => Promise<void>;
  /** Learns where a message of an answer stands. */
  readonly said: (incoming: Incoming, message: Said, at: MessageRef | undefined) => Promise<void>;
  /** Keeps a message that Teams does not take now. */
  readonly sayLater: (answered: Answered, message: Said, notNow: NotNow) => Promise<void>;
  /** Learns from where something came, whatever it was. */
  readonly seen: (
    came: { readonly from: Sender | undefined; readonly at: Place },
    incoming: Incoming,
  ) => Promise<void>;
}
