import type { Element, Fact, TextBlock } from '../../../../cards/card.ts';
import { dayInWords, quarterInShort } from '../../../../cards/dates.ts';
import { facts, table, text } from '../../../../cards/elements.ts';
import type { Language } from '../../../../cards/language.ts';
import { plain, shorten } from '../../../../cards/plain-text.ts';
import { kindOf } from '../../../kinds/index.ts';
import type { CountedNil } from '../../../duty/counted.ts';
import type { CoverageMap, Square, SquareState } from './map.ts';
import { squareStates } from './map.ts';
import type { Quarter } from '../../../duty/time/quarter.ts';
import { dayOf } from '../../../duty/time/workdays.ts';
import { coverageTexts } from './texts.ts';
import type { ReaderNow } from '../../../views/reader.ts';

/** The sign of each state; the legend says what it means, and no colour says anything alone. */
export const squareSigns: Readonly<Record<SquareState, string>> = {
  all: '✔',
  partly: '◔',
  late: '⚠',
  problem: '✖',
  none: '∅',
  work: '□',
  quiet: '…',
  before: '–',
};

const weights = [4, 2, 2, 2, 2];
const longestName = 60;
const longestSystems = 100;
// A card takes 28 KB, and a quarter has five kinds that are asked about.
const mostNils = 4;

/** Year and number of a quarter. */
export const partsOf = (quarter: Quarter): readonly [year: string, number: string] => {
  const [year = '', number = ''] = quarter.split('-Q');
  return [year, number];
};

/** A square in short: its sign, and how many were answered of those that were asked. */
function squareInShort({ state, asked, answered, problemsLate }: Square): string {
  const count = asked === 0 ? '' : ` ${String(answered)}/${String(asked)}`;
  const late = state === 'problem' && problemsLate > 0 ? squareSigns.late : '';
  return `${squareSigns[state]}${late}${count}`;
}

/** The map as a grid: a row a kind, a column a quarter, and what the signs mean. */
export function coverageGrid(map: CoverageMap, language: Language): readonly Element[] {
  const said = coverageTexts[language];
  const head = map.quarters.map((quarter, at) => {
    const [year, number] = partsOf(quarter);
    const [before] = at === 0 ? [''] : partsOf(map.quarters[at - 1] ?? quarter);
    // The year stands once, where it begins.
    return small(`Q${number}${year === before ? '' : ` ${year}`}`);
  });
  const squares = map.rows.flatMap((row) => row.squares);
  return [
    text(said.title, { weight: 'bolder', spacing: 'medium', separator: true }),
    small(said.legend),
    table(
      [
        [small(said.duty), ...head],
        ...map.rows.map((row) => [
          text(kindOf(row.kind).words(language).name, { size: 'small' }),
          ...row.squares.map((square) => cell(square)),
        ]),
      ],
      weights,
    ),
    text(workOf(squares, language), { weight: 'bolder', spacing: 'small' }),
    ...facts(legendOf(squares, language)),
  ];
}

const small = (said: string) => text(said, { size: 'small', isSubtle: true, spacing: 'small' });

function cell(square: Square): TextBlock {
  const bad = square.state === 'problem' || square.state === 'late';
  return text(squareInShort(square), {
    size: 'small',
    ...(bad ? { color: 'attention' as const } : {}),
  });
}

/** Only the signs that stand on this map. */
function legendOf(squares: readonly Square[], language: Language): readonly Fact[] {
  const shown = squareStates.filter((state) =>
    squares.some(
      (square) => square.state === state || (state === 'late' && square.problemsLate > 0),
    ),
  );
  return shown.map((state) => ({
    title: squareSigns[state],
    value: coverageTexts[language].states[state],
  }));
}

function workOf(squares: readonly Square[], language: Language): string {
  const said = coverageTexts[language];
  const work = squares.filter(({ state }) => state === 'work').length;
  return work === 0 ? said.complete : said.work(work);
}

/** The names of those who confirmed that there was nothing, a line each. */
export function confirmations(map: CoverageMap, reader: ReaderNow): readonly Element[] {
  const { language } = reader;
  return map.rows.flatMap(({ kind, squares }) =>
    squares
      .filter(({ nils = [] }) => nils.some(({ state }) => state === 'none'))
      .map((square) => {
        const { name } = kindOf(kind).words(language);
        const told = plain(nilInWords(square, reader));
        return small(`${squareSigns.none} ${quarterInShort(square.quarter)} ${name}: ${told}`);
      }),
  );
}

/** How the questions about an empty square stand, each with its systems; empty where none was asked. */
export function nilInWords({ nils = [] }: Square, reader: ReaderNow): string {
  const told = nils.map((nil) => {
    const { systems = [] } = nil;
    const about = shorten(systems.join(', '), longestSystems);
    return systems.length === 0 ? nilWord(nil, reader) : `${about}: ${nilWord(nil, reader)}`;
  });
  const shown = told.slice(0, mostNils);
  const more = told.length - shown.length;
  return [...shown, ...(more > 0 ? [coverageTexts[reader.language].moreNils(more)] : [])].join(
    '; ',
  );
}

function nilWord(nil: CountedNil, { language, zone, now }: ReaderNow): string {
  const said = coverageTexts[language];
  const name = shorten(nil.person ?? said.somebody, longestName);
  const thisYear = Number(dayOf(now, zone).slice(0, 4));
  const day = nil.at === undefined ? '' : dayInWords(dayOf(nil.at, zone), language, { thisYear });
  switch (nil.state) {
    case 'asked':
      return said.nilAsked(name);
    case 'none':
      return said.confirmed(name, day);
    case 'one':
      return said.nilOne(name);
    case 'settled':
      return said.nilSettled(name);
    case 'unknown':
      return said.nilUnknown(name);
    case 'withdrawn':
      return '';
  }
}
