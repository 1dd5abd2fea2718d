import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Request, Response } from 'restify';
import { webAddress } from '../web-address.ts';
import type { HttpAnswer } from './problem.ts';
import { problem } from './problem.ts';

/** How long a caller may take, in seconds, and how many may be connected. */
export interface ConnectionLimits {
  readonly headers: number;
  /** The whole of a request, its body included. */
  readonly request: number;
  /** Without a byte in either direction. */
  readonly silence: number;
  /** Without anybody reading a byte of an export. */
  readonly unread: number;
  readonly connections: number;
  /** From an answer to the first byte of the next request, whose headers have their own time. */
  readonly kept: number;
}

export const connectionLimits: ConnectionLimits = {
  headers: 15,
  request: 60,
  // Longer than any request may take: it ends what neither asks nor reads.
  silence: 120,
  unread: 60,
  connections: 2000,
  // Node closes after five without a byte.
  kept: 7,
};

/** Holds every connection to its limits, and answers or cuts what is no plain request. */
export function limitConnections(server: HttpServer, limits: ConnectionLimits): void {
  server.headersTimeout = limits.headers * 1000;
  server.requestTimeout = limits.request * 1000;
  server.timeout = limits.silence * 1000;
  server.maxConnections = limits.connections;
  // Node looks every 30 seconds which connection is over its time, unless told before it listens.
  Object.assign(server, {
    connectionsCheckingInterval: Math.min(1000, limits.headers * 100),
  });
  endResting(server, (limits.kept + limits.headers) * 1000);
  // restify takes this event and does nothing: without a listener Node answers as if no upgrade was asked
  // for (RFC 9110, section 7.8), and closes a CONNECT.
  server.removeAllListeners('upgrade');
  // Node's own answer to an expectation that nobody knows is no "request" either, and keeps the connection.
  server.on('checkExpectation', (_, response) => {
    response.statusCode = 417;
    response.setHeader('connection', 'close');
    response.end();
  });
}

/**
 * Cuts a connection on which no request came whole so long after the last answer. Line ends before a request are
 * none of it (RFC 9112, section 2.2): to Node they are no beginning and yet a sign of life, so that one now and then
 * held a connection for ever.
 */
function endResting(server: HttpServer, ms: number): void {
  const resting = new WeakMap<Socket, NodeJS.Timeout>();
  const unanswered = new WeakMap<Socket, number>();
  const asked = ({ socket }: IncomingMessage, response: ServerResponse): void => {
    clearTimeout(resting.get(socket));
    unanswered.set(socket, (unanswered.get(socket) ?? 0) + 1);
    response.once('close', () => {
      const left = (unanswered.get(socket) ?? 1) - 1;
      unanswered.set(socket, left);
      if (left > 0 || socket.destroyed) return;
      resting.set(socket, setTimeout(() => socket.destroy(), ms).unref());
    });
  };
  server.on('request', asked);
  // Who waits to be told to go on is no "request" where somebody listens for it, as restify does.
  server.on('checkContinue', asked);
  server.on('connection', (socket: Socket) =>
    socket.once('close', () => clearTimeout(resting.get(socket))),
  );
}

/** A front end sends one after the other; what sends more at once does not read the answers. */
const mostUnanswered = 20;

/**
 * Counts the requests of each connection that are not answered yet, and cuts one with too many; true where that
 * happened, and nothing is to be done for it. A few kilobytes can hold a thousand requests, whose answers wait in
 * memory for a reader.
 */
export function unansweredLimit(): (request: Request, response: Response) => boolean {
  const unanswered = new WeakMap<object, number>();
  return ({ socket }, response) => {
    const now = (unanswered.get(socket) ?? 0) + 1;
    unanswered.set(socket, now);
    response.once('close', () => unanswered.set(socket, (unanswered.get(socket) ?? 1) - 1));
    if (now <= mostUnanswered) return false;
    socket.destroy();
    return true;
  };
}

const loopbackHost = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

/**
 * Where nobody proves who they are, only a page of this machine may ask: a name of another site that leads here
 * (DNS rebinding) is refused by the `Host` that the browser sends.
 */
export function foreignHost(request: Request): HttpAnswer | undefined {
  return loopbackHost.test(hostOf(request))
    ? undefined
    : problem(421, { detail: 'Without authentication this bot answers to localhost only.' });
}

const onceOnly = ['host', 'authorization', 'content-type', 'idempotency-key'];

/**
 * A request that says twice where it goes, who sends it or what it is: whoever stands in front may have read the
 * other one (RFC 9112, section 3.2, demands 400 for `Host`). Node gives the first without a word.
 */
export function saidTwice({ rawHeaders }: Request): HttpAnswer | undefined {
  const names = rawHeaders.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase());
  const twice = onceOnly.find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  return twice === undefined
    ? undefined
    : problem(400, {
        detail: `The header ${twice} was sent more than once.`,
        errors: [],
        headers: { connection: 'close' },
      });
}

/** With a whole address as its target that address says where a request goes, and `Host` does not (RFC 9112, 3.2.2). */
const hostOf = ({ headers: { host = '' }, url = '' }: Request): string =>
  url.startsWith('/') || url === '*' ? host : (/^https?:\/\/([^/?#]*)/i.exec(url)?.[1] ?? '@');

const aHost = /^(?:[\w.-]{1,253}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i;

/**
 * A request for an address that is none. `Host` and target are read as one address by whoever finds the route,
 * outside of every boundary: one that cannot be read ended the process, and one with a path in `Host` led elsewhere.
 */
export function noAddress(request: Request): HttpAnswer | undefined {
  const {
    headers: { host = '' },
    url = '',
  } = request;
  const named = [host, hostOf(request)].every((one) => one === '' || aHost.test(one));
  const whole = url.startsWith('/') ? `http://${host || 'localhost'}${url}` : url;
  return named && (url === '*' || webAddress(whole) !== undefined)
    ? undefined
    : problem(400, {
        detail: 'Host and target are not an address.',
        errors: [],
        headers: { connection: 'close' },
      });
}

/** The address of a caller; what a front end says of it is believed where the front end is ours. */
export function callerAddress(request: Request, frontEnds: readonly string[]): string {
  const known = new Set(frontEnds);
  const plain = (address: string): string => address.trim().replace(/^::ffff:/i, '');
  const remote = plain(request.socket.remoteAddress ?? '');
  const named = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',').map(plain);
  if (!known.has(remote)) return remote;
  // Each front end adds whom it saw: the last one that is none of ours is the caller.
  return named.findLast((address) => address !== '' && !known.has(address)) ?? remote;
}
