import type { TenantKey } from '../lifecycle/duty.ts';
import type { TenantEffect } from '../lifecycle/effects.ts';
import { planWordCard } from '../present/plan-card.ts';
import { planById } from '../schedule/plan.ts';
import { readPlans } from '../usecases/plans.ts';
import type { Messenger, World } from '../usecases/world.ts';
import { channelReader } from '../usecases/world.ts';
import type { Carried } from './carried.ts';
import { done, said } from './carried.ts';

/** Says in the IT channel that a plan came round and needs somebody there. */
export async function sayPlan(
  world: World,
  messenger: Messenger,
  tenant: TenantKey,
  { plan: id, why }: Extract<TenantEffect, { do: 'say-plan' }>,
): Promise<Carried> {
  const channel = await world.store.people.channel(tenant);
  const plan = planById(await readPlans(world, tenant), id);
  if (!channel?.installed || !plan || plan.paused) return done;
  const card = planWordCard(plan, why, channelReader(world));
  const sending = await messenger.toChannel(channel, { card, summary: card.fallbackText });
  return sending.type === 'try-later' ? sending : said;
}
