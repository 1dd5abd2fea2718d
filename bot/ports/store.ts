import type { Stored, Page } from './stored.ts';
import type { DutyId, DutyRef, Instant, Person, PersonId, TenantKey } from '../duty/ids.ts';
import type { Account, Picks } from '../kinds/review-access/accounts.ts';
import type { Language } from '../../cards/language.ts';
import type { Duty } from '../duty/duty.ts';
import type { IndexKey } from '../duty/indexed.ts';
import type { EvidenceRecord } from '../duty/record/record.ts';
import type { KeptCard } from '../duty/record/shown.ts';
import type { PolicyDocument } from '../tenant/policy.ts';
import type { ChannelDocument } from '../tenant/it-channel.ts';
import type { DocumentName, SettingsDocument } from '../tenant/document.ts';
import type { Indexed } from '../duty/indexed.ts';
import type { DutyView } from '../duty/view.ts';
import type { Roster } from '../tenant/roster/roster.ts';
import type { Plans } from '../tenant/plans/plan.ts';
import type { Offers } from './store/attachments.ts';
import type { Conversations } from './store/conversations.ts';
import type { Coverage } from './store/coverage.ts';
import type { Drafts } from './store/drafts.ts';
import type { EvidenceStore } from './evidence.ts';
import type { Rows } from './store/rows.ts';
import type { KnownHeadings } from './store/headings.ts';
import type { Leavers } from './store/leavers.ts';
import type { DeadLetters, Lease, Outbox, OutboxEntry, Queue } from './outbox.ts';
import type { Handouts } from './store/handouts.ts';
import type { RollUps } from './store/roll-ups.ts';
import type { Silence } from './store/silence.ts';

export type * from './store/attachments.ts';
export type * from './store/conversations.ts';
export type * from './store/coverage.ts';
export type * from './store/drafts.ts';
export type * from './evidence.ts';
export type * from './outbox.ts';

export type * from './store/headings.ts';
export type * from './store/leavers.ts';
export type * from './store/handouts.ts';
export type * from './store/roll-ups.ts';
export type * from './store/silence.ts';

export interface Change {
  readonly duty: Duty;
  /** The state that was read; undefined opens the duty. */
  readonly etag: string | undefined;
  readonly records: readonly EvidenceRecord[];
  /** The cards of which the records have the hash. */
  readonly cards?: readonly KeptCard[];
  readonly effects: readonly OutboxEntry[];
  /** The right to run these effects, which comes with them unless somebody else has it. */
  readonly lease?: Lease | undefined;
  /** The outbox entry that this change carried out: it leaves with it. */
  readonly done?: OutboxEntry;
  /** Names this attempt, so that a write whose answer got lost is recognised as our own. */
  readonly attempt: string;
}

export interface DutyStore {
  /** One duty by point read; undefined only when it does not exist. */
  readonly load: (ref: DutyRef) => Promise<Stored<Duty> | undefined>;
  /** State, evidence and effects in one transaction, `held` where the lease came with them; `conflict` when somebody else was first. */
  readonly commit: (change: Change) => Promise<'committed' | 'held' | 'conflict'>;
  /** The evidence of one duty in order. */
  readonly records: (ref: DutyRef) => AsyncIterable<EvidenceRecord>;
  /** One record of the evidence by its number; undefined when it does not exist. */
  readonly record: (ref: DutyRef, seq: number) => Promise<EvidenceRecord | undefined>;
  /** The accounts that a review was opened with. */
  readonly accounts: (ref: DutyRef) => Promise<readonly Account[]>;
  /** What a reviewer has decided so far. */
  readonly picks: (ref: DutyRef, person: PersonId) => Promise<Picks>;
  /** Keeps a reviewer's picks; `changed` names the accounts whose pick is new. */
  readonly savePicks: (
    ref: DutyRef,
    given: {
      readonly person: PersonId;
      readonly picks: Picks;
      readonly changed: readonly number[];
    },
  ) => Promise<void>;
}

/** A duty that moves on the lists, and where it was told to stand before; undefined where that is not known. */
export interface Moved {
  readonly view: DutyView;
  readonly was: Indexed | undefined;
  readonly now: Indexed;
}

export interface Indexes {
  /** Lists and counts a duty as it is now, all together; twice or late changes nothing. */
  readonly move: (tenant: TenantKey, moved: Moved) => Promise<void>;
  /** Takes a duty that is kept no longer from every list; what was counted of it stays. */
  readonly forget: (duty: Pick<Duty, 'tenant' | 'id' | 'createdAt'>) => Promise<void>;
  /** Puts something that is no duty on a list as well, such as the evidence of the roster. */
  readonly put: (tenant: TenantKey, indexKey: IndexKey, view: DutyView) => Promise<void>;
  /** A page in the order of due dates; reads one row more than the page has. */
  readonly page: (
    tenant: TenantKey,
    given: { readonly list: IndexKey; readonly size: number; readonly cursor?: string | undefined },
  ) => Promise<Page<DutyView>>;
  /** A page of the duties of which somebody is to be reminded on a day or was before, the longest waiting first. */
  readonly toRemind: (
    tenant: TenantKey,
    given: { readonly until: string; readonly size: number; readonly cursor?: string | undefined },
  ) => Promise<Page<DutyId>>;
  /** The months that have evidence, oldest first; at most so many, a thousand where nothing is said. */
  readonly months: (tenant: TenantKey, most?: number) => Promise<readonly string[]>;
}

/** A person in whose chat the bot is or was installed. */
export interface KnownPerson extends Silence {
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
  /** When it was first noticed that the bot is no longer there. */
  readonly leftAt?: Instant;
  /** What the person chose; it wins. */
  readonly language?: Language;
  /** The time zone and country of the client: when this person works. */
  readonly timeZone?: string;
  readonly country?: string;
  /** The last day, on the person's own calendar, on which a reminder was sent. */
  readonly remindedOn?: string;
  /** Who said to be away: the first day back, on the calendar of the organisation. */
  readonly backOn?: string;
}

export interface ItChannel extends Silence {
  /** Who made a channel the IT channel last, and since when there is one at all; unknown of an older one. */
  readonly madeBy?: Person;
  readonly since?: Instant;
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
  /** Changes what is noted of the IT channel; nothing where another one is by now, or somebody else changed it. */
  readonly changeChannel: (
    tenant: TenantKey,
    channelId: string,
    change: (channel: ItChannel) => ItChannel,
  ) => Promise<void>;
  /**
   * The IT channel, or another of its team, is reached at this address now; nothing where it moved in between.
   * Tells the IT channel as it stood.
   */
  readonly channelReachedAt: (
    tenant: TenantKey,
    at: Pick<ItChannel, 'serviceUrl'> & {
      readonly channelId: string | undefined;
      readonly teamId: string | undefined;
    },
  ) => Promise<ItChannel | undefined>;
}

/** What each settings document holds. */
export interface DocumentOf {
  readonly roster: Roster;
  readonly plans: Plans;
  readonly 'house-rules': PolicyDocument;
  readonly 'it-channel': ChannelDocument;
  /** What auditors drew and took with them. */
  readonly audits: SettingsDocument;
}

export interface DocumentChange<N extends DocumentName = DocumentName> {
  readonly name: N;
  readonly register: DocumentOf[N];
  /** The state that was read; undefined begins the document. */
  readonly etag: string | undefined;
  readonly records: readonly EvidenceRecord[];
  /** Names this attempt, as in `Change`. */
  readonly attempt: string;
}

/** What the IT team lays down for the whole tenant: the roster, the plans and the policy. */
export interface SettingsDocuments {
  /** One settings document by point read; undefined only when nothing was ever laid down. */
  readonly load: <N extends DocumentName>(
    tenant: TenantKey,
    name: N,
  ) => Promise<Stored<DocumentOf[N]> | undefined>;
  /** State and evidence in one transaction; `conflict` when somebody else was first. */
  readonly commit: (change: DocumentChange) => Promise<'committed' | 'conflict'>;
}

export interface Store {
  readonly drafts: Drafts;
  readonly offers: Offers;
  readonly handouts: Handouts;
  readonly headings: KnownHeadings;
  readonly rows: Rows;
  readonly duties: DutyStore;
  readonly documents: SettingsDocuments;
  readonly outbox: Outbox;
  readonly deadLetters: DeadLetters;
  readonly rollUps: RollUps;
  readonly queue: Queue;
  readonly indexes: Indexes;
  readonly coverage: Coverage;
  readonly people: People;
  readonly conversations: Conversations;
  readonly leavers: Leavers;
  readonly evidence: EvidenceStore;
  /** Makes the tables and the queue; the first thing at start, and what readiness asks. */
  readonly prepare: () => Promise<void>;
  /** One cheap read that shows whether the tables answer; `queue.count` does so for the queue. */
  readonly ping: () => Promise<void>;
}
