import { afterRefusal, heardOf } from '../../casework/people/silence.ts';
import { uninstallPerson } from '../../casework/people/people.ts';
import type { Instant, PersonId, TenantKey } from '../../duty/ids.ts';
import { channelLost } from '../../features/channel/lost.ts';
import type { Log } from '../../observability/log.ts';
import type { Messenger, SendResult } from '../../ports/messenger.ts';
import type { OutboxEntry } from '../../ports/outbox.ts';
import type { Services } from '../../ports/services.ts';

/** Whose conversation it is: of a person, of the IT channel, or of neither, such as a former IT channel. */
type Whose = { readonly type: 'channel' | 'other' } | { readonly type: 'person'; id: PersonId };

// About as many as an hourly try makes in a day.
const mostTries = 30;
const gone: SendResult = { type: 'unreachable', reason: 'not-installed' };

/** What this process knows of who takes messages and who does not. */
export interface Silences {
  readonly workedAt: Map<TenantKey, Instant>;
  /** Conversations that refused; what an edit of theirs succeeds in is then worth a call to the store. */
  readonly suspects: Set<string>;
}

export const createSilences = (): Silences => ({ workedAt: new Map(), suspects: new Set() });

export interface Listening {
  readonly services: Services;
  readonly silences: Silences;
  readonly log: Log;
}

/**
 * The messenger of one effect that notices whom the service refuses for ever: such a channel or chat counts
 * as one from which the bot was removed (`afterRefusal`), and nothing is sent there until something comes from it.
 */
export function noticingSilence(
  parts: Listening,
  messenger: Messenger,
  entry: OutboxEntry,
): Messenger {
  const { services, silences } = parts;
  const { tenant } = entry;
  const after = async (
    conversationId: string,
    send: Promise<SendResult>,
    known: { readonly whose?: Whose; readonly wasSilent?: boolean } = {},
  ): Promise<SendResult> => {
    const result = await send;
    const thread = `${tenant} ${conversationId.split(';')[0] ?? ''}`;
    const whose = () => known.whose ?? whoseIs(services, entry, conversationId);
    if (result.type === 'sent') {
      silences.workedAt.set(tenant, services.now());
      const isSuspect = silences.suspects.delete(thread);
      if (isSuspect || known.wasSilent) await forget(services, tenant, await whose());
    }
    if (result.type !== 'try-later' || !result.refusing) return result;
    silences.suspects.add(thread);
    return (await isGone(parts, entry, await whose())) ? gone : result;
  };
  const isSilent = ({ silentSince }: { readonly silentSince?: Instant }): boolean =>
    silentSince !== undefined;
  return {
    toPerson: (person, message) =>
      after(person.conversationId, messenger.toPerson(person, message), {
        whose: { type: 'person', id: person.aadObjectId },
        wasSilent: isSilent(person),
      }),
    toChannel: (channel, message) =>
      after(channel.channelId, messenger.toChannel(channel, message), {
        wasSilent: isSilent(channel),
      }),
    reply: (to, message) => after(to.conversationId, messenger.reply(to, message)),
    edit: (at, message) => after(at.conversationId, messenger.edit(at, message)),
    open: (person) =>
      after(person.aadObjectId, messenger.open(person), { whose: { type: 'other' } }),
  };
}

async function whoseIs(
  { store: { people } }: Services,
  { tenant, effect, person }: OutboxEntry,
  conversationId: string,
): Promise<Whose> {
  const channel = await people.channel(tenant);
  if (channel && conversationId.split(';')[0] === channel.channelId) return { type: 'channel' };
  const id = 'person' in effect ? effect.person : person;
  const known = id && (await people.get(tenant, id))?.value;
  return known?.conversationId === conversationId
    ? { type: 'person', id: known.aadObjectId }
    : { type: 'other' };
}

async function forget(services: Services, tenant: TenantKey, whose: Whose): Promise<void> {
  const { people } = services.store;
  if (whose.type === 'channel') {
    const channel = await people.channel(tenant);
    if (channel) await people.changeChannel(tenant, channel.channelId, heardOf);
  }
  if (whose.type !== 'person') return;
  const read = await people.get(tenant, whose.id);
  if (read?.value.silentSince !== undefined)
    await people.save(tenant, heardOf(read.value), read.etag);
}

/** Notes one refusal more; whether that conversation counts as gone from now on. */
async function isGone(parts: Listening, entry: OutboxEntry, whose: Whose): Promise<boolean> {
  switch (whose.type) {
    case 'channel':
      return isChannelGone(parts, entry.tenant);
    case 'person':
      return isPersonGone(parts, entry.tenant, whose.id);
    // Nothing is kept of these, so each effect counts for itself.
    case 'other':
      return entry.attempts >= mostTries;
  }
}

async function isChannelGone(
  { services, silences, log }: Listening,
  tenant: TenantKey,
): Promise<boolean> {
  const { people } = services.store;
  const channel = await people.channel(tenant);
  // Another effect noticed it meanwhile, or an event told of it.
  if (!channel?.installed) return true;
  const times = { now: services.now(), workedAt: silences.workedAt.get(tenant) };
  const { silence, gone: isLost, isNews } = afterRefusal(channel, times);
  if (isLost) {
    log.warn({ since: silence.silentSince }, 'IT channel takes nothing for long');
    const silent = { ...channel, ...silence };
    await channelLost(services, { tenant, channel: silent, why: 'unanswered' });
    return true;
  }
  if (isNews)
    await people.changeChannel(tenant, channel.channelId, (now) => ({ ...now, ...silence }));
  return false;
}

async function isPersonGone(
  { services, silences, log }: Listening,
  tenant: TenantKey,
  person: PersonId,
): Promise<boolean> {
  const { people } = services.store;
  const read = await people.get(tenant, person);
  if (!read?.value.installed) return true;
  const times = { now: services.now(), workedAt: silences.workedAt.get(tenant) };
  const { silence, gone: hasGone, isNews } = afterRefusal(read.value, times);
  if (isNews || hasGone) await people.save(tenant, { ...read.value, ...silence }, read.etag);
  if (!hasGone) return false;
  log.warn({ since: silence.silentSince }, 'chat takes nothing for long');
  await uninstallPerson(services, tenant, person);
  return true;
}
