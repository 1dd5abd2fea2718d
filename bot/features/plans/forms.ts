import { buttons } from '../../views/buttons.ts';
import type { Person } from '../../duty/ids.ts';
import type { Action, Card, ChoiceInput, Element } from '../../../cards/card.ts';
import { actions, card, text } from '../../../cards/elements.ts';
import type { FieldMessage } from '../../../cards/fields.ts';
import type { Language } from '../../../cards/language.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import type { OpenableKind } from '../../kinds/index.ts';
import { dutyKinds, kindOf } from '../../kinds/index.ts';
import { planStamp } from '../../tenant/plans/change.ts';
import { planDefaults } from '../../tenant/plans/defaults.ts';
import type { Plan } from '../../tenant/plans/plan.ts';
import type { FormPage } from '../../views/forms/page.ts';
import { formPage, formThatFits } from '../../views/forms/page.ts';
import { planFields, planFormWords, planPages } from './fields.ts';
import { planTexts } from './texts.ts';
import { words } from '../../views/texts.ts';

/** The first step: which kind of duty comes back, each with the proposal for it. */
export function planKindCard(language: Language): Card {
  const said = planTexts[language];
  const kinds: ChoiceInput = {
    type: 'Input.ChoiceSet',
    id: 'k',
    label: said.kind,
    isRequired: true,
    errorMessage: said.choose,
    style: 'expanded',
    wrap: true,
    choices: dutyKinds.map(({ kind, words: wordsOf }) => ({
      title: `${wordsOf(language).name}, ${said.rhythms[planDefaults[kind].rhythm]}`,
      value: kind,
    })),
  };
  return card(language, said.kindTitle, [
    text(said.kindTitle, { weight: 'bolder', size: 'large', style: 'heading' }),
    text(said.kindIntro),
    kinds,
    ...actions([
      buttons.planForm.button(said.onwards, { form: 'new' }, { primary: true }),
      buttons.plans.button(words[language].back, {}, { inputs: 'none' }),
    ]),
  ]);
}

export interface PlanFormShown {
  readonly kind: OpenableKind;
  /** The plan as it stands; undefined for a new one. */
  readonly plan: Plan | undefined;
  /** The id of a new plan: a second click on the same form is the same plan. */
  readonly once: string;
  readonly people: readonly Person[];
  readonly typed: Submitted;
  readonly messages: readonly FieldMessage[];
  /** The next five dates, where somebody asked for them. */
  readonly dates?: readonly Element[];
  /** Which card of the form. */
  readonly at?: number;
}

/** The form of one plan, with a button that tries it out before it is saved. */
export function planForm(shown: PlanFormShown, language: Language): Card {
  const labels = planFormWords(shown.kind, shown.people, language);
  return formThatFits(shown, (one) => planFormCard(one, language), { labels, language });
}

function planFormCard(shown: PlanFormShown, language: Language): Card {
  const { kind, people, typed, messages, dates = [], at = 1 } = shown;
  const said = planTexts[language];
  const title = said.formTitle(kindOf(kind).words(language).name);
  const own = { words: planFormWords(kind, people, language), lines: {}, language };
  const fields = planFields(kind, people);
  const page = formPage({ fields, ...own, typed, messages }, planPages(kind, people), at);
  return card(language, title, [
    text(title, { weight: 'bolder', size: 'large', style: 'heading' }),
    ...dates,
    text(kindOf(kind).byRow ? said.listIntro : said.formIntro, { isSubtle: true }),
    ...page.elements,
    ...actions(planActions(shown, page, language)),
  ]);
}

function planActions(
  { kind, plan, once }: PlanFormShown,
  { kept, at, isLast, mayFinish }: FormPage,
  language: Language,
): readonly Action[] {
  const said = planTexts[language];
  const { planSend } = buttons;
  const keys = { kind, once: plan?.id ?? once, stamp: planStamp(plan), page: at };
  const turns = (title: string, turn: 'next' | 'back', primary = false) =>
    planSend.button(title, { ...keys, turn }, { kept, primary });
  return [
    ...(mayFinish ? [planSend.button(said.save, keys, { primary: true, kept })] : []),
    ...(isLast ? [] : [turns(mayFinish ? said.fillInMore : said.onwards, 'next', !mayFinish)]),
    ...(mayFinish ? [planSend.button(said.tryOut, { ...keys, tries: 'try' }, { kept })] : []),
    ...(plan
      ? [buttons.planRemove.button(said.remove, { plan: plan.id }, { inputs: 'none' })]
      : []),
    at === 1
      ? buttons.plans.button(words[language].back, {}, { inputs: 'none' })
      : turns(words[language].back, 'back'),
  ];
}
