import { parseDutyId } from '../../../duty/ids.ts';
import type { DutyRef, Person, TenantKey } from '../../../duty/ids.ts';
import type { Card } from '../../../../cards/card.ts';
import { readHead } from '../../../kinds/review-access/index.ts';
import { compareExports } from '../../../files/compare.ts';
import type { Duty } from '../../../duty/duty.ts';
import { openFinding } from '../../../duty/duty.ts';
import type { Compared } from '../../../duty/events.ts';
import { requestHash } from '../../../duty/open.ts';
import { isSettled } from '../../../duty/quorum.ts';
import { noticeCard } from '../../../views/chat-cards.ts';
import type { ReaderNow } from '../../../views/reader.ts';
import { halfListCard, proofCard } from './proof-card.ts';
import { listTexts } from '../lists/texts.ts';
import type { Draft } from '../../../ports/store.ts';
import { changeDuty } from '../../../casework/change-duty.ts';
import { liveDraft } from '../lists/draft.ts';
import { handedIn } from '../list.ts';
import { seesToRemovals } from './removals.ts';
import type { Services } from '../../../ports/services.ts';

const mostPages = 5;

/** The reviews that wait for a new list and to which this person may give one, most urgent first. */
export async function reviewsToProve(
  services: Services,
  tenant: TenantKey,
  person: Person,
): Promise<readonly Duty[]> {
  const found: Duty[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const list = { list: 'status', status: 'problem' } as const;
    const { items, next } = await services.store.indexes.page(tenant, list, 100, cursor);
    for (const { id, kind } of items) {
      const dutyId = kind === 'review-access' ? parseDutyId(id) : undefined;
      const duty = dutyId && (await services.store.duties.load({ tenant, id: dutyId }))?.value;
      if (duty && waitsForProof(duty) && (await seesToRemovals(services, duty, person)))
        found.push(duty);
    }
    cursor = next;
    if (cursor === undefined) break;
  }
  return found;
}

const waitsForProof = (duty: Duty): boolean => openFinding(duty) !== undefined && isSettled(duty);

/**
 * Compares a list that somebody dropped with what a review wanted removed or changed. Where accounts are
 * missing that were to stay it asks first whether the export is complete.
 */
export async function proveReview(
  services: Services,
  ref: DutyRef,
  person: Person,
  { draftId, confirmed }: { readonly draftId: unknown; readonly confirmed: boolean },
  reader: ReaderNow,
): Promise<Card | undefined> {
  const { language } = reader;
  const notice = (told: string): Card => noticeCard(language, 'personal', told);
  const duty = (await services.store.duties.load(ref))?.value;
  if (duty?.kind !== 'review-access' || !(await seesToRemovals(services, duty, person)))
    return undefined;
  const draft = await liveDraft(services, ref.tenant, person.aadObjectId, draftId);
  if (!draft) return notice(listTexts[language].list.gone);
  if (!waitsForProof(duty)) return notice(listTexts[language].proof.noFinding);
  const { comparison, vanished } = await compared(services, duty, draft);
  if (vanished.length > 0 && !confirmed) {
    return halfListCard(duty, { id: draft.id, vanished }, reader);
  }
  const event = { type: 'export-compared', by: person, comparison } as const;
  const changed = await changeDuty(services, ref, event);
  if (!changed) return undefined;
  await services.store.drafts.drop(ref.tenant, person.aadObjectId);
  if (changed.verdict === 'repeated') return notice(listTexts[language].proof.again);
  if (changed.verdict !== 'done') return notice(listTexts[language].proof.noFinding);
  return proofCard(changed.duty, comparison, reader);
}

async function compared(services: Services, duty: Duty, draft: Draft) {
  const accounts = await services.store.duties.accounts(duty);
  const picks = await handedIn(services, duty, accounts);
  const { followUps, added, vanished } = compareExports({ accounts, picks }, draft.accounts);
  const named = (done: boolean): readonly string[] =>
    followUps
      .filter(({ outcome }) => (outcome === 'still-there') !== done)
      .map(({ account }) => account.account);
  const comparison: Compared = {
    // A list that came through the API has no file: the hash of its rows stands in the evidence.
    before: {
      sha256: readHead(duty.details).file?.sha256 ?? requestHash(accounts),
      rows: accounts.length,
    },
    after: { sha256: draft.sha256, rows: draft.accounts.length, file: draft.file },
    proven: named(true),
    stillThere: named(false),
    vanished: vanished.length,
    added: added.length,
  };
  return { comparison, vanished };
}
