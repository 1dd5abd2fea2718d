import { defaultRetention } from '../../../bot/tenant/retention.ts';
import type { Instant } from '../../../bot/duty/ids.ts';
import assert from 'node:assert/strict';
import http from 'node:http';
import { effects } from '../../../bot/features/effects.ts';
import { createDossiers } from '../../../bot/features/evidence/dossier/make.ts';
import { createWorker } from '../../../bot/delivery/worker.ts';
import type { HttpParts } from '../../../bot/http/api/parts.ts';
import { createHttpServer } from '../../../bot/http/server.ts';
import { secondsAfter } from '../../../bot/duty/time/instant.ts';
import type { Log } from '../../../bot/observability/log.ts';
import type { Store } from '../../../bot/ports/store.ts';
import type { Services } from '../../../bot/ports/services.ts';
import { fixedNow, tenant } from '../duties/duties.ts';
import { checkAnswer } from './answers.ts';
import { memoryStore } from '../store/memory-store.ts';

const noName = () => Promise.resolve(undefined);
const notTold = () => Promise.resolve({ type: 'not-told' } as const);

export const vendorKey = { name: 'unit4', secret: 'v1'.repeat(16) };
export const otherKey = { name: 'ander', secret: 'v2'.repeat(16) };
export const auditorKey = { name: 'auditor', secret: 'a3'.repeat(16) };

export interface Sent {
  readonly method?: string;
  readonly body?: string | Buffer;
  readonly headers?: http.OutgoingHttpHeaders;
}

export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
}

export interface Door {
  readonly services: Services;
  readonly port: number;
  /** What was logged as an error: a test that provokes none expects none. */
  readonly errors: readonly string[];
  /** Sends a request as it is. */
  readonly send: (path: string, sent?: Sent) => Promise<Answer>;
  /** Sends JSON with the vendor's key, as a POST where there is a body. */
  readonly api: (
    path: string,
    body?: unknown,
    headers?: http.OutgoingHttpHeaders,
  ) => Promise<Answer>;
  /** Opens a duty with an idempotency key. */
  readonly open: (key: string, body: unknown) => Promise<Answer>;
  readonly advance: (seconds: number) => void;
  readonly stop: () => Promise<void>;
}

/** The HTTP door on a free port, before a store; nobody is reached behind it. */
export async function openDoor({
  store = memoryStore(),
  vendorSeesNames = true,
  ...parts
}: Partial<HttpParts> & { store?: Store; vendorSeesNames?: boolean } = {}): Promise<Door> {
  const errors: string[] = [];
  const log: Log = {
    debug: () => undefined,
    info: () => undefined,
    warn: () => undefined,
    error: (facts: unknown) => {
      errors.push(said(facts));
    },
  };
  const unreachable = () =>
    Promise.resolve({ type: 'unreachable', reason: 'not-installed' } as const);
  const worker = createWorker({
    effects,
    messenger: {
      toPerson: unreachable,
      toChannel: unreachable,
      open: unreachable,
      reply: unreachable,
      edit: unreachable,
    },
    log,
    timers: { after: () => ({ cancel: () => undefined }) },
  });
  let now: Instant = fixedNow;
  let ids = 0;
  const services: Services = {
    cardByRow: async () => undefined,
    itTeam: { has: () => Promise.resolve(false) },
    writing: () => 0,
    administrators: new Set(),
    directory: { nameIn: notTold, memberIn: notTold, channelName: noName },
    files: noFiles,
    dossiers: createDossiers(
      {
        environment: 'production',
        software: 'shared-duty 0.1.0',
        logName: (of) => ({ origin: `shared-duty/${of}/Duty` }),
      },
      { after: () => ({ cancel: () => undefined }) },
    ),
    vendors: { isTold: () => false, tell: () => Promise.resolve({ type: 'refused' }) },
    lists: { read: () => Promise.reject(new Error('No list is read here')) },
    retention: defaultRetention,
    vendorSeesNames,
    store,
    delivery: worker.delivery,
    inTurn: (_, act) => act(),
    moved: new Set(),
    now: () => now,
    newId: () => {
      ids += 1;
      return `id-${String(ids)}`;
    },
    language: 'nl',
    zone: 'Europe/Amsterdam',
  };
  await worker.start(services, []);
  const server = createHttpServer({
    services,
    tenant,
    vendorKeys: [vendorKey, otherKey],
    auditorKeys: [auditorKey],
    frontEnds: [],
    anonymous: false,
    refusedToken: () => undefined,
    seconds: () => performance.now() / 1000,
    handleActivity: () => Promise.resolve({ status: 200 }),
    readiness: () => Promise.resolve([]),
    environment: 'production',
    version: '0.1.0',
    log,
    ...parts,
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address();
  const agent = new http.Agent({ keepAlive: true, maxSockets: 50 });
  const send = async (path: string, sent: Sent = {}): Promise<Answer> => {
    const answer = await request(port, { agent, path, sent });
    const type = answer.headers['content-type'] ?? '';
    checkAnswer({ method: sent.method ?? 'GET', path, ...answer, type });
    return answer;
  };
  const api: Door['api'] = (path, body, headers = {}) =>
    send(path, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: { ...bearer(), 'content-type': 'application/json', ...headers },
    });
  return {
    services,
    port,
    errors,
    send,
    api,
    open: (key, body) => api('/api/v1/duties', body, { 'idempotency-key': key }),
    advance: (seconds) => {
      now = secondsAfter(now, seconds);
    },
    stop: async () => {
      agent.destroy();
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(resolve);
      });
      await worker.stop();
    },
  };
}

const refused = () => Promise.resolve({ type: 'refused' } as const);
/** No file comes or goes through this door. */
const noFiles: Services['files'] = {
  download: refused,
  upload: refused,
  offer: () => Promise.resolve({ type: 'gone' }),
  show: () => Promise.resolve({ type: 'gone' }),
  retract: () => Promise.resolve(),
};

const said = (facts: unknown): string =>
  typeof facts === 'object' && facts !== null && 'err' in facts ? String(facts.err) : String(facts);

export const bearer = ({ secret } = vendorKey): { authorization: string } => ({
  authorization: `Bearer ${secret}`,
});

function request(
  port: number,
  {
    agent,
    path,
    sent: { method = 'GET', body, headers = {} },
  }: { readonly agent: http.Agent; readonly path: string; readonly sent: Sent },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sending = http.request(
      { host: '127.0.0.1', port, path, method, headers, agent },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        });
      },
    );
    // After an answer that came before the whole body was sent, this changes nothing any more.
    sending.on('error', reject);
    sending.end(body);
  });
}

/** The body of an answer, parsed. */
export function jsonOf(answer: Answer): Readonly<Record<string, unknown>> {
  return JSON.parse(answer.text) as Readonly<Record<string, unknown>>;
}

export interface Fault {
  readonly path: string;
  readonly message: string;
}

/** The faults that a problem names; fails where the answer is not a problem of that status. */
export function faultsOf(answer: Answer, status: number): readonly Fault[] {
  assert.equal(answer.status, status, answer.text);
  assert.match(answer.headers['content-type'] ?? '', /^application\/problem\+json/);
  const problem = jsonOf(answer);
  assert.equal(problem['status'], status);
  for (const member of ['type', 'title', 'detail']) assert.ok(problem[member], `no ${member}`);
  return problem['errors'] as readonly Fault[];
}

/** The id of a duty that was opened. */
export async function idOf(opening: Promise<Answer>): Promise<string> {
  const answer = await opening;
  assert.equal(answer.status, 201, answer.text);
  return String(jsonOf(answer)['id']);
}
