import type { Message, Messenger, SendResult } from '../../ports/messenger.ts';
import type { DutyRef, PersonId } from '../../duty/ids.ts';
import type { Duty } from '../../duty/duty.ts';
import { summaryOf } from '../../views/summary.ts';
import { assigneeOf, holderOf } from '../../duty/duty.ts';
import type { OutboxEntry } from '../../ports/store.ts';
import { cardFor } from '../../casework/card-for.ts';
import { changeDuty } from '../../casework/change-duty.ts';
import { uninstallPerson } from '../../casework/people.ts';
import type { Services } from '../../ports/services.ts';
import { readerFor } from '../../ports/services.ts';

import type { EffectResult } from '../../ports/effect-result.ts';
import { done, noted } from '../../ports/effect-result.ts';

/** Sends the card to a person, or records why that cannot be. */
export async function postCard(
  services: Services,
  messenger: Messenger,
  duty: Duty,
  person: PersonId,
  entry: OutboxEntry,
): Promise<EffectResult> {
  const ref: DutyRef = duty;
  if (!assigneeOf(duty, person)) {
    return done;
  }
  const known = await services.store.people.get(duty.tenant, person);
  if (!known?.value.installed) {
    await changeDuty(services, ref, {
      type: 'card-undeliverable',
      person,
      reason: 'not-installed',
    });
    return done;
  }
  const reader = readerFor(services, known.value);
  const holder = { aadObjectId: person, name: known.value.name };
  const message = {
    card: await cardFor(services, duty, holder, reader),
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
      await changeDuty(services, ref, posted, entry);
      return noted;
    }
    case 'unreachable':
    case 'gone': {
      const reason = sending.type === 'gone' ? 'not-installed' : sending.reason;
      // The uninstall was missed; the next install is a new one.
      if (reason === 'not-installed') await uninstallPerson(services, duty.tenant, person);
      await changeDuty(services, ref, { type: 'card-undeliverable', person, reason });
      return done;
    }
    case 'try-later':
      return sending;
  }
}

/** Brings every copy of the card that a person has up to date; undefined when that is done. */
export async function editCards(
  services: Services,
  messenger: Messenger,
  duty: Duty,
  person: PersonId,
): Promise<EffectResult | undefined> {
  const known = await services.store.people.get(duty.tenant, person);
  const reader = readerFor(services, known?.value);
  const holder = { aadObjectId: person, name: known?.value.name ?? '' };
  const card = await cardFor(services, duty, holder, reader);
  const message: Message = { card, summary: summaryOf(duty, reader) };
  for (const copy of holderOf(duty, person)?.messages ?? []) {
    const sending: SendResult = await messenger.edit(copy, message);
    // A copy that is gone or may not be edited shows nothing wrong; one that can wait is tried again.
    if (sending.type === 'try-later') return sending;
  }
  return undefined;
}
