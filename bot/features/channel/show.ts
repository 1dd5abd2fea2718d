import { pagesOf } from '../../ports/pages.ts';
import { channelCard, escalationCard } from '../../views/channel-card.ts';
import { noticeCard } from '../../views/chat-cards.ts';
import { chatTexts } from '../../views/chat-texts.ts';
import type { Duty } from '../../duty/duty.ts';
import type { TenantKey } from '../../duty/ids.ts';
import { parseDutyId, standsIn } from '../../duty/ids.ts';
import type { DutyJob, EffectOf, EffectResult, EffectsOf } from '../../ports/effects.ts';
import { done, noted, said } from '../../ports/effects.ts';
import type { ItChannel } from '../../ports/store.ts';
import { changeDuty, noteEffect } from '../../casework/change-duty.ts';
import { showOrPost } from '../../casework/send.ts';
import type { Message } from '../../ports/messenger.ts';
import type { Services } from '../../ports/services.ts';
import { channelReader } from '../../ports/services.ts';
import { holdChange } from './roll-up.ts';

/**
 * Posts the duty's card in the IT channel, or edits the one that stands there. Where more changes than
 * people can follow, it goes on the roll-up instead; a problem does so only where there are too many of these.
 */
async function showChannel(job: DutyJob<EffectOf<'show-channel'>>): Promise<EffectResult> {
  const { services, duty, effect } = job;
  const channel = await services.store.people.channel(duty.tenant);
  // Without the bot in the team nothing can be shown; when it comes back, everything is.
  if (!channel?.installed) return done;
  const isCounted = effect.catchesUp ?? effect.anew ?? false;
  if (!isCounted && !(await mayShow(job, channel))) return done;
  const standing = effect.anew ? undefined : duty.channelMessage;
  const moved = standing && !standsIn(standing, channel.channelId);
  const message = moved ? movedMessage(services) : cardMessage(services, duty);
  const result = await showOrPost(job, channel, { at: standing, message });
  if (result.type === 'posted') return notePosted(job, result.message);
  // What stood in another channel says so now, as far as it can: here a card of its own follows.
  if (result.type !== 'try-later' && (moved || result.type === 'gone'))
    return { type: 'go-on', left: { ...effect, anew: true } };
  if (result.type === 'refused') return { ...done, note: 'the channel refused a card' };
  return result.type === 'try-later' ? result : done;
}

/** Whether people can follow one card more; a change that they cannot goes on the roll-up. */
async function mayShow(
  { services, budget, duty }: DutyJob<EffectOf<'show-channel'>>,
  { channelId }: ItChannel,
): Promise<boolean> {
  const now = Date.parse(services.now());
  if (budget.take(duty.tenant, channelId, now)) return true;
  await holdChange(services, budget, duty);
  // A problem is seen at once, but a storm of them stands on the roll-up as well.
  const problems = `${channelId} problems`;
  return duty.status === 'problem' && budget.take(duty.tenant, problems, now);
}

function cardMessage(services: Services, duty: Duty): Message {
  const card = channelCard(duty, channelReader(services));
  return { card, summary: card.fallbackText };
}

function movedMessage(services: Services): Message {
  const { language } = channelReader(services);
  const told = chatTexts[language].channelMoved;
  return { card: noticeCard(language, 'channel', told), summary: told };
}

async function notePosted(
  { services, duty, entry }: DutyJob<EffectOf<'show-channel'>>,
  message: Duty['channelMessage'],
): Promise<EffectResult> {
  if (!message) return { ...said, note: 'a card was posted without an id' };
  await noteEffect(services, duty, {
    event: { type: 'channel-posted', message, shown: duty.revision },
    entry,
  });
  return noted;
}

/** A reply in the duty's thread: an edited card alone raises no notification. */
async function escalate({
  services,
  messenger,
  duty,
}: DutyJob<EffectOf<'escalate'>>): Promise<EffectResult> {
  if (!duty.channelMessage) return said;
  const card = escalationCard(duty, channelReader(services));
  const result = await messenger.reply(duty.channelMessage, { card, summary: card.fallbackText });
  return result.type === 'try-later' ? result : said;
}

/** Gives every duty that waits or has a problem its card in a channel that became the IT channel. */
async function showAll(services: Services, tenant: TenantKey): Promise<void> {
  const channelId = (await services.store.people.channel(tenant))?.channelId;
  if (channelId === undefined) return;
  for (const status of ['open', 'problem'] as const) {
    const list = { list: 'status', status } as const;
    const pages = pagesOf((cursor) =>
      services.store.indexes.page(tenant, { list, size: 100, cursor }),
    );
    for await (const items of pages) {
      for (const { id } of items) {
        const dutyId = parseDutyId(id);
        if (dutyId)
          await changeDuty(services, { tenant, id: dutyId }, { type: 'channel-wanted', channelId });
      }
    }
  }
}

export const effects: EffectsOf<'show-channel' | 'escalate' | 'show-all-in-channel'> = {
  'show-channel': { run: showChannel, merges: true },
  escalate: { run: escalate },
  'show-all-in-channel': {
    run: async ({ services, entry }) => {
      await showAll(services, entry.tenant);
      return done;
    },
  },
};
