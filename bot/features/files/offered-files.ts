import type { FileToOffer } from '../../ports/files.ts';
import { offerTo } from '../../casework/people/handouts.ts';
import type { SendResult } from '../../ports/messenger.ts';
import type { DutyRef, Person } from '../../duty/ids.ts';
import { cut, shorten, visible } from '../../../cards/plain-text.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import { writeReviewSheet } from '../../files/accounts/review-sheet.ts';
import type { Duty } from '../../duty/duty.ts';
import type { ReaderNow } from '../../views/reader.ts';
import type { OfferedFile } from './texts.ts';
import { offeredFileTexts } from './texts.ts';
import { buttons } from '../../views/buttons.ts';
import { loadReview, ownRows } from '../review/list.ts';
import { seesToRemovals } from '../../casework/people/parties.ts';
import { removalsFile } from '../review/removals/removals.ts';
import type { TenantKey, Services } from '../../ports/services.ts';
import { withoutEnd } from '../../../cards/ends.ts';

/** Which file of which duty: all that an offer carries. */
export interface FileRef {
  readonly ref: DutyRef;
  readonly which: OfferedFile;
}

/** Reads the keys of an offer or a button; undefined for what names no file. */
export function readFileKeys(tenant: TenantKey, keys: Submitted): FileRef | undefined {
  const read = buttons.file.read(keys);
  return read && { ref: { tenant, id: read.duty }, which: read.file };
}

/**
 * Makes a file of a duty as it is now. Undefined when there is none, or not for this person: only who
 * reviews or reviewed, owns the finding or administers access gets one.
 */
export async function makeFile(
  services: Services,
  { fileRef: { ref, which }, person }: { readonly fileRef: FileRef; readonly person: Person },
  reader: ReaderNow,
): Promise<FileToOffer | undefined> {
  const duty = (await services.store.duties.load(ref))?.value;
  const theirs = await seesToRemovals(services, duty, { person, tenant: ref.tenant });
  if (!duty || !theirs) return undefined;
  const { language } = reader;
  const bytes = await contents[which](services, { duty, person }, reader);
  if (!bytes) return undefined;
  const { name, description } = offeredFileTexts[language].offers[which];
  return {
    keys: buttons.file.write({ duty: duty.id, file: which }),
    name: `${name} ${inAName(duty.reference)}.${extensions[which]}`,
    description: description(shorten(visible(duty.title), 150)),
    size: bytes.length,
    read: () => Promise.resolve(bytes),
    language,
  };
}

/** Makes a file and offers it in the person's own chat; undefined when there is none for this person. */
export async function offerFile(
  services: Services,
  { file, person }: { readonly file: FileRef; readonly person: Person },
  reader: ReaderNow,
): Promise<SendResult | undefined> {
  const offer = await makeFile(services, { fileRef: file, person }, reader);
  const known = offer && (await services.store.people.get(file.ref.tenant, person.aadObjectId));
  if (!offer) return undefined;
  return known
    ? offerTo(services, { tenant: file.ref.tenant, known: known.value }, offer)
    : { type: 'unreachable', reason: 'not-installed' };
}

// Neither Windows nor SharePoint takes every sign in a name.
const inAName = (reference: string): string =>
  cut(
    withoutEnd(
      reference
        .normalize('NFC')
        .replace(/[^\p{L}\p{N}._-]+/gu, '-')
        .replace(/^[.-]+/, ''),
      /[.-]/,
    ),
    60,
  );

const extensions: Readonly<Record<OfferedFile, string>> = {
  'review-sheet': 'xlsx',
  removals: 'csv',
};

type Make = (
  services: Services,
  of: { readonly duty: Duty; readonly person: Person },
  reader: ReaderNow,
) => Promise<Uint8Array | undefined>;

const contents: Readonly<Record<OfferedFile, Make>> = {
  /** The person's own rows with what was decided so far; there is none for who does not review. */
  'review-sheet': async (services, { duty, person }, { language }) => {
    const review = await loadReview(services, duty, person);
    if (!review) return undefined;
    const rows = new Map(review.own.map((at, row) => [at, row]));
    const picks = [...review.picks].flatMap(([at, pick]) => {
      const row = rows.get(at);
      return row === undefined ? [] : [[row, pick] as const];
    });
    return writeReviewSheet(ownRows(review), new Map(picks), language);
  },
  /** What everybody who handed in wants removed or changed. */
  removals: (services, { duty }, reader) => removalsFile(services, duty, reader),
};
