import type { Messenger } from '../ports/messenger.ts';
import { countedOf } from '../duty/counted.ts';
import type { Duty } from '../duty/duty.ts';
import type { Effect, IndexKey } from '../duty/effects.ts';
import { indexKeysOf } from '../duty/effects.ts';
import { rowOf } from '../duty/view.ts';
import type { OutboxEntry } from '../ports/store.ts';
import { changeDuty } from '../casework/change-duty.ts';
import { outdateEarlier } from '../casework/document-versions.ts';
import { openFollowUp } from './new-duty/follow-up.ts';
import { replaceDeparted } from './people/departures.ts';
import { planReminder } from './reminders/reminders.ts';
import type { Services } from '../ports/services.ts';

import type { EffectResult } from '../ports/effect-result.ts';
import { done, noted, said } from '../ports/effect-result.ts';
import type { ChannelBudget } from './channel/budget.ts';
import { showRollUp } from './channel/roll-up.ts';
import { escalate, showAll, showChannel } from './channel/show.ts';
import { showDeadLetters } from './dead-letters/show.ts';
import { editCards, postCard } from './answering/send-cards.ts';
import { bringOpen } from './people/bring-open.ts';
import { sayPlan } from './plans/send.ts';
import { askExport, handOutRemovals } from './review/removals/send.ts';
import { sayInChannel, sendReminders } from './reminders/send.ts';
import { alertRole, tellNews } from './news/notify.ts';
import { editSurveyCards, sendSurveyCard } from './survey/send.ts';
import { tellVendor } from './vendor/send-updates.ts';

/**
 * Carries out one committed effect. Everything is rendered from the state as it is now, so that an
 * effect that comes late or twice shows the truth all the same. `duty` is the state as it is now.
 */
export async function carryOut(
  services: Services,
  messenger: Messenger,
  entry: OutboxEntry,
  duty: Duty | undefined,
  budget: ChannelBudget,
): Promise<EffectResult> {
  const { effect, tenant } = entry;
  switch (effect.do) {
    case 'show-all-in-channel':
      await showAll(services, tenant);
      return done;
    case 'bring-open':
      return bringOpen(services, messenger, effect.person, entry);
    case 'roll-up':
      return showRollUp(services, messenger, budget, tenant);
    case 'show-dead-letters':
      return showDeadLetters(services, messenger, tenant);
    case 'send-reminders':
      return sendReminders(services, messenger, tenant, effect.person);
    case 'replace-departed':
      await replaceDeparted(services, tenant, effect.person);
      return done;
    case 'say-plan':
      return sayPlan(services, messenger, tenant, effect);
    default:
      if (!duty) throw new Error(`The duty of the effect ${effect.key} does not exist.`);
      return carryOutFor({ services, messenger, budget }, duty, effect, entry);
  }
}

interface Hands {
  readonly services: Services;
  readonly messenger: Messenger;
  readonly budget: ChannelBudget;
}

async function carryOutFor(
  { services, messenger, budget }: Hands,
  duty: Duty,
  effect: Effect,
  entry: OutboxEntry,
): Promise<EffectResult> {
  switch (effect.do) {
    case 'list':
      await Promise.all([
        list(services, duty, effect.was, effect.wasDueOn),
        services.store.coverage.count(duty.tenant, countedOf(duty, services.zone)),
      ]);
      return done;
    case 'post-card':
      return postCard(services, messenger, duty, effect.person, entry);
    case 'edit-cards': {
      const later = await editCards(services, messenger, duty, effect.person);
      return later ?? done;
    }
    case 'show-channel':
      return showChannel({ services, messenger, budget }, duty, entry);
    case 'escalate': {
      const later = await escalate(services, messenger, duty);
      if (later) return later;
      break;
    }
    case 'open-duty':
      await openFollowUp(services, duty, effect);
      return done;
    case 'hand-out-removals':
      return handOutRemovals(services, messenger, duty);
    case 'ask-export':
      return askExport(services, messenger, duty, effect, entry);
    case 'webhook':
      return tellVendor(services, duty, effect, entry);
    case 'outdate':
      await outdateEarlier(services, duty);
      return done;
    case 'remind':
      await planReminder(services, duty.tenant, effect.person);
      return done;
    case 'say':
      // A duty that only ever stood on the roll-up gets its card now, which says the same.
      if (!duty.channelMessage) return showChannel({ services, messenger, budget }, duty, entry);
      return sayInChannel(services, messenger, duty, effect.said);
    case 'tell': {
      const later = await tellNews(services, messenger, duty, effect);
      if (later) return later;
      break;
    }
    case 'alert': {
      const later = await alertRole(services, messenger, duty, effect);
      if (later) return later;
      break;
    }
    case 'survey-page': {
      const { from, step } = effect;
      const paged = await changeDuty(services, duty, { type: 'survey-paged', from, step }, entry);
      // Nothing was changed where the duty was taken back meanwhile: the row is still there.
      return paged?.duty.revision === duty.revision ? done : noted;
    }
    case 'survey-card': {
      if (effect.step === 'send')
        return sendSurveyCard(services, messenger, duty, effect.person, entry);
      const later = await editSurveyCards(services, messenger, duty, effect.person);
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
  services: Services,
  duty: Duty,
  was: readonly IndexKey[],
  wasDueOn: string | undefined,
): Promise<void> {
  const view = rowOf(duty);
  const now = indexKeysOf(duty);
  const moved = wasDueOn !== undefined && wasDueOn !== duty.dueOn;
  const standing = new Set(now.map((indexKey) => JSON.stringify(indexKey)));
  const gone = was.filter(
    (indexKey) => (moved && goesByDue(indexKey)) || !standing.has(JSON.stringify(indexKey)),
  );
  // The lists go by due date: what was put off stands at another place of the same list.
  const before = { ...view, dueOn: wasDueOn ?? view.dueOn };
  // The lists of evidence and reminders read nothing else of a duty: what stands there stays as it is.
  const listed = new Set(was.map((indexKey) => JSON.stringify(indexKey)));
  const stays = (indexKey: IndexKey): boolean =>
    (indexKey.list === 'evidence' || indexKey.list === 'remind') &&
    listed.has(JSON.stringify(indexKey));
  await Promise.all([
    ...now
      .filter((indexKey) => !stays(indexKey))
      .map((indexKey) => services.store.indexes.put(duty.tenant, indexKey, view)),
    ...gone.map((indexKey) => services.store.indexes.remove(duty.tenant, indexKey, before)),
  ]);
}

/** Whether a duty stands on a list under its due date; elsewhere another due date moves nothing. */
const goesByDue = ({ list: name }: IndexKey): boolean =>
  name === 'all' || name === 'status' || name === 'person';
