import type { EffectResult, EffectsOf, Job, TenantEffectOf } from '../../ports/effects.ts';
import { done } from '../../ports/effects.ts';
import { retriedCard } from './card.ts';
import { deadLetterCardOf } from './retry.ts';
import { showOrPost } from '../../casework/send.ts';
import { channelReader } from '../../ports/services.ts';

/** Shows in the IT channel what was given up: one card a tenant, which is edited from then on. */
async function showDeadLetters(
  job: Job<TenantEffectOf<'show-dead-letters'>>,
): Promise<EffectResult> {
  const { services, effect, entry } = job;
  const { tenant } = entry;
  const channel = await services.store.people.channel(tenant);
  if (!channel?.installed) return done;
  const reader = channelReader(services);
  const { card: now, isEmpty } = await deadLetterCardOf(services, tenant, reader);
  const card = isEmpty && effect.retried ? retriedCard(effect.retried, reader) : now;
  const shown = effect.anew ? undefined : await services.store.deadLetters.card(tenant);
  const at = shown?.conversationId.split(';')[0] === channel.channelId ? shown : undefined;
  if (!at && isEmpty) return done;
  const message = { card, summary: card.fallbackText };
  const result = await showOrPost(job, channel, { at, message });
  switch (result.type) {
    case 'try-later':
      return result;
    case 'edited':
      return done;
    case 'posted':
      if (result.message) await services.store.deadLetters.keepCard(tenant, result.message);
      return done;
    case 'gone':
      return { type: 'go-on', left: { ...effect, anew: true } };
    case 'refused':
      return at
        ? { type: 'go-on', left: { ...effect, anew: true } }
        : { ...done, note: 'the channel refused a card' };
  }
}

export const effects: EffectsOf<'show-dead-letters'> = {
  'show-dead-letters': { run: showDeadLetters },
};
