import fc from 'fast-check';
import http from 'node:http';
import { vendor } from '../support/vendor/api.ts';
import { tenant } from '../support/duties/duties.ts';
import { startFuzzedBot } from './bot.ts';
import type { FuzzRequest } from './inputs.ts';
import { byKnown, byStrangers } from './inputs.ts';

/** Whoever sends: nobody that is known, or people and a vendor whose identity counts. */
export const senders = ['strangers', 'known'] as const;
export type Senders = (typeof senders)[number];

/** What came of it: an empty list of faults is what is wanted. */
export interface FuzzResult {
  readonly senders: Senders;
  readonly inputs: number;
  readonly forgedTokens: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly longestStallMs: number;
  readonly heapGrowthMb: number;
  readonly seconds: number;
  readonly faults: readonly string[];
}

export interface FuzzLimits {
  readonly seconds: number;
  readonly inputs: number;
  readonly seed: number;
  /** Ends the run before its time. */
  readonly ended?: AbortSignal;
}

/**
 * What the bot may do at most: G15 and G16. Of whom is known things are kept, and the store is in memory: a kilobyte
 * for each input.
 */
const bounds = {
  strangers: { stallMs: 500, growthMb: () => 5 },
  known: { stallMs: 500, growthMb: (inputs: number) => Math.max(300, inputs / 1000) },
} as const;
const atOnce = 16;
const perSample = 64;
/** So many inputs until everything is loaded and compiled once: that is no growth. */
const warmUp = 2000;

const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce });

function send(port: number, { method, path, headers, body }: FuzzRequest): Promise<number> {
  return new Promise((resolve) => {
    const failed = (): void => resolve(0);
    try {
      const sending = http.request(
        { host: '127.0.0.1', port, method, path, headers, agent },
        (answer) => {
          answer.resume();
          answer.on('end', () => resolve(answer.statusCode ?? 0));
          answer.on('error', failed);
        },
      );
      // A body that is refused before it was read is cut.
      sending.on('error', failed);
      sending.end(body);
    } catch {
      // Node’s client takes no such address or header.
      failed();
    }
  });
}

/** Sends inputs to a bot in a process of its own until the time or their number is over. */
export async function fuzz(
  who: Senders,
  { seconds, inputs, seed, ended }: FuzzLimits,
): Promise<FuzzResult> {
  const bot = await startFuzzedBot(who === 'known');
  const begun = performance.now();
  const keys = { vendor: vendor.secret, tenantId: tenant, ...bot };
  const all = who === 'known' ? byKnown(keys) : byStrangers(keys);
  const first = await bot.look({ settles: true });
  const faults: string[] = [];
  const statuses: Record<string, number> = {};
  let [sent, forged] = [0, 0];

  const goesOn = (): boolean =>
    taken < inputs && performance.now() - begun < seconds * 1000 && ended?.aborted !== true;

  // The next inputs are made while the bot still has others: neither waits for the other.
  const made: FuzzRequest[] = [];
  let [sample, taken] = [0, 0];
  const next = (): FuzzRequest | undefined => {
    if (made.length === 0 && goesOn()) {
      const numRuns = Math.min(perSample, inputs - taken);
      made.push(...fc.sample(all, { numRuns, seed: seed + sample }).reverse());
      sample += 1;
      taken += numRuns;
    }
    return made.pop();
  };
  const lane = async (until: number): Promise<void> => {
    while (sent < until && bot.ended() === undefined) {
      const one = next();
      if (!one) return;
      sent += 1;
      const status = await send(bot.port, one);
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (one.headers['x-forged'] !== undefined) forged += 1;
      // 503 asks for patience and is nobody’s fault.
      if (status >= 500 && status !== 503 && faults.length < 20)
        faults.push(`${String(status)} for ${JSON.stringify(one).slice(0, 1000)}`);
      if (who === 'strangers' && status >= 200 && status < 300 && !isOpenToAll(one))
        faults.push(`${String(status)} without a key for ${JSON.stringify(one).slice(0, 300)}`);
    }
  };
  const lanes = (until: number) => Promise.all(Array.from({ length: atOnce }, () => lane(until)));
  await lanes(Math.min(warmUp, inputs / 2));
  const before = (await bot.look({ settles: true })).heapMb;
  await lanes(Infinity);

  const last = await bot.look({ settles: true });
  const growth = last.heapMb - before;
  const { stallMs, growthMb } = bounds[who];
  if (last.stallMs > stallMs) faults.push(`nothing else ran for ${last.stallMs.toFixed(0)} ms`);
  if (growth > growthMb(sent)) faults.push(`the heap grew by ${growth.toFixed(1)} MB`);
  if (first.stands.join() !== last.stands.join()) faults.push('a duty of others has changed');
  await bot.stop();
  return {
    senders: who,
    inputs: sent,
    forgedTokens: forged,
    statuses,
    longestStallMs: Math.round(last.stallMs),
    heapGrowthMb: Number(growth.toFixed(1)),
    seconds: Math.round((performance.now() - begun) / 1000),
    faults,
  };
}

/** Who is nobody may know that the bot lives, and how its API looks. */
const isOpenToAll = ({ path, method }: FuzzRequest): boolean =>
  method === 'OPTIONS' || /^\/+(healthz|readyz|api\/v1\/openapi\.json)/.test(path);
