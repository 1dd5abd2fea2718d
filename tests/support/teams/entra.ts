import type { ClientSecretCredentialOptions } from '@azure/identity';
import { EventEmitter, once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { listenOnLoopback } from './keys.ts';

/** How the token endpoint answers when it gives no token. */
export type TokenFault =
  | { readonly status: number; readonly body: string; readonly type?: string }
  /** The connection is cut, or accepted and left without a word. */
  | { readonly cut: 'reset' | 'silent' };

/** Entra's own answers ("Microsoft Entra authentication and authorization error codes"), and what stands before it. */
export const tokenFaults = {
  'a wrong secret': refusal(401, {
    error: 'invalid_client',
    code: 7000215,
    description: 'Invalid client secret provided.',
  }),
  'an expired secret': refusal(401, {
    error: 'invalid_client',
    code: 7000222,
    description: 'The secret keys are expired.',
  }),
  'an app that is not in the tenant': refusal(400, {
    error: 'unauthorized_client',
    code: 700016,
    description: 'Not found.',
  }),
  'a disabled app': refusal(400, {
    error: 'unauthorized_client',
    code: 7000112,
    description: 'Application is disabled.',
  }),
  'an unknown tenant': refusal(400, {
    error: 'invalid_request',
    code: 90002,
    description: 'Tenant not found.',
  }),
  'conditional access': refusal(400, {
    error: 'invalid_grant',
    code: 53003,
    description: 'Blocked by Conditional Access.',
  }),
  'too many requests': refusal(429, {
    error: 'temporarily_unavailable',
    code: 90055,
    description: 'Throttled.',
  }),
  'too many requests, as a page': { status: 429, body: '<html></html>', type: 'text/html' },
  'a service that is away': refusal(503, {
    error: 'temporarily_unavailable',
    code: 90033,
    description: 'Transient error.',
  }),
  'a service that is away, as a page': { status: 503, body: '<html></html>', type: 'text/html' },
  'an empty fault': { status: 500, body: '' },
  'an answer without a token': { status: 200, body: '{"token_type":"Bearer"}' },
  'a cut connection': { cut: 'reset' },
} as const satisfies Readonly<Record<string, TokenFault>>;

/** Stands in for the token endpoint of Entra. */
export type Entra = Awaited<ReturnType<typeof startEntra>>;

/** Starts it on a free loopback port. Its tokens last some minutes, by the clock that it is told to follow. */
export async function startEntra() {
  let lifetime = 250;
  let fault: TokenFault | undefined;
  let requests = 0;
  let nowMs = (): number => Date.now();
  const open = new Set<ServerResponse>();
  const arrivals = new EventEmitter();
  const server = createServer((request, response) => {
    requests += 1;
    arrivals.emit('request');
    const number = requests;
    request.resume();
    if (fault && 'cut' in fault) {
      if (fault.cut === 'reset') request.socket.destroy();
      else open.add(response);
      return;
    }
    const token = {
      token_type: 'Bearer',
      // MSAL counts from the clock of the machine.
      expires_in: lifetime + Math.round((nowMs() - Date.now()) / 1000),
      access_token: `t-${String(number)}`,
    };
    const answer = fault ?? { status: 200, body: JSON.stringify(token) };
    const type = ('type' in answer ? answer.type : undefined) ?? 'application/json';
    response.writeHead(answer.status, { 'content-type': `${type}; charset=utf-8` });
    response.end(answer.body);
  });
  const { origin, close } = await listenOnLoopback(server);
  const policies: ClientSecretCredentialOptions['additionalPolicies'] = [
    {
      position: 'perCall',
      policy: {
        name: 'toTheStandIn',
        sendRequest: (request, next) => {
          request.url = `${origin}${new URL(request.url).pathname}`;
          request.allowInsecureConnection = true;
          return next(request);
        },
      },
    },
  ];
  return {
    policies,
    requests: () => requests,
    /** Returns when the next request has arrived. */
    asked: () => once(arrivals, 'request'),
    /** From now on tokens last so many seconds. */
    lasting: (seconds: number) => {
      lifetime = seconds;
    },
    fail: (next: TokenFault) => {
      fault = next;
    },
    recover: () => {
      fault = undefined;
    },
    /** Goes by the clock of the bot. */
    follow: (now: () => string) => {
      nowMs = () => Date.parse(now());
    },
    close: async () => {
      for (const response of open) response.destroy();
      await close();
    },
  };
}

function refusal(
  status: number,
  {
    error,
    code,
    description,
  }: { readonly error: string; readonly code: number; readonly description: string },
) {
  const body = {
    error,
    error_description: `AADSTS${String(code)}: ${description} Trace ID: aaaaaaaa-0000-4000-8000-000000000001`,
    error_codes: [code],
    timestamp: '2026-11-23 09:00:00Z',
    trace_id: 'aaaaaaaa-0000-4000-8000-000000000001',
    correlation_id: 'bbbbbbbb-0000-4000-8000-000000000002',
  };
  return { status, body: JSON.stringify(body) };
}
