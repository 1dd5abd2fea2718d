/**
 * The Bot Connector as the bot uses it, whichever SDK makes the requests. `botbuilder.ts` is the only file
 * that knows one; a second one passes the same tests (`tests/second-sdk/`).
 */

/** A message or a sign that leaves. */
export interface Outgoing {
  readonly type: 'message' | 'typing';
  readonly summary?: string;
  readonly attachments?: OutgoingAttachment[];
  readonly channelData?: object;
  /** The message that is edited. */
  readonly id?: string;
}

export interface OutgoingAttachment {
  readonly contentType: string;
  readonly content: object;
  readonly contentUrl?: string;
  readonly name?: string;
}

/** A conversation that is asked for; with an activity it begins with that. */
export interface Wanted {
  readonly isGroup: boolean;
  readonly bot: { readonly id: string };
  readonly members?: readonly { readonly id: string }[];
  readonly tenantId?: string;
  readonly channelData: object;
  readonly activity?: Outgoing;
}

interface Posted {
  readonly conversationId: string;
  readonly activityId: string;
}

/**
 * The requests at one service address (Bot Connector REST API, version 3). Each is made once, whatever came
 * of it, and ends within `patienceMs`. One that does not succeed throws an `Error` with what the far side
 * said: `statusCode`, `code`, `details` and `response.headers`; without an answer a `code` of the network
 * or the name `AbortError`. What signing throws comes through as it is.
 */
export interface ConnectorClient {
  /** Tells the id of the message, where the far side does. */
  readonly post: (conversationId: string, activity: Outgoing) => Promise<unknown>;
  readonly edit: (at: Posted, activity: Outgoing) => Promise<unknown>;
  readonly remove: (at: Posted) => Promise<unknown>;
  readonly open: (wanted: Wanted) => Promise<{ readonly id: string; readonly activityId?: string }>;
  /** Somebody of a conversation, by object id or by the id that the bot knows. */
  readonly member: (conversationId: string, person: string) => Promise<unknown>;
  /** The first members of a conversation; its caller bounds the time. */
  readonly members: (conversationId: string) => Promise<unknown>;
  /** The channels of a team, which only Teams has. */
  readonly channels: (teamId: string) => Promise<unknown>;
}

/** Gives the client for a service address. */
export type Connect = (serviceUrl: string) => Promise<ConnectorClient>;

export interface Signing {
  readonly appId: string;
  /** The token of this moment, asked for at each request; absent in development: nothing is signed. */
  readonly token: (() => Promise<string>) | undefined;
}

/** Opens clients that sign as the bot. */
export type ConnectorSdk = (signing: Signing) => Connect;

/** Azure Bot Service itself gives up after 10 to 15 seconds; what came of it is unknown then. */
export const patienceMs = 20_000;
