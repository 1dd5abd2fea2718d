import type { ReceivedFile, ReceivedPicture } from '../../ports/files.ts';
import type { Person, TenantKey } from '../../duty/ids.ts';
import type { Card } from '../../../cards/card.ts';
import { namesSecret } from '../../../cards/secrets.ts';
import { noticeCard } from '../../views/chat-cards.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { offeredFileTexts } from './texts.ts';
import type { Incoming } from '../../ports/incoming.ts';
import { makeFile, readFileKeys } from './offered-files.ts';
import { offeredDossier } from './offered-dossiers.ts';
import type { Arrived } from '../attachments/offer.ts';
import { mostAtOnce, offerToKeep, placesFor } from '../attachments/offer.ts';
import { mayBeList } from '../attachments/recognise.ts';
import { attachmentTexts } from '../attachments/texts.ts';
import { takeFile } from '../review/lists/take-file.ts';
import { standingOffer } from '../../casework/people/handouts.ts';
import type { Services } from '../../ports/services.ts';
import type { Handout } from '../../ports/store.ts';

/** What somebody sent in the own chat, and what was written with it. */
export interface SentFiles {
  readonly tenant: TenantKey;
  readonly person: Person;
  readonly text: string;
}

/**
 * Fetches a file that somebody sent and takes it: as a list where it is one, else as evidence of a duty, if that
 * is wanted. The cards say what came of it.
 */
export async function receiveFile(
  services: Services,
  { file, ...sent }: SentFiles & { readonly file: ReceivedFile },
  reader: ReaderNow,
): Promise<readonly Card[]> {
  const { language } = reader;
  if (namesSecret(file.name))
    return [noticeCard(language, 'personal', attachmentTexts[language].secretName)];
  const download = await services.files.download(file);
  if (download.type !== 'file') {
    return [noticeCard(language, 'personal', offeredFileTexts[language].notRead[download.type])];
  }
  const offer = () => offerToKeep(services, { ...sent, files: [download] }, reader);
  const offered = mayBeList(download.name) ? undefined : await offer();
  if (offered) return [offered];
  const { tenant, person } = sent;
  const { card, isList } = await takeFile(
    services,
    { tenant, person, arrivedFile: download },
    reader,
  );
  // A table of figures is evidence as well.
  const also = isList ? undefined : await offer();
  return also ? [card, also] : [card];
}

/** Fetches pictures, or several files at once, and asks whether they are to be kept as evidence. */
export async function receiveEvidence(
  services: Services,
  { files, ...sent }: SentFiles & { readonly files: readonly (ReceivedFile | ReceivedPicture)[] },
  reader: ReaderNow,
): Promise<Card> {
  const { language } = reader;
  const notice = (told: string): Card => noticeCard(language, 'personal', told);
  if ((await placesFor(services, sent)).length === 0)
    return notice(attachmentTexts[language].noPlace);
  if (files.some((file) => 'name' in file && namesSecret(file.name)))
    return notice(attachmentTexts[language].secretName);
  const arrived: Arrived[] = [];
  for (const file of files.slice(0, mostAtOnce)) {
    const download = await services.files.download(file);
    if (download.type !== 'file') return notice(offeredFileTexts[language].notRead[download.type]);
    arrived.push(download);
  }
  const offered = await offerToKeep(services, { ...sent, files: arrived }, reader);
  return offered ?? notice(attachmentTexts[language].noPlace);
}

type Consent = Extract<Incoming, { type: 'file-consent' }>;

/** The file that an offer names, made for this person as the rights are now. */
async function fileFor(
  services: Services,
  { from, at, keys }: Pick<Consent, 'from' | 'at'> & Pick<Handout, 'keys'>,
  reader: ReaderNow,
): Promise<Uint8Array | undefined> {
  const wanted = readFileKeys(at.tenant, keys);
  if (!wanted) return (await offeredDossier(services, { from, at, keys }))?.read();
  const { aadObjectId, name } = from;
  const person = { aadObjectId, name };
  return (await makeFile(services, { fileRef: wanted, person }, reader))?.read();
}

/**
 * Carries out what somebody said to an offer that was stored for them: nothing else is an offer. The file is
 * looked up and made again, with the rights that this person has now; its name is that of the offer, and the click
 * only tells where it goes. Returns what to say; undefined when the file itself says it.
 */
export async function settleOffer(
  services: Services,
  { from, at, accepted, upload, offer: id }: Consent,
  reader: ReaderNow,
): Promise<Card | undefined> {
  const { language } = reader;
  const said = offeredFileTexts[language];
  const notice = (told: string): Card => noticeCard(language, 'personal', told);
  const offer = await standingOffer(services, { tenant: at.tenant, person: from }, id);
  if (!accepted) {
    if (offer) await over(services, { from, at }, offer);
    return notice(said.declined);
  }
  if (!offer) return notice(said.over);
  const bytes = await fileFor(services, { from, at, keys: offer.keys }, reader);
  if (!bytes) return notice(said.notForYou);
  if (!upload) return notice(said.notStored.refused);
  const place = { ...upload, name: offer.name };
  const stored = await services.files.upload(place, bytes);
  if (stored.type !== 'stored') return notice(said.notStored[stored.type]);
  await over(services, { from, at }, offer);
  const shown = await services.files.show(at, place);
  return shown.type === 'sent' ? undefined : notice(said.stored);
}

/** It was answered: nothing is stored for it any more, and it leaves the chat. */
async function over(
  services: Services,
  { from, at }: Pick<Consent, 'from' | 'at'>,
  { id, message }: Handout,
): Promise<void> {
  await services.store.handouts.drop(at.tenant, from.aadObjectId, id);
  if (message) await services.files.retract(message);
}
