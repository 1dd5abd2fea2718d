import type { Messenger } from '../../ports/messenger.ts';
import type { TenantKey } from '../../duty/ids.ts';
import type { Services } from '../../ports/services.ts';
import { channelReader } from '../../ports/services.ts';
import { deadLetterCardOf } from './retry.ts';
import type { EffectResult } from '../../ports/effect-result.ts';
import { done } from '../../ports/effect-result.ts';

/** Shows in the IT channel what was given up: one card a tenant, which is edited from then on. */
export async function showDeadLetters(
  services: Services,
  messenger: Messenger,
  tenant: TenantKey,
): Promise<EffectResult> {
  const channel = await services.store.people.channel(tenant);
  if (!channel?.installed) return done;
  const { card, isEmpty } = await deadLetterCardOf(services, tenant, channelReader(services));
  const message = { card, summary: card.fallbackText };
  const shown = await services.store.deadLetters.card(tenant);
  if (shown?.conversationId.split(';')[0] === channel.channelId) {
    const edited = await messenger.edit(shown, message);
    if (edited.type === 'try-later') return edited;
    if (edited.type === 'sent') return done;
  }
  if (isEmpty) return done;
  const sending = await messenger.toChannel(channel, message);
  if (sending.type === 'try-later') return sending;
  if (sending.type !== 'sent') return { ...done, note: 'the channel refused a card' };
  if (sending.message) await services.store.deadLetters.keepCard(tenant, sending.message);
  return done;
}
