import { namesSecret } from '../../../cards/secrets.ts';
import { commitAhead, makeDue } from '../../casework/effect-ahead.ts';
import type { TenantEffect } from '../../duty/effects.ts';
import type { PersonId, TenantKey } from '../../duty/ids.ts';
import { sendToPerson } from '../../casework/send.ts';
import type { EffectResult, EffectsOf, Job, TenantEffectOf } from '../../ports/effects.ts';
import { done, said } from '../../ports/effects.ts';
import type { Place, TeamChange } from '../../ports/incoming.ts';
import type { Services } from '../../ports/services.ts';
import type { ItChannel } from '../../ports/store.ts';
import { noticeCard } from '../../views/chat-cards.ts';
import { channelIn, teamInstalled } from './channel.ts';

/** Why nothing can be shown in the IT channel any more. */
export type Lost = Extract<TenantEffect, { do: 'tell-channel-lost' }>['why'];

const nl = {
  deleted: (name: string) =>
    `Het IT-kanaal${name} is verwijderd. Plichten gaan door, maar niemand ziet ze in een kanaal. Typ in een ander kanaal ‘gebruik dit kanaal’.`,
  archived: (name: string) =>
    `Het team met het IT-kanaal${name} is gearchiveerd: daar kan ik niets meer plaatsen. Plichten gaan door. Typ in een ander kanaal ‘gebruik dit kanaal’.`,
  removed: (name: string) =>
    `Ik ben verwijderd uit het team met het IT-kanaal${name}. Plichten gaan door, maar niemand ziet ze in een kanaal. Voeg mij weer toe, of typ in een ander kanaal ‘gebruik dit kanaal’.`,
  unanswered: (name: string) =>
    `In het IT-kanaal${name} komt al een dag niets meer aan. Waarschijnlijk is het verwijderd, of ben ik uit het team gehaald. Plichten gaan door, maar niemand ziet ze in een kanaal. Bestaat het kanaal nog? Voeg mij dan weer toe. Typ anders in een ander kanaal ‘gebruik dit kanaal’.`,
} satisfies Readonly<Record<Lost, (name: string) => string>>;

const en: typeof nl = {
  deleted: (name) =>
    `The IT channel${name} was deleted. Duties go on, but nobody sees them in a channel. Type ‘use this channel’ in another channel.`,
  archived: (name) =>
    `The team with the IT channel${name} was archived: I can post nothing there any more. Duties go on. Type ‘use this channel’ in another channel.`,
  removed: (name) =>
    `I was removed from the team with the IT channel${name}. Duties go on, but nobody sees them in a channel. Add me again, or type ‘use this channel’ in another channel.`,
  unanswered: (name) =>
    `Nothing has arrived in the IT channel${name} for a day. It was probably deleted, or I was removed from the team. Duties go on, but nobody sees them in a channel. Is the channel still there? Then add me again. Otherwise type ‘use this channel’ in another channel.`,
};

const texts = { nl, en };

/** Something happened to a team or a channel. Returns what begins where the IT channel is back. */
export async function channelChanged(
  services: Services,
  at: Place,
  change: TeamChange,
): Promise<() => void> {
  const nothing = (): void => undefined;
  const channel = await channelIn(services, at);
  const isIt = channel?.channelId === at.channelId;
  if (!channel || (change.startsWith('channel-') && !isIt)) return nothing;
  switch (change) {
    case 'channel-renamed':
      await renamed(services, at);
      return nothing;
    case 'channel-deleted':
    case 'team-deleted':
      await channelLost(services, { tenant: at.tenant, channel, why: 'deleted' });
      return nothing;
    case 'team-archived':
      await channelLost(services, { tenant: at.tenant, channel, why: 'archived' });
      return nothing;
    case 'channel-restored':
    case 'team-restored':
    case 'team-unarchived':
      return channel.installed ? nothing : teamInstalled(services, at);
  }
}

async function renamed(
  { store }: Services,
  { tenant, channelId, channelName: name }: Place,
): Promise<void> {
  if (channelId === undefined || name === undefined || namesSecret(name)) return;
  // Where another one was chosen in between, that one stays as it is.
  await store.people.changeChannel(tenant, channelId, (channel) => ({ ...channel, name }));
}

/** The bot was removed from the IT team: nothing can be shown there until it is back. */
export async function teamUninstalled(services: Services, at: Place): Promise<void> {
  const channel = await channelIn(services, at);
  if (channel) await channelLost(services, { tenant: at.tenant, channel, why: 'removed' });
}

/** Stops showing anything there; whoever made it the IT channel hears it in the personal chat. */
export async function channelLost(
  services: Services,
  {
    tenant,
    channel,
    why,
  }: { readonly tenant: TenantKey; readonly channel: ItChannel; readonly why: Lost },
): Promise<void> {
  // The same is told by several events, such as a deletion of the team and the removal of the bot.
  if (!channel.installed) return;
  const { madeBy } = channel;
  const told =
    madeBy && (await commitTelling(services, { tenant, person: madeBy.aadObjectId, why }));
  await services.store.people.changeChannel(tenant, channel.channelId, (now) => ({
    ...now,
    installed: false,
  }));
  if (told) services.delivery.soon(await makeDue(services, told));
}

const commitTelling = (
  services: Services,
  {
    tenant,
    person,
    why,
  }: { readonly tenant: TenantKey; readonly person: PersonId; readonly why: Lost },
) =>
  commitAhead(
    services,
    { tenant, person },
    { do: 'tell-channel-lost', key: `channel-lost:${services.newId()}`, person, why },
  );

/** Tells who made a channel the IT channel that there is none any more. */
async function tellChannelLost(
  job: Job<TenantEffectOf<'tell-channel-lost'>>,
): Promise<EffectResult> {
  const { services, effect, entry } = job;
  const channel = await services.store.people.channel(entry.tenant);
  // It was told before the channel was saved, or there is one again.
  if (channel?.installed !== false) return done;
  const result = await sendToPerson(job, effect.person, ({ language }) => {
    const named = channel.name === undefined ? '' : ` (${channel.name})`;
    const told = texts[language][effect.why](named);
    return { card: noticeCard(language, 'personal', told), summary: told };
  });
  if (result.type === 'try-later') return result;
  return result.type === 'sent' ? said : done;
}

export const effects: EffectsOf<'tell-channel-lost'> = {
  'tell-channel-lost': { run: tellChannelLost },
};
