import type { Messenger } from '../../../ports/messenger.ts';
import type { Person } from '../../../duty/ids.ts';
import type { Duty } from '../../../duty/duty.ts';
import { openFinding } from '../../../duty/duty.ts';
import type { Effect } from '../../../duty/effects.ts';
import { isSettled } from '../../../duty/quorum.ts';
import { removalsCard } from './card.ts';
import type { OutboxEntry } from '../../../ports/store.ts';
import { changeDuty } from '../../../casework/change-duty.ts';
import { personInRole } from '../../../casework/role-holders.ts';
import { askedForRemovals, removalsFor, removalsOf } from './removals.ts';
import type { Services } from '../../../ports/services.ts';
import { channelReader, readerFor } from '../../../ports/services.ts';
import type { EffectResult } from '../../../ports/effect-result.ts';
import { done, noted, said } from '../../../ports/effect-result.ts';

type TryLater = Extract<EffectResult, { type: 'try-later' }>;

/**
 * Gives what a review wants removed or changed to the finding's owner. Where there is none yet, whoever
 * administers access becomes it, and gets the list with the effect of that change.
 */
export async function handOutRemovals(
  services: Services,
  messenger: Messenger,
  duty: Duty,
): Promise<EffectResult> {
  const open = openFinding(duty);
  if (!open || !isSettled(duty)) return done;
  if (open.owner) {
    const sent = await send(services, messenger, duty, open.owner, false);
    return typeof sent === 'object' ? sent : said;
  }
  const owner = await personInRole(services, duty.tenant, 'access');
  if (owner)
    await changeDuty(services, duty, { type: 'finding-planned', owner, dueOn: open.dueOn });
  return done;
}

/** Asks for a new list after the finding's due date, unless that has moved or the finding is closed. */
export async function askExport(
  services: Services,
  messenger: Messenger,
  duty: Duty,
  { finding, dueOn }: Extract<Effect, { do: 'ask-export' }>,
  entry: OutboxEntry,
): Promise<EffectResult> {
  const open = openFinding(duty);
  const wanted = open?.id === finding && open.dueOn === dueOn && open.askedAfter !== dueOn;
  if (!wanted || !isSettled(duty)) return done;
  const people = await askedForRemovals(services, duty.tenant, duty);
  const reached: Person[] = [];
  for (const person of people) {
    const sent = await send(services, messenger, duty, person, true);
    if (typeof sent === 'object') return sent;
    if (sent === 'sent') reached.push({ aadObjectId: person.aadObjectId, name: person.name });
  }
  if (reached.length === 0) {
    const later = await askInChannel(services, messenger, duty);
    if (later) return later;
  }
  const event = { type: 'export-asked', finding, dueOn, to: reached } as const;
  const asked = await changeDuty(services, duty, event, entry);
  // Nothing was changed where somebody else asked first: the row is still there.
  return asked?.verdict === 'done' ? noted : said;
}

async function send(
  services: Services,
  messenger: Messenger,
  duty: Duty,
  person: Person,
  asked: boolean,
): Promise<TryLater | 'sent' | 'not-reached'> {
  const known = await services.store.people.get(duty.tenant, person.aadObjectId);
  if (!known?.value.installed) return 'not-reached';
  const reader = readerFor(services, known.value);
  const card = await removalsFor(services, duty, person, reader, asked);
  const sending = await messenger.toPerson(known.value, { card, summary: card.fallbackText });
  if (sending.type === 'try-later') return sending;
  return sending.type === 'sent' ? 'sent' : 'not-reached';
}

/** Where nobody can be reached the duty's thread asks, or the channel where there is none. */
async function askInChannel(
  services: Services,
  messenger: Messenger,
  duty: Duty,
): Promise<TryLater | undefined> {
  const channel = await services.store.people.channel(duty.tenant);
  if (!channel?.installed) return undefined;
  const removals = await removalsOf(services, duty);
  const shown = { removals, withFile: false, holder: true, asked: true };
  const card = removalsCard(duty, shown, channelReader(services));
  const message = { card, summary: card.fallbackText };
  const sending = duty.channelMessage
    ? await messenger.reply(duty.channelMessage, message)
    : await messenger.toChannel(channel, message);
  return sending.type === 'try-later' ? sending : undefined;
}
