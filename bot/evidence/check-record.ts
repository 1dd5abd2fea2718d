import type { Outcome } from '../kinds/kind.ts';
import { hashOf, recordTypes } from '../duty/record.ts';
import type { Members } from './read-line.ts';
import { isMembers } from './read-line.ts';

/** What the chain needs to know of a record that is sound in itself. */
export interface Link {
  readonly dutyId: string;
  readonly seq: number;
  readonly prev: string;
  readonly hash: string;
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
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

const isText = (value: unknown): value is string => typeof value === 'string';
const isHash = (value: unknown): value is string => isText(value) && hashPattern.test(value);
const isPerson = (value: unknown): boolean =>
  isMembers(value) && isText(value['aadObjectId']) && isText(value['name']);

/** Checks one record by itself: its hash first, then whether every member is what the contract says. */
export function readRecord(members: Members): RecordReading {
  const { dutyId, seq, prev, hash } = members;
  const unsound = hashProblem(members);
  if (unsound !== undefined) return { ok: false, problem: unsound };
  const wrong = checks.find(([name, right]) => !right(members[name]));
  if (wrong)
    return { ok: false, problem: `its member ${wrong[0]} is missing or not what it must be` };
  // The checks above say the same; the compiler cannot see it.
  if (!isText(dutyId) || typeof seq !== 'number' || !isText(prev) || !isText(hash)) {
    return { ok: false, problem: 'it is not a record' };
  }
  return { ok: true, link: { dutyId, seq, prev, hash } };
}

/** Tells why the hash of an object is not the one it carries; undefined when it is. */
export function hashProblem(members: Members): string | undefined {
  try {
    if (hashOf(members) === members['hash']) return undefined;
  } catch {
    // Such as 1e400, a number for JSON and none for a computer, or nesting beyond all measure.
    return 'it has no canonical form, so no hash can belong to it';
  }
  return 'its content does not match its hash';
}

const checks: readonly (readonly [string, (value: unknown) => boolean])[] = [
  ['v', (v) => v === 1],
  ['dutyId', (id) => isText(id) && id !== ''],
  ['seq', (seq) => Number.isSafeInteger(seq) && Number(seq) >= 1],
  ['type', (type) => types.includes(type)],
  ['at', (at) => isText(at) && instantPattern.test(at) && !Number.isNaN(Date.parse(at))],
  ['by', (by) => by === undefined || isPerson(by)],
  ['kind', isText],
  ['system', isText],
  ['reference', isText],
  ['outcome', (outcome) => outcome === undefined || outcomes.includes(outcome)],
  ['data', (data) => data !== undefined],
  ['prev', isHash],
  ['hash', isHash],
];
