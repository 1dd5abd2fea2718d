import { secondsAfter } from '../duty/time/instant.ts';
import type { BatchRef, OutboxEntry, Owner } from '../ports/store.ts';
import type { Activity } from './activity.ts';
import type { BatchEnd, BatchParts } from './carry-batch.ts';
import { carryBatch } from './carry-batch.ts';
import type { Custody } from './custody.ts';
import { nameOf } from './custody.ts';
import { waitSeconds } from './failures.ts';
import { pacedMessenger } from './paced-messenger.ts';
import type { Pacer } from './pacing.ts';
import type { Slot, Slots } from './slot.ts';
import { createOpenWork } from './open-work.ts';
import type { Work } from './open-work.ts';

// More than this is left to the queue, where every instance sees it.
const mostAtHand = 500;
const mostAtHandFromQueue = 64;
const mostInBatch = 90;
// Another instance is done long before its lease ends, unless it died.
const whileHeldSeconds = 1;

export interface WorkloadParts extends Omit<BatchParts, 'mayGoOn'> {
  readonly pacer: Pacer;
  readonly slots: Slots;
  readonly activity: Activity;
  readonly custody: Custody;
}

/** What this instance has taken upon itself. Effects of one owner go one after the other. */
export interface Workload {
  /** Returns when those that are wanted are carried out or put off; the others follow. */
  readonly now: (
    entries: readonly OutboxEntry[],
    wanted: (effect: OutboxEntry['effect']) => boolean,
  ) => Promise<void>;
  /** True when all of it was left to the queue. */
  readonly soon: (entries: readonly OutboxEntry[]) => boolean;
  /** Rows that were found; tells how many of them were not known here. */
  readonly resume: (entries: readonly OutboxEntry[]) => number;
  /** Batches that a message names. */
  readonly lookUp: (refs: readonly BatchRef[]) => void;
  /** Whether there is time for work of others. */
  readonly hasRoom: () => boolean;
  /** Whether anything is ready or being carried out. */
  readonly isAtWork: () => boolean;
  readonly stop: () => void;
}

export function createWorkload(parts: WorkloadParts): Workload {
  const { services, log, activity, custody, slots, random } = parts;
  const open = createOpenWork(parts);
  const stumbles = new Map<string, number>();
  let stopped = false;

  /** Runs what an owner has until nothing is ready; one run at a time. */
  const run = (work: Work): void => {
    if (work.isRunning || stopped) return;
    work.isRunning = true;
    const slot = slots.of(work.owner.tenant);
    void activity.during(async () => {
      try {
        while (!stopped && open.isReady(work)) await step(work, slot);
      } finally {
        slot.leave();
        work.isRunning = false;
        open.tidy(work);
      }
    });
  };

  async function step(work: Work, slot: Slot): Promise<void> {
    if (work.urgent.size === 0) await slot.enter();
    if (stopped) return;
    const taken = open.take(work, mostInBatch);
    try {
      const found = await Promise.all(taken.refs.map((ref) => services.store.outbox.batch(ref)));
      for (const entry of found.flat()) open.add(work, entry);
      for (const ref of taken.refs) open.closeRef(ref);
      if (taken.entries.length === 0) return;
      settle(work, taken.entries, await carry(work, slot, taken.entries));
      stumbles.delete(work.name);
    } catch (error) {
      // The store does not answer: everything stays as it is, there and here.
      const times = stumbles.get(work.name) ?? 0;
      stumbles.set(work.name, times + 1);
      log.error({ err: error, dutyId: work.owner.dutyId, times }, 'work not carried out');
      const until = secondsAfter(services.now(), waitSeconds(times, undefined, random()));
      open.wait(taken, until, run);
    }
  }

  function carry(work: Work, slot: Slot, entries: readonly OutboxEntry[]): Promise<BatchEnd> {
    const wait = (milliseconds: number): Promise<boolean> => slot.rest(milliseconds);
    const clock = (): number => Date.parse(services.now());
    const messenger = pacedMessenger({ ...parts, clock, wait }, work.owner.tenant);
    const isUrgent = (entry: OutboxEntry): boolean => work.urgent.has(open.nameOf(entry));
    const mayGoOn = async (entry: OutboxEntry): Promise<boolean> =>
      !stopped && (isUrgent(entry) || (await slot.enterIfRoom()));
    const order = [...entries.filter(isUrgent), ...entries.filter((entry) => !isUrgent(entry))];
    return carryBatch({ ...parts, messenger, mayGoOn }, work.owner, order);
  }

  function settle(work: Work, entries: readonly OutboxEntry[], end: BatchEnd): void {
    if (end.type === 'held') {
      open.wait({ entries, refs: [] }, secondsAfter(services.now(), whileHeldSeconds), run);
      return;
    }
    for (const entry of end.gone) open.close(entry);
    const gone = new Set(end.gone.map(open.nameOf));
    const left = entries.filter((entry) => !gone.has(open.nameOf(entry)));
    open.giveBack(work, left);
    for (const entry of end.later) waitFor(entry);
    if (end.deadLetters) void activity.during(() => tellOfDeadLetters(work.owner));
  }

  /** An effect that was put off: here at its moment, elsewhere when this instance is no more. */
  function waitFor(entry: OutboxEntry): void {
    if (open.hasRoomToWait()) {
      custody.keep(entry);
      open.open(entry);
      open.wait({ entries: [entry], refs: [] }, entry.dueAt, run);
    } else handOver([entry]);
  }

  function handOver(batches: readonly BatchRef[]): void {
    const refs = new Map(batches.map((ref) => [nameOf(ref), ref]));
    void activity.during(() =>
      custody.handOver([...refs.values()]).catch((error: unknown) => {
        // The sweep finds the rows.
        log.warn({ err: error }, 'work not handed over');
      }),
    );
  }

  async function tellOfDeadLetters({ tenant }: Owner): Promise<void> {
    const effect = { do: 'show-dead-letters', key: 'show-dead-letters' } as const;
    const entry: OutboxEntry = { tenant, effect, dueAt: services.now(), attempts: 0 };
    try {
      await services.store.outbox.add(entry);
      begin([entry]);
    } catch (error) {
      log.error({ err: error }, 'poison not shown');
    }
  }

  function begin(entries: readonly OutboxEntry[]): void {
    const due = entries.filter(({ dueAt }) => dueAt <= services.now());
    for (const entry of due) custody.keep(entry);
    resume(due);
    for (const entry of entries) if (!due.includes(entry)) waitForBatch(entry);
  }

  /** What is committed for a later moment: whatever changes ask for then is looked up together. */
  function waitForBatch(ref: BatchRef): void {
    if (!open.hasRoomToWait()) handOver([ref]);
    else if (lookUp(ref)) custody.keep(ref);
  }

  /** Looks a batch up when it is due; false when that is known already. */
  function lookUp(ref: BatchRef): boolean {
    const work = open.workOf(ref);
    if (!open.addRef(work, ref)) return false;
    if (ref.dueAt <= services.now()) run(work);
    else open.wait({ entries: [], refs: [ref] }, ref.dueAt, run);
    return true;
  }

  function resume(entries: readonly OutboxEntry[]): number {
    const isNew = entries.filter((entry) => open.add(open.workOf(entry), entry));
    for (const work of new Set(isNew.map(open.workOf))) run(work);
    return isNew.length;
  }

  return {
    now: async (entries, wanted) => {
      if (stopped) return;
      const first = entries.filter(({ effect }) => wanted(effect));
      const crowded = open.atHand() >= mostAtHand;
      const settled = first.map((entry) => open.settled(entry));
      begin(crowded ? first : entries);
      if (crowded && first.length < entries.length) handOver(entries);
      await Promise.all(settled);
    },
    soon: (entries) => {
      if (stopped) return false;
      const crowded = open.atHand() >= mostAtHand;
      if (crowded) handOver(entries);
      else begin(entries);
      return crowded;
    },
    resume,
    lookUp: (refs) => {
      for (const ref of refs) lookUp(ref);
    },
    hasRoom: () => open.atHand() < mostAtHandFromQueue,
    isAtWork: () => open.atHand() > 0,
    stop: () => {
      stopped = true;
      open.stop();
      slots.stop();
    },
  };
}
