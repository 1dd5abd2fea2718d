import type { CryptoKey, JWTPayload, JWTVerifyOptions } from 'jose';
import { errors, importJWK, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Instant } from '../../duty/ids.ts';
import type { Allowance } from '../../casework/rights/throttle.ts';
import { throttle } from '../../casework/rights/throttle.ts';
import type { Log } from '../../observability/log.ts';

export interface ChannelKeysParts {
  /** Where the Bot Connector tells where its keys are. */
  readonly metadataUrl: string;
  readonly issuer: string;
  readonly appId: string;
  readonly now: () => Instant;
  readonly log: Log;
  /** The longest that reading them may take, both documents together; seconds. */
  readonly maxSeconds?: number;
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
  // RS256 takes no key below 2048 bits (RFC 7518, section 3.3).
  n: z.string().min(342),
  e: z.string(),
  // A key without the endorsement of a channel may not speak for that channel.
  endorsements: z.array(z.string()).refine((channels) => channels.includes('msteams')),
});

/** Names should be distinct and need not be (RFC 7517, section 4.5): whichever of one name verifies counts. */
type Keys = ReadonlyMap<string, readonly CryptoKey[]>;

/** Teams waits three times as long for an answer. */
const readSeconds = 5;
/** Microsoft asks to read the keys again at least once a day ("Authentication with the Bot Connector API"). */
const keptMs = 24 * 3600_000;
/** A key that is not known is looked for at once, but nobody can have us ask without end. */
const reads: Allowance = { atOnce: 5, perSecond: 1 / 60 };
/** What was looked for so long ago was looked for. */
const lookedAtMs = 10_000;
/** Microsoft publishes some fifty keys in a tenth of this. */
const mostBytes = 2 * 1024 * 1024;
const mostKeys = 500;
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
      const payload = await verified(token, keys.find, {
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

/** What a token says, held against each key of the name that it gives. */
async function verified(
  token: string,
  find: FindKeys,
  rules: JWTVerifyOptions,
): Promise<JWTPayload> {
  let others: readonly CryptoKey[] | undefined;
  for (;;) {
    try {
      const { payload } = await jwtVerify(
        token,
        async ({ kid = '' }) => {
          const [key, ...rest] = others ?? (await find(kid));
          others = rest;
          if (!key) throw new errors.JWKSNoMatchingKey();
          return key;
        },
        rules,
      );
      return payload;
    } catch (error) {
      const isOfAnother = error instanceof errors.JWSSignatureVerificationFailed;
      if (!isOfAnother || !others || others.length === 0) throw error;
    }
  }
}

type FindKeys = (kid: string) => Promise<readonly CryptoKey[]>;

function publishedKeys({ metadataUrl, now, maxSeconds = readSeconds }: ChannelKeysParts): {
  readonly find: FindKeys;
} {
  let held: { readonly keys: Keys; readonly readAt: number } | undefined;
  let pending: Promise<Keys> | undefined;
  const mayRead = throttle(reads, () => Date.parse(now()) / 1000);
  let failed = false;

  const read = (): Promise<Keys> => {
    pending ??= readKeys(metadataUrl, maxSeconds)
      .then((keys) => {
        if (keys.size === 0 && held && held.keys.size > 0)
          throw new Error('No key is published that may speak for Teams; those before are kept.');
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
  /** Whoever comes while they are read waits for the same answer. */
  const mayAsk = (): boolean => !held || pending !== undefined || mayRead('keys', 1) === 0;
  return {
    find: async (kid) => {
      const since = held ? Date.parse(now()) - held.readAt : 0;
      const known = held?.keys.get(kid);
      if (known) {
        // What is known still serves while newer ones are fetched.
        if (since > keptMs && mayAsk()) read().catch(() => undefined);
        return known;
      }
      const asks = mayAsk();
      // A key may be new, as long as nobody could look: Teams is told to try again.
      if (!asks && (failed || since > lookedAtMs))
        throw new Error('The keys could not be read lately.');
      const keys = asks || !held ? await read() : held.keys;
      const found = keys.get(kid);
      if (!found) throw new errors.JWKSNoMatchingKey();
      return found;
    },
  };
}

async function readKeys(metadataUrl: string, maxSeconds: number): Promise<Keys> {
  // One end for both: whoever waits for the keys waits no longer, however slowly they come.
  const signal = AbortSignal.timeout(maxSeconds * 1000);
  const { jwks_uri: address } = metadataSchema.parse(await readJson(metadataUrl, signal));
  const { keys } = keysSchema.parse(await readJson(address, signal));
  const endorsed = keys.slice(0, mostKeys).flatMap((key) => keySchema.safeParse(key).data ?? []);
  const imported = await Promise.all(
    endorsed.map(async ({ kid, kty, n, e }): Promise<readonly [string, CryptoKey][]> => {
      const key = await importJWK({ kty, n, e }, 'RS256');
      return key instanceof Uint8Array ? [] : [[kid, key]];
    }),
  );
  const byName = new Map<string, CryptoKey[]>();
  for (const [kid, key] of imported.flat()) byName.set(kid, [...(byName.get(kid) ?? []), key]);
  return byName;
}

async function readJson(address: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(address, { signal });
  const { host } = new URL(address);
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`${host} answered ${response.status} when asked for its keys.`);
  }
  const body: AsyncIterable<Uint8Array> = response.body ?? new Blob([]).stream();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    // Leaving the loop cancels the rest.
    if (size > mostBytes)
      throw new Error(`${host} answered with too much when asked for its keys.`);
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
