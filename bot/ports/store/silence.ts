import type { Instant } from '../../duty/ids.ts';

/** The service takes nothing for a conversation and does not say why: since when, and when it did so last. */
export interface Silence {
  readonly silentSince?: Instant;
  readonly silentLast?: Instant;
}
