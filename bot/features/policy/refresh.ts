import { policyOf } from '../../casework/policy.ts';
import { refreshing } from '../../casework/it-team/shared-cards.ts';
import type { EffectsOf } from '../../ports/effects.ts';
import { policyCard } from './card.ts';

export const effects: EffectsOf<'refresh-policy'> = {
  'refresh-policy': refreshing('policy', async (services, tenant, { reader, told }) =>
    policyCard(await policyOf(services, tenant), reader, told),
  ),
};
