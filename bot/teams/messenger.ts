import type { Message, Messenger, SendResult } from '../ports/messenger.ts';
import type { MessageRef } from '../duty/ids.ts';
import type { Activity, ConversationParameters } from 'botbuilder';
import { ActivityTypes, CardFactory } from 'botbuilder';
import { cardFaults } from '../../cards/limits.ts';
import type { Connect } from './connector.ts';
import { sendingAfter } from './sending.ts';

/** Says something in the conversation from which an activity came. */
export type Say = (
  at: { readonly conversationId: string; readonly serviceUrl: string },
  message: Message,
) => Promise<SendResult>;

// Azure Bot Service itself gives up after 10 to 15 seconds; what came of it is unknown then.
const patience = { timeout: 20_000 };

/** The far side of every send: one call to the Bot Connector each, its outcome as a value. */
export function createMessenger(
  connect: Connect,
  bot: { readonly id: string },
): Messenger & { readonly say: Say } {
  const say: Say = (at, message) =>
    sending(async () => {
      const client = await connect(at.serviceUrl);
      const sent: unknown = await client.conversations.sendToConversation(
        at.conversationId,
        activityOf(message),
        patience,
      );
      return messageRef(at, idOf(sent));
    });
  return {
    say,
    toPerson: say,
    reply: say,
    toChannel: (channel, message) =>
      sending(async () => {
        const client = await connect(channel.serviceUrl);
        const parameters = {
          isGroup: true,
          bot: { id: bot.id },
          channelData: { channel: { id: channel.channelId }, tenant: { id: channel.tenantId } },
          activity: activityOf(message),
        };
        // The SDK's type asks for members and names that a channel post does not have.
        const made = await client.conversations.createConversation(
          parameters as ConversationParameters,
          patience,
        );
        // The conversation's id ends in `;messageid=`, the id of the root message.
        const root = made.activityId || /;messageid=([^;]+)$/.exec(made.id)?.[1];
        return messageRef({ conversationId: made.id, serviceUrl: channel.serviceUrl }, root);
      }),
    edit: (at, message) =>
      sending(async () => {
        const client = await connect(at.serviceUrl);
        const edited = { ...activityOf(message), id: at.activityId };
        await client.conversations.updateActivity(
          at.conversationId,
          at.activityId,
          edited,
          patience,
        );
        return at;
      }),
  };
}

async function sending(call: () => Promise<MessageRef | undefined>): Promise<SendResult> {
  try {
    return { type: 'sent', message: await call() };
  } catch (error) {
    const outcome = sendingAfter(error);
    if (!outcome) throw error;
    return outcome;
  }
}

/** A card alone, never beside a text: Teams makes two messages of that and tells no id. */
export function activityOf({ card, summary }: Message): Partial<Activity> {
  const faults = cardFaults(card);
  if (faults.length > 0) throw new Error(`A card may not leave: ${faults.join('; ')}.`);
  return {
    type: ActivityTypes.Message,
    summary,
    attachments: [CardFactory.adaptiveCard(card)],
    // Without this a proactive message raises no notification.
    channelData: { notification: { alert: true } },
  };
}

function idOf(sent: unknown): string | undefined {
  const id = typeof sent === 'object' && sent !== null && 'id' in sent ? sent.id : undefined;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

function messageRef(
  { conversationId, serviceUrl }: { conversationId: string; serviceUrl: string },
  activityId: string | undefined,
): MessageRef | undefined {
  return activityId === undefined ? undefined : { conversationId, activityId, serviceUrl };
}
