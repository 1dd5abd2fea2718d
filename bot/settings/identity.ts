import { parseTenantKey } from '../duty/ids.ts';
import type { TenantKey } from '../duty/ids.ts';
import type { Environment } from './environment.ts';

const developmentTenant = 'development';

// Entra's names for "any tenant": as an allowed tenant they would let everybody in, or nobody.
const nobodysTenant = /^(?:common|organizations|consumers|any|all|botframework\.com)$/i;

/** Who the bot is for the Bot Framework. */
export interface Identity {
  readonly appType: 'SingleTenant' | 'UserAssignedMSI';
  readonly appId: string;
  readonly appPassword: string;
  readonly appTenantId: string;
}

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

/** Reads the tenants; puts what is wrong with the problems. */
export function readTenants(
  given: Environment,
  anonymous: boolean,
  problems: string[],
): Tenants | undefined {
  const own = parseTenantKey(given['MicrosoftAppTenantId'] ?? (anonymous ? developmentTenant : ''));
  if (!own && given['MicrosoftAppTenantId'] !== undefined) {
    problems.push('MicrosoftAppTenantId must be a tenant id: letters, digits, dots and dashes.');
  }
  if (nobodysTenant.test(given['MicrosoftAppTenantId'] ?? ''))
    problems.push('MicrosoftAppTenantId must be the id of one tenant.');
  const named = (given['TENANT_ALLOWLIST'] ?? '')
    .split(',')
    .flatMap((id) => (id.trim() === '' ? [] : [id.trim()]));
  const bad = named.filter((id) => !parseTenantKey(id) || nobodysTenant.test(id));
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
