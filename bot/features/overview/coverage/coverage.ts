import type { Overview } from '../asked.ts';
import { dayOfTurn } from '../row.ts';
import type { TenantKey } from '../../../duty/ids.ts';
import type { Card } from '../../../../cards/card.ts';
import type { CoverageMap } from './map.ts';
import { coverageMap, onTheMap } from './map.ts';
import type { Quarter } from '../../../duty/time/quarter.ts';
import {
  parseQuarter,
  quarterOf,
  quarterOfMonth,
  quartersUpTo,
} from '../../../duty/time/quarter.ts';
import type { DutyView } from '../../../duty/view.ts';
import { dayOf } from '../../../duty/time/workdays.ts';
import { coverageCard } from './card.ts';
import type { ReaderNow } from '../../../views/reader.ts';
import { isLate } from '../../../views/reader.ts';
import { expectedByPlans } from './expected.ts';
import { readPlans } from '../../../casework/plans.ts';
import type { Services } from '../../../ports/services.ts';

const quartersShown = 4;
const readForLate = 100;

/** Duties of a state, the earliest due date first, as far as they were read. */
export interface OpenRead {
  readonly items: readonly DutyView[];
  readonly next?: string;
}

/** The map of the last four quarters. What is late is found among the first of the open duties and of the findings. */
export async function readCoverage(
  services: Services,
  {
    tenant,
    open,
    problems,
  }: { readonly tenant: TenantKey; readonly open: OpenRead; readonly problems: OpenRead },
  reader: ReaderNow,
): Promise<CoverageMap> {
  const { zone } = services;
  const quarters = quartersUpTo(quarterOf(services.now(), zone), quartersShown);
  const [first, { plans }, ...counts] = await Promise.all([
    firstQuarter(services, tenant),
    readPlans(services, tenant),
    ...quarters.map(async (quarter) => ({
      quarter,
      ...(await services.store.coverage.quarter(tenant, quarter)),
    })),
  ]);
  const today = dayOf(services.now(), zone);
  const seen = counts.map((one) => ({
    ...one,
    planned: expectedByPlans(plans, one.quarter, today),
  }));
  const late = open.items.filter(({ dueOn }) => isLate(dueOn, reader));
  const moreLate = open.next !== undefined && late.length === open.items.length;
  const waiting = problems.items.filter(({ turn, dueOn }) => isLate(turn?.until ?? dueOn, reader));
  const all = { late: onTheMap(late), problemsLate: onTheMap(waiting) };
  return coverageMap(seen, { first, ...all, moreLate, zone });
}

/** The figures of one quarter, with a chart where the client draws one; the present where none is named. */
export async function showCoverage(
  { services, tenant, reader, opens }: Overview,
  wanted: string | undefined,
): Promise<Card> {
  const page = (status: 'open' | 'problem') =>
    services.store.indexes.page(tenant, { list: { list: 'status', status }, size: readForLate });
  const [open, problems] = await Promise.all([page('open'), page('problem')]);
  const map = await readCoverage(services, { tenant, open, problems }, reader);
  const named = parseQuarter(wanted);
  const shown = map.quarters.find((quarter) => quarter === named) ?? map.quarters.at(-1);
  if (!shown) throw new Error('The map has no quarters.');
  const waiting = onTheMap([...open.items, ...problems.items])
    .filter(({ createdAt }) => quarterOf(createdAt, services.zone) === shown)
    .sort((one, other) => (dayOfTurn(one) < dayOfTurn(other) ? -1 : 1));
  return coverageCard(map, { quarter: shown, waiting, opens }, reader);
}

/** The quarter in which the bot was first used: its first evidence, or its first IT channel. */
export async function firstQuarter(
  services: Services,
  tenant: TenantKey,
): Promise<Quarter | undefined> {
  const [months, channel] = await Promise.all([
    services.store.indexes.months(tenant, 1),
    services.store.people.channel(tenant),
  ]);
  const since = channel?.since ?? channel?.installedAt;
  const uses = [
    ...months.slice(0, 1).map(quarterOfMonth),
    ...(since === undefined ? [] : [quarterOf(since, services.zone)]),
  ];
  return uses.sort()[0];
}
