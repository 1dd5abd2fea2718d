import { format } from '../../features/evidence/format.ts';
import { hashProblem } from './check-record.ts';
import type { About } from './read-about.ts';
import { aboutMembers, readAbout } from './read-about.ts';
import type { LineReading, Members } from './read-line.ts';
import { isMembers } from './read-line.ts';

/** The last line: what the file must hold. */
export interface Manifest {
  readonly records: number;
  /** The hash of the last record of each duty. */
  readonly heads: ReadonlyMap<string, string>;
  /** The first number of each duty whose chain begins before the extent of the file; older files only. */
  readonly starts: ReadonlyMap<string, number>;
  /** Whether the file says that it has an extent with a beginning: nothing else lets a chain begin later. */
  readonly begins: boolean;
  /** The SHA-256 over the hashes of all records in the order of the file; files of others may lack it. */
  readonly order?: string;
  readonly hash: string;
  /** What a file in the present form says of itself. */
  readonly about?: About;
}

export type ManifestReading =
  | { readonly type: 'sound'; readonly manifest: Manifest }
  | { readonly type: 'unsound'; readonly problem: string }
  /** The line is something else. */
  | { readonly type: 'none' };

export const isManifest = (members: Members): boolean => members['type'] === 'manifest';

const unsound = (problem: string): ManifestReading => ({ type: 'unsound', problem });
const plainMembers = ['type', 'records', 'heads', 'order', 'hash', 'extent'];

/** Reads the last line of a file as its manifest. */
export function readManifest(reading: LineReading): ManifestReading {
  if (!reading.ok || !isManifest(reading.members)) return { type: 'none' };
  const { members, exact } = reading;
  const { records, order, hash } = members;
  const wrong = hashProblem(members);
  if (wrong !== undefined) return unsound(`the manifest: ${wrong}`);
  const present = members['format'] === format;
  const known = [...plainMembers, ...(present ? aboutMembers : ['starts'])];
  const unknown = Object.keys(members).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    return unsound(
      `the manifest has a member ${JSON.stringify(unknown.slice(0, 40))} that is not its own`,
    );
  }
  const heads = entriesOf(members['heads'], (head) => typeof head === 'string');
  const starts = entriesOf(members['starts'] ?? {}, (seq) => typeof seq === 'number');
  const ordered = (order === undefined && !present) || typeof order === 'string';
  if (typeof records !== 'number' || typeof hash !== 'string' || !heads || !starts || !ordered) {
    return unsound('the manifest lacks what it must say');
  }
  if (order !== undefined && exact === undefined) return unsound(`the manifest ${respelled}`);
  const about = present ? readAbout(members) : undefined;
  if (typeof about === 'string') return unsound(`the manifest: ${about}`);
  const { extent } = members;
  return {
    type: 'sound',
    manifest: {
      ...{ records, heads, starts, hash },
      begins: isMembers(extent) && typeof extent['from'] === 'string',
      ...(typeof order === 'string' ? { order } : {}),
      ...(about ? { about } : {}),
    },
  };
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
