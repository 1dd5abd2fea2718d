import { pagesOf } from '../../ports/pages.ts';
import { parseDutyId } from '../../duty/ids.ts';
import type { DutyId, PersonId, TenantKey } from '../../duty/ids.ts';
import type { Duty } from '../../duty/duty.ts';
import { assigneeOf } from '../../duty/duty.ts';
import { isWithoutCard } from '../../duty/delivering.ts';
import type { DutyEvent } from '../../duty/decide.ts';
import { toInstant } from '../../duty/time/instant.ts';
import { isFirst, remindedOf, stepsDue, waitedFor } from '../../duty/reminders/schedule.ts';
import { waitsFor } from '../../duty/answering/quorum.ts';
import { hasTurn } from '../../duty/reminders/turn.ts';
import type { DutyView } from '../../duty/view.ts';
import { rowOf } from '../../duty/view.ts';
import { dayOf } from '../../duty/time/workdays.ts';
import type { Roster } from '../../tenant/roster/roster.ts';
import { askable, entryFor } from '../../tenant/roster/roster.ts';
import { reachableFrom } from '../../tenant/quiet-hours.ts';
import type { KnownPerson, OutboxEntry } from '../../ports/store.ts';
import { changeDutyWith } from '../../casework/change-duty.ts';
import { backOn, firstAskable, hasLeft, readRoster } from '../../casework/roster.ts';
import type { Services } from '../../ports/services.ts';
import { shownAtOnce } from './card.ts';
import { DateTime } from 'luxon';

const perPage = 100;
const atOnce = 8;

/**
 * Takes the steps of all reminders whose day has come. Each is taken once, whoever else does the same;
 * returns how many duties were looked at.
 */
export async function remindDue(services: Services, tenant: TenantKey): Promise<number> {
  const today = dayOf(services.now(), services.zone);
  let looked = 0;
  const { indexes } = services.store;
  const asked = { until: today, size: perPage };
  for await (const items of pagesOf((cursor) => indexes.toRemind(tenant, { ...asked, cursor }))) {
    const roster = items.length > 0 ? await readRoster(services, tenant) : undefined;
    for (let at = 0; roster && at < items.length; at += atOnce) {
      const some = items.slice(at, at + atOnce);
      await Promise.all(some.map((id) => remind(services, { ref: { tenant, id }, roster, today })));
    }
    looked += items.length;
  }
  return looked;
}

async function remind(
  services: Services,
  {
    ref,
    roster,
    today,
  }: {
    readonly ref: { tenant: TenantKey; id: DutyId };
    readonly roster: Roster;
    readonly today: string;
  },
): Promise<void> {
  await changeDutyWith(services, {
    ref,
    eventFor: async (duty): Promise<DutyEvent | undefined> => {
      const due = stepsDue(duty, today);
      if (due.length === 0) return undefined;
      const first = due.find(({ turn }) => isFirst(turn));
      const isLast = first?.steps.some(({ helper }) => helper) ?? false;
      const helpers = first && (await helpersFor(services, { duty, roster, today, isLast }));
      return { type: 'reminded', today, helpers: helpers ?? [] };
    },
  });
}

/**
 * Who is asked as well: at the last step, or where the person who is responsible is away or has left,
 * the first of the roster who is not asked yet.
 */
async function helpersFor(
  services: Services,
  {
    duty,
    roster,
    today,
    isLast,
  }: {
    readonly duty: Duty;
    readonly roster: Roster;
    readonly today: string;
    readonly isLast: boolean;
  },
): Promise<Extract<DutyEvent, { type: 'reminded' }>['helpers']> {
  const entry = entryFor(roster, duty.system, duty.kind);
  const waited = waitedFor(duty);
  const first = waited.find((one) => one === entry?.responsible.aadObjectId) ?? waited[0];
  if (!entry || first === undefined) return [];
  const { tenant } = duty;
  const away = await backOn(services, { tenant, roster }, first);
  const absent = away !== undefined || (await hasLeft(services, tenant, first));
  if (!isLast && !absent) return [];
  const helper = await firstAskable(services, duty, askable(entry, today));
  return helper ? [{ person: helper, standsInFor: first }] : [];
}

const worktimeOf = (services: Services, { timeZone = services.zone, country }: KnownPerson) => ({
  zone: timeZone,
  ...(country === undefined ? {} : { country }),
});

/** The moment for a person's next message: within working hours, and what comes within a minute together. */
function nextMessageAt(services: Services, person: KnownPerson): OutboxEntry['dueAt'] {
  const at = DateTime.fromISO(reachableFrom(services.now(), worktimeOf(services, person)), {
    zone: 'utc',
  });
  const minute = at.startOf('minute');
  return toInstant(minute < at ? minute.plus({ minutes: 1 }) : minute);
}

/** Sees to it that a person gets the day's one message about what waits. */
export async function planReminder(
  services: Services,
  tenant: TenantKey,
  person: PersonId,
): Promise<void> {
  const known = await services.store.people.get(tenant, person);
  // A card that could not be delivered comes with the next install; until then nobody reads a reminder.
  if (!known?.value.installed) return;
  const dueAt = nextMessageAt(services, known.value);
  const effect = { do: 'send-reminders', key: `send-reminders:${person}`, person } as const;
  const entry: OutboxEntry = { tenant, person, effect, dueAt, attempts: 0 };
  await services.store.outbox.add(entry);
  services.delivery.soon([entry]);
}

/** The person to remind now; undefined when that was done today, is not to be, or is put off until working hours. */
export async function toRemindNow(
  services: Services,
  tenant: TenantKey,
  person: PersonId,
): Promise<KnownPerson | undefined> {
  const known = (await services.store.people.get(tenant, person))?.value;
  if (!known?.installed || known.remindedOn === personsDay(services, known)) return undefined;
  if (reachableFrom(services.now(), worktimeOf(services, known)) <= services.now()) return known;
  await planReminder(services, tenant, person);
  return undefined;
}

/** Today on a person's own calendar. */
export function personsDay(services: Services, person: KnownPerson): string {
  const { zone } = worktimeOf(services, person);
  return DateTime.fromISO(services.now(), { zone }).isValid
    ? dayOf(services.now(), zone)
    : dayOf(services.now(), services.zone);
}

const isOnReminder = (duty: Duty, person: PersonId): boolean =>
  waitsFor(duty, person) || hasTurn(duty, person);

const mostLookedAt = 30;

interface Waiting {
  readonly items: readonly DutyView[];
  readonly more: boolean;
  /** Whose card never came, of those that are named and that were reminded of: it comes along. */
  readonly cards: readonly DutyId[];
}

function lacksCard(duty: Duty, person: PersonId): boolean {
  const own = assigneeOf(duty, person);
  return own !== undefined && isWithoutCard(own) && remindedOf(duty).level > 0;
}

/** What still waits for an answer of this person, most urgent first, as it is now. */
export async function whatWaits(
  services: Services,
  tenant: TenantKey,
  person: PersonId,
): Promise<Waiting> {
  const page = await services.store.indexes.page(tenant, {
    list: { list: 'person', person },
    size: mostLookedAt,
  });
  const duties = await Promise.all(
    page.items.map(async ({ id }) => {
      const dutyId = parseDutyId(id);
      return dutyId && (await services.store.duties.load({ tenant, id: dutyId }))?.value;
    }),
  );
  const waiting = duties.flatMap((duty) => (duty && isOnReminder(duty, person) ? [duty] : []));
  const cards = waiting.slice(0, shownAtOnce).filter((duty) => lacksCard(duty, person));
  return {
    items: waiting.map(rowOf),
    more: page.next !== undefined,
    cards: cards.map(({ id }) => id),
  };
}
