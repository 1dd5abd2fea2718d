import { buttons } from '../buttons.ts';
import type { PersonId } from '../../duty/ids.ts';
import type { Card, Element, Fact } from '../../../cards/card.ts';
import { momentInWords } from '../../../cards/dates.ts';
import { actions, band, card, facts, figures, text } from '../../../cards/elements.ts';
import { plain } from '../../../cards/plain-text.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Answer, Duty } from '../../duty/duty.ts';
import { contextFor } from '../../duty/duty.ts';
import { countingAnswers } from '../../duty/answering/quorum.ts';
import { answersLeft, ruleInWords, waitingInWords } from './asked.ts';
import type { ReaderNow } from '../reader.ts';
import { dueBand, fact } from '../reader.ts';
import type { FormState } from '../form-state.ts';
import { acceptanceOf, findingFacts } from '../findings/facts.ts';
import { stepsOf } from '../findings/steps.ts';
import { surveyActions, surveyTotals } from '../survey/progress.ts';
import { summaryOf } from './summary.ts';
import { cutFacts } from '../fitting.ts';
import { words } from '../texts.ts';

export function placeOf(duty: Duty, place: string | undefined): string {
  return place === undefined ? duty.system : `${duty.system} · ${place}`;
}

/** The card of somebody who could not judge, while the duty still waits. */
export function unable(
  duty: Duty,
  {
    mine,
    formState: { told, policy },
    length,
  }: { readonly mine: Answer; readonly formState: FormState; readonly length: number },
  reader: ReaderNow,
): Card {
  const { language } = reader;
  const kind = kindOf(duty.kind);
  const said = words[language];
  const context = contextFor(duty, mine.by.aadObjectId, policy);
  const { outcomes } = kind.words(language);
  return card(language, summaryOf(duty, reader), [
    band({
      style: 'emphasis',
      kicker: `◐ ${outcomes.unable} · ${duty.reference}`,
      title: duty.title,
      place: placeOf(duty, kind.introduction(duty, reader).place),
      due: dueBand(duty.dueOn, reader),
    }),
    ...noted(told),
    text(kind.unableNotes?.(mine.values, language).own ?? said.unableNote, { spacing: 'medium' }),
    ...facts(kind.help?.(context, reader) ?? []),
    ...answerElements(duty, { given: mine, length }, reader),
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

const look = {
  fulfilled: { style: 'good', symbol: '✔' },
  problem: { style: 'attention', symbol: '✖' },
  open: { style: 'emphasis', symbol: '○' },
  withdrawn: { style: 'emphasis', symbol: '⊘' },
} as const;

/** The word for the state of a duty: what was answered, or that it waits or was withdrawn. */
export function stateWords(
  duty: Duty,
  language: ReaderNow['language'],
): { style: Bands; kicker: string } {
  const { outcomes, name } = kindOf(duty.kind).words(language);
  if (acceptanceOf(duty)) {
    return { style: 'warning', kicker: `◑ ${words[language].accepted} · ${duty.reference}` };
  }
  if (duty.outdated && duty.status !== 'problem') {
    return { style: 'emphasis', kicker: `⊘ ${words[language].replaced} · ${duty.reference}` };
  }
  const state = {
    fulfilled: outcomes.fulfilled,
    problem: outcomes.problem,
    open: name,
    withdrawn: words[language].withdrawn,
  }[duty.status];
  const { style, symbol } = look[duty.status];
  return { style, kicker: `${symbol} ${state} · ${duty.reference}` };
}
/** The same for whoever has answered while the answers of others are still to come. */
function ownState(duty: Duty, language: ReaderNow['language']): ReturnType<typeof stateWords> {
  const left = answersLeft(duty);
  if (duty.status !== 'open' || left === 0) return stateWords(duty, language);
  return {
    style: 'emphasis',
    kicker: `◔ ${words[language].waitsForMore(left)} · ${duty.reference}`,
  };
}

type Bands = (typeof look)[keyof typeof look]['style'] | 'warning';

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
  const { style, kicker } = mine ? ownState(duty, language) : stateWords(duty, language);
  return card(language, `${kicker}: ${duty.title}`, [
    band({ style, kicker, title: duty.title, place: placeOf(duty, place) }),
    ...noted(told ?? handedOn(duty, viewer, said.handedTo)),
    ...(duty.withdrawn ? [text(said.noLonger, { spacing: 'medium' })] : []),
    ...facts(whyOver(duty, language)),
    ...answersElements(duty, { given, length }, reader),
    ...facts([
      ...ruleInWords(duty, language),
      ...waitingInWords(duty, language),
      ...findingFacts(duty, reader),
    ]),
    ...surveyTotals(duty, reader),
    ...(duty.status === 'problem' ? [text(said.problemNote)] : []),
    ...(proof ? [text(said.evidence(proofOf(proof)), { isSubtle: true, size: 'small' })] : []),
    ...actions([
      ...stepsOf(duty, viewer, language),
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

/** Enough of the hash to find the record: its first and last characters. */
function proofOf(hash: string): string {
  return `${hash.slice(0, 4)}…${hash.slice(-2)}`;
}

const answersShown = 4;

/** The answers of everybody whose answer counts; beyond a few only how many there are. */
export function answersElements(
  duty: Duty,
  { given, length }: { readonly given: readonly Answer[]; readonly length: number },
  reader: ReaderNow,
): readonly Element[] {
  const more = given.length - answersShown;
  return [
    ...given
      .slice(-answersShown)
      .flatMap((one) => answerElements(duty, { given: one, length }, reader)),
    ...(more > 0 ? [text(words[reader.language].moreAnswers(more), { isSubtle: true })] : []),
  ];
}

/** What was answered, by whom and when. */
function answerElements(
  duty: Duty,
  { given, length }: { readonly given: Answer; readonly length: number },
  reader: ReaderNow,
): readonly Element[] {
  const { language, zone, now } = reader;
  const said = words[language];
  const context = contextFor(duty, given.by.aadObjectId, undefined);
  const asGiven = { ...context, answeredAt: given.at };
  const summary = kindOf(duty.kind).summary(asGiven, given.values, reader);
  const when = momentInWords(given.at, { zone, thisYear: Number(now.slice(0, 4)) }, language);
  const told = cutFacts(summary.facts, Math.min(600, length));
  return [
    ...figures(summary.figures),
    ...facts([...told, ...fact(said.by, said.answeredBy(given.by.name, when))]),
  ];
}

/** Who has it now, for whoever handed it on. */
function handedOn(duty: Duty, viewer: PersonId, say: (name: string) => string): string | undefined {
  const was = duty.formerAssignees.find(({ aadObjectId }) => aadObjectId === viewer);
  return was && duty.status === 'open' ? say(plain(was.handedTo.name)) : undefined;
}
