import { hashProblem } from './check-record.ts';
import type { LineReading, Members } from './read-line.ts';
import { isMembers } from './read-line.ts';

/** The last line: what the file must hold. */
export interface Manifest {
  readonly records: number;
  /** The hash of the last record of each duty, in the order of the file as it was written. */
  readonly heads: ReadonlyMap<string, string>;
  /** The first number of each duty whose chain begins before the extent of the file. */
  readonly starts: ReadonlyMap<string, number>;
  /** The SHA-256 over the hashes of all records in the order of the file; files of others may lack it. */
  readonly order?: string;
  readonly hash: string;
}

export type ManifestReading =
  | { readonly type: 'sound'; readonly manifest: Manifest }
  | { readonly type: 'unsound'; readonly problem: string }
  /** The line is something else. */
  | { readonly type: 'none' };

export const isManifest = (members: Members): boolean => members['type'] === 'manifest';

/** Reads the last line of a file as its manifest. */
export function readManifest(reading: LineReading): ManifestReading {
  if (!reading.ok || !isManifest(reading.members)) return { type: 'none' };
  const { members, exact } = reading;
  const { records, order, hash } = members;
  const unsound = hashProblem(members);
  if (unsound !== undefined) return { type: 'unsound', problem: `the manifest: ${unsound}` };
  const heads = entriesOf(members['heads'], (head) => typeof head === 'string');
  const starts = entriesOf(members['starts'] ?? {}, (seq) => typeof seq === 'number');
  const ordered = order === undefined || typeof order === 'string';
  if (typeof records !== 'number' || typeof hash !== 'string' || !heads || !starts || !ordered) {
    return { type: 'unsound', problem: 'the manifest lacks what it must say' };
  }
  if (order !== undefined && !exact)
    return { type: 'unsound', problem: `the manifest ${respelled}` };
  const manifest = { records, heads, starts, hash, ...(order === undefined ? {} : { order }) };
  return { type: 'sound', manifest };
}

/** What is wrong with a line of our own export that somebody wrote anew. */
export const respelled =
  'means what its hash says, but is not written as the export writes it: use the file as it was exported';

function entriesOf<T>(
  value: unknown,
  right: (entry: unknown) => entry is T,
): Map<string, T> | undefined {
  if (!isMembers(value)) return undefined;
  const entries = new Map<string, T>();
  for (const [name, entry] of Object.entries(value)) {
    if (!right(entry)) return undefined;
    entries.set(name, entry);
  }
  return entries;
}
