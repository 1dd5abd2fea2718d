import type { SendResult } from '../../ports/messenger.ts';
import { memberOf } from '../foreign.ts';
import { TokenError } from '../identity/tokens.ts';

/** A call to the Bot Connector that did not succeed. */
export interface Failure {
  /** Undefined: there was no answer. */
  readonly status: number | undefined;
  /** The far side was never reached, so nothing can have arrived there. */
  readonly notReached: boolean;
  /** Teams' code, such as `ConversationNotFound`, with all that is said beside it. */
  readonly code: string;
  /** In seconds. */
  readonly retryAfter: number | undefined;
}

export interface Attempted {
  /** What was asked of the far side. */
  readonly of: 'send' | 'edit';
  /** The moment, in milliseconds since 1970. */
  readonly nowMs: number;
}

/** For how long nothing is sent after an administrator has blocked the app. */
const blockedByAdminSeconds = 3600;

/**
 * What a failed call to the Bot Connector means, by status and code ("Send proactive messages" and
 * "Rate limiting", Microsoft Teams documentation; the codes as `teams-payloads` of public reports have
 * them). Undefined: no outcome but a fault, of the far side or of ours.
 */
export function sendingAfter(error: unknown, attempted: Attempted): SendResult | undefined {
  // Without a token nothing has left, however long that lasts.
  if (error instanceof TokenError) return later(error.reason, error.afterSeconds);
  const failure = failureOf(error, attempted.nowMs);
  if (!failure) return undefined;
  const { status, code, retryAfter } = failure;
  // An edit that arrived twice is the same edit.
  const unknown = attempted.of === 'edit' ? 'no-answer' : 'outcome-unknown';
  switch (status) {
    // A reset or a time-out tells nothing: what was sent may have arrived.
    case undefined:
      return later(failure.notReached ? 'not-reached' : unknown, undefined);
    // The SDK throws on a 204, which says that it is done.
    case 204:
      return { type: 'sent', message: undefined };
    case 404:
      return { type: 'gone' };
    case 403:
      return forbidden(code, attempted.of);
    case 401:
      return later('not-authorized', 300);
    case 429:
      return later('throttled', retryAfter);
    case 412:
      return later('status-412', undefined);
    // A gateway gave up: public reports tell of messages that arrived all the same, twice and thrice.
    case 408:
    case 504:
      return later(unknown, retryAfter);
    case 502:
      return { ...later(unknown, retryAfter), ...refusingBy(code) };
    // Who names a time has not taken it.
    case 503:
      return later(retryAfter === undefined ? unknown : 'busy', retryAfter);
    default:
      return status >= 500 ? undefined : { type: 'unreachable', reason: 'refused' };
  }
}

/**
 * The fault of a call that has no outcome: 500, or a 403 that gives no reason. Its status stays out of it,
 * because it is no outage: it is tried a few times and then put before the IT team.
 */
export function connectorFault(error: unknown, nowMs: number): unknown {
  const failure = failureOf(error, nowMs);
  if (failure?.status === undefined) return error;
  const { code } = codeIn(error);
  const told = `The Bot Connector answered ${String(failure.status)} ${code} to a send.`;
  // Its name tells the IT team that it was Teams, and no fault of the bot.
  return Object.assign(new Error(told, { cause: error }), { name: 'ConnectorError' });
}

/** A 502 in the service's own form; what a gateway writes has no such code. */
const refusingBy = (code: string): { readonly refusing?: true } =>
  code.includes('ServiceError') ? { refusing: true } : {};

const later = (
  reason: string,
  afterSeconds: number | undefined,
): Extract<SendResult, { type: 'try-later' }> => ({
  type: 'try-later',
  afterSeconds,
  reason,
});

function forbidden(code: string, of: Attempted['of']): SendResult | undefined {
  const unreachable = (reason: 'blocked' | 'not-installed' | 'refused'): SendResult => ({
    type: 'unreachable',
    reason,
  });
  if (/MessageWritesBlocked|ConversationBlockedByUser/.test(code)) return unreachable('blocked');
  if (/BotNotInConversationRoster|ForbiddenOperation|NotInstalled/.test(code))
    return unreachable('not-installed');
  // Seen for a week, or for some people only, while the app was allowed: no verdict on one card.
  if (/BotDisabledByAdmin|TenantNoPermission/.test(code))
    return later('disabled-by-admin', blockedByAdminSeconds);
  // At the address that it names it was tried already.
  if (code.includes('InvalidBotApiHost')) return later('wrong-address', blockedByAdminSeconds);
  // An edit of a message that was deleted; at other times at random, for some people.
  if (code.includes('ServiceError') && !code.includes('AclCheckFailed'))
    return of === 'edit' ? { type: 'gone' } : undefined;
  return unreachable('refused');
}

/** Whether an error tells of the far side, or of the way there, and not of a fault of ours. */
export const isFarSide = (error: unknown): boolean =>
  error instanceof TokenError || failureOf(error, 0) !== undefined;

/** Reads what the SDK threw; undefined for what is no failure of a call. */
export function failureOf(error: unknown, nowMs: number): Failure | undefined {
  if (!(error instanceof Error)) return undefined;
  const found = memberOf(error, 'statusCode');
  const status = typeof found === 'number' ? found : undefined;
  const { all } = codeIn(error);
  const network = /^(E[A-Z_]+|REQUEST_SEND_ERROR|UND_ERR_.*)$/.test(
    String(memberOf(error, 'code') ?? ''),
  );
  if (status === undefined && !network && error.name !== 'AbortError') return undefined;
  const notReached = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH/.test(all);
  return { status, notReached, code: all, retryAfter: retryAfterOf(error, nowMs) };
}

/** One 403 carries its code as JSON within a string: errorCode 209, subCode MessageWritesBlocked. */
function codeIn(error: unknown): { readonly code: string; readonly all: string } {
  const code = String(memberOf(error, 'code') ?? '');
  const details = JSON.stringify(memberOf(error, 'details') ?? '').slice(0, 4000);
  const message = error instanceof Error ? error.message.slice(0, 4000) : '';
  return { code, all: `${code} ${details} ${message}` };
}

const longestAsked = 3600;

/** Seconds or a date (RFC 9110, 10.2.3); the date is held against the clock of whoever wrote it. */
function retryAfterOf(error: Error, nowMs: number): number | undefined {
  const headers = memberOf(memberOf(error, 'response'), 'headers');
  const get = memberOf(headers, 'get');
  const read = (name: string): string => {
    const value: unknown = typeof get === 'function' ? get.call(headers, name) : undefined;
    return typeof value === 'string' ? value.trim() : '';
  };
  const written = read('retry-after');
  if (/^\d{1,9}$/.test(written)) return Math.min(Number(written), longestAsked);
  const until = /^[A-Z][a-z]{2},/.test(written) ? Date.parse(written) : NaN;
  if (Number.isNaN(until)) return undefined;
  const theirNow = Date.parse(read('date'));
  const seconds = Math.ceil((until - (Number.isNaN(theirNow) ? nowMs : theirNow)) / 1000);
  return Math.min(Math.max(seconds, 0), longestAsked);
}
