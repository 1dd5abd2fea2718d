import type { TenantKey } from '../duty/ids.ts';
import type { Services } from '../ports/services.ts';
import { emptyPlans } from '../tenant/plans/change.ts';
import type { Plans } from '../tenant/plans/plan.ts';

/** The plans of a tenant; none where nothing was laid down yet. */
export async function readPlans(services: Services, tenant: TenantKey): Promise<Plans> {
  return (await services.store.documents.load(tenant, 'plans'))?.value ?? emptyPlans(tenant);
}
