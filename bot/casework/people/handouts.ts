import type { Person, TenantKey } from '../../duty/ids.ts';
import { secondsAfter } from '../../duty/time/instant.ts';
import type { FileToOffer } from '../../ports/files.ts';
import type { SendResult } from '../../ports/messenger.ts';
import type { Services } from '../../ports/services.ts';
import type { KnownPerson, Handout } from '../../ports/store.ts';

const offerSeconds = 24 * 3600;

/** Offers a file in somebody's own chat. What says yes to it counts for a day, and only from that person. */
export async function offerTo(
  services: Services,
  { tenant, known }: { readonly tenant: TenantKey; readonly known: KnownPerson },
  { keys, ...file }: FileToOffer,
): Promise<SendResult> {
  const until = secondsAfter(services.now(), offerSeconds);
  const offer: Handout = { id: services.newId(), keys, name: file.name, until };
  const person = known.aadObjectId;
  await services.store.handouts.keep(tenant, person, offer);
  const sending = await services.files.offer(known, { ...file, id: offer.id });
  // Where it stands is wanted to take it out of the chat once it was answered.
  if (sending.type === 'sent' && sending.message)
    await services.store.handouts.keep(tenant, person, { ...offer, message: sending.message });
  return sending;
}

/** The offer that somebody answers; undefined for one of somebody else, an answered one, or one that is over. */
export async function standingOffer(
  services: Services,
  { tenant, person }: { readonly tenant: TenantKey; readonly person: Pick<Person, 'aadObjectId'> },
  id: string | undefined,
): Promise<Handout | undefined> {
  if (id === undefined) return undefined;
  const offer = await services.store.handouts.load(tenant, person.aadObjectId, id);
  return offer && services.now() < offer.until ? offer : undefined;
}
