import { DateTime } from 'luxon';
import { rollUpCard } from '../../bot/features/channel/roll-up-card.ts';
import type { KindName } from '../../bot/kinds/index.ts';
import { toInstant } from '../../bot/duty/time/instant.ts';
import type { Language } from '../../cards/language.ts';
import { changeRoster } from '../../bot/casework/roster.ts';
import { entryStamp, every } from '../../bot/tenant/roster/roster.ts';
import type { WordPlace } from '../../bot/views/chat-words.ts';
import { chatWords } from '../../bot/views/chat-words.ts';
import type { TestApp } from '../support/app.ts';
import { asPlain } from '../support/cards/duty-cards.ts';
import type { Card } from '../support/cards/card-reader.ts';
import { actions, cardOf } from '../support/cards/card-reader.ts';
import { annaInTeams, bramInTeams, itChannel } from '../support/teams/cast.ts';
import type { Person } from '../support/teams/activities.ts';
import { personalConversation } from '../support/teams/activities.ts';
import type { Overrides } from '../support/duties/duties.ts';
import { anna, bram, defined, dutch, english, fixedNow, tenant } from '../support/duties/duties.ts';
import * as stage from '../support/stage.ts';
import { memoryBlobs } from '../support/store/memory-blobs.ts';
import { dropFiles } from '../support/store/storage.ts';
import type { Seen } from './more/walked.ts';
import { pressed, seen, walked } from './more/walked.ts';
import type { Page, Shot } from './shots.ts';

// Each word by its English one, which is understood in both languages; the language that is spoken already, and once.
const wordsOf = (place: WordPlace | undefined, language: Language): readonly string[] =>
  chatWords
    .filter(({ places }: { readonly places: readonly WordPlace[] }) =>
      place === undefined ? places.length === 0 : places.includes(place),
    )
    .filter(({ name }) => name !== (language === 'nl' ? 'language-en' : 'language-nl'))
    .filter(({ name }) => name !== 'use-channel')
    .map(({ words }) => words.en[0]);
const noWords = ['what about the weather', 'draw 5'];
/** Buttons that do something instead of showing it, or show a card of the page of a kind. */
const notPressed = ['answer', 'bring', 'help', 'overview', 'my-duties'];

// Each is due on a day of its own, so that lists have one order.
const waiting: readonly (readonly [KindName, Overrides])[] = [
  ['verify-change', { reference: 'CHG-4711', dueOn: '2026-12-03' }],
  [
    'confirm-restore',
    { reference: 'RST-0912', title: 'Herstel van map Projecten', dueOn: '2026-11-24' },
  ],
  [
    'review-access',
    { reference: 'REV-2026', title: 'Toegang tot Financials', dueOn: '2026-12-11' },
  ],
];

/** The cards of the chat and the channel, from a bot that runs: once in each language, word by word. */
export async function chatPage(): Promise<Page> {
  const shots = await walked(lookAround, { attachments: memoryBlobs(), fetchToken });
  return { name: 'chat', shots: [...shots, rollUp()] };
}

const fetchToken = () =>
  Promise.resolve({ token: 'of-the-bot', expiresOnTimestamp: Date.parse('2027-01-01') });

async function lookAround(app: TestApp, language: Language): Promise<readonly Seen[]> {
  const inChannel = { in: itChannel };
  const when = { locale: language === 'nl' ? 'nl-NL' : 'en-US' };
  for (const person of [annaInTeams, bramInTeams]) await stage.install(app, person, when);
  const welcome = cardsIn(app, personalConversation(annaInTeams)).map((card) =>
    seen('The bot is installed', annaInTeams.name, card),
  );
  const chosen = await stage.say(app, bramInTeams, 'use this channel', { ...inChannel, ...when });
  for (const [kind, overrides] of waiting) await stage.openDuty(app, kind, overrides);
  const found: Seen[] = [...(await sentPicture(app, when))];
  for (const word of [
    ...wordsOf('personal', language),
    ...wordsOf(undefined, language),
    ...noWords,
  ])
    found.push(...(await said(app, { person: annaInTeams, word, when })));
  for (const word of [...wordsOf('channel', language), 'what about the weather'])
    found.push(
      ...(await said(app, { person: bramInTeams, word, when: { ...inChannel, ...when } })),
    );
  return [
    ...welcome,
    ...chosen.map(({ activity }) => seen('“use this channel”', 'the IT channel', cardOf(activity))),
    ...found,
    ...(await reminded(app)),
    ...(await away(app, when)),
  ];
}

/** Says a word, and presses each kind of button on the answer once. */
async function said(
  app: TestApp,
  {
    person,
    word,
    when,
  }: {
    readonly person: Person;
    readonly word: string;
    readonly when: Parameters<typeof stage.say>[3];
  },
): Promise<readonly Seen[]> {
  const to = when?.in ? 'the IT channel' : person.name;
  const found: Seen[] = [];
  for (const message of await stage.say(app, person, word, when)) {
    const card = cardOf(message.activity);
    found.push(seen(`“${word}”`, to, card));
    for (const { verb, data, title } of buttonsOnce(card)) {
      const { card: next } = await stage.clickWith(app, {
        person,
        data,
        click: {
          verb,
          when: { replyToId: message.id, ...when },
        },
      });
      if (next) found.push(seen(`“${word}”, then the button “${title}”`, to, next));
    }
  }
  return found;
}

const buttonsOnce = (card: Card) =>
  actions(card)
    .filter(({ verb }) => verb !== '' && !notPressed.includes(verb))
    .filter((one, at, all) => all.findIndex((other) => isAlike(one, other)) === at);

type Pressed = ReturnType<typeof actions>[number];
/** Buttons of one verb that name different forms do different things. */
const isAlike = (one: Pressed, other: Pressed): boolean =>
  one.verb === other.verb && one.data['f'] === other.data['f'];

/** A picture of a phone, sent without a word, and what becomes of it. */
async function sentPicture(
  app: TestApp,
  when: Parameters<typeof stage.say>[3],
): Promise<readonly Seen[]> {
  const chat = personalConversation(annaInTeams);
  const picture = app.connector.picture(Buffer.from('ffd8ffe000104a464946', 'hex'));
  await dropFiles(app, { person: annaInTeams, files: [picture], when });
  await app.idle();
  const offer = defined(app.connector.messagesIn(chat).at(-1));
  const pressed = async (verb: string): Promise<Card> =>
    defined(
      (
        await stage.click(app, {
          person: annaInTeams,
          message: offer,
          click: { verb, when: when ?? {} },
        })
      ).card,
    );
  const sent = seen('A picture is sent', annaInTeams.name, cardOf(offer.activity));
  const kept = seen('A picture is sent and kept', annaInTeams.name, await pressed('keep'));
  await app.idle();
  return [sent, kept];
}

/** What comes by itself the morning after, when one duty is due. */
async function reminded(app: TestApp): Promise<readonly Seen[]> {
  const chat = personalConversation(annaInTeams);
  const before = app.connector.messagesIn(chat).length;
  for (const hour of [7, 8]) {
    app.clock.set(toInstant(DateTime.fromISO(`2026-11-24T0${String(hour)}:00:00Z`)));
    await app.pass(60);
  }
  const came = cardsIn(app, chat).slice(before);
  return came.map((card) => seen('The morning on which a duty is due', annaInTeams.name, card));
}

/** Somebody is away: hands over what is open, sees it on the own list, and comes back. */
async function away(app: TestApp, when: Parameters<typeof stage.say>[3]): Promise<readonly Seen[]> {
  const { name } = annaInTeams;
  const entry = { system: every, kind: every, responsible: anna, substitute: bram } as const;
  const change = { type: 'put', entry, stamp: entryStamp(undefined) } as const;
  await changeRoster(app.services(), { tenant, change, by: bram });
  const said = async (word: string): Promise<Card> =>
    cardOf(defined((await stage.say(app, annaInTeams, word, when)).at(-1)).activity);
  const noDay = await said('I am on holiday');
  const gone = await said('I am away until 14 December');
  const at = { person: annaInTeams, card: gone };
  return [
    seen('Somebody is away, and says no day', name, noDay),
    seen('Somebody is away', name, gone),
    seen('What is open is handed over', name, await pressed(app, at, { verb: 'away-hand-over' })),
    seen('Nothing is left to hand over', name, await pressed(app, at, { verb: 'away-hand-over' })),
    seen('“my duties” of somebody who is away', name, await said('my duties')),
    seen('Somebody is back', name, await pressed(app, at, { verb: 'away-end' })),
    seen('Somebody is back who was not away', name, await said('I am back')),
  ];
}

const cardsIn = (app: TestApp, conversation: string): readonly Card[] =>
  app.connector.messagesIn(conversation).map(({ activity }) => cardOf(activity));

const changes = {
  since: fixedNow,
  until: toInstant(DateTime.fromISO(fixedNow).plus({ minutes: 5 })),
  changes: 60,
  by: { fulfilled: 40, problem: 2, open: 17, withdrawn: 1 },
  unreached: 3,
};
const rollUp = (): Shot => ({
  event: 'Sixty duties change within five minutes',
  to: 'the IT channel',
  cards: { nl: asPlain(rollUpCard(changes, dutch)), en: asPlain(rollUpCard(changes, english)) },
});
