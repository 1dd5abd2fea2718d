import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { compiledProgram } from './compiled.ts';

/** A demo that runs, as somebody started it at the terminal. */
export interface Demo {
  readonly url: string;
  /** Where the bot itself listens. */
  readonly bot: string;
  /** Ends it as Ctrl-C does; returns its exit code. */
  readonly stop: () => Promise<number | null>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts the demo as a person would, its data in a folder of its own. */
export async function startDemo(folder: string): Promise<Demo> {
  const ports = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
  const [bot, playground, tables, queues] = ports.map(String);
  const child: ChildProcess = spawn(process.execPath, [await compiledProgram('bot/demo/main')], {
    cwd: folder,
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      PORT: bot,
      PLAYGROUND_PORT: playground,
      // Nobody else sits beside it: a second Playground would only cost time.
      COLLEAGUE_PORT: '0',
      AZURITE_TABLE_PORT: tables,
      AZURITE_QUEUE_PORT: queues,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /Open (http:\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    void ended.then((code) => {
      reject(new Error(`The demo ended with ${String(code)}: ${said}`));
    });
  });
  return {
    url,
    bot: `http://127.0.0.1:${String(bot)}`,
    stop: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

/** The key of the vendor whose duties the demo holds. */
export const demoKey = 'Bearer demo-only-secret-demo-only-secret';
