import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readsTypeScript } from '../../support/processes/typescript.ts';
import type { AuthSettings } from '../../support/teams/keys.ts';

/** Which bot runs in the process, and with what store; without a connection string in memory. */
export interface ServerWishes {
  readonly bot: 'echo' | 'shared-duty';
  readonly connectionString?: string;
  readonly prefix: string;
  readonly auth: AuthSettings;
  readonly serviceUrl: string;
}

/** What the process is asked: see `Server`. */
export interface Asked {
  readonly id: number;
  readonly ask: 'port' | 'cpu' | 'open' | 'hold' | 'idle';
  readonly count: number;
}
export interface Replied {
  readonly id: number;
  readonly value: number;
}

/** A bot in a process of its own, so that only its own work is counted as its own. */
export interface Server {
  readonly url: string;
  /** Processor time so far, in microseconds. */
  readonly cpu: () => Promise<number>;
  /** Opens duties and returns when their cards are out. */
  readonly open: (count: number) => Promise<unknown>;
  /** From now on effects wait for `idle`. */
  readonly hold: () => Promise<unknown>;
  /** Returns when every effect is carried out. */
  readonly idle: () => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

/** Starts a bot and returns when it listens. */
export async function startServer(wishes: ServerWishes): Promise<Server> {
  const script = fileURLToPath(new URL('child.ts', import.meta.url));
  const child = fork(script, [JSON.stringify(wishes)], {
    execArgv: [...readsTypeScript],
    // Only figures go to our own standard output.
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  const waiting = new Map<number, (value: number) => void>();
  child.on('message', (message) => {
    // Our own child wrote this.
    const { id, value } = message as Replied;
    waiting.get(id)?.(value);
    waiting.delete(id);
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const broken = ended.then((): never => {
    throw new Error(`The process of ${wishes.bot} ended.`);
  });
  broken.catch(() => undefined);
  let lastId = 0;
  const ask = (what: Asked['ask'], count = 0): Promise<number> => {
    lastId += 1;
    const asked: Asked = { id: lastId, ask: what, count };
    const answered = new Promise<number>((resolve) => waiting.set(asked.id, resolve));
    child.send(asked);
    return Promise.race([answered, broken]);
  };
  return {
    url: `http://127.0.0.1:${String(await ask('port'))}`,
    cpu: () => ask('cpu'),
    open: (count) => ask('open', count),
    hold: () => ask('hold'),
    idle: () => ask('idle'),
    stop: () => {
      child.disconnect();
      return ended;
    },
  };
}
