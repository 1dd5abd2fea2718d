import { createHash } from 'node:crypto';
import type { Card } from '../../../cards/card.ts';
import { cut, visible } from '../../../cards/plain-text.ts';
import type { Attached } from '../../duty/answering/attachment.ts';
import type { Person, PersonId, TenantKey } from '../../duty/ids.ts';
import { secondsAfter } from '../../duty/time/instant.ts';
import type { DutyView } from '../../duty/view.ts';
import type { Services } from '../../ports/services.ts';
import type { Offer } from '../../ports/store.ts';
import { findReferences } from '../../sentences/references.ts';
import { tokensOf } from '../../sentences/tokens.ts';
import { noticeCard } from '../../views/chat-cards.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { recentlyClosed } from '../answering/recent.ts';
import { listed, offerCard } from './card.ts';
import type { Recognised } from './recognise.ts';
import { recognise } from './recognise.ts';
import { attachmentTexts } from './texts.ts';

/** A file that has arrived, not yet looked into; a picture has no name. */
export interface Arrived {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Sent {
  readonly tenant: TenantKey;
  readonly person: Person;
  /** What was written beside it: it may name the duty. */
  readonly text: string;
}

/**
 * The duties with which somebody may keep a file: those that wait for this person, and those answered in the last
 * two days, as a picture often follows the answer. Where the words name some of them, only those.
 */
export async function placesFor(
  services: Services,
  { tenant, person, text }: Sent,
): Promise<readonly DutyView[]> {
  if (!services.attachments) return [];
  const id = person.aadObjectId;
  const list = { list: 'person', person: id } as const;
  const [{ items: open }, closed] = await Promise.all([
    services.store.indexes.page(tenant, { list, size: mostLookedAt }),
    recentlyClosed(services, tenant, id),
  ]);
  const since = secondsAfter(services.now(), lately);
  const answered = closed.filter(
    ({ status, answers }) => status !== 'withdrawn' && answeredSince({ answers }, id, since),
  );
  const all = [...new Map([...open, ...answered].map((view) => [view.id, view])).values()];
  const known = all.map((view) => ({ view, reference: view.reference, open: true }));
  const { named } = findReferences(tokensOf(text), known, new Set());
  return named.length > 0 ? named.map(({ view }) => view) : all;
}

const mostLookedAt = 50;
const lately = -2 * 24 * 3600;
const answeredSince = (
  { answers }: Pick<DutyView, 'answers'>,
  person: PersonId,
  since: string,
): boolean => answers.some(({ by, at }) => by.aadObjectId === person && at >= since);

/** How many files are offered at once; what is beyond that is not kept. */
export const mostAtOnce = 5;

/**
 * Asks whether files are to be kept as evidence, and with which duty. They lie with the blobs for a day, and
 * are evidence only once somebody says so. Undefined where there is no duty, or nothing keeps files here.
 */
export async function offerToKeep(
  services: Services,
  { files, ...sent }: Sent & { readonly files: readonly Arrived[] },
  { language }: ReaderNow,
): Promise<Card | undefined> {
  const { attachments: blobs, store, now, newId } = services;
  const duties = await placesFor(services, sent);
  if (!blobs || duties.length === 0) return undefined;
  const { tenant, person } = sent;
  const read = files.map((file) => ({ file, what: recognise(file.name, file.bytes) }));
  const unusable = read.flatMap(({ file, what }) => (what ? [] : [file.name]));
  const usable = read.flatMap(({ file, what }) => (what ? [{ file, what }] : []));
  const id = newId();
  const kept = usable.map(({ file, what }, at) => ({
    bytes: file.bytes,
    attached: attachedOf(file, what, {
      id: `${id}-${String(at + 1)}`,
      picture: `${attachmentTexts[language].picture}${at === 0 ? '' : ` ${String(at + 1)}`}`,
    }),
  }));
  if (kept.length === 0) {
    return noticeCard(language, 'personal', attachmentTexts[language].unusable(listed(unusable)));
  }
  const offer: Offer = {
    ...{ id, person: person.aadObjectId, at: now() },
    files: kept.map(({ attached }) => attached),
  };
  // Noted first: no file lies with the blobs that nothing names.
  await store.offers.keep(tenant, offer);
  for (const { attached, bytes } of kept) await blobs.put(tenant, attached.id, bytes);
  return offerCard(offer, { duties, unusable }, language);
}

function attachedOf(
  { name, bytes }: Arrived,
  { mime, extension }: Recognised,
  { id, picture }: { readonly id: string; readonly picture: string },
): Attached {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    id,
    name: nameOf(name, extension) ?? `${picture}.${extension}`,
    mime,
    bytes: bytes.length,
    sha256,
  };
}

const longestName = 100;

/** The name as it is kept: one line of signs that can be seen, ending with what the file is. */
function nameOf(name: string, extension: string): string | undefined {
  const stem = visible(cut(name, 300))
    .replace(/[\p{C}\s/\\]+/gu, ' ')
    .replace(/\.[a-z0-9]{1,8}$/i, '')
    .trim();
  return stem === '' ? undefined : `${cut(stem, longestName)}.${extension}`;
}
