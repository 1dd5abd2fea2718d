import type { Instant, TenantKey } from '../duty/ids.ts';

/** A token bucket for each channel; what has no token goes on the roll-up. */
export interface ChannelBudget {
  /** Takes a token; false when there is none. `at` is milliseconds on a clock that only runs forward. */
  readonly take: (tenant: TenantKey, channelId: string, at: number) => boolean;
  /** For when this instance asked for the next run of each roll-up, so that it asks once. */
  readonly runs: Map<TenantKey, Instant>;
}
