import { buttons } from '../buttons.ts';
import type { Action, Card, Element } from '../../../cards/card.ts';
import { actionRows, actions, card, questionText, text } from '../../../cards/elements.ts';
import type { FieldMessage } from '../../../cards/fields.ts';
import { kindOf } from '../../kinds/index.ts';
import { assigneeOf } from '../../duty/duty.ts';
import { isBegunBy } from '../../duty/withdrawing.ts';
import type { AnswerStepAt } from '../form-state.ts';
import type { ReaderNow } from '../reader.ts';
import type { Asked } from '../kept.ts';
import { keptFor } from '../kept.ts';
import { askedBand } from './question-parts.ts';
import { noted } from './settled-card.ts';
import { words } from '../texts.ts';

/** What is wrong and stands at no input of this card: it is said below its heading. */
export const troubles = (
  messages: readonly FieldMessage[],
  fields: readonly string[],
): readonly Element[] =>
  messages
    .filter(({ field }) => !fields.includes(field))
    .map(({ message }) =>
      text(`⚠ ${message}`, { color: 'attention', weight: 'bolder', spacing: 'small' }),
    );

/** One step of an answer in the place of the card; undefined where that answer asks nothing. */
export function stepCard(
  asked: Asked,
  { outcome, at }: AnswerStepAt,
  reader: ReaderNow,
): Card | undefined {
  const { duty, viewer, form, length, context, known, typed } = asked;
  const { language } = reader;
  const said = words[language];
  const kind = kindOf(duty.kind);
  const messages = form.messages ?? [];
  const steps = kind.steps(context, { outcome, typed, messages }, reader) ?? [];
  const step = steps[Math.min(at, steps.length) - 1];
  if (!step) return undefined;
  const number = steps.indexOf(step) + 1;
  const inputs = kind.inputs(context, reader);
  const kept = keptFor(form, { inputs, shown: step.inputs, known, length });
  const data = { duty: duty.id, language, via: form.via, outcome, step: number };
  const formVersion = assigneeOf(duty, viewer)?.formVersion ?? 1;
  const on = number < steps.length ? said.next : said.record;
  return card(language, `${step.title}: ${duty.title}`, [
    askedBand(duty, viewer, reader),
    ...noted(form.told),
    questionText(step.title),
    ...(steps.length > 1
      ? [text(said.stepOf(number, steps.length), { isSubtle: true, spacing: 'none' })]
      : []),
    ...troubles(messages, step.fields),
    ...step.elements,
    ...actions([
      buttons.answer.button(on, { ...data, formVersion }, { primary: true, kept }),
      buttons.answerBack.button(said.back, data, { kept }),
    ]),
  ]);
}

/** The ways on that are no answer, in the place of the card; back brings what was typed. */
export function moreCard(asked: Asked, ways: readonly Action[], reader: ReaderNow): Card {
  const { duty, viewer, form, length, context, known } = asked;
  const { language } = reader;
  const said = words[language];
  const inputs = kindOf(duty.kind).inputs(context, reader);
  const kept = keptFor(form, { inputs, shown: [], known, length });
  const back = { duty: duty.id, language, via: form.via, step: 0 };
  return card(language, `${said.otherWays}: ${duty.title}`, [
    askedBand(duty, viewer, reader),
    questionText(isBegunBy(duty, viewer) ? said.otherWaysOwn : said.otherWaysIntro),
    ...actionRows(ways),
    ...actions([buttons.answerBack.button(said.back, back, { kept })], { separator: true }),
  ]);
}
