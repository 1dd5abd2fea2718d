import type { Card } from '../../cards/card.ts';
import type { Language } from '../../cards/language.ts';
import { languageOf } from '../../cards/language.ts';
import type { Instant, MessageRef, PersonId, TenantKey, Undeliverable } from '../lifecycle/duty.ts';
import type { ReaderNow } from '../present/due.ts';
import type { ItChannel, KnownPerson, OutboxEntry, Store } from '../store/ports.ts';
import type { ReceivedFile, UploadPlace } from './incoming.ts';

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

/** What the far side tells of somebody in a conversation. Only `no-member` says that it is nobody there. */
export type MemberLookup =
  /** Some members have no name: guests who never signed in. */
  | { readonly type: 'member'; readonly name: string | undefined }
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
}

/** A file for one person. `keys` find it again when it is accepted; they are no permission. */
export interface FileOffer {
  readonly keys: Readonly<Record<string, string>>;
  readonly name: string;
  /** What the file is, in the reader's language. */
  readonly description: string;
  readonly bytes: Uint8Array;
  readonly language: Language;
}

/** Why a file did not arrive. */
export type FileFailure =
  /** The file or the permission to reach it is no longer there. */
  | { readonly type: 'gone' }
  /** The address is not one of Teams' storage, or what is there is refused. */
  | { readonly type: 'refused' }
  /** The storage does not answer now. */
  | { readonly type: 'try-later' };

export type Download =
  | { readonly type: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly type: 'too-large' }
  | FileFailure;

/** Files in and out of a personal chat; Teams knows no others for bots. */
export interface Files {
  /** Fetches a file that a person sent: 5 MB at most, within 15 seconds. */
  readonly download: (file: ReceivedFile) => Promise<Download>;
  /** Asks a person whether a file may be stored with theirs. */
  readonly offer: (person: KnownPerson, offer: FileOffer) => Promise<Sending>;
  /** Stores a file where the person who accepted it allows, within 15 seconds. */
  readonly upload: (
    place: UploadPlace,
    bytes: Uint8Array,
  ) => Promise<{ readonly type: 'stored' } | FileFailure>;
  /** Shows a stored file in the chat, to be opened from there. */
  readonly show: (
    at: Pick<MessageRef, 'conversationId' | 'serviceUrl'>,
    place: UploadPlace,
  ) => Promise<Sending>;
  /** Takes an offer out of the chat once it was answered. */
  readonly retract: (offer: MessageRef) => Promise<void>;
}

/** A message to a vendor; the same name means the same message. */
export interface VendorMessage {
  readonly id: string;
  readonly body: string;
}

/** How that ended. */
export type Telling =
  | { readonly type: 'received' }
  /** It would not be taken another time either; without a status nothing was sent: no address is set. */
  | { readonly type: 'refused'; readonly status?: number }
  | {
      readonly type: 'try-later';
      readonly afterSeconds: number | undefined;
      readonly reason: string;
    };

/** The vendors that are told over HTTP what became of their duties. */
export interface Vendors {
  readonly isTold: (vendor: string) => boolean;
  readonly tell: (vendor: string, message: VendorMessage) => Promise<Telling>;
}

/** What hands committed effects to whoever carries them out. */
export interface Delivery {
  /**
   * Carries out those that are wanted before it returns, for what the caller must be able to read back,
   * and the others as soon as possible.
   */
  readonly now: (
    entries: readonly OutboxEntry[],
    wanted: (effect: OutboxEntry['effect']) => boolean,
  ) => Promise<void>;
  /** Carries them out as soon as possible. */
  readonly soon: (entries: readonly OutboxEntry[]) => void;
}

/** Everything that a use case needs of the world; nothing else reaches it. */
export interface World {
  readonly store: Store;
  readonly delivery: Delivery;
  readonly directory: Directory;
  readonly files: Files;
  readonly vendors: Vendors;
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
