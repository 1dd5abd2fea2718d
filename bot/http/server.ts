import type { Request, Response, Server } from 'restify';
import restify from 'restify';
import { addApiRoutes } from './api/api.ts';
import type { BodyBudget } from './body.ts';
import { readJson } from './body.ts';
import { addClockRoutes } from './api/clock.ts';
import { addFileRoute } from './api/files.ts';
import {
  connectionLimits,
  foreignHost,
  limitConnections,
  noAddress,
  saidTwice,
  unansweredLimit,
} from './limits.ts';
import { openApi } from './api/openapi.ts';
import type { Anyone, HttpParts, Readiness } from './api/parts.ts';
import { readQuery } from './api/query.ts';
import type { HttpAnswer } from './problem.ts';
import { json, problem } from './problem.ts';

/** Teams sends at most 256 KB with an activity that we use; the guard looks at what is inside. */
const activityBudget: BodyBudget = {
  bytes: 256 * 1024,
  depth: 40,
  members: 1000,
  entries: 5000,
  values: 20_000,
  length: 256 * 1024,
  halfPairs: 'taken',
};

/** The one door: routes, the limits of requests and one boundary for errors. */
export function createHttpServer(parts: HttpParts): Server {
  const { log, anonymous } = parts;
  const server = restify.createServer({ name: 'shared-duty', ignoreTrailingSlash: true });
  // restify writes lines of its own, with addresses of callers in them.
  Object.assign(server.log, { level: 'silent' });
  limitConnections(server.server, parts.limits ?? connectionLimits);
  server.on(
    'restifyError',
    (...[, response, error, done]: [Request, Response, unknown, () => void]) => {
      write(response, answerFor(error));
      done();
    },
  );
  const isTooMany = unansweredLimit();
  server.pre((request: Request, response: Response, next: (go?: false) => void) => {
    if (isTooMany(request, response)) {
      next(false);
      return;
    }
    const refused =
      saidTwice(request) ?? noAddress(request) ?? (anonymous ? foreignHost(request) : undefined);
    if (refused) write(response, refused);
    next(refused ? false : undefined);
  });

  const anyone: Anyone = (act) => async (request, response) => {
    try {
      const answer = await act(request, response);
      if (answer) write(response, answer);
    } catch (error) {
      log.error({ err: error, route: request.getRoute().path }, 'request failed');
      write(response, problem(500, { detail: 'It was logged; try again later.' }));
    }
  };

  // Probes of front ends ask with HEAD, which wants all of the answer but its body.
  const probed = (path: string, act: () => Promise<HttpAnswer>): void => {
    server.get(path, anyone(act));
    server.head(path, anyone(act));
  };
  probed('/healthz', () => Promise.resolve(json(200, { status: 'alive' })));
  const readiness = rememberedFor(readinessSeconds, parts.seconds, parts.readiness);
  const notes = rememberedFor(
    readinessSeconds,
    parts.seconds,
    parts.notes ?? (() => Promise.resolve([])),
  );
  probed('/readyz', () => ready(readiness, notes));
  server.post(
    '/api/messages',
    anyone((request) => activity(request, parts)),
  );
  server.get(
    '/api/v1/openapi.json',
    anyone((request) => {
      const asked = readQuery(request, []);
      return Promise.resolve(asked.ok ? json(200, openApi(parts.version)) : asked.answer);
    }),
  );
  addApiRoutes(server, parts, anyone);
  if (parts.links) addFileRoute(server, parts.links);
  if (parts.clock) addClockRoutes(server, parts.clock, anyone);
  return server;
}

/** Whoever asks more often than that learns what is known. */
const readinessSeconds = 5;

/** Asks anew when the last answer is so many seconds old; those who ask meanwhile wait for the same answer. */
function rememberedFor<T>(
  lifetime: number,
  seconds: () => number,
  ask: () => Promise<T>,
): () => Promise<T> {
  let last: { readonly at: number; readonly answer: Promise<T> } | undefined;
  return () => {
    if (!last || seconds() - last.at >= lifetime) last = { at: seconds(), answer: ask() };
    return last.answer;
  };
}

async function ready(
  readiness: Readiness,
  notes: NonNullable<HttpParts['notes']>,
): Promise<HttpAnswer> {
  const down = await readiness();
  const told = down.length === 0 ? await notes() : [];
  return down.length === 0
    ? json(200, { status: 'ready', ...(told.length > 0 ? { notes: told } : {}) })
    : problem(503, {
        detail: `Not answering: ${down.join(', ')}.`,
        errors: down.map((path) => ({ path, message: 'does not answer' })),
      });
}

async function activity(
  request: Request,
  { handleActivity, refusedToken }: HttpParts,
): Promise<HttpAnswer> {
  const authorization = request.header('Authorization');
  const refused = refusedToken(authorization);
  // A body that nobody reads would stand before the next request of the connection.
  if (refused !== undefined)
    return problem(refused, {
      detail: 'The activity was refused.',
      errors: [],
      headers: { connection: 'close' },
    });
  const read = await readJson(request, activityBudget);
  if (!read.ok) return read.answer;
  const { status, body } = await handleActivity(read.body, authorization);
  // Whoever is refused learns that and no more.
  return status >= 400 && body === undefined
    ? problem(status, { detail: 'The activity was refused.' })
    : json(status, body);
}

function answerFor(error: unknown): HttpAnswer {
  const status =
    typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500;
  switch (status) {
    case 404:
      return problem(404, { detail: 'There is nothing at this address.' });
    case 405:
      return problem(405, { detail: 'See /api/v1/openapi.json for what is possible.' });
    default:
      return typeof status === 'number' && status >= 400 && status < 500
        ? problem(status, { detail: 'The request was refused.' })
        : problem(500, { detail: 'It was logged; try again later.' });
  }
}

function write(response: Response, { status, type, body, headers }: HttpAnswer): void {
  if (response.headersSent) return;
  // Only what restify itself sends counts as sent: after anything else its error path sends again and throws.
  const written = body === undefined ? '' : JSON.stringify(body);
  response.sendRaw(status, written, { 'content-type': `${type}; charset=utf-8`, ...headers });
}
