import type { TenantKey } from '../duty/ids.ts';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response, Server } from 'restify';
import restify from 'restify';
import type { Log } from '../observability/log.ts';
import type { FileLinks } from '../features/files/links.ts';
import { exportEvidence } from '../features/evidence/export.ts';
import { readDateRange } from '../features/evidence/extent.ts';
import type { Services } from '../ports/services.ts';
import { readJson } from './body.ts';
import type { Route } from './duties.ts';
import { dutyRoutes, queryOf } from './duties.ts';
import { addFileRoute } from './files.ts';
import { keyHolder } from './keys.ts';
import { openApi } from './openapi.ts';
import type { HttpAnswer } from './problem.ts';
import { json, problem } from './problem.ts';

/** Takes an activity that was posted: body and Authorization header in, status and body out. */
export type HandleActivity = (
  body: unknown,
  authorization: string | undefined,
) => Promise<{ readonly status: number; readonly body?: unknown }>;

/** Tells which part does not answer; an empty list means ready. */
export type Readiness = () => Promise<readonly string[]>;

export interface HttpParts {
  readonly services: Services;
  readonly tenant: TenantKey;
  readonly vendorKeys: readonly { readonly name: string; readonly secret: string }[];
  readonly handleActivity: HandleActivity;
  readonly readiness: Readiness;
  /** What an operator should know although the bot is ready: constant words. */
  readonly notes?: () => Promise<readonly string[]>;
  /** Files that wait behind a link: development only. */
  readonly links?: FileLinks;
  readonly version: string;
  /** In development nobody proves who they are; exported evidence says so. */
  readonly environment: 'production' | 'development';
  readonly log: Log;
}

// Teams sends at most 256 KB with an activity that we use; see the guard for what is inside.
const largestActivity = 256 * 1024;
/** A vendor's backlog passes in one go; a runaway loop does not. Requests a second, and at once. */
const pace = { rate: 200, burst: 1000 };

/** The one door: routes, the limits of requests and one boundary for errors. */
export function createHttpServer(parts: HttpParts): Server {
  const { log } = parts;
  const server = restify.createServer({ name: 'shared-duty', ignoreTrailingSlash: true });
  // restify writes a line for every request that it throttles, with the address of the caller.
  Object.assign(server.log, { level: 'silent' });
  server.server.headersTimeout = 15_000;
  server.server.requestTimeout = 60_000;
  server.on(
    'restifyError',
    (_request: Request, response: Response, error: unknown, done: () => void) => {
      write(response, answerFor(error));
      done();
    },
  );

  const anyone =
    (act: (request: Request) => Promise<HttpAnswer>) =>
    async (request: Request, response: Response) => {
      try {
        write(response, await act(request));
      } catch (error) {
        log.error({ err: error, route: request.getRoute().path }, 'request failed');
        write(response, problem(500, 'It was logged; try again later.'));
      }
    };

  server.get(
    '/healthz',
    anyone(() => Promise.resolve(json(200, { status: 'alive' }))),
  );
  server.get(
    '/readyz',
    anyone(() => ready(parts)),
  );
  server.post(
    '/api/messages',
    anyone((request) => activity(request, parts.handleActivity)),
  );
  server.get(
    '/api/v1/openapi.json',
    anyone(() => Promise.resolve(json(200, openApi(parts.version)))),
  );
  addVendorRoutes(server, parts, anyone);
  if (parts.links) addFileRoute(server, parts.links);
  return server;
}

type Handler = (request: Request, response: Response) => Promise<void>;

/** Every request is a turn of its own: what it brings about can be followed by its name. */
function inTurn(services: Services, log: Log, what: string): Services {
  const turn = services.newId();
  log.info({ turn, incoming: what }, 'turn begun');
  return { ...services, turn };
}

function addVendorRoutes(
  server: Server,
  { services, tenant, vendorKeys, version, environment, log }: HttpParts,
  anyone: (act: (request: Request) => Promise<HttpAnswer>) => Handler,
): void {
  const holderOf = keyHolder(vendorKeys);
  const throttle = restify.plugins.throttle({ ...pace, ip: true });
  const vendor = (route: Route): Handler =>
    anyone((request) => {
      const name = holderOf(request.header('Authorization'));
      if (name === undefined) return Promise.resolve(noKey);
      const own = inTurn(services, log, request.method ?? '');
      return route({ request, vendor: name, services: own });
    });
  const { open, show, list, withdraw } = dutyRoutes(tenant);
  server.post('/api/v1/duties', throttle, vendor(open));
  server.get('/api/v1/duties', throttle, vendor(list));
  server.get('/api/v1/duties/:id', throttle, vendor(show));
  server.post('/api/v1/duties/:id/withdraw', throttle, vendor(withdraw));
  server.get('/api/v1/evidence', throttle, async (request: Request, response: Response) => {
    if (holderOf(request.header('Authorization')) === undefined) {
      write(response, noKey);
      return;
    }
    const read = readDateRange(queryOf(request), services.zone);
    if (!read.ok) {
      write(response, problem(400, 'This extent does not exist.', read.problems));
      return;
    }
    const lines = exportEvidence(services.store.evidence, {
      tenant,
      extent: read.extent,
      environment,
      asOf: services.now(),
      software: `shared-duty ${version}`,
    });
    try {
      // Where the store does not even give the first line, the caller is told so by the status.
      const first = await lines.next();
      response.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8' });
      if (first.done !== true) response.write(first.value);
      await pipeline(Readable.from(lines), response);
    } catch (error) {
      // Half a file has no manifest and so shows that it is half a file.
      log.error({ err: error }, 'export broke off');
      if (response.headersSent) response.destroy();
      else write(response, problem(500, 'It was logged; try again later.'));
    }
  });
}

const noKey = problem(401, 'Send the secret of a registered sender as a bearer token.', [], {
  'www-authenticate': 'Bearer',
});

async function ready({ readiness, notes }: HttpParts): Promise<HttpAnswer> {
  const down = await readiness();
  const noted = down.length === 0 ? ((await notes?.()) ?? []) : [];
  return down.length === 0
    ? json(200, { status: 'ready', ...(noted.length > 0 ? { notes: noted } : {}) })
    : problem(
        503,
        `Not answering: ${down.join(', ')}.`,
        down.map((path) => ({ path, message: 'does not answer' })),
      );
}

async function activity(request: Request, handle: HandleActivity): Promise<HttpAnswer> {
  const read = await readJson(request, largestActivity);
  if (!read.ok) return read.answer;
  const { status, body } = await handle(read.body, request.header('Authorization'));
  // Whoever is refused learns that and no more.
  return status >= 400 && body === undefined
    ? problem(status, 'The activity was refused.')
    : json(status, body);
}

function answerFor(error: unknown): HttpAnswer {
  const status =
    typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500;
  switch (status) {
    case 404:
      return problem(404, 'There is nothing at this address.');
    case 405:
      return problem(405, 'See /api/v1/openapi.json for what is possible.');
    case 429:
      return problem(429, 'Wait a second and go on more slowly.', [], { 'retry-after': '1' });
    default:
      return typeof status === 'number' && status >= 400 && status < 500
        ? problem(status, 'The request was refused.')
        : problem(500, 'It was logged; try again later.');
  }
}

function write(response: Response, { status, type, body, headers }: HttpAnswer): void {
  if (response.headersSent) return;
  // Only what restify itself sends counts as sent: after anything else its error path sends again and throws.
  const written = body === undefined ? '' : JSON.stringify(body);
  response.sendRaw(status, written, { 'content-type': `${type}; charset=utf-8`, ...headers });
}
