import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';

/** A constant message and the facts of this case. */
export type DemoLog = (message: string, facts?: Readonly<Record<string, unknown>>) => void;

export type ChildOptions = {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Runs in the child before its script. */
  readonly preload?: string;
  readonly log: DemoLog;
};

export type ChildEnd = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

export type Child = {
  /** What it has written so far, both streams. */
  said(): string;
  readonly ended: Promise<ChildEnd>;
  hasEnded(): boolean;
  readonly stop: () => Promise<void>;
};

const startTimeoutMs = 60_000;
const stopTimeoutMs = 15_000;
const rememberedCharacters = 20_000;

// The pipe to us is the leash: it is cut by stop() and also when we die, so no child is left behind.
// Signals would not do: Windows has none, and Ctrl-C would reach a child before we have finished.
const leash = `process.on('disconnect', () => { if (!process.emit('SIGTERM')) process.exit(0); });`;

/** Starts a Node script as a child that outlives neither `stop()` nor this process. */
export function startChild(options: ChildOptions): Child {
  const preload = encodeURIComponent(`${options.preload ?? ''}\n${leash}`);
  const child = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${preload}`, options.script, ...options.args],
    {
      cwd: options.cwd,
      env: { ...inheritedEnvironment(), ...options.env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Its own process group, so that Ctrl-C in the terminal reaches us first and only us.
      detached: true,
      windowsHide: true,
    },
  );
  const said = collectOutput(child);
  const { ended, hasEnded } = watchEnd(child);
  let stopping: Promise<void> | undefined;
  return {
    said,
    ended,
    hasEnded,
    stop: () => (stopping ??= endChild(child, { ended, hasEnded, childOptions: options })),
  };
}

/** Repeats a question until it has an answer; says why when the child ends or takes too long. */
export async function whenReady<T>(
  child: Child,
  ask: () => Promise<T | undefined>,
): Promise<T | 'ended' | 'too-slow'> {
  const giveUpAt = performance.now() + startTimeoutMs;
  while (!child.hasEnded()) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > giveUpAt) return 'too-slow';
    await Promise.race([wait(25), child.ended]);
  }
  return 'ended';
}

/** Whether an HTTP server answers there, whatever it answers. */
export async function answers(url: string, accept: (status: number) => boolean = () => true) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return accept(response.status);
  } catch {
    return false;
  }
}

/** The file behind a command of an installed package; never fetched, as npx would. */
export function binOf(packageName: string, command: string): string {
  const require = createRequire(import.meta.url);
  try {
    const manifest = require.resolve(`${packageName}/package.json`);
    const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin?: Record<string, string> };
    const file = bin?.[command];
    if (file === undefined) throw new Error(`it has no command ${command}`);
    return join(dirname(manifest), file);
  } catch (cause) {
    throw new Error(
      `The package ${packageName} is missing or incomplete: run "npm ci" with development packages.`,
      { cause },
    );
  }
}

function inheritedEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => {
    // A proxy would be asked for localhost too, coverage would measure the child,
    // and settings meant for another run of these tools would change this one.
    const tools = /proxy$|^NODE_V8_COVERAGE$|^NODE_OPTIONS$|^AZURITE_|^TEAMSAPPTESTER_/i;
    const playground = /^(M365_AGENTS_PLAYGROUND_|TEAMS_APP_TEST_TOOL_|DEFAULT_CHANNEL_ID$)/;
    return !tools.test(name) && !playground.test(name);
  });
  return Object.fromEntries(kept);
}

function collectOutput(child: ChildProcess): () => string {
  let output = '';
  const remember = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-rememberedCharacters);
  };
  child.stdout?.on('data', remember);
  child.stderr?.on('data', remember);
  return () => output;
}

function watchEnd(child: ChildProcess) {
  let over = false;
  // Not 'close': Node never emits it once the pipe to the child was disconnected from this side.
  const exit = new Promise<ChildEnd>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: null, signal: null }));
  });
  const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
  // What it wrote last may arrive after its exit.
  const silent = Promise.allSettled(streams.map((stream) => finished(stream)));
  const ended = Promise.all([exit, silent]).then(([end]) => {
    over = true;
    return end;
  });
  return { ended, hasEnded: () => over };
}

async function endChild(
  child: ChildProcess,
  {
    ended,
    hasEnded,
    childOptions: { name, log },
  }: {
    readonly ended: Promise<ChildEnd>;
    readonly hasEnded: () => boolean;
    readonly childOptions: ChildOptions;
  },
): Promise<void> {
  if (hasEnded()) return;
  if (child.connected) child.disconnect();
  const patience = new AbortController();
  const late = wait(stopTimeoutMs, undefined, { signal: patience.signal }).catch(() => undefined);
  await Promise.race([ended, late]);
  patience.abort();
  if (hasEnded()) return;
  log('a helper process did not end by itself and was killed', { name });
  child.kill('SIGKILL');
  await ended;
}
