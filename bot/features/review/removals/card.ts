import { buttons } from '../../../views/buttons.ts';
import type { Action, Card, Element, Fact } from '../../../../cards/card.ts';
import { dayInWords } from '../../../../cards/dates.ts';
import { actions, band, card, facts, text } from '../../../../cards/elements.ts';
import { plain, shorten } from '../../../../cards/plain-text.ts';
import type { Account, Pick } from '../../../kinds/review-access/accounts.ts';
import type { Duty } from '../../../duty/duty.ts';
import { openFinding } from '../../../duty/duty.ts';
import { isSettled } from '../../../duty/answering/quorum.ts';
import { turnOf } from '../../../duty/reminders/turn.ts';
import type { ReaderNow } from '../../../views/reader.ts';
import { fact } from '../../../views/reader.ts';
import { cut, fitted } from '../../../views/fitting.ts';
import { reviewTexts } from '../../../views/review-texts.ts';
import { lastProof } from '../../../views/findings/facts.ts';
import type { Viewer } from '../../../views/duty/turn-line.ts';
import { turnLine } from '../../../views/duty/turn-line.ts';
import { words } from '../../../views/texts.ts';

const linesShown = 10;

/** An account that has to go or to get another role. */
export interface Removal {
  readonly account: Account;
  readonly pick: Pick;
}

export interface RemovalsShown {
  /** Who sees it: the first line says whose turn it is. */
  readonly viewer: Viewer;
  readonly removals: readonly Removal[];
  /** The file can be had: it goes to a personal chat. */
  readonly withFile: boolean;
  /** The duty's own card can be shown here, and the reply to the vendor. */
  readonly holder: boolean;
  /** A new list is asked for now: the due date has passed. */
  readonly asked?: boolean;
}

/** What has to be removed or changed, for whoever sees to it: the first of them, the file, and what is next. */
export function removalsCard(duty: Duty, shown: RemovalsShown, reader: ReaderNow): Card {
  return fitted((length) =>
    removalsCardOf(
      cut(duty, length),
      { removalsShown: shown, length: Math.min(100, length) },
      reader,
    ),
  );
}

function removalsCardOf(
  duty: Duty,
  {
    removalsShown: { viewer, removals, withFile, holder, asked = false },
    length,
  }: { readonly removalsShown: RemovalsShown; readonly length: number },
  reader: ReaderNow,
): Card {
  const { language } = reader;
  const said = reviewTexts[language].removals;
  const title = asked ? said.asked : said.title;
  const removed = removals.filter(({ pick }) => pick.decision === 'remove').length;
  const open = openFinding(duty);
  const told = !open || removals.length === 0 ? said.none : asked ? said.askedIntro : said.intro;
  return card(language, `${title}: ${duty.title}`, [
    band({
      // It is under way: only what is late or was not done is bad.
      style: open ? 'warning' : 'emphasis',
      kicker: `${open ? '◔ ' : ''}${title} · ${duty.reference}`,
      title: duty.title,
      place: duty.system,
    }),
    ...turnLine(duty, viewer, reader),
    text(told, { spacing: 'medium' }),
    ...(isSettled(duty) ? [] : [text(said.waits, { weight: 'bolder' })]),
    ...facts(removalFacts(duty, reader)),
    ...(removals.length === 0
      ? []
      : [text(said.count(removed, removals.length - removed), { weight: 'bolder' })]),
    ...removals.slice(0, linesShown).map((removal) => removalLine(removal, reader, length)),
    ...(removals.length > linesShown
      ? [
          text(
            [said.more(removals.length - linesShown), ...(withFile ? [said.inFile] : [])].join(' '),
            { isSubtle: true },
          ),
        ]
      : []),
    ...actions(waysOn(duty, { withFile: withFile && removals.length > 0, holder }, reader)),
  ]);
}

function removalLine({ account, pick }: Removal, { language }: ReaderNow, length: number): Element {
  const said = reviewTexts[language].removals;
  const what = pick.decision === 'change' ? said.change(pick.note ?? '') : said.remove;
  const who = [account.name, account.account, account.role].filter((part) => part !== undefined);
  return text(plain(`${shorten(who.join(' · '), length)}: ${shorten(what, length)}`), {
    spacing: 'small',
  });
}

function removalFacts(duty: Duty, reader: ReaderNow): readonly Fact[] {
  const { language } = reader;
  const said = reviewTexts[language].removals;
  const open = openFinding(duty);
  if (!open) return [];
  const thisYear = Number(reader.now.slice(0, 4));
  const day = dayInWords(open.dueOn, language, { thisYear });
  return [
    ...fact(said.owner, open.owner?.name),
    // The line above names the day of the turn, which may be an earlier one.
    ...fact(said.due, turnOf(duty)?.until === open.dueOn ? undefined : day),
    ...fact(said.last, lastProof(open, reader)),
  ];
}

function waysOn(
  duty: Duty,
  { withFile, holder }: { withFile: boolean; holder: boolean },
  { language }: ReaderNow,
): readonly Action[] {
  const said = words[language];
  const data = { duty: duty.id, language };
  const file = { ...data, file: 'removals' } as const;
  const none = { inputs: 'none' } as const;
  return [
    ...(withFile
      ? [buttons.file.button(reviewTexts[language].removals.file, file, { primary: true, ...none })]
      : []),
    ...(holder && openFinding(duty) ? [buttons.reply.button(said.vendorReply, data, none)] : []),
    holder
      ? buttons.show.button(said.back, data, none)
      : buttons.myDuties.button(said.myDuties, {}, none),
  ];
}
