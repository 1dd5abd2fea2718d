import { secondsAfter, secondsBetween } from '../duty/time/instant.ts';
import { ownerIn, ownerOf } from '../store/azure/keys.ts';
import { mostInMessage } from '../store/notes.ts';
import type { BatchRef, OutboxEntry, Owner } from '../ports/outbox.ts';
import type { Delivery } from '../ports/services.ts';
import type { Activity } from './activity.ts';
import { pacedMessenger } from './pace/paced-messenger.ts';
import type { Pacer } from './pace/pacing.ts';
import type { Work } from './pending.ts';
import { createPending } from './pending.ts';
import type { Permit, Permits } from './pace/permit.ts';
import { createWritten } from './lease.ts';
import { waitSeconds } from './retry.ts';
import type { BatchEnd, BatchParts } from './run-batch.ts';
import { runBatch } from './run-batch.ts';

// More than this is left to the queue, where every instance sees it.
const mostAtHand = 500;
// Four seconds' work at Teams' pace. With 64 nothing was left before the queue was looked at again: a storm took a third longer.
const mostAtHandFromQueue = 200;
// As many as may stand before the others when rows are met that nobody is at.
const mostFound = 2000;
const mostWaiting = 2000;
const mostInBatch = 90;
// A lease is short: what has to queue for a permit takes it when it begins.
const mostBegunAtOnce = 16;
// Another instance is done long before its lease ends, unless it died.
const whileHeldSeconds = 1;

export interface DispatcherParts extends Omit<BatchParts, 'mayGoOn' | 'settled' | 'held'> {
  readonly pacer: Pacer;
  readonly permits: Permits;
  readonly activity: Activity;
}

/** Runs what this instance has taken upon itself. Effects of one owner go one after the other. */
export interface Dispatcher {
  /** Returns when those that are wanted are done or put off; the others follow. */
  readonly now: Delivery['now'];
  readonly soon: Delivery['soon'];
  readonly leaseFor: Delivery['leaseFor'];
  /** Takes rows that were found; those that are known are left as they are. */
  readonly found: (entries: readonly OutboxEntry[]) => void;
  /** How much more there is time for: what others have too much of, rows that nobody is at, or nothing. */
  readonly room: () => 'for-others' | 'for-rows' | 'none';
  readonly isAtWork: () => boolean;
  readonly isEmpty: () => boolean;
  readonly stop: () => void;
}

export function createDispatcher(parts: DispatcherParts): Dispatcher {
  const { services, log, activity, permits, random } = parts;
  const stumbles = new Map<string, number>();
  let stopped = false;
  const pending = createPending(parts, run);
  const leases = createWritten(parts);

  /** Runs what an owner has until nothing is ready; one run at a time. */
  function run(work: Work): void {
    if (work.isRunning || stopped) return;
    work.isRunning = true;
    const permit = permits.of(work.owner.tenant);
    void activity.during(async () => {
      try {
        // What is committed together is added together before the first of it runs.
        await Promise.resolve();
        while (!stopped && work.ready.size > 0) await step(work, permit);
      } finally {
        permit.leave();
        work.isRunning = false;
        pending.tidy(work);
      }
    });
  }

  async function step(work: Work, permit: Permit): Promise<void> {
    if (work.urgent.size === 0) await permit.enter();
    if (stopped) return;
    const entries = pending.take(work, mostInBatch);
    try {
      settle(work.owner, entries, await batch(work.owner, permit, entries));
      stumbles.delete(work.name);
    } catch (error) {
      // The store does not answer: everything stays as it is, there and here.
      const times = stumbles.get(work.name) ?? 0;
      stumbles.set(work.name, times + 1);
      log.error({ err: error, dutyId: work.owner.dutyId, times }, 'effects not run');
      const until = secondsAfter(services.now(), waitSeconds(times, undefined, random()));
      for (const entry of entries) pending.wait(entry, until);
    }
  }

  function batch(owner: Owner, permit: Permit, entries: readonly OutboxEntry[]): Promise<BatchEnd> {
    const clock = (): number => Date.parse(services.now());
    const messenger = pacedMessenger({ ...parts, clock, wait: permit.rest }, owner.tenant);
    const mayGoOn = async (entry: OutboxEntry): Promise<boolean> =>
      !stopped && (pending.isUrgent(entry) || (await permit.enterIfRoom()));
    const held = leases.take(owner, entries);
    return runBatch(
      { ...parts, messenger, mayGoOn, settled: pending.settle, held },
      owner,
      entries,
    );
  }

  function settle(owner: Owner, entries: readonly OutboxEntry[], end: BatchEnd): void {
    if (end.type === 'held') {
      const until = secondsAfter(services.now(), whileHeldSeconds);
      for (const entry of entries) pending.wait(entry, until);
      return;
    }
    for (const entry of entries) pending.close(entry);
    take(end.left);
    if (end.gaveUp) void activity.during(() => tellOfPoison(owner));
  }

  /** What is due now or has room to wait here; the rest is left to others, and to ourselves later. */
  function take(entries: readonly OutboxEntry[]): void {
    const isHere = (entry: OutboxEntry): boolean =>
      entry.dueAt <= services.now() || pending.asleep() < mostWaiting;
    for (const entry of entries) if (isHere(entry)) pending.add(entry);
    overflow(entries.filter((entry) => !isHere(entry)));
  }

  /** Names to the others what there is no time for here; where that fails the rows are found all the same. */
  function overflow(entries: readonly OutboxEntry[]): void {
    const named = new Map(entries.map((one) => [`${ownerOf(one)} ${one.dueAt}`, refOf(one)]));
    const refs = [...named.values()].toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
    for (let at = 0; at < refs.length; at += mostInMessage)
      void activity.during(() =>
        leave(refs.slice(at, at + mostInMessage)).catch((error: unknown) => {
          log.warn({ err: error }, 'overflow not told');
        }),
      );
  }
  async function leave(refs: readonly BatchRef[]): Promise<void> {
    const now = services.now();
    const seconds = Math.max(0, secondsBetween(now, refs[0]?.dueAt ?? now));
    await services.store.queue.put({ type: 'overflow', refs }, { seconds, now });
  }

  async function tellOfPoison({ tenant }: Owner): Promise<void> {
    const effect = { do: 'show-dead-letters', key: 'show-dead-letters' } as const;
    const entry: OutboxEntry = { tenant, effect, dueAt: services.now(), attempts: 0 };
    try {
      await services.store.outbox.add(entry);
      take([entry]);
    } catch (error) {
      log.error({ err: error }, 'poison not shown');
    }
  }

  return {
    now: async (entries, { wanted, held }) => {
      if (stopped) return;
      leases.keep(entries, held);
      const crowded = pending.atHand() >= mostAtHand;
      const first = entries.filter(({ effect }) => wanted(effect));
      const settled = first.map((entry) => pending.settled(entry));
      take(crowded ? first : entries);
      if (crowded) overflow(entries.filter((entry) => !first.includes(entry)));
      await Promise.all(settled);
    },
    soon: (entries, held) => {
      if (stopped) return;
      if (pending.atHand() >= mostAtHand) {
        overflow(entries);
        return;
      }
      leases.keep(entries, held);
      take(entries);
    },
    leaseFor: (owner) => {
      const beginsAtOnce = !stopped && pending.atHand() < mostBegunAtOnce && !pending.isBusy(owner);
      return beginsAtOnce ? leases.for(owner) : undefined;
    },
    found: (entries) => {
      if (stopped) return;
      for (const entry of entries) {
        const isDue = entry.dueAt <= services.now();
        if (isDue ? pending.atHand() < mostFound : pending.asleep() < mostWaiting)
          pending.add(entry);
      }
    },
    room: () => {
      const atHand = pending.atHand();
      if (atHand < mostAtHandFromQueue) return 'for-others';
      return atHand < mostAtHand ? 'for-rows' : 'none';
    },
    isAtWork: () => pending.atHand() > 0,
    isEmpty: pending.isEmpty,
    stop: () => {
      stopped = true;
      pending.stop();
      permits.stop();
    },
  };
}

const refOf = (entry: OutboxEntry): BatchRef => ({ ...ownerIn(entry), dueAt: entry.dueAt });
