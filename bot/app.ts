import type { Messenger } from './ports/messenger.ts';
import { parseTenantKey } from './duty/ids.ts';
import type { Instant, TenantKey } from './duty/ids.ts';
import { respond } from './chat/respond.ts';
import { failedResponse, nothingDone } from './chat/failed.ts';
import { afterSlow, slowResponse } from './chat/slow.ts';
import { repeating } from './delivery/interval.ts';
import { createInTurn } from './delivery/in-turn.ts';
import { effects } from './features/effects.ts';
import { clockTicks, everyTick } from './delivery/clock-rounds.ts';
import { createVendors } from './delivery/webhook.ts';
import { createWorker } from './delivery/worker.ts';
import type { Jumping } from './features/demo-clock/clock.ts';
import type { Limits } from './delivery/pace/pacing.ts';
import type { Timers } from './delivery/worker.ts';
import { StartError } from './errors.ts';
import type { ListReader } from './files/list-reader.ts';
import { createListReader } from './files/list-reader.ts';
import { publicFetch } from './http/public-fetch.ts';
import { createHttpServer } from './http/server.ts';
import type { AdjustableClock, Clock } from './ports/clock.ts';
import { shardCount } from './store/azure/keys.ts';
import { secondsBetween } from './duty/time/instant.ts';
import type { Metrics } from './observability/metrics.ts';
import { counted, createMetrics } from './observability/metrics.ts';
import type { Log } from './observability/log.ts';
import type { Settings } from './settings.ts';
import { frameworkSettings } from './settings/identity.ts';
import type { Store } from './ports/store.ts';
import { createTeams } from './teams/adapter.ts';
import type { GuardRules } from './teams/guard.ts';
import { refusedToken } from './teams/guard.ts';
import type { TeamsIdentity } from './teams/adapter.ts';
import type { TenantOf } from './teams/activity/place.ts';
import { logNameOf } from './features/evidence/log/checkpoint.ts';
import { showReview } from './features/review/review.ts';
import { noteOutage } from './features/channel/outage.ts';
import { fileLinks } from './features/files/links.ts';
import { quarterTick } from './features/overview/nil-returns.ts';
import { readGauges } from './observability/gauges.ts';
import type { Delivery, Services } from './ports/services.ts';

/** Everything that comes from outside the program; tests give their own. */
export interface AppParts {
  readonly settings: Settings;
  readonly store: Store;
  readonly log: Log;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly timers: Timers;
  /** Left out but where several programs in one process share a thread. */
  readonly lists?: ListReader;
  readonly version: string;
  /** A number from 0 to 1 that spreads what is tried again; without it nothing is spread. */
  readonly random?: () => number;
  /** Only goes forward, in seconds: what is allowed in a time is counted by it; `now` unless said. */
  readonly seconds?: () => number;
  /** The time of the world, where `now` and `timers` can be made to jump: development only. */
  readonly demo?: {
    readonly world: Clock;
    readonly adjustable: (parts: Jumping) => AdjustableClock;
  };
  /** How vendors are called, over public addresses only unless said; tests only. */
  readonly callVendor?: typeof fetch;
  /** What Teams takes; its published limits unless said. */
  readonly limits?: Limits;
  /** Where the keys of the channel are, and who signs for the bot; by default Microsoft's own. */
  readonly identity?: Partial<Pick<TeamsIdentity, 'configuration' | 'credentials' | 'entra'>>;
  /** Service addresses beside those of Teams; tests only. */
  readonly serviceHosts?: readonly string[];
  /** Origins of files beside Teams' storage; tests only. */
  readonly fileOrigins?: readonly string[];
  readonly issuer?: string;
}

export interface App {
  readonly services: Services;
  readonly messenger: Messenger;
  /** The clock that can be made to jump: development only. */
  readonly clock?: AdjustableClock;
  /** Makes the tables, picks up what was left behind and listens; returns the port. */
  readonly start: () => Promise<number>;
  /** Lets what is under way end. */
  readonly stop: () => Promise<void>;
  /** Returns when every effect that was asked for is carried out. */
  readonly idle: () => Promise<void>;
}

/** The issuer of tokens that the Bot Connector service sends (Bot Framework authentication). */
const channelIssuer = 'https://api.botframework.com';

/** A new quarter is noticed within the hour; the first look waits until the start is over. */
const onceAnHour = { first: 60, every: 3600 };

/** Work that ends so long after it was due has waited: seconds. A vendor that does not answer is no sign of it. */
const lateWork = 300;
/** A person waits longer than this for an answer: seconds (Teams Store validation guidelines: answer within two). */
const slowTurn = 2;

/** Wires the parts together; nothing else knows all of them. */
export function createApp(parts: AppParts): App {
  const { settings, store, log, now, newId } = parts;
  const tenantOf: TenantOf = (tenantId) =>
    settings.tenants === 'any'
      ? settings.homeTenant
      : (parseTenantKey(tenantId) ?? settings.homeTenant);
  // The Playground has no storage for files; settings see to it that this listens on loopback.
  const links = settings.anonymous
    ? fileLinks({ now, newId, origin: () => originOf(settings.host, server.address().port) })
    : undefined;
  const rules: GuardRules = {
    anonymous: settings.anonymous,
    issuer: parts.issuer ?? channelIssuer,
    appId: settings.appId,
    allowedTenants: settings.tenants === 'any' ? 'any' : new Set<string>(settings.tenants),
    serviceHosts: parts.serviceHosts ?? [],
  };
  const teams = createTeams({
    identity: {
      configuration: { ...frameworkSettings(settings), ...parts.identity?.configuration },
      appId: settings.appId,
      entra: settings.anonymous ? undefined : (parts.identity?.entra ?? entraOf(settings)),
      credentials: parts.identity?.credentials,
    },
    rules,
    tenantOf,
    files: {
      rules: { anonymous: settings.anonymous, origins: parts.fileOrigins ?? [] },
      timers: parts.timers,
      links,
    },
    log,
    now,
    tokenCounted: (outcome) => metrics.tokenAsked(outcome),
    tokenRecovered: ({ since, reason }) => {
      const refused = reason === 'token-refused';
      for (const tenant of tenants)
        noteOutage(services, tenant, { since, refused }).catch((error: unknown) => {
          log.error({ err: error }, 'outage not noted');
        });
    },
  });
  const metrics = createMetrics(async () => {
    const { oldestDue, ...counts } = await readGauges(services, tenants);
    return { ...counts, queueAge: oldestDue ? secondsBetween(oldestDue, now()) : 0 };
  });
  const messenger = counted(teams.messenger, metrics);
  const lists = parts.lists ?? createListReader({ timers: parts.timers });
  const ended: Metrics['carried'] = (effect, outcome, seconds) => {
    metrics.carried(effect, outcome, seconds);
    if (seconds > lateWork && effect !== 'webhook')
      log.warn({ effect, outcome, seconds }, 'effect was late');
  };
  const worker = createWorker({ ...parts, messenger, effects, ended });
  const services: Services = {
    store,
    delivery: worker.delivery,
    directory: teams.directory,
    files: teams.files,
    cardByRow: showReview,
    lists,
    inTurn: createInTurn(),
    // A vendor holds the time of a signature against its own clock.
    vendors: createVendors({
      targets: settings.webhooks,
      now: parts.demo?.world.now ?? now,
      timers: parts.demo?.world.timers ?? parts.timers,
      request: parts.callVendor ?? (settings.anonymous ? fetch : publicFetch),
    }),
    vendorSeesNames: settings.vendorSeesNames,
    now,
    newId,
    language: settings.language,
    zone: settings.zone,
  };
  const tenants = settings.tenants === 'any' ? [settings.homeTenant] : settings.tenants;
  const quarters = repeating({ timers: parts.timers, log }, onceAnHour, async () => {
    for (const tenant of tenants) {
      await quarterTick(services, tenant);
      if ((await store.people.channel(tenant))?.installed !== true) log.warn('no IT channel');
    }
  });
  const round = clockTicks(log, (tenant) => logNameOf(tenant, settings));
  const rounds = repeating({ timers: parts.timers, log }, everyTick, () =>
    round(services, tenants),
  );
  const handle = teams.handle({
    respond: (incoming) => {
      const turn = newId();
      log.info({ turn, incoming: incoming.type }, 'turn begun');
      return respond({ ...services, turn }, incoming);
    },
    failed: (incoming) => failedResponse(services, incoming),
    slow: (click) => slowResponse(services, click),
    afterSlow: (click, response) => afterSlow(services, click, response),
    nothing: (incoming) => nothingDone(services, incoming),
  });
  const idle = async (): Promise<void> => {
    await teams.idle();
    await quarters.idle();
    await rounds.idle();
    await worker.idle();
  };
  const clock = parts.demo?.adjustable({
    settled: idle,
    arrived: () => takeDue(services, tenants, worker.delivery),
  });
  const server = createHttpServer({
    services,
    tenant: settings.homeTenant,
    vendorKeys: settings.vendorKeys,
    auditorKeys: settings.auditorKeys,
    frontEnds: settings.frontEnds,
    anonymous: settings.anonymous,
    seconds: parts.seconds ?? (() => Date.parse(now()) / 1000),
    refusedToken: (authorization) => refusedToken(authorization, rules),
    ...(clock ? { clock } : {}),
    // People who wait for an answer go before effects.
    handleActivity: (body, authorization) => {
      const begun = now();
      return worker
        .turn(() => handle(body, authorization))
        .finally(() => {
          const seconds = secondsBetween(begun, now());
          metrics.turned(seconds);
          if (seconds > slowTurn) log.warn({ seconds }, 'turn was slow');
        });
    },
    notes: async () =>
      (await store.people.channel(settings.homeTenant))?.installed ? [] : ['no-it-channel'],
    readiness: async () => [
      ...(await readiness(store, log)),
      ...(teams.trouble() ? ['teams'] : []),
    ],
    ...(links ? { links } : {}),
    version: parts.version,
    environment: settings.anonymous ? 'development' : 'production',
    log,
  });
  return {
    services,
    messenger: teams.messenger,
    ...(clock ? { clock } : {}),
    idle,
    start: async () => {
      await store.prepare();
      await worker.start(services, tenants);
      quarters.start();
      rounds.start();
      await listen(server, settings);
      void teams.warm();
      return server.address().port;
    },
    stop: async () => {
      await close(server, parts.timers);
      await teams.idle();
      await quarters.stop();
      await rounds.stop();
      await worker.stop();
      await lists.close();
    },
  };
}

const entraOf = ({ appTenantId, credential }: Settings): TeamsIdentity['entra'] => ({
  tenantId: appTenantId,
  credential,
});

const originOf = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${String(port)}`;

const mostTaken = 1000;

/** What became due in a jump of the clock is taken at once: nobody looks through the partitions as fast. */
async function takeDue(
  services: Services,
  tenants: readonly TenantKey[],
  delivery: Delivery,
): Promise<void> {
  const { outbox } = services.store;
  for (const tenant of tenants) {
    const shards = Array.from({ length: shardCount }, (_, shard) => shard);
    const due = await Promise.all(
      shards.map((shard) => outbox.due({ tenant, shard }, services.now(), { limit: mostTaken })),
    );
    delivery.soon(due.flat());
  }
}

/** Names what does not answer. */
async function readiness({ ping, queue }: Store, log: Log): Promise<readonly string[]> {
  const parts = { store: ping, queue: queue.count };
  const down = await Promise.all(
    Object.entries(parts).map(async ([part, ask]) => {
      try {
        await ask();
        return [];
      } catch (error) {
        log.warn({ err: error, part }, 'part does not answer');
        return [part];
      }
    }),
  );
  return down.flat();
}

const longestCloseSeconds = 5;

/** Takes nothing new and lets what came in end, a few seconds at most. */
async function close(server: ReturnType<typeof createHttpServer>, timers: Timers): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = timers.after(longestCloseSeconds, resolve);
    server.close(() => {
      timer.cancel();
      resolve();
    });
    // Idle keep-alive connections would hold the door open.
    server.server.closeIdleConnections();
  });
}

function listen(
  server: ReturnType<typeof createHttpServer>,
  { port, host }: Settings,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      const line =
        error.code === 'EADDRINUSE'
          ? `Port ${String(port)} is taken by another program: set PORT to a free one.`
          : `The bot cannot listen on ${host}:${String(port)} (${error.code ?? error.message}): look at HOST and PORT.`;
      reject(new StartError([line], { cause: error }));
    };
    server.server.once('error', failed);
    server.listen(port, host, () => {
      server.server.off('error', failed);
      resolve();
    });
  });
}
