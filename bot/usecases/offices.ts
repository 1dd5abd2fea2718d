import type { Role } from '../duties/kind.ts';
import type { Person, TenantKey } from '../lifecycle/duty.ts';
import { personInRole as holderOf } from '../roster/roster.ts';
import { readRoster } from './roster.ts';
import type { World } from './world.ts';

/** Who holds an office; undefined while nobody does. */
export async function personInRole(
  world: World,
  tenant: TenantKey,
  role: Role,
): Promise<Person | undefined> {
  return holderOf(await readRoster(world, tenant), role);
}
