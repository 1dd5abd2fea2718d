import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Held } from './against.ts';
import { createComparison } from './against.ts';
import type { Chains, Fault } from './chains.ts';
import { createChains } from './chains.ts';
import { readRecord } from './check-record.ts';
import type { Contents, Counted } from './contents.ts';
import { createContents } from './contents.ts';
import type { Line } from '../../files/lines.ts';
import { linesOf } from '../../files/lines.ts';
import type { Manifest } from './manifest.ts';
import { isManifest, readManifest, respelled } from './manifest.ts';
import type { About, StoreProblem } from './read-about.ts';
import type { LineReading, Members } from './read-line.ts';
import { readLine } from './read-line.ts';
import type { Witnessed } from './witnessed.ts';
import { readWitnessed } from './witnessed.ts';

export type { Fault } from './chains.ts';

/** What a whole file holds, and how far others can tell that it is the whole truth. */
/** A time stamp whose signature fits, and by whom it says to be. */
export interface Stamped {
  readonly at: string;
  readonly authority: string;
  /** The SHA-256 of the certificate. */
  readonly certificate: string;
}

export interface Whole {
  readonly type: 'whole';
  readonly records: number;
  readonly duties: number;
  /** The hash of the manifest: whoever noted it elsewhere can tell that this is the same file. */
  readonly hash: string;
  /** What a file in the present form says of itself. */
  readonly about?: About;
  readonly counted?: Counted;
  /** The last checkpoint in the file: until when, and how many records came later. */
  readonly witnessed?: { readonly until?: string; readonly open: number; readonly removed: number };
  /** With how many notes and files that were held elsewhere it agrees. */
  readonly agrees: number;
  /** The time stamps of a dossier. */
  readonly stamps?: readonly Stamped[];
}

export type Verdict =
  | Whole
  | { readonly type: 'tampered'; readonly fault: Fault }
  /** The file is as it was written, but the store was not whole then. */
  | { readonly type: 'store-not-whole'; readonly problems: readonly StoreProblem[] }
  | { readonly type: 'unusable'; readonly reason: string };

/** Told how many lines of how many were verified. */
export type Step = (line: number, of: number) => void;

/** Verifies a file of evidence with nothing but the file, and what was held elsewhere. */
export async function verifyFile(
  path: string,
  held: readonly Held[] = [],
  step?: Step,
): Promise<Verdict> {
  try {
    if (!(await stat(path)).isFile()) return { type: 'unusable', reason: 'is not a file' };
    const read = () => createReadStream(path, { highWaterMark: 1024 * 1024 });
    return await verifyEvidence(read, held, step);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const reason =
      error.code === 'ENOENT' ? 'does not exist' : `cannot be read (${String(error.code)})`;
    return { type: 'unusable', reason };
  }
}

/**
 * Verifies evidence that can be read twice: first for its manifest, which stands at the end and says
 * what the file is to hold, then record by record. The first record that is wrong is the one that is named.
 */
export async function verifyEvidence(
  read: () => AsyncIterable<Buffer>,
  held: readonly Held[] = [],
  step?: Step,
): Promise<Verdict> {
  const ends = await readEnds(read());
  if (!ends) return { type: 'unusable', reason: 'is empty' };
  if (!isEvidence(ends)) {
    return { type: 'unusable', reason: 'is not evidence: it must have one JSON object a line' };
  }
  const last = readManifest(readLine(ends.last));
  const manifest = last.type === 'sound' ? last.manifest : undefined;
  if (manifest?.about?.namesWithheld === true) return { type: 'unusable', reason: withheld };
  const checks = checksFor(manifest, held);
  if ('problem' in checks) return tampered({ line: ends.lines, problem: checks.problem });
  let line = 0;
  for await (const written of linesOf(read())) {
    line += 1;
    step?.(line, ends.lines);
    if (line === ends.lines && last.type !== 'none') break;
    const fault = faultIn(readLine(written), line, checks);
    if (fault) return tampered(fault);
  }
  if (last.type === 'unsound') return tampered({ line, problem: last.problem });
  if (!manifest) {
    const problem = 'the last line is not a manifest: the end of the file is missing';
    return tampered({ line, problem });
  }
  return verdictOf(manifest, checks, line);
}

const withheld =
  'has roles in the place of names, so that it cannot prove itself: ask for the evidence with names';

const tampered = (fault: Fault): Verdict => ({ type: 'tampered', fault });

interface Checks {
  readonly manifest: Manifest | undefined;
  readonly chains: Chains;
  readonly contents: Contents | undefined;
  readonly witnessed: Witnessed | undefined;
  readonly comparison: ReturnType<typeof createComparison>;
  readonly held: readonly Held[];
}

function checksFor(
  manifest: Manifest | undefined,
  held: readonly Held[],
): Checks | { readonly problem: string } {
  const about = manifest?.about;
  const witnessed = about && readWitnessed(about);
  if (typeof witnessed === 'string') return { problem: witnessed };
  return {
    manifest,
    chains: createChains(manifest),
    contents: about && createContents(about),
    witnessed,
    comparison: createComparison({ about, witnessed }, held),
    held,
  };
}

function verdictOf(manifest: Manifest, checks: Checks, line: number): Verdict {
  const { chains, contents, witnessed, comparison, held } = checks;
  const fault = chains.compare(manifest, line) ?? contents?.compare(line);
  if (fault) return tampered(fault);
  const problem = witnessed?.problem() ?? comparison.problem();
  if (problem !== undefined) return tampered({ line, problem });
  const { records, heads, hash, about } = manifest;
  if (about && about.problems.length > 0)
    return { type: 'store-not-whole', problems: about.problems };
  return {
    type: 'whole',
    ...{ records, duties: heads.size, hash, agrees: held.length },
    ...(about ? { about } : {}),
    ...(contents ? { counted: contents.counted() } : {}),
    ...(witnessed ? { witnessed: untilWhen(witnessed) } : {}),
  };
}

const untilWhen = ({ last, open, removed }: Witnessed): NonNullable<Whole['witnessed']> => ({
  ...(last ? { until: last.at } : {}),
  open: open(),
  removed,
});

/** Checks one line before the last and adds it to the chains. */
function faultIn(reading: LineReading, line: number, checks: Checks): Fault | undefined {
  if (!reading.ok) return { line, problem: reading.problem };
  const problem = recordProblem(reading, line, checks);
  return problem === undefined ? undefined : { line, ...nameOf(reading.members), problem };
}

function recordProblem(
  { members, exact }: Extract<LineReading, { ok: true }>,
  line: number,
  { chains, contents, witnessed, comparison, manifest }: Checks,
): string | undefined {
  if (isManifest(members)) return 'a manifest must be the last line: something was added after it';
  const record = readRecord(members, exact);
  if (!record.ok) return record.problem;
  if (manifest?.order !== undefined && exact === undefined) return `it ${respelled}`;
  const { link } = record;
  return (
    chains.add(link, line) ?? contents?.add(link) ?? witnessed?.add(link) ?? comparison.add(link)
  );
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
