import type { Element, Fact } from '../../../cards/card.ts';
import { momentInWords } from '../../../cards/dates.ts';
import { facts, figures, text } from '../../../cards/elements.ts';
import type { Answer, Duty } from '../../duty/duty.ts';
import { contextFor } from '../../duty/duty.ts';
import type { PersonId } from '../../duty/ids.ts';
import { kindOf } from '../../kinds/index.ts';
import { cutFacts } from '../fitting.ts';
import type { ReaderNow } from '../reader.ts';
import { fact } from '../reader.ts';
import { words } from '../texts.ts';
import { answerInLine } from './answer-line.ts';

const answersShown = 4;

interface Shown {
  readonly length: number;
  /** Whose card it is; nobody's in the IT channel. */
  readonly viewer?: PersonId;
}

/** The answers of everybody whose answer counts; beyond a few only how many there are. */
export function answersElements(
  duty: Duty,
  { given, ...shown }: Shown & { readonly given: readonly Answer[] },
  reader: ReaderNow,
): readonly Element[] {
  const more = given.length - answersShown;
  return [
    ...given
      .slice(-answersShown)
      .flatMap((one) => answerElements(duty, { given: one, ...shown }, reader)),
    ...(more > 0 ? [text(words[reader.language].moreAnswers(more), { isSubtle: true })] : []),
  ];
}

/** What was answered, by whom and when, and what was answered before. */
export function answerElements(
  duty: Duty,
  { given, length, viewer }: Shown & { readonly given: Answer },
  reader: ReaderNow,
): readonly Element[] {
  const context = contextFor(duty, given.by.aadObjectId, undefined);
  const asGiven = { ...context, answeredAt: given.at };
  const summary = kindOf(duty.kind).summary(asGiven, given.values, reader);
  const told = cutFacts(summary.facts, Math.min(600, length));
  const isOwn = given.by.aadObjectId === viewer;
  return [
    ...figures(summary.figures),
    ...facts([
      ...(isOwn ? ownFacts(given, told, reader) : [...told, ...byFact(given, reader)]),
      ...beforeFacts(duty, { given, length }, reader),
    ]),
  ];
}

const momentOf = ({ at }: Answer, { language, zone, now }: ReaderNow): string =>
  momentInWords(at, { zone, thisYear: Number(now.slice(0, 4)) }, language);

function byFact(given: Answer, reader: ReaderNow): readonly Fact[] {
  const said = words[reader.language];
  return fact(said.by, said.answeredBy(given.by.name, momentOf(given, reader)));
}

/** One's own answer needs no name: what was said, and when. */
function ownFacts(given: Answer, told: readonly Fact[], reader: ReaderNow): readonly Fact[] {
  const said = words[reader.language];
  const when = momentOf(given, reader);
  const [first, ...rest] = told;
  if (!first || given.values['outcome'] === undefined)
    return [...told, ...fact(said.youAnswered, when)];
  return [{ title: said.yourAnswer, value: `${first.value}, ${when}` }, ...rest];
}

/** What the same person answered before: a correction hides nothing. */
function beforeFacts(
  duty: Duty,
  { given, length }: Shown & { readonly given: Answer },
  reader: ReaderNow,
): readonly Fact[] {
  const { language } = reader;
  const was = duty.answers.findLast(({ replacedBy }) => replacedBy === given.seq);
  if (was?.by.aadObjectId !== given.by.aadObjectId) return [];
  const line = answerInLine(duty, { answer: was, length }, reader);
  const told = line === '' ? kindOf(duty.kind).words(language).outcomes[was.outcome] : line;
  return fact(words[language].before, `${told}, ${momentOf(was, reader)}`);
}
