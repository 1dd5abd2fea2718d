import type { Card, ChoiceInput } from '../../cards/card.ts';
import { actions, button, card, text } from '../../cards/elements.ts';
import type { AnyWords, FieldMessage, Fields } from '../../cards/fields.ts';
import { day, line, required } from '../../cards/fields.ts';
import type { Language } from '../../cards/language.ts';
import type { Submitted } from '../../cards/read-fields.ts';
import { renderFields } from '../../cards/render-fields.ts';
import { dutyKinds, kindOf } from '../duties/index.ts';
import type { KindName } from '../duties/index.ts';
import type { Person } from '../lifecycle/duty.ts';
import { chatWords } from './chat-words.ts';
import { personField } from './person-field.ts';
import type { Reader } from '../duties/kind.ts';

const shared = {
  system: required(line(100)),
  reference: required(line(100)),
  title: required(line(200)),
  dueOn: required(day()),
};

/** The fields of a duty that is opened by hand: those of every duty and those of its kind. */
export function newDutyFields(kind: KindName, people: readonly Person[]): Fields {
  return { ...shared, assignee: personField(people), ...kindOf(kind).byHand.fields };
}

function fieldWords(kind: KindName, people: readonly Person[], language: Language): AnyWords {
  const said = chatWords[language].form;
  const titled = (label: string): { label: string; short: string } => ({ label, short: label });
  return {
    system: titled(said.system),
    reference: titled(said.reference),
    title: titled(said.title),
    dueOn: titled(said.dueOn),
    assignee: {
      ...titled(said.assignee),
      placeholder: said.choose,
      values: Object.fromEntries(people.map(({ aadObjectId, name }) => [aadObjectId, name])),
    },
    ...kindOf(kind).byHand.words[language],
  };
}

/** The first step: which kind of duty. */
export function newDutyKindCard(language: Language): Card {
  const said = chatWords[language];
  const kinds: ChoiceInput = {
    type: 'Input.ChoiceSet',
    id: 'kind',
    label: said.newDutyKind,
    isRequired: true,
    errorMessage: said.form.choose,
    style: 'expanded',
    wrap: true,
    choices: dutyKinds.map(({ kind, words }) => ({ title: words(language).name, value: kind })),
  };
  return card(language, said.newDutyTitle, [
    text(said.newDutyTitle, { weight: 'bolder', size: 'large', style: 'heading' }),
    text(said.newDutyIntro),
    kinds,
    ...actions([button(said.newDutyNext, 'new-duty-form', {}, { primary: true })]),
  ]);
}

/** The second step: the form of that kind. `once` makes a second click on the same form the same duty. */
export function newDutyForm(
  kind: KindName,
  people: readonly Person[],
  { language }: Reader,
  { once, typed, messages }: { once: string; typed: Submitted; messages: readonly FieldMessage[] },
): Card {
  const said = chatWords[language];
  const { name } = kindOf(kind).words(language);
  return card(language, `${said.newDutyTitle}: ${name}`, [
    text(name, { weight: 'bolder', size: 'large', style: 'heading' }),
    ...renderFields({
      fields: newDutyFields(kind, people),
      words: fieldWords(kind, people, language),
      lines: {},
      language,
      typed,
      messages,
    }),
    ...actions([
      button(said.newDutyOpen, 'new-duty-open', { k: kind, n: once }, { primary: true }),
    ]),
  ]);
}
