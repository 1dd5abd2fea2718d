import type { Instant } from '../duty/ids.ts';
import type { EntityTable, Write } from './azure/entity-table.ts';
import { leaseKey, ownerOf, partitionOfOwner } from './azure/keys.ts';
import type { Lease } from '../ports/store.ts';

/** A lease as a row beside the duty and its outbox, so that it is taken and given back with them. */
export const leaseInsert = (lease: Lease) => ({
  do: 'insert' as const,
  rowKey: leaseKey(ownerOf(lease)),
  columns: { holder: lease.holder, until: lease.until },
});
export const leaseRemoval = (lease: Lease): Write => ({
  do: 'delete',
  rowKey: leaseKey(ownerOf(lease)),
});

/** Takes a lease that nobody has or that ran out; otherwise tells until when it stands in the way. */
export async function takeLease(
  table: EntityTable,
  lease: Lease,
  now: Instant,
): Promise<Instant | undefined> {
  const partition = partitionOfOwner(lease);
  const insert = leaseInsert(lease);
  const row = await table.get(partition, insert.rowKey);
  // Our own is one whose answer got lost.
  const ours = row?.columns['holder'] === lease.holder;
  // Written by ourselves as an instant.
  const until = row?.columns['until'] as Instant | undefined;
  if (until !== undefined && until > now && !ours) return until;
  const write: Write = row ? { ...insert, do: 'replace', etag: row.etag } : insert;
  return (await table.transact(partition, [write])) === 'done' ? undefined : lease.until;
}

/** Prolongs a lease; false when it is somebody else's by now. */
export async function renewLease(table: EntityTable, lease: Lease): Promise<boolean> {
  const partition = partitionOfOwner(lease);
  const insert = leaseInsert(lease);
  const row = await table.get(partition, insert.rowKey);
  if (row?.columns['holder'] !== lease.holder) return false;
  const write: Write = { ...insert, do: 'replace', etag: row.etag };
  return (await table.transact(partition, [write])) === 'done';
}
