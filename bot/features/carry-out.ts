import type { Messenger } from '../ports/messenger.ts';
import { countedOf } from '../duty/counted.ts';
import type { Duty } from '../duty/duty.ts';
import type { Effect, Placement } from '../duty/effects.ts';
import { placementsOf } from '../duty/effects.ts';
import { viewOf } from '../duty/view.ts';
import type { OutboxEntry } from '../ports/store.ts';
import { changeDuty } from '../casework/change-duty.ts';
import { outdateEarlier } from '../casework/document-versions.ts';
import { openFollowUp } from './new-duty/follow-up.ts';
import { replaceLeaver } from './people/departures.ts';
import { planReminder } from './reminders/reminders.ts';
import type { World } from '../ports/services.ts';

import type { Carried } from '../ports/effect-result.ts';
import { done, noted, said } from '../ports/effect-result.ts';
import type { ChannelBudget } from './channel/budget.ts';
import { showRollUp } from './channel/roll-up.ts';
import { escalate, showAll, showChannel } from './channel/show.ts';
import { showPoison } from './dead-letters/show.ts';
import { editCards, postCard } from './answering/send-cards.ts';
import { bringOpen } from './people/bring-open.ts';
import { sayPlan } from './plans/send.ts';
import { askExport, handOutRemovals } from './review/removals/send.ts';
import { sayInChannel, sendReminders } from './reminders/send.ts';
import { alertRole, tellNews } from './news/notify.ts';
import { editRoundCards, sendRoundCard } from './survey/send.ts';
import { tellVendor } from './vendor/send-updates.ts';

/**
 * Carries out one committed effect. Everything is rendered from the state as it is now, so that an
 * effect that comes late or twice shows the truth all the same. `duty` is the state as it is now.
 */
export async function carryOut(
  world: World,
  messenger: Messenger,
  entry: OutboxEntry,
  duty: Duty | undefined,
  budget: ChannelBudget,
): Promise<Carried> {
  const { effect, tenant } = entry;
  switch (effect.do) {
    case 'show-all-in-channel':
      await showAll(world, tenant);
      return done;
    case 'bring-open':
      return bringOpen(world, messenger, effect.person, entry);
    case 'roll-up':
      return showRollUp(world, messenger, budget, tenant);
    case 'show-poison':
      return showPoison(world, messenger, tenant);
    case 'send-reminders':
      return sendReminders(world, messenger, tenant, effect.person);
    case 'replace-leaver':
      await replaceLeaver(world, tenant, effect.person);
      return done;
    case 'say-plan':
      return sayPlan(world, messenger, tenant, effect);
    default:
      if (!duty) throw new Error(`The duty of the effect ${effect.key} does not exist.`);
      return carryOutFor({ world, messenger, budget }, duty, effect, entry);
  }
}

interface Hands {
  readonly world: World;
  readonly messenger: Messenger;
  readonly budget: ChannelBudget;
}

async function carryOutFor(
  { world, messenger, budget }: Hands,
  duty: Duty,
  effect: Effect,
  entry: OutboxEntry,
): Promise<Carried> {
  switch (effect.do) {
    case 'list':
      await Promise.all([
        list(world, duty, effect.was, effect.wasDueOn),
        world.store.coverage.count(duty.tenant, countedOf(duty, world.zone)),
      ]);
      return done;
    case 'post-card':
      return postCard(world, messenger, duty, effect.person, entry);
    case 'edit-cards': {
      const later = await editCards(world, messenger, duty, effect.person);
      return later ?? done;
    }
    case 'show-channel':
      return showChannel({ world, messenger, budget }, duty, entry);
    case 'escalate': {
      const later = await escalate(world, messenger, duty);
      if (later) return later;
      break;
    }
    case 'open-duty':
      await openFollowUp(world, duty, effect);
      return done;
    case 'hand-out-removals':
      return handOutRemovals(world, messenger, duty);
    case 'ask-export':
      return askExport(world, messenger, duty, effect, entry);
    case 'webhook':
      return tellVendor(world, duty, effect, entry);
    case 'outdate':
      await outdateEarlier(world, duty);
      return done;
    case 'remind':
      await planReminder(world, duty.tenant, effect.person);
      return done;
    case 'say':
      // A duty that only ever stood on the roll-up gets its card now, which says the same.
      if (!duty.channelMessage) return showChannel({ world, messenger, budget }, duty, entry);
      return sayInChannel(world, messenger, duty, effect.said);
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
    case 'round-page': {
      const { from, step } = effect;
      const paged = await changeDuty(world, duty, { type: 'round-paged', from, step }, entry);
      // Nothing was changed where the duty was taken back meanwhile: the row is still there.
      return paged?.duty.revision === duty.revision ? done : noted;
    }
    case 'round-card': {
      if (effect.step === 'send')
        return sendRoundCard(world, messenger, duty, effect.person, entry);
      const later = await editRoundCards(world, messenger, duty, effect.person);
      return later ?? done;
    }
    default:
      throw unknownEffect(effect);
  }
  return said;
}

/** A newer version beside this one may have asked for it: it is kept as poison and can be tried again. */
const unknownEffect = ({ do: name }: { readonly do: string }): Error =>
  new Error(`This version of the bot does not know the effect ${name}.`);

async function list(
  world: World,
  duty: Duty,
  was: readonly Placement[],
  wasDueOn: string | undefined,
): Promise<void> {
  const view = viewOf(duty);
  const now = placementsOf(duty);
  const moved = wasDueOn !== undefined && wasDueOn !== duty.dueOn;
  const standing = new Set(now.map((placement) => JSON.stringify(placement)));
  const gone = was.filter(
    (placement) => (moved && goesByDue(placement)) || !standing.has(JSON.stringify(placement)),
  );
  // The lists go by due date: what was put off stands at another place of the same list.
  const before = { ...view, dueOn: wasDueOn ?? view.dueOn };
  // The lists of evidence and reminders read nothing else of a duty: what stands there stays as it is.
  const listed = new Set(was.map((placement) => JSON.stringify(placement)));
  const stays = (placement: Placement): boolean =>
    (placement.list === 'evidence' || placement.list === 'remind') &&
    listed.has(JSON.stringify(placement));
  await Promise.all([
    ...now
      .filter((placement) => !stays(placement))
      .map((placement) => world.store.listings.put(duty.tenant, placement, view)),
    ...gone.map((placement) => world.store.listings.remove(duty.tenant, placement, before)),
  ]);
}

/** Whether a duty stands on a list under its due date; elsewhere another due date moves nothing. */
const goesByDue = ({ list: name }: Placement): boolean =>
  name === 'all' || name === 'status' || name === 'person';
