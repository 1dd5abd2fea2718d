import type { Card } from '../../../cards/card.ts';
import { standing } from '../../casework/people/actor.ts';
import { hasToDoWith } from '../../casework/people/parties.ts';
import type { Clicked } from '../../casework/clicks.ts';
import { channelCard } from '../../views/channel-card.ts';
import { noticeCard } from '../../views/chat-cards.ts';
import { chatTexts } from '../../views/chat-texts.ts';

/**
 * Opens a duty from a list for whoever may see how everything stands: their own card where they have to do with it, else how
 * it stands, with nothing to press but the way back.
 */
export async function look({ services, at, data, actor, reader }: Clicked<'look'>): Promise<Card> {
  const read = await services.store.duties.load({ tenant: at.tenant, id: data.duty });
  const { language } = reader;
  if (!read) return noticeCard(language, at.type, chatTexts[language].dutyGone);
  const { value: duty } = read;
  return (await hasToDoWith(services, duty, { who: 'party', actor, tenant: at.tenant }))
    ? standing(services, { duty, actor }, reader)
    : channelCard(duty, reader, { looksOnly: true });
}
