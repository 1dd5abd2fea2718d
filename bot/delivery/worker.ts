import type { TenantKey } from '../duty/ids.ts';
import type { Log } from '../observability/log.ts';
import type { Effects } from '../ports/effects.ts';
import type { Delivery, Services } from '../ports/services.ts';
import type { Messenger } from '../ports/messenger.ts';
import { countActivity } from './activity.ts';
import { channelRate, createChannelBudget } from '../features/channel/budget.ts';
import type { Dispatcher } from './dispatcher.ts';
import { createDispatcher } from './dispatcher.ts';
import type { Heartbeat } from './heartbeat.ts';
import { createHeartbeat } from './heartbeat.ts';
import { createLimiter } from './pace/limiter.ts';
import { createSilences } from './pace/noticing-silence.ts';
import { createPacer, teamsLimits } from './pace/pacing.ts';
import type { Limits } from './pace/pacing.ts';
import { createPermits } from './pace/permit.ts';
import type { Poller } from './poller.ts';
import { createPoller } from './poller.ts';
import type { Timers } from '../ports/clock.ts';

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
  readonly effects: Effects;
  readonly log: Log;
  readonly timers: Timers;
  /** A number from 0 to 1, to spread what would otherwise come back together. */
  readonly random?: () => number;
  /** Learns how each effect ended, and how many seconds after it was due. */
  readonly ended?: (effect: string, outcome: string, secondsLate: number) => void;
  /** What the far side takes; Teams' own limits unless said. */
  readonly limits?: Limits;
}

interface Running {
  readonly dispatcher: Dispatcher;
  readonly poller: Poller;
  readonly heartbeat: Heartbeat;
}

/**
 * Runs effects, beside other instances on the same store. The rows in the outbox are the truth, a lease for each
 * duty says who is at it, and a heartbeat in the queue tells the others when an instance is gone.
 */
export function createWorker(parts: WorkerParts): Worker {
  const { log, timers } = parts;
  const limiter = createLimiter(timers);
  const activity = countActivity();
  const pacer = createPacer(parts.limits ?? teamsLimits);
  const budget = createChannelBudget(channelRate);
  const random = parts.random ?? (() => 0);
  let running: Running | undefined;

  const begin = (services: Services, tenants: readonly TenantKey[]): Running => {
    const { now, store, newId } = services;
    const permits = createPermits({ limiter, timers, activity });
    const silences = createSilences();
    const shared = { ...parts, services, random, pacer, budget, permits, activity, silences };
    const dispatcher = createDispatcher({ ...shared, holder: newId() });
    const poller = createPoller({ ...shared, dispatcher, tenants });
    const heartbeat = createHeartbeat({ queue: store.queue, now, timers, activity, log });
    return { dispatcher, poller, heartbeat };
  };

  const idle = async (): Promise<void> => {
    do await activity.none();
    while (await running?.poller.takeLeft());
  };

  return {
    delivery: {
      now: async (entries, how) => {
        await running?.dispatcher.now(entries, how);
      },
      soon: (entries, held) => {
        running?.dispatcher.soon(entries, held);
      },
      leaseFor: (owner) => running?.dispatcher.leaseFor(owner),
    },
    start: async (services, tenants) => {
      running = begin(services, tenants);
      await running.heartbeat.begin();
      await running.poller.start();
    },
    stop: async () => {
      if (!running) return;
      const { dispatcher, poller, heartbeat } = running;
      poller.stop();
      dispatcher.stop();
      // What waited for the clock has begun to end when the event loop comes round.
      await new Promise(setImmediate);
      await within(timers, longestDrainSeconds, activity.none());
      // Where that fails the heartbeat stays: others see it soon, and find what stayed here.
      await heartbeat.end(!dispatcher.isEmpty()).catch((error: unknown) => {
        log.warn({ err: error }, 'work not handed over');
      });
    },
    idle,
    turn: limiter.turn,
  };
}

async function within(timers: Timers, seconds: number, work: Promise<void>): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const timer = timers.after(seconds, resolve);
    work.finally(timer.cancel).then(resolve, reject);
  });
}
