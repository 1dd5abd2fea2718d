import type { Style } from '../../../cards/card.ts';
import type { Language } from '../../../cards/language.ts';
import { leftOpen } from '../../duty/answering/left-open.ts';
import { latestAnswer, troubled } from '../../duty/answering/quorum.ts';
import type { Answer, Duty } from '../../duty/duty.ts';
import { contextFor, openFinding } from '../../duty/duty.ts';
import type { Whose } from '../../duty/reminders/turn.ts';
import { turnOf } from '../../duty/reminders/turn.ts';
import { isLoss, toConfirm } from '../../duty/findings/to-confirm.ts';
import { kindOf } from '../../kinds/index.ts';
import { borneWords } from '../findings/borne.ts';
import { acceptanceOf } from '../findings/facts.ts';
import type { ReaderNow } from '../reader.ts';
import { words } from '../texts.ts';
import { answersLeft, waitsForSecond } from './asked.ts';
import { turnTexts } from './turn-texts.ts';

/** How a duty stands, in colour, sign and words: none of them says anything alone. */
export interface State {
  readonly style: Style;
  readonly kicker: string;
}

interface Standing {
  readonly style: Style;
  readonly sign: string;
  readonly told: string;
}

const amber = (told: string, sign: '◔' | '◑' = '◔'): Standing => ({ style: 'warning', sign, told });
const red = (told: string): Standing => ({ style: 'attention', sign: '✖', told });
const quiet = (sign: string, told: string): Standing => ({ style: 'emphasis', sign, told });

const withReference = ({ style, sign, told }: Standing, { reference }: Duty): State => ({
  style,
  kicker: `${sign} ${told} · ${reference}`,
});

/** The state of a duty for whoever sees it: what was answered, who has it, or that it waits or was withdrawn. */
export const stateWords = (duty: Duty, reader: ReaderNow): State =>
  withReference(stateOf(duty, reader), duty);

/** Its sign alone, for what is said about it without a colour. */
export const stateSign = (duty: Duty, reader: ReaderNow): string => stateOf(duty, reader).sign;

/** The same for whoever has answered while the answers of others are still to come. */
export function ownState(duty: Duty, reader: ReaderNow): State {
  const left = answersLeft(duty);
  if (duty.status !== 'open' || left === 0) return stateWords(duty, reader);
  return withReference(amber(words[reader.language].waitsForMore(left)), duty);
}

/** The state for whoever could not judge it. */
export const unableState = (duty: Duty, { language }: ReaderNow): State =>
  withReference(amber(kindOf(duty.kind).words(language).outcomes.unable), duty);

function stateOf(duty: Duty, reader: ReaderNow): Standing {
  const { language } = reader;
  const { outcomes, name } = kindOf(duty.kind).words(language);
  if (acceptanceOf(duty)?.until !== undefined) return amber(words[language].accepted, '◑');
  const exception = exceptionState(duty, reader);
  if (exception) return exception;
  if (duty.outdated && duty.status !== 'problem') return quiet('⊘', words[language].replaced);
  switch (duty.status) {
    case 'fulfilled': {
      const answer = latestAnswer(duty);
      if (answer && kindOf(duty.kind).reserved(answer.values)) {
        return amber(chosenIn(duty, answer, reader) ?? outcomes.fulfilled, '◑');
      }
      return { style: 'good', sign: '✔', told: fulfilledInWords(duty, language) };
    }
    case 'problem':
      return problemState(duty, reader);
    case 'open':
      if (!nobodyJudged(duty)) return quiet('○', name);
      return waitsForSecond(duty)
        ? amber(words[language].waitsForMore(answersLeft(duty)))
        : amber(outcomes.unable);
    case 'withdrawn':
      return quiet('⊘', words[language].withdrawn);
  }
}

/** That it is fulfilled, or for how many of the systems that it is about. */
function fulfilledInWords(duty: Duty, language: Language): string {
  const { fulfilled } = kindOf(duty.kind).words(language).outcomes;
  const left = leftOpen(duty);
  if (!left) return fulfilled;
  const { spoken, asked, toAsk } = left;
  const open = asked.flatMap(({ systems }) => systems).length + toAsk.length;
  return turnTexts[language].partOf(fulfilled, spoken.length, spoken.length + open);
}

/** How an exception stands that somebody else approves; undefined where none was asked for, or somebody has the no in hand. */
function exceptionState(duty: Duty, { language }: ReaderNow): Standing | undefined {
  const { bears, bearer } = kindOf(duty.kind);
  const answer = latestAnswer(duty);
  if (bears !== 'exception' || bearer === undefined || answer?.values[bearer] === undefined)
    return undefined;
  const { waits, borne, refused } = borneWords(duty, language).state;
  if (acceptanceOf(duty)) return amber(borne, '◑');
  if (duty.status !== 'problem') return undefined;
  if (toConfirm(duty).some(isLoss)) return amber(waits);
  return duty.verifying || isInHand(duty) ? undefined : red(refused);
}

/**
 * Whether somebody has a problem in hand, or was picked and is to say so: it is amber then, on its card and in the
 * lists, and red before.
 */
export function isTakenUp({
  whose,
  owned,
  byRow,
}: {
  readonly whose: Whose | undefined;
  /** The open finding has an owner. */
  readonly owned: boolean;
  readonly byRow: boolean;
}): boolean {
  switch (whose) {
    case 'owner':
    case 'vendor':
    case 'verifier':
    case 'owner-asked':
    case 'risk-asked':
      return true;
    case 'decides':
      return byRow;
    default:
      return byRow || owned;
  }
}

/** Red only while nobody has taken it up. */
function problemState(duty: Duty, reader: ReaderNow): Standing {
  const said = turnTexts[reader.language];
  if (kindOf(duty.kind).byRow) return amber(said.removing);
  if (duty.verifying) return amber(said.verifying);
  const taken = isInHand(duty);
  // Who is asked to bear what is lost has not changed what was answered.
  if (taken && (isOwned(duty) || turnOf(duty)?.whose !== 'risk-asked')) return amber(said.underWay);
  const answer = troubled(duty).at(-1);
  const { problem } = kindOf(duty.kind).words(reader.language).outcomes;
  const told = (answer && chosenIn(duty, answer, reader)) ?? problem;
  if (!answer || !kindOf(duty.kind).reserved(answer.values))
    return taken ? amber(said.underWay) : red(told);
  return taken ? amber(told, '◑') : red(borneWords(duty, reader.language).state.refused);
}

const isOwned = (duty: Duty): boolean => openFinding(duty)?.owner !== undefined;

const isInHand = (duty: Duty): boolean =>
  isTakenUp({ whose: turnOf(duty)?.whose, owned: isOwned(duty), byRow: false });

/** Everybody who is still asked has said that they cannot judge it. */
const nobodyJudged = (duty: Duty): boolean => turnOf(duty)?.whose === 'finds-judge';

/** What somebody chose, in the words of the card; undefined where it was decided row by row. */
function chosenIn(duty: Duty, answer: Answer, reader: ReaderNow): string | undefined {
  const { outcome } = answer.values;
  if (outcome === undefined || kindOf(duty.kind).byRow) return undefined;
  const context = contextFor(duty, answer.by.aadObjectId, undefined);
  return kindOf(duty.kind).summary(context, { outcome }, reader).facts[0]?.value;
}
