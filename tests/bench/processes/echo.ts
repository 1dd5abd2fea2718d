import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import restify from 'restify';
import type { AuthSettings } from '../../support/teams/keys.ts';
import { configurationOf, credentials } from './identity.ts';

/** The bot of botbuilder's own echo sample, on a free port: what a bot costs that does nothing. */
export async function startEcho(auth: AuthSettings): Promise<number> {
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(configurationOf(auth), credentials),
  );
  const server = restify.createServer({ name: 'echo' });
  server.use(restify.plugins.bodyParser());
  server.post('/api/messages', async ({ method = '', headers, body }, response) => {
    await adapter.process({ method, headers, body }, response, async (context) => {
      await context.sendActivity(`Echo: ${context.activity.text}`);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}
