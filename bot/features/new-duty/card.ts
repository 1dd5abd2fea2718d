import { buttons } from '../../views/buttons.ts';
import type { Person } from '../../duty/ids.ts';
import type { Card, ChoiceInput } from '../../../cards/card.ts';
import { actions, card, text } from '../../../cards/elements.ts';
import type { AnyWords, FieldMessage, Fields } from '../../../cards/fields.ts';
import { day, line, pick, required, several } from '../../../cards/fields.ts';
import type { Language } from '../../../cards/language.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import { renderFields } from '../../../cards/render-fields.ts';
import { dutyKinds, kindOf } from '../../kinds/index.ts';
import type { OpenableKind } from '../../kinds/index.ts';
import { chatTexts } from '../../views/chat-texts.ts';
import { personField } from '../../kinds/people/person-field.ts';
import type { Reader } from '../../kinds/kind.ts';

const shared = {
  system: required(line(100)),
  reference: required(line(100)),
  title: required(line(200)),
  dueOn: required(day()),
};

/** More people than this do not stand on a card with a box to tick each; their names are typed. */
const peopleToTick = 12;

/** The fields of a duty that is opened by hand: those of every duty and those of its kind. */
export function newDutyFields(kind: OpenableKind, people: readonly Person[]): Fields {
  const assignee = personField(people);
  return { ...shared, assignee, ...othersFields(people), ...kindOf(kind).byHand.fields };
}

/** Where there are others to ask: who, and whose answers settle it. */
function othersFields(people: readonly Person[]): Fields {
  if (people.length < 2) return {};
  const ids = people.map(({ aadObjectId }) => aadObjectId);
  const others = ids.length <= peopleToTick ? several(ids) : line(1000);
  return { others, rule: pick('any', 'all', 'four-eyes') };
}

function fieldWords(kind: OpenableKind, people: readonly Person[], language: Language): AnyWords {
  const { form: said, formRules } = chatTexts[language];
  const names = Object.fromEntries(people.map(({ aadObjectId, name }) => [aadObjectId, name]));
  const titled = (label: string): { label: string; short: string } => ({ label, short: label });
  return {
    system: titled(said.system),
    reference: titled(said.reference),
    title: titled(said.title),
    dueOn: titled(said.dueOn),
    assignee: {
      ...titled(said.assignee),
      placeholder: said.choose,
      values: names,
    },
    others: {
      ...titled(people.length <= peopleToTick ? said.others : said.othersByName),
      values: names,
    },
    rule: { ...titled(said.rule), placeholder: said.choose, values: formRules },
    ...kindOf(kind).byHand.words[language],
  };
}

/** The first step: which kind of duty. */
export function newDutyKindCard(language: Language): Card {
  const said = chatTexts[language];
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
    ...actions([buttons.newDutyForm.button(said.newDutyNext, {}, { primary: true })]),
  ]);
}

/** The second step: the form of that kind. `once` makes a second click on the same form the same duty. */
export function newDutyForm(
  kind: OpenableKind,
  {
    people,
    reader: { language },
    once,
    typed,
    messages,
  }: {
    readonly people: readonly Person[];
    readonly reader: Reader;
    readonly once: string;
    readonly typed: Submitted;
    readonly messages: readonly FieldMessage[];
  },
): Card {
  const said = chatTexts[language];
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
    ...actions([buttons.newDutyOpen.button(said.newDutyOpen, { kind, once }, { primary: true })]),
  ]);
}
