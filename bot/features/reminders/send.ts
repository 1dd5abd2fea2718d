import type { Messenger } from '../../ports/messenger.ts';
import type { PersonId, TenantKey } from '../../duty/ids.ts';
import type { Duty } from '../../duty/duty.ts';
import type { ChannelWord } from '../../duty/effects.ts';
import { channelWordCard, reminderCard } from './card.ts';
import { noteReminded } from '../../casework/people.ts';
import { uninstallPerson } from '../../casework/people.ts';
import { personsDay, toRemindNow, whatWaits } from './reminders.ts';
import type { Services } from '../../ports/services.ts';
import { channelReader, readerFor } from '../../ports/services.ts';
import type { EffectResult } from '../../ports/effect-result.ts';
import { done, said } from '../../ports/effect-result.ts';

/** Sends a person the day's one message about what waits; nothing where all was answered meanwhile. */
export async function sendReminders(
  services: Services,
  messenger: Messenger,
  tenant: TenantKey,
  person: PersonId,
): Promise<EffectResult> {
  const known = await toRemindNow(services, tenant, person);
  if (!known) return done;
  const waiting = await whatWaits(services, tenant, person);
  if (waiting.items.length === 0) return done;
  const card = reminderCard(waiting, person, readerFor(services, known));
  const sending = await messenger.toPerson(known, { card, summary: card.fallbackText });
  switch (sending.type) {
    case 'sent':
      await noteReminded(services, tenant, person, personsDay(services, known));
      return said;
    case 'gone':
      await uninstallPerson(services, tenant, person);
      return done;
    case 'unreachable':
      if (sending.reason === 'not-installed') await uninstallPerson(services, tenant, person);
      return done;
    case 'try-later':
      return sending;
  }
}

/** A reply in the duty's thread; nothing where it stands in no channel, or has become untrue. */
export async function sayInChannel(
  services: Services,
  messenger: Messenger,
  duty: Duty,
  word: ChannelWord,
): Promise<EffectResult> {
  const card = channelWordCard(duty, word, channelReader(services));
  if (!duty.channelMessage || !card) return done;
  const sending = await messenger.reply(duty.channelMessage, { card, summary: card.fallbackText });
  return sending.type === 'try-later' ? sending : said;
}
