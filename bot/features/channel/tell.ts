import type { Card } from '../../../cards/card.ts';
import { actions, card, text } from '../../../cards/elements.ts';
import { plain } from '../../../cards/plain-text.ts';
import { changeChannel } from '../../casework/it-team/channel-choice.ts';
import type { ChannelNews } from '../../duty/of-tenant/channel-news.ts';
import type { TenantKey } from '../../duty/ids.ts';
import type { EffectResult, EffectsOf, Job, TenantEffectOf } from '../../ports/effects.ts';
import { done, said as sent } from '../../ports/effects.ts';
import type { Services } from '../../ports/services.ts';
import { channelReader } from '../../ports/services.ts';
import type { ChannelClaim, SettledClaim } from '../../tenant/it-channel.ts';
import { buttons } from '../../views/buttons.ts';
import { noticeCard } from '../../views/chat-cards.ts';
import { chatTexts } from '../../views/chat-texts.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { channelTexts } from './texts.ts';

async function tellChannel(job: Job<TenantEffectOf<'tell-channel'>>): Promise<EffectResult> {
  const { services, messenger, effect, entry } = job;
  const { channel, news } = effect;
  const { tenant } = entry;
  if (news.type === 'outcomes') return showOutcome(job);
  const message = await cardFor(services, tenant, { channelId: channel.channelId, news });
  // It was told before what it is about was stored, or something else holds by now.
  if (!message) return done;
  const result = await messenger.toChannel(
    { ...channel, installed: true },
    { card: message, summary: message.fallbackText },
  );
  if (result.type === 'try-later') return result;
  if (news.type !== 'asked' || result.type !== 'sent' || !result.message) return sent;
  const posted = { type: 'question-posted', claim: news.claim, message: result.message } as const;
  const { claim } = await changeChannel(services, tenant, () => posted);
  // It was answered before it was noted where it stands.
  return claim ? sent : { type: 'go-on', left: { ...effect, news: { type: 'outcomes' } } };
}

/** Edits the card of one question that was answered; the others follow. */
async function showOutcome({
  services,
  messenger,
  effect,
  entry: { tenant },
}: Job<TenantEffectOf<'tell-channel'>>): Promise<EffectResult> {
  const standing = (await services.store.documents.load(tenant, 'it-channel'))?.value;
  const left = standing?.settled?.filter(({ claim, shown }) => claim.message && !shown) ?? [];
  const [next, ...more] = left;
  if (!next?.claim.message) return done;
  const card = outcomeCard(next, channelReader(services));
  const result = await messenger.edit(next.claim.message, { card, summary: card.fallbackText });
  if (result.type === 'try-later') return result;
  await changeChannel(services, tenant, () => ({ type: 'outcome-shown', claim: next.claim.id }));
  return more.length === 0 ? done : { type: 'go-on', left: effect };
}

/** What became of a question and who decided it: what its card says to everybody. */
export function outcomeCard({ claim, became, by }: SettledClaim, { language }: ReaderNow): Card {
  const { name } = claim.channel;
  const said = channelTexts[language].became[became]({
    by: plain(by.name),
    name: plain(claim.by.name),
    channel: name === undefined ? undefined : plain(name),
  });
  return noticeCard(language, 'group', said);
}

/** What to say, as things stand now; undefined where it does not hold any more. */
async function cardFor(
  services: Services,
  tenant: TenantKey,
  {
    channelId,
    news,
  }: { readonly channelId: string; readonly news: Exclude<ChannelNews, { type: 'outcomes' }> },
): Promise<Card | undefined> {
  const reader = channelReader(services);
  const { language } = reader;
  const isIt = (await services.store.people.channel(tenant))?.channelId === channelId;
  switch (news.type) {
    case 'asked': {
      const standing = (await services.store.documents.load(tenant, 'it-channel'))?.value;
      const claim = standing?.claims.find(({ id }) => id === news.claim);
      return claim && isIt ? questionCard(claim, reader) : undefined;
    }
    case 'moved':
      return isIt ? undefined : noticeCard(language, 'group', chatTexts[language].channelMoved);
    case 'agreed':
      return isIt ? noticeCard(language, 'channel', chatTexts[language].channelIsYours) : undefined;
    case 'refused':
      return isIt ? undefined : noticeCard(language, 'group', channelTexts[language].refusedThere);
  }
}

/** Who asks to move the IT channel and where to, with the two answers. */
function questionCard({ id, by, channel }: ChannelClaim, { language }: ReaderNow): Card {
  const said = channelTexts[language];
  const name = channel.name === undefined ? undefined : plain(channel.name);
  const question = said.question({ name: plain(by.name), channel: name });
  const answer = (title: string, given: 'yes' | 'no') =>
    buttons.channelAnswer.button(title, { claim: id, answer: given }, { inputs: 'none' });
  return card(language, question, [
    text(question, { weight: 'bolder' }),
    text(said.consequence),
    ...actions([answer(said.yes, 'yes'), answer(said.no, 'no')]),
  ]);
}

export const effects: EffectsOf<'tell-channel'> = { 'tell-channel': { run: tellChannel } };
