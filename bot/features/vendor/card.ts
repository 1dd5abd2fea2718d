import type { Action, Card } from '../../../cards/card.ts';
import { momentInWords } from '../../../cards/dates.ts';
import { actions, band, card, foreignText, text } from '../../../cards/elements.ts';
import { cut, plain } from '../../../cards/plain-text.ts';
import type { Duty } from '../../duty/duty.ts';
import { openFinding } from '../../duty/duty.ts';
import { isChangedSince, maySendFeedback } from '../../duty/findings/feedback.ts';
import type { Said } from '../../views/buttons.ts';
import { buttons } from '../../views/buttons.ts';
import { fitted } from '../../views/fitting.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { words } from '../../views/texts.ts';
import { vendorReply } from './draft.ts';
import { replyTexts } from './texts.ts';

interface Shown {
  /** The vendor is told over HTTP. */
  readonly sends: boolean;
  /** Whoever has no card of the duty finds no reply there any more: nothing leads back. */
  readonly leadsBack: boolean;
}

/**
 * The draft of the reply, with the button that sends it where the vendor can be told (`sends`), or else says
 * that a person has sent it. After a good answer it is the feedback that the vendor asks for.
 */
export function vendorReplyCard(
  duty: Duty,
  reader: ReaderNow,
  { sends, leadsBack }: Shown,
): Card | undefined {
  const reply = vendorReply(duty, reader);
  const isDue = openFinding(duty) !== undefined || maySendFeedback(duty);
  if (reply === undefined || !(isDue || duty.feedback)) return undefined;
  const { language } = reader;
  const said = replyTexts[language];
  const data = { duty: duty.id, language };
  const shown = (length: number): Card =>
    card(language, `${said.title}: ${duty.title}`, [
      band({
        style: 'emphasis',
        kicker: `${said.title} · ${duty.reference}`,
        title: duty.title,
        place: duty.system,
      }),
      text(introOf(duty, sends, reader), { spacing: 'medium' }),
      ...reply
        .split('\n')
        .map((row) => foreignText(cut(row, Math.min(700, length)), { spacing: 'small' })),
      ...actions([
        ...replyActions(duty, { sends, data }, reader),
        leadsBack
          ? buttons.show.button(words[language].back, data, { inputs: 'none' })
          : buttons.overview.button(words[language].overview, {}, { inputs: 'none' }),
      ]),
    ]);
  return fitted(shown);
}

function introOf(duty: Duty, sends: boolean, { language, zone, now }: ReaderNow): string {
  const said = replyTexts[language];
  const open = openFinding(duty);
  const { feedback } = duty;
  if (!open && sends && maySendFeedback(duty)) return said.introTold;
  const sent = open ? open.reply : feedback;
  if (open?.reply?.delivery?.state === 'refused') return said.refused;
  if (sent === undefined) return !open ? said.introGood : sends ? said.introSend : said.intro;
  const when = momentInWords(sent.at, { zone, thisYear: Number(now.slice(0, 4)) }, language);
  if (isChangedSince(duty, sent)) return said.changed(when);
  return open ? said.wasSent : said.goodWasSent(plain(sent.by.name), when);
}

/** Where the vendor's system refused the reply, a person can still send it in another way. */
function replyActions(
  duty: Duty,
  { sends, data }: { readonly sends: boolean; readonly data: Said<'reply'> },
  { language }: ReaderNow,
): readonly Action[] {
  const said = replyTexts[language];
  const sent = buttons.replySent.button(said.sent, data, { primary: true, inputs: 'none' });
  const open = openFinding(duty);
  // A good answer reaches a vendor that is told over HTTP by itself.
  if (!open) return maySendFeedback(duty) && !sends ? [sent] : [];
  const refused = open.reply?.delivery?.state === 'refused';
  if (open.reply && !refused && !isChangedSince(duty, open.reply)) return [];
  return [
    ...(sends
      ? [buttons.replySend.button(said.send, data, { primary: !refused, inputs: 'none' })]
      : []),
    ...(!sends || refused ? [sent] : []),
  ];
}
