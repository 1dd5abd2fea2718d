import type { Instant, PersonId } from '../ids.ts';

/** Where a channel is reached. */
export interface ChannelAddress {
  readonly channelId: string;
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly teamId?: string;
  readonly name?: string;
}

/** What a channel is told of the IT channel: that another asks to be it, and what became of that. */
export type ChannelNews =
  | { readonly type: 'asked'; readonly claim: string }
  /** The cards of questions that were answered say so. */
  | { readonly type: 'outcomes' }
  | { readonly type: 'moved' }
  | { readonly type: 'agreed' }
  | { readonly type: 'refused' };

export interface TellChannel {
  readonly do: 'tell-channel';
  readonly key: string;
  readonly channel: ChannelAddress;
  readonly news: ChannelNews;
}

/** What is said of a channel that cannot be reached, or could not. */
export type ChannelTrouble =
  /** Tell whoever made a channel the IT channel that nothing can be shown there any more. */
  | {
      readonly do: 'tell-channel-lost';
      readonly key: string;
      readonly person: PersonId;
      readonly why: 'deleted' | 'archived' | 'removed' | 'unanswered';
    }
  /** Say in the IT channel that nothing could be sent for a while, since when and why. */
  | {
      readonly do: 'say-outage';
      readonly key: string;
      readonly since: Instant;
      readonly until: Instant;
      readonly refused: boolean;
    };
