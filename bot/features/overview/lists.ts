import type { TenantKey } from '../../duty/ids.ts';
import type { Card } from '../../../cards/card.ts';
import type { ReaderNow } from '../../views/reader.ts';
import type { OverviewFigures } from './card.ts';
import { overviewCard, overviewRestCard } from './card.ts';
import { readCoverage } from './coverage/coverage.ts';
import type { Services } from '../../ports/services.ts';

// Five buttons that open a card and one for the next page: Teams allows six actions.
export const dutiesPerPage = 5;
const readForOverview = 100;

/** What is open, late and wrong in the tenant, and the map of the last four quarters. */
export async function overview(
  services: Services,
  tenant: TenantKey,
  reader: ReaderNow,
): Promise<Card> {
  return overviewCard(await figuresOf(services, tenant, reader), reader);
}

/** The overview from a place of its list on; the overview itself where nothing stands there any more. */
export async function overviewRest(
  services: Services,
  tenant: TenantKey,
  asked: unknown,
  reader: ReaderNow,
): Promise<Card> {
  const figures = await figuresOf(services, tenant, reader);
  const from = /^\d{1,3}$/.test(String(asked)) ? Number(asked) : 0;
  const all = figures.open.length + figures.problems.length;
  return from > 0 && from < all
    ? overviewRestCard(figures, from, reader)
    : overviewCard(figures, reader);
}

async function figuresOf(
  services: Services,
  tenant: TenantKey,
  reader: ReaderNow,
): Promise<OverviewFigures> {
  const page = (status: 'open' | 'problem') =>
    services.store.indexes.page(tenant, { list: 'status', status }, readForOverview);
  const [open, problems] = await Promise.all([page('open'), page('problem')]);
  return {
    open: open.items,
    problems: problems.items,
    moreOpen: open.next !== undefined,
    moreProblems: problems.next !== undefined,
    map: await readCoverage(services, tenant, reader, open),
  };
}
