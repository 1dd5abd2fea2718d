import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Chains, Fault } from './chains.ts';
import { createChains } from './chains.ts';
import { readRecord } from './check-record.ts';
import type { Line } from './lines.ts';
import { linesOf } from './lines.ts';
import type { Manifest } from './manifest.ts';
import { isManifest, readManifest, respelled } from './manifest.ts';
import type { LineReading, Members } from './read-line.ts';
import { readLine } from './read-line.ts';

export type { Fault } from './chains.ts';

export type Verdict =
  | {
      readonly type: 'whole';
      readonly records: number;
      readonly duties: number;
      /** The hash of the manifest: whoever noted it elsewhere can tell that this is the same file. */
      readonly hash: string;
    }
  | { readonly type: 'tampered'; readonly fault: Fault }
  | { readonly type: 'unusable'; readonly reason: string };

/** Verifies a file of evidence with nothing but the file. */
export async function verifyFile(path: string): Promise<Verdict> {
  try {
    if (!(await stat(path)).isFile()) return { type: 'unusable', reason: 'is not a file' };
    return await verifyEvidence(() => createReadStream(path, { highWaterMark: 1024 * 1024 }));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const reason =
      error.code === 'ENOENT' ? 'does not exist' : `cannot be read (${String(error.code)})`;
    return { type: 'unusable', reason };
  }
}

/**
 * Verifies evidence that can be read twice: first for its manifest, which stands at the end and says
 * where chains begin, then record by record. The first record that is wrong is the one that is named.
 */
export async function verifyEvidence(read: () => AsyncIterable<Buffer>): Promise<Verdict> {
  const ends = await readEnds(read());
  if (!ends) return { type: 'unusable', reason: 'is empty' };
  if (!isEvidence(ends)) {
    return { type: 'unusable', reason: 'is not evidence: it must have one JSON object a line' };
  }
  const last = readManifest(readLine(ends.last));
  const manifest = last.type === 'sound' ? last.manifest : undefined;
  const chains = createChains(manifest);
  let line = 0;
  for await (const written of linesOf(read())) {
    line += 1;
    if (line === ends.lines && last.type !== 'none') break;
    const fault = faultIn(readLine(written), line, { chains, manifest });
    if (fault) return { type: 'tampered', fault };
  }
  if (last.type === 'unsound') return { type: 'tampered', fault: { line, problem: last.problem } };
  if (!manifest) {
    const problem = 'the last line is not a manifest: the end of the file is missing';
    return { type: 'tampered', fault: { line, problem } };
  }
  const fault = chains.compare(manifest, line);
  if (fault) return { type: 'tampered', fault };
  return {
    type: 'whole',
    records: manifest.records,
    duties: manifest.heads.size,
    hash: manifest.hash,
  };
}

/** Checks one line before the last and adds it to the chains. */
function faultIn(reading: LineReading, line: number, known: Known): Fault | undefined {
  if (!reading.ok) return { line, problem: reading.problem };
  const problem = recordProblem(reading, line, known);
  return problem === undefined ? undefined : { line, ...nameOf(reading.members), problem };
}

interface Known {
  readonly chains: Chains;
  readonly manifest: Manifest | undefined;
}

function recordProblem(
  { members, exact }: { members: Members; exact: boolean },
  line: number,
  { chains, manifest }: Known,
): string | undefined {
  if (isManifest(members)) return 'a manifest must be the last line: something was added after it';
  const record = readRecord(members);
  if (!record.ok) return record.problem;
  if (manifest?.order !== undefined && !exact) return `it ${respelled}`;
  return chains.add(record.link, line);
}

interface Ends {
  readonly first: Line;
  readonly last: Line;
  readonly lines: number;
}

async function readEnds(chunks: AsyncIterable<Buffer>): Promise<Ends | undefined> {
  let ends: Ends | undefined;
  for await (const line of linesOf(chunks)) {
    ends = { first: ends?.first ?? line, last: line, lines: (ends?.lines ?? 0) + 1 };
  }
  return ends;
}

/** False for a file of another sort. A record that was cut short is evidence, though not whole. */
const isEvidence = ({ first, last }: Ends): boolean => [first, last].some(mayBeEvidence);
const mayBeEvidence = (line: Line): boolean =>
  line !== 'too-long' && ['"dutyId"', '"heads"'].some((name) => line.includes(name));

/** Which record it is, as far as a record that may be wrong can tell. */
function nameOf({ dutyId, seq }: Members): Pick<Fault, 'dutyId' | 'seq'> {
  return {
    ...(typeof dutyId === 'string' ? { dutyId } : {}),
    ...(typeof seq === 'number' ? { seq } : {}),
  };
}
