import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { compiledProgram } from './compiled.ts';

export type RunningBot = {
  readonly url: string;
  /** As a power cut ends it. */
  readonly kill: () => Promise<void>;
  /** As a platform asks it to end; how many milliseconds it took. */
  readonly stop: () => Promise<number>;
};

/** The bot in a process of its own, as soon as it listens. */
export async function startProcess(
  environment: Readonly<Record<string, string>>,
): Promise<RunningBot> {
  const child = spawn(process.execPath, [await compiledProgram('bot/main')], {
    cwd: new URL('../../..', import.meta.url),
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  const stop = async () => {
    const begun = performance.now();
    child.kill('SIGTERM');
    await ended;
    return performance.now() - begun;
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const { msg, port } = JSON.parse(line) as { msg: string; port?: number };
    if (msg === 'listening') {
      // What it goes on to say is nobody's; unread it would stand still in the end.
      child.stdout.resume();
      return { url: `http://127.0.0.1:${String(port)}`, kill, stop };
    }
  }
  throw new Error('The bot ended before it listened.');
}
