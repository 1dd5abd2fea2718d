import type { DutyId, DutyRef, Instant, PersonId, TenantKey } from '../duty/ids.ts';
import type { Duty } from '../duty/duty.ts';
import type { DutyView } from '../duty/view.ts';
import type { EvidenceRecord } from '../duty/record/record.ts';
import type { KeptCard } from '../duty/record/shown.ts';
import type { OutboxEntry } from './outbox.ts';

/** Where a chain ends, as the row says that its evidence belongs to: a duty, or a settings document of the tenant. */
export interface ChainState {
  readonly kind: string;
  readonly seq: number;
  readonly head: string;
  readonly seal?: string;
  /** The duty whose answer brought it about. */
  readonly follows?: { readonly duty: string };
  readonly details?: unknown;
  /** The duty itself, where the chain is that of a duty. */
  readonly duty?: Duty;
}

/** One record as it stands in the store. */
export interface StoredRecord {
  readonly seq: number;
  /** Undefined where a row of it is missing or cannot be read. */
  readonly record: EvidenceRecord | undefined;
  /** When the storage account wrote it, by its own clock; a restored account has other times. */
  readonly stored?: string;
}

/** Everything that the store holds of one chain. */
export interface StoredChain {
  readonly id: DutyId;
  /** Undefined where evidence stands there without the row that it belongs to. */
  readonly state: ChainState | undefined;
  readonly records: readonly StoredRecord[];
  /** Openings of records that are not there. */
  readonly strays: readonly string[];
}

/** Reads the evidence as it stands in the store, past all lists. */
export interface EvidenceScan {
  /** Every chain of a tenant, shard by shard, in each in the order of their ids. */
  readonly chains: (tenant: TenantKey) => AsyncIterable<StoredChain>;
  /** One chain as it is now, read again where it changed in the meantime. */
  readonly chain: (ref: DutyRef) => Promise<StoredChain>;
  /** All chains without their records. */
  readonly states: (tenant: TenantKey) => AsyncIterable<readonly [DutyId, ChainState]>;
}

/** What the log of evidence says of a chain: that it ends so. */
export interface Statement {
  readonly duty: DutyId;
  readonly kind: string;
  /** When its duty was opened; a settings document of the tenant has no such moment. */
  readonly opened?: Instant;
  readonly seq: number;
  /** The hash of the last seal. */
  readonly hash: string;
  /** When the chain was taken away because its term was over, and how many days it had been kept at least. */
  readonly removed?: Instant;
  readonly kept?: number;
}

/** Where the log of evidence stands. */
export interface LogHead {
  readonly size: number;
  /** The roots of its whole subtrees as hex, the largest first (RFC 6962). */
  readonly roots: readonly string[];
  /** The checkpoint that was made last: its text, when, and the size then. */
  readonly checkpoint?: Checkpointed;
  /** The size of the checkpoint that an IT channel was shown last, and which channel. */
  readonly shown?: { readonly size: number; readonly channelId: string };
}

export interface Checkpointed {
  readonly at: Instant;
  readonly size: number;
  readonly text: string;
}

/** Where a checkpoint is held outside the store: a message in the IT channel, or one that a vendor took. */
export interface Witness {
  readonly size: number;
  readonly at: Instant;
  /** The name of the vendor; absent for the IT channel. */
  readonly vendor?: string;
  readonly channelId?: string;
  /** The blob container in which it lies. */
  readonly container?: string;
  /** The id of the message, which Teams may not tell; of a blob its name. */
  readonly message?: string;
}

/** The time stamp of a checkpoint (RFC 3161): when, and the token as base64. */
export interface Stamp {
  readonly size: number;
  readonly at: string;
  readonly token: string;
}

/** A statement that is to go into the log, and the row that says so. */
export interface Unlogged {
  readonly statement: Statement;
  readonly shard: number;
  readonly rowKey: string;
}

/** The log of evidence: statements that are only ever appended, and the checkpoints that were made of it. */
export interface EvidenceLog {
  /** What is to go into the log, of every shard so many at most. */
  readonly unlogged: (tenant: TenantKey, most: number) => Promise<readonly Unlogged[]>;
  /** Takes what is in the log now from what is to go there; again is the same. */
  readonly logged: (tenant: TenantKey, rows: readonly Unlogged[]) => Promise<void>;
  /** The log's head, with the version that was read; undefined before the first statement. */
  readonly head: (
    tenant: TenantKey,
  ) => Promise<{ readonly value: LogHead; readonly etag: string } | undefined>;
  /** Appends 95 statements at most with the head that follows; `conflict` when somebody else was first. */
  readonly append: (
    tenant: TenantKey,
    statements: readonly Statement[],
    head: { readonly is: LogHead; readonly was: LogHead; readonly etag: string | undefined },
  ) => Promise<'appended' | 'conflict'>;
  /** All statements in the order of the log. */
  readonly statements: (tenant: TenantKey) => AsyncIterable<Statement>;
  /** Notes where a checkpoint is held outside the store; again is the same. */
  readonly keepWitness: (tenant: TenantKey, witness: Witness) => Promise<void>;
  /** Where checkpoints are held, in the order of their sizes. */
  readonly witnesses: (tenant: TenantKey) => AsyncIterable<Witness>;
  /** Keeps what a time stamp authority said of a checkpoint; again is the same. */
  readonly keepStamp: (tenant: TenantKey, stamp: Stamp) => Promise<void>;
  /** The time stamps of checkpoints, the oldest first. */
  readonly stamps: (tenant: TenantKey) => AsyncIterable<Stamp>;
  /** The checkpoints that were made, the oldest first. */
  readonly checkpoints: (tenant: TenantKey) => AsyncIterable<Checkpointed>;
}

/** What takes a person out of the store; each again is the same. */
export interface EvidenceErasing {
  /** Writes what opens a record anew, after fields of it were erased; the card that it showed goes. */
  readonly rewriteOpenings: (ref: DutyRef, record: EvidenceRecord) => Promise<void>;
  /** Takes away what waits for a person, and what a reviewer decided and did not hand in. */
  readonly dropWaiting: (tenant: TenantKey, person: PersonId) => Promise<number>;
  /**
   * Puts other effects in the place of those that wait: `cleaned` gives one that is due at another moment,
   * undefined where it may stay. Gives how many it found; one that is put off at the same time may be found again.
   */
  readonly cleanWaiting: (
    tenant: TenantKey,
    cleaned: (entry: OutboxEntry) => OutboxEntry | undefined,
  ) => Promise<number>;
  /**
   * Writes the rows of those lists anew that are left as they are while a duty stays on them: `cleaned` gives
   * what is to stand there, undefined where it may stay.
   */
  readonly cleanLists: (
    tenant: TenantKey,
    cleaned: (view: DutyView) => DutyView | undefined,
  ) => Promise<void>;
  /** Takes a whole chain away with what belongs to it, the row of its duty last. */
  readonly dropChain: (ref: DutyRef) => Promise<void>;
  /** Takes away where the person is reached, and lists that the person dropped in the chat. */
  readonly dropPerson: (tenant: TenantKey, person: PersonId) => Promise<boolean>;
}

/** The cards that people were shown: a record has the hash, the card lies beside it until somebody on it is erased. */
export interface EvidenceCards {
  /** Every card of a tenant, in the order of `chains`. */
  readonly cards: (tenant: TenantKey) => AsyncIterable<KeptCard & { readonly id: DutyId }>;
  /** The cards of one duty as they are now. */
  readonly cardsOf: (ref: DutyRef) => Promise<readonly KeptCard[]>;
  /** Takes away those whose text is to go; tells how many. */
  readonly dropCards: (tenant: TenantKey, isGone: (text: string) => boolean) => Promise<number>;
}

export type EvidenceStore = EvidenceScan & EvidenceLog & EvidenceErasing & EvidenceCards;
