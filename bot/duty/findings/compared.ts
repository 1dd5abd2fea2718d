/** What a comparison of two lists of accounts showed; accounts by name, both lists by their hash. */
export interface Compared {
  readonly before: { readonly sha256: string; readonly rows: number };
  readonly after: { readonly sha256: string; readonly rows: number; readonly file: string };
  readonly proven: readonly string[];
  readonly stillThere: readonly string[];
  /** How many accounts that were to stay are gone, which somebody has confirmed, and how many are new. */
  readonly vanished: number;
  readonly added: number;
  /** Accounts that could be one that is gone, under another spelling, and what somebody said of them. */
  readonly alike?: {
    readonly heldFor: 'same' | 'others';
    readonly pairs: readonly { readonly was: string; readonly now: string }[];
  };
}
