import type { Message, Messenger } from '../../ports/messenger.ts';
import type { PersonId } from '../../duty/ids.ts';
import type { Duty } from '../../duty/duty.ts';
import type { Effect } from '../../duty/effects.ts';
import { newsCard } from './card.ts';
import { personInRole } from '../../casework/role-holders.ts';
import type { Services } from '../../ports/services.ts';
import { channelReader, readerFor } from '../../ports/services.ts';
import type { EffectResult } from '../../ports/effect-result.ts';

type TryLater = Extract<EffectResult, { type: 'try-later' }>;

const untilSomebodyComes = 15 * 60;

/** Tells a person what became of an answer; undefined when that is done, or cannot be done. */
export async function tellNews(
  services: Services,
  messenger: Messenger,
  duty: Duty,
  { person, news }: Extract<Effect, { do: 'tell' }>,
): Promise<TryLater | undefined> {
  const told = await tell(services, messenger, duty, person, { type: 'news', news });
  return told === 'not-told' ? undefined : told;
}

/** A word at once to whoever holds an office; in the channel where none is named, nobody holds it or is reached. */
export async function alertRole(
  services: Services,
  messenger: Messenger,
  duty: Duty,
  { role, text }: Extract<Effect, { do: 'alert' }>,
): Promise<TryLater | undefined> {
  const person = role && (await personInRole(services, duty.tenant, role));
  const about = { type: 'alert', ...(role ? { role } : {}), text } as const;
  if (person) {
    const told = await tell(services, messenger, duty, person.aadObjectId, about);
    if (told !== 'not-told') return told;
  }
  const channel = await services.store.people.channel(duty.tenant);
  // An alert that nobody can get is not lost: it waits until there is a channel, or somebody in the office.
  if (!channel?.installed)
    return { type: 'try-later', afterSeconds: untilSomebodyComes, reason: 'nobody to tell' };
  const card = newsCard(duty, about, channelReader(services), 'channel');
  const sending = await messenger.toChannel(channel, { card, summary: card.fallbackText });
  return sending.type === 'try-later' ? sending : undefined;
}

async function tell(
  services: Services,
  messenger: Messenger,
  duty: Duty,
  person: PersonId,
  about: Parameters<typeof newsCard>[1],
): Promise<TryLater | 'not-told' | undefined> {
  const known = await services.store.people.get(duty.tenant, person);
  if (!known?.value.installed) return 'not-told';
  const card = newsCard(duty, about, readerFor(services, known.value), 'personal');
  const message: Message = { card, summary: card.fallbackText };
  const sending = await messenger.toPerson(known.value, message);
  if (sending.type === 'try-later') return sending;
  return sending.type === 'sent' ? undefined : 'not-told';
}
