import type { Submitted } from '../../../cards/read-fields.ts';
import type { Incoming, Place, Sender } from '../../ports/incoming.ts';
import { isDialog } from '../dialog.ts';
import { isObject } from '../foreign.ts';
import { readConsent, readFiles } from './attachments.ts';
import type { TenantOf } from './place.ts';
import { placeOf } from './place.ts';
import type { TeamsActivity } from './schema.ts';
import { senderOf } from './sender.ts';
import { readEvent } from './team-events.ts';
import { htmlOf, wordsOf } from './words.ts';

/** An activity in our words; what nobody needs to answer becomes `nothing`. */
export function readTurn(activity: TeamsActivity, tenantOf: TenantOf): Incoming {
  // Two bots that answer each other would never end.
  if (activity.from.id.startsWith('28:')) return { type: 'nothing' };
  const at = placeOf(activity, tenantOf);
  const from = senderOf(activity);
  switch (activity.type) {
    case 'message':
      return from ? messageOrClick(activity, from, at) : stranger(activity, at);
    case 'messageUpdate':
      return from && activity.channelData?.eventType === 'editMessage'
        ? { ...messageOf(activity, from, at), edited: true }
        : { type: 'nothing' };
    case 'invoke':
      return from ? invoked(activity, from, at) : stranger(activity, at);
    case 'installationUpdate':
      return installation(activity, from, at);
    case 'conversationUpdate':
      return readEvent(activity, from, at);
    default:
      return { type: 'nothing' };
  }
}

/** Who did something where, whatever it was; undefined for what a bot did. */
export const cameFrom = (
  activity: TeamsActivity,
  tenantOf: TenantOf,
): { readonly from: Sender | undefined; readonly at: Place } | undefined =>
  activity.from.id.startsWith('28:')
    ? undefined
    : { from: senderOf(activity), at: placeOf(activity, tenantOf) };

/** Whether something was said to the bot: in a channel it hears only what mentions it, unless a permission gives it more. */
function isMeant({ entities, text }: TeamsActivity, at: Place): boolean {
  if (at.type === 'personal' || !at.serviceUrl.startsWith('https:')) return true;
  return entities.some(({ type }) => type === 'mention') || /<at\b/i.test(text);
}

/** Somebody whom nothing identifies, such as an anonymous guest of a meeting: told that nothing was recorded. */
function stranger(activity: TeamsActivity, at: Place): Incoming {
  const { type, name, value } = activity;
  const isClick =
    type === 'invoke' &&
    (name === 'adaptiveCard/action' || (isDialog(activity) && dialogData(value) !== undefined));
  if (!isClick && (activity.type !== 'message' || !isMeant(activity, at)))
    return { type: 'nothing' };
  const { locale } = activity;
  return { type: 'stranger', at, by: isClick ? 'click' : 'message', ...(locale ? { locale } : {}) };
}

function invoked(activity: TeamsActivity, from: Sender, at: Place): Incoming {
  switch (activity.name) {
    case 'adaptiveCard/action':
      return { type: 'click', from, at, data: clickData(activity.value), by: 'execute' };
    case 'task/fetch':
    case 'task/submit': {
      const data = dialogData(activity.value);
      // A dialog that none of our cards opens is nobody's.
      return data ? { type: 'click', from, at, data, by: 'execute' } : { type: 'nothing' };
    }
    case 'fileConsent/invoke':
      // Files are offered in personal chats only; elsewhere the message that is named may be anybody's.
      return at.type === 'personal'
        ? { type: 'file-consent', from, at, ...readConsent(activity) }
        : { type: 'nothing' };
    default:
      return { type: 'nothing' };
  }
}

/**
 * `add-upgrade` is sent when a new version of the app brings the bot, `remove-upgrade` when it drops it
 * ("Installation update event", Microsoft Teams documentation). Microsoft's samples write `Add`.
 */
function installation(activity: TeamsActivity, from: Sender | undefined, at: Place): Incoming {
  switch (activity.action?.toLowerCase()) {
    case 'add':
      return { type: 'installed', from, at };
    case 'add-upgrade':
      return { type: 'installed', from, at, upgrade: true };
    case 'remove':
    case 'remove-upgrade':
      return { type: 'uninstalled', from, at };
    default:
      return { type: 'nothing' };
  }
}

function messageOrClick(activity: TeamsActivity, from: Sender, at: Place): Incoming {
  const data = submitted(activity.value);
  const written = activity.text.trim() !== '';
  // Action.Submit arrives as a message with a value and without a text; messageBack has both.
  if (data && (!written || typeof data['do'] === 'string'))
    return { type: 'click', from, at, data, by: 'submit' };
  if (!data && !isMeant(activity, at)) return { type: 'nothing' };
  return messageOf(activity, from, at);
}

type Written = Extract<Incoming, { type: 'message' }>;

function messageOf(activity: TeamsActivity, from: Sender, at: Place): Written {
  const html = htmlOf(activity);
  const { text, quoted } = wordsOf(activity, html);
  return {
    type: 'message',
    from,
    at,
    text,
    files: readFiles({ ...activity, text }, html),
    ...(quoted === undefined ? {} : { quoted }),
    ...(activity.id === undefined ? {} : { messageId: activity.id }),
  };
}

/** What a button carried; some clients write it as JSON within a text. */
function submitted(value: unknown): Submitted | undefined {
  if (isObject(value)) return value;
  if (typeof value !== 'string' || !value.startsWith('{')) return undefined;
  try {
    const read: unknown = JSON.parse(value);
    return isObject(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

/** What the button of a dialog carried, with what was filled in; undefined where it is none of ours. */
function dialogData(value: unknown): Submitted | undefined {
  const data = isObject(value) ? value['data'] : undefined;
  return isObject(data) && typeof data['do'] === 'string' ? data : undefined;
}

function clickData(value: unknown): Submitted {
  const action = isObject(value) ? value['action'] : undefined;
  const data = isObject(action) ? action['data'] : undefined;
  const given = isObject(data) ? data : {};
  const verb = isObject(action) ? action['verb'] : undefined;
  return given['do'] === undefined && verb !== undefined ? { ...given, do: verb } : given;
}
