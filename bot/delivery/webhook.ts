import type { TellResult, VendorMessage, Vendors } from '../ports/vendors.ts';
import type { Instant } from '../duty/ids.ts';
import { Webhook } from 'standardwebhooks';
import type { Timers } from '../ports/clock.ts';

/** Where a vendor is told, and the secrets with which that is signed: two while one replaces the other. */
export interface WebhookTarget {
  readonly vendor: string;
  readonly url: string;
  readonly secrets: readonly string[];
}

// Standard Webhooks, "Operational considerations": 15 to 30 seconds at most. Cards wait behind it, so less.
const timeoutSeconds = 10;
const mostBodyBytes = 1024;
// A vendor that is slow may not hold every place in which effects are carried out.
const mostAtOnce = 3;
const busySeconds = 1;
const longestPauseSeconds = 300;
const longestAskedSeconds = 3600;

/** How a vendor does: how much is under way, and until when it is left alone after failures. */
interface Condition {
  underWay: number;
  failures: number;
  notBefore: number;
}

/**
 * Tells vendors over HTTP, signed by the Standard Webhooks specification. While a vendor does not answer, only
 * one message at a time tries whether it is back; everything else is put off without a call.
 */
export function createVendors({
  targets,
  now,
  timers,
  request = fetch,
}: {
  targets: readonly WebhookTarget[];
  now: () => Instant;
  timers: Timers;
  request?: typeof fetch;
}): Vendors {
  const known = new Map(
    targets.map((target) => [
      target.vendor,
      { target, condition: { underWay: 0, failures: 0, notBefore: 0 } },
    ]),
  );
  return {
    isTold: (vendor) => known.has(vendor),
    tell: async (vendor, message) => {
      const one = known.get(vendor);
      if (!one) return { type: 'refused' };
      const { target, condition } = one;
      const at = Date.parse(now());
      if (condition.notBefore > at)
        return later('vendor in trouble', Math.ceil((condition.notBefore - at) / 1000));
      if (condition.underWay >= (condition.failures === 0 ? mostAtOnce : 1))
        return later('vendor busy', busySeconds);
      condition.underWay += 1;
      try {
        const telling = await post({ target, message, now, timers, request });
        noteHow(condition, telling, Date.parse(now()));
        return telling;
      } finally {
        condition.underWay -= 1;
      }
    },
  };
}

const later = (reason: string, afterSeconds: number | undefined): TellResult => ({
  type: 'try-later',
  reason,
  afterSeconds,
});

/** After a failure the vendor is left alone, twice as long each time; after an answer it is not. */
function noteHow(condition: Condition, telling: TellResult, at: number): void {
  if (telling.type !== 'try-later') {
    condition.failures = 0;
    condition.notBefore = 0;
    return;
  }
  const pause = Math.min(longestPauseSeconds, 2 ** Math.min(condition.failures, 10));
  condition.failures += 1;
  condition.notBefore = at + 1000 * Math.max(pause, telling.afterSeconds ?? 0);
}

interface Post {
  readonly target: WebhookTarget;
  readonly message: VendorMessage;
  readonly now: () => Instant;
  readonly timers: Timers;
  readonly request: typeof fetch;
}

async function post({ target, message, now, timers, request }: Post): Promise<TellResult> {
  const { id, body } = message;
  // Whole seconds, as the signature counts them.
  const at = new Date(Date.parse(now()));
  const ending = new AbortController();
  const timer = timers.after(timeoutSeconds, () => {
    ending.abort();
  });
  try {
    const response = await request(target.url, {
      method: 'POST',
      // Another address than the one that was set could be anything.
      redirect: 'manual',
      signal: ending.signal,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'shared-duty',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': target.secrets
          .map((secret) => new Webhook(secret).sign(id, at, body))
          .join(' '),
      },
      body,
    });
    await readAway(response);
    return meaningOf(response);
  } catch (error) {
    // No connection, no answer in time, or an answer that broke off: what fetch throws is a TypeError or the abort.
    if (error instanceof TypeError || ending.signal.aborted)
      return later(ending.signal.aborted ? 'vendor too slow' : 'vendor not reached', undefined);
    throw error;
  } finally {
    timer.cancel();
  }
}

/** Reads the little that an answer should hold, so that its connection can be used again; no more than that. */
async function readAway({ body }: Response): Promise<void> {
  if (!body) return;
  let bytes = 0;
  try {
    for await (const chunk of body) {
      bytes += (chunk as Uint8Array).byteLength;
      if (bytes > mostBodyBytes) break;
    }
  } catch {
    // The answer was in its status; a body that breaks off or comes too slowly changes nothing.
  }
}

/** 2xx is received; what asks for patience is tried again; everything else would be refused again. */
function meaningOf({ status, headers }: Response): TellResult {
  if (status >= 200 && status < 300) return { type: 'received' };
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    const asked = Number(headers.get('retry-after') ?? NaN);
    const seconds = Number.isFinite(asked)
      ? Math.min(longestAskedSeconds, Math.max(0, asked))
      : undefined;
    return later(`vendor answers ${String(status)}`, seconds);
  }
  return { type: 'refused', status };
}
