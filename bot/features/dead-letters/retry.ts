import type { TenantKey } from '../../duty/ids.ts';
import type { Card } from '../../../cards/card.ts';
import type { ReaderNow } from '../../views/reader.ts';
import type { GivenUp } from './card.ts';
import { poisonCard } from './card.ts';
import type { OutboxEntry, PoisonedEntry } from '../../ports/store.ts';
import type { World } from '../../ports/services.ts';

// A card names so many; the others are counted.
const mostNamed = 10;
const mostPerPartition = 100;
// Tried again by hand, an effect is given up at the next failure: whoever tries sees soon what becomes of it.
const failuresAfterRetry = 4;

/** The card about what could not be carried out; `isEmpty` when that is nothing. */
export async function poisonCardOf(
  world: World,
  tenant: TenantKey,
  reader: ReaderNow,
): Promise<{ readonly card: Card; readonly isEmpty: boolean }> {
  const parked = await world.store.poison.parked(tenant, mostPerPartition);
  const sorted = parked.toSorted((one, other) => (one.at < other.at ? 1 : -1));
  const given = await Promise.all(
    sorted.slice(0, mostNamed).map((poisoned) => givenUp(world, poisoned)),
  );
  const more = sorted.length - given.length;
  return { card: poisonCard(given, more, reader), isEmpty: parked.length === 0 };
}

async function givenUp(world: World, { entry, errorClass, at }: PoisonedEntry): Promise<GivenUp> {
  const { tenant, dutyId, effect } = entry;
  const read = dutyId && (await world.store.duties.load({ tenant, id: dutyId }));
  const title = read && `${read.value.reference} · ${read.value.title}`;
  return { what: effect.do, title, errorClass, at };
}

/** Puts everything that was given up back into the outbox; the card follows what becomes of it. */
export async function retryPoison(world: World, tenant: TenantKey): Promise<number> {
  const parked = await world.store.poison.parked(tenant, mostPerPartition);
  const back: OutboxEntry[] = [];
  for (const poisoned of parked) {
    const { failures: _, ...entry } = poisoned.entry;
    const dueAt = world.now();
    const again = { ...entry, dueAt, attempts: 0, failures: failuresAfterRetry };
    const moved = await world.store.poison.putBack(poisoned, again);
    if (moved) back.push(moved);
  }
  world.delivery.soon(back);
  return back.length;
}
