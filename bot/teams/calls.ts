import type { Instant, MessageRef } from '../duty/ids.ts';
import type { SendResult } from '../ports/messenger.ts';
import type { Connect, ConnectorClient } from './connector.ts';
import { connectorFault, failureOf, sendingAfter } from './messages/sending.ts';
import { webAddress } from '../web-address.ts';

export interface CallParts {
  readonly connect: Connect;
  readonly now: () => Instant;
  /** Whether a service address may be used at all. */
  readonly isAllowed: (serviceUrl: string) => boolean;
  /** The far side refused the token. */
  readonly refused: () => void;
}

/** One request to the Bot Connector at a service address. */
type Request<T> = (client: ConnectorClient, serviceUrl: string) => Promise<T>;

/** Calls to the Bot Connector, with what has to be done about its answers each time. */
export interface Calls {
  /** Carries one out; throws what the client throws. */
  readonly call: <T>(serviceUrl: string, request: Request<T>) => Promise<T>;
  /** Carries out one that sends or edits; how it ended is a value, a fault is thrown. */
  readonly send: (
    serviceUrl: string,
    of: 'send' | 'edit',
    request: Request<MessageRef | undefined>,
  ) => Promise<SendResult>;
}

const mostMoved = 32;

export function connectorCalls({ connect, now, isAllowed, refused }: CallParts): Calls {
  /** Service addresses for which Teams named another, see `InvalidBotApiHost`. */
  const moved = new Map<string, string>();

  const call = async <T>(serviceUrl: string, request: Request<T>): Promise<T> => {
    const at = moved.get(serviceUrl) ?? serviceUrl;
    try {
      return await request(await connect(at), at);
    } catch (error) {
      const failure = failureOf(error, Date.parse(now()));
      if (failure?.status === 401) refused();
      // Seen at random for conversations that worked a moment before and after.
      if (failure?.status === 404 && /ConversationNotFound|ServiceError/.test(failure.code))
        return request(await connect(at), at);
      const named = failure?.status === 403 ? namedAddress(failure.code, at) : undefined;
      if (named === undefined || !isAllowed(named)) throw error;
      const [oldest] = moved.keys();
      if (moved.size >= mostMoved && oldest !== undefined) moved.delete(oldest);
      moved.set(serviceUrl, named);
      return request(await connect(named), named);
    }
  };
  return {
    call,
    send: async (serviceUrl, of, request) => {
      try {
        return { type: 'sent', message: await call(serviceUrl, request) };
      } catch (error) {
        const nowMs = Date.parse(now());
        const outcome = sendingAfter(error, { of, nowMs });
        if (!outcome) throw connectorFault(error, nowMs);
        return outcome;
      }
    },
  };
}

/** "Invalid bot api host. For GCC tenants, please call https://…": the same path at the host that is named. */
function namedAddress(code: string, at: string): string | undefined {
  if (!code.includes('InvalidBotApiHost')) return undefined;
  const host = webAddress(/https:\/\/[\w.-]{1,200}[a-z]/i.exec(code)?.[0] ?? '');
  if (!host) return undefined;
  const named = `${host.origin}${new URL(at).pathname}`;
  return named === at ? undefined : named;
}
