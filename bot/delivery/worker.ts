import type { Messenger } from '../ports/messenger.ts';
import type { TenantKey } from '../duty/ids.ts';
import type { Log } from '../observability/log.ts';
import type { OutboxEntry } from '../ports/store.ts';
import type { Delivery, Services } from '../ports/services.ts';
import { countActivity } from './activity.ts';
import { channelRate, createChannelBudget } from '../features/channel/budget.ts';
import { createCustody } from './custody.ts';
import { createLanes } from './lanes.ts';
import { createPacer, teamsLimits } from './pacing.ts';
import type { Limits } from './pacing.ts';
import { createPresence } from './presence.ts';
import type { Presence } from './presence.ts';
import { createSlots } from './slot.ts';
import { createSupply } from './supply.ts';
import type { Supply } from './supply.ts';
import type { Timers } from '../ports/clock.ts';
import { createWorkload } from './workload.ts';
import type { Workload } from './workload.ts';

export type { Timers } from '../ports/clock.ts';

// With what the door needs to close, 20 seconds in all.
const longestDrainSeconds = 14;

export interface Worker {
  readonly delivery: Delivery;
  /** Picks up what an earlier process left behind and looks for more from then on. */
  readonly start: (services: Services, tenants: readonly TenantKey[]) => Promise<void>;
  /** Takes nothing new, ends what is under way (14 seconds at most) and leaves the rest to others. */
  readonly stop: () => Promise<void>;
  /** Returns when nothing is under way but what waits for its moment: for tests. */
  readonly idle: () => Promise<void>;
  /** A turn of a person: effects give way to it. */
  readonly turn: <T>(act: () => Promise<T>) => Promise<T>;
}

export interface WorkerParts {
  readonly messenger: Messenger;
  readonly log: Log;
  readonly timers: Timers;
  /** A number from 0 to 1, to spread what would otherwise come back together. */
  readonly random?: () => number;
  /** Learns how each effect ended, and how many seconds after it was due. */
  readonly carried?: (effect: string, outcome: string, secondsLate: number) => void;
  /** What the far side takes; Teams' own limits unless said. */
  readonly limits?: Limits;
}

interface Running {
  readonly workload: Workload;
  readonly supply: Supply;
  readonly presence: Presence;
  readonly release: () => Promise<void>;
}

/**
 * Carries out effects, beside other instances on the same store. The rows in the outbox are the truth, a
 * lease for each duty says who is at it, and messages in the queue tell the others of what is left.
 */
export function createWorker(parts: WorkerParts): Worker {
  const { log, timers } = parts;
  const lanes = createLanes(timers);
  const activity = countActivity();
  const pacer = createPacer(parts.limits ?? teamsLimits);
  const budget = createChannelBudget(channelRate);
  const random = parts.random ?? (() => 0);
  let running: Running | undefined;

  const begin = (services: Services, tenants: readonly TenantKey[]): Running => {
    const { now, store, newId } = services;
    const toQueue = { queue: store.queue, now, timers, activity, log };
    const custody = createCustody(toQueue);
    const holder = newId();
    const slots = createSlots({ lanes, timers, activity });
    const shared = { ...parts, services, random, pacer, budget, slots, activity, custody };
    const workload = createWorkload({ ...shared, holder });
    const supply = createSupply({ ...shared, workload, tenants });
    return { workload, supply, presence: createPresence(toQueue), release: custody.release };
  };

  const idle = async (): Promise<void> => {
    do await activity.none();
    while (await running?.supply.takeLeft());
  };

  return {
    delivery: {
      now: async (entries, wanted) => {
        await running?.workload.now(entries, wanted);
      },
      soon: (entries: readonly OutboxEntry[]) => {
        running?.workload.soon(entries);
      },
    },
    start: async (services, tenants) => {
      running = begin(services, tenants);
      await running.presence.begin();
      await running.supply.start();
    },
    stop: async () => {
      if (!running) return;
      const { workload, supply, presence, release } = running;
      supply.stop();
      workload.stop();
      // What waited for the clock has begun to end when the event loop comes round.
      await new Promise(setImmediate);
      await within(timers, longestDrainSeconds, activity.none());
      // Where that fails, the sign of life stays too: others see it soon, and find what stayed here.
      await release()
        .then(presence.end)
        .catch((error: unknown) => {
          log.warn({ err: error }, 'work not handed over');
        });
    },
    idle,
    turn: lanes.turn,
  };
}

async function within(timers: Timers, seconds: number, work: Promise<void>): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const timer = timers.after(seconds, resolve);
    work.finally(timer.cancel).then(resolve, reject);
  });
}
