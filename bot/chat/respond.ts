import type { Card } from '../../cards/card.ts';
import type { Language } from '../../cards/language.ts';
import { languageOf } from '../../cards/language.ts';
import { plain } from '../../cards/plain-text.ts';
import { typedText } from '../../cards/read-fields.ts';
import type { PersonId } from '../lifecycle/duty.ts';
import {
  helpCard,
  myDutiesCard,
  noticeCard,
  notUnderstoodCard,
  welcomeCard,
} from '../present/chat-cards.ts';
import { chatWords } from '../present/chat-words.ts';
import { notDrawnCard } from '../present/draw-card.ts';
import type { ReaderNow } from '../present/due.ts';
import { teamInstalled, teamUninstalled, useChannel } from '../usecases/channel.ts';
import type { Incoming, Place, Response, Sender } from '../usecases/incoming.ts';
import { silence } from '../usecases/incoming.ts';
import type { Hearing } from '../usecases/hear-answer.ts';
import { hearAnswer } from '../usecases/hear-answer.ts';
import { myDuties, overview } from '../usecases/lists.ts';
import type { SeenPerson } from '../usecases/people.ts';
import { chooseLanguage, installPerson, uninstallPerson } from '../usecases/people.ts';
import { drawDuties } from '../usecases/draw-duties.ts';
import { startTransfer } from '../usecases/send-data.ts';
import type { Message, World } from '../usecases/world.ts';
import { channelReader, readerFor } from '../usecases/world.ts';
import { respondToClick } from './clicks.ts';
import { strangerResponse } from './failed.ts';
import { showHouseRules } from './house-rules.ts';
import { answerConsent, answerFile } from './files.ts';
import { newDuty } from './new-duty.ts';
import { showPlans } from './plans.ts';
import { showRoster } from './roster.ts';
import { understand } from './understand.ts';

/** A card as a message; its fallback text is the notification. */
export function saying(card: Card): Response {
  const message: Message = { card, summary: card.fallbackText };
  return { messages: [message] };
}

/** Answers whatever came in from Teams: every input gets an answer that offers a way on. */
export async function respond(world: World, incoming: Incoming): Promise<Response> {
  switch (incoming.type) {
    case 'nothing':
      return silence;
    case 'installed':
      return installed(world, incoming.at, incoming.from);
    case 'uninstalled':
      return uninstalled(world, incoming.at, incoming.from);
    case 'message':
      return answerMessage(world, incoming);
    case 'click': {
      const reader = await readerOf(world, incoming);
      return respondToClick(world, incoming, reader);
    }
    case 'file-consent':
      return answerConsent(world, incoming);
    case 'stranger':
      return strangerResponse(world, incoming);
    case 'team-changed':
      return silence;
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
async function readerOf(world: World, { at, from, data }: Click): Promise<ReaderNow> {
  if (at.type !== 'personal') return channelReader(world);
  const language = languageOf(typedText(data['l']));
  if (language) return readerFor(world, { language });
  const known = await world.store.people.get(at.tenant, from.aadObjectId);
  return readerFor(world, known?.value ?? from);
}

async function installed(world: World, at: Place, from: Sender | undefined): Promise<Response> {
  if (at.type !== 'personal') {
    // One introduction where the bot was added, never a message to every member.
    const begin = await teamInstalled(world, at);
    return { ...saying(helpCard(channelReader(world).language, at.type)), afterwards: begin };
  }
  if (!from) return silence;
  const { first, person, begin } = await installPerson(
    world,
    at.tenant,
    seenPerson(from, at),
    'by-install',
  );
  if (!first) return silence;
  return { ...saying(welcomeCard(readerFor(world, person).language)), afterwards: begin };
}

async function uninstalled(world: World, at: Place, from: Sender | undefined): Promise<Response> {
  if (at.type !== 'personal') await teamUninstalled(world, at);
  else if (from) await uninstallPerson(world, at.tenant, from.aadObjectId);
  return silence;
}

type Written = Extract<Incoming, { type: 'message' }>;

async function answerMessage(world: World, written: Written): Promise<Response> {
  const { from, at } = written;
  if (at.type !== 'personal') return answerWords(world, written, channelReader(world));
  const { person, begin } = await installPerson(
    world,
    at.tenant,
    seenPerson(from, at),
    'by-message',
  );
  return { ...(await answerWords(world, written, readerFor(world, person))), afterwards: begin };
}

async function answerWords(world: World, written: Written, reader: ReaderNow): Promise<Response> {
  const { from, at, text, files } = written;
  const personal = at.type === 'personal';
  const { language } = reader;
  const said = chatWords[language];
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
        ? saying(await myDuties(world, at.tenant, from.aadObjectId, reader))
        : saying(noticeCard(language, at.type, said.onlyPersonal));
    case 'overview':
      return saying(await overview(world, at.tenant, reader));
    case 'use-channel':
      return makeItChannel(world, { from, at }, language);
    case 'new-duty':
      return saying(await newDuty(world, at, language));
    case 'house-rules':
      return saying(await showHouseRules({ world, from, at, data: {}, reader }));
    case 'roster':
      return saying(await showRoster({ world, from, at, data: {}, reader }));
    case 'plans':
      return saying(await showPlans({ world, from, at, data: {}, reader }));
    case 'send-data': {
      if (!personal) return saying(noticeCard(language, at.type, said.onlyPersonal));
      const { aadObjectId, name } = from;
      // The card follows by itself, as every card of a duty does.
      await startTransfer(world, at.tenant, { aadObjectId, name }, reader, world.newId());
      return silence;
    }
    case 'language':
      return personal
        ? changeLanguage(world, at, from, intent.language)
        : saying(noticeCard(language, at.type, said.onlyPersonal));
    case 'draw':
      return saying(
        intent.wanted === 'incomplete'
          ? notDrawnCard('incomplete', language)
          : await drawDuties(world, at.tenant, intent.wanted, reader),
      );
    case 'unknown':
      return (
        answerFile(world, written, reader) ??
        (personal ? await answerSentence(world, { from, at, text }, reader) : undefined) ??
        saying(notUnderstoodCard(language, at.type, files.length > 0 && text.trim() === ''))
      );
  }
}

/** A sentence that answers a duty comes back as its card, filled in. */
async function answerSentence(
  world: World,
  { from, at, text }: Pick<Written, 'from' | 'at' | 'text'>,
  reader: ReaderNow,
): Promise<Response | undefined> {
  const { aadObjectId, name } = from;
  const hearing = await hearAnswer(world, at.tenant, { aadObjectId, name }, text, reader);
  if (!hearing) return undefined;
  if (hearing.type === 'several') return saying(unclear(hearing, aadObjectId, reader));
  const { card, sent } = hearing;
  return { messages: [{ card, summary: card.fallbackText, sent }] };
}

/** Which duties a sentence may be about, where it does not say it or names one that is not there. */
function unclear(
  { items, unknown }: Extract<Hearing, { type: 'several' }>,
  viewer: PersonId,
  reader: ReaderNow,
): Card {
  const said = chatWords[reader.language];
  const told = unknown === undefined ? said.whichOne : said.noSuchDuty(plain(unknown));
  return myDutiesCard(items.slice(0, 5), undefined, viewer, reader, told);
}

const firstName = (name: string): string => name.split(' ')[0] ?? name;

async function changeLanguage(
  world: World,
  at: Place,
  from: Sender,
  language: Language,
): Promise<Response> {
  await chooseLanguage(world, at.tenant, seenPerson(from, at), language);
  return saying(noticeCard(language, at.type, chatWords[language].language));
}

async function makeItChannel(
  world: World,
  { from, at }: Pick<Written, 'from' | 'at'>,
  language: Language,
): Promise<Response> {
  const said = chatWords[language];
  if (at.type !== 'channel' || at.channelId === undefined) {
    return saying(noticeCard(language, at.type, said.onlyInChannel));
  }
  const { channelId, channelName, teamId, serviceUrl, tenantId } = at;
  const { moved } = await useChannel(world, at.tenant, {
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
