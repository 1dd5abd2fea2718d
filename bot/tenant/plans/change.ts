import type { Instant, Person, TenantKey } from '../../duty/ids.ts';
import { createHash } from 'node:crypto';
import type { Json } from '../../kinds/kind.ts';
import type { About, RecordDraft } from '../../duty/record/record.ts';
import { emptyDocument } from '../document.ts';
import { dueOccurrence } from './occurrences.ts';
import type { Plan, Plans } from './plan.ts';
import { maxPlans, planById } from './plan.ts';

/** What the IT team can do with its plans. */
export type PlanChange =
  /** A new plan, or one that was shown with this stamp. */
  | { readonly type: 'put'; readonly plan: Plan; readonly stamp: string }
  | { readonly type: 'pause' | 'resume' | 'remove'; readonly id: string };

export type PlanVerdict = 'done' | 'same' | 'changed-since' | 'full';

export interface PlanDecision {
  readonly verdict: PlanVerdict;
  readonly plans: Plans;
  readonly evidence: readonly (RecordDraft & About)[];
}

/** The plans of a tenant that has laid down nothing yet. */
export function emptyPlans(tenant: TenantKey): Plans {
  return { ...emptyDocument(tenant, 'plans'), plans: [] };
}

/** Changes with what people laid down in a plan: tells whether somebody else changed it meanwhile. */
export function planStamp(plan: Plan | undefined): string {
  if (!plan) return 'none';
  const hash = createHash('sha256').update(JSON.stringify(planData(plan)));
  return hash.digest('hex').slice(0, 16);
}

/** Decides what a change means for the plans. Pure; whatever changes is evidence. */
export function decidePlans(
  plans: Plans,
  {
    change,
    by,
    now,
    zone,
  }: {
    readonly change: PlanChange;
    readonly by: Person;
    readonly now: Instant;
    readonly zone: string;
  },
): PlanDecision {
  const refused = (verdict: PlanVerdict): PlanDecision => ({ verdict, plans, evidence: [] });
  const before = planById(plans, change.type === 'put' ? change.plan.id : change.id);
  switch (change.type) {
    case 'put': {
      if (before && planStamp(before) === planStamp(change.plan)) return refused('same');
      if (planStamp(before) !== change.stamp) return refused('changed-since');
      if (!before && plans.plans.length >= maxPlans) return refused('full');
      return changedTo(plans, { before, after: { ...handledOf(before), ...change.plan }, by });
    }
    case 'remove':
      return before ? changedTo(plans, { before, after: undefined, by }) : refused('same');
    case 'pause':
      if (!before || before.paused) return refused('same');
      return changedTo(plans, { before, after: { ...before, paused: true }, by });
    case 'resume': {
      if (!before?.paused) return refused('same');
      const resumed = { ...before, paused: false };
      // What came round while it was paused was not wanted then and is not caught up on now.
      const missed = dueOccurrence(resumed, now, zone);
      const after = missed ? { ...resumed, handledUntil: missed.day } : resumed;
      return changedTo(plans, { before, after, by });
    }
  }
}

/** What was done for a plan stays done when it is changed. */
const handledOf = (before: Plan | undefined): Partial<Plan> =>
  before?.handledUntil === undefined ? {} : { handledUntil: before.handledUntil };

function changedTo(
  plans: Plans,
  {
    before,
    after,
    by,
  }: { readonly before: Plan | undefined; readonly after: Plan | undefined; readonly by: Person },
): PlanDecision {
  const list = before
    ? plans.plans.flatMap((plan) => (plan !== before ? [plan] : after ? [after] : []))
    : [...plans.plans, ...(after ? [after] : [])];
  const { kind, system } = after ?? before ?? { kind: '*', system: '*' };
  const data: Json = {
    before: before ? planData(before) : null,
    after: after ? planData(after) : null,
  };
  const evidence = [{ type: 'reassigned' as const, by, kind, system, reference: 'plans', data }];
  return { verdict: 'done', plans: { ...plans, plans: list }, evidence };
}

function planData(plan: Plan): Json {
  const { id, kind, system, title, details, recurrence, startsOn, lead, rule, paused } = plan;
  return {
    id,
    kind,
    system,
    title,
    details,
    recurrence,
    startsOn,
    lead,
    owner: { ...plan.owner },
    assignees: plan.assignees.map((one): Json => ({ ...one })),
    ...(rule === undefined ? {} : { rule }),
    paused,
  };
}
