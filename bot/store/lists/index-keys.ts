import { createHash } from 'node:crypto';
import type { DutyId, TenantKey } from '../../duty/ids.ts';
import type { IndexKey } from '../../duty/indexed.ts';
import type { Indexed } from '../../duty/indexed.ts';
import type { Quarter } from '../../duty/time/quarter.ts';

/** What the row of a duty on a list is named after. */
export interface Listed {
  readonly id: string;
  readonly dueOn: string;
  readonly createdAt: string;
}

/** Everything that says where the duties of a tenant are found: one partition, so that one change is one transaction. */
export const indexPartition = (tenant: TenantKey): string => `${tenant}|index`;

/** What the keys of one list begin with. */
export function listPrefix(list: IndexKey): string {
  switch (list.list) {
    case 'all':
      return 'all|';
    case 'status':
      return `status|${list.status}|`;
    case 'person':
      return `person|${list.person}|`;
    case 'evidence':
      return `evidence|${list.month}|`;
    case 'remind':
      // One range for all days: what is due after days without a bot is still one query.
      return 'remind|';
    case 'risks':
      return 'risks|';
    case 'topic':
      return `topic|${list.kind}|${hashed(list.system)}|${list.document === undefined ? '' : hashed(list.document)}|`;
    case 'document':
      return `document|${hashed(list.system)}|${hashed(list.document)}|`;
  }
}

/** Exports go by duty, a look back begins with the newest, everything else goes by due date. */
export function listKey(list: IndexKey, { id, dueOn, createdAt }: Listed): string {
  const prefix = listPrefix(list);
  switch (list.list) {
    case 'remind':
      return `${prefix}${list.day}|${id}`;
    case 'topic':
    case 'document':
      return `${prefix}${backwards(createdAt)}|${id}`;
    case 'evidence':
      return `${prefix}${id}`;
    default:
      return `${prefix}${dueOn}|${id}`;
  }
}

/** A system may be called anything; a key may not. */
const hashed = (system: string): string =>
  createHash('sha256').update(system.trim().toLowerCase()).digest('hex').slice(0, 24);

// Every digit from the other end: what is later sorts first.
const backwards = (at: string): string => at.replace(/\d/g, (digit) => String(9 - Number(digit)));

export const monthPrefix = 'month|';
export const monthKey = (month: string): string => `${monthPrefix}${month}`;

/** The row that says where a duty stands; its key names the state that was listed last, and as what it is counted. */
export const headPrefix = (id: DutyId): string => `at|${id}|`;
export const headKey = (id: DutyId, { revision, counted }: Indexed): string =>
  `${headPrefix(id)}${String(revision).padStart(8, '0')}|${counted.quarter}|${counted.state}`;
/** The row that says that a duty was ever listed; it comes after the other. */
export const firstKey = (id: DutyId): string => `${headPrefix(id)}~`;

// The sums of a quarter are spread over this many rows, so that few changes meet at one of them.
// Changing the number moves duties between rows: it is part of the stored layout.
const slots = 8;
const slotOf = (id: DutyId): number => Number.parseInt(id.slice(3, 5), 16) % slots;
export const mapPrefix = (quarter: Quarter): string => `map|${quarter}|`;
export const nilPrefix = (quarter: Quarter): string => `${mapPrefix(quarter)}nil|`;
export const sumPrefix = (quarter: Quarter): string => `${mapPrefix(quarter)}sum|`;
export const sumKey = (quarter: Quarter, id: DutyId): string =>
  `${sumPrefix(quarter)}${String(slotOf(id))}`;
export const markKey = (name: string): string => `mark|${name}`;
