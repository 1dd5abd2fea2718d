import type { AnyWords, Field, Fields } from '../../../cards/fields.ts';
import { count, day, line, pick, required } from '../../../cards/fields.ts';
import type { Pages } from '../../../cards/form/pages.ts';
import { pagesOf } from '../../../cards/form/pages.ts';
import type { Language } from '../../../cards/language.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import type { Person } from '../../duty/ids.ts';
import type { OpenableKind } from '../../kinds/index.ts';
import { kindOf } from '../../kinds/index.ts';
import { inSpokenWords, planDefaults } from '../../tenant/plans/defaults.ts';
import type { Plan } from '../../tenant/plans/plan.ts';
import { maxLead } from '../../tenant/plans/plan.ts';
import { ruleInWords } from '../../tenant/plans/said-rule.ts';
import { rhythmOf, rhythms } from '../../tenant/plans/recurrence.ts';
import { isChosen, personField } from '../../kinds/people/person-field.ts';
import { planTexts } from './texts.ts';

/** The rules that a plan can ask for; one for each process would need to say who has which. */
export const planRules = ['any', 'all', 'four-eyes'] as const;

const optional = (field: Field): Field => ({ ...field, required: false });
const detailPrefix = 'detail-';

/** The fields of a plan: those of every plan and what its kind asks of every duty. */
export function planFields(kind: OpenableKind, people: readonly Person[]): Fields {
  const person = personField(people);
  return {
    system: required(line(100)),
    title: required(line(200)),
    rhythm: { type: 'choice', style: 'compact', required: true, values: rhythms, half: true },
    startsOn: required(day()),
    own: line(200),
    lead: required(count(maxLead)),
    owner: person,
    assignee: optional(person),
    second: optional(person),
    rule: { ...pick(...planRules), half: true },
    ...Object.fromEntries(
      Object.entries(detailFields(kind)).map(([name, field]) => [`${detailPrefix}${name}`, field]),
    ),
  };
}

/** What the kind asks of every duty; a list that is only known at that moment is not asked for here. */
function detailFields(kind: OpenableKind): Fields {
  const { byHand, byRow } = kindOf(kind);
  if (byRow) return {};
  // A moment is another one every time: here it is said in words.
  return Object.fromEntries(
    Object.entries(byHand.fields).map(([name, field]) => [
      name,
      field.type === 'moment' ? { ...line(100), required: field.required } : field,
    ]),
  );
}

/** What was filled in for the kind, without the marks by which the form tells it apart. */
export function detailValues<V>(values: Readonly<Record<string, V>>): Readonly<Record<string, V>> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => name.startsWith(detailPrefix))
      .map(([name, value]) => [name.slice(detailPrefix.length), value]),
  );
}

/** The name of the field in the form for what the kind calls so. */
export const detailField = (name: string): string => `${detailPrefix}${name}`;

/** What stands in the form of a new plan: the proposal for its kind. */
export function typedForNew(kind: OpenableKind, owner: string, language: Language): Submitted {
  const { rhythm, lead, title, fields } = planDefaults[kind];
  return {
    title: inSpokenWords(title[language]),
    rhythm,
    lead: String(lead),
    owner,
    ...prefixed(fields[language]),
  };
}

const prefixed = (fields: Readonly<Record<string, string>>): Submitted =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [detailField(name), inSpokenWords(value)]),
  );

/** What stands in the form of a plan that exists. */
export function typedForPlan(plan: Plan, people: readonly Person[], language: Language): Submitted {
  const rhythm = rhythmOf(plan.recurrence, plan.startsOn);
  const [assignee, second] = plan.assignees.map((one) => typedPerson(one, people));
  return {
    system: plan.system,
    title: inSpokenWords(plan.title),
    rhythm: rhythm ?? 'month',
    startsOn: plan.startsOn,
    own: rhythm ? '' : (ruleInWords(plan.recurrence, language) ?? plan.recurrence),
    lead: String(plan.lead),
    owner: typedPerson(plan.owner, people),
    assignee: assignee ?? '',
    second: second ?? '',
    rule: plan.rule ?? '',
    ...typedDetails(plan),
  };
}

/** What has to be typed for a person: a choice by object id, or a name. */
export const typedPerson = (person: Person, people: readonly Person[]): string =>
  isChosen(people) ? person.aadObjectId : person.name;

function typedDetails({ kind, details }: Plan): Submitted {
  const given = new Map<string, unknown>(
    typeof details === 'object' && details !== null ? Object.entries(details) : [],
  );
  return Object.fromEntries(
    Object.keys(detailFields(kind)).map((name) => [
      detailField(name),
      typedDetail(given.get(name)),
    ]),
  );
}

function typedDetail(value: unknown): string {
  if (Array.isArray(value)) return inSpokenWords(value.map(String).join('\n'));
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return inSpokenWords(value);
  return typeof value === 'number' ? String(value) : '';
}

/** The cards of the form: when, who, and what its kind asks of every duty. */
export const planPages = (kind: OpenableKind, people: readonly Person[]): Pages =>
  pagesOf(planFields(kind, people), [
    ['system', 'title', 'rhythm', 'startsOn', 'own', 'lead'],
    ['owner', 'assignee', 'second', 'rule'],
    Object.keys(detailFields(kind)).map(detailField),
  ]);

/** The words of the form's questions. */
export function planFormWords(
  kind: OpenableKind,
  people: readonly Person[],
  language: Language,
): AnyWords {
  const { fields, hints, choose, rhythms: rhythmWords, rules } = planTexts[language];
  const titled = (label: string, placeholder?: string) => ({
    label,
    short: label,
    ...(placeholder === undefined ? {} : { placeholder }),
  });
  const names = Object.fromEntries(people.map(({ aadObjectId, name }) => [aadObjectId, name]));
  const byHand = kindOf(kind).byHand.words[language];
  return {
    system: titled(fields.system, hints.system),
    title: titled(fields.title, hints.title),
    rhythm: { ...titled(fields.rhythm, choose), values: rhythmWords },
    startsOn: titled(fields.startsOn),
    own: titled(fields.own, hints.own),
    lead: titled(fields.lead),
    owner: { ...titled(fields.owner, choose), values: names },
    assignee: { ...titled(fields.assignee, hints.assignee), values: names },
    second: { ...titled(fields.second, choose), values: names },
    rule: { ...titled(fields.rule, choose), values: rules },
    ...Object.fromEntries(
      Object.entries(byHand).map(([name, word]) => [detailField(name), word] as const),
    ),
  };
}
