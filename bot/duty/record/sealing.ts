import { createHmac } from 'node:crypto';
import type { Json } from '../../kinds/kind.ts';
import { canonical, sha256 } from './canonical.ts';
import { isList, isMembers } from './json.ts';

/**
 * How a record is bound without holding what a person may have erased. Each name and each text is a field
 * that the seal knows by a salted hash only; the salt is the opening that shows what the field held. Where
 * the opening is gone, the salted hash remains, and the seal still holds.
 */

/** Of each field, by JSON pointer (RFC 6901), the salt that opens it; only its salted hash where it was erased. */
export type Openings = Readonly<Record<string, Opened>>;
export type Opened = string | { readonly c: string };

/** A record's place in the chain of seals. */
export interface Seal {
  readonly prev: string;
  readonly hash: string;
}

// What is written out in the seal: days, instants, ids of duties and hashes, and the words below.
const plainForm =
  /^(\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?Z)?|d[0-9a-f]{24}|[0-9a-f]{64}|F-\d{1,4}|)$/;
const plainWords: ReadonlySet<string> = new Set([
  ...['fulfilled', 'problem', 'unable', 'card', 'chat', 'earlier', 'too-late', 'withdrawn'],
  ...['hand-over', 'cannot-judge', 'left', 'away', 'verified', 'corrected', 'accepted'],
  ...['not-installed', 'blocked', 'refused', 'received', 'person', 'webhook', 'new-export'],
  ...['any', 'all', 'per-process', 'four-eyes', 'privacy', 'security', 'contracts', 'access'],
  ...['keep', 'remove', 'change', 'unknown', 'yes', 'no', 'send', 'edit'],
  ...['question', 'step', 'survey', 'nl', 'en'],
]);
const isPlain = (text: string): boolean => plainForm.test(text) || plainWords.has(text);
// A name of a member that the program wrote; any other may be somebody's text.
const ownName = /^[a-z][A-Za-z0-9]{0,39}$/;

const step = (name: string): string =>
  /[~/]/.test(name) ? `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}` : `/${name}`;
const readSteps = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((name) => (name.includes('~') ? name.replaceAll('~1', '/').replaceAll('~0', '~') : name));

// The same few dozen pointers stand in a hundred thousand records; an endless number of them is not kept.
const mostKnown = 2000;
const knownSteps = new Map<string, readonly string[]>();

/** The names of a pointer, from the outside in. */
function stepsOf(pointer: string): readonly string[] {
  const known = knownSteps.get(pointer);
  if (known) return known;
  const steps = readSteps(pointer);
  if (knownSteps.size < mostKnown) knownSteps.set(pointer, steps);
  return steps;
}

const holdsText = (value: Json): boolean => {
  if (typeof value === 'string') return !isPlain(value);
  if (isList(value)) return value.some(holdsText);
  if (!isMembers(value)) return false;
  return Object.entries(value).some(([name, member]) => !ownName.test(name) || holdsText(member));
};

/** The pointers of a value's fields: texts, and whole elements of lists such as an account or a decision. */
function fieldsOf(value: Json, at: string): readonly string[] {
  if (!holdsText(value)) return [];
  if (isList(value)) {
    return value.flatMap((element, index) =>
      holdsText(element) ? [`${at}/${String(index)}`] : [],
    );
  }
  if (!isMembers(value) || Object.keys(value).some((name) => !ownName.test(name))) return [at];
  return Object.entries(value).flatMap(([name, member]) => fieldsOf(member, at + step(name)));
}

/** The salt of a field: 16 bytes as hex, from the key of its record. */
const saltFor = (key: string, pointer: string): string =>
  createHmac('sha256', key).update(pointer).digest('hex').slice(0, 32);

/** The salted hash by which a seal knows a field. */
export const saltedHash = (path: string, salt: string, value: Json): string =>
  sha256(
    `{"path":${JSON.stringify(path)},"salt":${JSON.stringify(salt)},"value":${canonical(value)}}`,
  );

/** What a pointer points at; undefined where nothing is. */
export function valueAt(root: Json, pointer: string): Json | undefined {
  let value: Json | undefined = root;
  for (const name of stepsOf(pointer)) {
    if (value === undefined) return undefined;
    if (isList(value)) value = /^(0|[1-9]\d*)$/.test(name) ? value[Number(name)] : undefined;
    else value = isMembers(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }
  return value;
}

/** A value with others at some pointers; a pointer to nothing changes nothing. */
export const withFields = (value: Json, fields: ReadonlyMap<string, Json>, at = ''): Json =>
  changedAt(value, changing(fields), at);

function changing(fields: ReadonlyMap<string, Json>): Changing {
  const ways = new Set<string>();
  for (const pointer of fields.keys())
    for (
      let end = pointer.length;
      end >= 0;
      end = end === 0 ? -1 : pointer.lastIndexOf('/', end - 1)
    )
      ways.add(pointer.slice(0, end));
  return { fields, ways };
}

interface Changing {
  readonly fields: ReadonlyMap<string, Json>;
  /** The pointers of the fields and of everything around them: the rest stays as it is. */
  readonly ways: ReadonlySet<string>;
}

function changedAt(value: Json, changing: Changing, at: string): Json {
  if (!changing.ways.has(at)) return value;
  const given = changing.fields.get(at);
  if (given !== undefined) return given;
  if (isList(value)) {
    return value.map((element, index) => changedAt(element, changing, `${at}/${String(index)}`));
  }
  if (!isMembers(value)) return value;
  const changed: Record<string, Json> = {};
  for (const name of Object.keys(value))
    define(changed, name, changedAt(value[name] ?? null, changing, at + step(name)));
  return changed;
}

/** Sets a member, also one of the name that would set the prototype. */
function define(object: Record<string, Json>, name: string, value: Json): void {
  if (name !== '__proto__') object[name] = value;
  else
    Object.defineProperty(object, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
}

/** What a seal is made of: the members of a record that have their place in it. */
export interface Sealable {
  readonly dutyId: string;
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly by?: { readonly aadObjectId: string | null; readonly name: string | null };
  readonly who?: string;
  readonly kind: string;
  readonly system: string;
  readonly reference: string;
  readonly outcome?: string;
  readonly data: Json;
}

/** The record as its seal holds it: every field `null`, and the hash over their salted hashes. */
export interface SealedRow {
  readonly v: 2;
  readonly sealed: string;
  readonly prev: string;
  readonly hash: string;
  readonly [member: string]: Json | undefined;
}

/** The openings of a record that nobody has opened yet; `key` is any text that cannot be guessed. */
export function openingsFor({ by, data }: Pick<Sealable, 'by' | 'data'>, key: string): Openings {
  const pointers = [...(by ? ['/by/aadObjectId', '/by/name'] : []), ...fieldsOf(data, '/data')];
  return Object.fromEntries(pointers.map((pointer) => [pointer, saltFor(key, pointer)]));
}

/** Why the openings of a record do not fit it; undefined where they do. */
export function openingProblem(record: Sealable, open: Openings): string | undefined {
  const root = contentOf(record);
  for (const [pointer, opened] of Object.entries(open)) {
    const value = valueAt(root, pointer);
    if (value === undefined || !/^\/(by|data)(\/|$)/.test(pointer))
      return `it has no field ${placeOf(pointer)}`;
    if (typeof opened !== 'string' && value !== null)
      return `its field ${placeOf(pointer)} was erased, yet is there`;
  }
  return undefined;
}

const placeOf = (pointer: string): string => JSON.stringify(pointer.slice(0, 60));

/** Seals a record: its row in the chain of seals, which holds no name and no text. */
export function sealedRow(record: Sealable, open: Openings, prev: string): SealedRow {
  const root = contentOf(record);
  const hashes: Record<string, string> = {};
  const fields = new Map<string, null>();
  for (const pointer of Object.keys(open)) {
    const opened = open[pointer] ?? '';
    hashes[pointer] =
      typeof opened === 'string'
        ? saltedHash(pointer, opened, valueAt(root, pointer) ?? null)
        : opened.c;
    fields.set(pointer, null);
  }
  // In the order of the canonical form, so that it is written at once.
  const { by, data } = root;
  const emptied = changing(fields);
  const { at, dutyId, kind, outcome, reference, seq, system, type, who } = record;
  const unhashed = {
    at,
    ...(by === undefined ? {} : { by: changedAt(by, emptied, '/by') }),
    data: changedAt(data, emptied, '/data'),
    ...{ dutyId, kind },
    ...(outcome === undefined ? {} : { outcome }),
    ...{ prev, reference, sealed: sha256(canonical(hashes)), seq, system, type, v: 2 as const },
    ...(who === undefined ? {} : { who }),
  };
  return { ...unhashed, hash: sha256(canonical(unhashed)) };
}

/** The members that hold fields, as JSON: openings point into them and into nothing else. */
function contentOf({ by, data }: Pick<Sealable, 'by' | 'data'>): {
  readonly data: Json;
  readonly by?: Json;
} {
  if (!by) return { data };
  const { aadObjectId, name } = by;
  return { by: { aadObjectId, name }, data };
}
