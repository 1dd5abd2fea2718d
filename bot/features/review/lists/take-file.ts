import { parseDutyId } from '../../../duty/ids.ts';
import type { Person, TenantKey } from '../../../duty/ids.ts';
import type { Card } from '../../../../cards/card.ts';
import type { Language } from '../../../../cards/language.ts';
import { cut, plain, visible } from '../../../../cards/plain-text.ts';
import type { DecisionRows, SheetRead } from '../../../files/accounts/read-decisions.ts';
import { matchDecisions } from '../../../files/accounts/read-decisions.ts';
import type { Refused } from '../../../files/problems.ts';
import { sayRefusal } from '../../../files/texts.ts';
import { isByRow } from '../../../kinds/index.ts';
import type { Pick as Decided } from '../../../kinds/review-access/accounts.ts';
import { noticeCard } from '../../../views/chat-cards.ts';
import type { ReaderNow } from '../../../views/reader.ts';
import { refusedFileCard } from './card.ts';
import { columnsFor } from './columns.ts';
import type { DroppedRead } from './read-dropped.ts';
import { headingsOf, packed, readDropped, readingOf } from './read-dropped.ts';
import { listOrProof } from './what-for.ts';
import type { Draft } from '../../../ports/store.ts';
import { listTexts } from './texts.ts';
import { reviewTexts } from '../../../views/review-texts.ts';
import { coverOf } from '../review.ts';
import type { Review } from '../list.ts';
import { isEditable, loadReview, ownRows } from '../list.ts';
import type { Services } from '../../../ports/services.ts';

/** A file that has arrived, not yet looked into. Its name is foreign text. */
export interface ArrivedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What was made of a file. */
export interface TakenFile {
  readonly card: Card;
  /** False where it may be something else than a list. */
  readonly isList: boolean;
}

/**
 * What a file that somebody sent in a personal chat is good for: a sheet of decisions for an open review, a
 * new list that a review waits for, or a list to be reviewed. The card says what was done with it; what
 * cannot be read is refused as a whole and nothing is stored.
 */
export async function takeFile(
  services: Services,
  {
    tenant,
    person,
    arrivedFile: { name, bytes },
  }: { readonly tenant: TenantKey; readonly person: Person; readonly arrivedFile: ArrivedFile },
  reader: ReaderNow,
): Promise<TakenFile> {
  const { language } = reader;
  const dropped = await readDropped(services, tenant, {
    ...{ name, bytes, sender: person.aadObjectId },
  });
  const { read } = dropped;
  if (!read.ok) {
    const asked = await askColumns(services, { tenant, person, name, bytes, dropped }, language);
    return { card: asked ?? refusal(name, read, language), isList: false };
  }
  if (read.holds === 'decisions') {
    const card = await takeSheet(services, { tenant, person, name, read }, reader);
    return { card, isList: true };
  }
  const draft = {
    id: services.newId(),
    at: services.now(),
    file: fileName(name),
    sha256: read.sha256,
    accounts: read.accounts,
    reading: await readingOf(read, { bytes, system: dropped.said?.system }),
  };
  await services.store.drafts.keep(tenant, person.aadObjectId, draft);
  return { card: await listOrProof({ services, tenant, person, reader }, draft), isList: true };
}

/** Asks which column is which, where that is all that keeps a list from being read; the file is kept for it. */
async function askColumns(
  services: Services,
  {
    tenant,
    person,
    name,
    bytes,
    dropped: { read, plainly, said },
  }: {
    readonly tenant: TenantKey;
    readonly person: Person;
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly dropped: DroppedRead;
  },
  language: Language,
): Promise<Card | undefined> {
  // Without headings there is nothing to ask, and most of what is refused has none.
  if (read.ok || headingsOf(plainly).length === 0) return undefined;
  const { packed: text } = await packed(bytes);
  if (text === undefined) return undefined;
  const draft: Draft = {
    id: services.newId(),
    at: services.now(),
    file: fileName(name),
    sha256: '',
    accounts: [],
    reading: { used: {}, unused: [], passedOver: [], otherSheets: [], packed: text },
  };
  const faults = sayRefusal(firstFaults(read), language);
  const card = columnsFor(draft, { plainly, said, faults }, language);
  if (card) await services.store.drafts.keep(tenant, person.aadObjectId, draft);
  return card;
}

function firstFaults({ problems, more }: Refused): Pick<Refused, 'problems' | 'more'> {
  const shown = problems.slice(0, faultsShown);
  return { problems: shown, more: more + problems.length - shown.length };
}

const faultsShown = 12;

/** What is wrong with a file: the first faults, and how many there are beside them. */
const refusal = (name: string, refused: Refused, language: Language): Card =>
  refusedFileCard(name, sayRefusal(firstFaults(refused), language), language);

/** The name as it is kept: one line of signs that can be seen. */
function fileName(name: string): string {
  const seen = visible(cut(name, 200))
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  return seen === '' ? '-' : seen;
}

const mostReviews = 10;

/** Reads a sheet of decisions; none counts until the whole sheet can, and then it is read back. */
async function takeSheet(
  services: Services,
  {
    tenant,
    person,
    name,
    read: rows,
  }: {
    readonly tenant: TenantKey;
    readonly person: Person;
    readonly name: string;
    readonly read: DecisionRows;
  },
  reader: ReaderNow,
): Promise<Card> {
  const { language } = reader;
  const best = await closestReview(services, { tenant, person, rows });
  if (!best) return noticeCard(language, 'personal', listTexts[language].refused.noReview);
  const { review, read } = best;
  if (!read.ok) return refusal(name, read, language);
  const picks = new Map<number, Decided>();
  for (const [row, pick] of read.picks) {
    const at = review.own[row];
    if (at !== undefined) picks.set(at, pick);
  }
  await services.store.duties.savePicks(review.duty, {
    person: person.aadObjectId,
    picks,
    changed: [...picks.keys()],
  });
  const told = reviewTexts[language].sheetRead(plain(fileName(name)), picks.size);
  return coverOf({ ...review, picks }, { person, told }, reader);
}

interface SheetOf {
  readonly review: Review;
  readonly read: SheetRead | Refused;
}

/** The open review of this person to which a sheet belongs: the one with the fewest faults. */
async function closestReview(
  services: Services,
  {
    tenant,
    person,
    rows,
  }: { readonly tenant: TenantKey; readonly person: Person; readonly rows: DecisionRows },
): Promise<SheetOf | undefined> {
  const list = { list: 'person', person: person.aadObjectId } as const;
  const { items } = await services.store.indexes.page(tenant, { list, size: 100 });
  let best: SheetOf | undefined;
  for (const { id } of items.filter(({ kind }) => isByRow(kind)).slice(0, mostReviews)) {
    const dutyId = parseDutyId(id);
    const review = dutyId && (await loadReview(services, { tenant, id: dutyId }, person));
    if (!review || !isEditable(review, person)) continue;
    const read = matchDecisions(rows, ownRows(review));
    if (!best || faultsIn(read) < faultsIn(best.read)) best = { review, read };
  }
  return best;
}

const faultsIn = (read: SheetRead | Refused): number =>
  read.ok ? 0 : read.problems.length + read.more;
