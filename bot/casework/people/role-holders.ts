import type { Person, TenantKey } from '../../duty/ids.ts';
import type { Role } from '../../kinds/kind.ts';
import { personInRole as holderOf } from '../../tenant/roster/roster.ts';
import { readRoster } from '../roster.ts';
import type { Services } from '../../ports/services.ts';

/** Who holds an office; undefined while nobody does. */
export async function personInRole(
  services: Services,
  tenant: TenantKey,
  role: Role,
): Promise<Person | undefined> {
  return holderOf(await readRoster(services, tenant), role);
}
