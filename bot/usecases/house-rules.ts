import type { HouseRules } from '../duties/kind.ts';
import type { TenantKey } from '../lifecycle/duty.ts';
import type { World } from './world.ts';

/** What the IT team has laid down; nothing beside the usual while it has not. */
export async function houseRules(world: World, tenant: TenantKey): Promise<HouseRules> {
  return (await world.store.people.houseRules(tenant))?.value ?? { routes: {}, domains: [] };
}
