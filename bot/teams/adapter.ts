import type { Instant } from '../duty/ids.ts';
import type { Log } from '../observability/log.ts';
import type { Directory } from '../ports/messenger.ts';
import type { Files } from '../ports/files.ts';
import type { FetchToken } from '../ports/tokens.ts';
import { parseActivity } from './activity/schema.ts';
import { wellFormed } from './foreign.ts';
import type { TenantOf } from './activity/place.ts';
import { backgroundWork } from './background.ts';
import { connectorCalls } from './calls.ts';
import type { ConnectorSdk } from './connector.ts';
import type { FileParts } from './files/files.ts';
import { createFiles } from './files/files.ts';
import type { GuardRules } from './guard.ts';
import { guardActivity, mayAnswerAt } from './guard.ts';
import { channelTokens } from './identity/channel-keys.ts';
import type { TokenParts, Tokens } from './identity/tokens.ts';
import { createTokens } from './identity/tokens.ts';
import type { Reply } from './invoke.ts';
import { membersOf } from './members.ts';
import type { TeamsMessenger } from './messages/messenger.ts';
import { createMessenger } from './messages/messenger.ts';
import { createReplies } from './messages/replies.ts';
import type { Responder } from './responder.ts';
import { createTurns } from './turns.ts';

/** How the bot proves who it is, and where the keys of the channel are found. */
export interface TeamsIdentity {
  /** What makes the requests to the Bot Connector. */
  readonly sdk: ConnectorSdk;
  /** Where the Bot Connector publishes its keys; Microsoft's own where absent. */
  readonly metadataUrl?: string | undefined;
  /** Empty: no authentication. */
  readonly appId: string;
  /** Makes what asks Entra for the bot's token; absent where nobody is asked. */
  readonly fetcher?: (() => FetchToken) | undefined;
}

export interface TeamsParts {
  readonly identity: TeamsIdentity;
  readonly rules: GuardRules;
  readonly tenantOf: TenantOf;
  readonly files: Omit<FileParts, 'bearer'>;
  readonly log: Log;
  readonly now: () => Instant;
  /** Counts how each request for a token ended. */
  readonly tokenCounted?: TokenParts['counted'];
  readonly tokenRecovered?: TokenParts['recovered'];
}

/** Takes what was posted to `/api/messages`; never throws for what a caller sent. */
export type HandleActivity = (body: unknown, authorization: string | undefined) => Promise<Reply>;

export interface Teams {
  readonly messenger: TeamsMessenger;
  readonly directory: Directory;
  readonly files: Files;
  readonly handle: (responder: Responder) => HandleActivity;
  /** Asks for the first token, so that what is wrong with it shows before anything is to be sent. */
  readonly warm: () => Promise<void>;
  /** Whether the bot can sign what it sends. */
  readonly trouble: Tokens['trouble'];
  /** Returns when what goes on after an answer is done. */
  readonly idle: () => Promise<void>;
}

/** Where the Bot Connector publishes its keys ("Authentication with the Bot Connector API"). */
const channelMetadata = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

/** Teams as the bot knows it: what comes in, guarded and authenticated, and what goes out. */
export function createTeams(parts: TeamsParts): Teams {
  const { identity, rules, tenantOf, files, log, now } = parts;
  const { timers } = files;
  // Without a token it is the Agents Playground that is served.
  const dialogs = !rules.anonymous;
  const tokens = tokensFor(parts);
  const calls = connectorCalls({
    connect: identity.sdk({ appId: identity.appId, token: tokens?.get }),
    now,
    isAllowed: (serviceUrl) => mayAnswerAt(serviceUrl, rules),
    refused: () => tokens?.drop(),
  });
  const messenger = createMessenger(calls, { bot: { id: `28:${identity.appId}` }, dialogs });
  const directory = membersOf(calls, now);
  const background = backgroundWork();
  const { say } = createReplies({ messenger, timers, background, log });
  const turn = createTurns({
    dialogs,
    messenger,
    directory,
    timers,
    background,
    say,
    tenantOf,
    log,
  });
  const verify = channelTokens({
    metadataUrl: identity.metadataUrl ?? channelMetadata,
    issuer: rules.issuer,
    appId: rules.appId,
    now,
    log,
  });

  const refused = (status: number, reason: string): Reply => {
    log.warn({ reason, status }, 'activity refused');
    return { status };
  };

  return {
    messenger,
    directory,
    files: createFiles(calls, messenger, {
      ...files,
      bearer: () => tokens?.get() ?? Promise.resolve(undefined),
    }),
    idle: background.idle,
    trouble: () => tokens?.trouble(),
    warm: async () => {
      // What went wrong is told by the tokens themselves.
      await tokens?.get().catch(() => undefined);
    },
    handle: (responder) => async (body, authorization) => {
      const verdict = guardActivity({ body, authorization }, rules);
      if (!verdict.ok) return refused(verdict.status, verdict.reason);
      const activity = parseActivity(wellFormed(body));
      if (!activity) return refused(400, 'malformed-content');
      if (!rules.anonymous) {
        const token = (authorization ?? '').replace(/^Bearer /, '');
        const genuine = await verify(token, activity.serviceUrl);
        if (genuine === 'forged') return refused(401, 'forged-token');
        // Teams tries again after a 503.
        if (genuine === 'unknown') return refused(503, 'no-keys');
      }
      try {
        return await turn(activity, responder);
      } catch (error) {
        log.error({ err: error }, 'turn broke off');
        return { status: 500 };
      }
    },
  };
}

function tokensFor(parts: TeamsParts): Tokens | undefined {
  const { identity, now, files, log, tokenCounted, tokenRecovered } = parts;
  const { fetcher } = identity;
  if (!fetcher) return undefined;
  return createTokens({
    fetcher,
    now,
    timers: files.timers,
    log,
    counted: tokenCounted,
    recovered: tokenRecovered,
  });
}
