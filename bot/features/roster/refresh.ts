import { readRoster } from '../../casework/roster.ts';
import { refreshing } from '../../casework/it-team/shared-cards.ts';
import type { EffectsOf } from '../../ports/effects.ts';
import { rosterCard } from './card.ts';

export const effects: EffectsOf<'refresh-roster'> = {
  'refresh-roster': refreshing('roster', async (services, tenant, { reader, told }) =>
    rosterCard(await readRoster(services, tenant), { told }, reader),
  ),
};
