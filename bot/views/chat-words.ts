import type { InEachLanguage } from '../../cards/language.ts';

/** Where a word is offered; it is understood everywhere, and says where it belongs. */
export type WordPlace = 'personal' | 'channel';

/** Who gets more than a kind refusal. */
export type WordWho = 'everybody' | 'in-person' | 'it-team' | 'in-channel' | 'overseer';

interface Word {
  readonly name: string;
  readonly who: WordWho;
  readonly places: readonly WordPlace[];
  /** The first one of a language is offered on the help card and by the app package. */
  readonly words: InEachLanguage<readonly [string, ...string[]]>;
  /** What it does, for the help card; a language without it does not offer it. */
  readonly does: Partial<InEachLanguage<string>>;
}

/**
 * The words that a person writes to the bot, once: the parser, the help card and the app package read
 * this list. Both languages are always understood, as Teams sends a command in the client's language.
 */
export const chatWords = [
  {
    name: 'help',
    who: 'everybody',
    places: ['personal', 'channel'],
    words: {
      nl: ['hulp', 'wat kun je', 'wat kan je'],
      en: ['help', 'info', '?', 'what can you do'],
    },
    does: { nl: 'deze lijst', en: 'this list' },
  },
  {
    name: 'my-duties',
    who: 'in-person',
    places: ['personal'],
    words: { nl: ['mijn plichten', 'plichten', 'lijst'], en: ['my duties', 'duties', 'list'] },
    does: {
      nl: 'wat er voor jou openstaat, met de kaart erbij',
      en: 'what is open for you, with its card',
    },
  },
  {
    name: 'overview',
    who: 'overseer',
    places: ['personal', 'channel'],
    words: { nl: ['overzicht'], en: ['status', 'overview'] },
    does: {
      nl: 'wat er in de organisatie openstaat, te laat is of misgaat',
      en: 'what is open, late or wrong in the organisation',
    },
  },
  {
    name: 'language-nl',
    who: 'in-person',
    places: ['personal'],
    words: {
      nl: ['taal nl', 'taal nederlands', 'taal dutch'],
      en: ['language nl', 'language dutch', 'language nederlands'],
    },
    does: { en: 'continue in Dutch' },
  },
  {
    name: 'language-en',
    who: 'in-person',
    places: ['personal'],
    words: {
      nl: ['taal en', 'taal engels', 'taal english'],
      en: ['language en', 'language english', 'language engels'],
    },
    does: { nl: 'verder in het Engels' },
  },
  {
    name: 'send-data',
    who: 'in-person',
    places: ['personal'],
    words: {
      nl: [
        'gegevens sturen',
        'gegevens versturen',
        'ik moet gegevens sturen',
        'ik moet gegevens versturen',
        'ik wil gegevens sturen',
      ],
      en: ['send data', 'i have to send data', 'i need to send data'],
    },
    does: { nl: 'welke weg veilig is', en: 'which route is safe' },
  },
  {
    name: 'use-channel',
    who: 'in-channel',
    places: ['channel'],
    words: { nl: ['gebruik dit kanaal'], en: ['use this channel'] },
    does: {
      nl: 'hier verschijnen de plichten en hun stand',
      en: 'the duties and their state appear here',
    },
  },
  {
    name: 'new-duty',
    who: 'it-team',
    places: ['channel'],
    words: { nl: ['nieuwe plicht'], en: ['new duty'] },
    does: {
      nl: 'zelf een plicht openen voor een collega',
      en: 'open a duty for a colleague yourself',
    },
  },
  {
    name: 'roster',
    who: 'it-team',
    places: ['channel'],
    words: { nl: ['rooster'], en: ['roster'] },
    does: {
      nl: 'wie verantwoordelijk is voor welk systeem en welke plicht',
      en: 'who is responsible for which system and which duty',
    },
  },
  {
    name: 'plans',
    who: 'it-team',
    places: ['channel'],
    words: { nl: ['plannen'], en: ['plans'] },
    does: {
      nl: 'welke plichten vanzelf terugkomen',
      en: 'which duties repeat by themselves',
    },
  },
  {
    name: 'policy',
    who: 'it-team',
    places: ['channel'],
    words: { nl: ['huisregels', 'afspraken'], en: ['house rules'] },
    does: {
      nl: 'langs welke weg gegevens mogen, en wie helpt bij twijfel',
      en: 'which routes data may take, and who helps if you are not sure',
    },
  },
  {
    name: 'risks',
    who: 'overseer',
    places: ['personal', 'channel'],
    words: {
      nl: ['risicolijst', 'risico s', 'risicos', 'geaccepteerde risico s', 'geaccepteerde risicos'],
      en: ['accepted risks', 'risks', 'risk list'],
    },
    does: {
      nl: 'wie welk risico accepteerde, tot wanneer en waarom',
      en: 'who accepted which risk, until when and why',
    },
  },
  {
    name: 'greeting',
    who: 'everybody',
    places: [],
    words: {
      nl: ['hoi', 'hallo', 'dag', 'goedemorgen', 'goedemiddag', 'goedenavond'],
      en: ['hi', 'hello', 'hey', 'good morning', 'good afternoon', 'good evening'],
    },
    does: {},
  },
  {
    name: 'thanks',
    who: 'everybody',
    places: [],
    words: {
      nl: ['dank', 'bedankt', 'dank je', 'dank je wel', 'dankjewel'],
      en: ['thanks', 'thank you'],
    },
    does: {},
  },
] as const satisfies readonly Word[];

export type ChatWord = (typeof chatWords)[number];
export type ChatWordName = ChatWord['name'];

/** The words that are offered in a place, in the order in which the app package has them. */
export const wordsIn = (place: WordPlace): readonly ChatWord[] =>
  chatWords.filter(({ places }: Word) => places.includes(place));
