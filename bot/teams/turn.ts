import { parsePersonId } from '../duty/ids.ts';
import type { TenantKey } from '../duty/ids.ts';
import type { Activity } from 'botbuilder';
import { TurnContext } from 'botbuilder';
import { IANAZone } from 'luxon';
import type { Submitted } from '../../cards/read-fields.ts';
import type { Incoming, Place, Sender } from '../ports/incoming.ts';
import { isObject, memberOf, textIn } from './foreign.ts';
import { readConsent, readFiles } from './files-turn.ts';

/** Under which tenant's data an authenticated activity falls. */
export type TenantOf = (tenantId: string | undefined) => TenantKey;

/** An activity in our words; what nobody needs to answer becomes `nothing`. */
export function readTurn(activity: Activity, tenantOf: TenantOf): Incoming {
  const at = placeOf(activity, tenantOf);
  const from = senderOf(activity);
  switch (activity.type) {
    case 'message':
      return from ? messageOrClick(activity, from, at) : { type: 'nothing' };
    case 'invoke':
      return from ? invoked(activity, from, at) : { type: 'nothing' };
    case 'installationUpdate':
      return installation(activity, from, at);
    default:
      return { type: 'nothing' };
  }
}

function invoked(activity: Activity, from: Sender, at: Place): Incoming {
  switch (activity.name) {
    case 'adaptiveCard/action':
      return { type: 'click', from, at, data: clickData(activity.value), by: 'execute' };
    case 'fileConsent/invoke':
      return { type: 'file-consent', from, at, ...readConsent(activity) };
    default:
      return { type: 'nothing' };
  }
}

function installation(activity: Activity, from: Sender | undefined, at: Place): Incoming {
  // Teams also says `add-upgrade` and `remove-upgrade`: a new version is no new install.
  if (activity.action === 'add') return { type: 'installed', from, at };
  return activity.action === 'remove' ? { type: 'uninstalled', from, at } : { type: 'nothing' };
}

function messageOrClick(activity: Activity, from: Sender, at: Place): Incoming {
  const value: unknown = activity.value;
  // Action.Submit arrives as a message with a value and without a text.
  if (isObject(value) && !activity.text)
    return { type: 'click', from, at, data: value, by: 'submit' };
  const files = readFiles(activity.attachments);
  return { type: 'message', from, at, text: withoutMention(activity), files };
}

function withoutMention(activity: Activity): string {
  const copy = { ...activity, text: activity.text || '' };
  // The SDK removes the first mention only; people repeat themselves.
  const text = copy.text === '' ? '' : TurnContext.removeRecipientMention(copy);
  return (text || '').replace(/<at[^>]*>[^<]*<\/at>/gi, ' ').trim();
}

function clickData(value: unknown): Submitted {
  const action = isObject(value) ? value['action'] : undefined;
  const data = isObject(action) ? action['data'] : undefined;
  const given = isObject(data) ? data : {};
  const verb = isObject(action) ? action['verb'] : undefined;
  return given['do'] === undefined && verb !== undefined ? { ...given, do: verb } : given;
}

/** Teams has its people picker on desktop and in the browser only ("People Picker in Adaptive Cards"). */
function hasPicker({ entities, serviceUrl }: Activity): boolean {
  const client: unknown = (entities ?? []).find(({ type }) => type === 'clientInfo');
  const platform = textIn(client, 'platform') ?? '';
  return /^(windows|mac|macos|web)$/i.test(platform) && serviceUrl.startsWith('https:');
}

/** What the client says of where it is; what is no zone or country is left out. */
function whereabouts({ entities, localTimezone }: Activity): Pick<Sender, 'timeZone' | 'country'> {
  const client: unknown = (entities ?? []).find(({ type }) => type === 'clientInfo');
  const timeZone = textIn(client, 'timezone') ?? localTimezone;
  const country = textIn(client, 'country');
  return {
    ...(timeZone && isZone(timeZone) ? { timeZone } : {}),
    ...(country && /^[A-Z]{2}$/.test(country) ? { country } : {}),
  };
}

// To ask the runtime makes a formatter each time: a twentieth of what an answer costs. There are some 600 names.
const zones = new Set<string>();
const mostZones = 1000;

function isZone(name: string): boolean {
  if (zones.has(name)) return true;
  const isOne = name.length <= 60 && IANAZone.isValidZone(name);
  if (isOne && zones.size < mostZones) zones.add(name);
  return isOne;
}

function senderOf(activity: Activity): Sender | undefined {
  const { from, locale } = activity;
  const aadObjectId = parsePersonId(from.aadObjectId);
  if (!aadObjectId) return undefined;
  const name = (from.name || '').trim() || aadObjectId;
  const sender: Sender = {
    aadObjectId,
    name: name.slice(0, 200),
    userId: from.id,
    ...whereabouts(activity),
    ...(hasPicker(activity) ? { picker: true } : {}),
  };
  return locale ? { ...sender, locale: locale.slice(0, 35) } : sender;
}

function placeOf(activity: Activity, tenantOf: TenantOf): Place {
  const { conversation, serviceUrl } = activity;
  const data: unknown = activity.channelData;
  const channel = memberOf(data, 'channel');
  const tenantId = textIn(memberOf(data, 'tenant'), 'id') ?? conversation.tenantId;
  const type = textIn(conversation, 'conversationType');
  const channelId = textIn(channel, 'id') ?? channelIdIn(conversation.id);
  const isChannel = type === 'channel' || (type === undefined && channel !== undefined);
  const place = {
    type: isChannel
      ? ('channel' as const)
      : type === 'groupChat'
        ? ('group' as const)
        : ('personal' as const),
    tenant: tenantOf(tenantId),
    tenantId: tenantId ?? '',
    conversationId: conversation.id,
    serviceUrl,
  };
  if (!isChannel || channelId === undefined) return place;
  const channelName = textIn(channel, 'name');
  const teamId = textIn(memberOf(data, 'team'), 'id');
  return {
    ...place,
    channelId,
    ...(channelName === undefined ? {} : { channelName }),
    ...(teamId === undefined ? {} : { teamId }),
  };
}

/** The conversation of a channel message is the channel with `;messageid=` behind it. */
function channelIdIn(conversationId: string): string | undefined {
  return conversationId.split(';')[0];
}
