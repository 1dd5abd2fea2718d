import type { Instant } from '../duty/ids.ts';
import { ownerIn, ownerOf } from '../store/keys.ts';
import type { BatchRef, OutboxEntry, Owner } from '../ports/store.ts';
import type { Services } from '../ports/services.ts';
import type { Custody } from './custody.ts';
import { nameOf as batchName } from './custody.ts';
import type { Timers } from '../ports/clock.ts';

const mostWaiting = 2000;

/** What one owner has to be done. */
export interface Work {
  readonly name: string;
  readonly owner: Owner;
  /** Ready to be carried out. */
  readonly entries: Map<string, OutboxEntry>;
  /** Ready to be looked up. */
  readonly refs: Map<string, BatchRef>;
  /** Somebody waits for these: they wait for no place. */
  readonly urgent: Set<string>;
  isRunning: boolean;
}

export interface Taken {
  readonly entries: readonly OutboxEntry[];
  readonly refs: readonly BatchRef[];
}

export type OpenWork = ReturnType<typeof createOpenWork>;

const nameOf = (entry: OutboxEntry): string => `${batchName(entry)} ${entry.effect.key}`;

/**
 * The books of what is not done yet: what is ready, owner by owner, and what waits for its moment. A
 * batch is finished when none of its entries is left in either.
 */
export function createOpenWork({
  services,
  timers,
  custody,
}: {
  services: Services;
  timers: Timers;
  custody: Custody;
}) {
  const works = new Map<string, Work>();
  const known = new Set<string>();
  const ofBatch = new Map<string, number>();
  const waiting = new Set<{ readonly cancel: () => void }>();
  const settling = new Map<string, () => void>();
  let asleep = 0;

  const workOf = (of: Owner): Work => {
    const owner = ownerIn(of);
    const name = `${owner.tenant} ${ownerOf(owner)}`;
    const found = works.get(name);
    if (found) return found;
    const parts = { entries: new Map(), refs: new Map(), urgent: new Set<string>() };
    const made: Work = { name, owner, ...parts, isRunning: false };
    works.set(name, made);
    return made;
  };
  const count = (ref: BatchRef, change: 1 | -1): void => {
    const name = batchName(ref);
    const left = (ofBatch.get(name) ?? 0) + change;
    if (left > 0) ofBatch.set(name, left);
    else {
      ofBatch.delete(name);
      custody.finished(ref);
    }
  };
  const isNew = (name: string): boolean => {
    if (known.has(name)) return false;
    known.add(name);
    return true;
  };
  const forget = (name: string, ref: BatchRef): void => {
    if (known.delete(name)) count(ref, -1);
  };
  const settled = (name: string): void => {
    settling.get(name)?.();
    settling.delete(name);
  };
  const open = (entry: OutboxEntry): void => {
    if (isNew(nameOf(entry))) count(entry, 1);
  };

  return {
    nameOf,
    workOf,
    open,
    /** Adds an entry; false when it is known already. */
    add: (work: Work, entry: OutboxEntry): boolean => {
      if (known.has(nameOf(entry))) return false;
      open(entry);
      work.entries.set(nameOf(entry), entry);
      if (settling.has(nameOf(entry))) work.urgent.add(nameOf(entry));
      return true;
    },
    /** Adds a batch to look up; false when it is known already. */
    addRef: (work: Work, ref: BatchRef): boolean => {
      if (!isNew(batchName(ref))) return false;
      count(ref, 1);
      if (ref.dueAt <= services.now()) work.refs.set(batchName(ref), ref);
      return true;
    },
    isReady: (work: Work): boolean => work.entries.size > 0 || work.refs.size > 0,
    /** Takes what is ready out of the books of the ready. */
    take: (work: Work, most: number): Taken => {
      const urgentFirst = [...work.entries].sort(
        ([one], [other]) => Number(work.urgent.has(other)) - Number(work.urgent.has(one)),
      );
      const entries = urgentFirst.slice(0, most);
      for (const [name] of entries) work.entries.delete(name);
      const refs = [...work.refs.values()];
      work.refs.clear();
      return { entries: entries.map(([, entry]) => entry), refs };
    },
    giveBack: (work: Work, entries: readonly OutboxEntry[]): void => {
      for (const entry of entries) work.entries.set(nameOf(entry), entry);
    },
    /** It is carried out, or has another name. */
    close: (entry: OutboxEntry): void => {
      const name = nameOf(entry);
      forget(name, entry);
      works.get(workOf(entry).name)?.urgent.delete(name);
      settled(name);
    },
    closeRef: (ref: BatchRef): void => {
      forget(batchName(ref), ref);
    },
    /** Makes it ready again at an instant. */
    wait: ({ entries, refs }: Taken, until: Instant, run: (work: Work) => void): void => {
      for (const entry of entries) {
        workOf(entry).urgent.delete(nameOf(entry));
        settled(nameOf(entry));
      }
      const size = entries.length + refs.length;
      asleep += size;
      const seconds = Math.max(0, (Date.parse(until) - Date.parse(services.now())) / 1000);
      const timer = timers.after(seconds, () => {
        waiting.delete(timer);
        asleep -= size;
        for (const entry of entries) workOf(entry).entries.set(nameOf(entry), entry);
        for (const ref of refs) workOf(ref).refs.set(batchName(ref), ref);
        for (const work of new Set([...entries, ...refs].map(workOf))) run(work);
      });
      waiting.add(timer);
    },
    hasRoomToWait: (): boolean => asleep < mostWaiting,
    tidy: (work: Work): void => {
      if (work.entries.size === 0 && work.refs.size === 0 && !work.isRunning)
        works.delete(work.name);
    },
    /** Resolves when the entry is carried out or put off. */
    settled: (entry: OutboxEntry): Promise<void> =>
      new Promise((resolve) => settling.set(nameOf(entry), resolve)),
    /** How much is ready or being carried out. */
    atHand: (): number => known.size - asleep,
    stop: (): void => {
      for (const timer of waiting) timer.cancel();
      waiting.clear();
      for (const go of settling.values()) go();
      settling.clear();
    },
  };
}
