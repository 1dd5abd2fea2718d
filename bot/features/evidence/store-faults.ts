import { beforeFirst, hashOf } from '../../duty/record/record.ts';
import { sealedRow } from '../../duty/record/sealing.ts';
import type { StoredChain, StoredRecord } from '../../ports/store.ts';

/** What is wrong with the evidence as the store holds it. */
export interface StoreFault {
  readonly dutyId: string;
  readonly seq?: number;
  readonly problem: string;
}

/**
 * Everything that is wrong with one chain as it stands in the store: rows without their partner, records
 * that are not what their hashes say, and an end that is not the one of its duty.
 */
export function storeFaults(chain: StoredChain): readonly StoreFault[] {
  const { id: dutyId, state, records, strays } = chain;
  const faults: StoreFault[] = [];
  if (!state) faults.push({ dutyId, problem: 'its evidence is there, the row of the duty is not' });
  for (const stray of strays) {
    const seq = Number(stray.split('|')[1]);
    faults.push({ dutyId, seq, problem: 'the row that opens it is there, its evidence is not' });
  }
  const last = walk(chain, faults);
  if (!state) return faults;
  if (records.length === 0) {
    const problem = `the duty has ${state.seq} records, the store has none`;
    return state.seq === 0 ? faults : [...faults, { dutyId, problem }];
  }
  if (last.seq !== state.seq) {
    const problem = `the last record is ${last.seq}, the row of the duty says ${state.seq}`;
    faults.push({ dutyId, seq: last.seq, problem });
  } else if (last.head !== state.head || last.seal !== (state.seal ?? last.seal)) {
    faults.push({
      dutyId,
      seq: last.seq,
      problem: 'the row of the duty names another last record',
    });
  }
  return faults;
}

interface Walked {
  readonly seq: number;
  /** What the record said when it was written. */
  readonly head: string;
  readonly seal: string;
  /** Something was erased: what the records say now is not what their hashes were made of. */
  readonly erased: boolean;
}

function walk({ id: dutyId, records }: StoredChain, faults: StoreFault[]): Walked {
  let at: Walked = { seq: 0, head: beforeFirst, seal: beforeFirst, erased: false };
  for (const stored of records) {
    if (stored.seq !== at.seq + 1) {
      faults.push({ dutyId, seq: at.seq + 1, problem: 'the record is missing' });
    }
    const { problem, next } = look(stored, at);
    if (problem !== undefined) faults.push({ dutyId, seq: stored.seq, problem });
    at = next;
  }
  return at;
}

function look(
  { seq, record }: StoredRecord,
  at: Walked,
): { readonly problem?: string; readonly next: Walked } {
  if (!record) {
    const next = { ...at, seq };
    return { problem: 'its row or the row that opens it is missing or cannot be read', next };
  }
  const { open, seal, prev, hash } = record;
  const erased =
    at.erased || Object.values(open ?? {}).some((opened) => typeof opened !== 'string');
  const next = { seq, head: hash, seal: seal?.hash ?? hash, erased };
  const follows = seq !== at.seq + 1 || prev === at.head;
  if (record.seq !== seq || !follows)
    return { problem: 'it does not follow the record before it', next };
  if (!erased && !hasItsHash(record))
    return { problem: 'its content does not match its hash', next };
  if (!open || !seal) return { next };
  const links = seq !== at.seq + 1 || seal.prev === at.seal;
  return links && sealedRow(record, open, seal.prev).hash === seal.hash
    ? { next }
    : { problem: 'its content does not match its seal', next };
}

function hasItsHash(record: object & { readonly hash: string }): boolean {
  try {
    return hashOf(record) === record.hash;
  } catch {
    // Half a surrogate pair has no canonical form.
    return false;
  }
}
