import type { TenantKey } from '../lifecycle/duty.ts';
import type { ItChannel, OutboxEntry } from '../store/ports.ts';
import type { World } from './world.ts';

/** Makes a channel the IT channel and shows every open duty there. Returns the channel that it was before. */
export async function useChannel(
  world: World,
  tenant: TenantKey,
  channel: ItChannel,
): Promise<{ readonly before: ItChannel | undefined; readonly moved: boolean }> {
  const before = await world.store.people.channel(tenant);
  await world.store.people.useChannel(tenant, channel);
  const moved = before?.channelId !== channel.channelId;
  if (moved) {
    const entry: OutboxEntry = {
      tenant,
      effect: { do: 'show-all-in-channel', key: `show-all:${world.newId()}` },
      dueAt: world.now(),
      attempts: 0,
    };
    await world.store.outbox.add(entry);
    world.delivery.soon([entry]);
  }
  return { before, moved };
}

/** True in the channel that is the IT channel now; only there the bot is administered. */
export async function isItChannel(world: World, tenant: TenantKey, channelId: string): Promise<boolean> {
  return (await world.store.people.channel(tenant))?.channelId === channelId;
}
