import type { Card } from '../../../cards/card.ts';
import { turnTo } from '../../../cards/form/pages.ts';
import { dayOf } from '../../duty/time/workdays.ts';
import { noticeCard } from '../../views/chat-cards.ts';
import { chatTexts } from '../../views/chat-texts.ts';
import { datesElements, nextTitle, plansCard } from './card.ts';
import { planPages, typedForNew, typedForPlan, typedPerson } from './fields.ts';
import { planForm, planKindCard } from './forms.ts';
import { planTexts } from './texts.ts';
import type { PlanChange } from '../../tenant/plans/change.ts';
import { nextDates } from '../../tenant/plans/occurrences.ts';
import type { Plans } from '../../tenant/plans/plan.ts';
import { planById } from '../../tenant/plans/plan.ts';
import { knownPeople } from '../../casework/people/known-people.ts';
import { changePlans } from './run-plans.ts';
import { readPlans } from '../../casework/plans.ts';
import { ending } from '../../casework/clicks.ts';
import type { Asked, Clicked } from '../../casework/clicks.ts';
import type { Response } from '../../ports/incoming.ts';
import { planOf } from './read-plan.ts';

const datesShown = 5;

/** The plans as they stand. */
export async function showPlans(
  { services, at, reader }: Asked,
  { page = 0 }: { readonly page?: number | undefined } = {},
): Promise<Card> {
  return plansCard(await readPlans(services, at.tenant), { page }, reader);
}

/** Opens a form in the place of the plans: which kind, a new plan, or one that exists. */
export async function planFormFor(asked: Clicked<'planForm'>): Promise<Card> {
  const { services, at, from, data, reader } = asked;
  const { language } = reader;
  const people = await knownPeople(services, at.tenant);
  if (people.length === 0) return noticeCard(language, at.type, chatTexts[language].nobodyKnown);
  const shown = { people, messages: [] };
  if (data.form === 'change') {
    const plans = await readPlans(services, at.tenant);
    const plan = planById(plans, data.plan ?? '');
    if (!plan) return plansCard(plans, { told: planTexts[language].chooseFirst }, reader);
    const typed = typedForPlan(plan, people, language);
    return planForm({ ...shown, kind: plan.kind, plan, once: plan.id, typed }, language);
  }
  const { kind } = data;
  if (!kind) return planKindCard(language);
  const me = people.find(({ aadObjectId }) => aadObjectId === from.aadObjectId);
  const typed = typedForNew(kind, me ? typedPerson(me, people) : '', language);
  return planForm({ ...shown, kind, plan: undefined, once: services.newId(), typed }, language);
}

/** Saves a plan or shows its next five dates; brings the form back with what is wrong. */
export async function sendPlan(asked: Clicked<'planSend'>): Promise<Card | Response> {
  const { services, at, data, submitted, reader } = asked;
  const { language } = reader;
  const { kind, once, stamp = '' } = data;
  const people = await knownPeople(services, at.tenant);
  const before = planById(await readPlans(services, at.tenant), once);
  const shown = { kind, plan: before, once, people, typed: submitted, at: data.page ?? 1 };
  const plan = planOf(kind, asked, { people, before, once });
  const messages = 'messages' in plan ? plan.messages : [];
  const turned = turnTo(planPages(kind, people), data, messages);
  if (turned || 'messages' in plan) return planForm({ ...shown, messages, ...turned }, language);
  if (data.tries) {
    const dates = datesElements(
      nextDates(plan, dayOf(reader.now, reader.zone), datesShown),
      reader,
    );
    return planForm({ ...shown, messages: [], dates }, language);
  }
  return apply(asked, { type: 'put', plan, stamp }, (message, plans) => {
    const now = planById(plans, once);
    const typed = now ? typedForPlan(now, people, language) : submitted;
    const told = [{ field: 'system', message }];
    return planForm({ ...shown, plan: now, typed, messages: told, at: 1 }, language);
  });
}

/** Shows when a plan comes back. */
export async function tryPlan(asked: Clicked<'planTry'>): Promise<Card> {
  const { services, at, data, reader } = asked;
  const plans = await readPlans(services, at.tenant);
  const plan = planById(plans, data.plan ?? '');
  const { page = 0 } = data;
  if (!plan)
    return plansCard(plans, { page, told: planTexts[reader.language].chooseFirst }, reader);
  const dates = datesElements(nextDates(plan, dayOf(reader.now, reader.zone), datesShown), reader);
  return plansCard(plans, { page, told: nextTitle(plan, reader), dates }, reader);
}

/** Lets a plan rest, or come back from now on. */
export async function pausePlan(asked: Clicked<'planPause'>): Promise<Card | Response> {
  const { services, at, data, reader } = asked;
  const plans = await readPlans(services, at.tenant);
  const plan = planById(plans, data.plan ?? '');
  if (!plan) return plansCard(plans, { told: planTexts[reader.language].chooseFirst }, reader);
  return apply(asked, { type: plan.paused ? 'resume' : 'pause', id: plan.id });
}

/** Takes a plan away; what it opened stays. One that is gone already is fine. */
export function removePlan(asked: Clicked<'planRemove'>): Promise<Card | Response> {
  return apply(asked, { type: 'remove', id: asked.data.plan });
}

async function apply(
  { services, at, person: by, reader }: Asked,
  change: PlanChange,
  again: (told: string, plans: Plans) => Card = (told, plans) => plansCard(plans, { told }, reader),
): Promise<Card | Response> {
  const { verdict, plans } = await changePlans(services, { tenant: at.tenant, change, by });
  const said = planTexts[reader.language];
  const done = change.type === 'remove' ? 'removed' : 'done';
  if (verdict === 'done' || verdict === 'same')
    return ending(plansCard(plans, { told: said[done] }, reader), said[done]);
  return again(said.verdicts[verdict], plans);
}
