import type { KnownPerson } from './store.ts';
import type { Language } from '../../cards/language.ts';
import type { MessageRef } from '../duty/ids.ts';
import type { SendResult } from './messenger.ts';
/** A file in the sender's own storage. The address is foreign: `Files` decides whether it is used. */
export interface ReceivedFile {
  readonly type: 'file';
  readonly name: string;
  readonly downloadUrl: string;
}

/** A picture within a message, which the Bot Connector keeps for the bot. The address is foreign as well. */
export interface ReceivedPicture {
  readonly type: 'picture';
  readonly contentUrl: string;
  /** Where the message came from: the picture stands there too, or it is not fetched. */
  readonly serviceUrl: string;
}

/** Where a file goes that a person accepted, as the invoke says; every address in it is foreign. */
export interface UploadPlace {
  readonly uploadUrl: string;
  readonly contentUrl: string;
  readonly uniqueId: string;
}

/** The same with what the file is called, which is ours to say. */
export interface NamedPlace extends UploadPlace {
  readonly name: string;
}

/** A file for one person. `keys` find it again when it is accepted; they are no permission. */
export interface FileToOffer extends Omit<FileOffer, 'id'> {
  readonly keys: Readonly<Record<string, string | number>>;
}

/** A file that is offered, under the id with which the offer is stored. */
export interface FileOffer {
  readonly id: string;
  readonly name: string;
  /** What the file is, in the reader's language. */
  readonly description: string;
  /** How many bytes it has; they are read only where they go somewhere. */
  readonly size: number;
  readonly read: () => Promise<Uint8Array>;
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

/** Fetches something that a person sent. */
export type FetchSent = (sent: ReceivedFile | ReceivedPicture) => Promise<Download>;

/** Files in and out of a personal chat; Teams knows no others for bots. */
export interface Files {
  /** Fetches a file or a picture that a person sent: 5 MB at most, within 15 seconds. A picture has no name. */
  readonly download: FetchSent;
  /** Asks a person whether a file may be stored with theirs. */
  readonly offer: (person: KnownPerson, offer: FileOffer) => Promise<SendResult>;
  /** Stores a file where the person who accepted it allows, within 15 seconds. */
  readonly upload: (
    place: UploadPlace,
    bytes: Uint8Array,
  ) => Promise<{ readonly type: 'stored' } | FileFailure>;
  /** Shows a stored file in the chat, to be opened from there. */
  readonly show: (
    at: Pick<MessageRef, 'conversationId' | 'serviceUrl'>,
    place: NamedPlace,
  ) => Promise<SendResult>;
  /** Takes an offer out of the chat once it was answered. */
  readonly retract: (offer: MessageRef) => Promise<void>;
}
