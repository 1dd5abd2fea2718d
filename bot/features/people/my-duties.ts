import type { Card } from '../../../cards/card.ts';
import { backOn, readRoster } from '../../casework/roster.ts';
import { changeDuty } from '../../casework/change-duty.ts';
import { parseDutyId } from '../../duty/ids.ts';
import type { DutyId, PersonId, TenantKey } from '../../duty/ids.ts';
import type { ReaderNow } from '../../kinds/kind.ts';
import { pagesOf } from '../../ports/pages.ts';
import type { Services } from '../../ports/services.ts';
import { myDutiesCard } from '../../views/chat-cards.ts';
import type { DutyView } from '../../duty/view.ts';
import { byLateness, countOwn } from '../../views/own-count.ts';

/** So many are counted; beyond it there are more. */
export const mostCounted = 100;
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
  const { away, size } = await rowsFor({ services, tenant, person });
  const page = (most: number, from?: string) =>
    services.store.indexes.page(tenant, { list, size: most, cursor: from });
  const all = await page(mostCounted);
  const counted = countOwn(all.items, { person, more: all.next !== undefined });
  const at = cursor === undefined ? 0 : placeIn(cursor);
  const { items, next } =
    at === undefined
      ? await page(size, cursor)
      : ownPage(byLateness(all.items, person), { at, size, rest: all.next });
  return myDutiesCard(items, { next, viewer: person, away, counted }, reader);
}

type Owner = Pick<OwnList, 'services' | 'tenant' | 'person'>;

/** How many rows a page has. Six buttons at most: the one that ends an absence takes the place of a row. */
async function rowsFor({ services, tenant, person }: Owner) {
  const roster = await readRoster(services, tenant);
  const away = await backOn(services, { tenant, roster }, person);
  return { away, size: away === undefined ? dutiesPerPage : dutiesPerPage - 1 };
}

/** Where each duty stands on the list: the number of its page. */
export async function* placesOnList(
  own: Owner,
): AsyncGenerator<readonly { readonly id: DutyId; readonly page: number }[]> {
  const { services, tenant, person } = own;
  const list = { list: 'person', person } as const;
  const { size } = await rowsFor(own);
  let before = 0;
  const read = (cursor: string | undefined) =>
    services.store.indexes.page(tenant, { list, size: mostCounted, cursor });
  for await (const items of pagesOf(read)) {
    const from = before;
    const sorted = from === 0 ? byLateness(items, person) : items;
    yield sorted.flatMap(({ id: raw }, at) => {
      const id = parseDutyId(raw);
      return id ? [{ id, page: Math.floor((from + at) / size) + 1 }] : [];
    });
    before += items.length;
  }
}

/** A place among those that were sorted; beyond them a list goes on as it is stored. */
const placeIn = (cursor: string): number | undefined =>
  /^\d{1,3}$/.test(cursor) ? Number(cursor) : undefined;

function ownPage(
  sorted: readonly DutyView[],
  {
    at,
    size,
    rest,
  }: { readonly at: number; readonly size: number; readonly rest?: string | undefined },
): { readonly items: readonly DutyView[]; readonly next: string | undefined } {
  const to = at + size;
  return { items: sorted.slice(at, to), next: to < sorted.length ? String(to) : rest };
}

/** Sends the card once more, below in the chat; undefined when the duty is not this person's. */
export async function bringCard(own: OwnList, id: DutyId): Promise<Card | undefined> {
  const { services, tenant, person } = own;
  const wanted = { type: 'card-wanted', person, afresh: false } as const;
  const changed = await changeDuty(services, { tenant, id }, wanted);
  return changed && changed.verdict !== 'not-assigned' ? myDuties(own) : undefined;
}
