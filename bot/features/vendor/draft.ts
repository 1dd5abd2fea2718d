import { momentInWords } from '../../../cards/dates.ts';
import { latestAnswer, troubled } from '../../duty/answering/quorum.ts';
import type { Answer, Duty } from '../../duty/duty.ts';
import { openFinding } from '../../duty/duty.ts';
import { kindOf } from '../../kinds/index.ts';
import { findingName } from '../../views/findings/facts.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { replyTexts } from './texts.ts';

// Everybody who found something wrong is in the reply; beyond so many the latest say enough.
const mostAnswers = 10;

/** The factual reply to the vendor: what was asked, tested, expected and seen, and what we ask for. */
export function vendorReply(duty: Duty, reader: ReaderNow): string | undefined {
  const found = troubled(duty).slice(-mostAnswers);
  const given = found.length > 0 ? found : [latestAnswer(duty)].filter((one) => one !== undefined);
  if (given.length === 0) return undefined;
  const { language } = reader;
  const said = replyTexts[language];
  const kind = kindOf(duty.kind);
  const open = openFinding(duty);
  // A question about an agreement means nothing without the version it is about.
  const document = kind.document?.(duty.details);
  const { ask, reply } = kind.words(language);
  return [
    `${said.subject}: ${duty.reference} ${duty.title}`,
    ...(open ? [`${said.finding}: ${findingName(duty, open)}`] : []),
    `${said.system}: ${duty.system}`,
    ...(document ? [`${said.document}: ${document.name} ${document.version}`] : []),
    `${said.asked}: ${ask}`,
    // The vendor's own words are no question of it.
    `${said.claimed}: ${kind.introduction(duty, reader).text}`,
    ...(reply?.expected === undefined ? [] : [`${said.expected}: ${reply.expected}`]),
    ...given.flatMap((answer) => seenBy(duty, answer, reader)),
    open ? (reply?.please ?? said.please[kind.solvedBy]) : said.nothingLeft,
  ].join('\n');
}

/** When somebody looked and what was seen; who that was is no business of the vendor. */
function seenBy(duty: Duty, { at, values }: Answer, reader: ReaderNow): readonly string[] {
  const { language, zone, now } = reader;
  const said = replyTexts[language];
  const { figures, facts } = kindOf(duty.kind).summary(duty, values, reader);
  const seen = [...figures, ...facts].map(
    ({ label, title, value }: { label?: string; title?: string; value: string }) =>
      `- ${label ?? title ?? ''}: ${value}`,
  );
  const when = momentInWords(at, { zone, thisYear: Number(now.slice(0, 4)) }, language);
  // A document is read, not tested.
  const [looked, found] = kindOf(duty.kind).document
    ? [said.read, said.said]
    : [said.tested, said.seen];
  return [`${looked}: ${when}`, `${found}:`, ...seen];
}
