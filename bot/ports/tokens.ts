/** A token of Entra; the moment of its end in milliseconds since 1970. */
export interface AccessToken {
  readonly token: string;
  readonly expiresOnTimestamp: number;
}

/** Asks Entra for the bot's token once. */
export type FetchToken = (signal: AbortSignal) => Promise<AccessToken>;
