import { changeDuty } from '../../casework/change-duty.ts';
import type { DutyId } from '../../duty/ids.ts';
import { channelWordCard, reminderCard } from './card.ts';
import type {
  DutyJob,
  EffectOf,
  EffectResult,
  EffectsOf,
  Job,
  TenantEffectOf,
} from '../../ports/effects.ts';
import { done, said } from '../../ports/effects.ts';
import { calledUpon } from '../../casework/people/called-upon.ts';
import { noteReminded } from '../../casework/people/people.ts';
import { personsDay, planReminder, toRemindNow, whatWaits } from './reminders.ts';
import { sendToPerson } from '../../casework/send.ts';
import { channelReader } from '../../ports/services.ts';

/**
 * Sends a person the day's one message about what waits, and then the cards of which it reminds that never came;
 * nothing where all was answered meanwhile.
 */
async function sendReminders(job: Job<TenantEffectOf<'send-reminders'>>): Promise<EffectResult> {
  const { services, effect, entry } = job;
  const { tenant } = entry;
  const { person, cards } = effect;
  if (cards) return bringCards(job, cards);
  if (!(await toRemindNow(services, tenant, person))) return done;
  const waiting = await whatWaits(services, tenant, person);
  if (waiting.items.length === 0) return done;
  const result = await sendToPerson(job, person, (reader) => {
    const card = reminderCard(waiting, person, reader);
    return { card, summary: card.fallbackText };
  });
  if (result.type === 'try-later') return result;
  if (result.type === 'not-reached') return done;
  await noteReminded(services, { tenant, person, day: personsDay(services, result.to) });
  return waiting.cards.length === 0
    ? said
    : { type: 'go-on', left: { ...effect, cards: waiting.cards } };
}

async function bringCards(
  { services, effect, entry: { tenant } }: Job<TenantEffectOf<'send-reminders'>>,
  [id, ...cards]: readonly DutyId[],
): Promise<EffectResult> {
  if (!id) return done;
  const { person } = effect;
  await changeDuty(services, { tenant, id }, { type: 'card-wanted', person, afresh: true });
  return cards.length === 0 ? done : { type: 'go-on', left: { ...effect, cards } };
}

/**
 * A reply in the duty's thread; nothing where it has become untrue. A duty that only ever stood on the roll-up gets
 * its card instead, which says the same.
 */
async function say({
  services,
  messenger,
  duty,
  effect,
}: DutyJob<EffectOf<'say'>>): Promise<EffectResult> {
  if (!duty.channelMessage) return { type: 'go-on', left: { do: 'show-channel', key: effect.key } };
  const { said: word } = effect;
  const calls = word.type === 'passed-on' || (word.type === 'late' && word.calls === true);
  const channel = calls ? await services.store.people.channel(duty.tenant) : undefined;
  const called = channel ? await calledUpon({ services, duty }, channel, 'late') : [];
  const card = channelWordCard(duty, { said: word, called }, channelReader(services));
  if (!card) return done;
  const result = await messenger.reply(duty.channelMessage, { card, summary: card.fallbackText });
  return result.type === 'try-later' ? result : said;
}

export const effects: EffectsOf<'remind' | 'send-reminders' | 'say'> = {
  remind: {
    run: async ({ services, duty, effect }) => {
      await planReminder(services, duty.tenant, effect.person);
      return done;
    },
  },
  'send-reminders': { run: sendReminders },
  say: { run: say },
};
