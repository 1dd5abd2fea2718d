import type { Json, Outcome } from '../../kinds/kind.ts';
import { sha256 } from '../../duty/record/canonical.ts';
import { hashOf, recordTypes } from '../../duty/record/record.ts';
import type { Openings, Sealable } from '../../duty/record/sealing.ts';
import { openingProblem, sealedRow } from '../../duty/record/sealing.ts';
import type { Members } from './read-line.ts';
import { isMembers } from './read-line.ts';

/** What the chain needs to know of a record that is sound in itself. */
export interface Link extends Sealable {
  readonly prev: string;
  readonly hash: string;
  /** Of a record with a seal: its place in the chain of seals, and its openings. */
  readonly seal?: { readonly prev: string; readonly hash: string };
  readonly open?: Openings;
  /** How many of its fields were erased. */
  readonly erased: number;
}

export type RecordReading =
  { readonly ok: true; readonly link: Link } | { readonly ok: false; readonly problem: string };

const outcomes: readonly unknown[] = [
  'fulfilled',
  'problem',
  'unable',
] satisfies readonly Outcome[];
const types: readonly unknown[] = recordTypes;
const hashPattern = /^[0-9a-f]{64}$/;
const saltPattern = /^[0-9a-f]{32}$/;
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

const isText = (value: unknown): value is string => typeof value === 'string';
const isHash = (value: unknown): value is string => isText(value) && hashPattern.test(value);
export const isInstant = (value: unknown): value is string =>
  isText(value) && instantPattern.test(value) && !Number.isNaN(Date.parse(value));

type Named = NonNullable<Sealable['by']>;
const isPerson = (value: unknown): value is Named => {
  if (!isMembers(value) || Object.keys(value).length !== 2) return false;
  const { aadObjectId, name } = value;
  return (isText(aadObjectId) && isText(name)) || (aadObjectId === null && name === null);
};
const isSeal = (value: unknown): value is NonNullable<Link['seal']> =>
  isMembers(value) &&
  Object.keys(value).length === 2 &&
  isHash(value['prev']) &&
  isHash(value['hash']);
const isErased = (value: unknown): boolean =>
  isMembers(value) && Object.keys(value).length === 1 && isHash(value['c']);
const isOpenings = (value: unknown): value is Openings =>
  isMembers(value) &&
  Object.values(value).every((one) => (isText(one) ? saltPattern.test(one) : isErased(one)));

const optional =
  (right: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === undefined || right(value);

const checks: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ['v', (v) => v === 1],
  ['dutyId', (id) => isText(id) && id !== ''],
  ['seq', (seq) => Number.isSafeInteger(seq) && Number(seq) >= 1],
  ['type', (type) => types.includes(type)],
  ['at', isInstant],
  ['by', optional(isPerson)],
  ['who', optional((who) => isText(who) && saltPattern.test(who))],
  ['kind', isText],
  ['system', isText],
  ['reference', isText],
  ['outcome', optional((outcome) => outcomes.includes(outcome))],
  ['data', (data) => data !== undefined],
  ['open', optional(isOpenings)],
  ['seal', optional(isSeal)],
  ['was', optional(isHash)],
  ['prev', isHash],
  ['hash', isHash],
]);

/**
 * Checks one record by itself: its hash first, then whether every member is what the contract says and
 * none is there that nobody knows, then its seal.
 */
export function readRecord(members: Members, exact?: string): RecordReading {
  const unsound = hashProblem(members, exact);
  if (unsound !== undefined) return { ok: false, problem: unsound };
  if (!isSound(members))
    return no(`its member ${wrongIn(members) ?? ''} is missing or not what it must be`);
  const unknown = Object.keys(members).find((name) => !checks.has(name));
  if (unknown !== undefined)
    return no(`its member ${JSON.stringify(unknown.slice(0, 40))} is not one of evidence`);
  const link = linkFrom(members);
  const problem = sealProblem(link);
  return problem === undefined ? { ok: true, link } : no(problem);
}

const no = (problem: string): RecordReading => ({ ok: false, problem });

/** Tells why the hash of an object is not the one it carries; undefined when it is. */
export function hashProblem(members: Members, exact?: string): string | undefined {
  const { hash } = members;
  try {
    // Written in canonical form, the line without its hash is what was hashed.
    const bare = isHash(hash) ? exact?.replace(`"hash":"${hash}",`, '') : undefined;
    const is = bare === undefined || bare === exact ? hashOf(members) : sha256(bare);
    if (is === hash) return undefined;
  } catch {
    // Such as 1e400, a number for JSON and none for a computer, or nesting beyond all measure.
    return 'it has no canonical form, so no hash can belong to it';
  }
  return 'its content does not match its hash';
}

/** What the checks show of a record. */
type Sound = Members &
  Omit<Link, 'erased' | 'data'> & { readonly data: Json; readonly was?: string };

/** The name of the first member that is not what it must be. */
function wrongIn(members: Members): string | undefined {
  for (const [name, right] of checks) if (!right(members[name])) return name;
  return undefined;
}
const isSound = (members: Members): members is Sound => wrongIn(members) === undefined;

function linkFrom({ was: _, ...members }: Sound): Link {
  let erased = 0;
  for (const opened of Object.values(members.open ?? {}))
    erased += typeof opened === 'string' ? 0 : 1;
  return { ...members, erased };
}

function sealProblem(link: Link): string | undefined {
  const { seal, open, by, who } = link;
  if (!seal && !open) {
    return who === undefined ? undefined : 'it names who acted, but has no seal';
  }
  if (!seal || !open) return 'it has a seal without openings, or openings without a seal';
  if ((by === undefined) !== (who === undefined))
    return 'it must say both who acted and by what name';
  const unfit = openingProblem(link, open);
  if (unfit !== undefined) return unfit;
  return sealedRow(link, open, seal.prev).hash === seal.hash
    ? undefined
    : 'its content does not match its seal';
}
