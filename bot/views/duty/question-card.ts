import { buttons } from '../buttons.ts';
import type { PersonId } from '../../duty/ids.ts';
import type { Action, Card } from '../../../cards/card.ts';
import {
  actions,
  actionRows,
  card,
  facts,
  foreignText,
  questionText,
} from '../../../cards/elements.ts';
import { seenInput } from '../../../cards/input-ids.ts';
import { actionsIn, maxActions } from '../../../cards/limits.ts';
import { shorten } from '../../../cards/plain-text.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Question } from '../../kinds/question.ts';
import type { Duty } from '../../duty/duty.ts';
import { answerBy, assigneeOf, contextFor } from '../../duty/duty.ts';
import { isBegunBy } from '../../duty/withdrawing.ts';
import { maxPostponements } from '../../duty/answering/handing-on.ts';
import { awaits, isToVerify } from '../../duty/answering/quorum.ts';
import { attachmentFacts } from '../attached.ts';
import { ruleInWords } from './asked.ts';
import type { Asked } from '../kept.ts';
import { keptFor, knownOf } from '../kept.ts';
import { askedBand, askedByViewer, lastTime, solution, whyMe } from './question-parts.ts';
import type { ReaderNow } from '../reader.ts';
import { correctionElements } from './correction.ts';
import { cutFacts } from '../fitting.ts';
import type { FormState } from '../form-state.ts';
import type { FormName } from '../forms/texts.ts';
import { formTexts } from '../forms/texts.ts';
import { surveyActions, surveyTotals } from '../survey/progress.ts';
import { noted } from './settled-card.ts';
import { moreCard, stepCard, troubles } from './step-card.ts';
import { summaryOf } from './summary.ts';
import { handedInWords, putOffInWords } from './why.ts';
import { words } from '../texts.ts';

/** The question with its answers as buttons, or the step that was opened. */
export function question(
  duty: Duty,
  shown: { readonly viewer: PersonId; readonly form: FormState; readonly length: number },
  reader: ReaderNow,
): Card {
  const { viewer, form } = shown;
  const context = contextFor(duty, viewer, form.laidDown);
  const known = { ...saidBy(duty, form.step), ...knownOf(duty, viewer, reader) };
  const asked: Asked = { duty, ...shown, context, known, typed: withKnown(known, form.typed) };
  if (form.step === 'more') return moreCard(asked, waysOut(asked, reader), reader);
  const said = form.typed?.['outcome'];
  // A sentence that says which answer it is lands in its step.
  if (form.step === 'question') return questionCard(asked, reader);
  const at = form.step ?? (typeof said === 'string' ? { outcome: said, at: 1 } : undefined);
  return (at && stepCard(asked, at, reader)) ?? questionCard(asked, reader);
}

/** What the button of an answer said beside it, on the step that it opened. */
const saidBy = ({ kind }: Duty, step: FormState['step']): Submitted =>
  typeof step === 'object' && step.pressed ? (kindOf(kind).says?.(step.outcome) ?? {}) : {};

/** What was typed over what is known; what was said of one thing that is taken for granted is said of all of them. */
function withKnown(known: Submitted, typed: Submitted = {}): Submitted {
  const { [seenInput]: granted, ...facts } = known;
  const said = typeof granted === 'string' && (granted.split(':')[0] ?? '') in typed;
  return { ...(said ? facts : known), ...typed };
}

function questionCard(asked: Asked, reader: ReaderNow): Card {
  const { duty, viewer, form, length, context, typed } = asked;
  const { language } = reader;
  const said = words[language];
  const kind = kindOf(duty.kind);
  const introduction = kind.introduction(context, reader);
  const messages = form.messages ?? [];
  const put = form.rows ? undefined : kind.question(context, { typed, messages }, reader);
  const description = duty.description === undefined ? [] : [foreignText(duty.description)];
  const { link, below, offered, crowded } = buttonsOn(asked, put, reader);
  const why = {
    type: 'Action.ToggleVisibility' as const,
    title: said.why,
    targetElements: ['why'],
  };
  return card(language, summaryOf(duty, reader), [
    askedBand(duty, viewer, reader),
    ...noted(
      form.told ??
        solution(duty, { viewer, length }, language) ??
        corrected(asked, put, reader) ??
        putOffInWords(duty, viewer, reader) ??
        handedInWords(assigneeOf(duty, viewer), language) ??
        askedByViewer(duty, viewer, said.youAskedForThis),
    ),
    foreignText(shorten(introduction.text, length), { spacing: 'medium' }),
    ...description,
    ...facts(lastTime(duty, { viewer, length }, reader)),
    ...facts(
      cutFacts(
        [...introduction.facts, ...ruleInWords(duty, language), ...attachmentFacts(duty, reader)],
        length,
      ),
    ),
    ...actions(link),
    ...surveyTotals(duty, reader),
    ...(form.rows ?? []),
    ...(put?.elements ?? []),
    ...correctionElements(duty, { viewer, typed, messages }, reader),
    ...(put
      ? [
          questionText(put.text, { separator: true }),
          ...troubles(messages, [...put.fields, 'correction']),
        ]
      : []),
    ...actionRows(put ? answerButtons(asked, { ...put, answers: offered }, reader) : []),
    whyMe(duty, { viewer, shown: crowded }, reader),
    ...actions([...(crowded ? [] : [why]), ...below], { separator: true }),
  ]);
}

/** What can be pressed on the question, within what a card has room for. */
function buttonsOn(asked: Asked, put: Question | undefined, reader: ReaderNow) {
  const { duty, viewer, form, context } = asked;
  const { link: site } = kindOf(duty.kind).introduction(context, reader);
  const link = site ? [{ type: 'Action.OpenUrl' as const, ...site }] : [];
  const ways = waysOn(asked, put, reader);
  const fixed = ways.length + link.length + actionsIn(form.rows ?? []).length;
  const rounds = surveyActions(duty, viewer, reader.language);
  // Whoever corrects has those of the survey on the card to which "back" leads.
  const survey =
    fixed + rounds.length + offeredIn(asked, put, fixed + rounds.length).length <= maxActions
      ? rounds
      : [];
  const beside = survey.length + fixed;
  const offered = offeredIn(asked, put, beside + 1);
  // Where six buttons stand already, the reason is not behind a seventh.
  const crowded = beside + offered.length >= maxActions;
  return { link, below: [...survey, ...ways], offered, crowded };
}

/** The answers on the card; who cannot judge it finds that among the other ways where there is no room for it. */
function offeredIn(
  { duty, viewer }: Asked,
  put: Question | undefined,
  beside: number,
): Question['answers'] {
  const answers = put?.answers ?? [];
  if (!awaits(duty, viewer) || answers.length + beside <= maxActions) return answers;
  return answers.filter(({ unable }) => !unable);
}

/** The answers as buttons; the one that was given before, or that a sentence said, stands out. */
function answerButtons(asked: Asked, put: Question, reader: ReaderNow): readonly Action[] {
  const { language } = reader;
  const { duty, viewer, form, typed, known, length, context } = asked;
  const kind = kindOf(duty.kind);
  const inputs = kind.inputs(context, reader);
  const formVersion = assigneeOf(duty, viewer)?.formVersion ?? 1;
  return put.answers.map(({ value, title }) => {
    // The whole of a long text travels with one button only: eight copies of it fit on no card.
    const most = value === form.left ? length : Math.min(length, mostElsewhere);
    const kept = keptFor(form, { inputs, shown: put.inputs, known, length: most });
    const step = Object.keys(kept).length === 0 ? undefined : 0;
    return buttons.answer.button(
      title,
      { duty: duty.id, formVersion, language, via: form.via, outcome: value, step },
      { primary: typed['outcome'] === value, kept },
    );
  });
}

const mostElsewhere = 300;

/** What was answered before, for whoever corrects it. */
function corrected(
  { duty, viewer, form }: Asked,
  put: Question | undefined,
  { language }: ReaderNow,
): string | undefined {
  const mine = answerBy(duty, viewer);
  if (!mine || !put || isToVerify(duty, viewer) || form.messages?.length) return undefined;
  const given = put.answers.find(({ value }) => value === mine.values['outcome']);
  return given && words[language].answeredBefore(given.title);
}

/** The way on from the question that is no answer. */
function waysOn(
  { duty, viewer, form, known, length, context }: Asked,
  put: Question | undefined,
  { language, zone }: ReaderNow,
): readonly Action[] {
  const said = words[language];
  const data = { duty: duty.id, language };
  if (awaits(duty, viewer)) {
    const inputs = kindOf(duty.kind).inputs(context, { language, zone });
    const kept = keptFor(form, {
      inputs,
      shown: put?.inputs ?? [],
      known,
      length: Math.min(length, mostElsewhere),
    });
    return [buttons.answerMore.button(said.otherWays, { ...data, via: form.via }, { kept })];
  }
  // Whoever verifies gets this same question again where it leads back.
  return isToVerify(duty, viewer)
    ? [buttons.myDuties.button(said.myDuties, { duty: duty.id }, { inputs: 'none' })]
    : [buttons.show.button(said.back, data, { inputs: 'none' })];
}

/** Who cannot or will not answer has these. */
function waysOut(asked: Asked, reader: ReaderNow): readonly Action[] {
  const { duty, viewer, form, context, typed } = asked;
  const { language } = reader;
  const said = words[language];
  const given = { typed, messages: [] };
  const put = form.rows ? undefined : kindOf(duty.kind).question(context, given, reader);
  // Said twice it would be asked for twice, in two ways.
  const isAnswer = buttonsOn(asked, put, reader).offered.some(
    ({ unable, title }) => unable && title === said.cannotJudge,
  );
  const open = (title: string, name: FormName): Action =>
    buttons.form.button(title, { duty: duty.id, language, form: name }, { inputs: 'none' });
  if (!awaits(duty, viewer)) return [];
  return [
    ...(isAnswer ? [] : [open(said.cannotJudge, 'cannot-judge')]),
    open(said.handOver, 'hand-over'),
    ...(duty.postponed.length < maxPostponements ? [open(said.later, 'later')] : []),
    ...(isBegunBy(duty, viewer) && duty.status === 'open'
      ? [open(formTexts[language].withdraw.title, 'withdraw')]
      : []),
  ];
}
