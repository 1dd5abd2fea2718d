import { buttons } from '../buttons.ts';
import type { PersonId } from '../../duty/ids.ts';
import type { Card, Element, Fact } from '../../../cards/card.ts';
import { actions, band, card, facts, text } from '../../../cards/elements.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Answer, Duty } from '../../duty/duty.ts';
import { contextFor } from '../../duty/duty.ts';
import { countingAnswers } from '../../duty/answering/quorum.ts';
import { attachmentFacts } from '../attached.ts';
import { answerElements, answersElements } from './answers.ts';
import { ruleInWords, secondPersonActions, waitingInWords } from './asked.ts';
import type { ReaderNow } from '../reader.ts';
import { dueBand, fact } from '../reader.ts';
import type { FormState } from '../form-state.ts';
import { findingFacts } from '../findings/facts.ts';
import { stepsOf } from '../findings/steps.ts';
import { surveyActions, surveyTotals } from '../survey/progress.ts';
import { leftOpenSteps } from '../left-open.ts';
import { ownState, stateWords, unableState } from './state.ts';
import { summaryOf } from './summary.ts';
import { turnLine } from './turn-line.ts';
import { handedOnInWords } from './why.ts';
import { words } from '../texts.ts';

export function placeOf(duty: Duty, place: string | undefined): string {
  return place === undefined ? duty.system : `${duty.system} · ${place}`;
}

/** The card of somebody who could not judge, while the duty still waits. */
export function unable(
  duty: Duty,
  {
    mine,
    formState: { told, laidDown },
    length,
  }: { readonly mine: Answer; readonly formState: FormState; readonly length: number },
  reader: ReaderNow,
): Card {
  const { language } = reader;
  const kind = kindOf(duty.kind);
  const said = words[language];
  const context = contextFor(duty, mine.by.aadObjectId, laidDown);
  return card(language, summaryOf(duty, reader), [
    band({
      ...unableState(duty, reader),
      title: duty.title,
      place: placeOf(duty, kind.introduction(duty, reader).place),
      due: dueBand(duty.dueOn, reader),
    }),
    ...turnLine(duty, mine.by.aadObjectId, reader),
    ...noted(told),
    text(kind.unableNotes?.(mine.values, language).own ?? said.unableNote, { spacing: 'medium' }),
    ...facts(kind.help?.(context, reader) ?? []),
    ...answerElements(duty, { given: mine, length, viewer: mine.by.aadObjectId }, reader),
    ...facts(attachmentFacts(duty, reader)),
    ...actions([
      buttons.correct.button(said.answerAfterAll, { duty: duty.id }, { inputs: 'none' }),
      // Whoever knows by now who can judge it need not wait for the IT team.
      buttons.form.button(
        said.handOver,
        { duty: duty.id, language, form: 'hand-over' },
        { inputs: 'none' },
      ),
      buttons.myDuties.button(said.myDuties, { duty: duty.id }, { inputs: 'none' }),
    ]),
  ]);
}

/** The card after it was settled, handed on or withdrawn; for whoever is not asked, how it stands. */
export function settled(
  duty: Duty,
  {
    viewer,
    formState: { told },
    length,
  }: { readonly viewer: PersonId; readonly formState: FormState; readonly length: number },
  reader: ReaderNow,
): Card {
  const { language } = reader;
  const said = words[language];
  const given = countingAnswers(duty);
  const own = given.find(({ by }) => by.aadObjectId === viewer);
  const mine = own !== undefined && duty.status !== 'withdrawn';
  const proof = (own ?? given.at(-1))?.proof;
  const { place } = kindOf(duty.kind).introduction(duty, reader);
  const { style, kicker } = mine ? ownState(duty, reader) : stateWords(duty, reader);
  return card(language, `${kicker}: ${duty.title}`, [
    band({ style, kicker, title: duty.title, place: placeOf(duty, place) }),
    ...turnLine(duty, viewer, reader),
    ...noted(told ?? handedOnInWords(duty, viewer, { handedTo: said.handedTo, language })),
    ...(duty.withdrawn ? [text(said.noLonger, { spacing: 'medium' })] : []),
    ...facts(whyOver(duty, language)),
    ...answersElements(duty, { given, length, viewer }, reader),
    ...facts([
      ...ruleInWords(duty, language),
      ...waitingInWords(duty, language),
      ...findingFacts(duty, reader),
      ...attachmentFacts(duty, reader),
    ]),
    ...surveyTotals(duty, reader),
    ...(proof ? [text(said.evidence(proofOf(proof)), { isSubtle: true, size: 'small' })] : []),
    ...actions([
      ...leftOpenSteps(duty, viewer, language),
      ...stepsOf(duty, viewer, language),
      ...(mine ? secondPersonActions(duty, language) : []),
      ...(mine && !duty.outdated
        ? [buttons.correct.button(said.correct, { duty: duty.id }, { inputs: 'none' })]
        : []),
      ...surveyActions(duty, viewer, language),
      buttons.myDuties.button(said.myDuties, { duty: duty.id }, { inputs: 'none' }),
    ]),
  ]);
}

/** Why a duty is asked no more: a newer version of its document, or what the vendor wrote. */
export function whyOver(duty: Duty, language: ReaderNow['language']): readonly Fact[] {
  const said = words[language];
  if (duty.outdated) return fact(said.reason, said.replacedBy(duty.outdated.version));
  return fact(said.reason, duty.withdrawn?.reason);
}

/** A line of its own above how the duty stands. */
export const noted = (told: string | undefined): readonly Element[] =>
  told === undefined ? [] : [text(told, { spacing: 'medium', weight: 'bolder' })];

/** Enough of the hash to find the record, which has it in full: its first and last characters. */
export function proofOf(hash: string): string {
  return `${hash.slice(0, 4)}…${hash.slice(-2)}`;
}
