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
      /** The service itself refuses, as it does for ever where the bot was removed without an event. */
      readonly refusing?: true;
    };

/** The far side: what the bot can say in Teams without being asked. */
export interface Messenger {
  readonly toPerson: (person: KnownPerson, message: Message) => Promise<SendResult>;
  readonly toChannel: (channel: ItChannel, message: Message) => Promise<SendResult>;
  /** A message in the conversation of another. */
  readonly reply: (
    to: Pick<MessageRef, 'conversationId' | 'serviceUrl'>,
    message: Message,
  ) => Promise<SendResult>;
  readonly edit: (at: MessageRef, message: Message) => Promise<SendResult>;
  /** The personal chat with somebody of whom only the object id is known; `message` names it. */
  readonly open: (person: Reached) => Promise<SendResult>;
}

/** Whom to write to, and where the tenant is reached. */
export interface Reached {
  readonly aadObjectId: PersonId;
  readonly tenantId: string;
  readonly serviceUrl: string;
  /** The id that the bot knows, where it does. */
  readonly userId?: string | undefined;
}

/** What the far side tells of somebody in a conversation. Only `no-member` says that it is nobody there. */
export type MemberLookup =
  /** Some members have no name: guests who never signed in. */
  | {
      readonly type: 'member';
      readonly name: string | undefined;
      readonly userId: string;
      /** Somebody of another organisation. */
      readonly guest?: true;
    }
  | { readonly type: 'no-member' }
  /** The bot may not ask. */
  | { readonly type: 'not-told' }
  | { readonly type: 'try-later'; readonly reason: string };

/** Whom the far side knows beside those who have the bot. */
export interface Directory {
  /** A member of the team with a channel. */
  readonly nameIn: (channel: ItChannel, person: PersonId) => Promise<MemberLookup>;
  /** A member of any conversation of the bot, by object id or by the id that the bot knows. */
  readonly memberIn: (
    at: Pick<MessageRef, 'conversationId' | 'serviceUrl'>,
    person: string,
  ) => Promise<MemberLookup>;
  /** The name of a channel; undefined where Teams does not tell it now. */
  readonly channelName: (channel: {
    readonly channelId: string;
    readonly teamId: string | undefined;
    readonly serviceUrl: string;
  }) => Promise<string | undefined>;
}
