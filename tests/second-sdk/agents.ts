import { Activity } from '@microsoft/agents-activity';
import { ConnectorClient as AgentsClient, HttpError } from '@microsoft/agents-hosting';
import type { ConnectorClient, ConnectorSdk, Outgoing } from '../../bot/teams/connector.ts';
import { patienceMs } from '../../bot/teams/connector.ts';
import { textIn, memberOf } from '../../bot/teams/foreign.ts';

/** The same port as `bot/teams/botbuilder.ts` on the Connector client of Microsoft's Agents SDK: nothing else changes on the day botbuilder dies. */
export const agentsSdk: ConnectorSdk =
  ({ token }) =>
  (serviceUrl) =>
    Promise.resolve(clientAt(serviceUrl, token));

function clientAt(serviceUrl: string, token: (() => Promise<string>) | undefined): ConnectorClient {
  /** One request: the SDK's client holds one token for good, so each gets a client of its own. */
  const ask = async <T>(request: (client: AgentsClient) => Promise<T>): Promise<T> => {
    const client = AgentsClient.createClientWithToken(serviceUrl, '');
    const { httpClient } = client;
    if (token) httpClient.setHeader('authorization', `Bearer ${await token()}`);
    const unlimited = httpClient.request.bind(httpClient);
    httpClient.request = (config) => unlimited({ timeout: patienceMs, ...config });
    return request(client).catch((error: unknown) => {
      throw asPortSays(error);
    });
  };
  const read = (path: string): Promise<unknown> =>
    ask(async ({ httpClient }) => (await httpClient.get(path)).data);
  return {
    post: (conversationId, activity) =>
      ask((client) => client.sendToConversation(inPath(conversationId), activityOf(activity))),
    edit: ({ conversationId, activityId }, activity) =>
      ask((client) =>
        client.updateActivity(inPath(conversationId), inPath(activityId), activityOf(activity)),
      ),
    remove: ({ conversationId, activityId }) =>
      ask((client) => client.deleteActivity(inPath(conversationId), inPath(activityId))),
    open: ({ activity, members, bot, ...wanted }) =>
      ask((client) => {
        // The SDK calls it `agent` and does not translate that; the service knows `bot` only.
        const parameters = {
          ...wanted,
          bot,
          ...(members ? { members: [...members] } : {}),
          ...(activity ? { activity: activityOf(activity) } : {}),
        };
        return client.createConversation(
          parameters as Parameters<AgentsClient['createConversation']>[0],
        );
      }),
    member: (conversationId, person) =>
      ask((client) => client.getConversationMember(inPath(person), inPath(conversationId))),
    members: (conversationId) => read(`v3/conversations/${inPath(conversationId)}/pagedmembers`),
    channels: (teamId) => read(`v3/teams/${inPath(teamId)}/conversations`),
  };
}

/** The SDK puts ids into its paths as they are. */
const inPath = (id: string): string => encodeURIComponent(id);

const activityOf = (outgoing: Outgoing): Activity => Activity.fromObject(outgoing);

/** What it throws, in the shape that the port asks for. */
function asPortSays(error: unknown): unknown {
  if (error instanceof HttpError) {
    const said = memberOf(error.response.data, 'error') ?? error.response.data;
    return Object.assign(new Error(textIn(said, 'message') ?? error.message, { cause: error }), {
      statusCode: error.status,
      code: textIn(said, 'code'),
      details: said,
      response: { headers: error.response.headers },
    });
  }
  if (!(error instanceof Error)) return error;
  // `fetch` keeps what went wrong on the way under its own error.
  const code = textIn(error.cause, 'code');
  if (code !== undefined) return Object.assign(new Error(code, { cause: error }), { code });
  return error.name === 'TimeoutError'
    ? Object.assign(new Error(error.message, { cause: error }), { name: 'AbortError' })
    : error;
}
