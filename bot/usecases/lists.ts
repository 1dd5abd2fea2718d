import type { Card } from '../../cards/card.ts';
import type { PersonId, TenantKey } from '../lifecycle/duty.ts';
import { myDutiesCard, overviewCard } from '../present/chat-cards.ts';
import type { ReaderNow } from '../present/due.ts';
import { readCoverage } from './coverage.ts';
import type { World } from './world.ts';

// Five buttons that open a card and one for the next page: Teams allows six actions.
const dutiesPerPage = 5;
const readForOverview = 100;

/** What waits for a person, most urgent first. */
export async function myDuties(
  world: World,
  tenant: TenantKey,
  person: PersonId,
  reader: ReaderNow,
  cursor?: string,
): Promise<Card> {
  const list = { list: 'person', person } as const;
  const { items, next } = await world.store.listings.page(tenant, list, dutiesPerPage, cursor);
  return myDutiesCard(items, next, person, reader);
}

/** What is open, late and wrong in the tenant, and the map of the last four quarters. */
export async function overview(world: World, tenant: TenantKey, reader: ReaderNow): Promise<Card> {
  const page = (status: 'open' | 'problem') =>
    world.store.listings.page(tenant, { list: 'status', status }, readForOverview);
  const [open, problems] = await Promise.all([page('open'), page('problem')]);
  const map = await readCoverage(world, tenant, reader, open);
  return overviewCard(
    {
      open: open.items,
      problems: problems.items,
      moreOpen: open.next !== undefined,
      moreProblems: problems.next !== undefined,
      map,
    },
    reader,
  );
}
