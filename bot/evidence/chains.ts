import { createHash } from 'node:crypto';
import { beforeFirst } from '../duty/record.ts';
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
  const expected = manifest ? [...manifest.heads.keys()] : [];
  const order = createHash('sha256');
  let records = 0;
  let current: string | undefined;
  let misplaced: Fault | undefined;

  const placeProblem = (link: Link): string | undefined => {
    const head = heads.get(link.dutyId);
    if (!head) return startProblem(link, manifest);
    const problem = linkProblem(link, head);
    if (problem !== undefined || manifest?.order === undefined) return problem;
    return current === link.dutyId
      ? undefined
      : 'records of another duty stand between it and the one before it';
  };

  return {
    add: (link, line) => {
      const { dutyId, seq, hash } = link;
      const problem = placeProblem(link);
      if (problem !== undefined) return problem;
      if (!heads.has(dutyId) && expected[heads.size] !== dutyId) {
        misplaced ??= {
          line,
          dutyId,
          seq,
          problem: 'its duty changed places with another in the file',
        };
      }
      heads.set(dutyId, { seq, hash, line });
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
      if (sound.order === undefined || sound.order === order.digest('hex')) return undefined;
      // The manifest lists the duties in the order of the file, but its hash does not cover that.
      return misplaced ?? { line, problem: 'records changed places in the file' };
    },
  };
}

function startProblem(
  { dutyId, seq, prev }: Link,
  manifest: Manifest | undefined,
): string | undefined {
  if (manifest && !manifest.heads.has(dutyId))
    return 'the manifest does not know its duty: it was added';
  const start = manifest ? (manifest.starts.get(dutyId) ?? 1) : seq;
  if (seq > start) return `record ${String(start)} of this duty is missing or stands elsewhere`;
  if (seq < start) return `the manifest says that this duty begins with record ${String(start)}`;
  return seq === 1 && prev !== beforeFirst ? 'prev of a first record must be 64 zeros' : undefined;
}

function linkProblem({ seq, prev }: Link, head: Head): string | undefined {
  if (seq > head.seq + 1) {
    return `record ${String(head.seq + 1)} of this duty is missing or stands elsewhere`;
  }
  if (seq <= head.seq) {
    return `it stands twice or in the wrong place: record ${String(head.seq)} stands before it on line ${String(head.line)}`;
  }
  return prev === head.hash
    ? undefined
    : `prev is not the hash of the record before it on line ${String(head.line)}: one of the two was replaced`;
}

/** Compares the ends of the chains; of several that differ the first in the file is named. */
function headFault(
  heads: ReadonlyMap<string, Head>,
  manifest: Manifest,
  line: number,
): Fault | undefined {
  const cut = [...heads]
    .filter(([dutyId, { hash }]) => manifest.heads.get(dutyId) !== hash)
    .map(([dutyId, head]) => ({ dutyId, ...head }))
    .sort((one, other) => one.line - other.line)
    .at(0);
  if (cut) {
    const problem =
      'the manifest has another last record for this duty: what followed was taken out or added';
    return { line: cut.line, dutyId: cut.dutyId, seq: cut.seq, problem };
  }
  const lost = [...manifest.heads.keys()].find((dutyId) => !heads.has(dutyId));
  if (lost === undefined) return undefined;
  return {
    line,
    dutyId: lost,
    problem: 'the manifest names this duty, but the file has no record of it',
  };
}
