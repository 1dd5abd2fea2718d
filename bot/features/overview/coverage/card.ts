import { quarterInShort } from '../../../../cards/dates.ts';
import { buttons } from '../../../views/buttons.ts';
import type { Card, Element } from '../../../../cards/card.ts';
import type { Bar } from '../../../../cards/elements.ts';
import { actions, band, bars, card, facts, heading } from '../../../../cards/elements.ts';
import type { Language } from '../../../../cards/language.ts';
import { kindOf } from '../../../kinds/index.ts';
import type { CoverageMap, Square } from './map.ts';
import type { Quarter } from '../../../duty/time/quarter.ts';
import { chatTexts } from '../../../views/chat-texts.ts';
import type { DutyView } from '../../../duty/view.ts';
import { fittedLines } from '../../../views/fitting.ts';
import type { Opens } from '../asked.ts';
import { dutyRow } from '../row.ts';
import { nilInWords, partsOf, squareSigns } from './grid.ts';
import { coverageTexts } from './texts.ts';
import type { ReaderNow } from '../../../views/reader.ts';
import { words } from '../../../views/texts.ts';

/** A quarter, and what of it waits for somebody: the longest first. */
export interface QuarterShown {
  readonly quarter: Quarter;
  readonly waiting: readonly DutyView[];
  readonly opens: Opens;
}

// Teams takes six buttons on a card: three ways on, and three rows that open.
const rowsShown = 3;

/** The figures of one quarter, a kind a line, with what of it waits, over a chart of all four. */
export function coverageCard(map: CoverageMap, quarter: QuarterShown, reader: ReaderNow): Card {
  return fittedLines(rowsShown, (lines) => coverageOf(map, { ...quarter, lines }, reader));
}

function coverageOf(
  map: CoverageMap,
  { quarter: shown, waiting, opens, lines }: QuarterShown & { readonly lines: number },
  reader: ReaderNow,
): Card {
  const { language } = reader;
  const said = coverageTexts[language];
  const [year, number] = partsOf(shown);
  const title = `${said.title}: ${said.ofYear(number, year)}`;
  const squares = map.rows.flatMap((row) => row.squares.filter(({ quarter }) => quarter === shown));
  return card(language, title, [
    band({
      style: 'emphasis',
      kicker: chatTexts[language].appName,
      title: said.title,
      place: said.ofYear(number, year),
    }),
    ...facts(
      squares.map((square) => ({
        title: `${squareSigns[square.state]} ${kindOf(square.kind).words(language).name}`,
        value: squareInWords(square, map.moreOverdue, reader),
      })),
    ),
    ...(waiting.length === 0 ? [] : [heading(said.waiting)]),
    ...waiting.slice(0, lines).map((item) => dutyRow(item, opens, reader)),
    ...chartOf(map, language),
    ...actions(waysOn(map, shown, language)),
  ]);
}

function waysOn({ quarters }: CoverageMap, shown: Quarter, language: Language) {
  const said = coverageTexts[language];
  const at = quarters.indexOf(shown);
  const to = (title: string, quarter: Quarter | undefined) =>
    quarter === undefined
      ? []
      : [buttons.coverage.button(title, { quarter, language }, { inputs: 'none' })];
  return [
    ...to(said.earlier, quarters[at - 1]),
    ...to(said.later, quarters[at + 1]),
    buttons.overview.button(words[language].overview, {}, { inputs: 'none' }),
  ];
}

/** Everything that is known of a square, in words: the sign says no more than these. */
function squareInWords(square: Square, moreOverdue: boolean, reader: ReaderNow): string {
  const { counts, states } = coverageTexts[reader.language];
  const { state, expected, asked, answered, answeredLate, overdue, problems } = square;
  const { problemsLate } = square;
  const nil = nilInWords(square, reader);
  if (asked === 0) {
    // That it was expected is said before it.
    const isLater = state === 'quiet' && expected > 0;
    const none = state === 'work' ? counts.none : isLater ? counts.later : states[state];
    const told = nil === '' ? none : nil;
    return expected === 0 ? told : `${counts.expected(String(expected))} · ${told}`;
  }
  const some = (count: number, told: (n: string) => string, more = '') =>
    count === 0 ? [] : [told(`${String(count)}${more}`)];
  return [
    ...some(expected, counts.expected),
    counts.asked(String(asked)),
    counts.answered(String(answered)),
    ...some(answeredLate, counts.late),
    ...some(overdue, counts.overdue, moreOverdue ? '+' : ''),
    ...some(problems, counts.problems),
    ...some(problemsLate, counts.problemsLate),
    ...(nil === '' ? [] : [nil]),
  ].join(' · ');
}

/** How the answers of each quarter were; nothing where nothing was asked at all. */
function chartOf(map: CoverageMap, language: Language): readonly Element[] {
  const said = coverageTexts[language];
  const all = map.quarters.map((quarter): Bar => {
    const squares = map.rows.flatMap((row) => row.squares.filter((one) => one.quarter === quarter));
    const sum = (of: (square: Square) => number): number =>
      squares.reduce((total, square) => total + of(square), 0);
    const part = (legend: string, value: number, color: Bar['parts'][number]['color']) =>
      value === 0 ? [] : [{ legend, value, color }];
    return {
      title: quarterInShort(quarter),
      parts: [
        ...part(
          said.parts.inTime,
          sum((one) => one.answered - one.answeredLate - one.problems),
          'good',
        ),
        ...part(
          said.parts.late,
          sum((one) => one.answeredLate),
          'warning',
        ),
        ...part(
          said.parts.problem,
          sum((one) => one.problems),
          'attention',
        ),
        ...part(
          said.parts.waiting,
          sum((one) => one.asked - one.answered),
          'neutral',
        ),
      ],
    };
  });
  const asked = all.filter(({ parts }) => parts.length > 0);
  return asked.length === 0 ? [] : [heading(said.chart), bars(asked)];
}
