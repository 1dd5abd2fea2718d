import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import type { Environment } from '../../../bot/settings.ts';
import type { Person } from '../../support/teams/activities.ts';
import type { AuthSettings } from '../../support/teams/keys.ts';

export const appId = '11111111-2222-4333-8444-555555555555';
export const tenantId = 'aaaaaaaa-0000-4000-8000-00000000000a';
export const vendorSecret = 'a-secret-of-the-bench-with-32-characters';

/** The identity of both bots that are compared. */
export const identity: Environment = {
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppId: appId,
  MicrosoftAppPassword: 'not-asked-for',
  MicrosoftAppTenantId: tenantId,
};

/** Where botbuilder's own bot finds the keys of the channel. */
export function configurationOf(auth: AuthSettings): Readonly<Record<string, string>> {
  return { ...auth, MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId };
}

/** Stands in for Entra before botbuilder's own bot: the far side takes any token, and fetching one is not what is measured. */
export const credentials: ServiceClientCredentialsFactory = {
  isValidAppId: (id) => Promise.resolve(id === appId),
  isAuthenticationDisabled: () => Promise.resolve(false),
  createCredentials: () =>
    Promise.resolve({
      signRequest: (request) => {
        request.headers.set('authorization', 'Bearer bench');
        return Promise.resolve(request);
      },
    }),
};

/** The people who are asked. */
export const people: readonly Person[] = Array.from({ length: 20 }, (_, at) => ({
  id: `29:1person${String(at)}`,
  aadObjectId: `00000000-0000-4000-8000-${String(at + 1).padStart(12, '0')}`,
  name: `Persoon ${String(at + 1)}`,
}));
