import type { DutyClicked } from '../../../casework/clicks.ts';
import { parseDutyId } from '../../../duty/ids.ts';
import type { Person, TenantKey } from '../../../duty/ids.ts';
import type { Card } from '../../../../cards/card.ts';
import { isByRow } from '../../../kinds/index.ts';
import { readHead } from '../../../kinds/review-access/index.ts';
import type { FollowUp } from '../../../files/accounts/compare.ts';
import { compareExports } from '../../../files/accounts/compare.ts';
import type { Duty } from '../../../duty/duty.ts';
import { openFinding } from '../../../duty/duty.ts';
import type { Compared } from '../../../duty/findings/compared.ts';
import { requestHash } from '../../../duty/open.ts';
import { isSettled } from '../../../duty/answering/quorum.ts';
import { noticeCard } from '../../../views/chat-cards.ts';
import { alikeCard, answerBits, halfListCard, proofCard } from './proof-card.ts';
import { listTexts } from '../lists/texts.ts';
import type { Draft } from '../../../ports/store.ts';
import { changeDuty } from '../../../casework/change-duty.ts';
import { liveDraft } from '../lists/draft.ts';
import { handedIn } from '../list.ts';
import { seesToRemovals } from '../../../casework/people/parties.ts';
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
    const { items, next } = await services.store.indexes.page(tenant, { list, size: 100, cursor });
    for (const { id, kind } of items) {
      const dutyId = isByRow(kind) ? parseDutyId(id) : undefined;
      const duty = dutyId && (await services.store.duties.load({ tenant, id: dutyId }))?.value;
      if (duty && waitsForProof(duty) && (await seesToRemovals(services, duty, { person, tenant })))
        found.push(duty);
    }
    cursor = next;
    if (cursor === undefined) break;
  }
  return found;
}

const waitsForProof = (duty: Duty): boolean => openFinding(duty) !== undefined && isSettled(duty);

type ProofClicked = Pick<
  DutyClicked<'reviewProof'>,
  'services' | 'duty' | 'person' | 'data' | 'reader'
>;
/** What somebody said about a new list: it is complete; those that look alike are the same, or others. */
export interface ListAnswers {
  readonly isWhole: boolean;
  readonly alike?: 'same' | 'others';
}

/** Reads the answers from the number on a button; whoever says both is taken to have said "the same". */
function listAnswers(said: number): ListAnswers {
  const isSame = (said & answerBits.same) !== 0;
  const areOthers = (said & answerBits.others) !== 0;
  return {
    isWhole: (said & answerBits.whole) !== 0,
    ...(isSame ? { alike: 'same' } : areOthers ? { alike: 'others' } : {}),
  };
}

/**
 * Compares a list that somebody dropped with what a review wanted removed or changed. Where accounts are
 * missing that were to stay it asks first whether the export is complete; where one that came could be one
 * that is gone, under another spelling, it asks whether it is. Nothing is recorded before that.
 */
export async function proveReview({
  services,
  duty,
  person,
  data,
  reader,
}: ProofClicked): Promise<Card | undefined> {
  const { language } = reader;
  const { tenant } = duty;
  const answers = listAnswers(data.answers ?? 0);
  const notice = (told: string): Card => noticeCard(language, 'personal', told);
  if (!isByRow(duty.kind) || !(await seesToRemovals(services, duty, { person, tenant })))
    return undefined;
  const draft = await liveDraft(services, {
    tenant: duty.tenant,
    person: person.aadObjectId,
    raw: data.draft,
  });
  if (!draft || draft.accounts.length === 0) return notice(listTexts[language].list.gone);
  if (!waitsForProof(duty)) return notice(listTexts[language].proof.noFinding);
  const { comparison, vanished, alike } = await compared(services, { duty, draft, answers });
  if (vanished.length > 0 && !answers.isWhole) {
    return halfListCard(duty, { id: draft.id, vanished }, reader);
  }
  if (alike.length > 0 && answers.alike === undefined) {
    const said = answers.isWhole ? answerBits.whole : 0;
    return alikeCard(duty, { id: draft.id, alike, said }, reader);
  }
  const event = { type: 'export-compared', by: person, comparison } as const;
  const changed = await changeDuty(services, duty, event);
  if (!changed) return undefined;
  await services.store.drafts.drop(duty.tenant, person.aadObjectId);
  if (changed.verdict === 'repeated') return notice(listTexts[language].proof.again);
  if (changed.verdict !== 'done') return notice(listTexts[language].proof.noFinding);
  return proofCard(changed.duty, { comparison, viewer: person.aadObjectId }, reader);
}

async function compared(
  services: Services,
  {
    duty,
    draft,
    answers,
  }: { readonly duty: Duty; readonly draft: Draft; readonly answers: ListAnswers },
) {
  const accounts = await services.store.duties.accounts(duty);
  const picks = await handedIn(services, { duty, accounts });
  const { followUps, added, vanished } = compareExports({ accounts, picks }, draft.accounts);
  const alike = followUps.flatMap(({ outcome, account, now }) =>
    outcome === 'uncertain' && now ? [{ was: account, now }] : [],
  );
  const isDone = ({ outcome }: FollowUp): boolean =>
    outcome === 'gone' ||
    outcome === 'changed' ||
    (outcome === 'uncertain' && answers.alike === 'others');
  const namesOf = (some: readonly FollowUp[]): readonly string[] =>
    some.map(({ account }) => account.account);
  const comparison: Compared = {
    // A list that came through the API has no file: the hash of its rows stands in the evidence.
    before: {
      sha256: readHead(duty.details).file?.sha256 ?? requestHash(accounts),
      rows: accounts.length,
    },
    after: { sha256: draft.sha256, rows: draft.accounts.length, file: draft.file },
    proven: namesOf(followUps.filter(isDone)),
    stillThere: namesOf(followUps.filter((one) => !isDone(one))),
    vanished: vanished.length,
    added: added.length,
    ...(alike.length > 0 && answers.alike
      ? {
          alike: {
            heldFor: answers.alike,
            pairs: alike.map(({ was, now }) => ({ was: was.account, now: now.account })),
          },
        }
      : {}),
  };
  return { comparison, vanished, alike };
}
