import type { TenantKey, PersonId } from '../../duty/ids.ts';
import type { Services } from '../../ports/services.ts';
import { turnOf } from '../../ports/services.ts';
import type { KnownPerson, Leaver, OutboxEntry, Silence } from '../../ports/store.ts';
import { heardOf } from './silence.ts';
import type { Language } from '../../../cards/language.ts';
import { chatTexts } from '../../views/chat-texts.ts';
import { secondsAfter } from '../../duty/time/instant.ts';

/** What an authenticated activity in a personal chat tells about the person who wrote. */
export type SeenPerson = Omit<
  KnownPerson,
  'installed' | 'installedAt' | 'language' | 'remindedOn' | 'backOn' | keyof Silence
>;

export async function update(
  services: Services,
  {
    tenant,
    person,
    change,
  }: {
    readonly tenant: TenantKey;
    readonly person: PersonId;
    readonly change: (known: KnownPerson | undefined) => KnownPerson | Promise<KnownPerson>;
  },
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

/** Some activities name nobody: then the name that is known stays, and a new person is a colleague until one is. */
export function merged(
  known: KnownPerson | undefined,
  seen: SeenPerson,
  language: Language,
): Omit<KnownPerson, 'installed'> {
  const name = seen.name === seen.aadObjectId ? known?.name : seen.name;
  return { ...(known && heardOf(known)), ...seen, name: name ?? chatTexts[language].colleague };
}

function sameFacts(one: KnownPerson, other: KnownPerson): boolean {
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
  if (!known?.value.installed) return;
  const at = services.now();
  await services.store.leavers.note(tenant, { person, at });
  // The hand-on first: were the person noted as gone before it, a crash in between would lose it for good.
  const departure = await expectDeparture(services, tenant, { person, at });
  await update(services, {
    tenant,
    person,
    change: (last) => ({
      ...(last ?? known.value),
      installed: false,
    }),
  });
  services.delivery.soon([departure]);
}

/** Notes on which day of their own calendar a person was reminded. */
export async function noteReminded(
  services: Services,
  {
    tenant,
    person,
    day,
  }: { readonly tenant: TenantKey; readonly person: PersonId; readonly day: string },
): Promise<void> {
  const known = await services.store.people.get(tenant, person);
  if (!known) return;
  await update(services, {
    tenant,
    person,
    change: (last) => ({ ...(last ?? known.value), remindedOn: day }),
  });
}

/** An app that is updated or installed again is gone for a moment: that is no leaving. */
export const graceSeconds = 15 * 60;

/** Commits what gives everything that waits for somebody to others, unless they are back by then. */
async function expectDeparture(
  services: Services,
  tenant: TenantKey,
  { person, at }: Leaver,
): Promise<OutboxEntry> {
  const entry: OutboxEntry = {
    tenant,
    effect: { do: 'replace-departed', key: `replace-departed:${person}`, person, at },
    dueAt: secondsAfter(at, graceSeconds),
    attempts: 0,
    ...turnOf(services),
  };
  await services.store.outbox.add(entry);
  return entry;
}
