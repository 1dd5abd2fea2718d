import type { Duty, DutyRef, PersonId } from '../lifecycle/duty.ts';
import { summaryOf } from '../present/summary.ts';
import { assigneeOf, holderOf } from '../lifecycle/duty.ts';
import type { OutboxEntry } from '../store/ports.ts';
import { cardFor } from '../usecases/card-for.ts';
import { changeDuty } from '../usecases/change-duty.ts';
import { myDuties } from '../usecases/lists.ts';
import { bringOpenDuties, uninstallPerson } from '../usecases/people.ts';
import type { Message, Messenger, Sending, World } from '../usecases/world.ts';
import { readerFor } from '../usecases/world.ts';

import type { Carried } from './carried.ts';
import { done, noted, said } from './carried.ts';

/** Sends the card to a person, or records why that cannot be. */
export async function postCard(
  world: World,
  messenger: Messenger,
  duty: Duty,
  person: PersonId,
  entry: OutboxEntry,
): Promise<Carried> {
  const ref: DutyRef = duty;
  if (!assigneeOf(duty, person)) {
    return done;
  }
  const known = await world.store.people.get(duty.tenant, person);
  if (!known?.value.installed) {
    await changeDuty(world, ref, { type: 'card-undeliverable', person, reason: 'not-installed' });
    return done;
  }
  const reader = readerFor(world, known.value);
  const holder = { aadObjectId: person, name: known.value.name };
  const message = {
    card: await cardFor(world, duty, holder, reader),
    summary: summaryOf(duty, reader),
  };
  const sending = await messenger.toPerson(known.value, message);
  switch (sending.type) {
    case 'sent': {
      const { name } = known.value;
      const posted = {
        type: 'card-posted',
        person,
        name,
        message: sending.message,
        shown: duty.revision,
      } as const;
      await changeDuty(world, ref, posted, entry);
      return noted;
    }
    case 'unreachable':
    case 'gone': {
      const reason = sending.type === 'gone' ? 'not-installed' : sending.reason;
      // The uninstall was missed; the next install is a new one.
      if (reason === 'not-installed') await uninstallPerson(world, duty.tenant, person);
      await changeDuty(world, ref, { type: 'card-undeliverable', person, reason });
      return done;
    }
    case 'try-later':
      return sending;
  }
}

/** Brings every copy of the card that a person has up to date; undefined when that is done. */
export async function editCards(
  world: World,
  messenger: Messenger,
  duty: Duty,
  person: PersonId,
): Promise<Carried | undefined> {
  const known = await world.store.people.get(duty.tenant, person);
  const reader = readerFor(world, known?.value);
  const holder = { aadObjectId: person, name: known?.value.name ?? '' };
  const card = await cardFor(world, duty, holder, reader);
  const message: Message = { card, summary: summaryOf(duty, reader) };
  for (const copy of holderOf(duty, person)?.messages ?? []) {
    const sending: Sending = await messenger.edit(copy, message);
    // A copy that is gone or may not be edited shows nothing wrong; one that can wait is tried again.
    if (sending.type === 'try-later') return sending;
  }
  return undefined;
}

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
