import { Worker } from 'node:worker_threads';
import type { FromWorker } from './list-worker.ts';
import type { ProblemCode } from './problems.ts';
import { refused } from './problems.ts';
import type { ListFile, ListRead } from './read-list.ts';

/** Runs something after some seconds, unless it is cancelled before. */
export interface ReaderTimers {
  readonly after: (seconds: number, run: () => void) => { readonly cancel: () => void };
}

export interface ListReader {
  /**
   * Reads one list. A file that takes too long or too much memory is refused, whatever is in it. Senders take
   * turns, so that whoever sends many holds nobody else up.
   */
  readonly read: (file: ListFile, sender?: string) => Promise<ListRead>;
  /** Ends the thread, and whatever it reads. */
  readonly close: () => Promise<void>;
}

interface ReaderParts {
  readonly timers: ReaderTimers;
  /** For one file, once its thread is up. */
  readonly maxSeconds?: number;
}

/** A list of 5,000 accounts takes a tenth of this. */
const usualSeconds = 5;
/** For the thread to come up on a busy machine. */
const startSeconds = 20;
/** How many files wait for their turn; whoever comes later is asked to send it again. */
const maxWaiting = 20;
/** Of one sender: each may take all of its time. */
const maxOfOne = 3;
const idleSeconds = 60;
/** Fifty megabytes inflated, their text and half a million cells fit; more is no list. */
const limits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };

/**
 * Reads lists in a thread of their own, one after the other, so that no file stalls the process. The thread
 * starts with the first file, serves the next ones and ends when none came for a minute; one that overruns is ended and
 * replaced.
 */
export function createListReader({ timers, maxSeconds = usualSeconds }: ReaderParts): ListReader {
  let worker: Worker | undefined;
  let idle: { readonly cancel: () => void } | undefined;
  const inTurn = takingTurns();

  const end = async (): Promise<void> => {
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  };
  const readNow = async (file: ListFile): Promise<ListRead> => {
    idle?.cancel();
    const isNew = worker === undefined;
    const serving = worker ?? startWorker();
    worker = serving;
    const ended = await readIn(serving, file, { timers, maxSeconds, isNew });
    if (ended.is !== 'read') await end();
    if (ended.is === 'failed') throw new Error('A list could not be read', { cause: ended.error });
    idle = timers.after(idleSeconds, () => void end());
    return ended.is === 'refused' ? refused([{ code: ended.code }]) : ended.read;
  };
  return {
    read: (file, sender = '') =>
      inTurn(sender, () => readNow(file)) ?? Promise.resolve(refused([{ code: 'took-too-long' }])),
    close: async () => {
      idle?.cancel();
      await end();
    },
  };
}

/**
 * Runs one thing after the other, the next of each sender in turn. Undefined where too many wait already, or too
 * many of this sender.
 */
function takingTurns(): <T>(sender: string, run: () => Promise<T>) => Promise<T> | undefined {
  const waiting = new Map<string, (() => Promise<void>)[]>();
  const counts = new Map<string, number>();
  let all = 0;
  let isRunning = false;
  const goOn = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    for (let [first] = waiting; first; [first] = waiting) {
      const [sender, [run, ...others]] = first;
      // Whoever had a turn stands last.
      waiting.delete(sender);
      if (others.length > 0) waiting.set(sender, others);
      await run?.();
    }
    isRunning = false;
  };
  return (sender, run) => {
    const own = counts.get(sender) ?? 0;
    if (all >= maxWaiting || own >= maxOfOne) return undefined;
    all += 1;
    counts.set(sender, own + 1);
    return new Promise((resolve, reject) => {
      const turn = async (): Promise<void> => {
        await run().then(resolve, reject);
        all -= 1;
        const left = (counts.get(sender) ?? 1) - 1;
        if (left === 0) counts.delete(sender);
        else counts.set(sender, left);
      };
      waiting.set(sender, [...(waiting.get(sender) ?? []), turn]);
      void goOn();
    });
  };
}

function startWorker(): Worker {
  const worker = new Worker(programUrl(import.meta.url), { resourceLimits: limits, execArgv: [] });
  // A process that has nothing else to do may end.
  worker.unref();
  return worker;
}

/**
 * The thread's program: in dist/ as it was compiled, else as it is written. A thread does not take over how
 * its process reads TypeScript (Node 20), so there it begins by saying so again.
 */
function programUrl(here: string): URL {
  const program = new URL(here.endsWith('.ts') ? './list-worker.ts' : './list-worker.js', here);
  if (!here.endsWith('.ts') || process.features.typescript) return program;
  const loader = import.meta.resolve('tsx/esm/api');
  const first = `import { register } from ${JSON.stringify(loader)}; register(); await import(${JSON.stringify(program.href)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(first)}`);
}

type Ended =
  | Extract<FromWorker, { is: 'read' | 'failed' }>
  | { readonly is: 'refused'; readonly code: ProblemCode };

interface Patience {
  readonly timers: ReaderTimers;
  readonly maxSeconds: number;
  /** Whether it still has to say that it is up. */
  readonly isNew: boolean;
}

/** Reads one file in a thread; whatever becomes of the thread, this ends. */
function readIn(
  worker: Worker,
  file: ListFile,
  { timers, maxSeconds, isNew }: Patience,
): Promise<Ended> {
  return new Promise((resolve) => {
    const give = (ended: Ended): void => {
      timer.cancel();
      for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
      resolve(ended);
    };
    const late = (): void => give({ is: 'refused', code: 'took-too-long' });
    let timer = timers.after(isNew ? startSeconds : maxSeconds, late);
    const begin = (): void => {
      timer.cancel();
      timer = timers.after(maxSeconds, late);
      // A copy: the bytes go to the thread, and the caller's stay whole.
      worker.postMessage({ ...file, bytes: Uint8Array.from(file.bytes) } satisfies ListFile);
    };
    worker.on('message', (said: FromWorker) => {
      if (said.is === 'ready') begin();
      else give(said);
    });
    worker.on('error', (error: unknown) => {
      const full =
        error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      give(full ? { is: 'refused', code: 'inflates-too-far' } : { is: 'failed', error });
    });
    worker.on('exit', (code) =>
      give({ is: 'failed', error: new Error(`The thread ended: ${String(code)}`) }),
    );
    if (!isNew) begin();
  });
}
