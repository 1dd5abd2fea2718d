import type { Card, Element } from '../../../../cards/card.ts';
import { actions, band, card, text } from '../../../../cards/elements.ts';
import { dayInWords } from '../../../../cards/dates.ts';
import { plain, shorten } from '../../../../cards/plain-text.ts';
import type { DutyView } from '../../../duty/view.ts';
import { buttons } from '../../../views/buttons.ts';
import { longestLine } from '../../../views/chat-cards.ts';
import { chatTexts } from '../../../views/chat-texts.ts';
import { fittedLines } from '../../../views/fitting.ts';
import type { ReaderNow } from '../../../views/reader.ts';
import { words } from '../../../views/texts.ts';
import type { Opens } from '../asked.ts';
import { openingRow } from '../row.ts';
import { riskTexts } from './texts.ts';

/** A risk that somebody bears, or bore until a day that has passed. */
export interface Risk {
  readonly duty: DutyView;
  readonly by: string;
  readonly reason: string;
  readonly until: string;
  /** Its day has passed: what was found is open again. */
  readonly ended: boolean;
}

export interface RisksShown {
  /** What ended first, then what ends next. */
  readonly risks: readonly Risk[];
  readonly from: number;
  readonly more: boolean;
  readonly opens: Opens;
}

const longestReason = 300;
// Teams takes six buttons on a card: four rows that open, the next page, and the overview.
const linesShown = 4;

/** Who bears which risk until when and why, a page at a time. */
export function risksCard(shown: RisksShown, reader: ReaderNow): Card {
  const { language } = reader;
  const { risks, from, more } = shown;
  const said = riskTexts[language];
  const overview = buttons.overview.button(words[language].overview, {}, { inputs: 'none' });
  if (risks.length === 0)
    return card(language, said.none, [text(said.none), ...actions([overview])]);
  return fittedLines(linesShown, (lines) => {
    const to = Math.min(from + lines, risks.length);
    const last = to === risks.length;
    const next = buttons.risks.button(said.next, { from: to }, { inputs: 'none' });
    return card(language, `${said.title}: ${said.count(risks.length)}`, [
      band({
        style: 'emphasis',
        kicker: chatTexts[language].appName,
        title: said.title,
        place: said.page(from + 1, to, risks.length),
      }),
      ...risks.slice(from, to).map((risk) => riskRow(risk, shown.opens, reader)),
      ...(last && more ? [text(said.more)] : []),
      ...actions([...(last ? [] : [next]), overview]),
    ]);
  });
}

function riskRow(
  { duty, by, reason, until, ended }: Risk,
  opens: Opens,
  reader: ReaderNow,
): Element {
  const { language, now } = reader;
  const said = riskTexts[language];
  const day = dayInWords(until, language, { thisYear: Number(now.slice(0, 4)) });
  const name = shorten(by, longestLine);
  const below: readonly Element[] = [
    text(`${ended ? '⚠' : '◑'} ${plain(ended ? said.ended(name, day) : said.by(name, day))}`, {
      spacing: 'none',
      ...(ended ? { color: 'attention' as const } : {}),
    }),
    text(plain(said.reason(shorten(reason, longestReason))), { spacing: 'none' }),
  ];
  return openingRow(duty, { place: `${duty.reference} · ${duty.system}`, below, opens }, reader);
}
