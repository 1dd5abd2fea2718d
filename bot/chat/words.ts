import { helpFor } from '../casework/it-team/overseers.ts';
import type { Card } from '../../cards/card.ts';
import { plain } from '../../cards/plain-text.ts';
import type { Asked } from '../casework/clicks.ts';
import { answerSentence } from './sentence.ts';
import { claimChannel } from '../features/channel/claim.ts';
import { answerFile } from '../features/files/answers.ts';
import { orderDossier } from '../features/evidence/dossier/order/order.ts';
import { newDuty } from '../features/new-duty/new-duty.ts';
import { sendData } from '../features/new-duty/send-data.ts';
import { opensFor } from '../features/overview/asked.ts';
import { overview } from '../features/overview/lists.ts';
import { risksFrom } from '../features/overview/risks/risks.ts';
import { myDuties } from '../features/people/my-duties.ts';
import { chooseLanguage } from '../features/people/people.ts';
import { showPlans } from '../features/plans/plans.ts';
import { showPolicy } from '../features/policy/policy.ts';
import { showRoster } from '../features/roster/roster.ts';
import { notDrawnCard } from '../features/samples/card.ts';
import { drawDuties } from '../features/samples/draw-duties.ts';
import type { SharedCard } from '../duty/of-tenant/chat-effects.ts';
import type { Incoming, Response } from '../ports/incoming.ts';
import { silence } from '../ports/incoming.ts';
import type { Services } from '../ports/services.ts';
import { noticeCard } from '../views/chat-cards.ts';
import { helpCard, notUnderstoodCard } from '../views/contact/help-card.ts';
import { chatTexts } from '../views/chat-texts.ts';
import type { ChatWordName, WordWho } from '../views/chat-words.ts';
import { chatWords } from '../views/chat-words.ts';
import type { ReaderNow } from '../views/reader.ts';
import { askedBy, refusal, refusedHere } from './gate.ts';
import { messageKey } from './message-key.ts';
import { saying } from './saying.ts';
import { seenPerson } from './seen-person.ts';
import { tooManyWords, tooMuch } from './writes.ts';
import { understand } from './understand.ts';

type Written = Extract<Incoming, { type: 'message' }>;

interface AskedInWords extends Asked {
  readonly written: Written;
}

/** Answers what was written: a word that the bot knows, a sentence about a duty, or a file. */
export async function answerWords(
  services: Services,
  written: Written,
  reader: ReaderNow,
): Promise<Response> {
  const { from, at, text, files } = written;
  const asked = await askedBy(services, { from, at, data: {} }, reader);
  const intent = understand(text);
  switch (intent.type) {
    case 'word': {
      const refused = await refusedHere(whoMay[intent.name], asked);
      if (refused) return saidInstead(refusal(asked, refused));
      const much = tooManyWords(intent.name, asked);
      return much === undefined ? answers[intent.name]({ ...asked, written }) : told(asked, much);
    }
    case 'draw': {
      const refused = await refusedHere('overseer', asked);
      if (refused) return saidInstead(refusal(asked, refused));
      const much = tooMuch(asked);
      if (much !== undefined) return told(asked, much);
      return saying(
        intent.wanted === 'incomplete'
          ? notDrawnCard('incomplete', reader.language)
          : await drawDuties(
              services,
              { tenant: at.tenant, wanted: intent.wanted, by: asked.person },
              reader,
            ),
      );
    }
    case 'dossier': {
      const refused = await refusedHere('overseer', asked);
      if (refused) return saidInstead(refusal(asked, refused));
      const much = tooMuch(asked);
      return much === undefined ? orderDossier(asked, intent.wanted) : told(asked, much);
    }
    case 'unknown': {
      const reads = at.type === 'personal' && (text.trim() !== '' || files.length > 0);
      const much = reads ? tooMuch(asked) : undefined;
      if (much !== undefined) return told(asked, much);
      return (
        answerFile(services, written, reader) ??
        (at.type === 'personal' && text.trim() !== ''
          ? await answerSentence(services, { ...written, seen: seenPerson(from, at) }, reader)
          : undefined) ??
        saying(
          notUnderstoodCard(reader.language, {
            ...(await helpFor(asked)),
            where: at.type,
            came: text.trim() === '' ? cameWith(files) : undefined,
          }),
        )
      );
    }
  }
}

/** Said by itself, with the ways on that there are. */
const told = ({ at, reader: { language } }: Asked, what: string): Response =>
  saying(noticeCard(language, at.type, what));

/** A message has no card to take the place of. */
const saidInstead = ({ inPlace }: Response): Response => (inPlace ? saying(inPlace) : silence);

const whoMay = Object.fromEntries(chatWords.map(({ name, who }) => [name, who])) as Readonly<
  Record<ChatWordName, WordWho>
>;

/** What each word leads to: one that is forgotten does not compile. */
const answers: Readonly<Record<ChatWordName, (asked: AskedInWords) => Promise<Response>>> = {
  help: async (asked) => {
    const { reader, at } = asked;
    return saying(helpCard(reader.language, at.type, await helpFor(asked)));
  },
  greeting: async ({ reader: { language }, at, from }) => {
    const told = chatTexts[language].greeting(plain(firstName(from.name)));
    return saying(noticeCard(language, at.type, told));
  },
  thanks: async ({ reader: { language }, at }) =>
    saying(noticeCard(language, at.type, chatTexts[language].thanks)),
  'my-duties': async ({ services, at, person, reader }) =>
    saying(await myDuties({ services, tenant: at.tenant, person: person.aadObjectId, reader })),
  overview: async (asked) => {
    const { services, at, reader } = asked;
    const about = { services, tenant: at.tenant, reader, opens: opensFor(asked) };
    return shared(asked, 'overview', await overview(about));
  },
  risks: async ({ services, at, reader, actor }) => {
    const about = { services, tenant: at.tenant, reader, opens: opensFor({ actor }) };
    return saying(await risksFrom(about, 0));
  },
  'language-nl': (asked) => changeLanguage(asked, 'nl'),
  'language-en': (asked) => changeLanguage(asked, 'en'),
  'send-data': ({ services, at, person, reader, written }) =>
    sendData(services, { tenant: at.tenant, person, key: messageKey(services, written) }, reader),
  'use-channel': async (asked) => saying(await claimChannel(asked)),
  'new-duty': async (asked) => saying(await newDuty(asked)),
  roster: async (asked) => shared(asked, 'roster', await showRoster(asked)),
  plans: async (asked) => shared(asked, 'plans', await showPlans(asked)),
  policy: async (asked) => shared(asked, 'policy', await showPolicy(asked)),
};

/** What everybody in the IT channel reads is kept up to date there. */
const shared = ({ actor }: Asked, card: SharedCard, shown: Card): Response => ({
  messages: [
    {
      card: shown,
      summary: shown.fallbackText,
      ...(actor.inItChannel ? { keeps: { type: 'shared', card } as const } : {}),
    },
  ],
});

/** What came where nothing was written. */
const cameWith = ([first]: Written['files']) =>
  first?.type === 'other' ? first.what : first?.type;

const firstName = (name: string): string => name.split(' ')[0] ?? name;

async function changeLanguage(
  { services, at, from }: Asked,
  language: 'nl' | 'en',
): Promise<Response> {
  await chooseLanguage(services, { tenant: at.tenant, seen: seenPerson(from, at) }, language);
  return saying(noticeCard(language, at.type, chatTexts[language].language));
}
