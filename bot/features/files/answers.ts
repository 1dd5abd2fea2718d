import type { Clicked } from '../../casework/clicks.ts';
import type { Card } from '../../../cards/card.ts';
import type { ReceivedFile, ReceivedPicture } from '../../ports/files.ts';
import { mayBeList } from '../attachments/recognise.ts';
import { noticeCard } from '../../views/chat-cards.ts';
import { chatTexts } from '../../views/chat-texts.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { offeredFileTexts } from './texts.ts';
import type { SentFiles } from './carry-file.ts';
import { receiveEvidence, receiveFile, settleOffer } from './carry-file.ts';
import type { Incoming, Response } from '../../ports/incoming.ts';
import { offerFile } from './offered-files.ts';
import type { Services } from '../../ports/services.ts';

type Message = Extract<Incoming, { type: 'message' }>;
type Consent = Extract<Incoming, { type: 'file-consent' }>;

type Fetched = ReceivedFile | ReceivedPicture;
const isStored = (file: Message['files'][number]): file is ReceivedFile => file.type === 'file';
const isPicture = (file: Message['files'][number]): file is ReceivedPicture =>
  file.type === 'picture';

const sentBy = ({ from: { aadObjectId, name }, at, text }: Message): SentFiles => ({
  ...{ tenant: at.tenant, text },
  person: { aadObjectId, name },
});
const saidLater = (cards: () => Promise<readonly Card[]>): Response => ({
  messages: [],
  later: async () => ({
    messages: (await cards()).map((card) => ({ card, summary: card.fallbackText })),
  }),
});

/**
 * Takes the files of a message in a personal chat, or its pictures where nothing was written; undefined where
 * there are none. They are read after the answer.
 */
export function answerFile(
  services: Services,
  message: Message,
  reader: ReaderNow,
): Response | undefined {
  const { at, files, text } = message;
  const stored = files.filter(isStored);
  const [file, ...others] = stored;
  if (at.type !== 'personal') return undefined;
  if (!file) return text.trim() === '' ? answerPictures(services, message, reader) : undefined;
  const { language } = reader;
  const pictures = files.filter(isPicture);
  if (others.length + pictures.length === 0)
    return saidLater(() => receiveFile(services, { ...sentBy(message), file }, reader));
  if (services.attachments && !stored.some(({ name }) => mayBeList(name)))
    return offered(services, { message, files: [...stored, ...pictures] }, reader);
  const card = noticeCard(language, 'personal', offeredFileTexts[language].several);
  return { messages: [{ card, summary: card.fallbackText }] };
}

/** Offers to keep the pictures of a message; undefined where there are none, or nothing keeps them. */
export function answerPictures(
  services: Services,
  message: Message,
  reader: ReaderNow,
): Response | undefined {
  const files = message.files.filter(isPicture);
  const isKept = services.attachments !== undefined && message.at.type === 'personal';
  return isKept && files.length > 0 ? offered(services, { message, files }, reader) : undefined;
}

const offered = (
  services: Services,
  { message, files }: { readonly message: Message; readonly files: readonly Fetched[] },
  reader: ReaderNow,
): Response =>
  saidLater(async () => [await receiveEvidence(services, { ...sentBy(message), files }, reader)]);

/** Answers a consent at once; the file itself is carried afterwards. */
export function answerConsent(services: Services, consent: Consent, reader: ReaderNow): Response {
  const { at, from, offer = '' } = consent;
  // The same yes many times at once would find the offer standing each time.
  const turn = `offer ${at.tenant} ${from.aadObjectId} ${offer}`;
  return {
    messages: [],
    later: async () => {
      const card = await services.inTurn(turn, () => settleOffer(services, consent, reader));
      return { messages: card ? [{ card, summary: card.fallbackText }] : [] };
    },
  };
}

/** Offers the file that a button names, in the person's own chat; the card that was clicked stays as it is. */
export async function offerClicked({
  services,
  at,
  person,
  data,
  reader,
}: Clicked<'file'>): Promise<Response> {
  const { language } = reader;
  const wanted = { ref: { tenant: at.tenant, id: data.duty }, which: data.file };
  const sending = await offerFile(services, { file: wanted, person }, reader);
  if (!sending) {
    return { messages: [], inPlace: noticeCard(language, at.type, chatTexts[language].notYours) };
  }
  const { offered, notOffered } = offeredFileTexts[language];
  return { messages: [], toast: sending.type === 'sent' ? offered : notOffered };
}
