import { readPlans } from '../../casework/plans.ts';
import { refreshing } from '../../casework/it-team/shared-cards.ts';
import type { EffectsOf } from '../../ports/effects.ts';
import { plansCard } from './card.ts';

export const effects: EffectsOf<'refresh-plans'> = {
  'refresh-plans': refreshing('plans', async (services, tenant, { reader, told }) =>
    plansCard(await readPlans(services, tenant), { told }, reader),
  ),
};
