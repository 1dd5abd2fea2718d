import { webAddress } from '../web-address.ts';

/** What the guard looks at: one POST to /api/messages, parsed but not yet believed. */
export type GuardedRequest = {
  readonly body: unknown;
  readonly authorization: string | undefined;
};

/** What this installation accepts. */
export type GuardRules = {
  /** Development only: no token asked for, and only loopback service addresses accepted. */
  readonly anonymous: boolean;
  readonly issuer: string;
  readonly appId: string;
  readonly allowedTenants: ReadonlySet<string> | 'any';
  /** Besides `teamsServiceHosts`: a host, `*.suffix`, or a whole origin such as `http://127.0.0.1:9000`. */
  readonly serviceHosts: readonly string[];
};

type TokenFault =
  | 'no-bearer-token'
  | 'malformed-token'
  | `foreign-${'algorithm' | 'issuer' | 'audience' | 'token-tenant'}`;
type Part = 'type' | 'channel' | 'service-url' | 'id' | 'sender' | 'conversation' | 'recipient';
type ShapeFault =
  'not-an-object' | 'too-deep-or-too-large' | `malformed-${Part | 'tenant' | 'content'}`;
type OriginFault =
  | 'no-tenant'
  | `${'tenants' | 'channels'}-disagree`
  | `foreign-${'channel' | 'tenant' | 'service' | 'recipient'}`;

/** Constant words for the log; the caller is told the status only. */
export type RefusalReason = TokenFault | ShapeFault | OriginFault;

export type RefusalStatus = 400 | 401 | 403;

export type Verdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly status: RefusalStatus; readonly reason: RefusalReason };

/**
 * Where Teams takes its answers: the addresses per cloud in "Send proactive messages" (learn.microsoft.com).
 * Not `*.trafficmanager.net`: anybody can register a name there, and our tokens go to this host. Nor the clouds
 * of GCC High, DoD and 21Vianet: their tokens come from elsewhere.
 */
const teamsServiceHosts: readonly string[] = [
  'smba.trafficmanager.net',
  '*.teams.microsoft.com',
  'canary.botapi.skype.com',
  '*.botframework.com',
];

const longestToken = 8192;
const deepest = 32;
const mostValues = 10_000;

type Field = readonly [path: string, longest: number, fault: ShapeFault];

const requiredFields: readonly Field[] = [
  ['type', 64, 'malformed-type'],
  ['channelId', 64, 'malformed-channel'],
  ['serviceUrl', 512, 'malformed-service-url'],
  ['from.id', 512, 'malformed-sender'],
  ['conversation.id', 512, 'malformed-conversation'],
  ['recipient.id', 512, 'malformed-recipient'],
];

const optionalFields: readonly Field[] = [
  ['id', 512, 'malformed-id'],
  ['from.aadObjectId', 128, 'malformed-sender'],
  ['conversation.tenantId', 128, 'malformed-tenant'],
  ['channelData.tenant.id', 128, 'malformed-tenant'],
  ['channelData.channel.id', 512, 'malformed-conversation'],
];

// What is not even of the right type comes from no Teams.
const textMembers = ['text', 'name', 'locale', 'replyToId', 'action'];
const listMembers = ['attachments', 'entities', 'membersAdded', 'membersRemoved'];

/** Decides whether a request may be looked at at all; the token's signature is verified after it. */
export function guardActivity({ body, authorization }: GuardedRequest, rules: GuardRules): Verdict {
  return (
    refusal(401, rules.anonymous ? undefined : tokenFault(authorization, rules)) ??
    refusal(400, shapeFault(body)) ??
    refusal(403, originFault(body, rules)) ?? { ok: true }
  );
}

/** The status with which a request is refused whatever its body says; undefined where that decides. */
export function refusedToken(
  authorization: string | undefined,
  rules: GuardRules,
): RefusalStatus | undefined {
  return rules.anonymous || tokenFault(authorization, rules) === undefined ? undefined : 401;
}

function refusal(status: RefusalStatus, reason?: RefusalReason): Verdict | undefined {
  return reason === undefined ? undefined : { ok: false, status, reason };
}

/** Only the channel's own issuer passes, for this bot, without a tenant that we do not know. */
function tokenFault(header: string | undefined, rules: GuardRules): TokenFault | undefined {
  if (!header?.startsWith('Bearer ')) return 'no-bearer-token';
  if (header.length > longestToken) return 'malformed-token';
  const [, first, second] = /^Bearer ([\w-]+)\.([\w-]+)\.[\w-]*$/.exec(header) ?? [];
  const signing = readTokenPart(first);
  const claims = readTokenPart(second);
  if (signing === undefined || claims === undefined) return 'malformed-token';
  if (signing['alg'] !== 'RS256') return 'foreign-algorithm';
  if (rules.issuer === '' || claims['iss'] !== rules.issuer) return 'foreign-issuer';
  if (rules.appId === '' || claims['aud'] !== rules.appId) return 'foreign-audience';
  // Letter for letter, or each other spelling of a tenant would be kept as well.
  const tenants = new Set<unknown>(rules.allowedTenants === 'any' ? [] : rules.allowedTenants);
  return tenants.add(undefined).has(claims['tid']) ? undefined : 'foreign-token-tenant';
}

function readTokenPart(part = ''): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function shapeFault(body: unknown): ShapeFault | undefined {
  if (!isObject(body)) return 'not-an-object';
  if (isBomb(body)) return 'too-deep-or-too-large';
  const given = optionalFields.filter(([path]) => at(body, path) !== undefined);
  const isMalformed = ([path, longest]: Field) => !isIdentifier(at(body, path), longest);
  const malformed = [...requiredFields, ...given].find(isMalformed);
  if (malformed !== undefined) return malformed[2];
  if (serviceAddress(body) === undefined) return 'malformed-service-url';
  const texts = textMembers.every((name) => isText(body[name] ?? ''));
  const lists = listMembers.map((name) => body[name] ?? []);
  const usable = texts && lists.every((list) => Array.isArray(list) && list.every(isObject));
  return usable && isObject(body['channelData'] ?? {}) ? undefined : 'malformed-content';
}

/** Stops as soon as the budget is spent; what is left costs no more than parsing the body did. */
function isBomb(value: unknown, depth = 0, budget = { values: mostValues }): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth > deepest || Object.hasOwn(value, '__proto__')) return true;
  const members: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  budget.values -= members.length;
  return budget.values < 0 || members.some((member) => isBomb(member, depth + 1, budget));
}

/** The token is bound to no tenant, so the body's two statements must agree and be allowed here. */
function originFault(body: unknown, rules: GuardRules): OriginFault | undefined {
  if (at(body, 'channelId') !== 'msteams') return 'foreign-channel';
  const named = [at(body, 'channelData.tenant.id'), at(body, 'conversation.tenantId')];
  const tenants = new Set(named.filter(isText).map((tenant) => tenant.toLowerCase()));
  if (tenants.size > 1) return 'tenants-disagree';
  if (tenants.size === 0 && !rules.anonymous) return 'no-tenant';
  if (![...tenants].every((tenant) => isAllowedTenant(tenant, rules))) return 'foreign-tenant';
  if (!rules.anonymous && !isForUs(at(body, 'recipient.id'), rules)) return 'foreign-recipient';
  if (!agreesOnChannel(body)) return 'channels-disagree';
  return isAllowedService(serviceAddress(body), rules) ? undefined : 'foreign-service';
}

/** The bot's id in Teams is `28:` and the id of its app. */
function isForUs(recipient: unknown, { appId }: GuardRules): boolean {
  return isText(recipient) && recipient.toLowerCase() === `28:${appId.toLowerCase()}`;
}

/** What people do in a channel happens in one of its conversations, or it would count for another channel. */
function agreesOnChannel(body: unknown): boolean {
  const happens = ['message', 'messageUpdate', 'invoke'].includes(String(at(body, 'type')));
  const channel = at(body, 'channelData.channel.id');
  if (!happens || channel === undefined) return true;
  const conversation = at(body, 'conversation.id');
  return isText(conversation) && conversation.split(';')[0] === channel;
}

function isAllowedTenant(tenant: string, { allowedTenants }: GuardRules): boolean {
  if (allowedTenants === 'any') return true;
  return [...allowedTenants].some((allowed) => allowed.toLowerCase() === tenant);
}

/** Only what two readers cannot read differently: no user, query, fragment or backslash. */
function serviceAddress(body: unknown): URL | undefined {
  const address = at(body, 'serviceUrl');
  if (!isText(address) || !/^https?:\/\/[\w.:[\]-]+(\/[\w.~%/-]*)?$/.test(address))
    return undefined;
  return webAddress(address);
}

/** Whether answers may go to a service address. */
export const mayAnswerAt = (serviceUrl: string, rules: GuardRules): boolean =>
  isAllowedService(serviceAddress({ serviceUrl }), rules);

function isAllowedService(url: URL | undefined, rules: GuardRules): boolean {
  if (url === undefined) return false;
  if (rules.anonymous)
    return /^http:\/\/(localhost|\[::1\]|127(\.\d+){3})(:\d+)?$/.test(url.origin);
  return [...teamsServiceHosts, ...rules.serviceHosts].some((host) => isAt(host, url));
}

function isAt(host: string, url: URL): boolean {
  if (host.includes('://')) return url.origin === host;
  if (url.protocol !== 'https:' || url.port !== '') return false;
  return host.startsWith('*.') ? url.hostname.endsWith(host.slice(1)) : url.hostname === host;
}

/** Non-blank, bounded, and without control characters or half surrogates, on which URL building throws. */
function isIdentifier(value: unknown, longest: number): boolean {
  if (!isText(value) || value.length > longest) return false;
  return value.trim() !== '' && !/[\p{Cc}\p{Cs}]/u.test(value);
}

/** The own member at a dotted path; null counts as absent. */
function at(value: unknown, path: string): unknown {
  const step = (here: unknown, name: string): unknown =>
    isObject(here) && Object.hasOwn(here, name) ? (here[name] ?? undefined) : undefined;
  return path.split('.').reduce(step, value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
