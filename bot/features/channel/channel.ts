import type { TenantKey } from '../../duty/ids.ts';
import { isNewInstall } from '../../duty/time/instant.ts';
import type { ItChannel, OutboxEntry } from '../../ports/store.ts';
import { commitAhead, makeDue } from '../../casework/effect-ahead.ts';
import type { Place } from '../../ports/incoming.ts';
import type { World } from '../../ports/services.ts';

/** Makes a channel the IT channel and shows every open duty there. `moved` when it was another before. */
export async function useChannel(
  world: World,
  tenant: TenantKey,
  channel: Omit<ItChannel, 'installed' | 'installedAt' | 'since'>,
): Promise<{ readonly moved: boolean }> {
  const before = await world.store.people.channel(tenant);
  const now = world.now();
  const moved = before?.channelId !== channel.channelId || !before.installed;
  // The effect first: were the channel known before it, a crash in between would lose it for good.
  const shown = moved ? await showAll(world, tenant) : undefined;
  await world.store.people.useChannel(tenant, {
    ...channel,
    installed: true,
    installedAt: now,
    since: before?.since ?? before?.installedAt ?? now,
  });
  if (shown) world.delivery.soon(await makeDue(world, shown));
  return { moved };
}

/** Commits what shows every duty that waits in the channel that is saved right after. */
const showAll = (world: World, tenant: TenantKey): Promise<OutboxEntry> =>
  commitAhead(world, { tenant }, { do: 'show-all-in-channel', key: `show-all:${world.newId()}` });

/** Whether a team is the one that has the IT channel. */
async function channelIn(
  world: World,
  { tenant, teamId, channelId }: Place,
): Promise<ItChannel | undefined> {
  const channel = await world.store.people.channel(tenant);
  const sameTeam = teamId !== undefined && channel?.teamId === teamId;
  return channel && (sameTeam || channel.channelId === channelId) ? channel : undefined;
}

/** The bot came back to the IT team: what waits is shown there again. Returns what begins that. */
export async function teamInstalled(world: World, at: Place): Promise<() => void> {
  const channel = await channelIn(world, at);
  const now = world.now();
  if (!channel || !isNewInstall(channel, now)) return () => undefined;
  const { serviceUrl } = at;
  const back = { ...channel, serviceUrl, installed: true, installedAt: now };
  const entry = await showAll(world, at.tenant);
  await world.store.people.useChannel(at.tenant, back);
  const due = await makeDue(world, entry);
  return () => {
    world.delivery.soon(due);
  };
}

/** The bot was removed from the IT team: nothing can be shown there until it is back. */
export async function teamUninstalled(world: World, at: Place): Promise<void> {
  const channel = await channelIn(world, at);
  if (channel) await world.store.people.useChannel(at.tenant, { ...channel, installed: false });
}
