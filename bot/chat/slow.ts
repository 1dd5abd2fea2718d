import { languageOf } from '../../cards/language.ts';
import { noticeCard } from '../views/chat-cards.ts';
import { chatTexts } from '../views/chat-texts.ts';
import type { Incoming, Response } from '../ports/incoming.ts';
import type { Services } from '../ports/services.ts';

const readerOf = ({ language }: Services, { from }: Click) => languageOf(from.locale) ?? language;

type Click = Extract<Incoming, { type: 'click' }>;

/** What a click gets that takes too long: it is being processed, and the card follows. Asks no store. */
export const slowResponse = (services: Services, click: Click): Response => ({
  messages: [],
  toast: chatTexts[readerOf(services, click)].slow,
});

/** What became of such a click in the end: a line of text has to be a message by then. */
export function afterSlow(services: Services, click: Click, response: Response): Response {
  const { inPlace, toast, messages } = response;
  if (inPlace !== undefined || toast === undefined) return response;
  const card = noticeCard(readerOf(services, click), click.at.type, toast);
  return { ...response, messages: [...messages, { card, summary: toast }] };
}
