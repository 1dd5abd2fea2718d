import { refreshing, refreshSoon } from '../../casework/it-team/shared-cards.ts';
import type { Instant, TenantKey } from '../../duty/ids.ts';
import { secondsAfter } from '../../duty/time/instant.ts';
import { dayOf } from '../../duty/time/workdays.ts';
import type { EffectsOf } from '../../ports/effects.ts';
import type { Services } from '../../ports/services.ts';
import { overview } from './lists.ts';

// What is late is so from the beginning of a day; it shows within the hour.
const newDaySeconds = 3600;

/**
 * Looks by the clock whether the overview in the IT channel is behind: what moved on the lists since the last
 * look stands on it with one edit. So it is after a start, when nobody knows what moved, and on a new day.
 */
export function overviewRounds(): (services: Services, tenant: TenantKey) => Promise<void> {
  const shown = new Map<TenantKey, { readonly day: string; readonly until: Instant }>();
  return async (services, tenant) => {
    const now = services.now();
    const last = shown.get(tenant);
    const moved = services.moved.delete(tenant);
    if (!moved && last && now < last.until) return;
    const day = dayOf(now, services.zone);
    try {
      if (moved || last?.day !== day) await refreshSoon(services, tenant, 'overview');
      shown.set(tenant, { day, until: secondsAfter(now, newDaySeconds) });
    } catch (error) {
      services.moved.add(tenant);
      throw error;
    }
  };
}

export const effects: EffectsOf<'refresh-overview'> = {
  'refresh-overview': refreshing('overview', (services, tenant, { reader }) =>
    overview({ services, tenant, reader, opens: 'show' }),
  ),
};
