import type { Instant } from '../../duty/ids.ts';
import type { Log } from '../../observability/log.ts';
import type { Timers } from '../../ports/clock.ts';
import type { AccessToken, FetchToken } from '../../ports/tokens.ts';

/** Why there is no token: constant words for logs and metrics. */
export type TokenFailure = 'token-refused' | 'token-unavailable' | 'token-late';

/** A send could not even be signed: nothing has left. */
export class TokenError extends Error {
  override readonly name = 'TokenError';
  readonly reason: TokenFailure;
  /** Until Entra is asked again. */
  readonly afterSeconds: number;
  constructor(reason: TokenFailure, afterSeconds: number, cause?: unknown) {
    super(
      `Entra gave no token for the bot (${reason}): look at MicrosoftAppId, its secret and its tenant.`,
      { cause },
    );
    this.reason = reason;
    this.afterSeconds = afterSeconds;
  }
}

/** Since when and why no token could be had. */
export interface TokenTrouble {
  readonly reason: TokenFailure;
  readonly since: Instant;
}

/** The one place from which all sends get their token. */
export interface Tokens {
  /** A token that is valid now; rejects with a `TokenError` within ten seconds. */
  readonly get: () => Promise<string>;
  /** The far side did not take the token: the next send asks for another. */
  readonly drop: () => void;
  readonly trouble: () => TokenTrouble | undefined;
}

export interface TokenParts {
  /** Makes what asks Entra. After a failure it is made anew, see `attempt`. */
  readonly fetcher: () => FetchToken;
  readonly now: () => Instant;
  readonly timers: Timers;
  readonly log: Log;
  /** Counts how each request for a token ended. */
  readonly counted?: ((outcome: 'token' | TokenFailure) => void) | undefined;
  /** Learns what is over, as soon as there is a token again. */
  readonly recovered?: ((trouble: TokenTrouble) => void) | undefined;
}

/** The longest a send waits for its token. */
const tokenSeconds = 10;
/** MSAL hands out the token that it has until five minutes before its end; earlier there is no newer one. */
const renewBeforeMs = 5 * 60_000;
const longestPause = 60;

/**
 * Keeps the bot's token: one request at a time for whoever waits, renewed while the old one still serves,
 * and after a failure a pause of 5 seconds that doubles up to a minute.
 */
export function createTokens(parts: TokenParts): Tokens {
  const { fetcher, now, timers, log, counted, recovered } = parts;
  let fetch = fetcher();
  let held: AccessToken | undefined;
  let pending: Promise<AccessToken> | undefined;
  let failed: (TokenTrouble & { readonly failures: number; readonly againAt: number }) | undefined;

  const attempt = async (): Promise<AccessToken> => {
    try {
      const token = await inTime(fetch, timers);
      const over = failed;
      failed = undefined;
      held = token;
      counted?.('token');
      if (over) {
        const { since, reason } = over;
        log.warn({ since, reason }, 'token is back');
        recovered?.({ since, reason });
      }
      return token;
    } catch (error) {
      // MSAL refuses by itself for a minute after one 429 or 5xx; what is made anew knows nothing of that.
      fetch = fetcher();
      const reason = failureOf(error);
      const failures = (failed?.failures ?? 0) + 1;
      const pause = Math.min(longestPause, 5 * 2 ** Math.min(failures - 1, 4));
      const since = failed?.since ?? now();
      failed = { reason, since, failures, againAt: Date.parse(now()) + pause * 1000 };
      log.error({ reason, code: codeOf(error), failures, since }, 'no token from Entra');
      counted?.(reason);
      throw new TokenError(reason, pause, error);
    }
  };
  const renew = (): Promise<AccessToken> => {
    pending ??= attempt().finally(() => {
      pending = undefined;
    });
    return pending;
  };
  const pauseLeft = (at: number): number =>
    failed && !pending ? Math.ceil((failed.againAt - at) / 1000) : 0;

  return {
    get: async () => {
      const at = Date.parse(now());
      const left = held ? held.expiresOnTimestamp - at : 0;
      const pause = pauseLeft(at);
      if (held && left > 0) {
        // Who asks now does not wait; a failure is told above and comes up again.
        if (left <= renewBeforeMs && pause <= 0) renew().catch(() => undefined);
        return held.token;
      }
      if (failed && pause > 0) throw new TokenError(failed.reason, pause);
      return (await renew()).token;
    },
    drop: () => {
      held = undefined;
    },
    trouble: () => failed && { reason: failed.reason, since: failed.since },
  };
}

const late = 'Entra did not answer in time.';

/** A silent endpoint ends the wait, whether or not the request heeds the signal. */
async function inTime(fetch: FetchToken, timers: Timers): Promise<AccessToken> {
  const controller = new AbortController();
  return new Promise((resolve, reject) => {
    const timer = timers.after(tokenSeconds, () => {
      controller.abort();
      reject(new Error(late));
    });
    fetch(controller.signal)
      .finally(() => {
        timer.cancel();
      })
      .then(resolve, reject);
  });
}

/** What MSAL and @azure/identity throw has neither one class nor a status; the OAuth error (RFC 6749, 5.2) is in the text. */
function failureOf(error: unknown): TokenFailure {
  const told = error instanceof Error ? error.message : '';
  if (told === late) return 'token-late';
  return /invalid_client|unauthorized_client|invalid_grant|invalid_request|invalid_scope|AADSTS(?:7|9000[02]|53)\d*/.test(
    told.slice(0, 4000),
  )
    ? 'token-refused'
    : 'token-unavailable';
}

/** The number of the failure as Entra writes it, else the class of the error. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return /AADSTS\d{1,8}/.exec(error.message.slice(0, 4000))?.[0] ?? error.name;
}
