import type { DutyId, DutyRef, PersonId, TenantKey } from '../../duty/ids.ts';
import type { Owner } from '../../ports/outbox.ts';

/**
 * A tenant's duties are spread over this many partitions. A partition holds whole duties and their
 * outbox, so that one transaction covers both and waiting work is found without knowing the duty.
 * Changing the number moves duties: it is part of the stored layout.
 */
export const shardCount = 16;

export function shardOf(id: DutyId): number {
  return Number.parseInt(id.slice(1, 3), 16) % shardCount;
}

export function partitionOf(tenant: TenantKey, shard: number): string {
  return `${tenant}|${String(shard).padStart(2, '0')}`;
}

export const partitionFor = ({ tenant, id }: DutyRef): string => partitionOf(tenant, shardOf(id));
export const dutyKey = (id: DutyId): string => `duty|${id}`;
export const recordPrefix = (id: DutyId): string => `evt|${id}|`;
export function recordKey(id: DutyId, seq: number, part = 0): string {
  const more = part === 0 ? '' : `|${String(part).padStart(3, '0')}`;
  return `${recordPrefix(id)}${String(seq).padStart(8, '0')}${more}`;
}
/** What opens the records of a duty. */
export const openingsPrefix = (id: DutyId): string => `evo|${id}|`;
export function openingsKey(id: DutyId, seq: number, part = 0): string {
  return `evo${recordKey(id, seq, part).slice('evt'.length)}`;
}
/** The card that a record has the hash of. */
export const cardPrefix = (id: DutyId): string => `card|${id}|`;
export function cardKey(id: DutyId, seq: number, part = 0): string {
  return `card${recordKey(id, seq, part).slice('evt'.length)}`;
}
/** What the log of evidence does not say yet; a row for each commit, so that none is overwritten. */
export const unloggedPrefix = 'dirty|';
export const unloggedKey = (id: DutyId, seq: number): string =>
  `${unloggedPrefix}${id}|${String(seq).padStart(8, '0')}`;
export const picksPrefix = (id: DutyId, person: PersonId): string => `pick|${id}|${person}|`;
export const picksKey = (id: DutyId, person: PersonId, chunk: number): string =>
  `${picksPrefix(id, person)}${String(chunk).padStart(4, '0')}`;

// Effects of a tenant belong to no duty; they wait in the first partition.
const tenantOwner = '-';
/** Whose effects these are, in a key. */
export const ownerOf = ({ dutyId, person }: Owner): string =>
  dutyId ?? `${tenantOwner}${person ?? ''}`;
/** The owner alone, of what also says something else. */
export const ownerIn = ({ tenant, dutyId, person }: Owner): Owner => ({
  tenant,
  ...(dutyId === undefined ? {} : { dutyId }),
  ...(person === undefined ? {} : { person }),
});
export const partitionOfOwner = ({ tenant, dutyId }: Owner): string =>
  partitionOf(tenant, dutyId === undefined ? 0 : shardOf(dutyId));
export const outboxPrefix = 'out|';
export const batchPrefix = (dueAt: string, owner: string): string =>
  `${outboxPrefix}${dueAt}|${owner}|`;
export const outboxKey = (dueAt: string, owner: string, key: string): string =>
  `${batchPrefix(dueAt, owner)}${key}`;
export const leaseKey = (owner: string): string => `lease|${owner}`;
export const deadLetterPrefix = 'poison|';
export const deadLetterKey = (owner: string, key: string): string =>
  `${deadLetterPrefix}${owner}|${key}`;
/** Where the IT channel's card about dead letters stands; in the tenant's first partition. */
export const deadLetterCardKey = 'poison-card';
