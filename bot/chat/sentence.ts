import type { Person } from '../duty/ids.ts';
import { cut, plain } from '../../cards/plain-text.ts';
import { looksLikeSecret } from '../kinds/secrets.ts';
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
  const { heard, unclear, unknown, open } = listened;
  const filled = await Promise.all(
    heard.map((one) => readBack(services, { heard: one, said }, reader)),
  );
  const cards = filled.map(({ card, keeps }) => ({ card, summary: card.fallbackText, keeps }));
  if (unknown.length > 0) {
    const told = await saysOf(services, { said, unknown }, reader);
    const others = open.filter(({ id }) => !heard.some(({ duty }) => duty.id === id));
    return { messages: [...cards, ...saying(listOf(others, { said, told }, reader)).messages] };
  }
  if (cards.length > 0) return { messages: cards };
  const [closed] = listened.named;
  if (closed) return shown(services, { said, dutyView: closed }, reader);
  return unclear.length === 0
    ? undefined
    : saying(listOf(unclear, { said, told: chatTexts[reader.language].whichOne }, reader));
}

/** The card of a duty that waits for nothing of this person, as it stands. */
async function shown(
  services: Services,
  {
    said: { tenant, person },
    dutyView: { id, reference },
  }: { readonly said: Said; readonly dutyView: DutyView },
  reader: ReaderNow,
): Promise<Response | undefined> {
  const dutyId = parseDutyId(id);
  const card = dutyId && (await showOwnCard(services, { tenant, id: dutyId }, { person, reader }));
  if (!card) return undefined;
  return { messages: [{ card, summary: chatTexts[reader.language].isAnswered(plain(reference)) }] };
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

/** What a reference is that no open duty has; somebody else's duty is as unknown as one that does not exist. */
async function saysOf(
  services: Services,
  {
    said: { tenant, person },
    unknown,
  }: { readonly said: Said; readonly unknown: readonly string[] },
  reader: ReaderNow,
): Promise<string> {
  const said = chatTexts[reader.language];
  const closed = await recentlyClosed(services, tenant, person.aadObjectId);
  const known = closed.map((view) => ({ view, reference: view.reference, open: true }));
  const [typed = ''] = unknown;
  const [found] = findReferences(tokensOf(typed), known, new Set()).named;
  if (!found) return said.noSuchDuty(plain(typed));
  const { reference, status } = found.view;
  const told = status === 'withdrawn' ? said.isWithdrawn : said.isAnswered;
  return `${told(plain(reference))} ${said.thisIsOpen}`;
}
