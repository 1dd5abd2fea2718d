import type { Duty } from '../duty/duty.ts';
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
  /** How often running it went wrong, beside what only had to wait; it is given up in the end. */
  readonly failures?: number;
  /** How often nobody knows whether what was sent arrived. */
  readonly unknown?: number;
  /** Names what set it off, a turn of a person or a request, in the log. */
  readonly turn?: string;
}

/** Whose effects run one at a time: a duty, one person of the tenant, or the tenant itself. */
export type Owner = Pick<OutboxEntry, 'tenant' | 'dutyId' | 'person'>;
/** Names the effects of one owner that are due at the same instant. */
export type BatchRef = Owner & Pick<OutboxEntry, 'dueAt'>;

/** The right of one instance to run an owner's effects, until an instant. */
export interface Lease extends Owner {
  readonly holder: string;
  readonly until: Instant;
}
/** A lease that was written with a change of a duty, and the duty as it has been since. */
export interface Held {
  readonly lease: Lease;
  readonly duty: Duty;
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
  /** What was sent may have arrived all the same. */
  readonly unknown?: boolean;
}

/** One of the partitions over which the duties and the outbox of a tenant are spread. */
export interface Place {
  readonly tenant: TenantKey;
  readonly shard: number;
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
  /** Entries of one partition that are due by an instant, oldest first; those after another one where that is given. */
  readonly due: (
    place: Place,
    until: Instant,
    page: { readonly limit: number; readonly after?: OutboxEntry | undefined },
  ) => Promise<readonly OutboxEntry[]>;
  /** The entries that a batch still has. */
  readonly batch: (ref: BatchRef) => Promise<readonly OutboxEntry[]>;
  readonly add: (entry: OutboxEntry) => Promise<void>;
  /**
   * Takes the right to run these entries of one owner, and gives those that are still there.
   * One transaction where all is as it was told; at most 90 entries.
   */
  readonly claim: (lease: Lease, entries: readonly OutboxEntry[], now: Instant) => Promise<Claim>;
  /** Prolongs a lease; false when somebody else has it. */
  readonly renew: (lease: Lease) => Promise<boolean>;
  /** Takes out what was done and gives the lease back, in one transaction where that can be. */
  readonly finish: (lease: Lease, done: readonly OutboxEntry[]) => Promise<void>;
  /** Takes an entry out; one that is gone already is fine. */
  readonly remove: (entry: OutboxEntry) => Promise<void>;
  /** Puts an entry off; returns it as it stands then, or undefined when it is gone already. */
  readonly postpone: (entry: OutboxEntry, putOff: PutOff) => Promise<OutboxEntry | undefined>;
  /**
   * Keeps what is left of an effect, under another instant, so that nobody goes on with what was done before;
   * returns it as it stands then, or undefined when it is gone already.
   */
  readonly goOn: (
    entry: OutboxEntry,
    left: OutboxEntry['effect'],
    now: Instant,
  ) => Promise<OutboxEntry | undefined>;
}

/** What could not be done however often it was tried. */
export interface DeadLetters {
  /** Takes an entry out of the outbox and keeps it with its reason. */
  readonly park: (poisoned: DeadLetter) => Promise<void>;
  /** The tenant's entries that were given up: at most so many of each partition. */
  readonly parked: (tenant: TenantKey, perPartition: number) => Promise<readonly DeadLetter[]>;
  /** Puts an entry back into the outbox; undefined when somebody did so before. */
  readonly putBack: (poisoned: DeadLetter, entry: OutboxEntry) => Promise<OutboxEntry | undefined>;
  /** Where the IT channel's card about all this stands. */
  readonly card: (tenant: TenantKey) => Promise<MessageRef | undefined>;
  readonly keepCard: (tenant: TenantKey, message: MessageRef) => Promise<void>;
}

/** What a message says to other instances: the writer lives, or has no time for these. */
export type Note =
  | { readonly type: 'heartbeat' }
  | { readonly type: 'overflow'; readonly refs: readonly BatchRef[] };

/** Names a message for whoever wrote or received it. */
export interface Ticket {
  readonly id: string;
  /** Changes with every renewal. */
  readonly receipt: string;
}
export interface QueueMessage extends Ticket {
  /** Undefined when it cannot be read. */
  readonly note: Note | undefined;
  /** How often it was received, this time included. */
  readonly received: number;
}

/** How long nobody sees a message, on which clock: the queue in memory goes by `now`, Azure's by its own. */
export interface Hiding {
  readonly seconds: number;
  readonly now: Instant;
}

/** Tells other instances what the rows of the outbox cannot: at least once, in no order. */
export interface Queue {
  readonly prepare: () => Promise<void>;
  /** Adds a message; it never expires. */
  readonly put: (note: Note, hiding: Hiding) => Promise<Ticket>;
  /** Takes up to 32 messages, which nobody else sees for a while. */
  readonly receive: (limit: number, hiding: Hiding) => Promise<readonly QueueMessage[]>;
  /** Hides a message so much longer, or lets go of it with 0; undefined when it is ours no more. */
  readonly renew: (ticket: Ticket, note: Note, hiding: Hiding) => Promise<Ticket | undefined>;
  /** Takes a message out; one that is gone or somebody else's is fine. */
  readonly remove: (ticket: Ticket) => Promise<void>;
  /** About how many messages there are, those included that somebody holds: one cheap call. */
  readonly count: () => Promise<number>;
}
