import { cut } from '../../../cards/plain-text.ts';
import type { Person } from '../../duty/ids.ts';
import type { Card } from '../../../cards/card.ts';
import type { FieldMessage, Values } from '../../../cards/fields.ts';
import { faultMessage } from '../../../cards/fields.ts';
import { readForm } from '../../../cards/read-form.ts';
import { asJson } from '../../kinds/details.ts';
import type { OpenableKind } from '../../kinds/index.ts';
import { kindOf } from '../../kinds/index.ts';
import { dayOf } from '../../duty/time/workdays.ts';
import { noticeCard } from '../../views/chat-cards.ts';
import { chatTexts } from '../../views/chat-texts.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { datesElements, plansCard } from './card.ts';
import {
  detailField,
  detailValues,
  planFields,
  planForm,
  planKindCard,
  planRules,
  typedForNew,
  typedForPlan,
  typedPerson,
} from './forms.ts';
import { planTexts } from './texts.ts';
import { maxNameLength } from '../../tenant/roster/roster.ts';
import type { PlanChange } from '../../tenant/plans/change.ts';
import { fillIn } from '../../tenant/plans/defaults.ts';
import { nextDates } from '../../tenant/plans/occurrences.ts';
import type { Plan, Plans } from '../../tenant/plans/plan.ts';
import { planById } from '../../tenant/plans/plan.ts';
import { readRecurrence, recurrenceOf, rhythms } from '../../tenant/plans/recurrence.ts';
import type { KnownPerson } from '../../ports/store.ts';
import { findPerson, knownPeople } from '../../casework/people/known-people.ts';
import { changePlans } from './run-plans.ts';
import { readPlans } from '../../casework/plans.ts';
import type { Asked, Clicked } from '../../casework/clicks.ts';

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
    const typed = typedForPlan(plan, people);
    return planForm({ ...shown, kind: plan.kind, plan, once: plan.id, typed }, language);
  }
  const { kind } = data;
  if (!kind) return planKindCard(language);
  const me = people.find(({ aadObjectId }) => aadObjectId === from.aadObjectId);
  const typed = typedForNew(kind, me ? typedPerson(me, people) : '', language);
  return planForm({ ...shown, kind, plan: undefined, once: services.newId(), typed }, language);
}

/** Saves a plan or shows its next five dates; brings the form back with what is wrong. */
export async function sendPlan(asked: Clicked<'planSend'>): Promise<Card> {
  const { services, at, data, submitted, reader } = asked;
  const { language } = reader;
  const { kind, once, stamp = '' } = data;
  const people = await knownPeople(services, at.tenant);
  const before = planById(await readPlans(services, at.tenant), once);
  const shown = { kind, plan: before, once, people, typed: submitted };
  const plan = planOf(kind, asked, { people, before, once });
  if ('messages' in plan) return planForm({ ...shown, messages: plan.messages }, language);
  if (data.tries) {
    const dates = datesElements(
      nextDates(plan, dayOf(reader.now, reader.zone), datesShown),
      reader,
    );
    return planForm({ ...shown, messages: [], dates }, language);
  }
  return apply(asked, { type: 'put', plan, stamp }, (message, plans) => {
    const messages = [{ field: 'system', message }];
    const now = planById(plans, once);
    const typed = now ? typedForPlan(now, people) : submitted;
    return planForm({ ...shown, plan: now, typed, messages }, language);
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
  return plansCard(plans, { page, told: plan.title, dates }, reader);
}

/** Lets a plan rest, or come back from now on. */
export async function pausePlan(asked: Clicked<'planPause'>): Promise<Card> {
  const { services, at, data, reader } = asked;
  const plans = await readPlans(services, at.tenant);
  const plan = planById(plans, data.plan ?? '');
  if (!plan) return plansCard(plans, { told: planTexts[reader.language].chooseFirst }, reader);
  return apply(asked, { type: plan.paused ? 'resume' : 'pause', id: plan.id });
}

/** Takes a plan away; what it opened stays. One that is gone already is fine. */
export function removePlan(asked: Clicked<'planRemove'>): Promise<Card> {
  return apply(asked, { type: 'remove', id: asked.data.plan });
}

async function apply(
  { services, at, person: by, reader }: Asked,
  change: PlanChange,
  again: (told: string, plans: Plans) => Card = (told, plans) => plansCard(plans, { told }, reader),
): Promise<Card> {
  const { verdict, plans } = await changePlans(services, at.tenant, change, by);
  const said = planTexts[reader.language];
  if (verdict === 'done' || verdict === 'same')
    return plansCard(plans, { told: said.done }, reader);
  return again(said.verdicts[verdict], plans);
}

type PlanOrMessages = Plan | { readonly messages: readonly FieldMessage[] };

/** The plan that was filled in, or everything that is wrong with it. */
function planOf(
  kind: OpenableKind,
  { submitted, reader }: Asked,
  known: { people: readonly KnownPerson[]; before: Plan | undefined; once: string },
): PlanOrMessages {
  const { people, before, once } = known;
  const read = readForm(planFields(kind, people), submitted, reader);
  if (!read.ok) return read;
  const { values } = read;
  const startsOn = String(values['startsOn']);
  const when = recurrenceIn(values, startsOn, before, reader);
  const who = peopleIn(values, people, reader);
  const what = detailsIn(kind, values, startsOn, reader);
  const messages = [...when.messages, ...who.messages, ...what.messages];
  const { owner } = who;
  if (messages.length > 0 || when.recurrence === undefined || !owner) return { messages };
  const rule = planRules.find((one) => one === values['rule']);
  return {
    id: once,
    kind,
    system: String(values['system']),
    title: String(values['title']),
    details: what.details,
    recurrence: when.recurrence,
    startsOn,
    lead: Number(values['lead']),
    owner,
    assignees: who.assignees,
    ...(rule ? { rule } : {}),
    paused: before?.paused ?? false,
  };
}

function recurrenceIn(
  values: Values,
  startsOn: string,
  before: Plan | undefined,
  { language, zone, now }: ReaderNow,
): { readonly recurrence: string | undefined; readonly messages: readonly FieldMessage[] } {
  const said = planTexts[language];
  const past = startsOn < dayOf(now, zone) && startsOn !== before?.startsOn;
  const rhythm = rhythms.find((one) => one === values['rhythm']) ?? 'month';
  const { own } = values;
  const recurrence =
    own === undefined ? recurrenceOf(rhythm, startsOn) : readRecurrence(String(own), startsOn);
  return {
    recurrence,
    messages: [
      ...(past ? [{ field: 'startsOn', message: said.pastStart }] : []),
      ...(recurrence === undefined ? [{ field: 'own', message: said.wrongRule }] : []),
    ],
  };
}

function peopleIn(
  values: Values,
  people: readonly KnownPerson[],
  { language }: ReaderNow,
): {
  readonly owner: Person | undefined;
  readonly assignees: readonly Person[];
  readonly messages: readonly FieldMessage[];
} {
  const messages: FieldMessage[] = [];
  const named = (field: string): Person | undefined => {
    const typed = values[field];
    if (typed === undefined) return undefined;
    const found = findPerson(people, String(typed), language);
    if ('message' in found) {
      messages.push({ field, message: found.message });
      return undefined;
    }
    return { aadObjectId: found.aadObjectId, name: cut(found.name, maxNameLength) };
  };
  const owner = named('owner');
  const assignees = [named('assignee'), named('second')].flatMap((one) => one ?? []);
  const [first, second] = assignees;
  if (first && first.aadObjectId === second?.aadObjectId) {
    messages.push({ field: 'second', message: planTexts[language].samePerson });
  }
  // Without anybody named the roster gives two; one alone is not enough.
  if (values['rule'] === 'four-eyes' && assignees.length === 1) {
    messages.push({ field: 'second', message: faultMessage('required', language) });
  }
  return { owner, assignees, messages };
}

/** What the kind asks of every duty; checked as it will be when the duty opens. */
function detailsIn(
  kind: OpenableKind,
  values: Values,
  startsOn: string,
  { language }: ReaderNow,
): { readonly details: Plan['details']; readonly messages: readonly FieldMessage[] } {
  const { byHand, byRow, readDetails } = kindOf(kind);
  if (byRow) return { details: {}, messages: [] };
  const details = asJson(byHand.details(detailValues(values)));
  const read = readDetails(JSON.parse(fillIn(JSON.stringify(details), startsOn)));
  if (read.ok) return { details, messages: [] };
  const fields = Object.keys(byHand.fields);
  const messages = read.problems.map(({ path }) => {
    const [, name = ''] = /^details\.([a-zA-Z]+)/.exec(path) ?? [];
    const field = detailField(fields.includes(name) ? name : (fields[0] ?? name));
    return { field, message: chatTexts[language].formWrong };
  });
  return { details, messages };
}
