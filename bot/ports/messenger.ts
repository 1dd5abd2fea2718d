import type { ItChannel, KnownPerson } from './store.ts';
import type { Card } from '../../cards/card.ts';
import type { MessageRef, PersonId, Undeliverable } from '../duty/ids.ts';

/** A message to send: a card, and the one line that a notification shows. */
export interface Message {
  readonly card: Card;
  readonly summary: string;
}

/** How a send ended. Expected outcomes are values; anything else is thrown. */
export type SendResult =
  /** Teams may answer without an id: sent, but not editable. */
  | { readonly type: 'sent'; readonly message: MessageRef | undefined }
  | { readonly type: 'unreachable'; readonly reason: Undeliverable }
  /** The message or conversation to edit does not exist any more. */
  | { readonly type: 'gone' }
  | {
      readonly type: 'try-later';
      readonly afterSeconds: number | undefined;
      readonly reason: string;
    };

/** The far side: what the bot can say in Teams without being asked. */
export interface Messenger {
  readonly toPerson: (person: KnownPerson, message: Message) => Promise<SendResult>;
  readonly toChannel: (channel: ItChannel, message: Message) => Promise<SendResult>;
  /** A message in the conversation of another. */
  readonly reply: (to: MessageRef, message: Message) => Promise<SendResult>;
  readonly edit: (at: MessageRef, message: Message) => Promise<SendResult>;
}

/** Whom the far side knows beside those who have the bot. */
export interface Directory {
  /** The name of a member of the team with a channel; undefined for anybody else. */
  readonly nameIn: (channel: ItChannel, person: PersonId) => Promise<string | undefined>;
}
