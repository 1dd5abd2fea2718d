import type { Message, Messenger } from '../../ports/messenger.ts';
import { parseDutyId, standsIn } from '../../duty/ids.ts';
import type { TenantKey } from '../../duty/ids.ts';
import type { Duty } from '../../duty/duty.ts';
import { channelCard, escalationCard } from '../../views/channel-card.ts';
import { noticeCard } from '../../views/chat-cards.ts';
import { chatTexts } from '../../views/chat-texts.ts';
import type { ReaderNow } from '../../views/reader.ts';
import type { ItChannel, OutboxEntry } from '../../ports/store.ts';
import { changeDuty } from '../../casework/change-duty.ts';
import type { Services } from '../../ports/services.ts';
import { channelReader } from '../../ports/services.ts';

import type { EffectResult } from '../../ports/effect-result.ts';
import { done, noted } from '../../ports/effect-result.ts';
import type { ChannelBudget } from './budget.ts';
import { holdChange } from './roll-up.ts';

interface Hands {
  readonly services: Services;
  readonly messenger: Messenger;
  readonly budget: ChannelBudget;
}

/**
 * Posts the duty's card in the IT channel, or edits the one that stands there. Where more changes than
 * people can follow, it goes on the roll-up instead; a problem never does so only.
 */
export async function showChannel(
  { services, messenger, budget }: Hands,
  duty: Duty,
  entry: OutboxEntry,
): Promise<EffectResult> {
  const channel = await services.store.people.channel(duty.tenant);
  // Without the bot in the team nothing can be shown; when it comes back, everything is.
  if (!channel?.installed) return done;
  if (
    !catchesUp(entry) &&
    !budget.take(duty.tenant, channel.channelId, Date.parse(services.now()))
  ) {
    await holdChange(services, budget, duty);
    if (duty.status !== 'problem') return done;
  }
  return showCard(services, messenger, duty, channel, entry);
}

const catchesUp = ({ effect }: OutboxEntry): boolean =>
  effect.do === 'show-channel' && effect.catchesUp === true;

async function showCard(
  services: Services,
  messenger: Messenger,
  duty: Duty,
  channel: ItChannel,
  entry: OutboxEntry,
): Promise<EffectResult> {
  const reader = channelReader(services);
  const card = channelCard(duty, reader);
  const message: Message = { card, summary: card.fallbackText };
  if (duty.channelMessage) {
    const here = standsIn(duty.channelMessage, channel.channelId);
    const edited = here ? message : movedMessage(reader);
    const sending = await messenger.edit(duty.channelMessage, edited);
    if (sending.type === 'try-later') return sending;
    if (here && sending.type !== 'gone') {
      return sending.type === 'sent' ? done : { ...done, note: 'the channel refused an edit' };
    }
  }
  const sending = await messenger.toChannel(channel, message);
  if (sending.type === 'try-later') return sending;
  if (sending.type === 'sent' && sending.message) {
    const posted = {
      type: 'channel-posted',
      message: sending.message,
      shown: duty.revision,
    } as const;
    await changeDuty(services, duty, posted, entry);
    return noted;
  }
  return { ...done, note: 'the channel refused a card' };
}

function movedMessage({ language }: ReaderNow): Message {
  const told = chatTexts[language].channelMoved;
  return { card: noticeCard(language, 'channel', told), summary: told };
}

/** A reply in the duty's thread: an edited card alone raises no notification. */
export async function escalate(
  services: Services,
  messenger: Messenger,
  duty: Duty,
): Promise<EffectResult | undefined> {
  if (!duty.channelMessage) return undefined;
  const card = escalationCard(duty, channelReader(services));
  const sending = await messenger.reply(duty.channelMessage, { card, summary: card.fallbackText });
  return sending.type === 'try-later' ? sending : undefined;
}

/** Gives every duty that waits or has a problem its card in a channel that became the IT channel. */
export async function showAll(services: Services, tenant: TenantKey): Promise<void> {
  const channelId = (await services.store.people.channel(tenant))?.channelId;
  if (channelId === undefined) return;
  for (const status of ['open', 'problem'] as const) {
    let cursor: string | undefined;
    do {
      const page = await services.store.indexes.page(
        tenant,
        { list: 'status', status },
        100,
        cursor,
      );
      for (const { id } of page.items) {
        const dutyId = parseDutyId(id);
        if (dutyId)
          await changeDuty(services, { tenant, id: dutyId }, { type: 'channel-wanted', channelId });
      }
      cursor = page.next;
    } while (cursor !== undefined);
  }
}
