import { secondsAfter } from '../../duty/time/instant.ts';
import type { Instant } from '../../duty/ids.ts';
import type { Incoming, Place, Sender } from '../../ports/incoming.ts';
import { heardOf } from '../../casework/people/silence.ts';
import { channelHeard } from '../../features/channel/channel.ts';
import { installPerson } from '../../features/people/people.ts';
import type { Services } from '../../ports/services.ts';
import type { KnownPerson } from '../../ports/store.ts';
import { seenPerson } from '../seen-person.ts';

/** Who did something where, whatever it was. */
export interface Came {
  readonly from: Sender | undefined;
  readonly at: Place;
}

// As long as this instance sees the same address it asks the store once an hour: another may have seen a later one.
const keptSeconds = 3600;
const mostKept = 5000;

/**
 * Keeps the addresses of people and of the IT channel as the last activity told them, clicks included. It comes
 * after the answer, and asks the store only about an address that this instance has not just seen.
 */
export function createAddresses(
  services: Services,
): (came: Came, incoming: Incoming) => Promise<void> {
  const seen = new Map<string, { readonly address: string; readonly until: Instant }>();
  return async ({ from, at }, incoming) => {
    const { tenant, conversationId, serviceUrl } = at;
    const person = at.type === 'personal' ? from?.aadObjectId : undefined;
    if (at.type === 'group' || (at.type === 'personal' && !person)) return;
    const key = `${tenant} ${person ?? at.channelId ?? at.teamId ?? ''}`;
    const address = `${serviceUrl} ${person ? `${conversationId} ${from?.userId ?? ''}` : ''}`;
    const now = services.now();
    const known = seen.get(key);
    if (known?.address === address && now < known.until) return;
    // What is written or installed in a personal chat was stored with everything else that it told.
    const isStored = person && (incoming.type === 'message' || incoming.type === 'installed');
    if (!isStored) await store(services, { from, at });
    seen.delete(key);
    seen.set(key, { address, until: secondsAfter(now, keptSeconds) });
    const [oldest] = seen.keys();
    if (seen.size > mostKept && oldest !== undefined) seen.delete(oldest);
  };
}

async function store(services: Services, { from, at }: Came): Promise<void> {
  const { tenant, conversationId, serviceUrl, channelId, teamId } = at;
  if (at.type !== 'personal') {
    const reached = { serviceUrl, channelId, teamId };
    const channel = await services.store.people.channelReachedAt(tenant, reached);
    if (channel?.silentSince !== undefined) await channelHeard(services, at, channel);
    return;
  }
  if (!from) return;
  const { aadObjectId: person, userId } = from;
  const read = await services.store.people.get(tenant, person);
  // Whom nothing is known of has no address that could be old.
  if (!read) return;
  if (read.value.silentSince !== undefined && !read.value.installed) {
    // Nothing arrived in that chat for long, and now somebody clicks there: the bot never left.
    const back = { tenant, seen: seenPerson(from, at), told: 'by-message' } as const;
    (await installPerson(services, back)).begin();
    return;
  }
  const isKnown = isAt(read.value, { conversationId, serviceUrl, userId });
  if (isKnown && read.value.silentSince === undefined) return;
  // `conflict`: what was written in between told an address as well.
  const moved = { ...heardOf(read.value), userId, conversationId, serviceUrl };
  await services.store.people.save(tenant, moved, read.etag);
}

type Address = Pick<KnownPerson, 'conversationId' | 'serviceUrl' | 'userId'>;

const isAt = (one: Address, other: Address): boolean =>
  one.conversationId === other.conversationId &&
  one.serviceUrl === other.serviceUrl &&
  one.userId === other.userId;
