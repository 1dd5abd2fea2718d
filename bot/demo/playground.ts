import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import {
  answers,
  binOf,
  startChild,
  whenReady,
  type Child,
  type ChildEnd,
  type DemoLog,
} from './child.ts';

export type PlaygroundPerson = {
  readonly id: string;
  readonly name: string;
  /** The Playground's own spelling. */
  readonly userPrincipleName: string;
  readonly aadObjectId: string;
  readonly givenName: string;
  readonly surname: string;
  readonly email: string;
};

type Named = { readonly id: string; readonly name: string };

/** What the Playground pretends: its schema wants exactly this, ids are unique over all of it. */
export type PlaygroundConfig = {
  readonly tenantId: string;
  /** The name has at most 42 characters. */
  readonly bot: Named;
  /** Who sits before the page; not one of `users`. */
  readonly currentUser: PlaygroundPerson;
  /** Exactly five colleagues, all members of the team: not fewer and not more. */
  readonly users: readonly [
    PlaygroundPerson,
    PlaygroundPerson,
    PlaygroundPerson,
    PlaygroundPerson,
    PlaygroundPerson,
  ];
  readonly personalChat: { readonly id: string };
  readonly groupChat: Named;
  /** The team's own id is also its General channel; one more channel fits beside it. */
  readonly team: Named & {
    readonly aadGroupId: string;
    readonly channels: readonly [] | readonly [Named];
  };
};

export type PlaygroundOptions = {
  /** 0 takes any free port. */
  readonly port: number;
  /** Where the bot listens: `http://localhost:3978/api/messages`. */
  readonly botEndpoint: string;
  /** People, team and channel, or the path of a YAML file that has them. */
  readonly config: PlaygroundConfig | string;
  readonly log: DemoLog;
};

export type Playground = {
  /** The page to open. */
  readonly url: string;
  /** The service address the bot hears from and answers to. */
  readonly connectorUrl: string;
  readonly port: number;
  /** Tells the bot it was installed in this chat or channel, as opening the page there would. */
  install(conversationId: string): Promise<void>;
  readonly ended: Promise<ChildEnd>;
  stop(): Promise<void>;
};

// The Playground listens on every interface and asks nobody who they are; here it is for this machine only.
const loopbackOnly = `
import net from 'node:net';
const { listen } = net.Server.prototype;
net.Server.prototype.listen = function (port, ...rest) {
  return typeof port === 'number'
    ? listen.call(this, port, '127.0.0.1', ...rest)
    : listen.call(this, port, ...rest);
};`;

/** Starts Microsoft's local Teams client beside the bot and waits until it answers. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const scratch = mkdtempSync(join(tmpdir(), 'playground-'));
  const tidy = () => rmSync(scratch, { recursive: true, force: true });
  try {
    const child = startProcess(options, scratch);
    const port = await whenReady(child, () => answeringPort(child));
    if (typeof port === 'string' || (options.port !== 0 && port !== options.port)) {
      await child.stop();
      throw new Error(whyNot(port, options.port, readLog(scratch)));
    }
    options.log('the Playground answers', { port });
    const url = `http://localhost:${port}`;
    return {
      url,
      connectorUrl: `${url}/_connector`,
      port,
      install: (conversationId) => install(url, conversationId),
      ended: child.ended,
      stop: () => child.stop().finally(tidy),
    };
  } catch (error) {
    tidy();
    throw error;
  }
}

function startProcess(options: PlaygroundOptions, scratch: string): Child {
  return startChild({
    name: 'Microsoft 365 Agents Playground',
    script: binOf('@microsoft/m365agentsplayground', 'agentsplayground'),
    args: [
      ...['start', '--app-endpoint', options.botEndpoint, '--channel-id', 'msteams'],
      ...['--port', String(options.port), '--disable-telemetry'],
    ],
    // Whatever it writes beside its log lands in the scratch folder, not in the project.
    cwd: scratch,
    env: {
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_LOGFILE: join(scratch, 'playground.log'),
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: configFile(options.config, scratch),
    },
    preload: loopbackOnly,
    log: options.log,
  });
}

function configFile(config: PlaygroundConfig | string, scratch: string): string {
  if (typeof config !== 'string') {
    const path = join(scratch, 'playground.yml');
    // Every JSON text is YAML.
    writeFileSync(path, JSON.stringify({ version: '0.1.1', ...config }, undefined, 2));
    return path;
  }
  // Without this the Playground would quietly show its own sample people.
  if (!existsSync(config))
    throw new Error(`The Playground did not start: its configuration ${config} does not exist.`);
  return resolve(config);
}

async function answeringPort(child: Child): Promise<number | undefined> {
  const port = /Listening on (\d+)/.exec(child.said())?.[1];
  if (port === undefined) return undefined;
  // It says "Listening" before it has read its configuration; the ping is there only afterwards.
  const ready = await answers(`http://127.0.0.1:${port}/_debug/ping`, (status) => status === 200);
  return ready ? Number(port) : undefined;
}

// The page's own route: not documented, so a newer Playground may want another.
async function install(url: string, conversationId: string): Promise<void> {
  const path = `/_debug/conversation/${encodeURIComponent(conversationId)}/installation`;
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`The Playground has no chat or channel ${conversationId}.`);
}

function readLog(scratch: string): string {
  const path = join(scratch, 'playground.log');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function whyNot(port: number | 'ended' | 'too-slow', wanted: number, log: string): string {
  if (typeof port === 'number') return `The Playground did not start: port ${wanted} is taken.`;
  if (port === 'too-slow') return 'The Playground did not start: it does not answer on its port.';
  const plain = stripVTControlCharacters(log);
  // The same words stand in its telemetry, with a stack behind them; the line of its own comes after.
  const reason = /^error Reason: (?:\w+Error )?(.+)$/m.exec(plain)?.[1];
  return `The Playground did not start: ${reason ?? 'it gave no reason.'}`;
}
