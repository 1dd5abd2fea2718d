import type { Instant, PersonId, TenantKey } from '../../duty/ids.ts';
import type { Account } from '../../kinds/review-access/accounts.ts';

/** A list of accounts that somebody dropped in the chat, before anything was done with it. */
export interface Draft {
  readonly id: string;
  readonly at: Instant;
  /** The file's own name and the hash of its bytes. */
  readonly file: string;
  readonly sha256: string;
  /** None where a person has to say first which column is which. */
  readonly accounts: readonly Account[];
  /** What was made of the columns, and the file itself where they can still be read otherwise. */
  readonly reading?: ListReading;
}

export interface ListReading {
  /** The heading that each field was read from. */
  readonly used: Readonly<Record<string, string>>;
  readonly unused: readonly string[];
  /** Lines before the heading, and tabs beside the one that was read. */
  readonly passedOver: readonly number[];
  readonly otherSheets: readonly string[];
  /** The system whose headings were known from before. */
  readonly system?: string;
  /** The bytes, deflated, in base64; absent where they would be too many. */
  readonly packed?: string;
}

export interface Drafts {
  /** Keeps one list of a person; the one before is gone then. */
  readonly keep: (tenant: TenantKey, person: PersonId, draft: Draft) => Promise<void>;
  /** The person's list of this id; undefined when another took its place or it was never whole. */
  readonly load: (tenant: TenantKey, person: PersonId, id: string) => Promise<Draft | undefined>;
  readonly drop: (tenant: TenantKey, person: PersonId) => Promise<void>;
  /** Drops those from before a moment; tells how many. */
  readonly forget: (tenant: TenantKey, before: Instant) => Promise<number>;
}
