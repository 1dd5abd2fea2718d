import { buttons } from './buttons.ts';
import type { Action, Card, Element } from '../../cards/card.ts';
import { actions, band, card, facts, inDialog, text } from '../../cards/elements.ts';
import { maxActions } from '../../cards/limits.ts';
import { plain, shorten } from '../../cards/plain-text.ts';
import { kindOf, parseKind } from '../kinds/index.ts';
import type { Assignee, Duty } from '../duty/duty.ts';
import { answerBy, isOpen, openFinding } from '../duty/duty.ts';
import {
  countingAnswers,
  isAsked,
  replaceable,
  solvedByCustomer,
} from '../duty/answering/quorum.ts';
import {
  askerOf,
  ruleInWords,
  secondPersonActions,
  stillAsked,
  waitingInWords,
} from './duty/asked.ts';
import { chatTexts } from './chat-texts.ts';
import type { ReaderNow } from './reader.ts';
import { dueBand, fact } from './reader.ts';
import { cut, fitted } from './fitting.ts';
import { surveyTotals } from './survey/progress.ts';
import { findingFacts } from './findings/facts.ts';
import { stepsInChannel } from './findings/steps.ts';
import { findingTexts } from './findings/texts.ts';
import { answersElements } from './duty/answers.ts';
import { placeOf, whyOver } from './duty/settled-card.ts';
import { stateSign, stateWords } from './duty/state.ts';
import { turnLine } from './duty/turn-line.ts';
import { movedFacts } from './duty/why.ts';
import { formTexts } from './forms/texts.ts';
import { words } from './texts.ts';

/**
 * The card of a duty in the IT channel: it follows the state and asks nothing. Whoever only looks, such as an auditor, gets
 * it without what the IT team does there.
 */
export function channelCard(
  duty: Duty,
  reader: ReaderNow,
  { looksOnly = false }: { readonly looksOnly?: boolean } = {},
): Card {
  return fitted((length) => channelCardOf(cut(duty, length), reader, { length, looksOnly }));
}

function channelCardOf(
  duty: Duty,
  reader: ReaderNow,
  { length, looksOnly }: { readonly length: number; readonly looksOnly: boolean },
): Card {
  const { language } = reader;
  const said = words[language];
  const kind = kindOf(duty.kind);
  const { style, kicker } = stateWords(duty, reader);
  const counting = countingAnswers(duty);
  const unable = duty.answers.findLast(({ replacedBy }) => replacedBy === undefined);
  const given = counting.length === 0 && unable ? [unable] : counting;
  const people = duty.assignees.map((one) => personInWords(one, duty, language)).join('; ');
  const summary = `${kicker}: ${duty.title}`;
  return card(language, summary, [
    band({
      style,
      kicker,
      title: duty.title,
      place: placeOf(duty, kind.introduction(duty, reader).place),
      ...(waits(duty) ? { due: dueBand(duty.dueOn, reader) } : {}),
    }),
    ...turnLine(duty, 'it-team', reader),
    ...facts([
      ...fact(said.requestedBy, askerOf(duty, language)),
      ...fact(said.assigned, shorten(people, length)),
      ...ruleInWords(duty, language),
      ...movedFacts(duty, reader),
      ...waitingInWords(duty, language),
      ...whyOver(duty, language),
      ...findingFacts(duty, reader),
    ]),
    ...surveyTotals(duty, reader),
    ...answersElements(duty, { given, length }, reader),
    ...unjudged(duty, language),
    ...actions([
      // Those of an open finding come first; two that ask for somebody else may not both have room.
      ...(looksOnly ? [] : stepsOfItTeam(duty, language).slice(0, maxActions - 1)),
      buttons.overview.button(said.overview, {}, { inputs: 'none' }),
    ]),
  ]);
}

const stepsOfItTeam = (duty: Duty, language: ReaderNow['language']): readonly Action[] => [
  ...stepsInChannel(duty, language),
  ...openingActions(duty, language),
  ...secondPersonActions(duty, language),
  ...replacingActions(duty, language),
  ...withdrawing(duty, language),
];

/** Also a problem may wait for somebody who has not answered yet. */
const waits = (duty: Duty): boolean => isOpen(duty) || stillAsked(duty).length > 0;

/** Who that is, for what, and whether the answer is there, still to come or cannot come yet. */
function personInWords(one: Assignee, duty: Duty, language: ReaderNow['language']): string {
  const said = words[language];
  const { aadObjectId, delivery, part, name = aadObjectId } = one;
  const named = part && partsShown(part) ? `${name}: ${part.join(', ')}` : name;
  if (!waits(duty)) return named;
  const answer = answerBy(duty, aadObjectId);
  if (answer) {
    const told = answer.outcome === 'unable' ? said.couldNotJudge : said.hasAnswered;
    return `${named} (${told})`;
  }
  if (!isAsked(duty, aadObjectId)) return named;
  const reason = delivery.state === 'undeliverable' ? delivery.reason : delivery.state;
  return `${named} (${said.delivery[reason]})`;
}

// The rows of a long list are no names that say anything here.
const partsShown = (part: readonly string[]): boolean =>
  part.length <= 12 && !part.every((name) => /^\d+(?:-\d+)?$/.test(name));

/** What of it nobody could judge, while that still waits. */
function unjudged(duty: Duty, language: ReaderNow['language']): readonly Element[] {
  const { unableNotes } = kindOf(duty.kind);
  if (!unableNotes) return [];
  return duty.answers
    .filter(({ outcome, replacedBy }) => outcome === 'unable' && replacedBy === undefined)
    .filter(({ by }) => isAsked(duty, by.aadObjectId))
    .map(({ values }) => text(unableNotes(values, language).channel, { weight: 'bolder' }));
}

/** The IT team takes back what waits for an answer; a finding is closed first. */
function withdrawing(duty: Duty, language: ReaderNow['language']): readonly Action[] {
  if (!isOpen(duty)) return [];
  const data = { duty: duty.id, language, form: 'withdraw' } as const;
  return [buttons.form.button(formTexts[language].withdraw.title, data, { inputs: 'none' })];
}

/** The IT team can ask somebody else, where it is clear whose place that is. */
function replacingActions(duty: Duty, language: ReaderNow['language']): readonly Action[] {
  if (!replaceable(duty)) return [];
  const data = { duty: duty.id, language, form: 'hand-over' } as const;
  return [buttons.form.button(words[language].handOver, data, { inputs: 'none' })];
}

/** The form of a duty that an answer asks somebody to open. */
function openingActions(duty: Duty, language: ReaderNow['language']): readonly Action[] {
  const answer = countingAnswers(duty).at(-1);
  const kind = openFinding(duty) && answer && kindOf(duty.kind).opens?.(duty, answer.values);
  const { newDutyOpen } = chatTexts[language];
  return kind === undefined
    ? []
    : [
        inDialog(
          buttons.newDutyForm.button(newDutyOpen, { kind: parseKind(kind) }, { inputs: 'none' }),
        ),
      ];
}

/**
 * What is said in the thread when a solution failed again. It is not edited afterwards, so the buttons are on the
 * card above it, which follows the state.
 */
export function escalationCard(duty: Duty, reader: ReaderNow): Card {
  const { language } = reader;
  const rounds = openFinding(duty)?.failedVerifications ?? 0;
  const { escalated, escalatedToVendor } = findingTexts[language];
  const told = (solvedByCustomer(duty) ? escalated : escalatedToVendor)(rounds);
  return card(language, `${duty.reference}: ${told}`, [
    text(`${stateSign(duty, reader)} ${plain(duty.reference)} · ${plain(duty.title)}`, {
      weight: 'bolder',
    }),
    text(told),
    ...actions([buttons.overview.button(words[language].overview, {}, { inputs: 'none' })]),
  ]);
}
