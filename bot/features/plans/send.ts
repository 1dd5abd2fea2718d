import { planWordCard } from './card.ts';
import { dueOccurrence } from '../../tenant/plans/occurrences.ts';
import { planById } from '../../tenant/plans/plan.ts';
import type { EffectResult, EffectsOf, Job, TenantEffectOf } from '../../ports/effects.ts';
import { done, said } from '../../ports/effects.ts';
import { readPlans } from '../../casework/plans.ts';
import { showOrPost } from '../../casework/send.ts';
import { channelReader } from '../../ports/services.ts';

/** Says in the IT channel that a plan came round and needs somebody there. */
async function sayPlan(job: Job<TenantEffectOf<'say-plan'>>): Promise<EffectResult> {
  const { services, effect, entry } = job;
  const channel = await services.store.people.channel(entry.tenant);
  const plan = planById(await readPlans(services, entry.tenant), effect.plan);
  if (!channel?.installed || !plan || plan.paused) return done;
  // Where the plan is handled already, it is the day that it was handled for.
  const dueOn = dueOccurrence(plan, services.now(), services.zone)?.dueOn ?? plan.handledUntil;
  const card = planWordCard(plan, { why: effect.why, dueOn }, channelReader(services));
  const message = { card, summary: card.fallbackText };
  const result = await showOrPost(job, channel, { at: undefined, message });
  return result.type === 'try-later' ? result : said;
}

export const effects: EffectsOf<'say-plan'> = { 'say-plan': { run: sayPlan } };
