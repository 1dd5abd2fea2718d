import type { Overview } from './asked.ts';
import type { Card } from '../../../cards/card.ts';
import type { OverviewFigures } from './card.ts';
import { overviewCard, overviewRestCard } from './card.ts';
import { readRisks } from './risks/risks.ts';
import { readCoverage } from './coverage/coverage.ts';

const readForOverview = 100;

/** What is open, late and wrong in the tenant, and the map of the last four quarters. */
export async function overview(asked: Overview): Promise<Card> {
  return overviewCard(await figuresOf(asked), asked.reader);
}

/** The overview from a place of its list on; the overview itself where nothing stands there any more. */
export async function overviewRest(asked: Overview, from: number): Promise<Card> {
  const { reader } = asked;
  const figures = await figuresOf(asked);
  const all = figures.open.length + figures.problems.length;
  return from > 0 && from < all
    ? overviewRestCard(figures, from, reader)
    : overviewCard(figures, reader);
}

async function figuresOf({ services, tenant, reader, opens }: Overview): Promise<OverviewFigures> {
  const page = (status: 'open' | 'problem') =>
    services.store.indexes.page(tenant, {
      list: { list: 'status', status },
      size: readForOverview,
    });
  const [open, problems, channel, risks] = await Promise.all([
    page('open'),
    page('problem'),
    services.store.people.channel(tenant),
    readRisks(services, tenant),
  ]);
  return {
    risks: risks.risks.length,
    open: open.items,
    problems: problems.items,
    moreOpen: open.next !== undefined,
    moreProblems: problems.next !== undefined,
    map: await readCoverage(services, { tenant, open, problems }, reader),
    noChannel: channel?.installed !== true,
    opens,
  };
}
