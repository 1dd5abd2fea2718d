import type { Said } from '../../views/buttons.ts';
import { buttons } from '../../views/buttons.ts';
import { cut } from '../../../cards/plain-text.ts';
import { momentInWords } from '../../../cards/dates.ts';
import type { Action, Card } from '../../../cards/card.ts';
import { actions, band, card, foreignText, text } from '../../../cards/elements.ts';
import { kindOf } from '../../kinds/index.ts';
import type { Answer, Duty, Finding } from '../../duty/duty.ts';
import { openFinding } from '../../duty/duty.ts';
import { latestAnswer, troubled } from '../../duty/answering/quorum.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { fitted } from '../../views/fitting.ts';
import { words } from '../../views/texts.ts';

const said = {
  nl: {
    title: 'Antwoord aan de leverancier',
    intro:
      'Neem dit over in het portaal of een mail aan de leverancier en geef daarna aan dat het is verstuurd.',
    introSend: 'Lees het na. Met één klik gaat het naar het systeem van de leverancier.',
    refused:
      'Het systeem van de leverancier nam dit niet aan. Neem het over in het portaal of een mail, of probeer het nog eens.',
    wasSent: 'Dit is verstuurd. Reageert de leverancier, dan legt het IT-team dat vast.',
    sent: 'Ik heb dit verstuurd',
    send: 'Verstuur naar leverancier',
    subject: 'Betreft',
    system: 'Systeem',
    document: 'Document',
    expected: 'Gevraagd',
    tested: 'Gecontroleerd op',
    seen: 'Gezien',
    please: {
      vendor: 'Laat weten wanneer dit is opgelost; dan controleren wij opnieuw.',
      customer: 'Wij lossen dit zelf op. Kun je ons daarbij helpen, laat het dan weten.',
    },
    read: 'Gelezen op',
    said: 'Ons antwoord',
    pleaseExplain: 'Laat weten hoe dit zit; dan lezen wij het opnieuw.',
  },
  en: {
    title: 'Reply to the vendor',
    intro: 'Copy this to the portal or a mail to the vendor, then say that it was sent.',
    introSend: 'Read it through. With one click it goes to the vendor’s system.',
    refused:
      'The vendor’s system did not take this. Copy it to the portal or a mail, or try once more.',
    wasSent: 'This was sent. When the vendor reacts, the IT team records it.',
    sent: 'I have sent this',
    send: 'Send to vendor',
    subject: 'Re',
    system: 'System',
    document: 'Document',
    expected: 'Asked',
    tested: 'Verified on',
    seen: 'Seen',
    please: {
      vendor: 'Let us know when this is solved; then we verify again.',
      customer: 'We solve this ourselves. If you can help us with it, let us know.',
    },
    read: 'Read on',
    said: 'Our answer',
    pleaseExplain: 'Let us know how this is meant; then we read it again.',
  },
} as const;

/** The factual reply to the vendor: reference, what was asked, what was tested and what was seen. */
export function vendorReply(duty: Duty, reader: ReaderNow): string | undefined {
  const found = troubled(duty).slice(-mostAnswers);
  const given = found.length > 0 ? found : [latestAnswer(duty)].filter((one) => one !== undefined);
  if (given.length === 0) return undefined;
  const { language } = reader;
  const texts = said[language];
  const kind = kindOf(duty.kind);
  // A question about an agreement means nothing without the version it is about.
  const document = kind.document?.(duty.details);
  return [
    `${texts.subject}: ${duty.reference} ${duty.title}`,
    `${texts.system}: ${duty.system}`,
    ...(document ? [`${texts.document}: ${document.name} ${document.version}`] : []),
    `${texts.expected}: ${kind.introduction(duty, reader).text}`,
    ...given.flatMap((answer) => seenBy(duty, answer, reader)),
    document ? texts.pleaseExplain : texts.please[kind.solvedBy],
  ].join('\n');
}

// Everybody who found something wrong is in the reply; beyond so many the latest say enough.
const mostAnswers = 10;

/** When somebody looked and what was seen; who that was is no business of the vendor. */
function seenBy(duty: Duty, { at, values }: Answer, reader: ReaderNow): readonly string[] {
  const { language, zone, now } = reader;
  const texts = said[language];
  const { figures, facts } = kindOf(duty.kind).summary(duty, values, reader);
  const seen = [...figures, ...facts].map(
    ({ label, title, value }: { label?: string; title?: string; value: string }) =>
      `- ${label ?? title ?? ''}: ${value}`,
  );
  const when = momentInWords(at, { zone, thisYear: Number(now.slice(0, 4)) }, language);
  // A document is read, not tested.
  const [looked, found] = kindOf(duty.kind).document
    ? [texts.read, texts.said]
    : [texts.tested, texts.seen];
  return [`${looked}: ${when}`, `${found}:`, ...seen];
}

/**
 * The draft of the reply, with the button that sends it where the vendor can be told (`sends`), or else says
 * that a person has sent it. Whoever has no card of the duty finds no reply there any more: nothing leads back.
 */
export function vendorReplyCard(
  duty: Duty,
  reader: ReaderNow,
  { sends, leadsBack }: { readonly sends: boolean; readonly leadsBack: boolean },
): Card | undefined {
  const reply = vendorReply(duty, reader);
  const open = openFinding(duty);
  if (reply === undefined || !open) return undefined;
  const { language } = reader;
  const texts = said[language];
  const data = { duty: duty.id, language };
  const shown = (length: number): Card =>
    card(language, `${texts.title}: ${duty.title}`, [
      band({
        style: 'emphasis',
        kicker: `${texts.title} · ${duty.reference}`,
        title: duty.title,
        place: duty.system,
      }),
      text(introOf(open, sends, texts), { spacing: 'medium' }),
      ...reply
        .split('\n')
        .map((row) => foreignText(cut(row, Math.min(700, length)), { spacing: 'small' })),
      ...actions([
        ...replyActions(open, { sends, data, texts }),
        leadsBack
          ? buttons.show.button(words[language].back, data, { inputs: 'none' })
          : buttons.overview.button(words[language].overview, {}, { inputs: 'none' }),
      ]),
    ]);
  return fitted(shown);
}

type Texts = (typeof said)['nl' | 'en'];

function introOf({ reply }: Finding, sends: boolean, texts: Texts): string {
  if (reply?.delivery?.state === 'refused') return texts.refused;
  if (reply) return texts.wasSent;
  return sends ? texts.introSend : texts.intro;
}

/** Where the vendor's system refused the reply, a person can still send it in another way. */
function replyActions(
  { reply }: Finding,
  {
    sends,
    data,
    texts,
  }: { readonly sends: boolean; readonly data: Said<'reply'>; readonly texts: Texts },
): readonly Action[] {
  const refused = reply?.delivery?.state === 'refused';
  if (reply && !refused) return [];
  return [
    ...(sends
      ? [buttons.replySend.button(texts.send, data, { primary: !refused, inputs: 'none' })]
      : []),
    ...(!sends || refused
      ? [buttons.replySent.button(texts.sent, data, { primary: true, inputs: 'none' })]
      : []),
  ];
}
