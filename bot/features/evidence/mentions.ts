import type { DutyId, TenantKey } from '../../duty/ids.ts';
import { parseDutyId } from '../../duty/ids.ts';
import type { EvidenceRecord } from '../../duty/record/record.ts';
import { valueAt } from '../../duty/record/sealing.ts';
import type { Json } from '../../kinds/kind.ts';
import type { EvidenceStore } from '../../ports/store.ts';
import type { Erasure, Sought } from './holdings.ts';
import { composed, fieldsNaming } from './holdings.ts';

/** One field of one record. */
export interface FieldRef {
  readonly duty: DutyId;
  readonly seq: number;
  readonly pointer: string;
}

/** A text in which a part of a name stands: whether it is that person's, a reader has to say. */
export interface Mention extends FieldRef {
  readonly around: string;
}

/** Reads `d…/3/data/values/note`: duty, number of the record, and where in it. */
export function parseFieldRef(written: string): FieldRef | undefined {
  const [duty, seq, ...place] = written.split('/');
  const id = parseDutyId(duty);
  const isPlace = place[0] === 'data' && place.length > 1;
  return id && seq !== undefined && /^[1-9]\d{0,7}$/.test(seq) && isPlace
    ? { duty: id, seq: Number(seq), pointer: `/${place.join('/')}` }
    : undefined;
}

/** What was recorded and is not erased: each field that is sealed by itself, and what stands in it. */
function* openFields({ by, data, open = {} }: EvidenceRecord): Generator<readonly [string, Json]> {
  const root: Json = { ...(by ? { by: { ...by } } : {}), data };
  for (const [pointer, key] of Object.entries(open)) {
    const value = typeof key === 'string' ? valueAt(root, pointer) : undefined;
    if (value !== undefined) yield [pointer, value];
  }
}

/** Each text within a value, and where it stands. */
function* textsWithin(value: Json, pointer: string): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [pointer, value];
  else if (typeof value === 'object' && value !== null)
    for (const [name, member] of Object.entries(value))
      yield* textsWithin(member, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
}

/** The text at a place of a record; undefined where there is none, or it was erased. */
function textIn(record: EvidenceRecord, place: string): string | undefined {
  for (const [pointer, value] of openFields(record))
    if (place === pointer || place.startsWith(`${pointer}/`))
      for (const [at, text] of textsWithin(value, pointer)) if (at === place) return text;
  return undefined;
}

/** The texts that stand in some fields; a field that has none says so. */
export async function textsOf(
  store: Pick<EvidenceStore, 'chain'>,
  tenant: TenantKey,
  fields: readonly FieldRef[],
): Promise<readonly (readonly [FieldRef, string | undefined])[]> {
  const told: (readonly [FieldRef, string | undefined])[] = [];
  for (const field of fields) {
    const { records } = await store.chain({ tenant, id: field.duty });
    const record = records.find(({ seq }) => seq === field.seq)?.record;
    told.push([field, record && textIn(record, field.pointer)]);
  }
  return told;
}

// Small words within a name say nobody, and one of two signs would be found in every text.
const particles = new Set(
  'van von der den ter ten het the del los las san saint sint bin ibn ben dos das und and'.split(
    ' ',
  ),
);
const shortestPart = 3;
const wordsAround = 40;
const isOfPeople = /\/(name|aadObjectId)$/;

/** The parts of names by which people call each other. */
function partsOf(names: Iterable<string>): ReadonlySet<string> {
  const words = [...names].flatMap(
    (name) =>
      composed(name)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
  return new Set(words.filter((word) => word.length >= shortestPart && !particles.has(word)));
}

/** Where a part of a name stands in a text, with the words around it. */
function aroundIn(text: string, parts: ReadonlySet<string>): string | undefined {
  const whole = composed(text);
  for (const found of whole.matchAll(/[\p{L}\p{N}]+/gu)) {
    const word = found[0].toLowerCase();
    if (!parts.has(word) && !(word.endsWith('s') && parts.has(word.slice(0, -1)))) continue;
    const [from, to] = [found.index - wordsAround, found.index + word.length + wordsAround];
    return `${from > 0 ? '…' : ''}${whole.slice(Math.max(0, from), to)}${to < whole.length ? '…' : ''}`;
  }
  return undefined;
}

/**
 * The fields of the evidence in which a part of a name stands that an erasure leaves: a first name, a last name, what
 * somebody is called. It finds words and knows nobody: a namesake is found as well.
 */
export async function* mentionsOf(
  store: Pick<EvidenceStore, 'chains'>,
  tenant: TenantKey,
  {
    sought,
    called,
    erasure,
  }: { readonly sought: Sought; readonly called: readonly string[]; readonly erasure: Erasure },
): AsyncGenerator<Mention> {
  const parts = partsOf([...sought.names, ...called]);
  if (parts.size === 0) return;
  for await (const { id: duty, records } of store.chains(tenant))
    for (const { seq, record } of records) {
      if (!record) continue;
      const gone = new Set(fieldsNaming(record, sought, erasure.texts));
      for (const [field, value] of openFields(record)) {
        if (gone.has(field)) continue;
        for (const [pointer, text] of textsWithin(value, field)) {
          // Names of people stand in fields of their own, and go by the id beside them.
          const around = isOfPeople.test(pointer) ? undefined : aroundIn(text, parts);
          if (around !== undefined) yield { duty, seq, pointer, around };
        }
      }
    }
}

/** How many fields of how many duties an erasure would take, without the ones that somebody names by hand. */
export async function fieldsToErase(
  store: Pick<EvidenceStore, 'chains'>,
  tenant: TenantKey,
  { sought, erasure }: { readonly sought: Sought; readonly erasure: Erasure },
): Promise<{ readonly duties: number; readonly fields: number }> {
  let [duties, fields] = [0, 0];
  for await (const { records } of store.chains(tenant)) {
    const found = records.flatMap(({ record }) =>
      record ? fieldsNaming(record, sought, erasure.texts) : [],
    );
    fields += found.length;
    duties += Number(found.length > 0);
  }
  return { duties, fields };
}
