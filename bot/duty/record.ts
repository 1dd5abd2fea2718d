import type { DutyId, Instant, Person } from './ids.ts';
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Json, Outcome } from '../kinds/kind.ts';
import type { Duty } from './duty.ts';

export const recordTypes = [
  'opened',
  'delivered',
  'undeliverable',
  'answered',
  'reassigned',
  'postponed',
  'reminded',
  'escalated',
  'finding',
  'replied',
  'closed',
  'withdrawn',
  'erased',
] as const;
export type RecordType = (typeof recordTypes)[number];

/** One line of evidence as the contract names its members. */
export interface EvidenceRecord {
  readonly v: 1;
  readonly dutyId: DutyId;
  readonly seq: number;
  readonly type: RecordType;
  readonly at: Instant;
  readonly by?: Person;
  readonly kind: string;
  readonly system: string;
  readonly reference: string;
  readonly outcome?: Outcome;
  readonly data: Json;
  readonly prev: string;
  readonly hash: string;
}

/** A record before it has its place in the chain. */
export interface RecordDraft {
  readonly type: RecordType;
  readonly by?: Person;
  readonly outcome?: Outcome;
  readonly data: Json;
}

/** What `prev` holds in the first record of a duty. */
export const beforeFirst = '0'.repeat(64);

/** The lowercase hex SHA-256 of the RFC 8785 canonical JSON of an object without its `hash` member. */
export function hashOf(record: object): string {
  const { hash: _, ...hashed } = record as { hash?: unknown };
  const canonical = canonicalize(hashed);
  if (canonical === undefined) throw new Error('A record that is not JSON cannot be hashed.');
  return createHash('sha256').update(canonical, 'utf8').digest('hex');
}

/** What a record is about; in the chain of a duty it is always the duty. */
export interface About {
  readonly kind: string;
  readonly system: string;
  readonly reference: string;
}

/** A chain of records: its name, and the number and hash of its last one. */
export interface Chain {
  readonly id: DutyId;
  readonly seq: number;
  readonly head: string;
}

/** Gives drafts their number and their place in a chain; returns the records and where the chain ends then. */
export function chained(
  { id, seq, head }: Chain,
  drafts: readonly (RecordDraft & About)[],
  at: Instant,
): { readonly end: Chain; readonly records: readonly EvidenceRecord[] } {
  let end: Chain = { id, seq, head };
  const records = drafts.map((draft): EvidenceRecord => {
    const unhashed = { v: 1 as const, dutyId: id, seq: end.seq + 1, at, ...draft, prev: end.head };
    end = { id, seq: unhashed.seq, head: hashOf(unhashed) };
    return { ...unhashed, hash: end.head };
  });
  return { end, records };
}

/** Gives drafts their number and their place in the duty's chain; returns the duty with its new head. */
export function seal(
  duty: Duty,
  drafts: readonly RecordDraft[],
  at: Instant,
): { readonly duty: Duty; readonly records: readonly EvidenceRecord[] } {
  const { kind, system, reference } = duty;
  const about = drafts.map((draft) => ({ ...draft, kind, system, reference }));
  const { end, records } = chained(duty, about, at);
  const proofs = new Map(records.map((record) => [record.seq, record.hash]));
  const answers = duty.answers.map((answer) => {
    const proof = answer.proof ?? proofs.get(answer.seq);
    return proof === undefined ? answer : { ...answer, proof };
  });
  return { duty: { ...duty, answers, seq: end.seq, head: end.head }, records };
}
