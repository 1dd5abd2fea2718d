import type { Instant, MessageRef, PersonId, TenantKey } from '../../duty/ids.ts';

/** A file that was offered to one person: what says yes to it counts while this is kept. */
export interface Handout {
  readonly id: string;
  /** Which file it is, as the button of its room writes it. */
  readonly keys: Readonly<Record<string, string | number>>;
  readonly name: string;
  readonly until: Instant;
  /** Where it stands, as soon as it does. */
  readonly message?: MessageRef;
}

export interface Handouts {
  /** Keeps an offer of a person, or what is known of it since; the oldest of many make room. */
  readonly keep: (tenant: TenantKey, person: PersonId, offer: Handout) => Promise<void>;
  /** The person's own offer of this id; undefined for anybody else's. */
  readonly load: (tenant: TenantKey, person: PersonId, id: string) => Promise<Handout | undefined>;
  /** Takes an offer out; one that is gone already is fine. */
  readonly drop: (tenant: TenantKey, person: PersonId, id: string) => Promise<void>;
}
