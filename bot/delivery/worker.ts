import type { TenantKey } from '../lifecycle/duty.ts';
import { secondsAfter } from '../lifecycle/instant.ts';
import type { Log } from '../log.ts';
import { shardCount } from '../store/keys.ts';
import type { OutboxEntry } from '../store/ports.ts';
import type { Delivery, Messenger, World } from '../usecases/world.ts';
import { carryOut } from './carry-out.ts';

const atOnce = 8;
const sweepEverySeconds = 10;
const perSweep = 200;
const longestWaitSeconds = 3600;
const remembered = 5000;

export interface Worker {
  readonly delivery: Delivery;
  /** Picks up what an earlier process left behind and looks for more from then on. */
  readonly start: (world: World, tenants: readonly TenantKey[]) => Promise<void>;
  /** Takes nothing new and returns when what is under way has ended. */
  readonly stop: () => Promise<void>;
  /** Returns when nothing is under way: for tests and for a start that must be complete. */
  readonly idle: () => Promise<void>;
}

export interface Timers {
  readonly after: (seconds: number, run: () => void) => { readonly cancel: () => void };
}

/**
 * Carries out effects in this process. The rows in the outbox are the truth: what is lost here with
 * the process is found again by the sweep. Effects of one duty go one after the other.
 */
export function createWorker({
  messenger,
  log,
  timers,
}: {
  messenger: Messenger;
  log: Log;
  timers: Timers;
}): Worker {
  const tails = new Map<string, Promise<void>>();
  const known = new Set<string>();
  const ended = new Set<string>();
  const waiting = new Set<{ readonly cancel: () => void }>();
  let running = 0;
  const queue: (() => void)[] = [];
  let world: World | undefined;
  let stopped = false;

  const slot = (): Promise<void> =>
    new Promise((resolve) => {
      const take = (): void => {
        running += 1;
        resolve();
      };
      if (running < atOnce) take();
      else queue.push(take);
    });
  const release = (): void => {
    running -= 1;
    queue.shift()?.();
  };

  /** True when the row is gone or stands at a later moment; false when it stays as it is. */
  async function attempt(entry: OutboxEntry): Promise<boolean> {
    if (!world || stopped) return false;
    const { effect, dutyId, attempts } = entry;
    await slot();
    try {
      const carried = await carryOut(world, messenger, entry);
      if (carried.type === 'try-later') {
        await putOff(world, entry, carried.reason, carried.afterSeconds);
      } else if (carried.note !== undefined) {
        log.warn({ effect: effect.do, dutyId, note: carried.note }, 'effect ended otherwise');
      }
      return true;
    } catch (error) {
      log.error({ err: error, effect: effect.do, dutyId, attempts }, 'effect failed');
      return await putOff(world, entry, 'failed', undefined).then(
        () => true,
        (later: unknown) => {
          // The row stays as it is; the sweep finds it again.
          log.error({ err: later, effect: effect.do, dutyId }, 'effect not put off');
          return false;
        },
      );
    } finally {
      release();
    }
  }

  async function putOff(
    inWorld: World,
    entry: OutboxEntry,
    reason: string,
    asked: number | undefined,
  ): Promise<void> {
    const seconds = Math.min(longestWaitSeconds, asked ?? 2 ** entry.attempts);
    const dueAt = secondsAfter(inWorld.now(), seconds);
    const later = await inWorld.store.outbox.postpone(entry, dueAt, reason);
    // Another instance carried it out in the meantime.
    if (!later) return;
    log.warn({ effect: entry.effect.do, dutyId: entry.dutyId, reason, seconds }, 'effect put off');
    const timer = timers.after(seconds, () => {
      waiting.delete(timer);
      void enqueue(later);
    });
    waiting.add(timer);
  }

  function remember(name: string): void {
    ended.add(name);
    const [oldest] = ended;
    if (ended.size > remembered && oldest !== undefined) ended.delete(oldest);
  }

  /** One effect at a time per duty, in the order in which they were committed. */
  function enqueue(entry: OutboxEntry): Promise<void> {
    const owner = entry.dutyId ?? entry.tenant;
    const name = `${owner} ${entry.effect.key} ${entry.dueAt}`;
    // A sweep may have read a row just before its effect ended here.
    if (known.has(name) || ended.has(name)) return tails.get(owner) ?? Promise.resolve();
    known.add(name);
    const tail = (tails.get(owner) ?? Promise.resolve())
      .then(async () => {
        if (await attempt(entry)) remember(name);
      })
      .finally(() => {
        known.delete(name);
        if (tails.get(owner) === tail) tails.delete(owner);
      });
    tails.set(owner, tail);
    return tail;
  }

  async function sweep(
    inWorld: World,
    tenants: readonly TenantKey[],
    shard: number,
  ): Promise<void> {
    for (const tenant of tenants) {
      const entries = await inWorld.store.outbox.due(tenant, shard, inWorld.now(), perSweep);
      for (const entry of entries) void enqueue(entry);
    }
  }

  function keepSweeping(inWorld: World, tenants: readonly TenantKey[], shard: number): void {
    const timer = timers.after(sweepEverySeconds, () => {
      waiting.delete(timer);
      sweep(inWorld, tenants, shard)
        .catch((error: unknown) => {
          log.error({ err: error, shard }, 'outbox not read');
        })
        .finally(() => {
          if (!stopped) keepSweeping(inWorld, tenants, (shard + 1) % shardCount);
        });
    });
    waiting.add(timer);
  }

  const idle = async (): Promise<void> => {
    while (tails.size > 0) await Promise.all(tails.values());
  };

  return {
    delivery: {
      now: async (entries) => {
        await Promise.all(entries.map(enqueue));
      },
      soon: (entries) => {
        for (const entry of entries) void enqueue(entry);
      },
    },
    start: async (inWorld, tenants) => {
      world = inWorld;
      for (let shard = 0; shard < shardCount; shard += 1) await sweep(inWorld, tenants, shard);
      keepSweeping(inWorld, tenants, 0);
    },
    stop: async () => {
      stopped = true;
      for (const timer of waiting) timer.cancel();
      await idle();
    },
    idle,
  };
}
