import type { TenantKey } from '../../duty/ids.ts';
import type { Services } from '../../ports/services.ts';

/** True in the channel that is the IT channel now; only there the bot is administered. */
export async function isItChannel(
  services: Services,
  tenant: TenantKey,
  channelId: string,
): Promise<boolean> {
  return (await services.store.people.channel(tenant))?.channelId === channelId;
}
