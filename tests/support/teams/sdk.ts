import type { FetchToken } from '../../../bot/ports/tokens.ts';
import { botbuilderSdk } from '../../../bot/teams/botbuilder.ts';
import type { ConnectorSdk } from '../../../bot/teams/connector.ts';

/** With what the bots of the tests ask the Bot Connector: `TEAMS_SDK=agents` takes the second implementation. */
export const testedSdk: ConnectorSdk =
  process.env['TEAMS_SDK'] === 'agents'
    ? (await import('../../second-sdk/agents.ts')).agentsSdk
    : botbuilderSdk;

/** Entra that gives a token at once, and one that does not end. */
export const atOnce = (): FetchToken => () =>
  Promise.resolve({ token: 'from-the-bot', expiresOnTimestamp: Number.MAX_SAFE_INTEGER });
