import type { DutyId, Instant, MessageRef, PersonId, TenantKey } from '../duty/ids.ts';
import type { Effect, TenantEffect } from '../duty/effects.ts';

/** An effect that waits in the outbox, beside the state that asked for it. */
export interface OutboxEntry {
  readonly tenant: TenantKey;
  /** Absent for an effect of the tenant. */
  readonly dutyId?: DutyId;
  /** An effect of the tenant that concerns nobody else: it waits for no other person's. */
  readonly person?: PersonId;
  readonly effect: Effect | TenantEffect;
  /** Not before this instant. */
  readonly dueAt: Instant;
  /** How often it was put off: the longer, the longer it waits. */
  readonly attempts: number;
  /** How often carrying it out went wrong, beside what only had to wait; it is poison in the end. */
  readonly failures?: number;
}

/** Whose effects are carried out one at a time: a duty, one person of the tenant, or the tenant itself. */
export type Owner = Pick<OutboxEntry, 'tenant' | 'dutyId' | 'person'>;
/** Names the effects of one owner that are due at the same instant. */
export type BatchRef = Owner & Pick<OutboxEntry, 'dueAt'>;

/** The right of one instance to carry out an owner's effects, until an instant. */
export interface Lease extends Owner {
  readonly holder: string;
  readonly until: Instant;
}
export type Claim =
  | { readonly type: 'claimed'; readonly lease: Lease; readonly entries: readonly OutboxEntry[] }
  /** Another instance is at it. */
  | { readonly type: 'held'; readonly until: Instant };

/** Why an effect was put off. */
export interface PutOff {
  readonly dueAt: Instant;
  /** A constant for the log and for who looks at the row. */
  readonly reason: string;
  /** It went wrong, instead of only having to wait. */
  readonly failed: boolean;
}

/** An effect that was given up, with the reason; nothing of a person is in it. */
export interface DeadLetter {
  readonly entry: OutboxEntry;
  readonly reason: string;
  /** The class of the last error, such as `RestError 400`. */
  readonly errorClass: string;
  readonly at: Instant;
}

export interface Outbox {
  /** Entries that are due, oldest first, of one of the tenant's partitions. */
  readonly due: (
    tenant: TenantKey,
    shard: number,
    now: Instant,
    limit: number,
  ) => Promise<readonly OutboxEntry[]>;
  /** The entries that a batch still has. */
  readonly batch: (ref: BatchRef) => Promise<readonly OutboxEntry[]>;
  readonly add: (entry: OutboxEntry) => Promise<void>;
  /**
   * Takes the right to carry out these entries of one owner, and gives those that are still there.
   * One transaction where all is as it was told; at most 90 entries.
   */
  readonly claim: (lease: Lease, entries: readonly OutboxEntry[], now: Instant) => Promise<Claim>;
  /** Prolongs a lease; false when somebody else has it. */
  readonly renew: (lease: Lease) => Promise<boolean>;
  /** Takes out what was carried out and gives the lease back, in one transaction where that can be. */
  readonly finish: (lease: Lease, carriedOut: readonly OutboxEntry[]) => Promise<void>;
  /** Takes an entry out; one that is gone already is fine. */
  readonly remove: (entry: OutboxEntry) => Promise<void>;
  /** Puts an entry off; returns it as it stands then, or undefined when it is gone already. */
  readonly postpone: (entry: OutboxEntry, putOff: PutOff) => Promise<OutboxEntry | undefined>;
}

/** What could not be carried out however often it was tried. */
export interface DeadLetters {
  /** Takes an entry out of the outbox and keeps it with its reason. */
  readonly park: (deadLetters: DeadLetter) => Promise<void>;
  /** The tenant's entries that were given up: at most so many of each partition. */
  readonly parked: (tenant: TenantKey, perPartition: number) => Promise<readonly DeadLetter[]>;
  /** Puts an entry back into the outbox; undefined when somebody did so before. */
  readonly putBack: (
    deadLetters: DeadLetter,
    entry: OutboxEntry,
  ) => Promise<OutboxEntry | undefined>;
  /** Where the IT channel's card about all this stands. */
  readonly card: (tenant: TenantKey) => Promise<MessageRef | undefined>;
  readonly keepCard: (tenant: TenantKey, message: MessageRef) => Promise<void>;
}

/** A message that this instance holds: nobody else sees it for a while. */
export interface Ticket {
  readonly id: string;
  /** Changes with every renewal. */
  readonly receipt: string;
}
/** `kept`: whoever put it there is at work on it, so when somebody else sees it, that instance died or stalled. */
export type Custodian = 'kept' | 'free';
export interface QueueMessage extends Ticket {
  readonly custodian: Custodian;
  /** What it names; undefined when it cannot be read. */
  readonly refs: readonly BatchRef[] | undefined;
  /** How often it was received, this time included. */
  readonly received: number;
}

/**
 * Carries the names of waiting batches to whoever has time for them: at least once, in no order. The
 * rows of the outbox are the truth. The queue in memory goes by `now`, Azure's by its own clock.
 */
export interface Queue {
  readonly prepare: () => Promise<void>;
  /** Adds a message that nobody sees before `delaySeconds` have passed; it never expires. */
  readonly put: (
    refs: readonly BatchRef[],
    delaySeconds: number,
    now: Instant,
    custodian: Custodian,
  ) => Promise<Ticket>;
  /** Takes up to 32 messages, which nobody else sees for `leaseSeconds`. */
  readonly receive: (
    limit: number,
    leaseSeconds: number,
    now: Instant,
  ) => Promise<readonly QueueMessage[]>;
  /** Holds a message so much longer, or lets go of it with 0; undefined when it is ours no more. */
  readonly renew: (
    ticket: Ticket,
    refs: readonly BatchRef[],
    seconds: number,
    now: Instant,
    custodian: Custodian,
  ) => Promise<Ticket | undefined>;
  /** Takes a message out; one that is gone or somebody else's is fine. */
  readonly remove: (ticket: Ticket) => Promise<void>;
  /** About how many messages there are, those included that somebody holds: one cheap call. */
  readonly count: () => Promise<number>;
}
