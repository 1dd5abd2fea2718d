import type { ReceivedFile, ReceivedPicture, UploadPlace } from './files.ts';
import type { Message } from './messenger.ts';
import type { PersonId, TenantKey } from '../duty/ids.ts';
import type { Kept } from '../duty/of-tenant/chat-effects.ts';
import type { Card } from '../../cards/card.ts';
import type { Submitted } from '../../cards/read-fields.ts';

/** Who wrote or clicked, as the authenticated activity says. */
export interface Sender {
  readonly aadObjectId: PersonId;
  /** The object id where no name is known. */
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

/** What came with a message; only a file or a picture that Teams keeps for us can be fetched. */
export type IncomingFile =
  | ReceivedFile
  | ReceivedPicture
  | {
      readonly type: 'other';
      readonly what: 'file' | 'picture' | 'sticker' | 'voice' | 'video' | 'card';
    };

/** What became of a team or of one of its channels. */
export type TeamChange =
  | `channel-${'deleted' | 'restored' | 'renamed'}`
  | `team-${'archived' | 'unarchived' | 'deleted' | 'restored'}`;

/** What came in from Teams, in our words. */
export type Incoming =
  | {
      readonly type: 'message';
      readonly from: Sender;
      readonly at: Place;
      /** The writer's own words: no mention of the bot, no quote, at most 4,000 characters. */
      readonly text: string;
      readonly files: readonly IncomingFile[];
      /** The message of this conversation that was quoted. */
      readonly quoted?: string;
      readonly messageId?: string;
      /** The words replace those that the same message had before. */
      readonly edited?: true;
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
      /** Names the offer; it counts only where it was stored for this person. */
      readonly offer: string | undefined;
    }
  | {
      readonly type: 'installed';
      readonly from: Sender | undefined;
      readonly at: Place;
      /** A new version of the app brought the bot; where it was before, nothing is new. */
      readonly upgrade?: true;
    }
  | { readonly type: 'uninstalled'; readonly from: Sender | undefined; readonly at: Place }
  | { readonly type: 'team-changed'; readonly at: Place; readonly change: TeamChange }
  /** Somebody whom nothing identifies: is told that nothing was recorded. */
  | {
      readonly type: 'stranger';
      readonly at: Place;
      readonly by: 'click' | 'message';
      readonly locale?: string;
    }
  | { readonly type: 'nothing' };

/** What goes back: messages in the conversation and, after a click, the card in its place. */
export interface Response {
  readonly messages: readonly (Message & {
    /** What is noted of it when it stands, so that it can be edited. */
    readonly keeps?: Kept;
  })[];
  readonly inPlace?: Card;
  /**
   * What a click is told where no card takes the place of the one that was clicked. Beside a card it is the line with which
   * a dialog ends; elsewhere the card says it.
   */
  readonly toast?: string;
  /** Begins what must come after the answer. */
  readonly afterwards?: () => void;
  /** What takes longer than Teams waits, such as carrying a file; its messages follow when it is done. */
  readonly later?: () => Promise<Response>;
}

export const silence: Response = { messages: [] };
