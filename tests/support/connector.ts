import { once, EventEmitter } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { personalConversation, type Person } from './activities.ts';
import { listenOnLoopback } from './keys.ts';

type Json = Readonly<Record<string, unknown>>;

/** One request of the bot, noted on arrival. */
export type Call = {
  readonly method: string;
  /** Decoded, without the query, from `/v3` on. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly conversationId: string;
  /** The message edited, deleted or replied to. */
  readonly activityId: string;
  readonly authorized: boolean;
  readonly body: Json;
  /** Milliseconds on a clock that only runs forward. */
  readonly at: number;
  /** Set with the answer; 0 when the connection was cut. */
  status?: number;
};

/** A message as people see it now; `history` is what it said before, oldest first. */
export type Message = {
  readonly id: string;
  readonly conversationId: string;
  readonly activity: Json;
  readonly edits: number;
  readonly history: readonly Json[];
};

/** What goes wrong with a call: before the message arrived, or with `after: 'deliver'` once it did. */
export type Fault = {
  readonly matching?: (call: Call) => boolean;
  readonly status?: number;
  /** Teams' error code, such as `ConversationBlockedByUser`. */
  readonly code?: string;
  /** Instead of `{ error: { code, message } }`; a text is sent as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Once unless said; `Infinity` for good. */
  readonly times?: number;
  readonly after?: 'deliver';
  /** Cuts the connection instead of answering. */
  readonly reset?: true;
  /** Waits for this; without a status or a reset the call is slow and nothing worse. */
  readonly wait?: () => Promise<unknown>;
};

type ConnectorParts = {
  readonly people?: readonly Person[];
  /** Refuses calls without an Authorization header. */
  readonly strict?: boolean;
};

export type Connector = Awaited<ReturnType<typeof startConnector>>;

/** Stands in for the Bot Connector of Teams, on a free loopback port, with everything in memory. */
export async function startConnector({ people = [], strict = false }: ConnectorParts = {}) {
  const changes = new EventEmitter().setMaxListeners(0);
  const calls: Call[] = [];
  const faults: { fault: Fault; left: number }[] = [];
  const teams = newTeams(people);

  async function answer(call: Call, fault: Fault): Promise<Reply | undefined> {
    const deliver = () => (strict && !call.authorized ? failure(401) : route(teams, call));
    const delivered = fault.after === 'deliver' ? deliver() : undefined;
    changes.emit('change');
    await fault.wait?.();
    if (fault.reset) return undefined;
    return fault.status === undefined ? (delivered ?? deliver()) : failure(fault.status, fault);
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await readCall(request);
    calls.push(call);
    const due = faults.find(({ fault, left }) => left > 0 && (fault.matching?.(call) ?? true));
    if (due) due.left -= 1;
    const reply = await answer(call, due?.fault ?? {});
    call.status = reply?.status ?? 0;
    if (reply) write(response, reply);
    else request.socket.destroy();
    changes.emit('change');
  }

  /** What `look` finds, as soon as it does; it looks again after every call. */
  async function waitFor<T>(look: () => T | undefined | false, description: string, ms = 5000) {
    const signal = AbortSignal.timeout(ms);
    for (let found = look(); ; found = look()) {
      if (found !== undefined && found !== false) return found;
      await once(changes, 'change', { signal }).catch(() => {
        throw new Error(`Not seen in ${ms} ms: ${description}\n${dump(calls, teams)}`);
      });
    }
  }

  const server = createServer((request, response) => void serve(request, response));
  const { origin, close } = await listenOnLoopback(server);
  return {
    /** The service address. Like the real ones it has a path and ends in a slash. */
    url: `${origin}/teams/`,
    calls: calls as readonly Call[],
    /** The messages of a conversation; of a whole channel when its id names no thread. */
    messagesIn: (conversationId: string) =>
      [...teams.messages.values()].filter((message) => isIn(conversationId, message)),
    waitFor,
    failNext: (fault: Fault) => void faults.push({ fault, left: fault.times ?? 1 }),
    /** From now on this conversation is unknown. */
    forget: (conversationId: string) => void teams.forgotten.add(conversationId),
    /** Who sits in a conversation; everybody unless said. */
    seat: (conversationId: string, seated: readonly Person[]) =>
      void teams.seats.set(conversationId, seated),
    close,
  };
}

type Reply = { readonly status: number; readonly body: unknown; readonly headers?: Fault['headers'] };
type Teams = ReturnType<typeof newTeams>;

function newTeams(people: readonly Person[]) {
  const seats = new Map<string, readonly Person[]>();
  return { people, seats, forgotten: new Set<string>(), messages: new Map<string, Message>(), lastId: 0 };
}

function route(teams: Teams, call: Call): Reply {
  const { method, path, conversationId, activityId } = call;
  if (JSON.stringify(call.body).length * 2 > 100 * 1024) return failure(413, { code: 'MessageSizeTooBig' });
  if (teams.forgotten.has(conversationId)) return failure(404, { code: 'ConversationNotFound' });
  const what = `${method} ${path.replace(/^\/v3\/conversations(\/[^/]+)?/, (_, id) => id ? '…' : 'all')}`;
  ...
}
