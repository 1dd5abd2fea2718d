import { noticeCard } from '../present/chat-cards.ts';
import { chatWords } from '../present/chat-words.ts';
import type { Incoming, Response } from '../usecases/incoming.ts';
import { silence } from '../usecases/incoming.ts';
import type { World } from '../usecases/world.ts';
import type { Language } from '../../cards/language.ts';
import { languageOf } from '../../cards/language.ts';

/** What a person is told when something broke: nothing was recorded, and how to go on. Asks no store. */
export function failedResponse(world: World, incoming: Incoming): Promise<Response> {
  const { type } = incoming;
  if (type !== 'message' && type !== 'click' && type !== 'file-consent')
    return Promise.resolve(silence);
  const language = languageOf(incoming.from.locale) ?? world.language;
  const told = chatWords[language].failed;
  // A line under the card is enough: a new card would take what was typed away. A submit shows no such line.
  if (incoming.type === 'click' && incoming.by === 'execute') {
    return Promise.resolve({ messages: [], toast: told });
  }
  const card = noticeCard(language, incoming.at.type, told);
  return Promise.resolve({ messages: [{ card, summary: told }] });
}

/** The line under a card whose button did nothing. */
export const nothingDone = (world: World, incoming: Incoming): string =>
  chatWords[languageFor(world, incoming)].nothingDone;

/** Somebody without an account in the organisation: nothing is kept of what was written or clicked. */
export function strangerResponse(
  world: World,
  { at, by, locale }: Extract<Incoming, { type: 'stranger' }>,
): Response {
  const language = languageOf(locale) ?? world.language;
  const told = chatWords[language].stranger;
  if (by === 'click') return { messages: [], toast: told };
  return { messages: [{ card: noticeCard(language, at.type, told), summary: told }] };
}

function languageFor({ language }: World, incoming: Incoming): Language {
  const from = 'from' in incoming ? incoming.from : undefined;
  return languageOf(from?.locale) ?? language;
}
