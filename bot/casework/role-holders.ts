import type { Person, TenantKey } from '../duty/ids.ts';
import type { Role } from '../kinds/kind.ts';
import { personInRole as holderOf } from '../tenant/roster/roster.ts';
import { readRoster } from './roster.ts';
import type { World } from '../ports/services.ts';

/** Who holds an office; undefined while nobody does. */
export async function personInRole(
  world: World,
  tenant: TenantKey,
  role: Role,
): Promise<Person | undefined> {
  return holderOf(await readRoster(world, tenant), role);
}
