import type { ReceivedFile } from '../../ports/files.ts';
import type { Person, TenantKey } from '../../duty/ids.ts';
import type { Card } from '../../../cards/card.ts';
import { noticeCard } from '../../views/chat-cards.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { offeredFileTexts } from './texts.ts';
import type { Incoming } from '../../ports/incoming.ts';
import { makeFile, readFileKeys } from './offered-files.ts';
import { offeredDossier } from './offered-dossiers.ts';
import { takeFile } from '../review/lists/take-file.ts';
import type { Services } from '../../ports/services.ts';

/** Fetches a file that somebody sent and takes it; the card says what came of it. */
export async function receiveFile(
  services: Services,
  {
    tenant,
    person,
    file,
  }: { readonly tenant: TenantKey; readonly person: Person; readonly file: ReceivedFile },
  reader: ReaderNow,
): Promise<Card> {
  const { language } = reader;
  const download = await services.files.download(file);
  if (download.type !== 'file') {
    return noticeCard(language, 'personal', offeredFileTexts[language].notRead[download.type]);
  }
  const taken = await takeFile(services, { tenant, person, arrivedFile: download }, reader);
  return taken ?? noticeCard(language, 'personal', offeredFileTexts[language].notExpected);
}

/** The file that an offer names, made for this person as the rights are now. */
async function fileFor(
  services: Services,
  { from, at, keys }: Pick<Consent, 'from' | 'at' | 'keys'>,
  reader: ReaderNow,
): Promise<{ readonly bytes: Uint8Array; readonly name?: string } | undefined> {
  const wanted = readFileKeys(at.tenant, keys);
  if (!wanted) {
    const dossier = await offeredDossier(services, { from, at, keys });
    return dossier && { bytes: await dossier.read() };
  }
  const { aadObjectId, name } = from;
  return makeFile(services, { fileRef: wanted, person: { aadObjectId, name } }, reader);
}

type Consent = Extract<Incoming, { type: 'file-consent' }>;

/**
 * Carries out what somebody said to an offer. The file is looked up and made again, with the rights that
 * this person has now. Returns what to say; undefined when the file itself says it.
 */
export async function settleOffer(
  services: Services,
  { from, at, accepted, upload, keys, offer }: Consent,
  reader: ReaderNow,
): Promise<Card | undefined> {
  const { language } = reader;
  const said = offeredFileTexts[language];
  const notice = (told: string): Card => noticeCard(language, 'personal', told);
  if (!accepted) {
    if (offer) await services.files.retract(offer);
    return notice(said.declined);
  }
  const file = await fileFor(services, { from, at, keys }, reader);
  if (!file) return notice(said.notForYou);
  if (!upload) return notice(said.notStored.refused);
  // What the file is called is ours to say.
  const place = { ...upload, name: file.name ?? upload.name };
  const stored = await services.files.upload(place, file.bytes);
  if (stored.type !== 'stored') return notice(said.notStored[stored.type]);
  if (offer) await services.files.retract(offer);
  const shown = await services.files.show(at, place);
  return shown.type === 'sent' ? undefined : notice(said.stored);
}
