import { DateTime } from 'luxon';
import type { Instant } from '../duty/ids.ts';
import { toInstant } from '../duty/time/instant.ts';

/** How long something is kept. */
export interface Term {
  readonly count: number;
  readonly unit: 'days' | 'months' | 'years';
}

/** What is kept for a while only. */
export const retentionKinds = ['evidence', 'people', 'drafts', 'rounds'] as const;
export type RetentionKind = (typeof retentionKinds)[number];

/**
 * How long each kind is kept: evidence of a duty after its last record, people after they left, lists and files
 * that were dropped and not used, names in a round of people after it began.
 */
export type Retention = Readonly<Record<RetentionKind, Term>>;

export const defaultRetention: Retention = {
  evidence: { count: 7, unit: 'years' },
  people: { count: 90, unit: 'days' },
  drafts: { count: 1, unit: 'days' },
  rounds: { count: 1, unit: 'years' },
};

/** The instant before which what is kept for a term is to go. */
export const goesBefore = (now: Instant, { count, unit }: Term): Instant =>
  toInstant(DateTime.fromISO(now, { zone: 'utc' }).minus({ [unit]: count }));

const daysIn = { days: 1, months: 28, years: 365 } as const;
/** A term in days, the shortest that it can be: what is said of something that is gone. */
export const daysOf = ({ count, unit }: Term): number => count * daysIn[unit];
