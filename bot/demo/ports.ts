import { connect, createServer } from 'node:net';

/** A port the demo wants, with the setting that moves it elsewhere. */
export type WantedPort = {
  readonly port: number;
  readonly setting: string;
  readonly purpose: string;
};

export type PortState = 'free' | 'taken' | 'forbidden';

const loopback = ['127.0.0.1', '::1'] as const;

/**
 * Tells whether a port can be listened on here.
 * Binding alone is not enough: macOS lets one bind 127.0.0.1 beside somebody else's wildcard listener.
 */
export async function checkPort(port: number): Promise<PortState> {
  for (const host of loopback) {
    const state = await tryToListen(port, host);
    if (state !== 'free') return state;
  }
  return (await somebodyAnswers(port)) ? 'taken' : 'free';
}

/** The sentences to show for the ports that cannot be used, none when all of them can. */
export async function portProblems(wanted: readonly WantedPort[]): Promise<string[]> {
  const problems: string[] = [];
  const seen = new Map<number, WantedPort>();
  for (const one of wanted) {
    const earlier = seen.get(one.port);
    if (earlier !== undefined) {
      problems.push(
        `Port ${one.port} is asked for twice, by ${earlier.setting} and ${one.setting}: give each its own.`,
      );
      continue;
    }
    // Port 0 means "any free port": there is nothing to check and it may be asked for twice.
    if (one.port === 0) continue;
    seen.set(one.port, one);
    const state = await checkPort(one.port);
    if (state !== 'free') problems.push(describePortProblem(one, state));
  }
  return problems;
}

function describePortProblem(
  { port, setting, purpose }: WantedPort,
  state: Exclude<PortState, 'free'>,
): string {
  return state === 'taken'
    ? `Port ${port} (${purpose}) is taken: stop the program that uses it, or set ${setting} to another port.`
    : `Port ${port} (${purpose}) may not be used by this account: set ${setting} to a port above 1023.`;
}

function tryToListen(port: number, host: string): Promise<PortState> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve('taken');
      else if (error.code === 'EACCES') resolve('forbidden');
      // A machine without IPv6 has no ::1 to be taken.
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve('free');
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve('free')));
  });
}

function somebodyAnswers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const done = (answers: boolean) => {
      socket.destroy();
      resolve(answers);
    };
    socket.setTimeout(1_000, () => done(false));
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
  });
}
