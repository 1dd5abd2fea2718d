import type { Stored } from '../stored.ts';
import type { DutyId, Instant, MessageRef, TenantKey } from '../../duty/ids.ts';
import type { Status } from '../../duty/duty.ts';

/** A change of a duty that the IT channel was not shown by itself. */
export interface HeldChange {
  readonly dutyId: DutyId;
  /** Of the duty after the change: the same change noted twice is one. */
  readonly revision: number;
  readonly status: Status;
  /** Somebody who is asked could not be reached. */
  readonly unreached: boolean;
  /** The duty has a card in the channel, which shows an earlier state now. */
  readonly stands: boolean;
  readonly at: Instant;
}

/** What changed since the roll-up began, and where its card stands. */
export interface RollUp {
  readonly since: Instant;
  /** When the last of these changes was noted. */
  readonly until: Instant;
  readonly changes: number;
  readonly by: Readonly<Record<Status, number>>;
  readonly unreached: number;
  readonly message?: MessageRef;
  /** How many changes the card tells of. */
  readonly shown?: number;
}

/** Changes that stand together on one card of the IT channel, and the cards that have to catch up. */
export interface RollUps {
  readonly note: (tenant: TenantKey, change: HeldChange) => Promise<void>;
  readonly load: (tenant: TenantKey) => Promise<Stored<RollUp> | undefined>;
  readonly save: (tenant: TenantKey, rollUp: RollUp) => Promise<void>;
  /**
   * Counts every change that was noted, each once, and keeps which cards have to catch up; `count` adds
   * changes to what was counted before. Returns undefined when nothing was noted.
   */
  readonly fold: (
    tenant: TenantKey,
    count: (before: RollUp | undefined, changes: readonly HeldChange[]) => RollUp,
  ) => Promise<RollUp | undefined>;
  /** Duties whose card has to catch up; one more than `limit` where there are more. */
  readonly behind: (tenant: TenantKey, limit: number) => Promise<readonly DutyId[]>;
  readonly caughtUp: (tenant: TenantKey, duty: DutyId) => Promise<void>;
}
