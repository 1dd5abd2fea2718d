import type { Instant } from '../duty/ids.ts';
import { ownerIn, ownerOf } from '../store/azure/keys.ts';
import type { OutboxEntry, Owner } from '../ports/outbox.ts';
import type { Services } from '../ports/services.ts';
import type { Timers } from '../ports/clock.ts';

/** What one owner has to be done. */
export interface Work {
  readonly name: string;
  readonly owner: Owner;
  readonly ready: Map<string, OutboxEntry>;
  /** Somebody waits for these: they wait for no permit. */
  readonly urgent: Set<string>;
  isRunning: boolean;
}

/** What an owner has for one instant. */
interface Waiting {
  readonly entries: OutboxEntry[];
  readonly timer: { readonly cancel: () => void };
}

/**
 * The books of what this instance has taken upon itself: what is ready, owner by owner, and what waits for its
 * moment. An entry is known from `add` to `close`, and never twice.
 */
export function createPending(
  { services, timers }: { readonly services: Services; readonly timers: Timers },
  run: (work: Work) => void,
) {
  const works = new Map<string, Work>();
  const known = new Set<string>();
  const waiting = new Map<string, Waiting>();
  const settling = new Map<string, () => void>();

  const nameOf = (entry: OutboxEntry): string =>
    `${entry.tenant} ${ownerOf(entry)} ${entry.dueAt} ${entry.effect.key}`;
  const nameOfOwner = (owner: Owner): string => `${owner.tenant} ${ownerOf(owner)}`;
  const workOf = (entry: Owner): Work => {
    const name = nameOfOwner(entry);
    const found = works.get(name);
    if (found) return found;
    const made: Work = {
      name,
      owner: ownerIn(entry),
      ready: new Map(),
      urgent: new Set(),
      isRunning: false,
    };
    works.set(name, made);
    return made;
  };
  let asleep = 0;
  const makeReady = (entry: OutboxEntry): Work => {
    const work = workOf(entry);
    const name = nameOf(entry);
    work.ready.set(name, entry);
    if (settling.has(name)) work.urgent.add(name);
    return work;
  };
  const settle = (entry: OutboxEntry): void => {
    const name = nameOf(entry);
    works.get(workOf(entry).name)?.urgent.delete(name);
    settling.get(name)?.();
    settling.delete(name);
  };
  const wake = (name: string): void => {
    const { entries = [] } = waiting.get(name) ?? {};
    waiting.delete(name);
    asleep -= entries.length;
    for (const work of new Set(entries.map(makeReady))) run(work);
  };
  /** What an owner has for the same instant becomes ready together: then once is enough for what is repeated. */
  const wait = (entry: OutboxEntry, until: Instant): void => {
    settle(entry);
    asleep += 1;
    const name = `${workOf(entry).name} ${until}`;
    const there = waiting.get(name);
    if (there) {
      there.entries.push(entry);
      return;
    }
    const seconds = Math.max(0, (Date.parse(until) - Date.parse(services.now())) / 1000);
    const timer = timers.after(seconds, () => {
      wake(name);
    });
    waiting.set(name, { entries: [entry], timer });
  };

  return {
    /** Adds an entry, which is run when it is due; false when it is known already. */
    add: (entry: OutboxEntry): boolean => {
      const name = nameOf(entry);
      if (known.has(name)) return false;
      known.add(name);
      if (entry.dueAt <= services.now()) run(makeReady(entry));
      else wait(entry, entry.dueAt);
      return true;
    },
    /** Takes so many of what is ready, those for which somebody waits first. */
    take: (work: Work, most: number): readonly OutboxEntry[] => {
      const urgentFirst = [...work.ready].sort(
        ([one], [other]) => Number(work.urgent.has(other)) - Number(work.urgent.has(one)),
      );
      const taken = urgentFirst.slice(0, most);
      for (const [name] of taken) work.ready.delete(name);
      return taken.map(([, entry]) => entry);
    },
    /** Something of the owner is ready or running. */
    isBusy: (owner: Owner): boolean => {
      const work = works.get(nameOfOwner(owner));
      return work !== undefined && (work.isRunning || work.ready.size > 0);
    },
    isUrgent: (entry: OutboxEntry): boolean => workOf(entry).urgent.has(nameOf(entry)),
    /** It is done, or stands under another name now. */
    close: (entry: OutboxEntry): void => {
      known.delete(nameOf(entry));
      settle(entry);
    },
    /** Whoever waits for the entry waits no longer. */
    settle,
    /** Makes an entry ready again at an instant. */
    wait,
    tidy: (work: Work): void => {
      if (work.ready.size === 0 && !work.isRunning) works.delete(work.name);
    },
    /** Resolves when the entry is done or put off. */
    settled: (entry: OutboxEntry): Promise<void> =>
      new Promise((resolve) => settling.set(nameOf(entry), resolve)),
    /** How much is ready or running. */
    atHand: (): number => known.size - asleep,
    asleep: (): number => asleep,
    isEmpty: (): boolean => known.size === 0,
    stop: (): void => {
      for (const { timer } of waiting.values()) timer.cancel();
      for (const go of settling.values()) go();
      settling.clear();
    },
  };
}
