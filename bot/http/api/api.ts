import type { Request, Response, Server } from 'restify';
import type { EvidenceReader } from '../../features/evidence/export.ts';
import type { BodyBudget, BodyReading } from '../body.ts';
import { readJson } from '../body.ts';
import type { Asked } from './duties.ts';
import { dutyRoutes } from './duties.ts';
import { sendDossier } from './dossier.ts';
import { sendEvidence } from './evidence.ts';
import type { Caller } from './keys.ts';
import { keyHolder } from './keys.ts';
import { callerAddress, connectionLimits } from '../limits.ts';
import type { HttpAnswer } from '../problem.ts';
import { problem } from '../problem.ts';
import { readQuery } from './query.ts';
import type { Anyone, HttpParts } from './parts.ts';
import type { KeyRoute } from '../../casework/rights/rights.ts';
import { keyRights } from '../../casework/rights/rights.ts';
import type { Allowance } from '../../casework/rights/throttle.ts';
import { throttle } from '../../casework/rights/throttle.ts';

/** A vendor's backlog passes in one go; a runaway loop does not. */
const requests: Allowance = { perSecond: 200, atOnce: 1000 };
/** Reading a body costs processor time by its bytes, which everybody else then lacks. */
const bytes: Allowance = { perSecond: 256 * 1024, atOnce: 32 * 1024 * 1024 };
/** Exports and dossiers of one key that are made at the same time: each costs as much as a hundred requests. */
const longAtOnce = 5;
/** Somebody else's is soon done, or is not; seconds. */
const longWait = 5;
/** Of one address: who has no key has nothing to try here. */
const strangers: Allowance = { perSecond: 5, atOnce: 200 };

const noKey = problem(401, {
  detail: 'Send the secret of a registered sender as a bearer token.',
  errors: [],
  headers: {
    'www-authenticate': 'Bearer',
    // What was sent with it is not read.
    connection: 'close',
  },
});
const readsOnly = problem(403, { detail: 'A key of an auditor reads; it changes nothing.' });

const auditorsOnly = problem(403, { detail: 'A dossier is for a key of an auditor.' });

/** The routes for whoever has a key. */
export function addApiRoutes(server: Server, parts: HttpParts, anyone: Anyone): void {
  const { services, tenant, log, seconds, frontEnds } = parts;
  const holderOf = keyHolder(parts);
  const tooMany = {
    requests: throttle(requests, seconds),
    bytes: throttle(bytes, seconds),
    strangers: throttle(strangers, seconds),
  };

  /** Who asks, or what a caller is told that may not ask now. */
  const enter = (request: Request): Caller | HttpAnswer => {
    const caller = holderOf(request.header('Authorization'));
    if (!caller) {
      const wait = tooMany.strangers(callerAddress(request, frontEnds), 1);
      return wait > 0 ? slower(wait) : noKey;
    }
    const wait = Math.max(tooMany.requests(idOf(caller), 1), tooMany.bytes(idOf(caller), 0));
    return wait > 0 ? slower(wait) : caller;
  };

  /** Reads a body that its sender may still send now. */
  const bodyOf = async (
    request: Request,
    caller: Caller,
    budget: BodyBudget,
  ): Promise<BodyReading> => {
    const counting = (amount: number): HttpAnswer | undefined => {
      const wait = tooMany.bytes(idOf(caller), amount);
      return wait > 0 ? slower(wait) : undefined;
    };
    const announced = Number(request.headers['content-length'] ?? 0);
    const refused = counting(Math.min(announced, budget.bytes));
    return refused ? { ok: false, answer: refused } : readJson(request, budget, counting);
  };

  const known = async (
    request: Request,
    { name, parameters }: { readonly name: KeyRoute; readonly parameters: readonly string[] },
    act: (asked: Asked) => Promise<HttpAnswer | undefined>,
  ): Promise<HttpAnswer | undefined> => {
    const caller = enter(request);
    if (!('type' in caller && 'name' in caller)) return caller;
    if (keyRights[name][caller.type] === 'none')
      return caller.type === 'auditor' ? readsOnly : auditorsOnly;
    const read = readQuery(request, parameters);
    if (!read.ok) return read.answer;
    const body = (budget: BodyBudget): Promise<BodyReading> => bodyOf(request, caller, budget);
    return act({ request, caller, query: read.query, body });
  };
  const running = new Map<string, number>();
  /** An act that takes long, of which one key has few at the same time. */
  const longKnown: typeof known = (request, of, act) =>
    known(request, of, async (asked) => {
      const id = idOf(asked.caller);
      const now = running.get(id) ?? 0;
      if (now >= longAtOnce) return slower(longWait);
      running.set(id, now + 1);
      try {
        return await act(asked);
      } finally {
        running.set(id, (running.get(id) ?? 1) - 1);
      }
    });
  /** Every request is a turn of its own: what it brings about can be followed by its name. */
  const route = (parameters: readonly string[], name: keyof DutyRoutes) =>
    anyone((request) =>
      known(request, { name, parameters }, (asked) => {
        const turn = services.newId();
        log.info({ turn, incoming: request.method ?? '' }, 'turn begun');
        return dutyRoutes({ ...services, turn }, tenant)[name](asked);
      }),
    );

  server.post('/api/v1/duties', route([], 'open'));
  server.get('/api/v1/duties', route(['status', 'cursor'], 'list'));
  server.get('/api/v1/duties/:id', route([], 'show'));
  server.post('/api/v1/duties/:id/withdraw', route([], 'withdraw'));
  server.post('/api/v1/duties/:id/reaction', route([], 'react'));
  const { environment, version } = parts;
  const unreadSeconds = (parts.limits ?? connectionLimits).unread;
  const evidence = { services, log, unreadSeconds, environment, version };
  server.get(
    '/api/v1/evidence',
    anyone((request, response: Response) =>
      longKnown(
        request,
        { name: 'evidence', parameters: ['from', 'to', 'kind'] },
        ({ caller, query }) => {
          const reader: EvidenceReader =
            keyRights.evidence[caller.type] === 'every'
              ? { tenant }
              : { tenant, vendor: caller.name, withoutNames: !services.vendorSeesNames };
          return sendEvidence(evidence, { reader, query }, response);
        },
      ),
    ),
  );
  server.get(
    '/api/v1/dossier',
    anyone((request, response: Response) =>
      longKnown(
        request,
        { name: 'dossier', parameters: ['quarter', 'control', 'language'] },
        ({ caller, query }) => sendDossier({ ...evidence, tenant }, { caller, query }, response),
      ),
    ),
  );
}

type DutyRoutes = ReturnType<typeof dutyRoutes>;

const idOf = ({ type, name }: Caller): string => `${type}:${name}`;

const slower = (seconds: number): HttpAnswer =>
  problem(429, {
    detail: 'Wait as long as Retry-After says and go on more slowly.',
    errors: [],
    headers: {
      'retry-after': String(seconds),
      // A body that was not read stands in the way of the next request.
      connection: 'close',
    },
  });
