import type { Files } from '../ports/files.ts';
import type { Directory, Messenger } from '../ports/messenger.ts';
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type {
  AuthenticateRequestResult,
  ServiceClientCredentialsFactory,
} from 'botframework-connector';
import { cardFaults } from '../../cards/limits.ts';
import type { Log } from '../observability/log.ts';
import type { Incoming, Response } from '../ports/incoming.ts';
import { connectorClients } from './connector.ts';
import type { FileParts } from './files.ts';
import { createFiles } from './files.ts';
import type { GuardRules } from './guard.ts';
import { guardActivity } from './guard.ts';
import { laterWork } from './later.ts';
import { membersOfTeam } from './members.ts';
import { createMessenger } from './messenger.ts';
import { inTime } from './patience.ts';
import type { TenantOf } from './turn.ts';
import { readTurn } from './turn.ts';

/** How the bot proves who it is, and where the keys of the channel are found. */
export interface TeamsIdentity {
  /** The Bot Framework's own settings: `MicrosoftAppId` and so on. Empty id: no authentication. */
  readonly configuration: Readonly<Record<string, string>>;
  readonly appId: string;
  /** Stands in for Entra where there is none: tests only. */
  readonly credentials?: ServiceClientCredentialsFactory;
}

export interface TeamsParts {
  readonly identity: TeamsIdentity;
  readonly rules: GuardRules;
  readonly tenantOf: TenantOf;
  readonly files: FileParts;
  readonly log: Log;
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}
/** Takes what was posted to `/api/messages`; never throws for what a caller sent. */
export type HandleActivity = (body: unknown, authorization: string | undefined) => Promise<Reply>;
type Click = Extract<Incoming, { type: 'click' }>;

/** Answers an incoming event; `failed` gives the answer for when that went wrong. */
export interface Responder {
  readonly respond: (incoming: Incoming) => Promise<Response>;
  readonly failed: (incoming: Incoming) => Promise<Response>;
  /** What a click gets that is still being processed when Teams will not wait any longer. */
  readonly slow: (click: Click) => Response;
  /** What became of such a click, as it is told afterwards. */
  readonly afterSlow: (click: Click, response: Response) => Response;
}

export interface Teams {
  readonly messenger: Messenger;
  readonly directory: Directory;
  readonly files: Files;
  readonly handle: (responder: Responder) => HandleActivity;
  /** Returns when what goes on after an answer is done. */
  readonly idle: () => Promise<void>;
}

/** The SDK's adapter without its HTTP part, which echoes error texts to the caller and prints them. */
class TeamsAdapter extends CloudAdapter {
  run(
    authenticated: AuthenticateRequestResult,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authenticated, activity, logic);
  }
}

/** Teams as the bot knows it: what comes in, guarded and authenticated, and what goes out. */
export function createTeams({ identity, rules, tenantOf, files, log }: TeamsParts): Teams {
  const authentication = new ConfigurationBotFrameworkAuthentication(
    identity.configuration,
    identity.credentials,
  );
  const adapter = new TeamsAdapter(authentication);
  const connect = connectorClients(authentication, identity.appId);
  const messenger = createMessenger(connect, { id: `28:${identity.appId}` });
  const seen = recentIds();
  const later = laterWork();

  const checkedResponse = (
    incoming: Incoming,
    { failed }: Responder,
    response: Promise<Response>,
  ): Promise<Response> =>
    response.then(checked).catch((error: unknown) => {
      log.error({ err: error, incoming: incoming.type }, 'turn failed');
      return failed(incoming);
    });

  const say = async ({ conversation, serviceUrl }: Activity, response: Response): Promise<void> => {
    for (const message of response.messages) {
      const sending = await messenger.say({ conversationId: conversation.id, serviceUrl }, message);
      if (sending.type === 'sent') await message.sent?.(sending.message);
      else log.warn({ outcome: sending.type }, 'reply not sent');
    }
  };

  const editInPlace = async (activity: Activity, { inPlace }: Response): Promise<void> => {
    const { conversation, serviceUrl, replyToId } = activity;
    if (!inPlace || !replyToId) return;
    const at = { conversationId: conversation.id, serviceUrl, activityId: replyToId };
    await messenger.edit(at, { card: inPlace, summary: inPlace.fallbackText });
  };

  /** The answer to a click that was told to wait comes by an edit of its card, or as a message. */
  const followSlow = async (
    activity: Activity,
    click: Click,
    work: Promise<Response>,
    { afterSlow }: Responder,
  ): Promise<void> => {
    try {
      const response = afterSlow(click, await work);
      await say(activity, response);
      response.afterwards?.();
      await editInPlace(activity, response);
      const more = await response.later?.();
      if (more) await say(activity, more);
    } catch (error) {
      log.error({ err: error, incoming: click.type }, 'what comes after an answer failed');
    }
  };

  const turn = async (
    activity: Activity,
    context: TurnContext,
    responder: Responder,
  ): Promise<void> => {
    const incoming = readTurn(activity, tenantOf);
    // Teams delivers a message again when the answer was slow; a click carries its own protection.
    if (incoming.type === 'message' && seen(activity)) return;
    const work = checkedResponse(incoming, responder, responder.respond(incoming));
    if (activity.type === 'invoke' && incoming.type === 'click') {
      const ended = await inTime(files.timers, work);
      if (ended === 'late') {
        later.start(() => followSlow(activity, incoming, work, responder));
        await context.sendActivity(invokeResponse(incoming, responder.slow(incoming)));
        return;
      }
    }
    const response = await work;
    await say(activity, response);
    response.afterwards?.();
    const goOn = response.later;
    if (goOn) {
      later.start(() =>
        checkedResponse(incoming, responder, goOn())
          .then((more) => say(activity, more))
          .catch((error: unknown) => {
            log.error({ err: error, incoming: incoming.type }, 'what comes after an answer failed');
          }),
      );
    }
    if (activity.type === 'invoke') {
      await context.sendActivity(invokeResponse(incoming, response));
    } else await editInPlace(activity, response);
  };

  return {
    messenger,
    directory: membersOfTeam(connect),
    files: createFiles(connect, messenger, files),
    idle: later.idle,
    handle: (responder) => async (body, authorization) => {
      const verdict = guardActivity({ body, authorization }, rules);
      if (!verdict.ok) {
        log.warn({ reason: verdict.reason, status: verdict.status }, 'activity refused');
        return { status: verdict.status };
      }
      // The guard has checked the members that we and the SDK rely on.
      const activity = body as Activity;
      const authenticated = await authentication
        .authenticateRequest(activity, authorization ?? '')
        .catch((error: unknown) => {
          log.warn({ err: error }, 'token refused');
          return undefined;
        });
      if (!authenticated) return { status: 401 };
      try {
        const logic = (context: TurnContext): Promise<void> => turn(activity, context, responder);
        const answer = await adapter.run(authenticated, activity, logic);
        return answer ? { status: answer.status, body: answer.body } : { status: 200 };
      } catch (error) {
        log.error({ err: error }, 'turn broke off');
        return { status: 500 };
      }
    },
  };
}

function invokeResponse(incoming: Incoming, response: Response): Partial<Activity> {
  // Teams wants a body for a card's button only.
  const body = incoming.type === 'file-consent' ? {} : { body: invokeBody(response) };
  return { type: 'invokeResponse', value: { status: 200, ...body } };
}

/** The body of the answer to a click ("Universal Action Model"): a card, or a line of text. */
function invokeBody({ inPlace, toast }: Response): unknown {
  if (inPlace === undefined) {
    return {
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: toast ?? '✓',
    };
  }
  return {
    statusCode: 200,
    type: 'application/vnd.microsoft.card.adaptive',
    value: inPlace,
  };
}

/** A card that may not leave is a fault of ours: the person is told so instead of getting nothing. */
function checked(response: Response): Response {
  const faults = response.inPlace ? cardFaults(response.inPlace) : [];
  if (faults.length > 0) throw new Error(`A card may not leave: ${faults.join('; ')}.`);
  return response;
}

const remembered = 2000;

/** Tells whether an activity came before, among the last ones. */
function recentIds(): (activity: Activity) => boolean {
  const ids = new Set<string>();
  return ({ id, conversation }) => {
    if (!id) return false;
    const key = `${conversation.id} ${id}`;
    if (ids.has(key)) return true;
    ids.add(key);
    const [oldest] = ids;
    if (ids.size > remembered && oldest !== undefined) ids.delete(oldest);
    return false;
  };
}
