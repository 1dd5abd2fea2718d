import { existsSync, readFileSync } from 'node:fs';

// Where Linux tells what this thread has worked; elsewhere the whole process counts.
const ownThread = `/proc/self/task/${String(process.pid)}/schedstat`;

/**
 * What this thread has worked so far, in milliseconds. What stalls a process makes it work; waiting without work is a
 * machine that is busy otherwise, and no fault of what is measured.
 */
export const workedMs: () => number = existsSync(ownThread)
  ? () => Number(readFileSync(ownThread, 'utf8').split(' ')[0]) / 1e6
  : () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000;
    };

/** How many milliseconds this thread worked on something. */
export function workOf(run: () => unknown): number {
  const before = workedMs();
  run();
  return workedMs() - before;
}
