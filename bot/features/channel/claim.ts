import type { Card } from '../../../cards/card.ts';
import { plain } from '../../../cards/plain-text.ts';
import { namesSecret } from '../../../cards/secrets.ts';
import type { Asked, Clicked } from '../../casework/clicks.ts';
import { changeChannel } from '../../casework/it-team/channel-choice.ts';
import { commitAhead, makeDue } from '../../casework/effect-ahead.ts';
import type { ChannelAddress, ChannelNews } from '../../duty/of-tenant/channel-news.ts';
import type { Person } from '../../duty/ids.ts';
import type { OutboxEntry } from '../../ports/outbox.ts';
import type { ItChannel } from '../../ports/store.ts';
import type { ChannelClaim, ChannelDecision, ChannelEvent } from '../../tenant/it-channel.ts';
import { noticeCard } from '../../views/chat-cards.ts';
import { chatTexts } from '../../views/chat-texts.ts';
import { useChannel } from './channel.ts';
import { outcomeCard } from './tell.ts';
import { channelTexts } from './texts.ts';

/**
 * Somebody wants this channel to be the IT channel. Where administrators are named, only they choose it;
 * else the first one is taken and every later one is asked of the present IT channel. A guest never chooses.
 */
export async function claimChannel(asked: Asked): Promise<Card> {
  const { services, at, person, reader } = asked;
  const { language } = reader;
  const said = channelTexts[language];
  const told = (text: string): Card => noticeCard(language, 'channel', text);
  const elsewhere = (text: string): Card => noticeCard(language, 'group', text);
  const { channelId } = at;
  if (channelId === undefined) return elsewhere(chatTexts[language].onlyInChannel);
  const present = await services.store.people.channel(at.tenant);
  const stands = present?.channelId === channelId;
  if (stands && present.installed) return told(chatTexts[language].channelAlready);
  const { administrators } = services;
  const named = administrators.size > 0;
  const who = await standingOf(asked);
  if (who === 'guest') return elsewhere(said.guest);
  if (named && !administrators.has(person.aadObjectId)) return elsewhere(said.onlyAdministrators);
  // An administrator is named by object id; of anybody else Teams has to say that it is no guest.
  if (!named && who === 'not-told') return elsewhere(said.notTold);
  const channel = await addressOf(asked, channelId);
  const claim = { id: services.newId(), by: person, at: services.now(), channel };
  if (named || stands) return told(await chosen(asked, claim, present));
  if (present && !present.installed)
    return present.madeBy?.aadObjectId === person.aadObjectId
      ? told(await chosen(asked, claim, present))
      : elsewhere(said.lost(present.madeBy && plain(present.madeBy.name)));
  if (present) return elsewhere(said[await ask(asked, claim, present)]);
  return first(asked, claim);
}

/** What the team says of the person; whom it does not tell of now may be anybody. */
async function standingOf({
  services,
  at,
  from,
}: Pick<Asked, 'services' | 'at' | 'from'>): Promise<'colleague' | 'guest' | 'not-told'> {
  const conversationId = at.teamId ?? at.channelId ?? at.conversationId;
  const { serviceUrl } = at;
  const team = { conversationId, serviceUrl };
  const found = await services.directory.memberIn(team, from.userId);
  if (found.type !== 'member') return 'not-told';
  return found.guest === true ? 'guest' : 'colleague';
}

async function addressOf({ services, at }: Asked, channelId: string): Promise<ChannelAddress> {
  const { channelName, teamId, serviceUrl, tenantId } = at;
  // A message does not tell the channel's name.
  const name =
    channelName ?? (await services.directory.channelName({ channelId, teamId, serviceUrl }));
  return {
    channelId,
    serviceUrl,
    tenantId,
    ...(name === undefined || namesSecret(name) ? {} : { name }),
    ...(teamId === undefined ? {} : { teamId }),
  };
}

/** Of two that are first at the same time one is; the other asks it. */
async function first(asked: Asked, claim: ChannelClaim): Promise<Card> {
  const { services, at, reader } = asked;
  const { language } = reader;
  const { channelId } = claim.channel;
  const { event } = await changeChannel(services, at.tenant, (standing) => ({
    type: [undefined, channelId].includes(standing.channelId) ? 'taken' : 'asked',
    claim,
  }));
  if (event.type === 'taken') {
    await useChannel(services, at.tenant, { ...claim.channel, madeBy: claim.by });
    return noticeCard(language, 'channel', chatTexts[language].channelIsYours);
  }
  const present = await services.store.people.channel(at.tenant);
  const became = present ? await ask(asked, claim, present) : 'asks';
  return noticeCard(language, 'group', channelTexts[language][became]);
}

async function chosen(
  { services, at, reader }: Asked,
  claim: ChannelClaim,
  present: ItChannel | undefined,
): Promise<string> {
  await settling({ services, at }, present, () => ({ type: 'taken', claim }));
  await moveTo({ services, at }, claim, present);
  return chatTexts[reader.language].channelIsYours;
}

/** Makes it the IT channel; the old one is told, as far as anything reaches it. */
async function moveTo(
  asked: Pick<Asked, 'services' | 'at'>,
  { channel, by }: ChannelClaim,
  present: ItChannel | undefined,
): Promise<void> {
  const { services, at } = asked;
  const old = present?.installed && present.channelId !== channel.channelId ? present : undefined;
  const leaving = old && (await tellAhead(asked, old, { type: 'moved' }));
  await useChannel(services, at.tenant, { ...channel, madeBy: by });
  if (leaving) services.delivery.soon(await makeDue(services, leaving));
}

/**
 * Puts the question in the present IT channel; asked again while it is open, it stands there already. Where too many
 * are open it is not asked, and whoever asks is told.
 */
async function ask(
  asked: Asked,
  claim: ChannelClaim,
  present: ItChannel,
): Promise<'asks' | 'tooMany'> {
  const { services, at } = asked;
  const question = await tellAhead(asked, present, { type: 'asked', claim: claim.id });
  const { claim: open } = await changeChannel(services, at.tenant, () => ({
    type: 'asked',
    claim,
  }));
  if (!open) {
    await services.store.outbox.remove(question);
    return 'tooMany';
  }
  services.delivery.soon(await makeDue(services, question));
  return 'asks';
}

const tellAhead = (
  { services, at: { tenant } }: Pick<Asked, 'services' | 'at'>,
  { channelId, serviceUrl, tenantId, teamId, name }: ChannelAddress,
  news: ChannelNews,
): Promise<OutboxEntry> => {
  const channel = {
    channelId,
    serviceUrl,
    tenantId,
    ...(teamId === undefined ? {} : { teamId }),
    ...(name === undefined ? {} : { name }),
  };
  const key = `tell-channel:${news.type}:${services.newId()}`;
  return commitAhead(services, { tenant }, { do: 'tell-channel', key, channel, news });
};

/** Somebody of the IT team says whether the IT channel moves. */
export async function answerClaim(clicked: Clicked<'channelAnswer'>): Promise<Card> {
  const { services, at, person, data, reader } = clicked;
  const { language } = reader;
  const said = channelTexts[language];
  if ((await standingOf(clicked)) === 'guest') return noticeCard(language, 'channel', said.guest);
  const by: Person = person;
  const present = await services.store.people.channel(at.tenant);
  const { claim, register, settled } = await settling(clicked, present, () => ({
    type: 'answered',
    answer: data.answer,
    claim: data.claim,
    by,
  }));
  if (!claim) {
    const before = register.settled?.find((one) => one.claim.id === data.claim);
    return before ? outcomeCard(before, reader) : noticeCard(language, 'channel', said.over);
  }
  const news = await tellAhead(clicked, claim.channel, {
    type: data.answer === 'yes' ? 'agreed' : 'refused',
  });
  if (data.answer === 'yes') await moveTo(clicked, claim, present);
  services.delivery.soon(await makeDue(services, news));
  const now = settled?.find((one) => one.claim.id === claim.id);
  return now ? outcomeCard(now, reader) : noticeCard(language, 'channel', said.over);
}

/** Changes the choice. The cards of the questions that are over with it say so, also after a crash in between. */
async function settling(
  asked: Pick<Asked, 'services' | 'at'>,
  present: ItChannel | undefined,
  eventFor: () => ChannelEvent,
): Promise<ChannelDecision> {
  const { services, at } = asked;
  const shown = present && (await tellAhead(asked, present, { type: 'outcomes' }));
  const decision = await changeChannel(services, at.tenant, eventFor);
  if (shown && decision.settled?.length) services.delivery.soon(await makeDue(services, shown));
  else if (shown) await services.store.outbox.remove(shown);
  return decision;
}
