import type { ClientSecretCredentialOptions, TokenCredential } from '@azure/identity';
import type { FetchToken } from '../../ports/tokens.ts';

/** With what the bot proves to Entra who it is. */
export type BotCredential =
  | { readonly type: 'secret'; readonly secret: string }
  /** A PEM file with the certificate and its private key. */
  | { readonly type: 'certificate'; readonly file: string }
  | { readonly type: 'managed-identity' }
  /** A managed identity vouches for the app registration (workload identity federation). */
  | { readonly type: 'federated'; readonly clientId: string };

export interface EntraParts {
  readonly appId: string;
  readonly tenantId: string;
  readonly credential: BotCredential;
  /** Lead the requests elsewhere where there is no Entra: tests only. */
  readonly policies?: ClientSecretCredentialOptions['additionalPolicies'];
}

/** The audience of the Bot Connector ("Authentication with the Bot Connector API"). */
const connectorScope = 'https://api.botframework.com/.default';
/** The audience of a federated assertion ("Workload identity federation", Microsoft Entra). */
const exchangeScope = 'api://AzureADTokenExchange/.default';

/**
 * Makes what asks Entra for the bot's token, without state of its own and without hidden repetition. Its package is
 * loaded with the first token: a bot that runs without Entra never does.
 */
export function entraFetcher(parts: EntraParts): () => FetchToken {
  return () => {
    let credential: Promise<TokenCredential> | undefined;
    return async (abortSignal) => {
      credential ??= credentialOf(parts);
      return tokenOf(await credential, connectorScope, abortSignal);
    };
  };
}

async function credentialOf(parts: EntraParts): Promise<TokenCredential> {
  const { appId, tenantId, credential, policies } = parts;
  const {
    ClientAssertionCredential,
    ClientCertificateCredential,
    ClientSecretCredential,
    ManagedIdentityCredential,
  } = await import('@azure/identity');
  const options = {
    retryOptions: { maxRetries: 0 },
    ...(policies ? { additionalPolicies: policies } : {}),
  };
  switch (credential.type) {
    case 'secret':
      return new ClientSecretCredential(tenantId, appId, credential.secret, options);
    case 'certificate':
      return new ClientCertificateCredential(tenantId, appId, credential.file, options);
    case 'managed-identity':
      return new ManagedIdentityCredential({ clientId: appId, ...options });
    case 'federated': {
      const { clientId } = credential;
      const vouching = new ManagedIdentityCredential({ clientId, ...options });
      const assertion = async () => (await tokenOf(vouching, exchangeScope)).token;
      return new ClientAssertionCredential(tenantId, appId, assertion, options);
    }
  }
}

async function tokenOf(
  credential: TokenCredential,
  scope: string,
  abortSignal?: AbortSignal,
): Promise<{ readonly token: string; readonly expiresOnTimestamp: number }> {
  const got = await credential.getToken(scope, abortSignal ? { abortSignal } : {});
  if (!got) throw new Error('The answer of Entra holds no token.');
  return got;
}
