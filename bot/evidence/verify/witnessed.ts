import { canonical } from '../../duty/record/canonical.ts';
import type { Checkpoint } from '../../features/evidence/log/checkpoint.ts';
import { readCheckpoint } from '../../features/evidence/log/checkpoint.ts';
import { appended, emptyFrontier, leafHash, rootOf } from '../../features/evidence/log/merkle.ts';
import type { Link } from './check-record.ts';
import type { About, LogStatement } from './read-about.ts';

const dayBefore = 24 * 3600 * 1000;
const minutesAfter = 5 * 60 * 1000;

/** How far the log of evidence speaks for a file. */
export interface Witnessed {
  /** Tells what the log says otherwise of a record. */
  readonly add: (link: Link) => string | undefined;
  /** After the last record: what the log speaks of and the file does not hold. */
  readonly problem: () => string | undefined;
  /** Whether the log had this root when it had this size. */
  readonly had: (checkpoint: Pick<Checkpoint, 'size' | 'root'>) => boolean;
  readonly size: number;
  /** The last checkpoint that the file itself holds. */
  readonly last?: Checkpoint;
  /** Records that no checkpoint covers yet. */
  readonly open: () => number;
  /** Duties that the log says were taken away because their term was over. */
  readonly removed: number;
}

interface Said {
  readonly seq: number;
  readonly hash: string;
  /** Which checkpoint of the file is the first that covers it. */
  readonly first: number;
}

/** Reads the log of a file; a text says why it is none. */
export function readWitnessed(about: About): Witnessed | string {
  const statements = about.log?.statements ?? [];
  const roots = rootsOf(statements);
  const read = readCheckpoints(about);
  if (typeof read === 'string') return read;
  const had = ({ size, root }: Pick<Checkpoint, 'size' | 'root'>): boolean =>
    roots(size)?.equals(root) === true;
  const wrong = read.findIndex((checkpoint) => !had(checkpoint));
  if (wrong !== -1) return `checkpoint ${wrong + 1} does not fit the log: it was changed`;
  const said = spoken(statements, read);
  const removed = readRemoved(statements, { said, checkpoints: read }, about);
  if (typeof removed === 'string') return removed;
  const met = new Set<string>();
  const timed = about.environment === 'production';
  let open = 0;
  const last = read.at(-1);
  return {
    had,
    size: statements.length,
    ...(last ? { last } : {}),
    open: () => open,
    removed: removed.size,
    add: ({ dutyId, seq, at, seal }) => {
      if (removed.has(dutyId)) return 'the log says that its duty was taken away after its term';
      const words = said.get(dutyId) ?? [];
      const exact = words.find((word) => word.seq === seq);
      if (exact && exact.hash !== seal?.hash) return 'the log knows another record in its place';
      if (exact) met.add(`${dutyId}|${seq}`);
      const covering = words.find((word) => word.seq >= seq);
      if (!covering || covering.first >= read.length) open += 1;
      return timed && covering ? lateProblem(Date.parse(at), covering.first, read) : undefined;
    },
    problem: () => {
      const whole = about.vendor === undefined && Object.keys(about.extent).length === 0;
      const held = new Set([...met].map((key) => key.split('|')[0]));
      for (const [duty, words] of said) {
        if (removed.has(duty) || (!whole && !held.has(duty))) continue;
        const lost = words.find(({ seq }) => !met.has(`${duty}|${seq}`));
        if (lost)
          return `the log knows record ${lost.seq} of duty ${duty}, the file does not hold it`;
      }
      return undefined;
    },
  };
}

// Whatever term is set, no evidence goes within a year.
const shortestTerm = 365;

/**
 * The duties whose chains were taken away after their term, as the log says; a text where that cannot be so. It is
 * the last that is said of them, and of a moment that fits the checkpoints around it.
 */
function readRemoved(
  statements: readonly LogStatement[],
  {
    said,
    checkpoints,
  }: {
    readonly said: ReadonlyMap<string, readonly Said[]>;
    readonly checkpoints: readonly Checkpoint[];
  },
  { environment }: About,
): ReadonlySet<string> | string {
  const removed = new Set<string>();
  const timed = environment === 'production';
  const wrong = (duty: string): string => `the log cannot have taken duty ${duty} away`;
  for (const { duty, opened = '', seq, hash, removed: at, kept = 0 } of statements) {
    if (removed.has(duty)) return wrong(duty);
    if (at === undefined) continue;
    removed.add(duty);
    const words = said.get(duty) ?? [];
    const same = words.every((word) => word.seq < seq || (word.seq === seq && word.hash === hash));
    const isOver = Date.parse(at) - Date.parse(opened) >= kept * dayBefore;
    const first = words.at(-1)?.first ?? checkpoints.length;
    const late = timed && lateProblem(Date.parse(at), first, checkpoints) !== undefined;
    if (!same || kept < shortestTerm || (timed && !isOver) || late) return wrong(duty);
  }
  return removed;
}

/** V7: what is first witnessed by a checkpoint happened after the one before it, and before this one. */
function lateProblem(
  at: number,
  first: number,
  checkpoints: readonly Checkpoint[],
): string | undefined {
  const [before, by] = [checkpoints[first - 1], checkpoints[first]];
  const early = before && at < Date.parse(before.at) - dayBefore;
  const late = by && at > Date.parse(by.at) + minutesAfter;
  return early === true || late === true
    ? 'it was entered later than it says: the log first knew it at another time'
    : undefined;
}

function readCheckpoints({ log, tenant }: About): readonly Checkpoint[] | string {
  const read: Checkpoint[] = [];
  for (const [at, text] of (log?.checkpoints ?? []).entries()) {
    const reading = readCheckpoint(text);
    if (!reading.ok) return `checkpoint ${at + 1}: ${reading.problem}`;
    const { checkpoint } = reading;
    const before = read.at(-1);
    if (checkpoint.origin.split('/')[1] !== tenant)
      return `checkpoint ${at + 1} is of another tenant`;
    if (before && (checkpoint.size < before.size || checkpoint.origin !== before.origin))
      return `checkpoint ${at + 1} does not follow the one before it`;
    read.push(checkpoint);
  }
  return read;
}

/** What the log says of each duty, in the order of the log; it may say the same again. */
function spoken(
  statements: readonly LogStatement[],
  checkpoints: readonly Checkpoint[],
): ReadonlyMap<string, readonly Said[]> {
  const said = new Map<string, Said[]>();
  let first = 0;
  for (const [index, { duty, seq, hash }] of statements.entries()) {
    while (first < checkpoints.length && (checkpoints[first]?.size ?? 0) <= index) first += 1;
    const words = said.get(duty) ?? [];
    words.push({ seq, hash, first });
    said.set(duty, words);
  }
  return said;
}

/** The root of the log at any size; asked in growing order, each statement is hashed once. */
function rootsOf(statements: readonly LogStatement[]): (size: number) => Buffer | undefined {
  let frontier = emptyFrontier;
  return (size) => {
    if (!Number.isSafeInteger(size) || size < 0 || size > statements.length) return undefined;
    if (size < frontier.size) frontier = emptyFrontier;
    for (const statement of statements.slice(frontier.size, size)) {
      frontier = appended(frontier, leafHash(Buffer.from(canonical(statement), 'utf8')));
    }
    return rootOf(frontier);
  };
}
