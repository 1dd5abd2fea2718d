import type { Connect, ConnectorClient } from '../../../bot/teams/connector.ts';
import { memberOf, textIn } from '../../../bot/teams/foreign.ts';
import type { VirtualTime } from './virtual-time.ts';

/** One request that reached Teams. */
export interface SimCall {
  readonly at: number;
  readonly conversation: string;
  readonly what: 'post' | 'edit';
  readonly status: number;
}

export interface SimFaults {
  /** From 0 to 1: how many calls fail; a third each with 429, 502 and 504. */
  readonly share: number;
  readonly random: () => number;
}

/** Teams' published limits, as the far side counts them: "Rate limiting", Microsoft Teams documentation. */
const tenantLimit = { most: 50, seconds: 1 };
const conversationLimits = [
  { most: 7, seconds: 1 },
  { most: 8, seconds: 2 },
  { most: 60, seconds: 30 },
  { most: 1800, seconds: 3600 },
];
// From Azure to the Bot Connector and back.
const roundTripMs = 300;

type Body = { readonly summary?: string };

/** A Bot Connector that exists in virtual time only and refuses what Teams would refuse. */
export function simConnector(time: VirtualTime, { share, random }: SimFaults) {
  const calls: SimCall[] = [];
  const windows = new Map<string, number[]>();
  const delivered = new Map<string, number>();
  let unknown = 0;
  let lastId = 0;

  const withinLimits = (key: string, limits: typeof conversationLimits): boolean => {
    const now = time.ms();
    const times = windows.get(key) ?? [];
    windows.set(key, times);
    const widest = Math.max(...limits.map(({ seconds }) => seconds)) * 1000;
    while ((times[0] ?? Infinity) <= now - widest) times.shift();
    const isFree = limits.every(
      ({ most, seconds }) => (times.at(-most) ?? -Infinity) <= now - seconds * 1000,
    );
    if (isFree) times.push(now);
    return isFree;
  };
  const statusFor = (tenant: string, conversation: string): number => {
    const isFree =
      withinLimits(`tenant ${tenant}`, [tenantLimit]) &&
      withinLimits(conversation, conversationLimits);
    if (!isFree) return 429;
    if (random() >= share) return 200;
    return [429, 502, 504][Math.floor(random() * 3)] ?? 502;
  };
  /** `alive` says whether the bot that asked still is; a dead one hears nothing. */
  const call = async (
    tenant: string,
    {
      conversation,
      what,
      body,
      alive,
    }: {
      readonly conversation: string;
      readonly what: SimCall['what'];
      readonly body: Body;
      readonly alive: () => boolean;
    },
  ): Promise<string> => {
    await time.sleep(roundTripMs / 2);
    const status = statusFor(tenant, conversation);
    calls.push({ at: time.ms(), conversation, what, status });
    // Half of what timed out at the gateway had arrived.
    const arrived = status === 200 || (status === 504 && random() < 0.5);
    const told = `${conversation} ${body.summary ?? ''}`;
    if (arrived && what === 'post') delivered.set(told, (delivered.get(told) ?? 0) + 1);
    await time.sleep(roundTripMs / 2);
    if (!alive()) {
      unknown += what === 'post' ? 1 : 0;
      return new Promise<never>(() => undefined);
    }
    if (status === 504 && what === 'post') unknown += 1;
    if (status !== 200) throw failure(status);
    lastId += 1;
    return String(lastId);
  };

  return {
    calls,
    /** How often each message stands in each conversation. */
    delivered,
    /** Posts of which the bot could not know whether they arrived. */
    unknown: () => unknown,
    /** The client's door for one instance; the service address names the tenant. */
    connect: (alive: () => boolean): Connect => {
      const clientFor = (tenant: string): ConnectorClient => ({
        post: async (conversation, body) => ({
          id: await call(tenant, { conversation, what: 'post', body, alive }),
        }),
        edit: async ({ conversationId }, body) => ({
          id: await call(tenant, {
            conversation: channelOf(conversationId),
            what: 'edit',
            body,
            alive,
          }),
        }),
        open: async ({ channelData, activity = { type: 'message' } }) => {
          const channel = textIn(memberOf(channelData, 'channel'), 'id') ?? '';
          const id = await call(tenant, {
            conversation: channel,
            what: 'post',
            body: activity,
            alive,
          });
          return { id: `${channel};messageid=${id}`, activityId: id };
        },
        remove: notAsked,
        member: notAsked,
        members: notAsked,
        channels: notAsked,
      });
      return (serviceUrl) => Promise.resolve(clientFor(serviceUrl));
    },
  };
}

const notAsked = () => Promise.reject(new Error('No bench asks for this.'));
const channelOf = (conversation: string): string => conversation.split(';')[0] ?? conversation;

function failure(status: number): Error {
  const error = new Error(`Status ${String(status)} of the simulated Bot Connector`);
  const headers = { get: (name: string) => (name === 'retry-after' ? '2' : undefined) };
  return Object.assign(error, {
    statusCode: status,
    ...(status === 429 ? { response: { headers } } : {}),
  });
}
