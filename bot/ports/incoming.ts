import type { ReceivedFile, UploadPlace } from './files.ts';
import type { Message } from './messenger.ts';
import type { MessageRef, PersonId, TenantKey } from '../duty/ids.ts';
import type { Card } from '../../cards/card.ts';
import type { Submitted } from '../../cards/read-fields.ts';

/** Who wrote or clicked, as the authenticated activity says. */
export interface Sender {
  readonly aadObjectId: PersonId;
  readonly name: string;
  readonly userId: string;
  readonly locale?: string;
  /** Where the client is: its time zone, and its country as ISO 3166-1. */
  readonly timeZone?: string;
  readonly country?: string;
  /** The client in which this was done has a people picker. */
  readonly picker?: boolean;
}

/** Where it happened, and how to answer there later. */
export interface Place {
  readonly type: 'personal' | 'channel' | 'group';
  readonly tenant: TenantKey;
  readonly tenantId: string;
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly channelId?: string;
  readonly channelName?: string;
  readonly teamId?: string;
}

/** What came with a message; only a file that Teams keeps for us can be fetched. */
export type IncomingFile = ReceivedFile | { readonly type: 'other' };

/** What came in from Teams, in our words. */
export type Incoming =
  | {
      readonly type: 'message';
      readonly from: Sender;
      readonly at: Place;
      readonly text: string;
      readonly files: readonly IncomingFile[];
    }
  | {
      readonly type: 'click';
      readonly from: Sender;
      readonly at: Place;
      readonly data: Submitted;
      readonly by: 'execute' | 'submit';
    }
  | {
      readonly type: 'file-consent';
      readonly from: Sender;
      readonly at: Place;
      /** Whether the file may be stored, and then where; undefined where no place can be read. */
      readonly accepted: boolean;
      readonly upload: UploadPlace | undefined;
      /** The keys that the offer carried. */
      readonly keys: Submitted;
      /** The message that offered it. */
      readonly offer: MessageRef | undefined;
    }
  | {
      readonly type: 'installed' | 'uninstalled';
      readonly from: Sender | undefined;
      readonly at: Place;
    }
  | { readonly type: 'nothing' };

/** What goes back: messages in the conversation and, after a click, the card in its place. */
export interface Response {
  readonly messages: readonly (Message & {
    /** Learns where the message stands, so that it can be edited. */
    readonly sent?: (at: MessageRef | undefined) => Promise<void>;
  })[];
  readonly inPlace?: Card;
  /** What a click is told where no card takes the place of the one that was clicked. */
  readonly toast?: string;
  /** Begins what must come after the answer. */
  readonly afterwards?: () => void;
  /** What takes longer than Teams waits, such as carrying a file; its messages follow when it is done. */
  readonly later?: () => Promise<Response>;
}

export const silence: Response = { messages: [] };
