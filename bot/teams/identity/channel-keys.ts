import type { CryptoKey } from 'jose';
import { errors, importJWK, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Instant } from '../../duty/ids.ts';
import type { Log } from '../../observability/log.ts';

export interface ChannelKeysParts {
  /** Where the Bot Connector tells where its keys are. */
  readonly metadataUrl: string;
  readonly issuer: string;
  readonly appId: string;
  readonly now: () => Instant;
  readonly log: Log;
}

/** `unknown`: whether it is genuine cannot be told now, because the keys cannot be read. */
export type TokenVerdict = 'genuine' | 'forged' | 'unknown';

/** Decides whether a token was written by the Bot Connector for this bot and this service address. */
export type VerifyToken = (token: string, serviceUrl: string) => Promise<TokenVerdict>;

const metadataSchema = z.object({ jwks_uri: z.url() });
const keysSchema = z.object({ keys: z.array(z.unknown()) });
/** What stands beside them, of another make or for another channel, is passed over. */
const keySchema = z.object({
  kid: z.string(),
  kty: z.literal('RSA'),
  n: z.string(),
  e: z.string(),
  // A key without the endorsement of a channel may not speak for that channel.
  endorsements: z.array(z.string()).refine((channels) => channels.includes('msteams')),
});

type Keys = ReadonlyMap<string, CryptoKey>;

const readSeconds = 5;
/** Microsoft asks to read the keys again at least once a day ("Authentication with the Bot Connector API"). */
const keptMs = 24 * 3600_000;
/** A key that is not known is looked for at once, but nobody can have us ask without end. */
const mostReads = 5;
const readsMs = 5 * 60_000;
const skewSeconds = 300;

/**
 * Holds a token against the rules of the channel: its key is published and endorsed for Teams, issuer and
 * audience are right, it has an end that is not past, and it names the service address letter for letter.
 */
export function channelTokens(parts: ChannelKeysParts): VerifyToken {
  const { issuer, appId, log } = parts;
  const keys = publishedKeys(parts);
  return async (token, serviceUrl) => {
    try {
      const { payload } = await jwtVerify(token, ({ kid }) => keys.find(kid ?? ''), {
        issuer,
        audience: appId,
        algorithms: ['RS256'],
        requiredClaims: ['exp'],
        clockTolerance: skewSeconds,
      });
      return payload['serviceurl'] === serviceUrl ? 'genuine' : 'forged';
    } catch (error) {
      if (error instanceof errors.JOSEError) {
        log.warn({ code: error.code }, 'token refused');
        return 'forged';
      }
      log.error({ err: error }, 'keys of the channel cannot be read');
      return 'unknown';
    }
  };
}

function publishedKeys({ metadataUrl, now }: ChannelKeysParts): {
  readonly find: (kid: string) => Promise<CryptoKey>;
} {
  let held: { readonly keys: Keys; readonly readAt: number } | undefined;
  let pending: Promise<Keys> | undefined;
  let reads: readonly number[] = [];
  let failed = false;

  const read = (): Promise<Keys> => {
    pending ??= readKeys(metadataUrl)
      .then((keys) => {
        held = { keys, readAt: Date.parse(now()) };
        failed = false;
        return keys;
      })
      .catch((error: unknown) => {
        failed = true;
        throw error;
      })
      .finally(() => {
        pending = undefined;
      });
    return pending;
  };
  const mayRead = (at: number): boolean => {
    reads = reads.filter((one) => at - one < readsMs);
    if (reads.length >= mostReads) return false;
    reads = [...reads, at];
    return true;
  };
  return {
    find: async (kid) => {
      const at = Date.parse(now());
      const known = held?.keys.get(kid);
      if (known && held) {
        // What is known still serves while newer ones are fetched.
        if (at - held.readAt > keptMs && mayRead(at)) read().catch(() => undefined);
        return known;
      }
      const mayAsk = !held || mayRead(at);
      // A key may be new, as long as nobody could look: Teams is told to try again.
      if (held && !mayAsk && failed) throw new Error('The keys could not be read lately.');
      const keys = !held || mayAsk ? await read() : held.keys;
      const found = keys.get(kid);
      if (!found) throw new errors.JWKSNoMatchingKey();
      return found;
    },
  };
}

async function readKeys(metadataUrl: string): Promise<Keys> {
  const { jwks_uri: address } = metadataSchema.parse(await readJson(metadataUrl));
  const { keys } = keysSchema.parse(await readJson(address));
  const endorsed = keys.flatMap((key) => keySchema.safeParse(key).data ?? []);
  const imported = await Promise.all(
    endorsed.map(async ({ kid, kty, n, e }): Promise<readonly [string, CryptoKey][]> => {
      const key = await importJWK({ kty, n, e }, 'RS256');
      return key instanceof Uint8Array ? [] : [[kid, key]];
    }),
  );
  return new Map(imported.flat());
}

async function readJson(address: string): Promise<unknown> {
  const response = await fetch(address, { signal: AbortSignal.timeout(readSeconds * 1000) });
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(
      `${new URL(address).host} answered ${response.status} when asked for its keys.`,
    );
  }
  return response.json();
}
