import type { TenantKey, PersonId } from '../duty/ids.ts';
import type { Services } from '../ports/services.ts';
import type { KnownPerson, OutboxEntry } from '../ports/store.ts';
import { secondsAfter } from '../duty/time/instant.ts';

/** What an authenticated activity in a personal chat tells about the person who wrote. */
export type SeenPerson = Omit<KnownPerson, 'installed' | 'installedAt' | 'language' | 'remindedOn'>;

export async function update(
  services: Services,
  tenant: TenantKey,
  person: PersonId,
  change: (known: KnownPerson | undefined) => KnownPerson | Promise<KnownPerson>,
): Promise<{ readonly before: KnownPerson | undefined; readonly after: KnownPerson }> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const read = await services.store.people.get(tenant, person);
    const after = await change(read?.value);
    if (read && sameFacts(read.value, after)) return { before: read.value, after };
    const result = await services.store.people.save(tenant, after, read?.etag);
    if (result === 'saved') return { before: read?.value, after };
  }
  throw new Error('What is known of a person changed ten times while it was being changed.');
}

/** Some activities name nobody: then the name that is known stays. */
export function merged(
  known: KnownPerson | undefined,
  seen: SeenPerson,
): Omit<KnownPerson, 'installed'> {
  const named = seen.name !== seen.aadObjectId;
  return { ...known, ...seen, name: named ? seen.name : (known?.name ?? seen.name) };
}

export function sameFacts(one: KnownPerson, other: KnownPerson): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof KnownPerson>;
  return [...keys].every((key) => one[key] === other[key]);
}

/** The bot was removed from a person's chat: nothing can be sent until it is installed again. */
export async function uninstallPerson(
  services: Services,
  tenant: TenantKey,
  person: PersonId,
): Promise<void> {
  const known = await services.store.people.get(tenant, person);
  if (!known) return;
  const { before } = await update(services, tenant, person, (last) => ({
    ...(last ?? known.value),
    installed: false,
  }));
  if (before?.installed) await expectDeparture(services, tenant, person);
}

/** Notes on which day of their own calendar a person was reminded. */
export async function noteReminded(
  services: Services,
  tenant: TenantKey,
  person: PersonId,
  day: string,
): Promise<void> {
  const known = await services.store.people.get(tenant, person);
  if (!known) return;
  await update(services, tenant, person, (last) => ({ ...(last ?? known.value), remindedOn: day }));
}

/** An app that is updated or installed again is gone for a moment: that is no leaving. */
const graceSeconds = 15 * 60;

/** Notes that somebody removed the bot; what waits for them goes to others unless they come back soon. */
export async function expectDeparture(
  services: Services,
  tenant: TenantKey,
  person: PersonId,
): Promise<void> {
  const entry: OutboxEntry = {
    tenant,
    effect: { do: 'replace-departed', key: `replace-departed:${person}`, person },
    dueAt: secondsAfter(services.now(), graceSeconds),
    attempts: 0,
  };
  await services.store.outbox.add(entry);
  services.delivery.soon([entry]);
}
