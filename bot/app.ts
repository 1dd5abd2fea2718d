import { respond } from './chat/respond.ts';
import { failedResponse } from './chat/failed.ts';
import { createWorker } from './delivery/worker.ts';
import type { Timers } from './delivery/worker.ts';
import { StartError } from './errors.ts';
import { createHttpServer } from './http/server.ts';
import type { Instant } from './lifecycle/duty.ts';
import { parseTenantKey } from './lifecycle/duty.ts';
import type { Log } from './log.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store/ports.ts';
import { createTeams } from './teams/adapter.ts';
import type { TeamsIdentity } from './teams/adapter.ts';
import type { TenantOf } from './teams/turn.ts';
import type { Messenger, World } from './usecases/world.ts';

/** Everything that comes from outside the program; tests give their own. */
export interface AppParts {
  readonly settings: Settings;
  readonly store: Store;
  readonly log: Log;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly timers: Timers;
  readonly version: string;
  /** Where the keys of the channel are, and who signs for the bot; by default Microsoft's own. */
  readonly identity?: Pick<TeamsIdentity, 'configuration' | 'credentials'>;
  /** Service addresses beside those of Teams; tests only. */
  readonly serviceHosts?: readonly string[];
  readonly issuer?: string;
}

export interface App {
  readonly world: World;
  readonly messenger: Messenger;
  /** Makes the tables, picks up what was left behind and listens; returns the port. */
  readonly start: () => Promise<number>;
  /** Lets what is under way end. */
  readonly stop: () => Promise<void>;
  /** Returns when every effect that was asked for is carried out. */
  readonly idle: () => Promise<void>;
}

/** The issuer of tokens that the Bot Connector service sends (Bot Framework authentication). */
const channelIssuer = 'https://api.botframework.com';

/** Wires the parts together; nothing else knows all of them. */
export function createApp(parts: AppParts): App {
  const { settings, store, log, now, newId } = parts;
  const tenantOf: TenantOf = (tenantId) =>
    settings.tenants === 'any'
      ? settings.homeTenant
      : (parseTenantKey(tenantId) ?? settings.homeTenant);
  const teams = createTeams({
    identity: {
      configuration: { ...identityOf(settings), ...parts.identity?.configuration },
      appId: settings.appId,
      ...(parts.identity?.credentials ? { credentials: parts.identity.credentials } : {}),
    },
    rules: {
      anonymous: settings.anonymous,
      issuer: parts.issuer ?? channelIssuer,
      appId: settings.appId,
      allowedTenants: settings.tenants === 'any' ? 'any' : new Set<string>(settings.tenants),
      serviceHosts: parts.serviceHosts ?? [],
    },
    tenantOf,
    log,
  });
  const worker = createWorker({ messenger: teams.messenger, log, timers: parts.timers });
  const world: World = {
    store,
    delivery: worker.delivery,
    directory: teams.directory,
    now,
    newId,
    language: settings.language,
    zone: settings.zone,
  };
  const server = createHttpServer({
    world,
    tenant: settings.homeTenant,
    vendorKeys: settings.vendorKeys,
    handleActivity: teams.handle({
      respond: (incoming) => respond(world, incoming),
      failed: (incoming) => failedResponse(world, incoming),
    }),
    readiness: () => readiness(store, log),
    version: parts.version,
    log,
  });
  return {
    world,
    messenger: teams.messenger,
    idle: worker.idle,
    start: async () => {
      await store.prepare();
      await worker.start(
        world,
        settings.tenants === 'any' ? [settings.homeTenant] : settings.tenants,
      );
      await listen(server, settings);
      return server.address().port;
    },
    stop: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        // Idle keep-alive connections would hold the door open.
        server.server.closeIdleConnections();
      });
      await worker.stop();
    },
  };
}

function identityOf(settings: Settings): Readonly<Record<string, string>> {
  // Without an app id the SDK authenticates nobody; settings and guard see to it that this is on loopback.
  if (settings.anonymous) return {};
  return {
    MicrosoftAppType: settings.appType,
    MicrosoftAppId: settings.appId,
    MicrosoftAppPassword: settings.appPassword,
    MicrosoftAppTenantId: settings.appTenantId,
  };
}

async function readiness(store: Store, log: Log): Promise<readonly string[]> {
  try {
    await store.ping();
    return [];
  } catch (error) {
    log.warn({ err: error }, 'store does not answer');
    return ['store'];
  }
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
