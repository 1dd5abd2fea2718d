import { once, EventEmitter } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
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

type Reply = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Fault['headers'];
};
type Teams = ReturnType<typeof newTeams>;
export type Connector = Awaited<ReturnType<typeof startConnector>>;

function newTeams({ people = [], strict = false }: ConnectorParts) {
  const calls: Call[] = [];
  const faults: { readonly fault: Fault; left: number }[] = [];
  const messages = new Map<string, Message>();
  const seats = new Map<string, readonly Person[]>();
  const changes = new EventEmitter().setMaxListeners(0);
  const shapes = new Map<string, Json>();
  const channels = new Map<
    string,
    readonly { readonly id: string; readonly name: string | null }[]
  >();
  const forgotten = new Set<string>();
  const preinstalled = new Set<string>();
  const pictures = new Map<string, Uint8Array>();
  return {
    people,
    strict,
    calls,
    faults,
    messages,
    seats,
    shapes,
    channels,
    forgotten,
    preinstalled,
    pictures,
    changes,
  };
}

/** Stands in for the Bot Connector of Teams, on a free loopback port, with everything in memory. */
export async function startConnector(parts: ConnectorParts = {}) {
  const teams = newTeams(parts);
  const server = createServer((request, response) => {
    // A bot that dies in the middle of a call is part of some tests.
    serve(teams, request, response).catch(() => response.destroy());
  });
  const { origin, close } = await listenOnLoopback(server);
  return {
    /** The service address. Like the real ones it has a path and ends in a slash. */
    url: `${origin}/teams/`,
    calls: teams.calls as readonly Call[],
    /** The messages of a conversation; of a whole channel when its id names no thread. */
    messagesIn: (conversationId: string) =>
      [...teams.messages.values()].filter((message) => isIn(conversationId, message)),
    /** What `look` finds, as soon as it does; it looks again after every call. */
    waitFor: <T>(look: () => T | undefined | false, description: string, withinMs = 5000) =>
      waitFor(teams, { look, description, withinMs }),
    failNext: (fault: Fault) => void teams.faults.push({ fault, left: fault.times ?? 1 }),
    /** Ends every fault. */
    recover: () => void teams.faults.splice(0),
    /** Remembers what stands in Teams now; what it returns brings that back. */
    remember: () => {
      const stood = [...teams.messages];
      return () => {
        teams.calls.splice(0);
        teams.messages.clear();
        for (const [key, message] of stood) teams.messages.set(key, message);
      };
    },
    /** From now on this conversation is unknown. */
    forget: (conversationId: string) => void teams.forgotten.add(conversationId),
    /** An administrator gave somebody the app, and no event told of it. */
    preinstall: (person: Person) => void teams.preinstalled.add(person.aadObjectId),
    /** A picture that somebody sends within a message, as Teams tells of it. */
    picture: (bytes: Uint8Array) => {
      const id = `0-weu-d1-${String(teams.pictures.size + 1)}`;
      teams.pictures.set(id, bytes);
      const contentUrl = `${origin}/teams/v3/attachments/${id}/views/original`;
      return { contentType: 'image/*', contentUrl };
    },
    /** What Teams tells of a member beside the ids: tenants and guests differ. */
    describe: (person: Person, shape: Json) => void teams.shapes.set(person.aadObjectId, shape),
    /** The channels of a team; General has no name. */
    channelsOf: (
      teamId: string,
      channels: readonly { readonly id: string; readonly name: string | null }[],
    ) => void teams.channels.set(teamId, channels),
    /** Somebody deletes a message. */
    deleteMessage: ({ conversationId, id }: Message) =>
      void teams.messages.delete(keyOf(conversationId, id)),
    /** Who sits in a conversation; everybody unless said. */
    seat: (conversationId: string, seated: readonly Person[]) =>
      void teams.seats.set(conversationId, seated),
    close,
  };
}

async function serve(teams: Teams, request: IncomingMessage, response: ServerResponse) {
  const call = await readCall(request);
  teams.calls.push(call);
  const due = teams.faults.find(({ fault, left }) => left > 0 && (fault.matching?.(call) ?? true));
  if (due) due.left -= 1;
  const reply = await answer(teams, call, due?.fault ?? {});
  call.status = reply?.status ?? 0;
  if (reply) write(response, reply);
  else request.socket.destroy();
  teams.changes.emit('change');
}

async function answer(teams: Teams, call: Call, fault: Fault): Promise<Reply | undefined> {
  const refused = teams.strict && !call.authorized;
  const deliver = () => (refused ? failure(401) : route(teams, call));
  const delivered = fault.after === 'deliver' ? deliver() : undefined;
  teams.changes.emit('change');
  await fault.wait?.();
  if (fault.reset) return undefined;
  return fault.status === undefined ? (delivered ?? deliver()) : failure(fault.status, fault);
}

async function waitFor<T>(
  teams: Teams,
  {
    look,
    description,
    withinMs,
  }: {
    readonly look: () => T | undefined | false;
    readonly description: string;
    readonly withinMs: number;
  },
): Promise<T> {
  const signal = AbortSignal.timeout(withinMs);
  for (let found = look(); ; found = look()) {
    if (found !== undefined && found !== false) return found;
    await once(teams.changes, 'change', { signal }).catch(() => {
      throw new Error(`Not seen in ${withinMs} ms: ${description}\n${dump(teams)}`);
    });
  }
}

const routes: readonly [string, RegExp, (teams: Teams, call: Call) => Reply][] = [
  ['POST', /^\/v3\/conversations$/, createConversation],
  ['POST', /\/activities(\/[^/]+)?$/, send],
  ['PUT', /\/activities\/[^/]+$/, edit],
  ['DELETE', /\/activities\/[^/]+$/, remove],
  ['GET', /\/(members|pagedmembers|members\/[^/]+)$/, members],
  ['GET', /^\/v3\/attachments\/[^/]+\/views\/original$/, pictureOf],
  ['GET', /^\/v3\/teams\/[^/]+\/conversations$/, channelsOf],
];

function route(teams: Teams, call: Call): Reply {
  const known = routes.find(([method, path]) => method === call.method && path.test(call.path));
  if (known === undefined) return failure(404);
  if (teams.forgotten.has(call.conversationId))
    return failure(404, { code: 'ConversationNotFound' });
  // 100 KB of UTF-16, learn.microsoft.com "Format your bot messages".
  const size = JSON.stringify(call.body).length * 2;
  return size > 100 * 1024 ? failure(413, { code: 'MessageSizeTooBig' }) : known[2](teams, call);
}

function createConversation(teams: Teams, { body }: Call): Reply {
  const channel = record(record(body['channelData'])['channel'])['id'];
  const invited: readonly unknown[] = Array.isArray(body['members']) ? body['members'] : [];
  const memberId = record(invited[0])['id'];
  const id = typeof channel === 'string' ? channel : chatWith(teams, memberId);
  if (id === undefined || (id === channel && !body['activity']))
    return failure(400, { code: 'BadSyntax' });
  // By object id there is a chat only with somebody who has the app; the bot's own ids it has from there.
  if (
    typeof memberId === 'string' &&
    !memberId.startsWith('29:') &&
    !teams.preinstalled.has(memberId)
  )
    return failure(403, { code: 'ForbiddenOperationException' });
  teams.forgotten.delete(id);
  if (!body['activity']) return { status: 201, body: { id } };
  const first = post(teams, id, record(body['activity']));
  // Of a personal chat Teams does not tell the id of the message that was sent with it.
  const told = id === channel ? { activityId: first.id } : {};
  return { status: 201, body: { id: first.conversationId, ...told } };
}

function channelsOf(teams: Teams, { path }: Call): Reply {
  const teamId = path.split('/')[3] ?? '';
  const conversations = teams.channels.get(teamId);
  return conversations ? { status: 200, body: { conversations } } : failure(404);
}

function pictureOf({ pictures }: Teams, { path }: Call): Reply {
  const body = pictures.get(path.split('/')[3] ?? '');
  return body ? { status: 200, body } : failure(404);
}

function chatWith({ people }: Teams, id: unknown): string | undefined {
  if (typeof id !== 'string') return undefined;
  return personalConversation(people.find((one) => one.id === id) ?? { aadObjectId: id });
}

function send(teams: Teams, { conversationId, body }: Call): Reply {
  if (body['type'] !== 'message') return { status: 201, body: { id: nextId() } };
  return { status: 201, body: { id: post(teams, conversationId, body).id } };
}

function post(teams: Teams, where: string, activity: Json): Message {
  const id = nextId();
  // A post to the channel itself begins a thread, named after it.
  const conversationId = /@thread\.(tacv2|skype)$/.test(where) ? `${where};messageid=${id}` : where;
  const message = { id, conversationId, activity, edits: 0, history: [] };
  teams.messages.set(keyOf(conversationId, id), message);
  return message;
}

function edit(teams: Teams, { conversationId, activityId, body }: Call): Reply {
  const key = keyOf(conversationId, activityId);
  const old = teams.messages.get(key);
  if (old === undefined) return failure(404, { code: 'ActivityNotFoundInConversation' });
  const history = [...old.history, old.activity];
  teams.messages.set(key, { ...old, activity: body, edits: old.edits + 1, history });
  return { status: 200, body: { id: old.id } };
}

function remove(teams: Teams, { conversationId, activityId }: Call): Reply {
  const removed = teams.messages.delete(keyOf(conversationId, activityId));
  return removed
    ? { status: 200, body: '' }
    : failure(404, { code: 'ActivityNotFoundInConversation' });
}

function members(teams: Teams, { path, query, conversationId, activityId }: Call): Reply {
  const seated = (teams.seats.get(conversationId) ?? teams.people).map(
    ({ id, aadObjectId, name }) => ({
      id,
      objectId: aadObjectId,
      ...(teams.shapes.get(aadObjectId) ?? {
        name,
        userPrincipalName: `${aadObjectId}@example.com`,
        userRole: 'user',
      }),
    }),
  );
  if (path.endsWith('/members')) return { status: 200, body: seated };
  if (!path.endsWith('/pagedmembers')) {
    const member = seated.find((one) => [one.id, one.objectId].includes(activityId));
    return member
      ? { status: 200, body: member }
      : failure(404, { code: 'MemberNotFoundInConversation' });
  }
  const from = Number(query.get('continuationToken') ?? 0);
  const to = from + Number(query.get('pageSize') ?? 200);
  const more = to < seated.length ? { continuationToken: String(to) } : {};
  return { status: 200, body: { members: seated.slice(from, to), ...more } };
}

function isIn(conversationId: string, message: Message): boolean {
  return [message.conversationId, channelOf(message.conversationId)].includes(conversationId);
}

function channelOf(conversationId: string): string {
  return conversationId.replace(/;messageid=.*$/, '');
}

// An edit may name the thread or only its channel.
function keyOf(conversationId: string, id: string): string {
  return `${channelOf(conversationId)} ${id}`;
}

let lastId = 0;

function nextId(): string {
  lastId += 1;
  return String(1_796_000_000_000 + lastId);
}

/** What Teams says with a status unless a test says otherwise; some have no JSON at all. */
const codes: Readonly<Record<number, string>> = {
  400: 'BadArgument',
  404: 'ActivityNotFoundInConversation',
  412: 'PreconditionFailed',
  413: 'MessageSizeTooBig',
  429: 'Throttled',
  500: 'ServiceError',
  502: 'ServiceError',
};
const bare: Readonly<Record<number, unknown>> = {
  401: { message: 'Authorization has been denied for this request.' },
  503: 'The service is unavailable.',
  504: '',
};

function failure(status: number, { code = codes[status], body, headers = {} }: Fault = {}): Reply {
  const written = {
    error: { code: code ?? 'Failed', message: `${code ?? 'Failed'} (fake connector)` },
  };
  return {
    status,
    body: body ?? (code === undefined ? bare[status] : undefined) ?? written,
    headers,
  };
}

async function readCall(request: IncomingMessage): Promise<Call> {
  const url = new URL(request.url ?? '/', 'http://connector');
  const path = url.pathname.slice(url.pathname.indexOf('/v3'));
  const ids = /^\/v3\/conversations\/([^/]+)(?:\/\w+\/([^/]+))?/.exec(path) ?? [];
  const sent = await text(request);
  return {
    method: request.method ?? '',
    path: decodeURIComponent(path),
    query: url.searchParams,
    conversationId: decodeURIComponent(ids[1] ?? ''),
    activityId: decodeURIComponent(ids[2] ?? ''),
    authorized: request.headers.authorization !== undefined,
    body: record(sent === '' ? {} : JSON.parse(sent)),
    at: performance.now(),
  };
}

// Two statements: restify replaces writeHead in the whole process by one that returns nothing.
function write(response: ServerResponse, { status, body, headers }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  response.end(isRaw ? body : JSON.stringify(body));
}

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function dump({ calls, messages }: Teams): string {
  const seen = calls.map(({ method, path, status }) => `  ${method} ${path} → ${status ?? 'open'}`);
  const shown = [...messages.values()].map(
    ({ id, conversationId, edits, activity }) =>
      `  ${id} in ${conversationId}, edits ${edits}: ${JSON.stringify(activity).slice(0, 300)}`,
  );
  return ['Calls:', ...seen, 'Messages:', ...shown].join('\n');
}
