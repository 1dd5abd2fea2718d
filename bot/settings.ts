import { IANAZone } from 'luxon';
import { z } from 'zod';
import type { Language } from '../cards/language.ts';
import type { PersonId } from './duty/ids.ts';
import { readAdministrators } from './settings/administrators.ts';
import type { Environment } from './settings/environment.ts';
import { readFrontEnds } from './settings/front-ends.ts';
import type { Identity, Tenants } from './settings/identity.ts';
import { readIdentity, readTenants } from './settings/identity.ts';
import type { Keeping } from './settings/keeping.ts';
import { readKeeping } from './settings/keeping.ts';
import type { ApiKey } from './settings/keys.ts';
import { checkApart, readKeys } from './settings/keys.ts';
import { readSharePointHosts } from './settings/sharepoint.ts';
import { readStorage } from './settings/storage.ts';
import type { VendorWebhook } from './settings/vendors.ts';
import { readWebhooks } from './settings/vendors.ts';
import type { StorageLocation } from './store/index.ts';
import { isPublicWebAddress, webAddress } from './web-address.ts';

/** Everything that can be set, checked. */
export interface Settings extends Identity, Tenants, Keeping {
  readonly port: number;
  readonly host: string;
  /** Development only: nobody proves who they are. */
  readonly anonymous: boolean;
  readonly storage: StorageLocation;
  readonly tablePrefix: string;
  readonly vendorKeys: readonly ApiKey[];
  /** Who reads all duties and evidence, and changes nothing. */
  readonly auditorKeys: readonly ApiKey[];
  /** Whether vendors get the names of people, or only in which role they acted. */
  readonly vendorSeesNames: boolean;
  /** Who may make a channel the IT channel; where nobody is named, the first claim is taken. */
  readonly administrators: ReadonlySet<PersonId>;
  /** Addresses of machines in front of the bot whose word about the caller's address is believed. */
  readonly frontEnds: readonly string[];
  /** Where the organisation's files stand; where no host is named, every organisation's counts. */
  readonly sharePointHosts: ReadonlySet<string>;
  readonly webhooks: readonly VendorWebhook[];
  readonly language: Language;
  readonly zone: string;
  readonly logLevel: string;
  /** Where an OpenTelemetry collector takes figures; absent where none does. */
  readonly metricsTo?: string;
  /** Signs the checkpoints of the evidence: the 32 bytes of an Ed25519 seed as base64. */
  readonly evidenceKey?: string;
  /** Where a time stamp authority is asked about each checkpoint (RFC 3161). */
  readonly tsaUrl?: string;
}

export type { Environment } from './settings/environment.ts';
export type { ApiKey } from './settings/keys.ts';
export type { VendorWebhook } from './settings/vendors.ts';
export type SettingsReading =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly string[] };

const loopback = /^(127(\.\d{1,3}){3}|localhost|::1)$/;

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
  // OpenTelemetry's own name.
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .string()
    .refine(
      (url) => /^https?:\/\//.test(url) && webAddress(url) !== undefined,
      'must be the address of a collector',
    )
    .optional(),
  EVIDENCE_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes as base64')
    .optional(),
  TSA_URL: z
    .string()
    .refine(isPublicWebAddress, 'must be an https address with a public name and no user name')
    .optional(),
  VENDOR_SEES_NAMES: z.enum(['true', 'false'], 'must be true or false').default('true'),
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
  const vendorKeys = readKeys('VENDOR_API_KEYS', given['VENDOR_API_KEYS'] ?? '', problems);
  const auditorKeys = readKeys('AUDITOR_API_KEYS', given['AUDITOR_API_KEYS'] ?? '', problems);
  checkApart(vendorKeys, auditorKeys, problems);
  const administrators = readAdministrators(given['ADMINISTRATORS'] ?? '', problems);
  const frontEnds = readFrontEnds(given['FRONT_ENDS'] ?? '', problems);
  const sharePointHosts = readSharePointHosts(given['SHAREPOINT_HOSTS'] ?? '', problems);
  const webhooks = readWebhooks(given, { keys: vendorKeys, anonymous }, problems);
  const storage = readStorage(given, anonymous, problems);
  const keeping = readKeeping(given, problems);
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
  const { OTEL_EXPORTER_OTLP_ENDPOINT: metricsTo, EVIDENCE_KEY: evidenceKey } = read.data;
  const { VENDOR_SEES_NAMES, TSA_URL: tsaUrl } = read.data;
  const settings: Settings = {
    port: Number(PORT),
    host,
    anonymous,
    ...identity,
    ...tenants,
    storage,
    vendorKeys,
    auditorKeys,
    vendorSeesNames: VENDOR_SEES_NAMES === 'true',
    administrators,
    frontEnds,
    sharePointHosts,
    webhooks,
    tablePrefix: TABLE_PREFIX,
    language: DEFAULT_LOCALE,
    zone: TIME_ZONE,
    logLevel: LOG_LEVEL,
    ...(metricsTo === undefined ? {} : { metricsTo }),
    ...keeping,
    ...(evidenceKey === undefined ? {} : { evidenceKey }),
    ...(tsaUrl === undefined ? {} : { tsaUrl }),
  };
  return { ok: true, settings };
}
