import type { Incoming, Place, Sender, TeamChange } from '../../ports/incoming.ts';
import type { TeamsActivity } from './schema.ts';

/** Teams writes some of these in other letters than its documentation does. */
const changes: Readonly<Record<string, TeamChange>> = {
  channeldeleted: 'channel-deleted',
  channelrestored: 'channel-restored',
  channelrenamed: 'channel-renamed',
  teamarchived: 'team-archived',
  teamunarchived: 'team-unarchived',
  teamdeleted: 'team-deleted',
  teamharddeleted: 'team-deleted',
  teamrestored: 'team-restored',
};

/** What happened to a team or a channel, or to the bot in it ("Conversation events", Microsoft Teams documentation). */
export function readEvent(activity: TeamsActivity, from: Sender | undefined, at: Place): Incoming {
  const event = activity.channelData?.eventType?.toLowerCase() ?? '';
  const change = Object.hasOwn(changes, event) ? changes[event] : undefined;
  if (change) return { type: 'team-changed', at, change };
  const us = ({ id }: { readonly id: string }): boolean => id === activity.recipient.id;
  if (at.type === 'channel' && activity.membersRemoved.some(us))
    return { type: 'uninstalled', from, at };
  // In a shared channel this is the only event that says so; elsewhere an install comes as well.
  if (event === 'channelmemberadded' && activity.membersAdded.some(us))
    return { type: 'installed', from, at };
  return { type: 'nothing' };
}
