import { promisify } from 'node:util';
import { deflateRaw, inflateRawSync } from 'node:zlib';
import type { PersonId, TenantKey } from '../../../duty/ids.ts';
import type { AccountsRead } from '../../../files/accounts/read-accounts.ts';
import type { HeadingMap } from '../../../files/headings.ts';
import type { HeadingChoice } from '../../../files/problems.ts';
import type { ListRead } from '../../../files/read-list.ts';
import { maxFileSize } from '../../../files/grid.ts';
import type { Services } from '../../../ports/services.ts';
import type { ListReading, SystemHeadings } from '../../../ports/store.ts';

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Who sent it: of several who wait each has a turn. */
  readonly sender: PersonId;
}

/** A list as it was read: by its own headings, or as somebody said before for a system. */
export interface DroppedRead {
  readonly read: ListRead;
  /** As it reads by its own headings alone. */
  readonly plainly: ListRead;
  /** What was said before and was used. */
  readonly said?: SystemHeadings;
}

/**
 * Reads a list. Where somebody said for a system which column is which, and the list has those columns, it is
 * read that way; where two systems' columns fit and say different things, nobody's word is taken.
 */
export async function readDropped(
  services: Services,
  tenant: TenantKey,
  file: NamedFile,
): Promise<DroppedRead> {
  const plainly = await readWith(services, file, {});
  const headings = headingsOf(plainly);
  if (headings.length === 0) return { read: plainly, plainly };
  const said = fitting(await services.store.headings.all(tenant), headings);
  if (!said) return { read: plainly, plainly };
  const read = await readWith(services, file, said.map);
  // What was said helps or is let be: it never takes away what the list says by itself.
  if (!read.ok && plainly.ok) return { read: plainly, plainly };
  return { read, plainly, said };
}

/** Reads a list as a person says it is to be read. */
export const readWith = (
  services: Services,
  { name, bytes, sender }: NamedFile,
  map: HeadingMap,
): Promise<ListRead> =>
  services.lists.read({ bytes, name, map, language: services.language }, sender);

/** The headings about which something can be said; none where that would not help. */
export function headingsOf(read: ListRead): readonly HeadingChoice[] {
  if (!read.ok) return read.unknown?.headings ?? [];
  return read.holds === 'accounts' ? read.layout.headings : [];
}

function fitting(
  known: readonly SystemHeadings[],
  headings: readonly HeadingChoice[],
): SystemHeadings | undefined {
  const keys = new Set(headings.map(({ key }) => key));
  const fit = known.filter(({ map }) => Object.keys(map).every((key) => keys.has(key)));
  const most = Math.max(0, ...fit.map(({ map }) => Object.keys(map).length));
  const [first, ...others] = fit.filter(({ map }) => Object.keys(map).length === most);
  return first && others.every(({ map }) => isSameMap(map, first.map)) ? first : undefined;
}

const isSameMap = (one: HeadingMap, other: HeadingMap): boolean =>
  Object.entries(one).every(([key, field]) => other[key] === field);

/** What a draft keeps of how its list was read. */
export async function readingOf(
  { layout }: AccountsRead,
  { bytes, system }: { readonly bytes: Uint8Array; readonly system?: string | undefined },
): Promise<ListReading> {
  return {
    used: layout.used,
    unused: layout.unused,
    passedOver: layout.passedOver.map(({ line }) => line),
    otherSheets: layout.otherSheets,
    ...(system === undefined ? {} : { system }),
    ...(await packed(bytes)),
  };
}

// A list of 5,000 accounts is a tenth of this; more would be a burden to keep for a day.
const mostPacked = 2_000_000;

/** Beside everybody's turns: five megabytes of digits take a second. */
const inBackground = promisify(deflateRaw);

/** The file as a draft keeps it, so that it can be read again; nothing where that would be too much. */
export async function packed(bytes: Uint8Array): Promise<Pick<ListReading, 'packed'>> {
  const deflated = await inBackground(bytes);
  // Base64 writes three bytes as four letters.
  const isTooMuch = Math.ceil(deflated.length / 3) * 4 > mostPacked;
  return isTooMuch ? {} : { packed: deflated.toString('base64') };
}

export const unpacked = (text: string): Uint8Array =>
  inflateRawSync(Buffer.from(text, 'base64'), { maxOutputLength: maxFileSize });
