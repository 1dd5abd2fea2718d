import type { Store } from '../ports/store.ts';
import type { Log } from './log.ts';

/** Names what does not answer. */
export async function readiness({ ping, queue }: Store, log: Log): Promise<readonly string[]> {
  const parts = { store: ping, queue: queue.count };
  const down = await Promise.all(
    Object.entries(parts).map(async ([part, ask]) => {
      try {
        await ask();
        return [];
      } catch (error) {
        log.warn({ err: error, part }, 'part does not answer');
        return [part];
      }
    }),
  );
  return down.flat();
}
