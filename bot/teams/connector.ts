import type { BotFrameworkAuthentication, ConnectorClient } from 'botframework-connector';
import {
  AuthenticationConstants,
  ClaimsIdentity,
  ServiceClientCredentialsFactory,
  TeamsConnectorClient,
} from 'botframework-connector';
import type { Tokens } from './identity/tokens.ts';

/** Gives the client for a service address; one is kept per address. */
export type Connect = (serviceUrl: string) => Promise<ConnectorClient>;

const mostClients = 32;

/** Signs the SDK's requests with the token that all sends share. */
export class SharedToken extends ServiceClientCredentialsFactory {
  readonly #tokens: Tokens;
  readonly #appId: string;
  constructor(tokens: Tokens, appId: string) {
    super();
    this.#tokens = tokens;
    this.#appId = appId;
  }

  override isValidAppId(appId: string): Promise<boolean> {
    return Promise.resolve(appId === this.#appId);
  }

  override isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(false);
  }

  override createCredentials(): ReturnType<ServiceClientCredentialsFactory['createCredentials']> {
    return Promise.resolve({
      signRequest: async (request) => {
        request.headers.set('authorization', `Bearer ${await this.#tokens.get()}`);
        return request;
      },
    });
  }
}

/** The bot's own identity for the SDK. */
const botIdentity = (appId: string): ClaimsIdentity =>
  new ClaimsIdentity([
    { type: AuthenticationConstants.AudienceClaim, value: appId },
    { type: AuthenticationConstants.AppIdClaim, value: appId },
  ]);

/** Opens clients of the Bot Connector with the bot's own identity and without the SDK's retries. */
export function connectorClients(
  authentication: BotFrameworkAuthentication,
  appId: string,
): Connect {
  const factory = authentication.createConnectorFactory(botIdentity(appId));
  const clients = new Map<string, Promise<ConnectorClient>>();
  return (serviceUrl) => {
    const known = clients.get(serviceUrl);
    if (known) return known;
    const [oldest] = clients.keys();
    if (clients.size >= mostClients && oldest !== undefined) clients.delete(oldest);
    const made = factory
      .create(serviceUrl, AuthenticationConstants.ToChannelFromBotOAuthScope)
      .then(withoutHiddenRetry);
    clients.set(serviceUrl, made);
    made.catch(() => clients.delete(serviceUrl));
    return made;
  };
}

/** What only Teams has, such as the channels of a team, reached as the client given. */
export const teamsOf = (client: ConnectorClient, baseUri: string): TeamsConnectorClient['teams'] =>
  withoutHiddenRetry(new TeamsConnectorClient(client.credentials, { baseUri })).teams;

interface WithPipeline {
  readonly client: {
    readonly pipeline: { removePolicy(by: { name: string }): readonly unknown[] };
  };
}

/**
 * botbuilder 4.23.3 repeats a POST up to four times after 429, 5xx and a reset, which can post a card
 * twice, and no option switches that off. The policy sits on a private member: a test fails when it moves.
 */
function withoutHiddenRetry<C extends object>(client: C): C {
  const { pipeline } = (client as unknown as WithPipeline).client;
  const removed = pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  if (removed.length === 0)
    throw new Error('The retry policy of the Bot Connector client was not found.');
  return client;
}
