import fc from 'fast-check';
import http from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { FuzzKeys, FuzzRequest } from './inputs.ts';
import { requests } from './inputs.ts';

/** What came of it: an empty list of faults is what is wanted. */
export interface FuzzResult {
  readonly inputs: number;
  readonly faults: readonly string[];
  readonly slowestHealthMs: number;
  readonly heapGrowthMb: number;
}

export interface FuzzLimits {
  readonly seconds: number;
  readonly inputs: number;
  readonly seed: number;
}

const longestHealthMs = 500;
const mostGrowthMb = 150;
const atOnce = 8;

function send(port: number, { method, path, headers, body }: FuzzRequest): Promise<number> {
  return new Promise((resolve) => {
    const failed = (): void => resolve(0);
    try {
      const sending = http.request(
        { host: '127.0.0.1', port, method, path, headers, agent: false },
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

/** Sends inputs until the time or their number is over; a watcher asks meanwhile whether the bot still answers. */
export async function fuzz(
  port: number,
  keys: FuzzKeys,
  { seconds, inputs, seed }: FuzzLimits,
): Promise<FuzzResult> {
  const faults: string[] = [];
  const endsAt = performance.now() + seconds * 1000;
  let slowest = 0;
  let sent = 0;
  let over = false;
  const watch = async (): Promise<void> => {
    while (!over) {
      const [begun, used] = [performance.now(), process.cpuUsage()];
      await send(port, { method: 'GET', path: '/healthz', headers: {} });
      const { user, system } = process.cpuUsage(used);
      // What stalls the process makes it work; waiting without work is a machine that is busy otherwise.
      slowest = Math.max(slowest, Math.min(performance.now() - begun, (user + system) / 1000));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const watching = watch();
  const all = requests(keys);
  let before = 0;
  for (let round = 0; sent < inputs && performance.now() < endsAt; round += 1) {
    const batch = fc.sample(all, { numRuns: atOnce, seed: seed + round });
    const statuses = await Promise.all(batch.map((one) => send(port, one)));
    statuses.forEach((status, at) => {
      // 503 asks for patience and is nobody’s fault.
      if (status >= 500 && status !== 503)
        faults.push(`${String(status)} for ${JSON.stringify(batch[at]).slice(0, 1000)}`);
    });
    sent += batch.length;
    // What is loaded and compiled once is no growth.
    if (before === 0 && sent >= 400) before = heapMb();
  }
  over = true;
  await watching;
  const growth = before === 0 ? 0 : heapMb() - before;
  if (slowest > longestHealthMs) faults.push(`/healthz waited ${slowest.toFixed(0)} ms`);
  if (growth > mostGrowthMb) faults.push(`the heap grew by ${growth.toFixed(0)} MB`);
  return { inputs: sent, faults, slowestHealthMs: slowest, heapGrowthMb: growth };
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heapMb(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}
