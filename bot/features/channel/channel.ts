import type { TenantKey } from '../../duty/ids.ts';
import { isNewInstall } from '../../duty/time/instant.ts';
import type { ItChannel, OutboxEntry, Silence } from '../../ports/store.ts';
import { heardOf } from '../../casework/people/silence.ts';
import { commitAhead, makeDue } from '../../casework/effect-ahead.ts';
import type { Place } from '../../ports/incoming.ts';
import type { Services } from '../../ports/services.ts';

/** Makes a channel the IT channel and shows every open duty there. `moved` when it was another before. */
export async function useChannel(
  services: Services,
  tenant: TenantKey,
  channel: Omit<ItChannel, 'installed' | 'installedAt' | 'since' | keyof Silence>,
): Promise<{ readonly moved: boolean }> {
  const before = await services.store.people.channel(tenant);
  const now = services.now();
  const moved = before?.channelId !== channel.channelId || !before.installed;
  // The effect first: were the channel known before it, a crash in between would lose it for good.
  const shown = moved ? await showHere(services, tenant) : [];
  await services.store.people.useChannel(tenant, {
    ...channel,
    installed: true,
    installedAt: now,
    since: before?.since ?? before?.installedAt ?? now,
  });
  for (const entry of shown) services.delivery.soon(await makeDue(services, entry));
  return { moved };
}

/** Commits what shows every duty that waits, and the newest checkpoint, in the channel that is saved right after. */
async function showHere(services: Services, tenant: TenantKey): Promise<readonly OutboxEntry[]> {
  const named = services.newId();
  return [
    await commitAhead(
      services,
      { tenant },
      { do: 'show-all-in-channel', key: `show-all:${named}` },
    ),
    await commitAhead(services, { tenant }, { do: 'show-checkpoint', key: `checkpoint:${named}` }),
  ];
}

/** The IT channel, where something is of it or of its team. What names another team is not, whatever channel it names. */
export async function channelIn(
  services: Services,
  { tenant, teamId, channelId }: Place,
): Promise<ItChannel | undefined> {
  const channel = await services.store.people.channel(tenant);
  if (!channel) return undefined;
  const isOfIt =
    teamId === undefined || channel.teamId === undefined
      ? channel.channelId === channelId
      : channel.teamId === teamId;
  return isOfIt ? channel : undefined;
}

/** The bot came back to the IT team: what waits is shown there again. Returns what begins that. */
export async function teamInstalled(services: Services, at: Place): Promise<() => void> {
  const channel = await channelIn(services, at);
  const now = services.now();
  if (!channel || !isNewInstall(channel, now)) return () => undefined;
  const { serviceUrl } = at;
  const back = { ...heardOf(channel), serviceUrl, installed: true, installedAt: now };
  const entries = await showHere(services, at.tenant);
  await services.store.people.useChannel(at.tenant, back);
  const due = await Promise.all(entries.map((entry) => makeDue(services, entry)));
  return () => {
    services.delivery.soon(due.flat());
  };
}

/** Something came from the IT channel for which the service had taken nothing: the bot is there after all. */
export async function channelHeard(
  services: Services,
  at: Place,
  { channelId, installed }: ItChannel,
): Promise<void> {
  if (installed) {
    await services.store.people.changeChannel(at.tenant, channelId, heardOf);
    return;
  }
  const begin = await teamInstalled(services, at);
  begin();
}
