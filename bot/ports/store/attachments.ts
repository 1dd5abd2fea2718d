import type { Attached } from '../../duty/answering/attachment.ts';
import type { DutyId, Instant, PersonId, TenantKey } from '../../duty/ids.ts';

/** The bytes of files that people keep with their duties; what is said of them stands in the tables. */
export interface AttachmentBlobs {
  /** Keeps a file under the tenant and its id; twice is once. */
  readonly put: (tenant: TenantKey, id: string, bytes: Uint8Array) => Promise<void>;
  /** Undefined only where it does not exist. */
  readonly read: (tenant: TenantKey, id: string) => Promise<Uint8Array | undefined>;
  /** Harmless where it is gone already. */
  readonly remove: (tenant: TenantKey, id: string) => Promise<void>;
}

/** Files that somebody sent and was asked about: nothing of them is evidence until a click says so. */
export interface Offer {
  readonly id: string;
  readonly person: PersonId;
  readonly at: Instant;
  readonly files: readonly Attached[];
  /** The duty that was chosen, noted before the duty itself says so. */
  readonly duty?: DutyId;
}

export interface Offers {
  /** Notes an offer, before its files are kept: so no file lies there that nothing names. */
  readonly keep: (tenant: TenantKey, offer: Offer) => Promise<void>;
  readonly load: (tenant: TenantKey, person: PersonId, id: string) => Promise<Offer | undefined>;
  readonly drop: (tenant: TenantKey, offer: Pick<Offer, 'person' | 'id'>) => Promise<void>;
  /** Every offer, or those to one person. */
  readonly all: (tenant: TenantKey, person?: PersonId) => AsyncIterable<Offer>;
}
