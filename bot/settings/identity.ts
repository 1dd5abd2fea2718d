import { parseTenantKey } from '../duty/ids.ts';
import type { BotCredential } from '../store/azure/entra.ts';
import type { TenantKey } from '../duty/ids.ts';
import type { Environment } from './environment.ts';

const developmentTenant = 'development';

// Entra's names for "any tenant", also by id ("Microsoft identity platform and OpenID Connect": 9188040d is that of
// personal accounts, f8cdef31 that of Microsoft's own services): as an allowed tenant they would let everybody in, or nobody. A domain is no id.
const nobodysTenant =
  /^(?:common|organizations|consumers|any|all|9188040d-6c67-4c5b-b112-36a304b66dad|f8cdef31-a31e-4b4a-93e4-5f571e91255a|[0-]{36})$|\./i;

/** Who the bot is for the Bot Framework. */
export interface Identity {
  readonly appType: 'SingleTenant' | 'UserAssignedMSI';
  readonly appId: string;
  readonly appTenantId: string;
  readonly credential: BotCredential;
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whose people may use it. */
export interface Tenants {
  /** Tenants whose people may use the bot; `any` in development. */
  readonly tenants: readonly TenantKey[] | 'any';
  /** The tenant to which the vendor's duties go. */
  readonly homeTenant: TenantKey;
}

/** Reads who the bot is; puts what is wrong with the problems. */
export function readIdentity(
  given: Environment,
  anonymous: boolean,
  problems: string[],
): Identity | undefined {
  const appId = given['MicrosoftAppId'] ?? '';
  const appTenantId = given['MicrosoftAppTenantId'] ?? '';
  const appType = given['MicrosoftAppType'] ?? 'SingleTenant';
  const known = (['SingleTenant', 'UserAssignedMSI'] as const).find((type) => type === appType);
  const before = problems.length;
  if (!known) problems.push('MicrosoftAppType must be SingleTenant or UserAssignedMSI.');
  if (anonymous) {
    const credential = { type: 'secret', secret: '' } as const;
    return known && { appType: known, appId: '', appTenantId, credential };
  }
  if (appId === '') {
    problems.push(
      'MicrosoftAppId is missing: copy the application (client) id of the Azure Bot resource, or set ALLOW_ANONYMOUS=true for development on this machine.',
    );
  } else if (!guid.test(appId) || nobodysTenant.test(appId)) {
    problems.push(
      'MicrosoftAppId must be the application (client) id of the Azure Bot resource, such as 00000000-aaaa-4bbb-8ccc-000000000009.',
    );
  }
  if (appTenantId === '') {
    problems.push(
      'MicrosoftAppTenantId is missing: copy the directory (tenant) id of the app registration.',
    );
  }
  const credential = known && readCredential(given, known, problems);
  return known && credential && problems.length === before
    ? { appType: known, appId, appTenantId, credential }
    : undefined;
}

function readCredential(
  given: Environment,
  appType: Identity['appType'],
  problems: string[],
): BotCredential | undefined {
  const secret = given['MicrosoftAppPassword'];
  const file = given['MicrosoftAppCertificateFile'];
  const clientId = given['MicrosoftAppFederatedClientId'];
  const named = Object.entries({
    MicrosoftAppPassword: secret,
    MicrosoftAppCertificateFile: file,
    MicrosoftAppFederatedClientId: clientId,
  }).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (appType === 'UserAssignedMSI') {
    for (const name of named)
      problems.push(`${name} must be empty with MicrosoftAppType=UserAssignedMSI.`);
    return { type: 'managed-identity' };
  }
  if (named.length > 1) {
    problems.push(`${named[0] ?? ''} and ${named.slice(1).join(' and ')}: set one of them only.`);
    return undefined;
  }
  if (clientId !== undefined && !guid.test(clientId)) {
    problems.push('MicrosoftAppFederatedClientId must be the client id of a managed identity.');
    return undefined;
  }
  if (secret !== undefined) return { type: 'secret', secret };
  if (file !== undefined) return { type: 'certificate', file };
  if (clientId !== undefined) return { type: 'federated', clientId };
  problems.push(
    'MicrosoftAppPassword is missing: make a client secret, or set MicrosoftAppCertificateFile or MicrosoftAppFederatedClientId, or use MicrosoftAppType=UserAssignedMSI.',
  );
  return undefined;
}

/** Reads the tenants; puts what is wrong with the problems. */
export function readTenants(
  given: Environment,
  anonymous: boolean,
  problems: string[],
): Tenants | undefined {
  const own = parseTenantKey(given['MicrosoftAppTenantId'] ?? (anonymous ? developmentTenant : ''));
  if (!own && given['MicrosoftAppTenantId'] !== undefined) {
    problems.push('MicrosoftAppTenantId must be a tenant id: letters, digits, dots and dashes.');
  } else if (nobodysTenant.test(given['MicrosoftAppTenantId'] ?? '')) {
    problems.push('MicrosoftAppTenantId must be the id of one tenant.');
  }
  const named = (given['TENANT_ALLOWLIST'] ?? '')
    .split(',')
    .flatMap((id) => (id.trim() === '' ? [] : [id.trim()]));
  // In development people come from wherever the Playground says.
  const bad = named.filter(
    (id) => !parseTenantKey(id) || nobodysTenant.test(id) || !(anonymous || guid.test(id)),
  );
  if (bad.length > 0) {
    problems.push(
      'TENANT_ALLOWLIST must be ids of single tenants with commas between them, not common or organizations.',
    );
    return undefined;
  }
  const allowed = named.flatMap((id) => parseTenantKey(id) ?? []);
  if (anonymous && allowed.length === 0) return own && { tenants: 'any', homeTenant: own };
  const [first] = allowed;
  const home = own && (allowed.length === 0 || allowed.includes(own)) ? own : first;
  return home && { tenants: allowed.length > 0 ? allowed : [home], homeTenant: home };
}
