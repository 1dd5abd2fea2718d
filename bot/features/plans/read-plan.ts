import { cut } from '../../../cards/plain-text.ts';
import type { Person } from '../../duty/ids.ts';
import type { FieldMessage, Values } from '../../../cards/fields.ts';
import { faultMessage } from '../../../cards/fields.ts';
import { readForm } from '../../../cards/read-form.ts';
import { asJson } from '../../kinds/details.ts';
import type { OpenableKind } from '../../kinds/index.ts';
import { kindOf } from '../../kinds/index.ts';
import { dayOf } from '../../duty/time/workdays.ts';
import { chatTexts } from '../../views/chat-texts.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { detailField, detailValues, planFields, planRules } from './fields.ts';
import { planTexts } from './texts.ts';
import { maxNameLength } from '../../tenant/roster/roster.ts';
import { fillIn, withTokens } from '../../tenant/plans/defaults.ts';
import type { Plan } from '../../tenant/plans/plan.ts';
import { ruleSaid } from '../../tenant/plans/said-rule.ts';
import { readRecurrence, recurrenceOf, rhythms } from '../../tenant/plans/recurrence.ts';
import type { KnownPerson } from '../../ports/store.ts';
import { findPerson } from '../../casework/people/known-people.ts';
import type { Asked } from '../../casework/clicks.ts';

type PlanOrMessages = Plan | { readonly messages: readonly FieldMessage[] };

/** The plan that was filled in, or everything that is wrong with it. */
export function planOf(
  kind: OpenableKind,
  { submitted, reader }: Asked,
  known: { people: readonly KnownPerson[]; before: Plan | undefined; once: string },
): PlanOrMessages {
  const { people, before, once } = known;
  const read = readForm(planFields(kind, people), submitted, reader);
  if (!read.ok) return read;
  const { values } = read;
  const startsOn = String(values['startsOn']);
  const when = recurrenceIn(values, { startsOn, before, reader });
  const who = peopleIn(values, people, reader);
  const what = detailsIn(kind, { values, startsOn, reader });
  const messages = [...when.messages, ...who.messages, ...what.messages];
  const { owner } = who;
  if (messages.length > 0 || when.recurrence === undefined || !owner) return { messages };
  const rule = planRules.find((one) => one === values['rule']);
  return {
    id: once,
    kind,
    system: String(values['system']),
    title: withTokens(String(values['title'])),
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
  {
    startsOn,
    before,
    reader: { language, zone, now },
  }: {
    readonly startsOn: string;
    readonly before: Plan | undefined;
    readonly reader: ReaderNow;
  },
): { readonly recurrence: string | undefined; readonly messages: readonly FieldMessage[] } {
  const said = planTexts[language];
  const past = startsOn < dayOf(now, zone) && startsOn !== before?.startsOn;
  const rhythm = rhythms.find((one) => one === values['rhythm']) ?? 'month';
  const { own } = values;
  const recurrence =
    own === undefined
      ? recurrenceOf(rhythm, startsOn)
      : readRecurrence(ruleSaid(String(own)) ?? String(own), startsOn);
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

/** What was filled in, with the places that are filled in at the moment. */
const keptAs = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? withTokens(value) : value,
    ]),
  );

/** What the kind asks of every duty; checked as it will be when the duty opens. */
function detailsIn(
  kind: OpenableKind,
  {
    values,
    startsOn,
    reader: { language },
  }: { readonly values: Values; readonly startsOn: string; readonly reader: ReaderNow },
): { readonly details: Plan['details']; readonly messages: readonly FieldMessage[] } {
  const { byHand, byRow, readDetails } = kindOf(kind);
  if (byRow) return { details: {}, messages: [] };
  const details = asJson(byHand.details(keptAs(detailValues(values))));
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
