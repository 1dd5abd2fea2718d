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
  | { readonly type: 'moved' }
  | { readonly type: 'agreed' }
  | { readonly type: 'refused' };

export interface TellChannel {
  readonly do: 'tell-channel';
  readonly key: string;
  readonly channel: ChannelAddress;
  readonly news: ChannelNews;
}
