import { DateTime } from 'luxon';
import type { Language } from '../../../cards/language.ts';
import type { Person, TenantKey } from '../../duty/ids.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Json } from '../../kinds/kind.ts';
import { atTime } from '../../duty/time/on-the-clock.ts';
import { dayOf } from '../../duty/time/workdays.ts';
import type { PlanChange, PlanVerdict } from '../../tenant/plans/change.ts';
import { decidePlans, emptyPlans } from '../../tenant/plans/change.ts';
import { fillIn } from '../../tenant/plans/defaults.ts';
import type { Occurrence } from '../../tenant/plans/occurrences.ts';
import { dayBegins, dueDayOf, dueOccurrence, handled } from '../../tenant/plans/occurrences.ts';
import type { Plan, Plans } from '../../tenant/plans/plan.ts';
import type { OutboxEntry } from '../../ports/store.ts';
import { openDuty } from '../../casework/open-duty.ts';
import { readOpening } from '../../casework/read-opening.ts';
import { isPresent, peopleFor as peopleByRoster, readRoster } from '../../casework/roster.ts';
import { changeDocument } from '../../casework/it-team/documents.ts';
import { refreshSoon, showingTo } from '../../casework/it-team/shared-cards.ts';
import type { Services } from '../../ports/services.ts';

/** Changes the plans, with their evidence in the same transaction. Whether somebody may is the caller's to know. */
export async function changePlans(
  services: Services,
  {
    tenant,
    change,
    by,
  }: { readonly tenant: TenantKey; readonly change: PlanChange; readonly by: Person },
): Promise<{ readonly verdict: PlanVerdict; readonly plans: Plans }> {
  const document = { tenant, name: 'plans', empty: emptyPlans(tenant) } as const;
  const { verdict, register } = await showingTo(services, { tenant, card: 'plans' }, () =>
    changeDocument(services, document, (before) => {
      const when = { now: services.now(), zone: services.zone };
      const { plans, ...decision } = decidePlans(before, { change, by, ...when });
      return { ...decision, register: plans };
    }),
  );
  return { verdict, plans: register };
}

/**
 * Opens what the plans of a tenant ask for now. Each occurrence is one duty, however often and by how
 * many instances it is opened; somebody else's change of the plans only means that it is done again.
 */
export async function runPlans(services: Services, tenant: TenantKey): Promise<void> {
  const read = await services.store.documents.load(tenant, 'plans');
  if (!read) return;
  const plans: Plan[] = [];
  for (const plan of read.value.plans) plans.push(await runPlan(services, tenant, plan));
  if (plans.every((plan, at) => plan === read.value.plans[at])) return;
  await services.store.documents.commit({
    name: 'plans',
    register: { ...read.value, plans },
    etag: read.etag,
    records: [],
    attempt: services.newId(),
  });
  await refreshSoon(services, tenant, 'plans');
}

/** Does what a plan asks for now; returns the plan as it stands after that. */
async function runPlan(services: Services, tenant: TenantKey, plan: Plan): Promise<Plan> {
  const occurrence = dueOccurrence(plan, services.now(), services.zone);
  if (!occurrence) return plan;
  if (kindOf(plan.kind).byRow) {
    await say(services, { tenant, plan, day: occurrence.opensOn, why: 'list' });
    return handled(plan, occurrence);
  }
  const today = dayOf(services.now(), services.zone);
  const { assignees, byRoster } = await peopleFor(services, tenant, plan);
  const opened =
    assignees.length > 0 &&
    (await open(services, { tenant, plan, occurrence, assignees, byRoster }));
  if (opened) return handled(plan, occurrence);
  // It is tried again until somebody can be asked; the channel is told once a day.
  if (plan.nobodyOn === today) return plan;
  await say(services, { tenant, plan, day: today, why: assignees.length > 0 ? 'wrong' : 'nobody' });
  return { ...plan, nobodyOn: today };
}

/** Those whom the plan names and who have not left and are not away; otherwise whoever the roster names. */
async function peopleFor(
  services: Services,
  tenant: TenantKey,
  { assignees, system, kind, rule }: Plan,
): Promise<{ readonly assignees: readonly Person[]; readonly byRoster: boolean }> {
  const roster = await readRoster(services, tenant);
  const present = await Promise.all(
    assignees.map(({ aadObjectId }) => isPresent(services, { tenant, roster }, aadObjectId)),
  );
  const staying = assignees.filter((_, at) => present[at]);
  if (staying.length > 0) return { assignees: staying, byRoster: false };
  const most = rule === 'four-eyes' ? 2 : 1;
  const named = await peopleByRoster(services, { tenant, system, kind, most });
  const byRoster = named.length > 0;
  return { assignees: byRoster ? named : assignees, byRoster };
}

async function open(
  services: Services,
  {
    tenant,
    plan,
    occurrence,
    assignees,
    byRoster,
  }: {
    readonly tenant: TenantKey;
    readonly plan: Plan;
    readonly occurrence: Occurrence;
    readonly assignees: readonly Person[];
    readonly byRoster: boolean;
  },
): Promise<boolean> {
  const { id, kind, system, rule } = plan;
  const dueOn = dueDayOf(occurrence, plan, dayOf(services.now(), services.zone));
  const read = readOpening({
    kind,
    system,
    reference: `Plan ${dayWritten(occurrence.day, services.language)}`,
    title: fillIn(plan.title, occurrence.dueOn, 200),
    dueOn,
    assignees: assignees.map(({ aadObjectId, name }) => ({ aadObjectId, name })),
    details: filledIn(plan.details, occurrence.dueOn),
    ...(rule === undefined ? {} : { rule }),
  });
  if (!read.ok) return false;
  // Another instance may have opened it with another due day: it is opened all the same.
  await openDuty(services, {
    tenant,
    opening: read.opening,
    asking: {
      openedBy: { type: 'bot' },
      sender: 'plan',
      key: `plan:${id}:${occurrence.day}`,
      byRoster,
    },
  });
  return true;
}

/** The day of a plan as people write it. */
const dayWritten = (day: string, language: Language): string =>
  DateTime.fromISO(day).setLocale(language).toFormat('d LLLL yyyy');

function filledIn(value: Json, dueOn: string): Json {
  if (typeof value === 'string') return fillIn(value, dueOn);
  if (Array.isArray(value)) return value.map((one: Json) => filledIn(one, dueOn));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]: [string, Json]) => [name, filledIn(one, dueOn)]),
  );
}

/** Tells the IT channel, once for a day, that a plan needs somebody there. */
async function say(
  services: Services,
  {
    tenant,
    plan: { id },
    day,
    why,
  }: {
    readonly tenant: TenantKey;
    readonly plan: Plan;
    readonly day: string;
    readonly why: 'nobody' | 'list' | 'wrong';
  },
): Promise<void> {
  const entry: OutboxEntry = {
    tenant,
    effect: { do: 'say-plan', key: `say-plan:${id}:${why}`, plan: id, day, why },
    dueAt: atTime(day, dayBegins, services.zone),
    attempts: 0,
  };
  await services.store.outbox.add(entry);
  services.delivery.soon([entry]);
}
