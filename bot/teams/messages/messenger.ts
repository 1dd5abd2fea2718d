import { cardFaults } from '../../../cards/limits.ts';
import { visible } from '../../../cards/plain-text.ts';
import type { MessageRef } from '../../duty/ids.ts';
import type { KnownPerson } from '../../ports/store.ts';
import type { Message, Messenger, SendResult, Reached } from '../../ports/messenger.ts';
import type { Calls } from '../calls.ts';
import type { Outgoing } from '../connector.ts';
import { withoutDialogs } from '../dialog.ts';
import { textIn } from '../foreign.ts';

/** A conversation, and where it is reached. */
export type At = Pick<MessageRef, 'conversationId' | 'serviceUrl'>;

export interface TeamsMessenger extends Messenger {
  /** Says something in the conversation from which an activity came. */
  readonly say: (at: At, message: Message) => Promise<SendResult>;
  /** Shows that the bot is at work. That it fails changes nothing. */
  readonly typing: (at: At) => Promise<void>;
}

/** The far side of every send: its outcome is a value. */
export function createMessenger(
  calls: Calls,
  { bot, dialogs }: { readonly bot: { readonly id: string }; readonly dialogs: boolean },
): TeamsMessenger {
  const activityOf = (message: Message) => messageActivity(message, dialogs);
  const post = (at: At, activity: Outgoing): Promise<SendResult> =>
    calls.send(at.serviceUrl, 'send', async (client, serviceUrl) => {
      const sent = await client.post(at.conversationId, activity);
      return messageRef({ conversationId: at.conversationId, serviceUrl }, textIn(sent, 'id'));
    });
  const say = (at: At, message: Message): Promise<SendResult> => post(at, activityOf(message));

  /** The personal chat with somebody. Teams gives the same one each time, and only where the app is installed. */
  const chatWith = async (person: Reached): Promise<SendResult> =>
    calls.send(person.serviceUrl, 'send', async (client, serviceUrl) => {
      const made = await client.open({
        isGroup: false,
        bot,
        members: [{ id: person.userId ?? person.aadObjectId }],
        tenantId: person.tenantId,
        channelData: { tenant: { id: person.tenantId } },
      });
      // Without a message in it the conversation itself is all there is to name.
      return messageRef({ conversationId: made.id, serviceUrl }, made.id);
    });
  const inNewChat = async (person: Reached, message: Message): Promise<SendResult> => {
    const made = await chatWith(person);
    if (made.type !== 'sent' || !made.message) return made;
    return say(made.message, message);
  };

  return {
    say,
    typing: async (at) => {
      await post(at, { type: 'typing' });
    },
    reply: say,
    open: chatWith,
    toPerson: async (person, message) => {
      const sending = await say(person, message);
      // A chat that Teams does not find is asked for once more before anybody counts as gone.
      return sending.type === 'gone' ? inNewChat(reachedBy(person), message) : sending;
    },
    toChannel: (channel, message) =>
      calls.send(channel.serviceUrl, 'send', async (client, serviceUrl) => {
        const made = await client.open({
          isGroup: true,
          bot,
          channelData: { channel: { id: channel.channelId }, tenant: { id: channel.tenantId } },
          activity: activityOf(message),
        });
        // The conversation's id ends in `;messageid=`, the id of the root message.
        const root = textIn(made, 'activityId') ?? /;messageid=([^;]+)$/.exec(made.id)?.[1];
        return messageRef({ conversationId: made.id, serviceUrl }, root);
      }),
    edit: (at, message) =>
      calls.send(at.serviceUrl, 'edit', async (client) => {
        await client.edit(at, { ...activityOf(message), id: at.activityId });
        return at;
      }),
  };
}

const reachedBy = ({ tenantId, serviceUrl, aadObjectId, userId }: KnownPerson): Reached => ({
  tenantId,
  serviceUrl,
  aadObjectId,
  userId,
});

/** A card alone, never beside a text: Teams makes two messages of that and tells no id. */
function messageActivity({ card: made, summary }: Message, dialogs: boolean): Outgoing {
  const card = dialogs ? made : withoutDialogs(made);
  const faults = cardFaults(card);
  if (faults.length > 0) throw new Error(`A card may not leave: ${faults.join('; ')}.`);
  return {
    type: 'message',
    // A notification shows texts of foreigners: nothing in it may turn the direction of what stands after it, or
    // begin a line of its own.
    summary: visible(summary).replace(/\s+/gu, ' '),
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
    // Without this a proactive message raises no notification.
    channelData: { notification: { alert: true } },
  };
}

function messageRef(
  { conversationId, serviceUrl }: At,
  activityId?: string,
): MessageRef | undefined {
  return activityId === undefined ? undefined : { conversationId, activityId, serviceUrl };
}
