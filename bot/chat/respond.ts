import type { Message } from '../ports/messenger.ts';
import type { PersonId } from '../duty/ids.ts';
import type { Card } from '../../cards/card.ts';
import type { Language } from '../../cards/language.ts';
import { languageOf } from '../../cards/language.ts';
import { plain } from '../../cards/plain-text.ts';
import { typedText } from '../../cards/read-fields.ts';
import {
  helpCard,
  myDutiesCard,
  noticeCard,
  notUnderstoodCard,
  welcomeCard,
} from '../views/chat-cards.ts';
import { chatTexts } from '../views/chat-texts.ts';
import { notDrawnCard } from '../features/samples/card.ts';
import type { ReaderNow } from '../views/reader.ts';
import { teamInstalled, teamUninstalled, useChannel } from '../features/channel/channel.ts';
import type { Incoming, Place, Response, Sender } from '../ports/incoming.ts';
import { silence } from '../ports/incoming.ts';
import type { SentenceMatch } from '../features/answering/hear-answer.ts';
import { hearAnswer } from '../features/answering/hear-answer.ts';
import { overview } from '../features/overview/lists.ts';
import { myDuties } from '../features/people/my-duties.ts';
import type { SeenPerson } from '../casework/people.ts';
import { chooseLanguage, installPerson } from '../features/people/people.ts';
import { uninstallPerson } from '../casework/people.ts';
import { drawDuties } from '../features/samples/draw-duties.ts';
import { startTransfer } from '../features/new-duty/send-data.ts';
import type { Services } from '../ports/services.ts';
import { channelReader, readerFor } from '../ports/services.ts';
import { respondToClick } from './clicks.ts';
import { showPolicy } from '../features/policy/policy.ts';
import { answerConsent, answerFile } from '../features/files/answers.ts';
import { newDuty } from '../features/new-duty/new-duty.ts';
import { showPlans } from '../features/plans/plans.ts';
import { showRoster } from '../features/roster/roster.ts';
import { understand } from './understand.ts';

/** A card as a message; its fallback text is the notification. */
export function saying(card: Card): Response {
  const message: Message = { card, summary: card.fallbackText };
  return { messages: [message] };
}

/** Answers whatever came in from Teams: every input gets an answer that offers a way on. */
export async function respond(services: Services, incoming: Incoming): Promise<Response> {
  switch (incoming.type) {
    case 'nothing':
      return silence;
    case 'installed':
      return installed(services, incoming.at, incoming.from);
    case 'uninstalled':
      return uninstalled(services, incoming.at, incoming.from);
    case 'message':
      return answerMessage(services, incoming);
    case 'click': {
      const reader = await readerOf(services, incoming);
      return respondToClick(services, incoming, reader);
    }
    case 'file-consent':
      return answerConsent(services, incoming);
  }
}

/** What a personal activity tells about who wrote it. */
function seenPerson(from: Sender, at: Place): SeenPerson {
  const { aadObjectId, name, userId, locale, timeZone, country } = from;
  const { conversationId, serviceUrl, tenantId } = at;
  const seen = { aadObjectId, name, userId, conversationId, serviceUrl, tenantId };
  return {
    ...seen,
    ...(locale === undefined ? {} : { locale }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(country === undefined ? {} : { country }),
  };
}

type Click = Extract<Incoming, { type: 'click' }>;

/** A card that names its language is answered in it: that is what the person reads, and it saves a read. */
async function readerOf(services: Services, { at, from, data }: Click): Promise<ReaderNow> {
  if (at.type !== 'personal') return channelReader(services);
  const language = languageOf(typedText(data['l']));
  if (language) return readerFor(services, { language });
  const known = await services.store.people.get(at.tenant, from.aadObjectId);
  return readerFor(services, known?.value ?? from);
}

async function installed(
  services: Services,
  at: Place,
  from: Sender | undefined,
): Promise<Response> {
  if (at.type !== 'personal') {
    // One introduction where the bot was added, never a message to every member.
    const begin = await teamInstalled(services, at);
    return { ...saying(helpCard(channelReader(services).language, at.type)), afterwards: begin };
  }
  if (!from) return silence;
  const { first, person, begin } = await installPerson(
    services,
    at.tenant,
    seenPerson(from, at),
    'by-install',
  );
  if (!first) return silence;
  return { ...saying(welcomeCard(readerFor(services, person).language)), afterwards: begin };
}

async function uninstalled(
  services: Services,
  at: Place,
  from: Sender | undefined,
): Promise<Response> {
  if (at.type !== 'personal') await teamUninstalled(services, at);
  else if (from) await uninstallPerson(services, at.tenant, from.aadObjectId);
  return silence;
}

type Written = Extract<Incoming, { type: 'message' }>;

async function answerMessage(services: Services, written: Written): Promise<Response> {
  const { from, at } = written;
  if (at.type !== 'personal') return answerWords(services, written, channelReader(services));
  const { person, begin } = await installPerson(
    services,
    at.tenant,
    seenPerson(from, at),
    'by-message',
  );
  return {
    ...(await answerWords(services, written, readerFor(services, person))),
    afterwards: begin,
  };
}

async function answerWords(
  services: Services,
  written: Written,
  reader: ReaderNow,
): Promise<Response> {
  const { from, at, text, files } = written;
  const personal = at.type === 'personal';
  const { language } = reader;
  const said = chatTexts[language];
  const intent = understand(text);
  switch (intent.type) {
    case 'help':
      return saying(helpCard(language, at.type));
    case 'greeting':
      return saying(noticeCard(language, at.type, said.greeting(plain(firstName(from.name)))));
    case 'thanks':
      return saying(noticeCard(language, at.type, said.thanks));
    case 'my-duties':
      return personal
        ? saying(await myDuties(services, at.tenant, from.aadObjectId, reader))
        : saying(noticeCard(language, at.type, said.onlyPersonal));
    case 'overview':
      return saying(await overview(services, at.tenant, reader));
    case 'use-channel':
      return makeItChannel(services, { from, at }, language);
    case 'new-duty':
      return saying(await newDuty(services, at, language));
    case 'house-rules':
      return saying(await showPolicy({ services, from, at, data: {}, reader }));
    case 'roster':
      return saying(await showRoster({ services, from, at, data: {}, reader }));
    case 'plans':
      return saying(await showPlans({ services, from, at, data: {}, reader }));
    case 'send-data': {
      if (!personal) return saying(noticeCard(language, at.type, said.onlyPersonal));
      const { aadObjectId, name } = from;
      // The card follows by itself, as every card of a duty does.
      await startTransfer(services, at.tenant, { aadObjectId, name }, reader, services.newId());
      return silence;
    }
    case 'language':
      return personal
        ? changeLanguage(services, at, from, intent.language)
        : saying(noticeCard(language, at.type, said.onlyPersonal));
    case 'draw':
      return saying(
        intent.wanted === 'incomplete'
          ? notDrawnCard('incomplete', language)
          : await drawDuties(services, at.tenant, intent.wanted, reader),
      );
    case 'unknown':
      return (
        answerFile(services, written, reader) ??
        (personal ? await answerSentence(services, { from, at, text }, reader) : undefined) ??
        saying(notUnderstoodCard(language, at.type, files.length > 0 && text.trim() === ''))
      );
  }
}

/** A sentence that answers a duty comes back as its card, filled in. */
async function answerSentence(
  services: Services,
  { from, at, text }: Pick<Written, 'from' | 'at' | 'text'>,
  reader: ReaderNow,
): Promise<Response | undefined> {
  const { aadObjectId, name } = from;
  const hearing = await hearAnswer(services, at.tenant, { aadObjectId, name }, text, reader);
  if (!hearing) return undefined;
  if (hearing.type === 'several') return saying(unclear(hearing, aadObjectId, reader));
  const { card, sent } = hearing;
  return { messages: [{ card, summary: card.fallbackText, sent }] };
}

/** Which duties a sentence may be about, where it does not say it or names one that is not there. */
function unclear(
  { items, unknown }: Extract<SentenceMatch, { type: 'several' }>,
  viewer: PersonId,
  reader: ReaderNow,
): Card {
  const said = chatTexts[reader.language];
  const told = unknown === undefined ? said.whichOne : said.noSuchDuty(plain(unknown));
  return myDutiesCard(items.slice(0, 5), undefined, viewer, reader, told);
}

const firstName = (name: string): string => name.split(' ')[0] ?? name;

async function changeLanguage(
  services: Services,
  at: Place,
  from: Sender,
  language: Language,
): Promise<Response> {
  await chooseLanguage(services, at.tenant, seenPerson(from, at), language);
  return saying(noticeCard(language, at.type, chatTexts[language].language));
}

async function makeItChannel(
  services: Services,
  { from, at }: Pick<Written, 'from' | 'at'>,
  language: Language,
): Promise<Response> {
  const said = chatTexts[language];
  if (at.type !== 'channel' || at.channelId === undefined) {
    return saying(noticeCard(language, at.type, said.onlyInChannel));
  }
  const { channelId, channelName, teamId, serviceUrl, tenantId } = at;
  const { moved } = await useChannel(services, at.tenant, {
    channelId,
    serviceUrl,
    tenantId,
    madeBy: { aadObjectId: from.aadObjectId, name: from.name },
    ...(channelName === undefined ? {} : { name: channelName }),
    ...(teamId === undefined ? {} : { teamId }),
  });
  const told = moved ? said.channelIsYours : said.channelAlready;
  return saying(noticeCard(language, 'channel', told));
}
