import type { Language } from '../../cards/language.ts';
import type { PersonId, TenantKey } from '../lifecycle/duty.ts';
import { parseDutyId } from '../lifecycle/duty.ts';
import type { TenantEffect } from '../lifecycle/effects.ts';
import { isNewInstall } from '../lifecycle/instant.ts';
import { viewWaitsFor } from '../lifecycle/view.ts';
import type { KnownPerson, OutboxEntry } from '../store/ports.ts';
import { changeDuty } from './change-duty.ts';
import { commitAhead, makeDue } from './effect-ahead.ts';
import { expectLeaving } from './leavers.ts';
import type { World } from './world.ts';

/** What an authenticated activity in a personal chat tells about the person who wrote. */
export type SeenPerson = Omit<KnownPerson, 'installed' | 'installedAt' | 'language' | 'remindedOn'>;

// More than this at once would flood a chat; the others stand on the list that is sent instead.
export const cardsAtInstall = 5;

async function update(
  world: World,
  tenant: TenantKey,
  person: PersonId,
  change: (known: KnownPerson | undefined) => KnownPerson | Promise<KnownPerson>,
): Promise<{ readonly before: KnownPerson | undefined; readonly after: KnownPerson }> {
  for (let round = 0; round < 10; round += 1) {
    const read = await world.store.people.get(tenant, person);
    const after = await change(read?.value);
    if (read && sameFacts(read.value, after)) return { before: read.value, after };
    const result = await world.store.people.save(tenant, after, read?.etag);
    if (result === 'saved') return { before: read?.value, after };
  }
  throw new Error('What is known of a person changed ten times while it was being changed.');
}

/** Some activities name nobody: then the name that is known stays. */
function merged(known: KnownPerson | undefined, seen: SeenPerson): Omit<KnownPerson, 'installed'> {
  const named = seen.name !== seen.aadObjectId;
  return { ...known, ...seen, name: named ? seen.name : (known?.name ?? seen.name) };
}

function sameFacts(one: KnownPerson, other: KnownPerson): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof KnownPerson>;
  return [...keys].every((key) => one[key] === other[key]);
}

/**
 * A person whom the bot may write to from now on: the bot was installed, or the person wrote in a
 * personal chat, which nobody can without it. `first` for a new install and only then: one welcome and
 * one round of open duties each. The round waits in the outbox; `begin` starts it after the welcome.
 */
export async function installPerson(
  world: World,
  tenant: TenantKey,
  seen: SeenPerson,
  told: 'by-install' | 'by-message',
): Promise<{ readonly first: boolean; readonly person: KnownPerson; readonly begin: () => void }> {
  const now = world.now();
  const isFirst = (known: KnownPerson | undefined): boolean =>
    told === 'by-install' ? isNewInstall(known, now) : known?.installed !== true;
  const bringOpen = (): TenantEffect => ({
    do: 'bring-open',
    key: `bring-open:${world.newId()}`,
    person: seen.aadObjectId,
  });
  const owner = { tenant, person: seen.aadObjectId };
  let round: OutboxEntry | undefined;
  const { before, after } = await update(world, tenant, seen.aadObjectId, async (known) => {
    // The round first: were the person known before it, a crash in between would lose it for good.
    if (isFirst(known)) round ??= await commitAhead(world, owner, bringOpen());
    return {
      ...merged(known, seen),
      installed: true,
      ...(isFirst(known) ? { installedAt: now } : {}),
    };
  });
  const first = isFirst(before);
  // Another event told of the same install at the same time, and brings a round of its own.
  if (round && !first) await world.store.outbox.remove(round);
  const begun = first && round ? await makeDue(world, round) : [];
  return {
    first,
    person: after,
    begin: () => {
      world.delivery.soon(begun);
    },
  };
}

/** Sends the most urgent open duties again; true when more are open than a chat takes at once. */
export async function bringOpenDuties(
  world: World,
  tenant: TenantKey,
  person: PersonId,
): Promise<boolean> {
  // The round of an install that was never completed.
  if ((await world.store.people.get(tenant, person))?.value.installed !== true) return false;
  const page = await world.store.listings.page(
    tenant,
    { list: 'person', person },
    cardsAtInstall + 1,
  );
  // A duty with a problem may still wait for this person; one that does not brings no card.
  const waiting = page.items.filter((item) => viewWaitsFor(item, person));
  for (const { id } of waiting.slice(0, cardsAtInstall)) {
    const dutyId = parseDutyId(id);
    if (dutyId) {
      const event = { type: 'card-wanted', person, afresh: true } as const;
      await changeDuty(world, { tenant, id: dutyId }, event);
    }
  }
  return waiting.length > cardsAtInstall || page.next !== undefined;
}

/** The bot was removed from a person's chat: nothing can be sent until it is installed again. */
export async function uninstallPerson(
  world: World,
  tenant: TenantKey,
  person: PersonId,
): Promise<void> {
  const known = await world.store.people.get(tenant, person);
  if (!known) return;
  const { before } = await update(world, tenant, person, (last) => ({
    ...(last ?? known.value),
    installed: false,
  }));
  if (before?.installed) await expectLeaving(world, tenant, person);
}

/** Notes on which day of their own calendar a person was reminded. */
export async function noteReminded(
  world: World,
  tenant: TenantKey,
  person: PersonId,
  day: string,
): Promise<void> {
  const known = await world.store.people.get(tenant, person);
  if (!known) return;
  await update(world, tenant, person, (last) => ({ ...(last ?? known.value), remindedOn: day }));
}

/** The language that a person chose; undefined when the bot does not know the person. */
export async function chooseLanguage(
  world: World,
  tenant: TenantKey,
  seen: SeenPerson,
  language: Language,
): Promise<KnownPerson> {
  const { after } = await update(world, tenant, seen.aadObjectId, (known) => ({
    ...merged(known, seen),
    installed: known?.installed ?? true,
    language,
  }));
  return after;
}
