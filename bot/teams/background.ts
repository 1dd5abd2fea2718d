/** Work that goes on after an activity was answered. */
export interface Background {
  /** Begins a piece of work as soon as there is room; it must deal with its own faults. */
  readonly start: (run: () => Promise<void>) => void;
  /** Returns when nothing is under way or waiting. */
  readonly idle: () => Promise<void>;
}

// A file of 5 MB and what is read from it fit into memory this many times with ease.
const mostAtOnce = 8;

/** Carries out a few pieces of work at a time, in the order in which they came. */
export function backgroundWork(): Background {
  const running = new Set<Promise<void>>();
  const waiting: (() => Promise<void>)[] = [];
  const next = (): void => {
    const run = running.size < mostAtOnce ? waiting.shift() : undefined;
    if (!run) return;
    const work = run().finally(() => {
      running.delete(work);
      next();
    });
    running.add(work);
  };
  return {
    start: (run) => {
      waiting.push(run);
      next();
    },
    idle: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
