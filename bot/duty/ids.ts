export type DutyId = string & { readonly brand: 'DutyId' };

/** The key under which a tenant's data is kept; never taken from a request's own data. */
export type TenantKey = string & { readonly brand: 'TenantKey' };

/** An Entra object id in lower case. */
export type PersonId = string & { readonly brand: 'PersonId' };

/** An RFC 3339 instant in UTC with milliseconds. */
export type Instant = string & { readonly brand: 'Instant' };

const idPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** Reads an Entra object id; undefined for what cannot be one, such as an e-mail address. */
export function parsePersonId(raw: unknown): PersonId | undefined {
  return typeof raw === 'string' && idPattern.test(raw)
    ? (raw.toLowerCase() as PersonId)
    : undefined;
}

/** Whether a text has the form of an Entra object id: a name never has. */
export const isObjectId = (text: string): boolean =>
  /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text);

/** Reads a tenant id; undefined for what cannot be one. */
export function parseTenantKey(raw: unknown): TenantKey | undefined {
  return typeof raw === 'string' && idPattern.test(raw)
    ? (raw.toLowerCase() as TenantKey)
    : undefined;
}

/** Reads a duty's id; undefined for what cannot be one. */
export function parseDutyId(raw: unknown): DutyId | undefined {
  return typeof raw === 'string' && /^d[a-f0-9]{24}$/.test(raw) ? (raw as DutyId) : undefined;
}

export interface DutyRef {
  readonly tenant: TenantKey;
  readonly id: DutyId;
}

export interface Person {
  readonly aadObjectId: PersonId;
  readonly name: string;
}

/** A message that can be edited: where it stands and its id there. */
export interface MessageRef {
  readonly conversationId: string;
  readonly activityId: string;
  readonly serviceUrl: string;
}

/** Whether a message stands in a channel; a thread's id is the channel's with `;messageid=` behind it. */
export const standsIn = ({ conversationId }: MessageRef, channelId: string): boolean =>
  conversationId.split(';')[0] === channelId;

export type Undeliverable = 'not-installed' | 'blocked' | 'refused';

/** Whether a card reached somebody. */
export type Delivery =
  | { readonly state: 'pending' }
  | { readonly state: 'delivered'; readonly at: Instant }
  /** The card is still to come; the list that this person was sent has it on this page. */
  | { readonly state: 'listed'; readonly at: Instant; readonly page: number }
  | { readonly state: 'undeliverable'; readonly at: Instant; readonly reason: Undeliverable };
