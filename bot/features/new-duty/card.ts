import { buttons } from '../../views/buttons.ts';
import type { Person } from '../../duty/ids.ts';
import type { Card, ChoiceInput } from '../../../cards/card.ts';
import { actions, card, inDialog, text } from '../../../cards/elements.ts';
import type { AnyWords, FieldMessage, Fields } from '../../../cards/fields.ts';
import { day, line, pick, required, several } from '../../../cards/fields.ts';
import type { Language } from '../../../cards/language.ts';
import type { Pages } from '../../../cards/form/pages.ts';
import { pagesOf } from '../../../cards/form/pages.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import { dutyKinds, kindOf } from '../../kinds/index.ts';
import type { OpenableKind } from '../../kinds/index.ts';
import { formPage, formThatFits } from '../../views/forms/page.ts';
import { personField } from '../../kinds/people/person-field.ts';
import { words } from '../../views/texts.ts';
import { newDutyTexts } from './texts.ts';
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
  const { fields: said, rules } = newDutyTexts[language];
  const names = Object.fromEntries(people.map(({ aadObjectId, name }) => [aadObjectId, name]));
  const titled = (label: string): { label: string; short: string } => ({ label, short: label });
  const { examples } = said;
  return {
    system: { ...titled(said.system), placeholder: examples.system },
    reference: { ...titled(said.reference), placeholder: examples.reference },
    title: { ...titled(said.title), placeholder: examples.title },
    dueOn: titled(said.dueOn),
    assignee: {
      ...titled(said.assignee),
      placeholder: said.choose,
      values: names,
    },
    others: {
      ...titled(people.length <= peopleToTick ? said.others : said.othersByName),
      placeholder: examples.names,
      values: names,
    },
    rule: { ...titled(said.rule), placeholder: said.choose, values: rules },
    ...kindOf(kind).byHand.words[language],
  };
}

/** The first step: which kind of duty. */
export function newDutyKindCard(language: Language): Card {
  const said = newDutyTexts[language];
  const kinds: ChoiceInput = {
    type: 'Input.ChoiceSet',
    id: 'kind',
    label: said.whichKind,
    isRequired: true,
    errorMessage: said.fields.choose,
    style: 'expanded',
    wrap: true,
    choices: dutyKinds.map((one) => ({ title: one.words(language).name, value: one.kind })),
  };
  return card(language, said.title, [
    text(said.title, { weight: 'bolder', size: 'large', style: 'heading' }),
    text(said.intro),
    kinds,
    ...actions([
      inDialog(buttons.newDutyForm.button(said.next, {}, { primary: true })),
      buttons.overview.button(words[language].back, {}, { inputs: 'none' }),
    ]),
  ]);
}

/** A form of a duty by hand as it is filled in, on its card number `at`. */
export interface NewDutyShown {
  readonly people: readonly Person[];
  readonly reader: Reader;
  /** A second click on the same form is the same duty. */
  readonly once: string;
  readonly typed: Submitted;
  readonly messages: readonly FieldMessage[];
  readonly at?: number;
}

/** The cards of the form: what every duty has, what its kind needs, and who else is asked. */
export function newDutyPages(kind: OpenableKind, people: readonly Person[]): Pages {
  const fields = newDutyFields(kind, people);
  return pagesOf(fields, [
    [...Object.keys(shared), 'assignee'],
    Object.keys(kindOf(kind).byHand.fields),
    ['others', 'rule'],
  ]);
}

/** The form of that kind, a card at a time. */
export function newDutyForm(kind: OpenableKind, shown: NewDutyShown): Card {
  const { people, reader } = shown;
  const { language } = reader;
  const labels = fieldWords(kind, people, language);
  return formThatFits(shown, (one) => formCard(kind, one), { labels, language });
}

function formCard(
  kind: OpenableKind,
  { people, reader: { language }, once, typed, messages, at = 1 }: NewDutyShown,
): Card {
  const said = newDutyTexts[language];
  const { name } = kindOf(kind).words(language);
  const fields = newDutyFields(kind, people);
  const own = { words: fieldWords(kind, people, language), lines: {}, language, typed, messages };
  const page = formPage({ fields, ...own }, newDutyPages(kind, people), at);
  const data = { kind, once, page: page.at, language };
  const { kept } = page;
  const goOn = (title: string, primary: boolean) =>
    buttons.newDutyOpen.button(title, { ...data, turn: 'next' }, { primary, kept });
  return card(language, `${said.title}: ${name}`, [
    text(name, { weight: 'bolder', size: 'large', style: 'heading' }),
    ...page.elements,
    ...actions([
      ...(page.mayFinish
        ? [buttons.newDutyOpen.button(said.open, data, { primary: true, kept })]
        : []),
      ...(page.isLast ? [] : [goOn(page.mayFinish ? said.fillInMore : said.next, !page.mayFinish)]),
      page.at === 1
        ? buttons.newDuty.button(words[language].back, { language }, { inputs: 'none' })
        : buttons.newDutyOpen.button(words[language].back, { ...data, turn: 'back' }, { kept }),
    ]),
  ]);
}
