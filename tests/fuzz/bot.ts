import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readsTypeScript } from '../support/processes/typescript.ts';

/** What a bot tells when it listens. */
export interface Started {
  readonly port: number;
  readonly serviceUrl: string;
  /** Duties of which nothing may change. */
  readonly duties: readonly string[];
  /** Tokens that nobody may come in with. */
  readonly tokens: readonly string[];
}

export interface Asked {
  /** After everything that was begun is done. */
  readonly settles: boolean;
}

/** How the bot is doing, as its own process says. */
export interface Look {
  readonly heapMb: number;
  /** The longest time in which nothing else could run. */
  readonly stallMs: number;
  readonly stands: readonly string[];
}

export interface FuzzedBot extends Started {
  readonly look: (asked: Asked) => Promise<Look>;
  /** Why it ended, where it did by itself. */
  readonly ended: () => string | undefined;
  readonly stop: () => Promise<void>;
}

const message = async <T>(child: ChildProcess): Promise<T> => {
  const [said] = (await once(child, 'message')) as [T];
  return said;
};

/** Starts the bot in a process of its own, with or without authentication. */
export async function startFuzzedBot(anonymous: boolean): Promise<FuzzedBot> {
  const child = spawn(
    process.execPath,
    [...readsTypeScript, 'tests/fuzz/child.ts', anonymous ? 'anonymous' : 'authenticated'],
    { cwd: new URL('../..', import.meta.url), stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  let ended: string | undefined;
  const exited = once(child, 'exit').then(([code, signal]) => {
    ended = `ended with ${String(code ?? signal)}`;
  });
  const started = await Promise.race([message<Started>(child), exited]);
  if (!started) throw new Error(`The bot ${ended ?? 'ended'} before it listened.`);
  return {
    ...started,
    look: async (asked) => {
      child.send(asked);
      const look = await Promise.race([message<Look>(child), exited]);
      if (!look) throw new Error(`The bot ${ended ?? 'ended'} while it was fuzzed.`);
      return look;
    },
    ended: () => ended,
    stop: async () => {
      child.disconnect();
      await exited;
    },
  };
}
