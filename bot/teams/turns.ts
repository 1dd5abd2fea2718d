import { cardFaults } from '../../cards/limits.ts';
import type { Log } from '../observability/log.ts';
import type { Incoming, Response } from '../ports/incoming.ts';
import type { Directory } from '../ports/messenger.ts';
import type { TeamsActivity } from './activity/schema.ts';
import type { TenantOf } from './activity/place.ts';
import { readTurn } from './activity/turn.ts';
import type { Background } from './background.ts';
import type { Timers } from '../ports/clock.ts';
import { clickSeconds, inTime, messageSeconds, typingSeconds } from './deadline.ts';
import type { Reply } from './invoke.ts';
import { invokeReply, unknownInvoke } from './invoke.ts';
import type { At, TeamsMessenger } from './messages/messenger.ts';
import { withName } from './names.ts';
import { createReadBacks } from './messages/read-backs.ts';

type Click = Extract<Incoming, { type: 'click' }>;

/** Answers an incoming event; `failed` gives the answer for when that went wrong. */
export interface Responder {
  readonly respond: (incoming: Incoming) => Promise<Response>;
  readonly failed: (incoming: Incoming) => Promise<Response>;
  /** What a click gets that is still being processed when Teams will not wait any longer. */
  readonly slow: (click: Click) => Response;
  /** What became of such a click, as it is told afterwards. */
  readonly afterSlow: (click: Click, response: Response) => Response;
  /** The line for what was answered without any words: nothing was recorded. */
  readonly nothing: (incoming: Incoming) => string;
}

export interface TurnParts {
  readonly messenger: TeamsMessenger;
  readonly directory: Directory;
  readonly timers: Timers;
  readonly background: Background;
  readonly say: (at: At, messages: Response['messages']) => Promise<void>;
  readonly tenantOf: TenantOf;
  readonly log: Log;
}

/** One authenticated activity, answered within what Teams waits; what takes longer goes on behind it. */
export type Turn = (activity: TeamsActivity, responder: Responder) => Promise<Reply>;

export function createTurns(parts: TurnParts): Turn {
  const { messenger, directory, timers, background, say, tenantOf, log } = parts;
  const seen = recentIds();
  const readBacks = createReadBacks(messenger);

  const checkedResponse = (
    incoming: Incoming,
    { failed }: Responder,
    response: Promise<Response>,
  ): Promise<Response> =>
    response.then(checked).catch((error: unknown) => {
      log.error({ err: error, incoming: incoming.type }, 'turn failed');
      return failed(incoming);
    });
  const logged =
    (incoming: Incoming) =>
    (error: unknown): void => {
      log.error({ err: error, incoming: incoming.type }, 'what comes after an answer failed');
    };

  /** The card that was pressed is replaced in a personal chat only: elsewhere it belongs to all who see it. */
  const showInPlace = async (
    activity: TeamsActivity,
    incoming: Incoming,
    { inPlace }: Response,
  ) => {
    if (!inPlace || !('at' in incoming)) return;
    const at = atOf(activity);
    const message = { card: inPlace, summary: inPlace.fallbackText };
    const { replyToId } = activity;
    if (incoming.at.type !== 'personal' || replyToId === undefined) return say(at, [message]);
    const sending = await messenger.edit({ ...at, activityId: replyToId }, message);
    if (sending.type !== 'sent') await say(at, [message]);
  };

  return async (activity, responder) => {
    const incoming = await withName(directory, timers, readTurn(activity, tenantOf));
    const isInvoke = activity.type === 'invoke';
    if (isInvoke && incoming.type === 'nothing') return unknownInvoke(activity);
    // Teams delivers a message again when the answer was slow; a click carries its own protection.
    if (incoming.type === 'message' && seen(activity, incoming)) return { status: 200 };
    let answered: Response | undefined;
    let tooLate = false;
    const work = checkedResponse(incoming, responder, responder.respond(incoming));
    const told = work.then(async (response) => {
      answered = response;
      const late = isInvoke && tooLate && incoming.type === 'click';
      const final = late ? responder.afterSlow(incoming, response) : response;
      const left = await readBacks.replace(activity, incoming, final.messages);
      await say(atOf(activity), readBacks.noted(activity, incoming, left));
      final.afterwards?.();
      if (!isInvoke || late) await showInPlace(activity, incoming, final);
      const goOn = response.later;
      if (goOn) {
        background.start(() =>
          checkedResponse(incoming, responder, goOn())
            .then((more) => say(atOf(activity), more.messages))
            .catch(logged(incoming)),
        );
      }
    });
    const typing = isInvoke ? undefined : showTyping(parts, activity, incoming);
    const ended = await inTime(timers, isInvoke ? clickSeconds : messageSeconds, told).finally(() =>
      typing?.cancel(),
    );
    if (ended === 'late') {
      tooLate = answered === undefined;
      background.start(() => told.catch(logged(incoming)));
    }
    if (!isInvoke) return { status: 200 };
    const nothing = responder.nothing(incoming);
    if (answered) return invokeReply(incoming, answered, nothing);
    return incoming.type === 'click'
      ? invokeReply(incoming, responder.slow(incoming), nothing)
      : { status: 200 };
  };
}

const atOf = ({ conversation, serviceUrl }: TeamsActivity): At => ({
  conversationId: conversation.id,
  serviceUrl,
});

function showTyping(
  { timers, background, messenger, log }: TurnParts,
  activity: TeamsActivity,
  incoming: Incoming,
): { readonly cancel: () => void } | undefined {
  if (incoming.type !== 'message') return undefined;
  return timers.after(typingSeconds, () => {
    background.start(() =>
      messenger.typing(atOf(activity)).catch((error: unknown) => {
        log.warn({ err: error }, 'typing not shown');
      }),
    );
  });
}

/** A card that may not leave is a fault of ours: the person is told so instead of getting nothing. */
function checked(response: Response): Response {
  const faults = response.inPlace ? cardFaults(response.inPlace) : [];
  if (faults.length > 0) throw new Error(`A card may not leave: ${faults.join('; ')}.`);
  return response;
}

const remembered = 2000;
type Written = Extract<Incoming, { type: 'message' }>;

/** Tells whether a message came before, among the last ones; the same one with other words is another. */
function recentIds(): (activity: TeamsActivity, written: Written) => boolean {
  const ids = new Set<string>();
  return ({ id, conversation }, { edited, text }) => {
    if (id === undefined) return false;
    const key = `${conversation.id} ${id}${edited ? ` ${text}` : ''}`;
    if (ids.has(key)) return true;
    ids.add(key);
    const [oldest] = ids;
    if (ids.size > remembered && oldest !== undefined) ids.delete(oldest);
    return false;
  };
}
