import type { Role } from '../duties/kind.ts';
import type { Person, TenantKey } from '../lifecycle/duty.ts';
import { parsePersonId } from '../lifecycle/duty.ts';
import type { World } from './world.ts';

/** Who holds an office; undefined while nobody does. */
export async function personInRole(
  world: World,
  tenant: TenantKey,
  role: Role,
): Promise<Person | undefined> {
  const holder = (await world.store.people.houseRules(tenant))?.value.offices?.[role];
  const aadObjectId = parsePersonId(holder?.aadObjectId);
  return holder && aadObjectId && { aadObjectId, name: holder.name };
}
