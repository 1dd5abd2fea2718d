import type { Stored, Page } from '../stored.ts';
import type { Instant, MessageRef, Person, PersonId, TenantKey } from '../../duty/ids.ts';

/** Somebody whose chat the bot was removed from, and when. */
export interface Leaver {
  readonly person: PersonId;
  readonly at: Instant;
}

export type LeaversAnswer = 'hand-on' | 'leave';

/** The question whether what waits for many leavers is handed on; one a tenant, the last one. */
export interface LeaversQuestion {
  /** Names the question as well: there is one at a time. */
  readonly askedAt: Instant;
  /** Without an answer by then it is handed on. */
  readonly until: Instant;
  readonly answer?: {
    readonly what: LeaversAnswer;
    readonly at: Instant;
    /** Absent where nobody answered in time. */
    readonly by?: Person;
  };
  /** Where the card stands. */
  readonly message?: MessageRef;
}

/** Who lost the bot lately, and what the IT team said of it. */
export interface Leavers {
  /** The same twice is one. */
  readonly note: (tenant: TenantKey, leaver: Leaver) => Promise<void>;
  /** Those who left from an instant on, the first to leave first. */
  readonly since: (
    tenant: TenantKey,
    given: { readonly from: Instant; readonly size: number; readonly cursor?: string | undefined },
  ) => Promise<Page<Leaver>>;
  /** Takes out those who left before an instant, up to a hundred at a time. */
  readonly forget: (tenant: TenantKey, before: Instant) => Promise<void>;
  readonly question: (tenant: TenantKey) => Promise<Stored<LeaversQuestion> | undefined>;
  /** Writes what was read and changed; `conflict` when it was changed in between. */
  readonly saveQuestion: (
    tenant: TenantKey,
    question: LeaversQuestion,
    etag: string | undefined,
  ) => Promise<'saved' | 'conflict'>;
}
