import type { Duty } from '../lifecycle/duty.ts';
import type { Effect, Placement } from '../lifecycle/effects.ts';
import { placementsOf } from '../lifecycle/effects.ts';
import { viewOf } from '../lifecycle/view.ts';
import type { OutboxEntry } from '../store/ports.ts';
import { openFollowUp } from '../usecases/follow-up.ts';
import type { Messenger, World } from '../usecases/world.ts';

import type { Carried } from './carried.ts';
import { done } from './carried.ts';
import { escalate, showAll, showChannel } from './to-channel.ts';
import { bringOpen, editCards, postCard } from './to-person.ts';
import { alertRole, tellNews } from './telling.ts';

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
    case 'open-duty':
      await openFollowUp(world, duty, effect);
      break;
    case 'tell': {
      const later = await tellNews(world, messenger, duty, effect);
      if (later) return later;
      break;
    }
    case 'alert': {
      const later = await alertRole(world, messenger, duty, effect);
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
