import type { Said } from '../../views/buttons.ts';
import { buttons } from '../../views/buttons.ts';
import type { Card, ChoiceInput } from '../../../cards/card.ts';
import { actions, card, facts, inDialog, text } from '../../../cards/elements.ts';
import type { AnyWords, FieldMessage, Fields } from '../../../cards/fields.ts';
import { entries, line, lines } from '../../../cards/fields.ts';
import type { Language } from '../../../cards/language.ts';
import { plain, shorten } from '../../../cards/plain-text.ts';
import type { FormPart } from '../../../cards/form/parts.ts';
import type { LinesOf, Submitted } from '../../../cards/read-fields.ts';
import { lineInput } from '../../../cards/input-ids.ts';
import { renderFields } from '../../../cards/render-fields.ts';
import type { Policy } from '../../kinds/kind.ts';
import type { DataClass, DataRoute } from '../../kinds/transfer-securely/rules.ts';
import { dataClasses, dataRoutes, usualRoutes } from '../../kinds/transfer-securely/rules.ts';
import { transferSecurelyTexts } from '../../kinds/transfer-securely/texts.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { policyTexts } from './texts.ts';
import { words } from '../../views/texts.ts';

/** The forms of the policy: one for each class of data, one for domains, one for the support desk. */
export type PolicyForm =
  | { readonly name: 'routes'; readonly class: DataClass }
  | { readonly name: 'domains' }
  | { readonly name: 'desk' };

type PolicyFormName = Said<'policySave'>['form'];

/** The name of a form, as it travels with a button or is chosen. */
const formName = (form: PolicyForm): PolicyFormName =>
  form.name === 'routes' ? `routes:${form.class}` : form.name;

const policyForms: readonly PolicyForm[] = [
  ...dataClasses.map((one) => ({ name: 'routes', class: one }) as const),
  { name: 'domains' },
  { name: 'desk' },
];

/** The form of that name; undefined where none is chosen. */
export const policyFormOf = (name: PolicyFormName | undefined): PolicyForm | undefined =>
  policyForms.find((form) => formName(form) === name);

const longestList = 1500;

/** The policy in the IT channel; `told` stands above it, such as what became of a click. */
export function policyCard(rules: Policy, { language }: ReaderNow, told?: string): Card {
  const said = policyTexts[language];
  const { class: classes } = transferSecurelyTexts[language].fields;
  const { domains, desk } = rules;
  const reached = desk && [desk.name, desk.phone, desk.mail, desk.url].filter(Boolean).join(' · ');
  return card(language, told ?? said.title, [
    text(said.title, { weight: 'bolder', size: 'large', style: 'heading' }),
    ...(told === undefined ? [] : [text(plain(told), { weight: 'bolder' })]),
    text(said.intro, { isSubtle: true }),
    ...facts([
      ...dataClasses.map((one) => ({
        title: said.routesFor(classes.values[one]),
        value: routesInWords(rules, one, language),
      })),
      {
        title: said.domains,
        value: domains.length === 0 ? said.anyDomain : shorten(domains.join(', '), longestList),
      },
      { title: said.desk, value: reached ?? said.noDesk },
    ]),
    formChoice(language),
    ...actions([
      inDialog(buttons.policyForm.button(said.change, {})),
      buttons.overview.button(words[language].overview, {}, { inputs: 'none' }),
    ]),
  ]);
}

/** Which of the rules to change. */
function formChoice(language: Language): ChoiceInput {
  const said = policyTexts[language];
  const { values } = transferSecurelyTexts[language].fields.class;
  return {
    type: 'Input.ChoiceSet',
    id: 'f',
    label: said.which,
    placeholder: said.routes.choose,
    style: 'compact',
    wrap: true,
    choices: policyForms.map((form) => ({
      title: form.name === 'routes' ? said.routesFor(values[form.class]) : said[form.name],
      value: formName(form),
    })),
  };
}

function routesInWords({ routes }: Policy, one: DataClass, language: Language): string {
  const said = policyTexts[language];
  const { values } = transferSecurelyTexts[language].fields.route;
  const inWords = (list: readonly DataRoute[]): string =>
    list.map((route) => values[route].toLowerCase()).join(', ');
  const laid = routes[one];
  if (!laid) return said.usual(inWords(usualRoutes(one)));
  const allowed = inWords(dataRoutes.filter((route) => laid.includes(route)));
  return allowed === '' ? said.noRoute : allowed;
}

/** The fields of a form, and the lines of those that have them. */
export function policyFields(
  form: PolicyForm,
  language: Language,
): { readonly fields: Fields; readonly lines: LinesOf } {
  switch (form.name) {
    case 'routes': {
      const { values } = transferSecurelyTexts[language].fields.route;
      return {
        fields: { routes: lines('yes', 'no') },
        lines: { routes: dataRoutes.map((route) => ({ key: route, label: values[route] })) },
      };
    }
    case 'domains':
      return { fields: { domains: entries(5000) }, lines: {} };
    case 'desk': {
      const fields = { name: line(100), phone: line(40), mail: line(200), url: line(300) };
      return { fields, lines: {} };
    }
  }
}

/** What stands in a form: the rules as they are. */
export function typedForPolicy(form: PolicyForm, rules: Policy): Submitted {
  switch (form.name) {
    case 'routes': {
      const allowed: readonly string[] = rules.routes[form.class] ?? usualRoutes(form.class);
      return Object.fromEntries(
        dataRoutes.map((route, at) => [
          lineInput('routes', at),
          allowed.includes(route) ? 'yes' : 'no',
        ]),
      );
    }
    case 'domains':
      return { domains: rules.domains.join('\n') };
    case 'desk':
      return { ...rules.desk };
  }
}

/** What may be used is ticked in one list. */
const allowedRoutes: readonly FormPart[] = [{ type: 'ticks', field: 'routes', value: 'yes' }];

/** A form in the place of the policy. `stamp` tells which rules it showed. */
export function policyForm(
  form: PolicyForm,
  {
    stamp,
    typed,
    messages,
    told,
  }: {
    readonly stamp: string;
    readonly typed: Submitted;
    readonly messages: readonly FieldMessage[];
    readonly told?: string;
  },
  { language }: ReaderNow,
): Card {
  const said = policyTexts[language];
  const { title, intro } = headOf(form, language);
  const shown: AnyWords = { routes: said.routes, ...said.fields };
  return card(language, title, [
    text(plain(title), { weight: 'bolder', size: 'large', style: 'heading' }),
    ...(told === undefined ? [] : [text(told, { weight: 'bolder' })]),
    text(intro),
    ...renderFields({
      ...policyFields(form, language),
      words: shown,
      language,
      typed,
      messages,
      ...(form.name === 'routes' ? { parts: allowedRoutes } : {}),
    }),
    ...actions([
      buttons.policySave.button(said.save, { form: formName(form), stamp }, { primary: true }),
      buttons.policy.button(words[language].back, {}, { inputs: 'none' }),
    ]),
  ]);
}

function headOf(form: PolicyForm, language: Language): { title: string; intro: string } {
  const said = policyTexts[language];
  switch (form.name) {
    case 'routes': {
      const { values } = transferSecurelyTexts[language].fields.class;
      return { title: said.routesTitle(values[form.class]), intro: said.routesIntro };
    }
    case 'domains':
      return { title: said.domainsTitle, intro: said.domainsIntro };
    case 'desk':
      return { title: said.deskTitle, intro: said.deskIntro };
  }
}
