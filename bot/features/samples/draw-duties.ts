import { pagesOf } from '../../ports/pages.ts';
import { parseDutyId } from '../../duty/ids.ts';
import type { Person, TenantKey } from '../../duty/ids.ts';
import type { Card } from '../../../cards/card.ts';
import { draw } from '../../kinds/draw.ts';
import type { OpenableKind } from '../../kinds/index.ts';
import { parseKind } from '../../kinds/index.ts';
import type { Duty } from '../../duty/duty.ts';
import type { IndexKey } from '../../duty/indexed.ts';
import type { DutyView } from '../../duty/view.ts';
import { recordAudit } from '../../casework/audits.ts';
import { dayOf, daysAfter } from '../../duty/time/workdays.ts';
import { drawnCard, notDrawnCard } from './card.ts';
import type { ReaderNow } from '../../views/reader.ts';
import type { Services } from '../../ports/services.ts';

export interface DrawWanted {
  readonly count: number;
  /** Every kind where none is named. */
  readonly kind: OpenableKind | undefined;
  readonly seed: string;
  /** Calendar days of the reader's zone, both included. */
  readonly period: { readonly from: string; readonly to: string } | undefined;
}

// More than this takes longer to read than somebody waits; a period makes the list shorter.
const mostRead = 10_000;

/**
 * Draws duties for an auditor: numbered in the order in which they were opened, the seed says which. The
 * same seed over the same list gives the same sample, and the card says over how many it was drawn. Each draw
 * is evidence: who tries seeds until one pleases is seen.
 */
export async function drawDuties(
  services: Services,
  {
    tenant,
    wanted,
    by,
  }: { readonly tenant: TenantKey; readonly wanted: DrawWanted; readonly by: Person },
  reader: ReaderNow,
): Promise<Card> {
  const population = await populationOf(services, {
    tenant,
    drawWanted: wanted,
    reader,
  });
  if (!population) return notDrawnCard('too-many', reader.language);
  if (population.length === 0) return notDrawnCard('nothing', reader.language);
  const { seed, count } = wanted;
  const numbers = draw(seed, { from: 1, to: population.length, count });
  await recordAudit(services, tenant, {
    type: 'drawn',
    by,
    ...drawnOf(wanted, population, numbers),
  });
  const drawn = await Promise.all(
    numbers.map(async (number) => {
      const id = parseDutyId(population[number - 1]?.id);
      const duty: Duty | undefined =
        id && (await services.store.duties.load({ tenant, id }))?.value;
      return duty ? [{ number, duty }] : [];
    }),
  );
  return drawnCard(drawn.flat(), { ...wanted, of: population.length }, reader);
}

/** What is recorded of a draw: enough to draw it again, and what came out. */
function drawnOf(
  { seed, kind, period }: DrawWanted,
  population: readonly DutyView[],
  numbers: readonly number[],
) {
  const duties = numbers.flatMap((number) => population[number - 1]?.id ?? []);
  return {
    reference: seed,
    data: {
      seed,
      ...(kind === undefined ? {} : { kind }),
      ...(period ? { period } : {}),
      population: population.length,
      numbers,
      duties,
    },
  };
}

/** The duties to draw from, in the order in which they were opened; undefined where they are too many. */
async function populationOf(
  services: Services,
  {
    tenant,
    drawWanted: { kind, period },
    reader: { zone },
  }: { readonly tenant: TenantKey; readonly drawWanted: DrawWanted; readonly reader: ReaderNow },
): Promise<readonly DutyView[] | undefined> {
  const found = new Map<string, DutyView>();
  let read = 0;
  for (const list of listsOf(period)) {
    const page = (cursor: string | undefined) =>
      services.store.indexes.page(tenant, { list, size: 100, cursor });
    for await (const items of pagesOf(page)) {
      read += items.length;
      if (read > mostRead) return undefined;
      for (const item of items) if (belongs(item, { kind, period, zone })) found.set(item.id, item);
    }
  }
  const placeOf = ({ createdAt, id }: DutyView): string => `${createdAt} ${id}`;
  return [...found.values()].sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
}

function belongs(
  item: DutyView,
  {
    kind,
    period,
    zone,
  }: {
    readonly kind: OpenableKind | undefined;
    readonly period: DrawWanted['period'];
    readonly zone: string;
  },
): boolean {
  const asked = parseKind(item.kind);
  // A task that an answer brought about is none of the kind in whose form it is answered.
  const other = kind !== undefined && (asked !== kind || item.derived === true);
  if (!asked || other) return false;
  const opened = dayOf(item.createdAt, zone);
  return !period || (opened >= period.from && opened <= period.to);
}

/** A duty has evidence in the month in which it was opened: a period reads those months and no others. */
function listsOf(period: DrawWanted['period']): readonly IndexKey[] {
  if (!period) return [{ list: 'all' }];
  // The months of evidence are those of UTC, a period is one of the clock on the wall.
  const last = daysAfter(period.to, 1).slice(0, 7);
  const lists: IndexKey[] = [];
  for (
    let month = daysAfter(period.from, -1).slice(0, 7);
    month <= last && lists.length < 1200;
    month = daysAfter(`${month}-28`, 4).slice(0, 7)
  ) {
    lists.push({ list: 'evidence', month });
  }
  return lists;
}
