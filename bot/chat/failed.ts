import { noticeCard } from '../views/chat-cards.ts';
import { chatTexts } from '../views/chat-texts.ts';
import type { Incoming, Response } from '../ports/incoming.ts';
import { silence } from '../ports/incoming.ts';
import type { Services } from '../ports/services.ts';
import { languageOf } from '../../cards/language.ts';

/** What a person is told when something broke: nothing was recorded, and how to go on. Asks no store. */
export function failedResponse(services: Services, incoming: Incoming): Promise<Response> {
  const { type } = incoming;
  if (type !== 'message' && type !== 'click' && type !== 'file-consent')
    return Promise.resolve(silence);
  const language = languageOf(incoming.from.locale) ?? services.language;
  const told = chatTexts[language].failed;
  // A line under the card is enough: a new card would take what was typed away. A submit shows no such line.
  if (incoming.type === 'click' && incoming.by === 'execute') {
    return Promise.resolve({ messages: [], toast: told });
  }
  const card = noticeCard(language, incoming.at.type, told);
  return Promise.resolve({ messages: [{ card, summary: told }] });
}
