import { momentInWords } from '../../cards/dates.ts';
import type { Card } from '../../cards/card.ts';
import { actions, band, button, card, foreignText, text } from '../../cards/elements.ts';
import { kindOf } from '../duties/index.ts';
import type { Duty } from '../lifecycle/duty.ts';
import { openFinding } from '../lifecycle/duty.ts';
import { latestAnswer, troubled } from '../lifecycle/standing.ts';
import type { ReaderNow } from './due.ts';
import { words } from './words.ts';

const said = {
  nl: {
    title: 'Antwoord aan de leverancier',
    intro:
      'Neem dit over in het portaal of een mail aan de leverancier en geef daarna aan dat het is verstuurd.',
    sent: 'Ik heb dit verstuurd',
    subject: 'Betreft',
    system: 'Systeem',
    expected: 'Gevraagd',
    tested: 'Gecontroleerd op',
    seen: 'Gezien',
    please: 'Laat weten wanneer dit is opgelost; dan controleren wij opnieuw.',
  },
  en: {
    title: 'Reply to the vendor',
    intro: 'Copy this to the portal or a mail to the vendor, then say that it was sent.',
    sent: 'I have sent this',
    subject: 'Re',
    system: 'System',
    expected: 'Asked',
    tested: 'Verified on',
    seen: 'Seen',
    please: 'Let us know when this is solved; then we verify again.',
  },
} as const;

/** The factual reply to the vendor: reference, what was asked, what was tested and what was seen. */
export function vendorReply(duty: Duty, reader: ReaderNow): string | undefined {
  const given = troubled(duty).at(-1) ?? latestAnswer(duty);
  if (!given) return undefined;
  const { language, zone, now } = reader;
  const texts = said[language];
  const kind = kindOf(duty.kind);
  const { figures, facts } = kind.summary(duty, given.values, reader);
  const seen = [...figures, ...facts].map(
    ({ label, title, value }: { label?: string; title?: string; value: string }) =>
      `- ${label ?? title ?? ''}: ${value}`,
  );
  return [
    `${texts.subject}: ${duty.reference} ${duty.title}`,
    `${texts.system}: ${duty.system}`,
    `${texts.expected}: ${kind.introduction(duty, reader).text}`,
    `${texts.tested}: ${momentInWords(given.at, language, zone, Number(now.slice(0, 4)))}`,
    `${texts.seen}:`,
    ...seen,
    texts.please,
  ].join('\n');
}

/** The draft of the reply, with the button that says that a person has sent it. */
export function vendorReplyCard(duty: Duty, reader: ReaderNow): Card | undefined {
  const reply = vendorReply(duty, reader);
  const open = openFinding(duty);
  if (reply === undefined || !open) return undefined;
  const { language } = reader;
  const texts = said[language];
  const data = { d: duty.id, l: language };
  return card(language, `${texts.title}: ${duty.title}`, [
    band({
      style: 'emphasis',
      kicker: `${texts.title} · ${duty.reference}`,
      title: duty.title,
      place: duty.system,
    }),
    text(texts.intro, { spacing: 'medium' }),
    ...reply.split('\n').map((row) => foreignText(row.slice(0, 700), { spacing: 'small' })),
    ...actions([
      ...(open.reply ? [] : [button(texts.sent, 'reply-sent', data, { primary: true })]),
      button(words[language].back, 'show', data, { inputs: 'none' }),
    ]),
  ]);
}
