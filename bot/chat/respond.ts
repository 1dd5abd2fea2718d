import { languageIn } from '../../cards/action.ts';
import { withPictures } from './beside-words.ts';
import { saying } from './saying.ts';
import { seenPerson } from './seen-person.ts';
import { answerWords } from './words.ts';
import { tooMuch } from './writes.ts';
import { noticeCard } from '../views/chat-cards.ts';
import { helpCard } from '../views/contact/help-card.ts';
import { introductionCard, welcomeCard } from '../views/contact/first-contact.ts';
import type { ReaderNow } from '../views/reader.ts';
import { channelIn, teamInstalled } from '../features/channel/channel.ts';
import { strangerResponse } from './failed.ts';
import { channelChanged, teamUninstalled } from '../features/channel/lost.ts';
import type { Incoming, Place, Response, Sender } from '../ports/incoming.ts';
import { silence } from '../ports/incoming.ts';
import { installPerson } from '../features/people/people.ts';
import { uninstallPerson } from '../casework/people/people.ts';
import type { Services } from '../ports/services.ts';
import { channelReader, readerFor } from '../ports/services.ts';
import { respondToClick } from './clicks.ts';
import { answerConsent } from '../features/files/answers.ts';

/** Answers whatever came in from Teams: every input gets an answer that offers a way on. */
export async function respond(services: Services, incoming: Incoming): Promise<Response> {
  switch (incoming.type) {
    case 'nothing':
      return silence;
    case 'installed':
      return installed(services, incoming);
    case 'uninstalled':
      return uninstalled(services, incoming.at, incoming.from);
    case 'message':
      return answerMessage(services, incoming);
    case 'click': {
      const reader = await readerOf(services, incoming);
      return respondToClick(services, incoming, reader);
    }
    case 'file-consent':
      return consented(services, incoming);
    case 'stranger':
      return strangerResponse(services, incoming);
    case 'team-changed': {
      const begin = await channelChanged(services, incoming.at, incoming.change);
      return { ...silence, afterwards: begin };
    }
  }
}

type Click = Extract<Incoming, { type: 'click' }>;

/** A card that names its language is answered in it: that is what the person reads, and it saves a read. */
async function readerOf(services: Services, { at, from, data }: Click): Promise<ReaderNow> {
  if (at.type !== 'personal') return channelReader(services);
  const language = languageIn(data);
  if (language) return readerFor(services, { language });
  const known = await services.store.people.get(at.tenant, from.aadObjectId);
  return readerFor(services, known?.value ?? from);
}

type Consent = Extract<Incoming, { type: 'file-consent' }>;

/** A yes makes the file anew and sends it, a no writes as well: each counts against the budget of the person. */
async function consented(services: Services, consent: Consent): Promise<Response> {
  const { at, from } = consent;
  const known = await services.store.people.get(at.tenant, from.aadObjectId);
  const reader = readerFor(services, known?.value ?? from);
  const much = tooMuch({ services, at, person: from, reader });
  return much === undefined
    ? answerConsent(services, consent, reader)
    : saying(noticeCard(reader.language, at.type, much));
}

async function installed(
  services: Services,
  { at, from, upgrade }: Extract<Incoming, { type: 'installed' }>,
): Promise<Response> {
  if (at.type !== 'personal') {
    // One introduction where the bot was added, never a message to every member.
    const begin = await teamInstalled(services, at);
    const { language } = channelReader(services);
    // A group chat has no channel to use, and the IT team knows the bot.
    const channel = await channelIn(services, at);
    const isNew = at.type === 'channel' && !channel;
    // Teams tells of a team in its first channel: what works in the IT channel alone is offered there alone.
    const here = channel !== undefined && channel.channelId === at.channelId;
    const card = isNew
      ? introductionCard(language, nameOf(from))
      : helpCard(language, at.type, { overseer: here, inItChannel: here });
    return { ...saying(card), afterwards: begin };
  }
  if (!from) return silence;
  const { first, person, begin } = await installPerson(services, {
    tenant: at.tenant,
    seen: seenPerson(from, at),
    told: upgrade ? 'by-message' : 'by-install',
  });
  if (!first) return silence;
  const list = { list: 'person', person: from.aadObjectId } as const;
  const { items } = await services.store.indexes.page(at.tenant, { list, size: 1 });
  const { language } = readerFor(services, person);
  return { ...saying(welcomeCard(language, items[0]?.title)), afterwards: begin };
}

/** What somebody is called; an install without a name has the object id in its place. */
const nameOf = (from: Sender | undefined): string | undefined =>
  from && from.name !== from.aadObjectId ? from.name : undefined;

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
  if (at.type !== 'personal') {
    const reader = channelReader(services);
    const response = await answerWords(services, written, reader);
    return withPictures(services, { message: written, response }, reader);
  }
  const { person, begin } = await installPerson(services, {
    tenant: at.tenant,
    seen: seenPerson(from, at),
    told: 'by-message',
  });
  const reader = readerFor(services, person);
  const answer = await answerWords(services, written, reader);
  const afterwards = (): void => {
    begin();
    answer.afterwards?.();
  };
  const response = withPictures(services, { message: written, response: answer }, reader);
  return { ...response, afterwards };
}
