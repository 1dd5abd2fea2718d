import type { Json } from '../../kinds/kind.ts';
import { literally } from './literal.ts';
import type { PersonId } from '../../duty/ids.ts';
import type { Services } from '../../ports/services.ts';
import type { EvidenceRecord } from '../../duty/record/record.ts';
import { valueAt } from '../../duty/record/sealing.ts';

/** What an erasure needs of the world. */
export type ErasingServices = Pick<Services, 'store' | 'attachments' | 'now' | 'newId'>;

export interface Erasure {
  readonly person: PersonId;
  /** On what ground, such as `17(1)(b)`: it is recorded. */
  readonly basis: string;
  /** Also every text that the person wrote, not only where the person is named. */
  readonly texts: boolean;
  /** Texts of others that go whole, as somebody read them and named their fields. */
  readonly named?: ReadonlySet<string>;
}

/** A person as the store may know one: by object id, and by every name that was recorded. */
export interface Sought {
  readonly id: PersonId;
  readonly names: ReadonlySet<string>;
  /** Whole texts that are to go as well, wherever they were copied to: somebody read them and named them. */
  readonly texts?: ReadonlySet<string>;
}

/** Text with each letter in one sign, as most keyboards write it: some systems write `é` as two. */
export const composed = (text: string): string => text.normalize('NFC');

/** Whether a value names a person anywhere: as an id, or by a name within a text. */
export function names(value: unknown, sought: Sought): boolean {
  if (typeof value === 'string') {
    const text = composed(value).toLowerCase();
    return (
      text.includes(sought.id) ||
      [...sought.names].some((name) => text.includes(composed(name).toLowerCase())) ||
      [...(sought.texts ?? [])].some((one) => holds(value, one))
    );
  }
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, member]) => names(key, sought) || names(member, sought));
}

// A short text, such as a name alone, is looked for as it stands: in others it may be a piece of a word.
const longText = 8;
const holds = (value: string, text: string): boolean =>
  value === text || (text.length >= longText && value.includes(text));

/** Names that stand beside an object id anywhere in a value. */
export function namesBeside(value: unknown, id: PersonId): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'aadObjectId' in value &&
    value.aadObjectId === id &&
    'name' in value &&
    typeof value.name === 'string' &&
    value.name !== ''
      ? [value.name]
      : [];
  return [...own, ...Object.values(value).flatMap((member) => namesBeside(member, id))];
}

/** The fields of a record that name a person; with `texts` also every text that the person wrote. */
export function fieldsNaming(
  record: EvidenceRecord,
  sought: Sought,
  texts: boolean,
): readonly string[] {
  const { by, data, open = {} } = record;
  const root: Json = { ...(by ? { by: { ...by } } : {}), data };
  const theirs = by?.aadObjectId === sought.id;
  return Object.entries(open)
    .filter(([pointer, opened]) => {
      if (typeof opened !== 'string') return false;
      if (pointer.startsWith('/by/')) return theirs;
      // A file that somebody kept is theirs, whatever it is called.
      const isGone = theirs && (texts || record.type === 'attached');
      return isGone || names(valueAt(root, pointer), sought);
    })
    .map(([pointer]) => pointer);
}

/** What stands where a name was. */
const nobody = '—';

/**
 * A state without a person: the id becomes the name under which the evidence knows the person there,
 * which says nothing, so that two different people stay two.
 */
export function withoutPerson<T extends { readonly aliases?: Readonly<Record<string, string>> }>(
  state: T,
  sought: Sought,
): T {
  const { id } = sought;
  const alias = `erased-${(state.aliases?.[id] ?? 'person').slice(0, 12)}`;
  const { aliases = {}, ...rest } = state;
  const others = Object.fromEntries(Object.entries(aliases).filter(([person]) => person !== id));
  // What was taken off is put back.
  return { ...(cleanedOf(rest, sought, alias) as T), aliases: others };
}

/** A value with an alias for a person's id, and nobody for the names. */
export function cleanedOf<T>(value: T, sought: Sought, alias: string): T {
  const { id, names: known, texts = new Set<string>() } = sought;
  const patterns = [...known]
    .map(composed)
    .sort((one, other) => other.length - one.length)
    .map(literally);
  const pattern = literally(id);
  const cleaned = (_: string, value: unknown): unknown => {
    if (typeof value !== 'string') return value;
    if (!names(value, sought)) return value;
    const left = [...texts].reduce(
      (said, text) => (holds(said, text) ? said.replaceAll(text, nobody) : said),
      value,
    );
    const bare = composed(left).replace(pattern, alias);
    return patterns.reduce((text, name) => text.replace(name, nobody), bare);
  };
  // What JSON reads back of what is stored is the same.
  return JSON.parse(JSON.stringify(value), cleaned) as T;
}
