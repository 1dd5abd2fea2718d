import type { Clicked } from '../../casework/clicks.ts';
import type { ReceivedFile } from '../../ports/files.ts';
import { noticeCard } from '../../views/chat-cards.ts';
import { chatTexts } from '../../views/chat-texts.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { offeredFileTexts } from './texts.ts';
import { receiveFile, settleOffer } from './carry-file.ts';
import type { Incoming, Response } from '../../ports/incoming.ts';
import { offerFile } from './offered-files.ts';
import type { Services } from '../../ports/services.ts';
import { readerFor } from '../../ports/services.ts';

type Message = Extract<Incoming, { type: 'message' }>;
type Consent = Extract<Incoming, { type: 'file-consent' }>;

const isStored = (file: Message['files'][number]): file is ReceivedFile => file.type === 'file';

/** Takes the file of a message in a personal chat; undefined where there is none. It is read after the answer. */
export function answerFile(
  services: Services,
  { from, at, files }: Message,
  reader: ReaderNow,
): Response | undefined {
  const [file, ...others] = files.filter(isStored);
  if (!file || at.type !== 'personal') return undefined;
  const { language } = reader;
  if (others.length > 0) {
    const card = noticeCard(language, 'personal', offeredFileTexts[language].several);
    return { messages: [{ card, summary: card.fallbackText }] };
  }
  const { aadObjectId, name } = from;
  return {
    messages: [],
    later: async () => {
      const card = await receiveFile(
        services,
        { tenant: at.tenant, person: { aadObjectId, name }, file },
        reader,
      );
      return { messages: [{ card, summary: card.fallbackText }] };
    },
  };
}

/** Answers a consent at once; the file itself is carried afterwards. */
export async function answerConsent(services: Services, consent: Consent): Promise<Response> {
  const { from, at } = consent;
  const known = await services.store.people.get(at.tenant, from.aadObjectId);
  const reader = readerFor(services, known?.value ?? from);
  return {
    messages: [],
    later: async () => {
      const card = await settleOffer(services, consent, reader);
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
