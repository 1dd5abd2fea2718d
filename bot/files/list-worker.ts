import { parentPort } from 'node:worker_threads';
import type { ListFile } from './read-list.ts';
import { readList } from './read-list.ts';

/** What the thread says first, and then for each file that it gets. */
export type FromWorker =
  | { readonly is: 'ready' }
  | { readonly is: 'read'; readonly read: Awaited<ReturnType<typeof readList>> }
  | { readonly is: 'failed'; readonly error: unknown };

const port = parentPort;
if (port === null) throw new Error('list-worker.ts is the program of a worker thread');
const say = (said: FromWorker): void => {
  port.postMessage(said);
};

port.on('message', (file: ListFile) => {
  readList(file).then(
    (read) => say({ is: 'read', read }),
    (error: unknown) => say({ is: 'failed', error }),
  );
});
say({ is: 'ready' });
