import type { TenantKey } from '../../duty/ids.ts';

/** No more than `most` within `seconds`. */
export interface Window {
  readonly most: number;
  readonly seconds: number;
}
export interface Limits {
  /** Requests a second of one tenant, spread evenly, and how many may come at the same moment. */
  readonly tenant: { readonly perSecond: number; readonly atOnce: number };
  readonly conversation: readonly Window[];
}

/**
 * "Rate limiting", Microsoft Teams documentation: 50 requests a second an app and tenant; 7 in 1 s, 8
 * in 2 s, 60 in 30 s and 1,800 in an hour a conversation. 47 with 3 at once are never more than 50.
 */
export const teamsLimits: Limits = {
  tenant: { perSecond: 47, atOnce: 3 },
  conversation: [
    { most: 7, seconds: 1 },
    { most: 8, seconds: 2 },
    { most: 60, seconds: 30 },
    { most: 1800, seconds: 3600 },
  ],
};

export type Pace =
  /** A place was kept: go when so many milliseconds have passed. */
  | { readonly type: 'go'; readonly inMs: number }
  /** Too far away to wait for: no place was kept; come back about then. */
  | { readonly type: 'later'; readonly inMs: number };

/** When the next request may go. Times are milliseconds on any clock that only runs forward. */
export interface Pacer {
  readonly ask: (tenant: TenantKey, conversation: string, at: number) => Pace;
  /** Teams asked to wait: the conversation rests; after a few the tenant goes more slowly for a while. */
  readonly throttled: (
    tenant: TenantKey,
    given: {
      readonly conversation: string;
      readonly at: number;
      readonly retryAfterMs: number | undefined;
    },
  ) => void;
}

interface TenantPace {
  perSecond: number;
  /** When the rate was reckoned last. */
  since: number;
  loweredAt: number;
  /** When Teams last asked to wait, a few times. */
  signs: readonly number[];
  /** When the next request would go if all went evenly (the theoretical arrival time of GCRA). */
  next: number;
}
interface ConversationPace {
  /** When requests went or will go, the oldest first; no more than the widest window holds. */
  readonly times: number[];
  restsUntil: number;
  /** Up to when those who were sent away were told to come back. */
  toldUntil: number;
}

const slowest = 1;
const gainPerSecond = 0.5;
const longestWaitMs = 20_000;
const mostConversations = 20_000;
const restWithoutWord = 2000;
// So many among the last requests say that the tenant goes too fast.
const signsOfHaste = 3;
const requestsLookedAt = 20;

export function createPacer(limits: Limits): Pacer {
  const tenants = new Map<TenantKey, TenantPace>();
  const conversations = new Map<string, ConversationPace>();
  const widest = Math.max(0, ...limits.conversation.map(({ most }) => most));
  const span = Math.max(0, ...limits.conversation.map(({ seconds }) => seconds)) * 1000;
  // What a conversation takes in the long run.
  const between = Math.max(
    0,
    ...limits.conversation.map(({ most, seconds }) => (seconds * 1000) / most),
  );

  const tenantPace = (tenant: TenantKey, at: number): TenantPace => {
    const { perSecond } = limits.tenant;
    const pace = tenants.get(tenant) ?? {
      perSecond,
      since: at,
      loweredAt: -Infinity,
      signs: [],
      next: 0,
    };
    tenants.set(tenant, pace);
    pace.perSecond = Math.min(
      perSecond,
      pace.perSecond + (gainPerSecond * (at - pace.since)) / 1000,
    );
    pace.since = at;
    return pace;
  };
  const conversationPace = (key: string, at: number): ConversationPace => {
    const known = conversations.get(key) ?? { times: [], restsUntil: 0, toldUntil: 0 };
    // The one that was used longest ago stands first and goes first.
    conversations.delete(key);
    conversations.set(key, known);
    const [oldest] = conversations.keys();
    if (conversations.size > mostConversations && oldest !== undefined)
      conversations.delete(oldest);
    while ((known.times[0] ?? Infinity) <= at - span || known.times.length > widest)
      known.times.shift();
    return known;
  };
  const opensAt = ({ times, restsUntil }: ConversationPace, at: number): number =>
    Math.max(
      at,
      restsUntil,
      ...limits.conversation.map(
        ({ most, seconds }) => (times.at(-most) ?? -Infinity) + seconds * 1000,
      ),
    );

  return {
    ask: (tenant, conversation, at) => {
      const ofTenant = tenantPace(tenant, at);
      const ofConversation = conversationPace(`${tenant} ${conversation}`, at);
      const interval = 1000 / ofTenant.perSecond;
      const evenly = ofTenant.next - (limits.tenant.atOnce - 1) * interval;
      const opens = opensAt(ofConversation, at);
      const goes = Math.max(opens, evenly);
      if (goes - at > longestWaitMs) {
        const told = Math.max(goes, ofConversation.toldUntil) + between;
        // Only a conversation that is full has a queue of its own.
        if (opens - at > longestWaitMs) ofConversation.toldUntil = told;
        return { type: 'later', inMs: (opens - at > longestWaitMs ? told : goes) - at };
      }
      ofConversation.times.push(goes);
      // A place far ahead in a busy conversation takes nothing from the tenant's others.
      ofTenant.next = Math.max(ofTenant.next, at) + interval;
      return { type: 'go', inMs: goes - at };
    },
    throttled: (tenant, { conversation, at, retryAfterMs }) => {
      const ofConversation = conversationPace(`${tenant} ${conversation}`, at);
      const rests = at + (retryAfterMs ?? restWithoutWord);
      ofConversation.restsUntil = Math.max(ofConversation.restsUntil, rests);
      const ofTenant = tenantPace(tenant, at);
      const recentMs = 1000 * Math.max(1, requestsLookedAt / ofTenant.perSecond);
      ofTenant.signs = [...ofTenant.signs.filter((sign) => at - sign < recentMs), at].slice(
        -signsOfHaste,
      );
      // One now and then is about its conversation; several at once are one sign.
      if (ofTenant.signs.length < signsOfHaste || at - ofTenant.loweredAt < 1000) return;
      ofTenant.loweredAt = at;
      ofTenant.perSecond = Math.max(slowest, ofTenant.perSecond / 2);
    },
  };
}
