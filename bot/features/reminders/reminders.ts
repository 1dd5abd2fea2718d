import { parseDutyId } from '../../duty/ids.ts';
import type { DutyId, PersonId, TenantKey } from '../../duty/ids.ts';
import type { Duty } from '../../duty/duty.ts';
import type { DutyEvent } from '../../duty/decide.ts';
import { toInstant } from '../../duty/time/instant.ts';
import { stepsDue, waitedFor } from '../../duty/reminders/schedule.ts';
import { waitsFor } from '../../duty/quorum.ts';
import type { DutyView } from '../../duty/view.ts';
import { viewOf } from '../../duty/view.ts';
import { dayOf } from '../../duty/time/workdays.ts';
import type { Roster } from '../../tenant/roster/roster.ts';
import { askable, entryFor, isAway } from '../../tenant/roster/roster.ts';
import { reachableFrom } from '../../tenant/quiet-hours.ts';
import type { KnownPerson, OutboxEntry } from '../../ports/store.ts';
import { changeDutyWith } from '../../casework/change-duty.ts';
import { firstAskable, hasLeft, readRoster } from '../../casework/roster.ts';
import type { World } from '../../ports/services.ts';
import { DateTime } from 'luxon';

const perPage = 100;
const atOnce = 8;

/**
 * Takes the steps of all reminders whose day has come. Each is taken once, whoever else does the same;
 * returns how many duties were looked at.
 */
export async function remindDue(world: World, tenant: TenantKey): Promise<number> {
  const today = dayOf(world.now(), world.zone);
  let looked = 0;
  let cursor: string | undefined;
  do {
    const page = await world.store.listings.toRemind(tenant, today, perPage, cursor);
    const roster = page.items.length > 0 ? await readRoster(world, tenant) : undefined;
    for (let at = 0; roster && at < page.items.length; at += atOnce) {
      const some = page.items.slice(at, at + atOnce);
      await Promise.all(some.map((id) => remind(world, { tenant, id }, roster, today)));
    }
    looked += page.items.length;
    cursor = page.next;
  } while (cursor !== undefined);
  return looked;
}

async function remind(
  world: World,
  ref: { tenant: TenantKey; id: DutyId },
  roster: Roster,
  today: string,
): Promise<void> {
  await changeDutyWith(world, ref, async (duty): Promise<DutyEvent | undefined> => {
    const due = stepsDue(duty, today);
    if (!due) return undefined;
    const isLast = due.steps.some(({ helper }) => helper);
    const helpers = await helpersFor(world, duty, roster, { today, isLast });
    return { type: 'reminded', today, helpers };
  });
}

/**
 * Who is asked as well: at the last step, or where the person who is responsible is away or has left,
 * the first of the roster who is not asked yet.
 */
async function helpersFor(
  world: World,
  duty: Duty,
  roster: Roster,
  { today, isLast }: { today: string; isLast: boolean },
): Promise<Extract<DutyEvent, { type: 'reminded' }>['helpers']> {
  const entry = entryFor(roster, duty.system, duty.kind);
  const waited = waitedFor(duty);
  const first = waited.find((one) => one === entry?.responsible.aadObjectId) ?? waited[0];
  if (!entry || first === undefined) return [];
  const isResponsible = first === entry.responsible.aadObjectId;
  const absent =
    (isResponsible && isAway(entry, today)) || (await hasLeft(world, duty.tenant, first));
  if (!isLast && !absent) return [];
  const helper = await firstAskable(world, duty, askable(entry, today));
  return helper ? [{ person: helper, standsInFor: first }] : [];
}

const worktimeOf = (world: World, { timeZone = world.zone, country }: KnownPerson) => ({
  zone: timeZone,
  ...(country === undefined ? {} : { country }),
});

/** The moment for a person's next message: within working hours, and what comes within a minute together. */
function nextMessageAt(world: World, person: KnownPerson): OutboxEntry['dueAt'] {
  const at = DateTime.fromISO(reachableFrom(world.now(), worktimeOf(world, person)), {
    zone: 'utc',
  });
  const minute = at.startOf('minute');
  return toInstant(minute < at ? minute.plus({ minutes: 1 }) : minute);
}

/** Sees to it that a person gets the day's one message about what waits. */
export async function planReminder(
  world: World,
  tenant: TenantKey,
  person: PersonId,
): Promise<void> {
  const known = await world.store.people.get(tenant, person);
  // A card that could not be delivered comes with the next install; until then nobody reads a reminder.
  if (!known?.value.installed) return;
  const dueAt = nextMessageAt(world, known.value);
  const effect = { do: 'send-reminders', key: `send-reminders:${person}`, person } as const;
  const entry: OutboxEntry = { tenant, person, effect, dueAt, attempts: 0 };
  await world.store.outbox.add(entry);
  world.delivery.soon([entry]);
}

/** The person to remind now; undefined when that was done today, is not to be, or is put off until working hours. */
export async function toRemindNow(
  world: World,
  tenant: TenantKey,
  person: PersonId,
): Promise<KnownPerson | undefined> {
  const known = (await world.store.people.get(tenant, person))?.value;
  if (!known?.installed || known.remindedOn === personsDay(world, known)) return undefined;
  if (reachableFrom(world.now(), worktimeOf(world, known)) <= world.now()) return known;
  await planReminder(world, tenant, person);
  return undefined;
}

/** Today on a person's own calendar. */
export function personsDay(world: World, person: KnownPerson): string {
  const { zone } = worktimeOf(world, person);
  return DateTime.fromISO(world.now(), { zone }).isValid
    ? dayOf(world.now(), zone)
    : dayOf(world.now(), world.zone);
}

const mostLookedAt = 30;

/** What still waits for an answer of this person, most urgent first, as it is now. */
export async function whatWaits(
  world: World,
  tenant: TenantKey,
  person: PersonId,
): Promise<{ readonly items: readonly DutyView[]; readonly more: boolean }> {
  const page = await world.store.listings.page(tenant, { list: 'person', person }, mostLookedAt);
  const duties = await Promise.all(
    page.items.map(async ({ id }) => {
      const dutyId = parseDutyId(id);
      return dutyId && (await world.store.duties.load({ tenant, id: dutyId }))?.value;
    }),
  );
  const items = duties.flatMap((duty) => (duty && waitsFor(duty, person) ? [viewOf(duty)] : []));
  return { items, more: page.next !== undefined };
}
