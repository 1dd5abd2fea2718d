import type { Card } from '../../cards/card.ts';
import type { Submitted } from '../../cards/read-fields.ts';
import type { ReaderNow } from '../kinds/kind.ts';
import type { Sender, Place } from '../ports/incoming.ts';
import type { World } from '../ports/services.ts';
import { isItChannel } from './it-channel.ts';
import { chatWords } from '../views/chat-texts.ts';
import { noticeCard } from '../views/chat-cards.ts';

/** A message or click that is about what the IT team lays down. */
export interface Administering {
  readonly world: World;
  readonly from: Sender;
  readonly at: Place;
  readonly data: Submitted;
  readonly reader: ReaderNow;
}

/** Why this is not the place for it: the bot is administered in the IT channel only, by its members. */
export async function notHere({ world, at, reader }: Administering): Promise<Card | undefined> {
  const allowed = at.channelId !== undefined && (await isItChannel(world, at.tenant, at.channelId));
  const { language } = reader;
  return allowed ? undefined : noticeCard(language, at.type, chatWords[language].onlyInItChannel);
}
