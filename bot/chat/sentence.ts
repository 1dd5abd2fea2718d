import type { Person } from '../duty/ids.ts';
import { cut, plain } from '../../cards/plain-text.ts';
import { looksLikeSecret } from '../../cards/secrets.ts';
import type { DutyView } from '../duty/view.ts';
import { readBack } from '../features/answering/hear-answer.ts';
import type { Listened, Said } from '../features/answering/listen.ts';
import { listen } from '../features/answering/listen.ts';
import { recentlyClosed } from '../features/answering/recent.ts';
import { showOwnCard } from '../casework/card-for.ts';
import { parseDutyId } from '../duty/ids.ts';
import type { Response, Sender } from '../ports/incoming.ts';
import type { Services } from '../ports/services.ts';
import { findReferences } from '../sentences/references.ts';
import { requestWords } from '../sentences/requests/words.ts';
import type { Request } from '../sentences/requests/requests.ts';
import { readRequest } from '../sentences/requests/requests.ts';
import { readTransfer } from '../sentences/requests/transfer.ts';
import { tokensOf } from '../sentences/tokens.ts';
import { faultWords } from '../../cards/fields.ts';
import { myDutiesCard, nextDutyCard, noticeCard } from '../views/chat-cards.ts';
import { chatTexts } from '../views/chat-texts.ts';
import type { ReaderNow } from '../views/reader.ts';
import { answerRequest } from './requests.ts';
import type { Written } from './requests.ts';
import { saying } from './saying.ts';
import { DateTime } from 'luxon';

// As many as one message shows.
const mostListed = 5;

/**
 * Answers what a person typed in their own chat and what is no word of the bot: an answer to a duty comes back as its card, a
 * request is done, and anything else gets the next open duty.
 */
export async function answerSentence(
  services: Services,
  written: Written,
  reader: ReaderNow,
): Promise<Response> {
  const { from, at, text, quoted } = written;
  const person: Person = personOf(from);
  const said: Said = { tenant: at.tenant, person, text, quoted };
  const listened = await listen(services, said, reader);
  const clear = listened.heard.some(({ reading }) => reading.outcome !== undefined);
  const positive = listened.heard.some(({ reading }) => reading.positive);
  const today = DateTime.fromISO(reader.now, { zone: reader.zone }).toFormat('yyyy-MM-dd');
  const request = positive ? undefined : (readRequest(listened.tokens, today) ?? transferIn(text));
  if (request && (!clear || requestWords[request.type].firm))
    return answerRequest(services, { request, written, listened }, reader);
  // What may be a password is not read back: it would stand in the chat once more.
  if (looksLikeSecret(text))
    return saying(noticeCard(reader.language, 'personal', faultWords[reader.language].secret));
  return (
    (await readAll(services, { said, listened }, reader)) ??
    saying(nextDutyCard(listened.open[0], reader.language))
  );
}

/** A sentence that names data and an address to which it is to go begins a transfer, however long it is. */
const transferIn = (text: string): Request | undefined => {
  const { what, recipient } = readTransfer(text);
  return what !== undefined && recipient?.includes('@') ? { type: 'send-data' } : undefined;
};

const personOf = ({ aadObjectId, name }: Sender): Person => ({ aadObjectId, name });

async function readAll(
  services: Services,
  { said, listened }: { readonly said: Said; readonly listened: Listened },
  reader: ReaderNow,
): Promise<Response | undefined> {
  const { heard, unclear, unknown, open, named } = listened;
  const filled = await Promise.all(
    heard.map((one) => readBack(services, { heard: one, said }, reader)),
  );
  const others = named.filter(({ id }) => !heard.some(({ duty }) => duty.id === id));
  const cards = [
    ...filled.map(({ card, keeps }) => ({ card, summary: card.fallbackText, keeps })),
    // What waits for nothing comes as it stands, with the way to correct it.
    ...(await shown(services, { said, views: others.slice(0, mostListed - heard.length) }, reader)),
  ];
  if (unknown.length > 0) {
    const closed = await closedCalled(services, { said, unknown });
    const standing = closed && closed.status !== 'withdrawn' ? [closed] : [];
    const asItStands = await shown(services, { said, views: standing }, reader);
    if (asItStands.length > 0) return { messages: [...cards, ...asItStands] };
    const told = saysOf(closed, { unknown }, reader);
    const left = open.filter(({ id }) => !heard.some(({ duty }) => duty.id === id));
    return { messages: [...cards, ...saying(listOf(left, { said, told }, reader)).messages] };
  }
  if (cards.length > 0) return { messages: cards };
  return unclear.length === 0
    ? undefined
    : saying(listOf(unclear, { said, told: chatTexts[reader.language].whichOne }, reader));
}

/** The cards of duties that wait for nothing of this person, as they stand. */
async function shown(
  services: Services,
  { said: { tenant, person }, views }: { readonly said: Said; readonly views: readonly DutyView[] },
  reader: ReaderNow,
): Promise<Response['messages']> {
  const cards = await Promise.all(
    views.map(async ({ id, reference }) => {
      const dutyId = parseDutyId(id);
      const card =
        dutyId && (await showOwnCard(services, { tenant, id: dutyId }, { person, reader }));
      const summary = chatTexts[reader.language].isAnswered(plain(reference));
      return card ? [{ card, summary }] : [];
    }),
  );
  return cards.flat();
}

// Five buttons carry it, and a card in Teams holds 28 KB.
const longestKept = 1000;

const listOf = (
  items: readonly DutyView[],
  { said, told }: { readonly said: Said; readonly told: string },
  reader: ReaderNow,
) =>
  myDutiesCard(
    items.slice(0, mostListed),
    { next: undefined, viewer: said.person.aadObjectId, told, typed: cut(said.text, longestKept) },
    reader,
  );

/** The duty that a reference names and that stands on no list any more; somebody else's is as unknown as one that does not exist. */
async function closedCalled(
  services: Services,
  {
    said: { tenant, person },
    unknown,
  }: { readonly said: Said; readonly unknown: readonly string[] },
): Promise<DutyView | undefined> {
  const closed = await recentlyClosed(services, tenant, person.aadObjectId);
  const known = closed.map((view) => ({ view, reference: view.reference, open: true }));
  const [typed = ''] = unknown;
  return findReferences(tokensOf(typed), known, new Set()).named[0]?.view;
}

/** What is said of a reference that no open duty has. */
function saysOf(
  closed: DutyView | undefined,
  { unknown: [typed = ''] }: { readonly unknown: readonly string[] },
  { language }: ReaderNow,
): string {
  const said = chatTexts[language];
  if (!closed) return said.noSuchDuty(plain(typed));
  const told = closed.status === 'withdrawn' ? said.isWithdrawn : said.isAnswered;
  return `${told(plain(closed.reference))} ${said.thisIsOpen}`;
}
