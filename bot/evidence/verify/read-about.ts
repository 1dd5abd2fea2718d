import { format } from '../../features/evidence/format.ts';
import { isInstant } from './check-record.ts';
import type { Members } from './read-line.ts';
import { isMembers } from './read-line.ts';

/** What a file in the present form says of itself, beside what every file says. */
export interface About {
  readonly tenant: string;
  readonly environment: 'production' | 'development';
  readonly asOf: string;
  readonly software: string;
  readonly extent: FileExtent;
  readonly byKind: ReadonlyMap<string, { readonly chains: number; readonly records: number }>;
  readonly people: number;
  /** Only what this vendor opened. */
  readonly vendor?: string;
  /** Roles stand in the place of names, so that no line fits its hash. */
  readonly namesWithheld: boolean;
  /** What was wrong with the store when the file was made. */
  readonly problems: readonly StoreProblem[];
  readonly log?: LogText;
}

export interface FileExtent {
  readonly from?: string;
  readonly to?: string;
  readonly kind?: string;
}

export interface StoreProblem {
  readonly dutyId: string;
  readonly seq?: number;
  readonly problem: string;
}

export interface LogText {
  readonly statements: readonly LogStatement[];
  readonly checkpoints: readonly string[];
}

export interface LogStatement {
  readonly duty: string;
  readonly kind: string;
  readonly opened?: string;
  readonly seq: number;
  readonly hash: string;
  /** When the chain was taken away after its term, and how many days it had been kept at least. */
  readonly removed?: string;
  readonly kept?: number;
}

export const aboutMembers = [
  ...['format', 'tenant', 'environment', 'asOf', 'software', 'byKind', 'people'],
  ...['problems', 'problemCount', 'log', 'vendor', 'namesWithheld'],
];

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

/** Reads those members of a manifest; a text says what is wrong with them. */
export function readAbout(members: Members): About | string {
  const { tenant, environment, asOf, software, people, vendor, namesWithheld } = members;
  if (members['format'] !== format) return 'it has another form';
  if (!isText(tenant) || !isText(software)) return 'it does not say whose it is, or what made it';
  if (environment !== 'production' && environment !== 'development')
    return 'it does not say whether it is of production';
  if (!isInstant(asOf) || !isCount(people))
    return 'it does not say of when it is, or of how many people';
  const told = namesWithheld === undefined || namesWithheld === true;
  if (!told || !(vendor === undefined || isText(vendor)))
    return 'it does not say whose duties it holds, or whether with names';
  const extent = readExtent(members['extent']);
  const byKind = readKinds(members['byKind']);
  const problems = readProblems(members['problems']);
  const log = readLog(members['log']);
  if (!extent || !byKind || !problems)
    return 'its extent, kinds or problems are not what they must be';
  if (log === 'wrong') return 'its log is not what it must be';
  return {
    ...{ tenant, environment, asOf, software, extent, byKind, people, problems },
    namesWithheld: namesWithheld === true,
    ...(vendor === undefined ? {} : { vendor }),
    ...(log ? { log } : {}),
  };
}

function readExtent(value: unknown): FileExtent | undefined {
  if (!isMembers(value)) return undefined;
  const { from, to, kind, ...more } = value;
  const right =
    (from === undefined || isInstant(from)) &&
    (to === undefined || isInstant(to)) &&
    (kind === undefined || isText(kind)) &&
    Object.keys(more).length === 0;
  if (!right) return undefined;
  return {
    ...(isText(from) ? { from } : {}),
    ...(isText(to) ? { to } : {}),
    ...(isText(kind) ? { kind } : {}),
  };
}

function readKinds(value: unknown): About['byKind'] | undefined {
  if (!isMembers(value)) return undefined;
  const kinds = new Map<string, { chains: number; records: number }>();
  for (const [kind, counted] of Object.entries(value)) {
    if (!isMembers(counted)) return undefined;
    const { chains, records } = counted;
    if (!isCount(chains) || !isCount(records)) return undefined;
    kinds.set(kind, { chains, records });
  }
  return kinds;
}

function readProblems(value: unknown): readonly StoreProblem[] | undefined {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return undefined;
  return value.map((told: unknown) => {
    const { dutyId, seq, problem } = isMembers(told) ? told : {};
    return {
      dutyId: isText(dutyId) ? dutyId : '',
      ...(isCount(seq) ? { seq } : {}),
      problem: isText(problem) ? problem : 'something was wrong',
    };
  });
}

function readLog(value: unknown): LogText | undefined | 'wrong' {
  if (value === undefined) return undefined;
  if (!isMembers(value)) return 'wrong';
  const { statements, checkpoints, ...more } = value;
  if (!Array.isArray(statements) || !Array.isArray(checkpoints)) return 'wrong';
  const sound =
    statements.every(isStatement) && checkpoints.every(isText) && Object.keys(more).length === 0;
  return sound ? { statements, checkpoints } : 'wrong';
}

/** Reads what is said to be a statement of the log. */
function isStatement(value: unknown): value is LogStatement {
  if (!isMembers(value)) return false;
  const { duty, kind, opened, seq, hash, removed, kept, ...more } = value;
  return (
    [duty, kind].every(isText) &&
    (opened === undefined || isInstant(opened)) &&
    (removed === undefined
      ? kept === undefined
      : isInstant(removed) && isCount(kept) && isInstant(opened)) &&
    isCount(seq) &&
    typeof hash === 'string' &&
    /^[0-9a-f]{64}$/.test(hash) &&
    Object.keys(more).length === 0
  );
}
