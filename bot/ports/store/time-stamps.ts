/** How asking for a time stamp ended. */
export type Stamping =
  | { readonly type: 'answered'; readonly answer: Uint8Array }
  | { readonly type: 'try-later'; readonly reason: string };

/** A time stamp authority (RFC 3161), as far as it is asked. */
export interface TimeStamps {
  readonly ask: (request: Uint8Array) => Promise<Stamping>;
}
