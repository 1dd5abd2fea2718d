import type { ConnectorSdk } from './connector.ts';
import type { FetchToken } from '../ports/tokens.ts';

/** Why there is no token for the Bot Connector. */
export type TokenFailure =
  | 'wrong-secret'
  | 'expired-secret'
  | 'unknown-app'
  | 'unknown-tenant'
  | 'disabled'
  | 'blocked'
  | 'no-identity'
  | 'not-reached'
  | 'busy'
  | 'other';

export type TokenReading =
  | {
      readonly type: 'token';
      readonly audience: string;
      readonly appId: string;
      readonly tenantId: string;
    }
  | { readonly type: 'failed'; readonly reason: TokenFailure; readonly told: string };

/** Whether Teams lets the bot into a chat, and why not. */
export type Reach =
  'reached' | 'not-installed' | 'blocked' | 'not-allowed' | 'gone' | 'not-authorized' | 'later';

export interface ProbedChat {
  readonly serviceUrl: string;
  readonly conversationId: string;
}

/** Asks the far side what the bot may do, without sending anything that a person sees. */
export interface TeamsProbe {
  readonly token: () => Promise<TokenReading>;
  readonly reach: (chat: ProbedChat) => Promise<Reach>;
}

/** For whom the tokens of the Bot Connector are ("Bot Framework authentication", Microsoft). */
export const connectorAudience = 'https://api.botframework.com';

export interface ProbeParts {
  readonly appId: string;
  readonly sdk: ConnectorSdk;
  /** Asks Entra for the bot's token; absent in development, where nobody is asked. */
  readonly fetchToken: FetchToken | undefined;
}

/** Looks at the far side with the identity that the bot would start with; each look is bounded in time by its caller. */
export function teamsProbe({ appId, sdk, fetchToken }: ProbeParts): TeamsProbe {
  const get = async (): Promise<string> =>
    fetchToken ? (await fetchToken(new AbortController().signal)).token : '';
  const connect = sdk({ appId, token: fetchToken && get });
  return {
    token: async () => {
      try {
        return readToken(await get());
      } catch (error) {
        return { type: 'failed', reason: tokenFailure(error), told: toldBy(error) };
      }
    },
    reach: async ({ serviceUrl, conversationId }) => {
      try {
        const client = await connect(serviceUrl);
        await client.members(conversationId);
        return 'reached';
      } catch (error) {
        return reachAfter(error);
      }
    },
  };
}

function readToken(token: string): TokenReading {
  const claims = claimsOf(token);
  const text = (name: string): string => {
    const value = claims[name];
    return typeof value === 'string' ? value : '';
  };
  return {
    type: 'token',
    audience: text('aud'),
    // Version 1 tokens say `appid`, version 2 tokens `azp`.
    appId: text('appid') || text('azp'),
    tenantId: text('tid'),
  };
}

function claimsOf(token: string): Readonly<Record<string, unknown>> {
  try {
    const written = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
    const claims = JSON.parse(written) as unknown;
    return typeof claims === 'object' && claims !== null ? { ...claims } : {};
  } catch {
    return {};
  }
}

/** What a failed request for a token means, by the numbers of Entra ("Microsoft Entra authentication error codes"). */
export function tokenFailure(error: unknown): TokenFailure {
  const told = `${error instanceof Error ? `${error.name} ${error.message}` : String(error)} ${member(error, 'errorCode')} ${member(error, 'errorNo')}`;
  if (told.includes('7000215')) return 'wrong-secret';
  if (told.includes('7000222')) return 'expired-secret';
  if (told.includes('700016')) return 'unknown-app';
  if (/\b(AADSTS)?(90002|900023)\b/.test(told)) return 'unknown-tenant';
  if (/7000112|7000114/.test(told)) return 'disabled';
  if (/53003|530031/.test(told)) return 'blocked';
  if (/temporarily_unavailable|client_error|server_error|9005\d|90033|Too Many/.test(told))
    return 'busy';
  if (
    /CredentialUnavailable|AggregateAuthentication|Identity not found|ManagedIdentity/i.test(told)
  )
    return 'no-identity';
  if (/network_error|ENOTFOUND|ECONN|ETIMEDOUT|EAI_AGAIN|endpoints_resolution/.test(told))
    return 'not-reached';
  return 'other';
}

/** What a refused look into a chat means ("Send proactive messages", Microsoft Teams documentation). */
export function reachAfter(error: unknown): Reach {
  const status = Number(member(error, 'statusCode'));
  const told = `${member(error, 'code')} ${JSON.stringify(detailsOf(error))} ${error instanceof Error ? error.message : ''}`;
  if (status === 401) return 'not-authorized';
  if (status === 404) return 'gone';
  if (status !== 403) return 'later';
  if (/BotDisabledByAdmin|TenantNoPermission|NotEnoughPermissions/.test(told)) return 'not-allowed';
  if (/MessageWritesBlocked|ConversationBlockedByUser/.test(told)) return 'blocked';
  return 'not-installed';
}

/** The line of Entra with its number, without ids of traces and whoever asked. */
function toldBy(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const numbered = /AADSTS\d+: [^\r\n]*?(?= Trace ID| Correlation ID|[\r\n]|$)/.exec(message)?.[0];
  return (numbered ?? message.split('\n')[0] ?? '').slice(0, 200);
}

const detailsOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'details' in error ? error.details : '';

function member(error: unknown, name: string): string {
  if (typeof error !== 'object' || error === null || !(name in error)) return '';
  const value = (error as Record<string, unknown>)[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
