import type { App, AppParts } from './app-parts.ts';
import { takeDue } from './delivery/take-due.ts';
import { close, listen } from './http/listening.ts';
import { readiness } from './observability/readiness.ts';
import { parseTenantKey } from './duty/ids.ts';
import { createResponder } from './chat/responder.ts';
import { createItTeam } from './casework/it-team/members.ts';
import { writeBudget } from './casework/rights/budget.ts';
import { repeating } from './delivery/interval.ts';
import { createInTurn } from './delivery/in-turn.ts';
import { effects } from './features/effects.ts';
import { clockTicks, everyTick } from './delivery/clock-rounds.ts';
import { createVendors } from './delivery/webhook.ts';
import { createWorker } from './delivery/worker.ts';
import { createListReader } from './files/list-reader.ts';
import { publicFetch } from './http/public-fetch.ts';
import { createHttpServer } from './http/server.ts';
import { secondsBetween } from './duty/time/instant.ts';
import type { Metrics } from './observability/metrics.ts';
import { counted, createMetrics } from './observability/metrics.ts';
import type { Settings } from './settings.ts';
import { createTeams } from './teams/adapter.ts';
import { botbuilderSdk } from './teams/botbuilder.ts';
import type { GuardRules } from './teams/guard.ts';
import { refusedToken } from './teams/guard.ts';
import type { TenantOf } from './teams/activity/place.ts';
import { createDossiers } from './features/evidence/dossier/make.ts';
import { createTimeStamps } from './http/time-stamps.ts';
import { logNameOf } from './features/evidence/log/checkpoint.ts';
import { showReview } from './features/review/review.ts';
import { noteOutage } from './features/channel/outage.ts';
import { fileLinks } from './features/files/links.ts';
import { quarterTick } from './features/overview/nil-returns.ts';
import { readGauges } from './observability/gauges.ts';
import type { Services } from './ports/services.ts';
import type { FetchToken } from './ports/tokens.ts';
import { entraFetcher } from './store/azure/entra.ts';

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
  const seconds = parts.seconds ?? (() => Date.parse(now()) / 1000);
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
      sdk: parts.identity?.sdk ?? botbuilderSdk,
      metadataUrl: parts.identity?.metadataUrl,
      appId: settings.appId,
      fetcher: settings.anonymous ? undefined : (parts.identity?.fetcher ?? fetcherOf(settings)),
    },
    rules,
    tenantOf,
    files: {
      rules: {
        anonymous: settings.anonymous,
        hosts: settings.sharePointHosts,
        origins: parts.fileOrigins ?? [],
      },
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
  const dossiers = createDossiers(
    {
      environment: settings.anonymous ? 'development' : 'production',
      software: `shared-duty ${parts.version}`,
      logName: (tenant) => logNameOf(tenant, settings),
    },
    parts.timers,
  );
  const services: Services = {
    store,
    delivery: worker.delivery,
    directory: teams.directory,
    itTeam: createItTeam(teams.directory, () => Date.parse(now())),
    writing: writeBudget(seconds, parts.writesAllowed),
    administrators: settings.administrators,
    files: teams.files,
    attachments: parts.attachments,
    checkpoints: parts.checkpoints,
    dossiers,
    cardByRow: showReview,
    lists,
    inTurn: createInTurn(),
    moved: new Set(),
    // A vendor holds the time of a signature against its own clock.
    vendors: createVendors({
      targets: settings.webhooks,
      now: parts.demo?.world.now ?? now,
      timers: parts.demo?.world.timers ?? parts.timers,
      request: parts.callVendor ?? (settings.anonymous ? fetch : publicFetch),
    }),
    timeStamps:
      settings.tsaUrl === undefined
        ? undefined
        : createTimeStamps({
            url: settings.tsaUrl,
            request: parts.callAuthority ?? publicFetch,
          }),
    vendorSeesNames: settings.vendorSeesNames,
    now,
    newId,
    retention: settings.retention,
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
  const backups = parts.backups && { blobs: parts.backups, counted: metrics.backedUp };
  const round = clockTicks(log, (tenant) => logNameOf(tenant, settings), backups);
  const rounds = repeating({ timers: parts.timers, log }, everyTick, () =>
    round(services, tenants),
  );
  const handle = teams.handle(createResponder(services, log));
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
    seconds,
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
      await dossiers.close();
    },
  };
}

const fetcherOf = ({ appId, appTenantId: tenantId, credential }: Settings): (() => FetchToken) =>
  entraFetcher({ appId, tenantId, credential });

const originOf = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
