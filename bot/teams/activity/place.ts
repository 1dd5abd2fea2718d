import type { TenantKey } from '../../duty/ids.ts';
import type { Place } from '../../ports/incoming.ts';
import type { TeamsActivity } from './schema.ts';

/** Under which tenant's data an authenticated activity falls. */
export type TenantOf = (tenantId: string | undefined) => TenantKey;

/** Where something happened, and how to answer there later. */
export function placeOf(activity: TeamsActivity, tenantOf: TenantOf): Place {
  const { conversation, serviceUrl, channelData } = activity;
  const tenantId = channelData?.tenant?.id ?? conversation.tenantId;
  const type = typeOf(activity);
  const place = {
    type,
    tenant: tenantOf(tenantId),
    tenantId: tenantId ?? '',
    conversationId: conversation.id,
    serviceUrl,
  };
  if (type !== 'channel') return place;
  const channelId = channelData?.channel?.id ?? channelIdIn(conversation.id);
  const channelName = channelData?.channel?.name ?? conversation.name;
  const teamId = channelData?.team?.id;
  return {
    ...place,
    channelId,
    ...(channelName === undefined ? {} : { channelName }),
    ...(teamId === undefined ? {} : { teamId }),
  };
}

function typeOf({ conversation, channelData }: TeamsActivity): Place['type'] {
  switch (conversation.conversationType) {
    case 'personal':
    case 'channel':
      return conversation.conversationType;
    case 'groupChat':
      return 'group';
    default:
      if (channelData?.channel !== undefined || channelData?.team !== undefined) return 'channel';
      // A chat of several people is a thread (`19:`), as one of a meeting is; a personal one is `a:`.
      return conversation.id.startsWith('19:') ? 'group' : 'personal';
  }
}

/** The conversation of a channel message is the channel with `;messageid=` behind it. */
const channelIdIn = (conversationId: string): string =>
  conversationId.split(';')[0] ?? conversationId;
