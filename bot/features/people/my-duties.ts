import type { TenantKey, PersonId } from '../../duty/ids.ts';
import type { Card } from '../../../cards/card.ts';
import type { ReaderNow } from '../../kinds/kind.ts';
import type { Services } from '../../ports/services.ts';
import { myDutiesCard } from '../../views/chat-cards.ts';
import { dutiesPerPage } from '../overview/lists.ts';

/** What waits for a person, most urgent first. */
export async function myDuties(
  services: Services,
  tenant: TenantKey,
  person: PersonId,
  reader: ReaderNow,
  cursor?: string,
): Promise<Card> {
  const list = { list: 'person', person } as const;
  const { items, next } = await services.store.indexes.page(tenant, list, dutiesPerPage, cursor);
  return myDutiesCard(items, next, person, reader);
}
