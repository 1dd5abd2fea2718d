import type { Card } from '../../cards/card.ts';
import type { Submitted } from '../../cards/read-fields.ts';
import type { ReaderNow } from '../kinds/kind.ts';
import type { Sender, Place } from '../ports/incoming.ts';
import type { Services } from '../ports/services.ts';
import { isItChannel } from './it-channel.ts';
import { chatTexts } from '../views/chat-texts.ts';
import { noticeCard } from '../views/chat-cards.ts';

/** A message or click that is about what the IT team lays down. */
export interface Administering {
  readonly services: Services;
  readonly from: Sender;
  readonly at: Place;
  readonly data: Submitted;
  readonly reader: ReaderNow;
}

/** Why this is not the place for it: the bot is administered in the IT channel only, by its members. */
export async function notHere({ services, at, reader }: Administering): Promise<Card | undefined> {
  const allowed =
    at.channelId !== undefined && (await isItChannel(services, at.tenant, at.channelId));
  const { language } = reader;
  return allowed ? undefined : noticeCard(language, at.type, chatTexts[language].onlyInItChannel);
}
