import { createHash } from 'node:crypto';
import { beforeFirst } from '../../duty/record/record.ts';
import type { Link } from './check-record.ts';
import type { Manifest } from './manifest.ts';

/** The first thing that is wrong with a file, and where. */
export interface Fault {
  readonly line: number;
  readonly dutyId?: string;
  readonly seq?: number;
  readonly problem: string;
}

interface Head {
  readonly seq: number;
  readonly hash: string;
  readonly line: number;
  readonly seal: string | undefined;
}

export interface Chains {
  /** Adds the next record of the file; tells what is wrong with its place. */
  readonly add: (link: Link, line: number) => string | undefined;
  /** Compares what was added with the manifest on a line. */
  readonly compare: (manifest: Manifest, line: number) => Fault | undefined;
}

/**
 * The chains of all duties of a file, checked as its records come by; memory holds a head per duty.
 * Without a sound manifest nobody can say where a chain begins; the rest is checked all the same.
 */
export function createChains(manifest: Manifest | undefined): Chains {
  const heads = new Map<string, Head>();
  const order = createHash('sha256');
  let records = 0;
  let current: string | undefined;
  let misplaced: Fault | undefined;

  const placeProblem = (link: Link): string | undefined => {
    const head = heads.get(link.dutyId);
    const problem = head ? linkProblem(link, head) : startProblem(link, manifest);
    if (problem !== undefined || !head || manifest?.order === undefined) return problem;
    return current === link.dutyId
      ? undefined
      : 'records of another duty stand between it and the one before it';
  };

  return {
    add: (link, line) => {
      const { dutyId, seq, hash, seal } = link;
      const problem = placeProblem(link);
      if (problem !== undefined) return problem;
      if (!heads.has(dutyId) && current !== undefined && placeOf(dutyId) < placeOf(current)) {
        misplaced ??= {
          line,
          dutyId,
          seq,
          problem: 'its duty changed places with another in the file',
        };
      }
      heads.set(dutyId, { seq, hash, line, seal: seal?.hash });
      order.update(hash);
      current = dutyId;
      records += 1;
      return undefined;
    },
    compare: (sound, line) => {
      const fault = headFault(heads, sound, line);
      if (fault) return fault;
      if (records !== sound.records) {
        const problem = `the manifest says ${String(sound.records)} records, the file has ${String(records)}`;
        return { line, problem };
      }
      if (sound.about && misplaced) return misplaced;
      if (sound.order === undefined || sound.order === order.digest('hex')) return undefined;
      return misplaced ?? { line, problem: 'records changed places in the file' };
    },
  };
}

/** An export goes partition by partition, which is the third sign of an id, and by id in each. */
const placeOf = (dutyId: string): string => `${dutyId[2] ?? ''}${dutyId}`;

function startProblem(link: Link, manifest: Manifest | undefined): string | undefined {
  const { dutyId, seq, prev, seal } = link;
  if (manifest && !manifest.heads.has(dutyId))
    return 'the manifest does not know its duty: it was added';
  if (manifest && seal && !manifest.about)
    return 'it has a seal, and the manifest is not the one of an export with seals: it was replaced';
  const start = manifest ? (manifest.starts.get(dutyId) ?? 1) : seq;
  if (manifest && start > 1 && !manifest.begins)
    return 'the manifest lets its duty begin later, though the file has no first day';
  if (seq > start) return `record ${String(start)} of this duty is missing or stands elsewhere`;
  if (seq < start) return `the manifest says that this duty begins with record ${String(start)}`;
  if (seq !== 1) return undefined;
  if (prev !== beforeFirst) return 'prev of a first record must be 64 zeros';
  return seal && seal.prev !== beforeFirst
    ? 'the seal of a first record must follow 64 zeros'
    : undefined;
}

function linkProblem({ seq, prev, seal }: Link, head: Head): string | undefined {
  if (seq > head.seq + 1) {
    return `record ${String(head.seq + 1)} of this duty is missing or stands elsewhere`;
  }
  if (seq <= head.seq) {
    return `it stands twice or in the wrong place: record ${String(head.seq)} stands before it on line ${String(head.line)}`;
  }
  if (prev !== head.hash) {
    return `prev is not the hash of the record before it on line ${String(head.line)}: one of the two was replaced`;
  }
  if (!seal) {
    return head.seal === undefined
      ? undefined
      : 'it has no seal, though the record before it has one';
  }
  // A chain from before there were seals goes on: its first seal follows the last record without one.
  return seal.prev === (head.seal ?? head.hash)
    ? undefined
    : `its seal does not follow the one of the record before it on line ${String(head.line)}`;
}

/** Compares the ends of the chains; of several that differ the first in the file is named. */
function headFault(
  heads: ReadonlyMap<string, Head>,
  manifest: Manifest,
  line: number,
): Fault | undefined {
  const cut = [...heads]
    .filter(([dutyId, { hash }]) => manifest.heads.get(dutyId) !== hash)
    .map(([dutyId, head]) => ({ dutyId, line: head.line, seq: head.seq }))
    .sort((one, other) => one.line - other.line)
    .at(0);
  if (cut) {
    const problem =
      'the manifest has another last record for this duty: what followed was taken out or added';
    return { ...cut, problem };
  }
  const lost = [...manifest.heads.keys()].find((dutyId) => !heads.has(dutyId));
  if (lost === undefined) return undefined;
  return {
    line,
    dutyId: lost,
    problem: 'the manifest names this duty, but the file has no record of it',
  };
}
