import type { Incoming } from '../../../bot/ports/incoming.ts';
import { parseActivity } from '../../../bot/teams/activity/schema.ts';
import { readTurn } from '../../../bot/teams/activity/turn.ts';
import { tenant } from '../duties/duties.ts';

/** Somebody in Teams. `id` differs from bot to bot ("29:…"), the object id does not. */
export type Person = {
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
};

/** A channel of a team; with `thread` one conversation in it, named after its first message. */
export type Channel = {
  readonly id: string;
  readonly name: string;
  readonly team: { readonly id: string; readonly name: string; readonly aadGroupId: string };
  readonly thread?: string;
};

/** Where and when something happens; by default in the personal chat, in Dutch, at a fixed moment. */
export type Circumstances = {
  readonly in?: Channel;
  readonly id?: string;
  readonly locale?: string;
  readonly timestamp?: string;
  readonly tenantId?: string;
  /** The message in which a card's button was pressed. */
  readonly replyToId?: string;
};

export type CardAction = {
  readonly verb: string;
  readonly data: object;
  /** `automatic`: fetched by the client itself because the card has a `refresh`. */
  readonly trigger?: 'manual' | 'automatic';
};

export type InstallationAction = 'add' | 'remove' | 'add-upgrade' | 'remove-upgrade';

type Member = { readonly id: string; readonly aadObjectId?: string };

type TeamsClientParts = {
  readonly serviceUrl: string;
  readonly appId: string;
  readonly tenantId: string;
  readonly botName?: string;
};

/** The chat of a person with the bot: the same whether learnt from an install or made by the bot. */
export function personalConversation({ aadObjectId }: Pick<Person, 'aadObjectId'>): string {
  return `a:1${aadObjectId}`;
}

/** Builds activities in the shapes Teams sends (recordings in microsoft/botbuilder-js, plus Universal Actions). */
export function teamsClient(parts: TeamsClientParts) {
  const bot = { id: `28:${parts.appId}`, name: parts.botName ?? 'Gedeelde Plicht' };

  /** Something typed; in a channel the bot only hears what mentions it. */
  function message(from: Person, text: string, when: Circumstances = {}) {
    const id = when.id ?? nextId();
    // A post that is no reply begins a thread named after itself.
    const thread = when.in && { ...when.in, thread: when.in.thread ?? id };
    const base = envelope(parts, {
      bot,
      from,
      when: { ...when, id, ...(thread && { in: thread }) },
    });
    const at = `<at>${bot.name}</at>`;
    const mentions = when.in ? [{ type: 'mention' as const, text: at, mentioned: bot }] : [];
    const spoken = when.in ? `${at} ${text}\n` : text;
    return {
      ...base,
      type: 'message' as const,
      text: spoken,
      textFormat: 'plain' as const,
      attachments: [{ contentType: 'text/html', content: `<div>${spoken}</div>` }],
      entities: [...mentions, ...base.entities],
    };
  }

  /** Action.Execute: a button pressed, or a card refreshed. */
  function execute(from: Person, pressed: CardAction, when: Circumstances = {}) {
    const action = { type: 'Action.Execute' as const, verb: pressed.verb, data: pressed.data };
    return {
      ...envelope(parts, { bot, from, when }),
      type: 'invoke' as const,
      name: 'adaptiveCard/action' as const,
      value: { action, trigger: pressed.trigger ?? 'manual' },
    };
  }

  /** Action.Submit: a message with a value and without text. */
  function submit(from: Person, value: object, when: Circumstances = {}) {
    return { ...envelope(parts, { bot, from, when }), type: 'message' as const, value };
  }

  /** A dialog is opened, or a button in it pressed: the same shape under two names. */
  function dialog(
    from: Person,
    pressed: { readonly name: 'task/fetch' | 'task/submit'; readonly data: object },
    when: Circumstances = {},
  ) {
    const { name, data } = pressed;
    const context = { theme: 'default' as const };
    return {
      ...envelope(parts, { bot, from, when }),
      type: 'invoke' as const,
      name,
      value: { data, context },
    };
  }

  /** The app comes to, leaves, or is renewed with a person, or with a team and the channel chosen for it. */
  function installation(from: Person, action: InstallationAction, when: Circumstances = {}) {
    const base = envelope(parts, { bot, from, when: atTeamLevel(when) });
    const settings = when.in && { selectedChannel: { id: when.in.id, name: when.in.name } };
    const channelData = { ...base.channelData, ...(settings && { settings }) };
    return { ...base, type: 'installationUpdate' as const, action, channelData };
  }

  /** Comes along with an installation, and whenever somebody joins. */
  function membersAdded(from: Person, added: readonly Member[], when: Circumstances = {}) {
    const base = envelope(parts, { bot, from, when: atTeamLevel(when) });
    const eventType = when.in && { eventType: 'teamMemberAdded' as const };
    const channelData = { ...base.channelData, ...eventType };
    return { ...base, type: 'conversationUpdate' as const, membersAdded: added, channelData };
  }

  return { bot, message, execute, submit, dialog, installation, membersAdded };
}

/** Posts as Teams would; without a token as the Agents Playground does. Takes any object, well-formed or not. */
export async function sendActivity(parcel: {
  readonly url: string;
  readonly activity: object;
  readonly token?: string | undefined;
  /** Ends the wait for an answer: the bot may be gone. */
  readonly signal?: AbortSignal;
}): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(new URL('/api/messages', parcel.url), {
    method: 'POST',
    signal: parcel.signal ?? null,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(parcel.token === undefined ? {} : { authorization: `Bearer ${parcel.token}` }),
    },
    body: JSON.stringify(parcel.activity),
  });
  return { status: response.status, body: parsed(await response.text()) };
}

let lastId = 0;

function nextId(): string {
  lastId += 1;
  return String(1_795_000_000_000 + lastId);
}

function envelope(
  { serviceUrl, tenantId }: TeamsClientParts,
  {
    bot,
    from,
    when,
  }: {
    readonly bot: { readonly id: string; readonly name: string };
    readonly from: Person;
    readonly when: Circumstances;
  },
) {
  const tenant = { id: when.tenantId ?? tenantId };
  const timestamp = when.timestamp ?? '2026-11-23T09:00:00.000Z';
  const locale = when.locale ?? 'nl-NL';
  const client = { locale, country: 'NL', platform: 'Windows', timezone: 'Europe/Amsterdam' };
  return {
    id: when.id ?? `f:${nextId()}`,
    channelId: 'msteams' as const,
    serviceUrl,
    timestamp,
    localTimestamp: timestamp,
    localTimezone: client.timezone,
    locale,
    from,
    recipient: bot,
    conversation: { ...conversationOf(from, when.in), tenantId: tenant.id },
    entities: [{ type: 'clientInfo' as const, ...client }],
    channelData: { ...(when.in && placeOf(when.in)), tenant },
    ...(when.replyToId !== undefined && { replyToId: when.replyToId }),
  };
}

function conversationOf(from: Person, channel: Channel | undefined) {
  if (channel === undefined) {
    return { conversationType: 'personal' as const, id: personalConversation(from) };
  }
  const thread = channel.thread === undefined ? '' : `;messageid=${channel.thread}`;
  return { conversationType: 'channel' as const, isGroup: true, id: `${channel.id}${thread}` };
}

function placeOf({ id, name, team }: Channel) {
  return { teamsChannelId: id, teamsTeamId: team.id, channel: { id, name }, team };
}

/** What concerns a whole team happens in its General channel, which bears the team's id, in no thread. */
function atTeamLevel({ in: channel, ...when }: Circumstances): Circumstances {
  if (channel === undefined) return when;
  const { team } = channel;
  return { ...when, in: { id: team.id, name: 'General', team } };
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return text === '' ? undefined : text;
  }
}

/** An activity as the bot reads it. */
export function readIncoming(activity: object): Incoming {
  const read = parseActivity(activity);
  if (!read) throw new Error('This identifies nothing.');
  return readTurn(read, () => tenant);
}
