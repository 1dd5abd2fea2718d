import { createHash } from 'node:crypto';
import { cardFaults } from '../../cards/limits.ts';
import type { Log } from '../observability/log.ts';
import type { Incoming, Response } from '../ports/incoming.ts';
import type { Directory } from '../ports/messenger.ts';
import type { TeamsActivity } from './activity/schema.ts';
import type { TenantOf } from './activity/place.ts';
import { cameFrom, readTurn } from './activity/turn.ts';
import type { Background } from './background.ts';
import type { Timers } from '../ports/clock.ts';
import { clickSeconds, inTime, messageSeconds, typingSeconds } from './deadline.ts';
import type { Reply } from './invoke.ts';
import { withoutDialogs } from './dialog.ts';
import { invokeReply, unknownInvoke } from './invoke.ts';
import type { At, TeamsMessenger } from './messages/messenger.ts';
import type { Say, Saying } from './messages/replies.ts';
import { withName } from './names.ts';
import { createReadBacks } from './messages/read-backs.ts';
import type { Responder, Written } from './responder.ts';

export interface TurnParts {
  /** The clients open dialogs: those of Teams do, the Agents Playground does not. */
  readonly dialogs: boolean;
  readonly messenger: TeamsMessenger;
  readonly directory: Directory;
  readonly timers: Timers;
  readonly background: Background;
  readonly say: Say;
  readonly tenantOf: TenantOf;
  readonly log: Log;
}

/** One authenticated activity, answered within what Teams waits; what takes longer goes on behind it. */
export type Turn = (activity: TeamsActivity, responder: Responder) => Promise<Reply>;

export function createTurns(parts: TurnParts): Turn {
  const { messenger, directory, timers, background, say, tenantOf, log } = parts;
  const forClient = (response: Response): Response =>
    response.inPlace && !parts.dialogs
      ? { ...response, inPlace: withoutDialogs(response.inPlace) }
      : response;
  const seen = recentIds();
  const readBacks = createReadBacks(messenger);

  const checkedResponse = (
    incoming: Incoming,
    { failed }: Responder,
    response: Promise<Response>,
  ): Promise<Response> =>
    response
      .then(forClient)
      .then(checked)
      .catch((error: unknown) => {
        log.error({ err: error, incoming: incoming.type }, 'turn failed');
        return failed(incoming);
      });
  const behind = (incoming: Incoming, work: () => Promise<unknown>): void => {
    background.start(async () => {
      try {
        await work();
      } catch (error) {
        log.error({ err: error, incoming: incoming.type }, 'what comes after an answer failed');
      }
    });
  };

  /** Where an answer is said; what Teams does not take now is named after the activity. */
  const sayingTo = (activity: TeamsActivity, incoming: Incoming, responder: Responder): Saying => {
    let last = 0;
    return {
      at: atOf(activity),
      sent: async (message, at) => {
        if (incoming.type === 'message') readBacks.note(activity, message, at);
        await responder.said(incoming, message, at);
      },
      later: (message, notNow) => {
        last += 1;
        const key = `${nameOf(activity)}:${String(last).padStart(3, '0')}`;
        return responder.sayLater({ incoming, key, to: atOf(activity) }, message, notNow);
      },
    };
  };

  /** The card that was pressed is replaced in a personal chat only: elsewhere it belongs to all who see it. */
  const showInPlace = async (
    { replyToId }: TeamsActivity,
    saying: Saying,
    { incoming, response: { inPlace } }: { incoming: Incoming; response: Response },
  ) => {
    if (!inPlace || !('at' in incoming)) return;
    const message = { card: inPlace, summary: inPlace.fallbackText };
    if (incoming.at.type !== 'personal' || replyToId === undefined) return say(saying, [message]);
    const sending = await messenger.edit({ ...saying.at, activityId: replyToId }, message);
    if (sending.type !== 'sent') await say(saying, [message]);
  };

  return async (activity, responder) => {
    const incoming = await withName(directory, timers, readTurn(activity, tenantOf));
    const isInvoke = activity.type === 'invoke';
    const came = cameFrom(activity, tenantOf);
    const after = (): void => {
      if (came) behind(incoming, () => responder.seen(came, incoming));
      if (incoming.type === 'message') behind(incoming, () => responder.heard(incoming));
    };
    if (isInvoke && incoming.type === 'nothing') {
      after();
      return unknownInvoke(activity);
    }
    // Teams delivers a message again when the answer was slow; a click carries its own protection.
    if (incoming.type === 'message' && seen(activity, incoming)) return { status: 200 };
    const saying = sayingTo(activity, incoming, responder);
    let answered: Response | undefined;
    let tooLate = false;
    const work = checkedResponse(incoming, responder, respondOnce(incoming, responder));
    const told = work.then(async (response) => {
      answered = response;
      const late = isInvoke && tooLate && incoming.type === 'click';
      const final = late ? responder.afterSlow(incoming, response) : response;
      await say(saying, await readBacks.replace(activity, incoming, final.messages));
      final.afterwards?.();
      if (!isInvoke || late) await showInPlace(activity, saying, { incoming, response: final });
      const goOn = response.later;
      if (goOn)
        behind(incoming, async () => {
          const more = await checkedResponse(incoming, responder, goOn());
          await say(saying, more.messages);
        });
    });
    const typing = isInvoke ? undefined : showTyping(parts, activity, incoming);
    const ended = await inTime(timers, isInvoke ? clickSeconds : messageSeconds, told).finally(() =>
      typing?.cancel(),
    );
    after();
    if (ended === 'late') {
      tooLate = answered === undefined;
      behind(incoming, () => told);
    }
    if (!isInvoke) return { status: 200 };
    const nothing = responder.nothing(incoming);
    if (answered) return invokeReply(activity, { incoming, response: answered }, nothing);
    return incoming.type === 'click'
      ? invokeReply(activity, { incoming, response: responder.slow(incoming) }, nothing)
      : { status: 200 };
  };
}

const nothingMore: Response = { messages: [] };

/** A message that another instance answered before gets no second answer. */
const respondOnce = async (incoming: Incoming, responder: Responder): Promise<Response> =>
  incoming.type === 'message' && (await responder.wasHeard(incoming))
    ? nothingMore
    : responder.respond(incoming);

const atOf = ({ conversation, serviceUrl }: TeamsActivity): At => ({
  conversationId: conversation.id,
  serviceUrl,
});

/** Names an activity; one without an id is told apart by its time and by what stands in it. */
function nameOf(activity: TeamsActivity): string {
  const { id, conversation, timestamp, text } = activity;
  const named = `${conversation.id}\n${id ?? `${timestamp ?? ''}\n${text}`}`;
  return createHash('sha256').update(named).digest('hex').slice(0, 32);
}

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
