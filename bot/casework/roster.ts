import type { Person, PersonId, TenantKey } from '../duty/ids.ts';
import type { KindName } from '../kinds/index.ts';
import type { Duty } from '../duty/duty.ts';
import { assigneeOf } from '../duty/duty.ts';
import { dayOf } from '../duty/time/workdays.ts';
import type { RosterChange, RosterVerdict } from '../tenant/roster/change.ts';
import { decideRoster, emptyRoster } from '../tenant/roster/change.ts';
import type { Roster } from '../tenant/roster/roster.ts';
import { askable, backAfter, entryFor } from '../tenant/roster/roster.ts';
import type { Services } from '../ports/services.ts';
import { changeDocument } from './it-team/documents.ts';
import { showingTo } from './it-team/shared-cards.ts';

/** The roster of a tenant; an empty one where nothing was laid down yet. */
export async function readRoster(services: Services, tenant: TenantKey): Promise<Roster> {
  return (await services.store.documents.load(tenant, 'roster'))?.value ?? emptyRoster(tenant);
}

/** Changes the roster, with its evidence in the same transaction. Whether somebody may is the caller's to know. */
export async function changeRoster(
  services: Services,
  {
    tenant,
    change,
    by,
  }: { readonly tenant: TenantKey; readonly change: RosterChange; readonly by: Person },
): Promise<{ readonly verdict: RosterVerdict; readonly roster: Roster }> {
  const document = { tenant, name: 'roster', empty: emptyRoster(tenant) } as const;
  const { verdict, register } = await showingTo(services, { tenant, card: 'roster' }, () =>
    changeDocument(services, document, (before) => {
      const { roster, ...decision } = decideRoster(before, change, by);
      return { ...decision, register: roster };
    }),
  );
  return { verdict, roster: register };
}

/**
 * Who the roster names for a system and a kind today, so many at most: the responsible, then the
 * substitute, then the fallback. Whoever removed the bot or is away is passed over; whoever never had it is not.
 */
export async function peopleFor(
  services: Services,
  {
    tenant,
    system,
    kind,
    most,
  }: {
    readonly tenant: TenantKey;
    readonly system: string;
    readonly kind: KindName;
    readonly most: number;
  },
): Promise<readonly Person[]> {
  const roster = await readRoster(services, tenant);
  const entry = entryFor(roster, system, kind);
  if (!entry) return [];
  const line = askable(entry, dayOf(services.now(), services.zone));
  const present = await Promise.all(
    line.map(({ aadObjectId }) => isPresent(services, { tenant, roster }, aadObjectId)),
  );
  const staying = line.filter((_, at) => present[at]);
  // A card to somebody who left or is away waits; no card at all would be forgotten.
  return staying.length > 0 ? staying.slice(0, most) : line.slice(0, 1);
}

/** The first whom the roster names for a system and a kind today; undefined where it names nobody. */
export async function personFor(
  services: Services,
  {
    tenant,
    system,
    kind,
  }: { readonly tenant: TenantKey; readonly system: string; readonly kind: KindName },
): Promise<Person | undefined> {
  const [person] = await peopleFor(services, { tenant, system, kind, most: 1 });
  return person;
}

/**
 * The systems of a kind by whom the roster names for each today, in the order of the systems; `otherwise` has those for which
 * it names nobody. Systems that nobody could be asked about are left out.
 */
export async function systemsByPerson(
  services: Services,
  {
    tenant,
    kind,
    systems,
    otherwise,
  }: {
    readonly tenant: TenantKey;
    readonly kind: KindName;
    readonly systems: readonly string[];
    readonly otherwise: Person | undefined;
  },
): Promise<readonly { readonly person: Person; readonly systems: readonly string[] }[]> {
  const groups = new Map<string, { readonly person: Person; readonly systems: string[] }>();
  for (const system of systems) {
    const person = (await personFor(services, { tenant, system, kind })) ?? otherwise;
    if (!person) continue;
    const group = groups.get(person.aadObjectId) ?? { person, systems: [] };
    group.systems.push(system);
    groups.set(person.aadObjectId, group);
  }
  return [...groups.values()];
}

/** Whether somebody had the bot and removed it, or was taken from the organisation. */
export async function hasLeft(
  services: Services,
  tenant: TenantKey,
  person: PersonId,
): Promise<boolean> {
  return (await services.store.people.get(tenant, person))?.value.installed === false;
}

/**
 * The first day back of somebody who is away today, as the person said or the roster says: the two are one notion.
 * Undefined for whoever is there.
 */
export async function backOn(
  services: Services,
  { tenant, roster }: { readonly tenant: TenantKey; readonly roster: Roster },
  person: PersonId,
): Promise<string | undefined> {
  const today = dayOf(services.now(), services.zone);
  const own = (await services.store.people.get(tenant, person))?.value.backOn;
  const laidDown = backAfter(roster, person, today);
  const days = [own, laidDown].filter((day) => day !== undefined && day > today);
  return days.sort().at(-1);
}

/** Whether somebody can be asked today: the bot is not removed, and the person is not away. */
export async function isPresent(
  services: Services,
  where: { readonly tenant: TenantKey; readonly roster: Roster },
  person: PersonId,
): Promise<boolean> {
  if (await hasLeft(services, where.tenant, person)) return false;
  return (await backOn(services, where, person)) === undefined;
}

/** The first who is not asked yet, has not left and is not away. */
export async function firstAskable(
  services: Services,
  duty: Duty,
  people: readonly Person[],
): Promise<Person | undefined> {
  const roster = await readRoster(services, duty.tenant);
  const where = { tenant: duty.tenant, roster };
  for (const person of people) {
    if (assigneeOf(duty, person.aadObjectId)) continue;
    if (await isPresent(services, where, person.aadObjectId)) return person;
  }
  return undefined;
}
