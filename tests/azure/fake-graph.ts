import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

export interface Member {
  readonly id: string;
  readonly displayName: string;
  readonly accountEnabled: boolean;
  readonly userType: 'Member' | 'Guest';
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface FakeGraph {
  readonly url: string;
  /** Every request, as `METHOD path`. */
  readonly asked: string[];
  /** What an install answers, one after the other; 201 where nothing is left. */
  readonly installs: Map<string, Answer[]>;
  /** Replaces the address of the next page. */
  nextLink: string | undefined;
  /** The tokens that it takes. */
  readonly tokens: string[];
  readonly stop: () => Promise<void>;
}

export const graphError = (code: string, message: string): unknown => ({
  error: { code, message, innerError: { date: '2026-11-29T10:00:00' } },
});

const pageSize = 2;

/** Microsoft Graph and the token endpoint of Entra, as far as an installation for a group needs them. */
export async function startFakeGraph(members: readonly Member[]): Promise<FakeGraph> {
  const installs = new Map<string, Answer[]>();
  const asked: string[] = [];
  const tokens = ['token-1'];
  let given = 0;

  const answer = (request: IncomingMessage): Answer => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    if (pathname === '/unknown/oauth2/v2.0/token')
      return {
        status: 401,
        body: {
          error: 'invalid_client',
          error_description:
            'AADSTS7000222: The provided client secret keys are expired.\r\nTrace ID: x',
        },
      };
    if (pathname.endsWith('/oauth2/v2.0/token')) {
      given += 1;
      return { status: 200, body: { access_token: `token-${String(given)}`, expires_in: 3599 } };
    }
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    if (!tokens.includes(token))
      return {
        status: 401,
        body: graphError('InvalidAuthenticationToken', 'Lifetime validation failed.'),
      };
    if (pathname.endsWith('/appCatalogs/teamsApps'))
      return { status: 200, body: { value: [{ id: 'catalog-id', externalId: 'manifest-id' }] } };
    if (pathname.includes('/transitiveMembers/'))
      return page(Number(searchParams.get('$skiptoken')));
    const user = /\/users\/([^/]+)\/teamwork\/installedApps$/.exec(pathname)?.[1] ?? '';
    return installs.get(user)?.shift() ?? { status: 201 };
  };

  const page = (from: number): Answer => {
    const next = from + pageSize;
    const more = next < members.length;
    return {
      status: 200,
      body: {
        value: members.slice(from, next),
        ...(more
          ? {
              '@odata.nextLink':
                fake.nextLink ??
                `${fake.url}/v1.0/groups/g/transitiveMembers/microsoft.graph.user?$skiptoken=${String(next)}`,
            }
          : {}),
      },
    };
  };

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    request.resume();
    request.on('end', () => {
      asked.push(
        `${request.method ?? ''} ${new URL(request.url ?? '', 'http://localhost').pathname}`,
      );
      const { status, body, headers } = answer(request);
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const fake: FakeGraph = {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    asked,
    installs,
    nextLink: undefined,
    tokens,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return fake;
}
