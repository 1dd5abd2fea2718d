import type { TenantKey } from '../../duty/ids.ts';
import { isNewInstall } from '../../duty/time/instant.ts';
import type { ItChannel, OutboxEntry } from '../../ports/store.ts';
import { commitAhead, makeDue } from '../../casework/effect-ahead.ts';
import type { Place } from '../../ports/incoming.ts';
import type { Services } from '../../ports/services.ts';

/** Makes a channel the IT channel and shows every open duty there. `moved` when it was another before. */
export async function useChannel(
  services: Services,
  tenant: TenantKey,
  channel: Omit<ItChannel, 'installed' | 'installedAt' | 'since'>,
): Promise<{ readonly moved: boolean }> {
  const before = await services.store.people.channel(tenant);
  const now = services.now();
  const moved = before?.channelId !== channel.channelId || !before.installed;
  // The effect first: were the channel known before it, a crash in between would lose it for good.
  const shown = moved ? await showAll(services, tenant) : undefined;
  await services.store.people.useChannel(tenant, {
    ...channel,
    installed: true,
    installedAt: now,
    since: before?.since ?? before?.installedAt ?? now,
  });
  if (shown) services.delivery.soon(await makeDue(services, shown));
  return { moved };
}

/** Commits what shows every duty that waits in the channel that is saved right after. */
const showAll = (services: Services, tenant: TenantKey): Promise<OutboxEntry> =>
  commitAhead(
    services,
    { tenant },
    { do: 'show-all-in-channel', key: `show-all:${services.newId()}` },
  );

/** Whether a team is the one that has the IT channel. */
async function channelIn(
  services: Services,
  { tenant, teamId, channelId }: Place,
): Promise<ItChannel | undefined> {
  const channel = await services.store.people.channel(tenant);
  const sameTeam = teamId !== undefined && channel?.teamId === teamId;
  return channel && (sameTeam || channel.channelId === channelId) ? channel : undefined;
}

/** The bot came back to the IT team: what waits is shown there again. Returns what begins that. */
export async function teamInstalled(services: Services, at: Place): Promise<() => void> {
  const channel = await channelIn(services, at);
  const now = services.now();
  if (!channel || !isNewInstall(channel, now)) return () => undefined;
  const { serviceUrl } = at;
  const back = { ...channel, serviceUrl, installed: true, installedAt: now };
  const entry = await showAll(services, at.tenant);
  await services.store.people.useChannel(at.tenant, back);
  const due = await makeDue(services, entry);
  return () => {
    services.delivery.soon(due);
  };
}

/** The bot was removed from the IT team: nothing can be shown there until it is back. */
export async function teamUninstalled(services: Services, at: Place): Promise<void> {
  const channel = await channelIn(services, at);
  if (channel) await services.store.people.useChannel(at.tenant, { ...channel, installed: false });
}
