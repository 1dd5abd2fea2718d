import type { InEachLanguage } from '../../cards/language.ts';
import type { Incoming, Response } from '../ports/incoming.ts';
import { noticeCard } from '../views/chat-cards.ts';
import type { ReaderNow } from '../views/reader.ts';
import { saying } from './saying.ts';

const notKept: InEachLanguage<string> = {
  nl: 'De afbeelding bij je bericht is niet bewaard. Typ wat erop te zien is, als dat bij je antwoord hoort.',
  en: 'The picture in your message was not kept. Type what it shows if that belongs to your answer.',
};

/** The answer to a message, with a word about a picture that stood beside its words: nothing keeps that. */
export function withPictureTold(
  { text, files, at }: Extract<Incoming, { type: 'message' }>,
  response: Response,
  { language }: ReaderNow,
): Response {
  const hasPicture = files.some((file) => file.type === 'other' && file.what === 'picture');
  if (!hasPicture || text.trim() === '') return response;
  const told = saying(noticeCard(language, at.type, notKept[language]));
  return { ...response, messages: [...response.messages, ...told.messages] };
}
