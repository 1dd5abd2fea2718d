import type { Instant } from '../../bot/duty/ids.ts';
import { pino } from 'pino';
import type { App } from '../../bot/app-parts.ts';
import { createApp } from '../../bot/app.ts';
import type { Allowance } from '../../bot/casework/rights/throttle.ts';
import type { Limits } from '../../bot/delivery/pace/pacing.ts';
import { adjustableClock } from '../../bot/features/demo-clock/clock.ts';
import type { FetchToken } from '../../bot/ports/tokens.ts';
import { readSettings } from '../../bot/settings.ts';
import type { Settings } from '../../bot/settings.ts';
import { entraFetcher } from '../../bot/store/azure/entra.ts';
import { azureStore } from '../../bot/store/index.ts';
import type { AttachmentBlobs, Store } from '../../bot/ports/store.ts';
import { atTheEnd } from './at-the-end.ts';
import { sendActivity, teamsClient } from './teams/activities.ts';
import { atOnce, testedSdk } from './teams/sdk.ts';
import { azuriteConnectionString, runsFileByFile } from './store/azurite.ts';
import { appId, auditor, callApi, vendor } from './vendor/api.ts';
import type { Connector } from './teams/connector.ts';
import { startConnector } from './teams/connector.ts';
import { fixedNow, tenant } from './duties/duties.ts';
import type { Keys } from './teams/keys.ts';
import { startKeys } from './teams/keys.ts';
import type { Entra } from './teams/entra.ts';
import type { Clock } from './clock.ts';
import { manualClock } from './clock.ts';
import { sharedLists } from './lists.ts';
import { annaInTeams, bramInTeams, carlaInTeams } from './teams/cast.ts';
import { memoryStore } from './store/memory-store.ts';

export { appId, auditor, callApi, vendor } from './vendor/api.ts';

export type AppOptions = {
  /** `memory` unless said; `azurite` gives tables of its own. */
  readonly store?: 'memory' | 'azurite' | Store;
  /** No authentication, as in development. */
  readonly anonymous?: boolean;
  /** The clock of the bot can be made to jump, as in development. */
  readonly jumps?: boolean;
  readonly language?: 'nl' | 'en';
  /** Object ids of who may make a channel the IT channel. */
  readonly administrators?: readonly string[];
  readonly now?: Instant;
  /** None unless said: on a clock that stands still nothing would come that has to wait. */
  readonly limits?: Limits;
  /** What one person may have written; as in production unless said. */
  readonly writesAllowed?: readonly Allowance[];
  /** Where files may be fetched and stored beside Teams' own storage. */
  readonly fileOrigins?: readonly string[];
  /** Where files lie that people keep; none are kept unless said. */
  readonly attachments?: AttachmentBlobs;
  /** Keys of the channel that a test changes; those of all journeys unless said. */
  readonly keys?: Keys;
  /** Where the bot gets its tokens; without it each send is signed at once. */
  readonly entra?: Entra;
  /** What Entra gives or raises where that itself is tested. */
  readonly fetchToken?: FetchToken;
  /** Where the sample vendor is told what became of its duties; nowhere unless said. */
  readonly webhook?: { readonly url: string; readonly secrets: readonly string[] };
  /** What answers as the time stamp authority; none is asked unless said. */
  readonly authority?: typeof fetch;
};

/** As fast as it goes. */
export const noLimits: Limits = { tenant: { perSecond: Infinity, atOnce: 1 }, conversation: [] };

let shared: Promise<Keys> | undefined;
/** One key server for all journeys: making a key takes longer than most of them. */
export function journeyKeys(): Promise<Keys> {
  shared ??= startKeys();
  return shared;
}
if (!runsFileByFile) {
  atTheEnd('stop the shared key server', async () => {
    const running = shared;
    shared = undefined;
    await (await running)?.close();
  });
}

/** The whole bot on a free port, with a fake Teams around it; everything else is the real thing. */
export async function startApp(options: AppOptions = {}) {
  const connector = await startConnector({
    people: [annaInTeams, bramInTeams, carlaInTeams],
    strict: options.anonymous !== true,
  });
  const keys = options.keys ?? (await journeyKeys());
  const clock = manualClock(options.now ?? fixedNow);
  const store = await storeFor(options.store ?? 'memory');
  const lines: Readonly<Record<string, unknown>>[] = [];
  const parts = { options, connector, keys, clock, store, lines, newId: counter() };
  let running = await startParts(parts);
  const teams = teamsClient({ serviceUrl: connector.url, appId, tenantId: tenant });

  const idle = () => running.app.idle();
  /** Posts as Teams does, with a token that is valid now unless one is given. */
  const post = async (activity: object, token?: string) => {
    const wishes = { appId, serviceUrl: connector.url };
    const own = options.anonymous ? undefined : (token ?? (await keys.token(wishes)));
    return sendActivity({ url: running.url, activity, token: own });
  };

  return {
    connector,
    keys,
    clock,
    store,
    teams,
    post,
    idle,
    url: () => running.url,
    services: () => running.app.services,
    /** What the bot wrote to its log; the level is pino's number. */
    lines: lines as readonly Readonly<Record<string, unknown>>[],
    /** Calls the API: reads as the auditor and changes as the vendor, unless other headers are given. */
    api: (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
      callApi(running.url, method, path, body, headers),
    /** Lets time pass for the clock and for everything that waits for it. */
    pass: async (seconds: number) => {
      await clock.pass(seconds, idle);
      await idle();
    },
    /** Ends the bot and starts it again on the same store and the same Teams. */
    restart: async () => {
      await running.app.stop();
      clock.clear();
      running = await startParts(parts);
    },
    stop: async () => {
      connector.recover();
      await running.app.stop();
      await connector.close();
    },
  };
}
export type TestApp = Awaited<ReturnType<typeof startApp>>;

type Parts = {
  readonly options: AppOptions;
  readonly connector: Connector;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly store: Store;
  readonly lines: Readonly<Record<string, unknown>>[];
  readonly newId: () => string;
};

async function startParts({ options, connector, keys, clock, store, lines, newId }: Parts) {
  const write = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>);
  const world = { now: clock.now, timers: clock.timers };
  const jumping = options.jumps ? adjustableClock(world) : undefined;
  const app: App = createApp({
    settings: settingsFor(options),
    store,
    log: pino({ level: 'debug', base: null }, { write }),
    now: (jumping?.clock ?? world).now,
    newId,
    lists: sharedLists,
    attachments: options.attachments,
    timers: (jumping?.clock ?? world).timers,
    ...(jumping ? { demo: { world, adjustable: jumping.adjustable } } : {}),
    version: '0.0.0',
    // What is remembered for some seconds gets older by the clock of the test as well.
    seconds: () => (performance.now() + Date.parse(world.now())) / 1000,
    callVendor: fetch,
    ...(options.authority ? { callAuthority: options.authority } : {}),
    limits: options.limits ?? noLimits,
    ...(options.writesAllowed ? { writesAllowed: options.writesAllowed } : {}),
    serviceHosts: [new URL(connector.url).origin],
    fileOrigins: options.fileOrigins ?? [],
    identity: options.anonymous ? { sdk: testedSdk } : identityWith(keys, options),
  });
  const port = await app.start();
  await app.idle();
  return { app, url: `http://127.0.0.1:${String(port)}` };
}

export function settingsFor({
  anonymous,
  language,
  webhook,
  authority,
  administrators = [],
}: AppOptions): Settings {
  const read = readSettings({
    PORT: '0',
    HOST: '127.0.0.1',
    ...(anonymous
      ? { ALLOW_ANONYMOUS: 'true' }
      : { MicrosoftAppId: appId, MicrosoftAppPassword: 'secret' }),
    MicrosoftAppTenantId: tenant,
    AZURE_STORAGE_CONNECTION_STRING: 'UseDevelopmentStorage=true',
    VENDOR_API_KEYS: `${vendor.name}:${vendor.secret}`,
    AUDITOR_API_KEYS: `${auditor.name}:${auditor.secret}`,
    ADMINISTRATORS: administrators.join(','),
    DEFAULT_LOCALE: language,
    ...(authority ? { TSA_URL: 'https://tsa.example/' } : {}),
  });
  if (!read.ok) throw new Error(read.problems.join('\n'));
  const webhooks = webhook ? [{ vendor: vendor.name, ...webhook }] : [];
  return { ...read.settings, webhooks };
}

/** Keys of our own instead of Microsoft's, and a token for what the bot sends. */
function identityWith(keys: Keys, { entra, fetchToken }: AppOptions) {
  const held = { metadataUrl: keys.url, sdk: testedSdk };
  if (fetchToken) return { ...held, fetcher: () => fetchToken };
  if (entra) {
    const credential = { type: 'secret', secret: 'geheim' } as const;
    const { policies } = entra;
    return {
      ...held,
      fetcher: entraFetcher({ appId, tenantId: tenant, credential, policies }),
    };
  }
  return { ...held, fetcher: atOnce };
}

async function storeFor(wanted: NonNullable<AppOptions['store']>): Promise<Store> {
  if (typeof wanted === 'object') return wanted;
  if (wanted === 'memory') return memoryStore();
  return azureStore({ connectionString: await azuriteConnectionString() }, nextPrefix());
}

let prefixes = 0;
/** A prefix that no other test of this process uses. */
export function nextPrefix(): string {
  prefixes += 1;
  return `Journey${String(process.pid)}x${String(prefixes)}`;
}

/** Ids in the order in which they are asked for. */
export function counter(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `id-${String(last)}`;
  };
}
