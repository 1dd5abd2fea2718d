import type { Card } from '../../cards/card.ts';
import type { Language } from '../../cards/language.ts';
import { languageOf } from '../../cards/language.ts';
import type { Instant, MessageRef, PersonId, TenantKey, Undeliverable } from '../lifecycle/duty.ts';
import type { ReaderNow } from '../present/due.ts';
import type { ItChannel, KnownPerson, OutboxEntry, Store } from '../store/ports.ts';

/** A message to send: a card, and the one line that a notification shows. */
export interface Message {
  readonly card: Card;
  readonly summary: string;
}

/** How a send ended. Expected outcomes are values; anything else is thrown. */
export type Sending =
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
  readonly toPerson: (person: KnownPerson, message: Message) => Promise<Sending>;
  readonly toChannel: (channel: ItChannel, message: Message) => Promise<Sending>;
  /** A message in the conversation of another. */
  readonly reply: (to: MessageRef, message: Message) => Promise<Sending>;
  readonly edit: (at: MessageRef, message: Message) => Promise<Sending>;
}

/** Whom the far side knows beside those who have the bot. */
export interface Directory {
  /** The name of a member of the team with a channel; undefined for anybody else. */
  readonly nameIn: (channel: ItChannel, person: PersonId) => Promise<string | undefined>;
}

/** What hands committed effects to whoever carries them out. */
export interface Delivery {
  /** Carries them out before it returns: for what the caller must be able to read back. */
  readonly now: (entries: readonly OutboxEntry[]) => Promise<void>;
  /** Carries them out as soon as possible. */
  readonly soon: (entries: readonly OutboxEntry[]) => void;
}

/** Everything that a use case needs of the world; nothing else reaches it. */
export interface World {
  readonly store: Store;
  readonly delivery: Delivery;
  readonly directory: Directory;
  readonly now: () => Instant;
  readonly newId: () => string;
  /** Language and zone where a person has none of their own. */
  readonly language: Language;
  readonly zone: string;
}

/** How something is put into words for a person: the chosen language, else the client's, else the default. */
export function readerFor(world: World, person: Partial<KnownPerson> | undefined): ReaderNow {
  const language = person?.language ?? languageOf(person?.locale) ?? world.language;
  return { language, zone: world.zone, now: world.now() };
}

/** The reader of a channel: nobody in particular. */
export const channelReader = (world: World): ReaderNow => readerFor(world, undefined);

export type { TenantKey };
