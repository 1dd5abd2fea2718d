import type { KindName } from '../duties/index.ts';
import type { Person, PersonId, TenantKey } from '../lifecycle/duty.ts';
import { registerView, sealRegister } from '../lifecycle/register.ts';
import { dayOf } from '../lifecycle/workdays.ts';
import type { RosterChange, RosterVerdict } from '../roster/change.ts';
import { decideRoster, emptyRoster } from '../roster/change.ts';
import type { Roster } from '../roster/roster.ts';
import { askable, entryFor } from '../roster/roster.ts';
import type { World } from './world.ts';

const maxRounds = 10;

/** The roster of a tenant; an empty one where nothing was laid down yet. */
export async function readRoster(world: World, tenant: TenantKey): Promise<Roster> {
  return (await world.store.registers.load(tenant, 'roster'))?.value ?? emptyRoster(tenant);
}

/** Changes the roster, with its evidence in the same transaction. Whether somebody may is the caller's to know. */
export async function changeRoster(
  world: World,
  tenant: TenantKey,
  change: RosterChange,
  by: Person,
): Promise<{ readonly verdict: RosterVerdict; readonly roster: Roster }> {
  for (let round = 0; round < maxRounds; round += 1) {
    const read = await world.store.registers.load(tenant, 'roster');
    const before = read?.value ?? emptyRoster(tenant);
    const decision = decideRoster(before, change, by);
    const { verdict } = decision;
    if (verdict !== 'done') return { verdict, roster: before };
    const now = world.now();
    const { register: roster, records } = sealRegister(decision.roster, decision.evidence, {
      at: now,
      newKey: world.newId,
    });
    // The list of evidence first: a row too many there is harmless, one too few would hide records.
    if (roster.months !== before.months) {
      const month = { list: 'evidence', month: now.slice(0, 7) } as const;
      await world.store.listings.put(tenant, month, registerView(roster, 'roster', now));
    }
    const done = await world.store.registers.commit({
      name: 'roster',
      register: roster,
      etag: read?.etag,
      records,
      attempt: world.newId(),
    });
    if (done === 'committed') return { verdict, roster };
  }
  throw new Error(`The roster changed ${String(maxRounds)} times while it was being changed.`);
}

/**
 * Who the roster names for a system and a kind today, so many at most: the responsible, then the
 * substitute, then the fallback. Somebody who removed the bot is passed over; somebody who never had it is not.
 */
export async function peopleFor(
  world: World,
  tenant: TenantKey,
  { system, kind }: { readonly system: string; readonly kind: KindName },
  most: number,
): Promise<readonly Person[]> {
  const entry = entryFor(await readRoster(world, tenant), system, kind);
  if (!entry) return [];
  const line = askable(entry, dayOf(world.now(), world.zone));
  const left = await Promise.all(
    line.map(({ aadObjectId }) => hasLeft(world, tenant, aadObjectId)),
  );
  const staying = line.filter((_, at) => !left[at]);
  // A card to somebody who left waits for the next install; no card at all would be forgotten.
  return staying.length > 0 ? staying.slice(0, most) : line.slice(0, 1);
}

/** The first whom the roster names for a system and a kind today; undefined where it names nobody. */
export async function personFor(
  world: World,
  tenant: TenantKey,
  system: string,
  kind: KindName,
): Promise<Person | undefined> {
  const [person] = await peopleFor(world, tenant, { system, kind }, 1);
  return person;
}

/** Whether somebody had the bot and removed it, or was taken from the organisation. */
export async function hasLeft(world: World, tenant: TenantKey, person: PersonId): Promise<boolean> {
  return (await world.store.people.get(tenant, person))?.value.installed === false;
}
