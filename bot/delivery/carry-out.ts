import type { Duty, DutyRef, PersonId, TenantKey } from '../lifecycle/duty.ts';
import type { Effect, Placement } from '../lifecycle/effects.ts';
import { placementsOf } from '../lifecycle/effects.ts';
import { viewOf } from '../lifecycle/view.ts';
import { channelCard, escalationCard } from '../present/channel-card.ts';
import { noticeCard } from '../present/chat-cards.ts';
import { chatWords } from '../present/chat-words.ts';
import type { ReaderNow } from '../present/due.ts';
import { summaryOf } from '../present/summary.ts';
import { assigneeOf, holderOf, parseDutyId, standsIn } from '../lifecycle/duty.ts';
import type { OutboxEntry } from '../store/ports.ts';
import { cardFor } from '../usecases/card-for.ts';
import { changeDuty } from '../usecases/change-duty.ts';
import { myDuties } from '../usecases/lists.ts';
import { bringOpenDuties, uninstallPerson } from '../usecases/people.ts';
import type { Message, Messenger, Sending, World } from '../usecases/world.ts';
import { channelReader, readerFor } from '../usecases/world.ts';

/** How an effect ended: carried out (or no longer wanted), or to be tried again. */
export type Carried =
  /** `note` is a constant for the log: it ended, but not as it should. */
  | { readonly type: 'done'; readonly note?: string }
  | {
      readonly type: 'try-later';
      readonly afterSeconds: number | undefined;
      readonly reason: string;
    };

const done: Carried = { type: 'done' };

/**
 * Carries out one committed effect. Everything is rendered from the state as it is now, so that an
 * effect that comes late or twice shows the truth all the same.
 */
export async function carryOut(
  world: World,
  messenger: Messenger,
  entry: OutboxEntry,
): Promise<Carried> {
  const { effect, tenant, dutyId } = entry;
  if (effect.do === 'show-all-in-channel') {
    await showAll(world, tenant);
    await world.store.outbox.remove(entry);
    return done;
  }
  if (effect.do === 'bring-open') return bringOpen(world, messenger, effect.person, entry);
  if (dutyId === undefined) throw new Error(`The effect ${effect.key} names no duty.`);
  const read = await world.store.duties.load({ tenant, id: dutyId });
  if (!read) throw new Error(`The duty ${dutyId} of the effect ${effect.key} does not exist.`);
  const carried = await carryOutFor(world, messenger, read.value, effect, entry);
  return carried;
}

async function carryOutFor(
  world: World,
  messenger: Messenger,
  duty: Duty,
  effect: Effect,
  entry: OutboxEntry,
): Promise<Carried> {
  switch (effect.do) {
    case 'list':
      await list(world, duty, effect.was, effect.wasDueOn);
      break;
    case 'post-card':
      return postCard(world, messenger, duty, effect.person, entry);
    case 'edit-cards': {
      const later = await editCards(world, messenger, duty, effect.person);
      if (later) return later;
      break;
    }
    case 'show-channel':
      return showChannel(world, messenger, duty, entry);
    case 'escalate': {
      const later = await escalate(world, messenger, duty);
      if (later) return later;
      break;
    }
  }
  await world.store.outbox.remove(entry);
  return done;
}

async function list(
  world: World,
  duty: Duty,
  was: readonly Placement[],
  wasDueOn: string | undefined,
): Promise<void> {
  const view = viewOf(duty);
  const now = placementsOf(duty);
  const moved = wasDueOn !== undefined && wasDueOn !== duty.dueOn;
  const kept = new Set(moved ? [] : now.map((placement) => JSON.stringify(placement)));
  const gone = was.filter((placement) => !kept.has(JSON.stringify(placement)));
  // The lists go by due date: what was put off stands at another place of the same list.
  const before = { ...view, dueOn: wasDueOn ?? view.dueOn };
  // The lists of evidence go by duty and read nothing else of it: what stands there stays as it is.
  const listed = new Set(was.map((placement) => JSON.stringify(placement)));
  const stays = (placement: Placement): boolean =>
    placement.list === 'evidence' && listed.has(JSON.stringify(placement));
  await Promise.all([
    ...now
      .filter((placement) => !stays(placement))
      .map((placement) => world.store.listings.put(duty.tenant, placement, view)),
    ...gone
      .filter((placement) => !moved || placement.list !== 'evidence')
      .map((placement) => world.store.listings.remove(duty.tenant, placement, before)),
  ]);
}

async function postCard(
  world: World,
  messenger: Messenger,
  duty: Duty,
  person: PersonId,
  entry: OutboxEntry,
): Promise<Carried> {
  const ref: DutyRef = duty;
  if (!assigneeOf(duty, person)) {
    await world.store.outbox.remove(entry);
    return done;
  }
  const known = await world.store.people.get(duty.tenant, person);
  if (!known?.value.installed) {
    await changeDuty(world, ref, { type: 'card-undeliverable', person, reason: 'not-installed' });
    await world.store.outbox.remove(entry);
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
      return done;
    }
    case 'unreachable':
    case 'gone': {
      const reason = sending.type === 'gone' ? 'not-installed' : sending.reason;
      // The uninstall was missed; the next install is a new one.
      if (reason === 'not-installed') await uninstallPerson(world, duty.tenant, person);
      await changeDuty(world, ref, { type: 'card-undeliverable', person, reason });
      await world.store.outbox.remove(entry);
      return done;
    }
    case 'try-later':
      return sending;
  }
}

async function editCards(
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

async function showChannel(
  world: World,
  messenger: Messenger,
  duty: Duty,
  entry: OutboxEntry,
): Promise<Carried> {
  const channel = await world.store.people.channel(duty.tenant);
  const reader = channelReader(world);
  const card = channelCard(duty, reader);
  const message: Message = { card, summary: card.fallbackText };
  // Without the bot in the team nothing can be shown; when it comes back, everything is.
  if (!channel?.installed) {
    await world.store.outbox.remove(entry);
    return done;
  }
  if (duty.channelMessage) {
    const here = standsIn(duty.channelMessage, channel.channelId);
    const edited = here ? message : movedMessage(reader);
    const sending = await messenger.edit(duty.channelMessage, edited);
    if (sending.type === 'try-later') return sending;
    if (here && sending.type !== 'gone') {
      await world.store.outbox.remove(entry);
      return sending.type === 'sent' ? done : { type: 'done', note: 'the channel refused an edit' };
    }
  }
  const sending = await messenger.toChannel(channel, message);
  if (sending.type === 'try-later') return sending;
  if (sending.type === 'sent' && sending.message) {
    const posted = {
      type: 'channel-posted',
      message: sending.message,
      shown: duty.revision,
    } as const;
    await changeDuty(world, duty, posted, entry);
    return done;
  }
  await world.store.outbox.remove(entry);
  return { type: 'done', note: 'the channel refused a card' };
}

function movedMessage({ language }: ReaderNow): Message {
  const told = chatWords[language].channelMoved;
  return { card: noticeCard(language, 'channel', told), summary: told };
}

/** A reply in the duty's thread: an edited card alone raises no notification. */
async function escalate(
  world: World,
  messenger: Messenger,
  duty: Duty,
): Promise<Carried | undefined> {
  if (!duty.channelMessage) return undefined;
  const card = escalationCard(duty, channelReader(world));
  const sending = await messenger.reply(duty.channelMessage, { card, summary: card.fallbackText });
  return sending.type === 'try-later' ? sending : undefined;
}

/** After an install: the most urgent cards, and the list of the others where there are more. */
async function bringOpen(
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
  await world.store.outbox.remove(entry);
  return done;
}

/** Gives every duty that waits or has a problem its card in a channel that became the IT channel. */
async function showAll(world: World, tenant: TenantKey): Promise<void> {
  const channelId = (await world.store.people.channel(tenant))?.channelId;
  if (channelId === undefined) return;
  for (const status of ['open', 'problem'] as const) {
    let cursor: string | undefined;
    do {
      const page = await world.store.listings.page(tenant, { list: 'status', status }, 100, cursor);
      for (const { id } of page.items) {
        const dutyId = parseDutyId(id);
        if (dutyId)
          await changeDuty(world, { tenant, id: dutyId }, { type: 'channel-wanted', channelId });
      }
      cursor = page.next;
    } while (cursor !== undefined);
  }
}
