import type { TenantKey } from '../duty/ids.ts';
import type { World } from '../ports/services.ts';
import { emptyPlans } from '../tenant/plans/change.ts';
import type { Plans } from '../tenant/plans/plan.ts';

/** The plans of a tenant; none where nothing was laid down yet. */
export async function readPlans(world: World, tenant: TenantKey): Promise<Plans> {
  return (await world.store.registers.load(tenant, 'plans'))?.value ?? emptyPlans(tenant);
}
