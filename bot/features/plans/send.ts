import type { Messenger } from '../../ports/messenger.ts';
import type { TenantKey } from '../../duty/ids.ts';
import type { TenantEffect } from '../../duty/effects.ts';
import { planWordCard } from './card.ts';
import { planById } from '../../tenant/plans/plan.ts';
import { readPlans } from '../../casework/plans.ts';
import type { Services } from '../../ports/services.ts';
import { channelReader } from '../../ports/services.ts';
import type { EffectResult } from '../../ports/effect-result.ts';
import { done, said } from '../../ports/effect-result.ts';

/** Says in the IT channel that a plan came round and needs somebody there. */
export async function sayPlan(
  services: Services,
  messenger: Messenger,
  tenant: TenantKey,
  { plan: id, why }: Extract<TenantEffect, { do: 'say-plan' }>,
): Promise<EffectResult> {
  const channel = await services.store.people.channel(tenant);
  const plan = planById(await readPlans(services, tenant), id);
  if (!channel?.installed || !plan || plan.paused) return done;
  const card = planWordCard(plan, why, channelReader(services));
  const sending = await messenger.toChannel(channel, { card, summary: card.fallbackText });
  return sending.type === 'try-later' ? sending : said;
}
