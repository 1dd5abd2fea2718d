import { buttons } from '../../views/buttons.ts';
import type { Action, Card, Element } from '../../../cards/card.ts';
import { actions, band, card, figures, text } from '../../../cards/elements.ts';
import type { CoverageMap } from './coverage/map.ts';
import type { DutyView } from '../../duty/view.ts';
import { chatTexts } from '../../views/chat-texts.ts';
import { confirmations, coverageGrid } from './coverage/grid.ts';
import { riskTexts } from './risks/texts.ts';
import { coverageTexts } from './coverage/texts.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { isLate } from '../../views/reader.ts';
import { fittedLines } from '../../views/fitting.ts';
import type { Opens } from './asked.ts';
import { dayOfTurn, dutyRow } from './row.ts';

export interface OverviewFigures {
  readonly open: readonly DutyView[];
  readonly problems: readonly DutyView[];
  /** More exist than were read. */
  readonly moreOpen: boolean;
  readonly moreProblems: boolean;
  /** How many risks are accepted. */
  readonly risks?: number;
  readonly map: CoverageMap;
  /** Nothing can be shown in an IT channel now. */
  readonly noChannel?: boolean;
  readonly opens: Opens;
}

// Teams takes six buttons on a card: four rows that open, the rest, and one way on.
const linesThatOpen = 4;

/** What is open, late and wrong, as figures, as a map of four quarters and the most urgent by name. */
export function overviewCard(overview: OverviewFigures, reader: ReaderNow): Card {
  // The map is whole; where the names are long, fewer of the duties fit beside it.
  const most = (overview.risks ?? 0) > 0 ? linesThatOpen - 1 : linesThatOpen;
  return fittedLines(most, (lines) => overviewOf(overview, lines, reader));
}

function overviewOf(overview: OverviewFigures, lines: number, reader: ReaderNow): Card {
  const { language } = reader;
  const said = chatTexts[language];
  const late = [...overview.open, ...overview.problems].filter((item) => isOverdue(item, reader));
  const onTime = overview.open.filter((item) => !late.includes(item));
  const ordered = byUrgency(overview, reader);
  const count = (items: readonly DutyView[], more: boolean): string =>
    `${String(items.length)}${more ? '+' : ''}`;
  const summary = `${said.overviewTitle}: ${said.count.open} ${count(overview.open, overview.moreOpen)}`;
  return card(language, summary, [
    band({ style: 'emphasis', kicker: said.appName, title: said.overviewTitle, place: '' }),
    ...figures([
      { label: said.count.open, value: count(overview.open, overview.moreOpen), bad: false },
      // The pages go by due date: more late ones than were read means that all read are late.
      {
        label: said.count.late,
        value: count(late, overview.moreOpen && onTime.length === 0),
        bad: late.length > 0,
      },
      {
        label: said.count.problem,
        value: count(overview.problems, overview.moreProblems),
        bad: overview.problems.length > 0,
      },
    ]),
    ...(overview.noChannel === true ? [text(said.noChannel, { color: 'warning' })] : []),
    ...(ordered.length === 0
      ? [text(said.overviewEmpty)]
      : rowsFrom(ordered, { from: 0, lines, opens: overview.opens }, reader)),
    ...coverageGrid(overview.map, language),
    ...confirmations(overview.map, reader).slice(0, lines),
    ...actions([
      ...wayToRest(ordered, lines, language),
      buttons.coverage.button(coverageTexts[language].figures, { language }, { inputs: 'none' }),
      ...risksButton(overview.risks, language),
    ]),
  ]);
}

function risksButton(risks = 0, language: ReaderNow['language']): readonly Action[] {
  if (risks === 0) return [];
  const title = riskTexts[language].count(risks);
  return [buttons.risks.button(title, { from: 0 }, { inputs: 'none' })];
}

const isOverdue = (item: DutyView, reader: ReaderNow): boolean => isLate(dayOfTurn(item), reader);

/**
 * Whatever is past its day first, a finding like a first answer, and what is late longest before all; then problems,
 * then what is not late. The order does not depend on how many fit on a card, so a page begins where the one before
 * it ended.
 */
function byUrgency({ problems, open }: OverviewFigures, reader: ReaderNow): readonly DutyView[] {
  const inOrder = (items: readonly DutyView[]): readonly DutyView[] =>
    [...items].sort((one, other) => compared(dayOfTurn(one), dayOfTurn(other)));
  const late = inOrder([...problems, ...open].filter((item) => isOverdue(item, reader)));
  const others = [...inOrder(problems), ...inOrder(open)].filter((item) => !late.includes(item));
  return [...late, ...others];
}

const compared = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** A page of the list. */
function rowsFrom(
  ordered: readonly DutyView[],
  { from, lines, opens }: { readonly from: number; readonly lines: number; readonly opens: Opens },
  reader: ReaderNow,
): readonly Element[] {
  return ordered.slice(from, from + lines).map((item) => dutyRow(item, opens, reader));
}

function wayToRest(
  ordered: readonly DutyView[],
  from: number,
  language: ReaderNow['language'],
): readonly Action[] {
  const left = ordered.length - from;
  const title = chatTexts[language].overviewRest(left);
  return left > 0 ? [buttons.overviewRest.button(title, { from }, { inputs: 'none' })] : [];
}

/** What did not fit on the overview, from a place on: problems, late and open duties without the map. */
export function overviewRestCard(overview: OverviewFigures, from: number, reader: ReaderNow): Card {
  const { language } = reader;
  const said = chatTexts[language];
  const ordered = byUrgency(overview, reader);
  const more = overview.moreOpen || overview.moreProblems;
  return fittedLines(linesThatOpen, (lines) => {
    const to = Math.min(from + lines, ordered.length);
    const title = said.overviewPart(from + 1, to, ordered.length);
    const last = to === ordered.length;
    return card(language, `${said.overviewTitle}: ${title}`, [
      band({ style: 'emphasis', kicker: said.overviewTitle, title, place: '' }),
      ...rowsFrom(ordered, { from, lines, opens: overview.opens }, reader),
      ...(last && more ? [text(said.overviewMore)] : []),
      ...actions([
        ...wayToRest(ordered, to, language),
        buttons.overview.button(said.overviewTitle, {}, { inputs: 'none' }),
      ]),
    ]);
  });
}
