import type { TenantKey } from '../../duty/ids.ts';
import type { Card } from '../../../cards/card.ts';
import type { ReaderNow } from '../../views/reader.ts';
import type { GivenUp } from './card.ts';
import { deadLetterCard } from './card.ts';
import type { OutboxEntry, DeadLetter } from '../../ports/store.ts';
import type { Services } from '../../ports/services.ts';

// A card names so many; the others are counted.
const mostNamed = 10;
const mostPerPartition = 100;
// Tried again by hand, an effect is given up at the next failure: whoever tries sees soon what becomes of it.
const failuresAfterRetry = 4;

/** The card about what could not be carried out; `isEmpty` when that is nothing. */
export async function deadLetterCardOf(
  services: Services,
  tenant: TenantKey,
  reader: ReaderNow,
): Promise<{ readonly card: Card; readonly isEmpty: boolean }> {
  const parked = await services.store.deadLetters.parked(tenant, mostPerPartition);
  const sorted = parked.toSorted((one, other) => (one.at < other.at ? 1 : -1));
  const given = await Promise.all(
    sorted.slice(0, mostNamed).map((deadLetters) => givenUp(services, deadLetters)),
  );
  const more = sorted.length - given.length;
  return { card: deadLetterCard(given, more, reader), isEmpty: parked.length === 0 };
}

async function givenUp(
  services: Services,
  { entry, errorClass, at }: DeadLetter,
): Promise<GivenUp> {
  const { tenant, dutyId, effect } = entry;
  const read = dutyId && (await services.store.duties.load({ tenant, id: dutyId }));
  const title = read && `${read.value.reference} · ${read.value.title}`;
  return { what: effect.do, title, errorClass, at };
}

/** Puts everything that was given up back into the outbox; the card follows what becomes of it. */
export async function retryDeadLetters(services: Services, tenant: TenantKey): Promise<number> {
  const parked = await services.store.deadLetters.parked(tenant, mostPerPartition);
  const back: OutboxEntry[] = [];
  for (const deadLetters of parked) {
    const { failures: _, unknown: __, ...entry } = deadLetters.entry;
    const dueAt = services.now();
    const again = { ...entry, dueAt, attempts: 0, failures: failuresAfterRetry };
    const moved = await services.store.deadLetters.putBack(deadLetters, again);
    if (moved) back.push(moved);
  }
  // Whoever pressed sees it in place; the others read the same card.
  const retried = back.length;
  const effect = { do: 'show-dead-letters', key: 'show-dead-letters:retried', retried } as const;
  const shown: OutboxEntry = { tenant, effect, dueAt: services.now(), attempts: 0 };
  await services.store.outbox.add(shown);
  services.delivery.soon([...back, shown]);
  return retried;
}
