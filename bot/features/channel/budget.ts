import type { Instant, TenantKey } from '../../duty/ids.ts';

/** How many changes of duties a channel shows each by itself. */
export interface BudgetRate {
  /** As many may come at once. */
  readonly atOnce: number;
  /** And so many more with every minute. */
  readonly perMinute: number;
}

/**
 * What people in a channel can still follow, and far below what Teams takes: 1,800 an hour and 60 in half
 * a minute, of which replies and problems need their share.
 */
export const channelRate: BudgetRate = { atOnce: 40, perMinute: 2 };

/** A token bucket for each channel; what has no token goes on the roll-up. */
export interface ChannelBudget {
  /** Takes a token; false when there is none. `at` is milliseconds on a clock that only runs forward. */
  readonly take: (tenant: TenantKey, channelId: string, at: number) => boolean;
  /** For when this instance asked for the next run of each roll-up, so that it asks once. */
  readonly runs: Map<TenantKey, Instant>;
}

interface Bucket {
  tokens: number;
  since: number;
}

export function createChannelBudget({ atOnce, perMinute }: BudgetRate): ChannelBudget {
  // A tenant has one IT channel, so there are no more of these than tenants and their former channels.
  const buckets = new Map<string, Bucket>();
  return {
    runs: new Map(),
    take: (tenant, channelId, at) => {
      const key = `${tenant} ${channelId}`;
      const bucket = buckets.get(key) ?? { tokens: atOnce, since: at };
      buckets.set(key, bucket);
      const gained = (Math.max(0, at - bucket.since) * perMinute) / 60_000;
      bucket.tokens = Math.min(atOnce, bucket.tokens + gained);
      bucket.since = at;
      if (bucket.tokens < 1) return false;
      bucket.tokens -= 1;
      return true;
    },
  };
}
