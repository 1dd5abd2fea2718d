import { IANAZone } from 'luxon';
import { z } from 'zod';
import type { Language } from '../cards/language.ts';
import { parseTenantKey, type TenantKey } from './lifecycle/duty.ts';
import type { StorageLocation } from './store/index.ts';

/** A sender that may use the HTTP API: the name stands on the cards, the secret opens the door. */
export interface VendorKey {
  readonly name: string;
  readonly secret: string;
}

export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Development only: nobody proves who they are. */
  readonly anonymous: boolean;
  readonly appType: 'SingleTenant' | 'UserAssignedMSI';
  readonly appId: string;
  readonly appPassword: string;
  readonly appTenantId: string;
  readonly storage: StorageLocation;
  readonly tablePrefix: string;
  /** Tenants whose people may use the bot; `any` in development. */
  readonly tenants: readonly TenantKey[] | 'any';
  /** The tenant to which the vendor's duties go. */
  readonly homeTenant: TenantKey;
  readonly vendorKeys: readonly VendorKey[];
  readonly language: Language;
  readonly zone: string;
  readonly logLevel: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;
export type SettingsReading =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly string[] };

const loopback = /^(127(\.\d{1,3}){3}|localhost|::1)$/;
const developmentTenant = 'development';

const single = z.object({
  PORT: z
    .string()
    .default('3978')
    .refine(
      (port) => /^\d{1,5}$/.test(port) && Number(port) <= 65_535,
      'must be a port number, 0 to 65535',
    ),
  TABLE_PREFIX: z
    .string()
    .default('Duty')
    .refine(
      (prefix) => /^[A-Za-z][A-Za-z0-9]{0,39}$/.test(prefix),
      'must be 1 to 40 letters and digits, a letter first',
    ),
  DEFAULT_LOCALE: z.enum(['nl', 'en'], 'must be nl or en').default('nl'),
  TIME_ZONE: z
    .string()
    .default('Europe/Amsterdam')
    .refine((zone) => IANAZone.isValidZone(zone), 'must be a time zone such as Europe/Amsterdam'),
  LOG_LEVEL: z
    .enum(
      ['debug', 'info', 'warn', 'error', 'silent'],
      'must be debug, info, warn, error or silent',
    )
    .default('info'),
  ALLOW_ANONYMOUS: z.enum(['true', 'false'], 'must be true or false').default('false'),
});

/** Reads the environment; either every setting is right, or every wrong one is named in a line of its own. */
export function readSettings(environment: Environment): SettingsReading {
  // An empty variable is one that is not set: `.env` files are full of them.
  const given: Environment = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const problems: string[] = [];
  const read = single.safeParse(given);
  if (!read.success) {
    problems.push(
      ...read.error.issues.map(({ path, message }) => `${String(path[0])} ${message}.`),
    );
  }
  const anonymous = given['ALLOW_ANONYMOUS'] === 'true';
  const identity = readIdentity(given, anonymous, problems);
  const tenants = readTenants(given, anonymous, problems);
  const vendorKeys = readKeys(given['VENDOR_API_KEYS'] ?? '', problems);
  const storage = readStorage(given, problems);
  const host = given['HOST'] ?? (anonymous ? '127.0.0.1' : '0.0.0.0');
  if (anonymous && !loopback.test(host)) {
    problems.push(
      'HOST must be a loopback address such as 127.0.0.1 while ALLOW_ANONYMOUS is true.',
    );
  }
  if (!read.success || !storage || !identity || !tenants || problems.length > 0) {
    return { ok: false, problems };
  }
  const { PORT, TABLE_PREFIX, DEFAULT_LOCALE, TIME_ZONE, LOG_LEVEL } = read.data;
  const settings: Settings = {
    port: Number(PORT),
    host,
    anonymous,
    ...identity,
    ...tenants,
    storage,
    vendorKeys,
    tablePrefix: TABLE_PREFIX,
    language: DEFAULT_LOCALE,
    zone: TIME_ZONE,
    logLevel: LOG_LEVEL,
  };
  return { ok: true, settings };
}

type Identity = Pick<Settings, 'appType' | 'appId' | 'appPassword' | 'appTenantId'>;

function readIdentity(
  given: Environment,
  anonymous: boolean,
  problems: string[],
): Identity | undefined {
  const appId = given['MicrosoftAppId'] ?? '';
  const appPassword = given['MicrosoftAppPassword'] ?? '';
  const appTenantId = given['MicrosoftAppTenantId'] ?? '';
  const appType = given['MicrosoftAppType'] ?? 'SingleTenant';
  // botbuilder takes a misspelt type for MultiTenant without a word.
  const known = (['SingleTenant', 'UserAssignedMSI'] as const).find((type) => type === appType);
  const before = problems.length;
  if (!known) problems.push('MicrosoftAppType must be SingleTenant or UserAssignedMSI.');
  if (anonymous) {
    return known && { appType: known, appId: '', appPassword: '', appTenantId };
  }
  if (appId === '') {
    problems.push(
      'MicrosoftAppId is missing: copy the application (client) id of the Azure Bot resource, or set ALLOW_ANONYMOUS=true for development on this machine.',
    );
  }
  if (appTenantId === '') {
    problems.push(
      'MicrosoftAppTenantId is missing: copy the directory (tenant) id of the app registration.',
    );
  }
  if (known === 'SingleTenant' && appPassword === '') {
    problems.push(
      'MicrosoftAppPassword is missing: make a client secret, or use MicrosoftAppType=UserAssignedMSI.',
    );
  }
  if (known === 'UserAssignedMSI' && appPassword !== '') {
    problems.push('MicrosoftAppPassword must be empty with MicrosoftAppType=UserAssignedMSI.');
  }
  return known && problems.length === before
    ? { appType: known, appId, appPassword, appTenantId }
    : undefined;
}

function readTenants(
  given: Environment,
  anonymous: boolean,
  problems: string[],
): Pick<Settings, 'tenants' | 'homeTenant'> | undefined {
  const own = parseTenantKey(given['MicrosoftAppTenantId'] ?? (anonymous ? developmentTenant : ''));
  if (!own && given['MicrosoftAppTenantId'] !== undefined) {
    problems.push('MicrosoftAppTenantId must be a tenant id: letters, digits, dots and dashes.');
  }
  const named = (given['TENANT_ALLOWLIST'] ?? '')
    .split(',')
    .flatMap((id) => (id.trim() === '' ? [] : [id.trim()]));
  const bad = named.filter((id) => !parseTenantKey(id));
  if (bad.length > 0) {
    problems.push('TENANT_ALLOWLIST must be tenant ids with commas between them.');
    return undefined;
  }
  const allowed = named.flatMap((id) => parseTenantKey(id) ?? []);
  if (anonymous && allowed.length === 0) return own && { tenants: 'any', homeTenant: own };
  const [first] = allowed;
  const home = own && (allowed.length === 0 || allowed.includes(own)) ? own : first;
  return home && { tenants: allowed.length > 0 ? allowed : [home], homeTenant: home };
}

function readKeys(written: string, problems: string[]): readonly VendorKey[] {
  const keys = written.split(',').flatMap((entry, place): readonly VendorKey[] => {
    if (entry.trim() === '') return [];
    const at = entry.indexOf(':');
    const name = entry.slice(0, Math.max(0, at)).trim();
    const secret = entry.slice(at + 1).trim();
    // Neither a name nor a secret is repeated here: settings errors end up in logs.
    if (at < 1 || name === '') {
      problems.push('VENDOR_API_KEYS must be name:secret pairs with commas between them.');
    } else if (!/^[\x21-\x7E]{32,512}$/.test(secret)) {
      problems.push(
        `VENDOR_API_KEYS: secret ${String(place + 1)} must have 32 to 512 letters, digits and signs, no spaces.`,
      );
    }
    return [{ name, secret }];
  });
  if (new Set(keys.map(({ secret }) => secret)).size !== keys.length) {
    problems.push('VENDOR_API_KEYS must have a different secret for each name.');
  }
  return keys;
}

/** What a connection string must hold: one of these sets. */
const connectionParts = [
  ['UseDevelopmentStorage'],
  ['DefaultEndpointsProtocol', 'AccountName', 'AccountKey'],
  ['TableEndpoint', 'SharedAccessSignature'],
] as const;

function readStorage(given: Environment, problems: string[]): StorageLocation | undefined {
  const connectionString = given['AZURE_STORAGE_CONNECTION_STRING'];
  const account = given['AZURE_STORAGE_ACCOUNT'];
  if (connectionString !== undefined && account !== undefined) {
    problems.push('Set either AZURE_STORAGE_CONNECTION_STRING or AZURE_STORAGE_ACCOUNT, not both.');
    return undefined;
  }
  if (connectionString !== undefined) {
    const usable = connectionParts.some((parts) =>
      parts.every((part) => connectionString.includes(`${part}=`)),
    );
    if (!usable) {
      problems.push(
        'AZURE_STORAGE_CONNECTION_STRING is not a connection string of a storage account.',
      );
    }
    return usable ? { connectionString } : undefined;
  }
  if (account !== undefined) {
    const usable = /^[a-z0-9]{3,24}$/.test(account);
    if (!usable) problems.push('AZURE_STORAGE_ACCOUNT must be the name of a storage account.');
    const appId =
      given['MicrosoftAppType'] === 'UserAssignedMSI' ? given['MicrosoftAppId'] : undefined;
    return usable ? { account, ...(appId === undefined ? {} : { clientId: appId }) } : undefined;
  }
  problems.push(
    'AZURE_STORAGE_CONNECTION_STRING or AZURE_STORAGE_ACCOUNT is missing: UseDevelopmentStorage=true means a local Azurite.',
  );
  return undefined;
}
