import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface AzuriteProxy {
  readonly connectionString: string;
  /** Lets the next transaction through and hangs up before its answer is passed on. */
  readonly loseNextAnswer: () => void;
  /** Answers the next requests with an error instead of passing them on. */
  readonly failNext: (times: number, status: number, code: string) => void;
  /** Takes the next request and never answers it. */
  readonly swallowNext: () => void;
  /** How many transactions have come by. */
  readonly transactions: () => number;
  readonly stop: () => Promise<void>;
}

/** Stands between the bot and Azurite's tables, where a network can fail. */
export async function startAzuriteProxy(connectionString: string): Promise<AzuriteProxy> {
  const target = /TableEndpoint=(http:\/\/[^/;]+)/.exec(connectionString)?.[1];
  if (target === undefined) throw new Error('The connection string has no table endpoint.');
  const agent = new http.Agent({ keepAlive: true });
  let losing = false;
  let swallowing = false;
  let failing = { times: 0, status: 500, code: '' };
  let transactions = 0;

  const server = http.createServer((request, response) => {
    const isTransaction = request.url?.includes('$batch') === true;
    if (isTransaction) transactions += 1;
    if (swallowing) {
      swallowing = false;
      request.resume();
      return;
    }
    if (failing.times > 0) {
      failing = { ...failing, times: failing.times - 1 };
      request.resume();
      const error = { code: failing.code, message: { lang: 'en-US', value: failing.code } };
      response.writeHead(failing.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ 'odata.error': error }));
      return;
    }
    const { method, headers } = request;
    const passed = http.request(
      `${target}${request.url ?? ''}`,
      { method, headers, agent },
      (answer) => {
        if (isTransaction && losing) {
          losing = false;
          answer.resume();
          answer.on('end', () => request.socket.destroy());
          return;
        }
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      },
    );
    passed.on('error', () => request.socket.destroy());
    request.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server on a port has an address with a port.
  const { port } = server.address() as AddressInfo;

  return {
    connectionString: connectionString.replace(target, `http://127.0.0.1:${String(port)}`),
    swallowNext: () => {
      swallowing = true;
    },
    loseNextAnswer: () => {
      losing = true;
    },
    failNext: (times, status, code) => {
      failing = { times, status, code };
    },
    transactions: () => transactions,
    stop: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
