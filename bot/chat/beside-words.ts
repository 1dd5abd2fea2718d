import type { InEachLanguage } from '../../cards/language.ts';
import type { Card } from '../../cards/card.ts';
import { answerPictures } from '../features/files/answers.ts';
import type { Incoming, Response } from '../ports/incoming.ts';
import type { Services } from '../ports/services.ts';
import { noticeCard } from '../views/chat-cards.ts';
import type { ReaderNow } from '../views/reader.ts';
import { saying } from './saying.ts';
import { tooMuch } from './writes.ts';

const notKept: InEachLanguage<string> = {
  nl: 'De afbeelding bij je bericht is niet bewaard. Typ wat erop te zien is, als dat bij je antwoord hoort.',
  en: 'The picture in your message was not kept. Type what it shows if that belongs to your answer.',
};

/**
 * The answer to a message, and what becomes of a picture that stood beside its words: it is offered as evidence
 * where files are kept, as far as its person may have anything written, and told not to be kept everywhere else.
 */
export function withPictures(
  services: Services,
  { message, response }: { readonly message: Message; readonly response: Response },
  reader: ReaderNow,
): Response {
  const { text, files, at, from } = message;
  const hasPicture = files.some((file) =>
    file.type === 'other' ? file.what === 'picture' : file.type === 'picture',
  );
  // Without words, or beside a file, it is answered already.
  const isAnswered = text.trim() === '' || files.some(({ type }) => type === 'file');
  if (!hasPicture || isAnswered) return response;
  const isKept = services.attachments !== undefined && at.type === 'personal';
  const much = isKept ? tooMuch({ services, at, person: from, reader }) : undefined;
  if (much !== undefined) return alsoSaying(response, noticeCard(reader.language, at.type, much));
  const offered = answerPictures(services, message, reader);
  if (offered) return { ...response, later: both(response.later, offered.later) };
  return alsoSaying(response, noticeCard(reader.language, at.type, notKept[reader.language]));
}

/** One more message, unless it was said already. */
const alsoSaying = (response: Response, card: Card): Response =>
  response.messages.some(({ summary }) => summary === card.fallbackText)
    ? response
    : { ...response, messages: [...response.messages, ...saying(card).messages] };

type Message = Extract<Incoming, { type: 'message' }>;
type Later = NonNullable<Response['later']>;

/** What follows one answer, and then what follows the other. */
const both =
  (...all: readonly (Later | undefined)[]): Later =>
  async () => {
    const messages: Response['messages'][number][] = [];
    for (const later of all) messages.push(...((await later?.())?.messages ?? []));
    return { messages };
  };
