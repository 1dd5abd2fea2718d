import type { TenantKey } from '../duty/ids.ts';
import type { World } from '../ports/services.ts';

/** True in the channel that is the IT channel now; only there the bot is administered. */
export async function isItChannel(
  world: World,
  tenant: TenantKey,
  channelId: string,
): Promise<boolean> {
  return (await world.store.people.channel(tenant))?.channelId === channelId;
}
