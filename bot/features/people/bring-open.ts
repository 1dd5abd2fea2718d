import type { Messenger } from '../../ports/messenger.ts';
import type { PersonId } from '../../duty/ids.ts';
import { type Carried, said, done } from '../../ports/effect-result.ts';
import type { OutboxEntry } from '../../ports/outbox.ts';
import { type World, readerFor } from '../../ports/services.ts';
import { myDuties } from './my-duties.ts';
import { bringOpenDuties } from './people.ts';

/** After an install: the most urgent cards, and the list of the others where there are more. */
export async function bringOpen(
  world: World,
  messenger: Messenger,
  person: PersonId,
  entry: OutboxEntry,
): Promise<Carried> {
  const { tenant } = entry;
  const more = await bringOpenDuties(world, tenant, person);
  const known = more ? await world.store.people.get(tenant, person) : undefined;
  if (known?.value.installed) {
    const card = await myDuties(world, tenant, person, readerFor(world, known.value));
    const sending = await messenger.toPerson(known.value, { card, summary: card.fallbackText });
    if (sending.type === 'try-later') return sending;
  }
  return more ? said : done;
}
