import { buttons } from '../buttons.ts';
import type { PersonId } from '../../duty/ids.ts';
import type { Action, Card, Element, Fact } from '../../../cards/card.ts';
import { actions, band, card, facts, foreignText, text } from '../../../cards/elements.ts';
import { actionsIn, maxActions } from '../../../cards/limits.ts';
import { plain, shorten } from '../../../cards/plain-text.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Duty, Finding } from '../../duty/duty.ts';
import { answerBy, assigneeOf, contextFor, openFinding } from '../../duty/duty.ts';
import { maxPostponements } from '../../duty/answering/handing-on.ts';
import { awaits, isAsked, isRequester, isToVerify } from '../../duty/answering/quorum.ts';
import { ruleInWords } from './asked.ts';
import type { ReaderNow } from '../reader.ts';
import { answerInLine } from './answer-line.ts';
import { dueBand, fact } from '../reader.ts';
import { findingTexts } from '../findings/texts.ts';
import { correctionElements } from './correction.ts';
import { cut, cutFacts, fitted } from '../fitting.ts';
import type { FormState } from '../form-state.ts';
import type { FormName } from '../forms/texts.ts';
import { surveyActions, surveyTotals } from '../survey/progress.ts';
import { noted, placeOf, settled, unable } from './settled-card.ts';
import { summaryOf } from './summary.ts';
import { handedInWords, putOffInWords, whyMeInWords } from './why.ts';
import { words } from '../texts.ts';

/** The card of a duty as one person sees it now: the question, or how it was settled. */
export function dutyCard(
  duty: Duty,
  { viewer, form = {} }: { readonly viewer: PersonId; readonly form?: FormState | undefined },
  reader: ReaderNow,
): Card {
  const mine = answerBy(duty, viewer);
  const asked = assigneeOf(duty, viewer) !== undefined;
  const waiting = awaits(duty, viewer);
  const again = form.again === true && mine !== undefined && duty.status !== 'withdrawn';
  return fitted((length) => {
    const shown = cut(duty, length);
    // Who could not judge the solution is not asked the same again, but may answer after all.
    const verifying = isToVerify(duty, viewer) && mine?.outcome !== 'unable';
    if (asked && (waiting || again || verifying))
      return question(shown, { viewer, form, length }, reader);
    if (mine && isAsked(duty, viewer))
      return unable(shown, { mine, formState: form, length }, reader);
    return settled(shown, { viewer, formState: form, length }, reader);
  });
}

function question(
  duty: Duty,
  {
    viewer,
    form,
    length,
  }: { readonly viewer: PersonId; readonly form: FormState; readonly length: number },
  reader: ReaderNow,
): Card {
  const { language } = reader;
  const kind = kindOf(duty.kind);
  const said = words[language];
  const { name } = kind.words(language);
  const context = contextFor(duty, viewer, form.policy);
  const introduction = kind.introduction(context, reader);
  const typed = form.typed ?? earlierTyped(duty, viewer, reader);
  const formVersion = assigneeOf(duty, viewer)?.formVersion ?? 1;
  const send = buttons.answer.button(
    said.send,
    { duty: duty.id, formVersion, language, via: form.via },
    { primary: true },
  );
  const description = duty.description === undefined ? [] : [foreignText(duty.description)];
  const below = [
    ...(form.rows ? [] : [send]),
    ...surveyActions(duty, viewer, language),
    ...waysOut(duty, viewer, reader),
  ];
  // Where six buttons stand already, the reason is not behind a seventh.
  const inRows = actionsIn(form.rows ?? []).length;
  const crowded = below.length + inRows + (introduction.link ? 1 : 0) >= maxActions;
  return card(language, summaryOf(duty, reader), [
    band({
      style: 'emphasis',
      kicker: `${name} · ${duty.reference}`,
      title: duty.title,
      place: placeOf(duty, introduction.place),
      // Whoever verifies answered in time: what is due then is the finding.
      due: dueBand(verified(duty, viewer)?.dueOn ?? duty.dueOn, reader),
    }),
    ...noted(
      form.told ??
        solution(duty, { viewer, length }, language) ??
        putOffInWords(duty, viewer, reader) ??
        handedInWords(assigneeOf(duty, viewer), language) ??
        askedByViewer(duty, viewer, said.youAskedForThis),
    ),
    foreignText(shorten(introduction.text, length), { spacing: 'medium' }),
    ...description,
    ...facts(lastTime(duty, { viewer, length }, reader)),
    ...facts(cutFacts([...introduction.facts, ...ruleInWords(duty, language)], length)),
    ...actions(introduction.link ? [{ type: 'Action.OpenUrl', ...introduction.link }] : []),
    ...surveyTotals(duty, reader),
    ...(form.rows ?? kind.form(context, { typed, messages: form.messages ?? [] }, reader)),
    ...correctionElements(duty, { viewer, typed, messages: form.messages ?? [] }, reader),
    whyMe(duty, { viewer, shown: crowded }, reader),
    ...actions([
      ...below.slice(0, 1),
      ...(crowded
        ? []
        : [
            {
              type: 'Action.ToggleVisibility' as const,
              title: said.why,
              targetElements: ['why'],
            },
          ]),
      ...below.slice(1),
    ]),
  ]);
}

/** The finding that this person is to look at again. */
const verified = (duty: Duty, viewer: PersonId): Finding | undefined =>
  isToVerify(duty, viewer) ? openFinding(duty) : undefined;

/** What is said to solve it, by the vendor or a colleague, for whoever is to verify that. */
function solution(
  duty: Duty,
  { viewer, length }: { readonly viewer: PersonId; readonly length: number },
  language: ReaderNow['language'],
): string | undefined {
  const last = verified(duty, viewer)?.reactions.at(-1);
  if (!last) return undefined;
  const told = plain(shorten(last.text, length));
  return last.from === 'customer' && last.by
    ? findingTexts[language].verifyOwn(plain(last.by.name), told)
    : words[language].verifyAgain(told);
}

/** What this person found wrong, for looking again: the form itself comes back empty. */
function lastTime(
  duty: Duty,
  { viewer, length }: { readonly viewer: PersonId; readonly length: number },
  reader: ReaderNow,
): readonly Fact[] {
  const mine = answerBy(duty, viewer);
  return mine && isToVerify(duty, viewer)
    ? fact(
        findingTexts[reader.language].lastTime,
        answerInLine(duty, { answer: mine, length }, reader),
      )
    : [];
}

/** Said before the form is filled in: an answer that would be refused is work for nothing. */
function askedByViewer(duty: Duty, viewer: PersonId, told: string): string | undefined {
  const name = assigneeOf(duty, viewer)?.name ?? '';
  return isRequester(duty, { aadObjectId: viewer, name }) ? told : undefined;
}

/** Who cannot or will not answer has a way on; it is quieter than the answer. */
function waysOut(duty: Duty, viewer: PersonId, { language }: ReaderNow): readonly Action[] {
  const said = words[language];
  const data = { duty: duty.id, language };
  const form = (title: string, name: FormName): Action =>
    buttons.form.button(title, { ...data, form: name }, { inputs: 'none' });
  if (!awaits(duty, viewer)) {
    // Whoever verifies gets this same form again where it leads back.
    return isToVerify(duty, viewer)
      ? [buttons.myDuties.button(said.myDuties, { duty: duty.id }, { inputs: 'none' })]
      : [buttons.show.button(said.back, data, { inputs: 'none' })];
  }
  return [
    form(said.cannotJudge, 'cannot-judge'),
    form(said.handOver, 'hand-over'),
    ...(duty.postponed.length < maxPostponements ? [form(said.later, 'later')] : []),
  ];
}

function earlierTyped(duty: Duty, viewer: PersonId, reader: ReaderNow): Submitted {
  const mine = answerBy(duty, viewer);
  const context = contextFor(duty, viewer, undefined);
  const kind = kindOf(duty.kind);
  const prefilled = kind.prefill?.(context, reader) ?? {};
  // What was seen before the solution proves nothing about it: whoever verifies looks again.
  return mine && !isToVerify(duty, viewer)
    ? kind.typedFor(context, mine.values, reader)
    : prefilled;
}

function whyMe(
  duty: Duty,
  { viewer, shown }: { readonly viewer: PersonId; readonly shown: boolean },
  { language }: ReaderNow,
): Element {
  const said = words[language];
  const { why, passage } = kindOf(duty.kind).words(language);
  const { control } = kindOf(duty.kind);
  return {
    type: 'Container',
    id: 'why',
    ...(shown ? {} : { isVisible: false }),
    style: 'emphasis',
    items: [
      text(whyMeInWords(duty, viewer, language)),
      text(why),
      text(said.source(passage, control), { isSubtle: true, size: 'small' }),
    ],
  };
}
