import type { ConversationParameters } from 'botbuilder';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { ConnectorClient as SdkClient } from 'botframework-connector';
import {
  AuthenticationConstants,
  ClaimsIdentity,
  ServiceClientCredentialsFactory,
  TeamsConnectorClient,
} from 'botframework-connector';
import type { ConnectorClient, ConnectorSdk, Signing, Wanted } from './connector.ts';
import { patienceMs } from './connector.ts';

const mostClients = 32;
const patience = { timeout: patienceMs };

/** Signs the SDK's requests with the token that all sends share. */
class SharedToken extends ServiceClientCredentialsFactory {
  readonly #signing: Signing;
  constructor(signing: Signing) {
    super();
    this.#signing = signing;
  }

  override isValidAppId(appId: string): Promise<boolean> {
    return Promise.resolve(appId === this.#signing.appId);
  }

  override isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(false);
  }

  override createCredentials(): ReturnType<ServiceClientCredentialsFactory['createCredentials']> {
    const { token } = this.#signing;
    return Promise.resolve({
      signRequest: async (request) => {
        if (token) request.headers.set('authorization', `Bearer ${await token()}`);
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

/** The Bot Framework SDK, without its retries; one client is kept per address. */
export const botbuilderSdk: ConnectorSdk = (signing) => {
  const authentication = new ConfigurationBotFrameworkAuthentication({}, new SharedToken(signing));
  const factory = authentication.createConnectorFactory(botIdentity(signing.appId));
  const clients = new Map<string, Promise<ConnectorClient>>();
  return (serviceUrl) => {
    const known = clients.get(serviceUrl);
    if (known) return known;
    const [oldest] = clients.keys();
    if (clients.size >= mostClients && oldest !== undefined) clients.delete(oldest);
    const made = factory
      .create(serviceUrl, AuthenticationConstants.ToChannelFromBotOAuthScope)
      .then((client) => clientOf(client, serviceUrl));
    clients.set(serviceUrl, made);
    made.catch(() => clients.delete(serviceUrl));
    return made;
  };
};

function clientOf(client: SdkClient, serviceUrl: string): ConnectorClient {
  const { conversations } = withoutHiddenRetry(client);
  const { teams } = withoutHiddenRetry(
    new TeamsConnectorClient(client.credentials, { baseUri: serviceUrl }),
  );
  return {
    post: (conversationId, activity) =>
      conversations.sendToConversation(conversationId, activity, patience),
    edit: ({ conversationId, activityId }, activity) =>
      conversations.updateActivity(conversationId, activityId, activity, patience),
    remove: ({ conversationId, activityId }) =>
      conversations.deleteActivity(conversationId, activityId, patience),
    open: (wanted) => conversations.createConversation(parametersOf(wanted), patience),
    member: (conversationId, person) =>
      conversations.getConversationMember(conversationId, person, patience),
    members: (conversationId) => conversations.getConversationPagedMembers(conversationId),
    channels: (teamId) => teams.fetchChannelList(teamId, patience),
  };
}

/** The SDK's type asks for members and names that the service does not want. */
const parametersOf = (wanted: Wanted): ConversationParameters => wanted as ConversationParameters;

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
