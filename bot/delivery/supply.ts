import type { TenantKey } from '../duty/ids.ts';
import { secondsBetween } from '../duty/time/instant.ts';
import type { Log } from '../observability/log.ts';
import { shardCount } from '../store/keys.ts';
import type { QueueMessage } from '../ports/store.ts';
import type { Services } from '../ports/services.ts';
import type { Activity } from './activity.ts';
import type { Custody } from './custody.ts';
import { hiddenSeconds } from './custody.ts';
import { isPresence } from './presence.ts';
import type { Timers } from '../ports/clock.ts';
import type { Workload } from './workload.ts';

// Idle, this is one storage call: a look at the queue and at one partition in turn. With what presence and
// the rounds by the clock need, an instance at rest stays below one call in ten seconds.
const idleSeconds = 20;
const sweepEvery = 2;
const soonSeconds = 1;
// Where there was work just now, somebody may have died at it: the looks become rare within minutes, not at once.
const calming = 1.25;
const mostMessages = 8;
const perSweep = 100;
const sweepsAtOnce = 4;
// Messages of one that died come one after the other: one look at everything is enough for them.
const sweepAgainSeconds = 5;

export interface SupplyParts {
  readonly services: Services;
  readonly log: Log;
  readonly timers: Timers;
  readonly activity: Activity;
  readonly custody: Custody;
  readonly workload: Workload;
  readonly tenants: readonly TenantKey[];
}

/** Brings work here: messages of others and of earlier processes, and rows whose message got lost. */
export interface Supply {
  readonly start: () => Promise<void>;
  readonly stop: () => void;
  /** Takes what the queue shows right now; false when that is nothing. */
  readonly takeLeft: () => Promise<boolean>;
}

interface Place {
  readonly tenant: TenantKey;
  readonly shard: number;
}

export function createSupply(parts: SupplyParts): Supply {
  const { services, log, timers, activity, custody, workload, tenants } = parts;
  const { queue, outbox } = services.store;
  const places = tenants.flatMap((tenant): readonly Place[] =>
    Array.from({ length: shardCount }, (_, shard) => ({ tenant, shard })),
  );
  let unseen: Place[] = [];
  let timer: { readonly cancel: () => void } | undefined;
  let stopped = false;
  let ticks = 0;
  let place = 0;
  let wait = soonSeconds;
  let sweptAt = services.now();

  async function receive(): Promise<number> {
    const messages = await queue.receive(mostMessages, hiddenSeconds, services.now());
    const [signs, named] = [
      messages.filter(isPresence),
      messages.filter((one) => !isPresence(one)),
    ];
    for (const message of named) await accept(message);
    const orphaned = named.some(({ custodian }) => custodian === 'kept');
    // Somebody died or stalled: there may be rows for which there was no time to write a message.
    if (
      signs.length > 0 ||
      (orphaned && secondsBetween(sweptAt, services.now()) > sweepAgainSeconds)
    )
      await sweepAll();
    for (const sign of signs) await queue.remove(sign);
    return messages.length;
  }

  /** Receives as long as there is more and time for it. */
  async function receiveAll(): Promise<number> {
    let found = 0;
    for (;;) {
      const received = await receive();
      found += received;
      if (received < mostMessages || stopped || !workload.hasRoom()) return found;
    }
  }

  async function accept(message: QueueMessage): Promise<void> {
    const { refs, id, received } = message;
    const ours = refs?.filter(({ tenant }) => tenants.includes(tenant));
    if (!ours || ours.length === 0) {
      // The rows are the truth: a message that cannot be read takes nothing with it.
      log.error({ messageId: id, received }, 'message not understood');
      await queue.remove(message);
      return;
    }
    custody.take(message, ours);
    workload.lookUp(ours);
  }

  /** Looks at one partition; true when there may be more that is not known here. */
  async function sweep(at: Place): Promise<boolean> {
    const entries = await outbox.due(at.tenant, at.shard, services.now(), perSweep);
    return workload.resume(entries) > 0 && entries.length === perSweep;
  }

  /** Looks at the partitions of which nobody knows what they hold, as long as there is time for work. */
  async function sweepUnseen(): Promise<void> {
    while (unseen.length > 0 && !stopped && workload.hasRoom()) {
      const looked = unseen.splice(0, sweepsAtOnce);
      const more = await Promise.all(looked.map(sweep));
      unseen.push(...looked.filter((_, at) => more[at] === true));
    }
  }

  async function sweepAll(): Promise<void> {
    sweptAt = services.now();
    unseen = [...places];
    await sweepUnseen();
  }

  async function sweepNext(): Promise<number> {
    const at = places[place];
    place = (place + 1) % places.length;
    if (at && (await sweep(at))) unseen.push(at);
    return unseen.length;
  }

  async function tick(): Promise<void> {
    ticks += 1;
    if (!workload.hasRoom()) {
      wait = soonSeconds;
      return;
    }
    await sweepUnseen();
    const isSweep = wait >= idleSeconds && ticks % sweepEvery === 0;
    const found = await (isSweep ? sweepNext() : receiveAll());
    const isBusy = found > 0 || unseen.length > 0 || workload.isAtWork();
    wait = isBusy ? soonSeconds : Math.min(idleSeconds, wait * calming);
  }

  function keepLooking(seconds: number): void {
    if (stopped) return;
    timer = timers.after(seconds, () => {
      void activity.during(() =>
        tick()
          .catch((error: unknown) => {
            wait = idleSeconds;
            log.error({ err: error }, 'waiting work not read');
          })
          .finally(() => {
            keepLooking(wait);
          }),
      );
    });
  }

  return {
    start: async () => {
      await sweepAll();
      keepLooking(soonSeconds);
    },
    stop: () => {
      stopped = true;
      timer?.cancel();
    },
    takeLeft: async () => {
      if (stopped) return false;
      const unswept = unseen.length > 0;
      await sweepUnseen();
      return (await receive()) > 0 || unswept;
    },
  };
}
