import type { Card } from '../../../cards/card.ts';
import { backOn, readRoster } from '../../casework/roster.ts';
import { changeDuty } from '../../casework/change-duty.ts';
import type { DutyId, PersonId, TenantKey } from '../../duty/ids.ts';
import type { ReaderNow } from '../../kinds/kind.ts';
import type { Services } from '../../ports/services.ts';
import { myDutiesCard } from '../../views/chat-cards.ts';
import { countOwn } from '../../views/own-count.ts';

/** So many are counted; beyond it there are more. */
const mostCounted = 100;
// Five buttons that open a card and one for the next page: Teams allows six actions.
const dutiesPerPage = 5;

/** Whose list it is, and who reads it. */
export interface OwnList {
  readonly services: Services;
  readonly tenant: TenantKey;
  readonly person: PersonId;
  readonly reader: ReaderNow;
}

/** What waits for a person, most urgent first. */
export async function myDuties(
  { services, tenant, person, reader }: OwnList,
  cursor?: string,
): Promise<Card> {
  const list = { list: 'person', person } as const;
  const roster = await readRoster(services, tenant);
  const away = await backOn(services, { tenant, roster }, person);
  // Six buttons at most: the one that ends an absence takes the place of a row.
  const size = away === undefined ? dutiesPerPage : dutiesPerPage - 1;
  const [{ items, next }, all] = await Promise.all([
    services.store.indexes.page(tenant, { list, size, cursor }),
    services.store.indexes.page(tenant, { list, size: mostCounted }),
  ]);
  const counted = countOwn(all.items, { person, more: all.next !== undefined });
  return myDutiesCard(items, { next, viewer: person, away, counted }, reader);
}

/** Sends the card once more, below in the chat; undefined when the duty is not this person's. */
export async function bringCard(own: OwnList, id: DutyId): Promise<Card | undefined> {
  const { services, tenant, person } = own;
  const wanted = { type: 'card-wanted', person, afresh: false } as const;
  const changed = await changeDuty(services, { tenant, id }, wanted);
  return changed && changed.verdict !== 'not-assigned' ? myDuties(own) : undefined;
}
