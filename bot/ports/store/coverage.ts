import type { CountedNil, CountedState } from '../../duty/counted.ts';
import type { TenantKey } from '../../duty/ids.ts';
import type { Quarter } from '../../duty/time/quarter.ts';

/** How many duties stand in each state; none where a state is absent. */
export type Tally = Readonly<Partial<Record<CountedState, number>>>;

/** What was counted in one quarter. */
export interface QuarterCounts {
  readonly tallies: Readonly<Record<string, Tally>>;
  readonly nils: readonly CountedNil[];
}

/** The counters of the coverage map: as many rows however many duties were counted. */
export interface Coverage {
  readonly quarter: (tenant: TenantKey, quarter: Quarter) => Promise<QuarterCounts>;
  /** Whether something that is done once for the tenant was done. */
  readonly marked: (tenant: TenantKey, name: string) => Promise<boolean>;
  readonly mark: (tenant: TenantKey, name: string) => Promise<void>;
}
