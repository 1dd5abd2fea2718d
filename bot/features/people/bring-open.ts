import type { Messenger } from '../../ports/messenger.ts';
import type { PersonId } from '../../duty/ids.ts';
import { type EffectResult, said, done } from '../../ports/effect-result.ts';
import type { OutboxEntry } from '../../ports/outbox.ts';
import { type Services, readerFor } from '../../ports/services.ts';
import { myDuties } from './my-duties.ts';
import { bringOpenDuties } from './people.ts';

/** After an install: the most urgent cards, and the list of the others where there are more. */
export async function bringOpen(
  services: Services,
  messenger: Messenger,
  person: PersonId,
  entry: OutboxEntry,
): Promise<EffectResult> {
  const { tenant } = entry;
  const more = await bringOpenDuties(services, tenant, person);
  const known = more ? await services.store.people.get(tenant, person) : undefined;
  if (known?.value.installed) {
    const card = await myDuties(services, tenant, person, readerFor(services, known.value));
    const sending = await messenger.toPerson(known.value, { card, summary: card.fallbackText });
    if (sending.type === 'try-later') return sending;
  }
  return more ? said : done;
}
