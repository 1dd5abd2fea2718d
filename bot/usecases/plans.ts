import { kindOf } from '../duties/index.ts';
import type { Json } from '../duties/kind.ts';
import type { Person, TenantKey } from '../lifecycle/duty.ts';
import { registerView, sealRegister } from '../lifecycle/register.ts';
import { dayOf } from '../lifecycle/workdays.ts';
import type { PlanChange, PlanVerdict } from '../schedule/change-plans.ts';
import { decidePlans, emptyPlans } from '../schedule/change-plans.ts';
import { fillIn } from '../schedule/defaults.ts';
import type { Occurrence } from '../schedule/occurrences.ts';
import { atTime, dayBegins, dueDayOf, dueOccurrence, handled } from '../schedule/occurrences.ts';
import type { Plan, Plans } from '../schedule/plan.ts';
import type { OutboxEntry } from '../store/ports.ts';
import { openDuty } from './open-duty.ts';
import { readOpening } from './read-opening.ts';
import { hasLeft, peopleFor as peopleByRoster } from './roster.ts';
import type { World } from './world.ts';

const maxRounds = 10;

/** The plans of a tenant; none where nothing was laid down yet. */
export async function readPlans(world: World, tenant: TenantKey): Promise<Plans> {
  return (await world.store.registers.load(tenant, 'plans'))?.value ?? emptyPlans(tenant);
}

/** Changes the plans, with their evidence in the same transaction. Whether somebody may is the caller's to know. */
export async function changePlans(
  world: World,
  tenant: TenantKey,
  change: PlanChange,
  by: Person,
): Promise<{ readonly verdict: PlanVerdict; readonly plans: Plans }> {
  for (let round = 0; round < maxRounds; round += 1) {
    const read = await world.store.registers.load(tenant, 'plans');
    const before = read?.value ?? emptyPlans(tenant);
    const now = world.now();
    const decision = decidePlans(before, change, by, { now, zone: world.zone });
    if (decision.verdict !== 'done') return { verdict: decision.verdict, plans: before };
    const { register: plans, records } = sealRegister(decision.plans, decision.evidence, {
      at: now,
      newKey: world.newId,
    });
    // The list of evidence first: a row too many there is harmless, one too few would hide records.
    if (plans.months !== before.months) {
      const month = { list: 'evidence', month: now.slice(0, 7) } as const;
      await world.store.listings.put(tenant, month, registerView(plans, 'plans', now));
    }
    const committed = await world.store.registers.commit({
      name: 'plans',
      register: plans,
      etag: read?.etag,
      records,
      attempt: world.newId(),
    });
    if (committed === 'committed') return { verdict: 'done', plans };
  }
  throw new Error(`The plans changed ${String(maxRounds)} times while they were being changed.`);
}

/**
 * Opens what the plans of a tenant ask for now. Each occurrence is one duty, however often and by how
 * many instances it is opened; somebody else's change of the plans only means that it is done again.
 */
export async function runPlans(world: World, tenant: TenantKey): Promise<void> {
  const read = await world.store.registers.load(tenant, 'plans');
  if (!read) return;
  const plans: Plan[] = [];
  for (const plan of read.value.plans) plans.push(await runPlan(world, tenant, plan));
  if (plans.every((plan, at) => plan === read.value.plans[at])) return;
  await world.store.registers.commit({
    name: 'plans',
    register: { ...read.value, plans },
    etag: read.etag,
    records: [],
    attempt: world.newId(),
  });
}

/** Does what a plan asks for now; returns the plan as it stands after that. */
async function runPlan(world: World, tenant: TenantKey, plan: Plan): Promise<Plan> {
  const occurrence = dueOccurrence(plan, world.now(), world.zone);
  if (!occurrence) return plan;
  if (kindOf(plan.kind).byRow) {
    await say(world, tenant, plan, occurrence.opensOn, 'list');
    return handled(plan, occurrence);
  }
  const today = dayOf(world.now(), world.zone);
  const assignees = await peopleFor(world, tenant, plan);
  const opened = assignees.length > 0 && (await open(world, tenant, plan, occurrence, assignees));
  if (opened) return handled(plan, occurrence);
  // It is tried again until somebody can be asked; the channel is told once a day.
  if (plan.nobodyOn === today) return plan;
  await say(world, tenant, plan, today, assignees.length > 0 ? 'wrong' : 'nobody');
  return { ...plan, nobodyOn: today };
}

/** Those whom the plan names and who have not left; otherwise whoever the roster names. */
async function peopleFor(
  world: World,
  tenant: TenantKey,
  { assignees, system, kind, rule }: Plan,
): Promise<readonly Person[]> {
  const left = await Promise.all(
    assignees.map(({ aadObjectId }) => hasLeft(world, tenant, aadObjectId)),
  );
  const staying = assignees.filter((_, at) => !left[at]);
  if (staying.length > 0) return staying;
  const most = rule === 'four-eyes' ? 2 : 1;
  const named = await peopleByRoster(world, tenant, { system, kind }, most);
  return named.length > 0 ? named : assignees;
}

async function open(
  world: World,
  tenant: TenantKey,
  plan: Plan,
  occurrence: Occurrence,
  assignees: readonly Person[],
): Promise<boolean> {
  const { id, kind, system, rule } = plan;
  const dueOn = dueDayOf(occurrence, plan, dayOf(world.now(), world.zone));
  const read = readOpening({
    kind,
    system,
    reference: `PLAN-${occurrence.day}`,
    title: fillIn(plan.title, occurrence.dueOn, 200),
    dueOn,
    assignees: assignees.map(({ aadObjectId, name }) => ({ aadObjectId, name })),
    details: filledIn(plan.details, occurrence.dueOn),
    ...(rule === undefined ? {} : { rule }),
  });
  if (!read.ok) return false;
  // Another instance may have opened it with another due day: it is opened all the same.
  await openDuty(world, tenant, read.opening, {
    openedBy: { type: 'bot' },
    sender: 'plan',
    key: `plan:${id}:${occurrence.day}`,
  });
  return true;
}

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
  world: World,
  tenant: TenantKey,
  { id }: Plan,
  day: string,
  why: 'nobody' | 'list' | 'wrong',
): Promise<void> {
  const entry: OutboxEntry = {
    tenant,
    effect: { do: 'say-plan', key: `say-plan:${id}:${why}`, plan: id, day, why },
    dueAt: atTime(day, dayBegins, world.zone),
    attempts: 0,
  };
  await world.store.outbox.add(entry);
  world.delivery.soon([entry]);
}
