import type { Account, Picks } from '../duties/accounts.ts';
import type { HouseRules } from '../duties/kind.ts';
import type { Language } from '../../cards/language.ts';
import type { Duty, DutyId, DutyRef, Instant, PersonId, TenantKey } from '../lifecycle/duty.ts';
import type { Effect, Placement, TenantEffect } from '../lifecycle/effects.ts';
import type { EvidenceRecord } from '../lifecycle/record.ts';
import type { RegisterName } from '../lifecycle/register.ts';
import type { DutyView } from '../lifecycle/view.ts';
import type { Roster } from '../roster/roster.ts';
import type { Plans } from '../schedule/plan.ts';
import type { Stored } from './rows.ts';

export type { Stored } from './rows.ts';

/** An effect that waits in the outbox, beside the state that asked for it. */
export interface OutboxEntry {
  readonly tenant: TenantKey;
  /** Absent for an effect of the tenant. */
  readonly dutyId?: DutyId;
  readonly effect: Effect | TenantEffect;
  /** Not before this instant. */
  readonly dueAt: Instant;
  readonly attempts: number;
}

export interface Change {
  readonly duty: Duty;
  /** The state that was read; undefined opens the duty. */
  readonly etag: string | undefined;
  readonly records: readonly EvidenceRecord[];
  readonly effects: readonly OutboxEntry[];
  /** The outbox entry that this change carried out: it leaves with it. */
  readonly done?: OutboxEntry;
  /** Names this attempt, so that a write whose answer got lost is recognised as our own. */
  readonly attempt: string;
}

export interface DutyStore {
  /** One duty by point read; undefined only when it does not exist. */
  readonly load: (ref: DutyRef) => Promise<Stored<Duty> | undefined>;
  /** State, evidence and effects in one transaction; `conflict` when somebody else was first. */
  readonly commit: (change: Change) => Promise<'committed' | 'conflict'>;
  /** The evidence of one duty in order. */
  readonly records: (ref: DutyRef) => AsyncIterable<EvidenceRecord>;
  /** The accounts that a review was opened with. */
  readonly accounts: (ref: DutyRef) => Promise<readonly Account[]>;
  /** What a reviewer has decided so far. */
  readonly picks: (ref: DutyRef, person: PersonId) => Promise<Picks>;
  /** Keeps a reviewer's picks; `changed` names the accounts whose pick is new. */
  readonly savePicks: (
    ref: DutyRef,
    person: PersonId,
    picks: Picks,
    changed: readonly number[],
  ) => Promise<void>;
}

export interface Outbox {
  /** Entries that are due, oldest first, of one of the tenant's partitions. */
  readonly due: (
    tenant: TenantKey,
    shard: number,
    now: Instant,
    limit: number,
  ) => Promise<readonly OutboxEntry[]>;
  readonly add: (entry: OutboxEntry) => Promise<void>;
  /** Takes an entry out; one that is gone already is fine. */
  readonly remove: (entry: OutboxEntry) => Promise<void>;
  /** Puts an entry off; returns it as it stands then, or undefined when it is gone already. */
  readonly postpone: (
    entry: OutboxEntry,
    dueAt: Instant,
    reason: string,
  ) => Promise<OutboxEntry | undefined>;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next page begins; absent on the last. */
  readonly next?: string;
}

export interface Listings {
  readonly put: (tenant: TenantKey, placement: Placement, view: DutyView) => Promise<void>;
  readonly remove: (tenant: TenantKey, placement: Placement, view: DutyView) => Promise<void>;
  /** A page in the order of due dates; reads one row more than the page has. */
  readonly page: (
    tenant: TenantKey,
    list: Placement,
    size: number,
    cursor?: string,
  ) => Promise<Page<DutyView>>;
  /** The months that have evidence, oldest first. */
  readonly months: (tenant: TenantKey) => Promise<readonly string[]>;
}

/** A person in whose chat the bot is or was installed. */
export interface KnownPerson {
  readonly aadObjectId: PersonId;
  readonly name: string;
  /** The id that the channel itself uses, `29:…` in Teams. */
  readonly userId: string;
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly installed: boolean;
  readonly installedAt?: Instant;
  /** What the client said last. */
  readonly locale?: string;
  /** What the person chose; it wins. */
  readonly language?: Language;
}

export interface ItChannel {
  /** False after the bot was removed from the team, until it is there again. */
  readonly installed: boolean;
  readonly installedAt?: Instant;
  readonly teamId?: string;
  readonly channelId: string;
  readonly name?: string;
  readonly serviceUrl: string;
  readonly tenantId: string;
}

export interface People {
  readonly get: (tenant: TenantKey, person: PersonId) => Promise<Stored<KnownPerson> | undefined>;
  /** Writes what was read and changed; `conflict` when it was changed in between. */
  readonly save: (
    tenant: TenantKey,
    person: KnownPerson,
    etag: string | undefined,
  ) => Promise<'saved' | 'conflict'>;
  readonly page: (tenant: TenantKey, size: number, cursor?: string) => Promise<Page<KnownPerson>>;
  readonly channel: (tenant: TenantKey) => Promise<ItChannel | undefined>;
  readonly useChannel: (tenant: TenantKey, channel: ItChannel) => Promise<void>;
  /** What the IT team has laid down for the whole organisation; undefined until then. */
  readonly houseRules: (tenant: TenantKey) => Promise<Stored<HouseRules> | undefined>;
  /** Writes what was read and changed; `conflict` when it was changed in between. */
  readonly saveHouseRules: (
    tenant: TenantKey,
    rules: HouseRules,
    etag: string | undefined,
  ) => Promise<'saved' | 'conflict'>;
}

/** What each register holds. */
export interface RegisterOf {
  readonly roster: Roster;
  readonly plans: Plans;
}

export interface RegisterChange<N extends RegisterName = RegisterName> {
  readonly name: N;
  readonly register: RegisterOf[N];
  /** The state that was read; undefined begins the register. */
  readonly etag: string | undefined;
  readonly records: readonly EvidenceRecord[];
  /** Names this attempt, as in `Change`. */
  readonly attempt: string;
}

/** What the IT team lays down for the whole tenant: the roster and the plans. */
export interface Registers {
  /** One register by point read; undefined only when nothing was ever laid down. */
  readonly load: <N extends RegisterName>(
    tenant: TenantKey,
    name: N,
  ) => Promise<Stored<RegisterOf[N]> | undefined>;
  /** State and evidence in one transaction; `conflict` when somebody else was first. */
  readonly commit: (change: RegisterChange) => Promise<'committed' | 'conflict'>;
}

export interface Store {
  readonly duties: DutyStore;
  readonly registers: Registers;
  readonly outbox: Outbox;
  readonly listings: Listings;
  readonly people: People;
  /** Makes the tables; the first thing at start, and what readiness asks. */
  readonly prepare: () => Promise<void>;
  /** One cheap read that shows whether the store answers. */
  readonly ping: () => Promise<void>;
}
