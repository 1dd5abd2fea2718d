import { buttons } from '../../views/buttons.ts';
import type { Card, Element } from '../../../cards/card.ts';
import { dayInWords, momentInWords } from '../../../cards/dates.ts';
import { actions, band, card, text } from '../../../cards/elements.ts';
import type { Language } from '../../../cards/language.ts';
import { plain, shorten } from '../../../cards/plain-text.ts';
import { kindOf } from '../../kinds/index.ts';
import type { KindName } from '../../kinds/index.ts';
import type { Duty } from '../../duty/duty.ts';
import { latestAnswer } from '../../duty/answering/quorum.ts';
import { noticeCard } from '../../views/chat-cards.ts';
import { proofOf } from '../../views/duty/settled-card.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { fittedLines } from '../../views/fitting.ts';
import { words } from '../../views/texts.ts';

const nl = {
  title: 'Steekproef',
  drawn: (count: number, of: number) => `${String(count)} van ${String(of)}`,
  seed: (seed: string) => `startgetal ${seed}`,
  allKinds: 'alle plichten',
  always: 'alles tot nu',
  fromTo: (from: string, to: string) => `geopend van ${from} tot en met ${to}`,
  again:
    'De plichten zijn genummerd in de volgorde waarin ze zijn geopend. Hetzelfde startgetal over dezelfde lijst geeft dezelfde nummers. Het kenmerk van elk bewijs staat voluit in het dossier.',
  opened: (when: string) => `geopend ${when}`,
  answered: (when: string) => `beantwoord ${when}`,
  unanswered: 'nog niet beantwoord',
  evidence: (hash: string) => `bewijs ${hash}`,
  incomplete:
    'Schrijf het zo: ‘trek 5 wijzigingen, startgetal 20261123’. Een periode mag erachter, zoals ‘2026’ of ‘Q4 2026’. Je kunt er 1 tot 20 trekken.',
  nothing: 'Er is niets om uit te trekken: in deze periode is zo’n plicht niet geopend.',
  tooMany: 'Dit zijn er te veel om uit te trekken. Noem een periode, zoals ‘Q4 2026’.',
  noRoom: (more: number) =>
    `Nog ${String(more)} passen niet op deze kaart. Trek er minder tegelijk.`,
};

const en: typeof nl = {
  title: 'Sample',
  drawn: (count, of) => `${String(count)} of ${String(of)}`,
  seed: (seed) => `start number ${seed}`,
  allKinds: 'all duties',
  always: 'everything until now',
  fromTo: (from, to) => `opened from ${from} to ${to}`,
  again:
    'The duties are numbered in the order in which they were opened. The same start number over the same list gives the same numbers. The dossier has the reference of each piece of evidence in full.',
  opened: (when) => `opened ${when}`,
  answered: (when) => `answered ${when}`,
  unanswered: 'not answered yet',
  evidence: (hash) => `evidence ${hash}`,
  incomplete:
    'Write it like this: “draw 5 changes, start number 20261123”. A period may follow, such as “2026” or “Q4 2026”. You can draw 1 to 20.',
  nothing: 'There is nothing to draw from: no such duty was opened in this period.',
  tooMany: 'These are too many to draw from. Name a period, such as “Q4 2026”.',
  noRoom: (more) => `${String(more)} more do not fit on this card. Draw fewer at a time.`,
};

const said = { nl, en };

export interface Drawn {
  /** Its place in the list that was drawn from. */
  readonly number: number;
  readonly duty: Duty;
}

interface DrawnFrom {
  readonly seed: string;
  readonly kind: KindName | undefined;
  readonly period: { readonly from: string; readonly to: string } | undefined;
  /** How many there were to draw from. */
  readonly of: number;
}

/** A sample of duties, with what is needed to draw it again and to find its evidence. */
export function drawnCard(drawn: readonly Drawn[], from: DrawnFrom, reader: ReaderNow): Card {
  const { language } = reader;
  const texts = said[language];
  const { seed, kind, period, of } = from;
  const what = kind === undefined ? texts.allKinds : kindOf(kind).words(language).name;
  const title = `${texts.title}: ${texts.drawn(drawn.length, of)}`;
  const day = (at: string): string => dayInWords(at, language, { thisYear: 0, short: true });
  const when = period ? texts.fromTo(day(period.from), day(period.to)) : texts.always;
  return fittedLines(drawn.length, (lines) =>
    card(language, `${title}, ${texts.seed(seed)}`, [
      band({ style: 'emphasis', kicker: `${what} · ${when}`, title, place: texts.seed(seed) }),
      ...drawn.slice(0, lines).map((one) => drawnRow(one, reader)),
      ...(lines < drawn.length ? [text(texts.noRoom(drawn.length - lines))] : []),
      text(texts.again, { isSubtle: true, size: 'small', spacing: 'medium' }),
      ...actions([buttons.overview.button(words[language].overview, {}, { inputs: 'none' })]),
    ]),
  );
}

const longestLine = 150;

function drawnRow({ number, duty }: Drawn, { language, zone, now }: ReaderNow): Element {
  const texts = said[language];
  const thisYear = Number(now.slice(0, 4));
  const when = (at: string): string => momentInWords(at, { zone, thisYear }, language);
  const answer = latestAnswer(duty);
  const state = [
    words[language].statuses[duty.status],
    texts.opened(when(duty.createdAt)),
    answer ? texts.answered(when(answer.at)) : texts.unanswered,
  ].join(' · ');
  const about = `${duty.reference} · ${duty.title} · ${duty.system}`;
  return {
    type: 'Container',
    separator: true,
    items: [
      text(`${String(number)} · ${plain(shorten(about, longestLine))}`, {
        weight: 'bolder',
        spacing: 'none',
      }),
      text(state, { spacing: 'none', size: 'small' }),
      text(texts.evidence(proofOf(answer?.proof ?? duty.head)), {
        isSubtle: true,
        size: 'small',
        spacing: 'none',
      }),
    ],
  };
}

/** Why no sample was drawn, with a way on. */
export function notDrawnCard(why: 'incomplete' | 'nothing' | 'too-many', language: Language): Card {
  const { incomplete, nothing, tooMany } = said[language];
  const told = { incomplete, nothing, 'too-many': tooMany }[why];
  return noticeCard(language, 'personal', told);
}
