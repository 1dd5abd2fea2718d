import type { Card } from '../../../cards/card.ts';
import { plain } from '../../../cards/plain-text.ts';
import { changeReadDuty } from '../../casework/change-duty.ts';
import type { Clicked, DutyClicked } from '../../casework/clicks.ts';
import { secondsAfter } from '../../duty/time/instant.ts';
import { goesBefore } from '../../tenant/retention.ts';
import type { Duty } from '../../duty/duty.ts';
import type { PersonId, TenantKey } from '../../duty/ids.ts';
import type { Services } from '../../ports/services.ts';
import type { Offer } from '../../ports/store.ts';
import { noticeCard } from '../../views/chat-cards.ts';
import { namesOf } from './card.ts';
import { attachmentTexts } from './texts.ts';

// A click that was taken in the last second is still being carried out.
const secondsOfGrace = 3600;

async function liveOffer(
  { store, retention, now }: Services,
  {
    tenant,
    person,
    id,
  }: { readonly tenant: TenantKey; readonly person: PersonId; readonly id: string },
): Promise<Offer | undefined> {
  const offer = await store.offers.load(tenant, person, id);
  return offer && offer.at >= goesBefore(now(), retention.drafts) ? offer : undefined;
}

/**
 * Keeps the files of an offer with a duty. The choice is noted first, then the duty says it, then the offer goes:
 * whatever breaks off in between, a second click ends it, and no file is lost that a duty names.
 */
export async function keep({
  services,
  read,
  duty,
  person,
  data,
  reader: { language },
}: DutyClicked<'keep'>): Promise<Card> {
  const said = attachmentTexts[language];
  const notice = (told: string): Card => noticeCard(language, 'personal', told);
  const { tenant } = duty;
  const before = keptOf(duty, data.offer);
  if (before.length > 0) return notice(said.kept(namesOf(before), plain(duty.reference)));
  const { aadObjectId } = person;
  const offer = await liveOffer(services, { tenant, person: aadObjectId, id: data.offer });
  if (!offer) return notice(said.gone);
  await services.store.offers.keep(tenant, { ...offer, duty: duty.id });
  const { files } = offer;
  const changed = await changeReadDuty(services, read, () => ({
    type: 'attached',
    by: person,
    files,
  }));
  switch (changed?.verdict) {
    case 'done':
    case 'repeated':
      await services.store.offers.drop(tenant, offer);
      return notice(said.kept(namesOf(files), plain(duty.reference)));
    case 'withdrawn':
      return notice(said.withdrawn);
    default:
      return notice(said.full);
  }
}

const keptOf = ({ attachments = [] }: Duty, offer: string) =>
  attachments.filter(({ id }) => id.startsWith(`${offer}-`));

/** Somebody does not want files kept: they are gone at once. */
export async function keepNot({
  services,
  at: { tenant },
  person,
  data,
  reader: { language },
}: Clicked<'keepNot'>): Promise<Card> {
  const offer = await services.store.offers.load(tenant, person.aadObjectId, data.offer);
  if (offer) await withdraw(services, tenant, offer);
  return noticeCard(language, 'personal', attachmentTexts[language].notKept);
}

type Withdrawing = Pick<Services, 'store' | 'attachments'>;

/** Takes an offer away with its files, but for those that a duty keeps. */
async function withdraw(
  { store, attachments: blobs }: Withdrawing,
  tenant: TenantKey,
  offer: Offer,
): Promise<void> {
  const chosen =
    offer.duty === undefined ? undefined : await store.duties.load({ tenant, id: offer.duty });
  const kept = new Set((chosen?.value.attachments ?? []).map(({ id }) => id));
  for (const { id } of offer.files) if (!kept.has(id)) await blobs?.remove(tenant, id);
  await store.offers.drop(tenant, offer);
}

/** By the clock: what was offered and nobody chose within a day is gone. Tells how many offers that were. */
export async function forgetOffers(
  services: Withdrawing & Pick<Services, 'now' | 'retention'>,
  tenant: TenantKey,
): Promise<number> {
  const before = goesBefore(services.now(), services.retention.drafts);
  let forgotten = 0;
  for await (const offer of services.store.offers.all(tenant)) {
    if (secondsAfter(offer.at, secondsOfGrace) >= before) continue;
    await withdraw(services, tenant, offer);
    forgotten += 1;
  }
  return forgotten;
}
