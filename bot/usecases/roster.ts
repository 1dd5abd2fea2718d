import type { KindName } from '../duties/index.ts';
import type { Role } from '../duties/kind.ts';
import type { Person, PersonId, TenantKey } from '../lifecycle/duty.ts';
import { registerView, sealRegister } from '../lifecycle/register.ts';
import { dayOf } from '../lifecycle/workdays.ts';
import type { RosterChange, RosterVerdict } from '../roster/change.ts';
import { decideRoster, emptyRoster } from '../roster/change.ts';
import type { Roster } from '../roster/roster.ts';
import { askable, entryFor, personInRole as holderOf } from '../roster/roster.ts';
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
    const { register: roster, records } = sealRegister(decision.roster, decision.evidence, now);
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

/** Who holds an office in the roster; undefined while nobody does. */
export async function personInRole(
  world: World,
  tenant: TenantKey,
  role: Role,
): Promise<Person | undefined> {
  return holderOf(await readRoster(world, tenant), role);
}

/**
 * Who the roster names for a system and a kind today: the responsible, else the substitute, else the
 * fallback. Somebody who removed the bot is passed over; somebody who never had it is not.
 */
export async function personFor(
  world: World,
  tenant: TenantKey,
  system: string,
  kind: KindName,
): Promise<Person | undefined> {
  const entry = entryFor(await readRoster(world, tenant), system, kind);
  if (!entry) return undefined;
  const line = askable(entry, dayOf(world.now(), world.zone));
  for (const person of line) {
    if (!(await hasLeft(world, tenant, person.aadObjectId))) return person;
  }
  // A card to somebody who left waits for the next install; no card at all would be forgotten.
  return line[0];
}

/** Whether somebody had the bot and removed it, or was taken from the organisation. */
export async function hasLeft(world: World, tenant: TenantKey, person: PersonId): Promise<boolean> {
  return (await world.store.people.get(tenant, person))?.value.installed === false;
}
