import type { SendResult } from '../ports/messenger.ts';

interface Failure {
  /** Undefined: there was no answer. */
  readonly status: number | undefined;
  /** The far side was never reached, so nothing can have arrived there. */
  readonly notReached: boolean;
  readonly code: string;
  readonly retryAfter: number | undefined;
}

/**
 * What a failed call to the Bot Connector means, by status and code ("Send proactive messages" and
 * "Rate limiting", Microsoft Teams documentation). Undefined: this failure is not one of the far side.
 */
export function sendingAfter(error: unknown): SendResult | undefined {
  const failure = failureOf(error);
  if (!failure) return undefined;
  const { status, code, retryAfter } = failure;
  switch (status) {
    // A reset or a time-out tells nothing: what was sent may have arrived.
    case undefined:
      return {
        type: 'try-later',
        afterSeconds: undefined,
        reason: failure.notReached ? 'not-reached' : 'outcome-unknown',
      };
    case 404:
      return { type: 'gone' };
    case 403:
      return { type: 'unreachable', reason: forbidden(code) };
    case 401:
      return { type: 'try-later', afterSeconds: 300, reason: 'not-authorized' };
    case 429:
      return { type: 'try-later', afterSeconds: retryAfter, reason: 'throttled' };
    case 412:
    case 502:
    case 503:
    case 504:
      return { type: 'try-later', afterSeconds: undefined, reason: `status-${String(status)}` };
    default:
      return { type: 'unreachable', reason: 'refused' };
  }
}

function forbidden(code: string): 'blocked' | 'not-installed' | 'refused' {
  if (/MessageWritesBlocked|ConversationBlockedByUser/.test(code)) return 'blocked';
  if (/BotNotInConversationRoster|ForbiddenOperation|NotInstalled/.test(code))
    return 'not-installed';
  return 'refused';
}

function failureOf(error: unknown): Failure | undefined {
  if (!(error instanceof Error)) return undefined;
  const status = numberIn(error, 'statusCode');
  const network = /^(E[A-Z_]+|REQUEST_SEND_ERROR|UND_ERR_.*)$/.test(
    String(member(error, 'code') ?? ''),
  );
  if (status === undefined && !network && error.name !== 'AbortError') return undefined;
  // One 403 carries its code as JSON within a string: errorCode 209, subCode MessageWritesBlocked.
  const details = JSON.stringify(member(error, 'details') ?? '');
  const code = `${String(member(error, 'code') ?? '')} ${details} ${error.message}`;
  const notReached = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH/.test(code);
  return { status, notReached, code, retryAfter: retryAfterOf(error) };
}

function retryAfterOf(error: Error): number | undefined {
  const headers = member(member(error, 'response'), 'headers');
  const get = member(headers, 'get');
  const written: unknown = typeof get === 'function' ? get.call(headers, 'retry-after') : undefined;
  const seconds = Number(written);
  const usable = typeof written === 'string' && Number.isFinite(seconds) && seconds >= 0;
  return usable ? Math.min(seconds, 3600) : undefined;
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function numberIn(value: unknown, name: string): number | undefined {
  const found = member(value, name);
  return typeof found === 'number' ? found : undefined;
}
