import type { Directory } from '../ports/messenger.ts';
import type { Connect } from './connector.ts';
import { sendingAfter } from './sending.ts';

/**
 * The members of the team with the IT channel, one by one by object id ("Get a single member's details",
 * Microsoft Teams documentation). Nobody else's name can be asked for without Microsoft Graph.
 */
export function membersOfTeam(connect: Connect): Directory {
  return {
    nameIn: async (channel, person) => {
      try {
        const client = await connect(channel.serviceUrl);
        const conversation = channel.teamId ?? channel.channelId;
        const found: unknown = await client.conversations.getConversationMember(
          conversation,
          person,
        );
        return nameOf(found);
      } catch (error) {
        // Not a member, or the far side does not answer now: the duty goes on under the object id.
        if (sendingAfter(error) === undefined) throw error;
        return undefined;
      }
    },
  };
}

function nameOf(found: unknown): string | undefined {
  const name = typeof found === 'object' && found !== null && 'name' in found ? found.name : '';
  return typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 100) : undefined;
}
