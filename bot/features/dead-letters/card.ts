import { buttons } from '../../views/buttons.ts';
import type { Card, Element } from '../../../cards/card.ts';
import { momentInWords } from '../../../cards/dates.ts';
import { actions, card, text } from '../../../cards/elements.ts';
import { plain, shorten } from '../../../cards/plain-text.ts';
import type { Effect, TenantEffect } from '../../duty/effects.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { causeInWords } from './causes.ts';
import { words } from '../../views/texts.ts';
import { plural } from '../../../cards/language.ts';

type What = (Effect | TenantEffect)['do'];

/** Something that the bot gave up. */
export interface GivenUp {
  readonly what: What;
  /** Which duty; undefined where it concerns none. */
  readonly title: string | undefined;
  /** The class of the last error. */
  readonly errorClass: string;
  readonly at: string;
}

interface DeadLetterTexts {
  readonly title: string;
  readonly told: string;
  readonly noDuty: string;
  readonly why: (cause: string, moment: string) => string;
  readonly more: (count: number) => string;
  readonly again: string;
  readonly retried: (count: number) => string;
  readonly empty: string;
  /** What people would miss, by name; everything else is another task. */
  readonly what: Readonly<Partial<Record<What, string>>>;
  readonly otherwise: string;
}

const nl = {
  title: 'De bot kon iets niet afmaken',
  told: 'Dit is vijf keer geprobeerd. De antwoorden en het bewijs zijn bewaard. Lukt het weer niet, geef dan het tijdstip door aan wie de bot beheert: wat er precies misging, staat in het logboek.',
  noDuty: 'Hoort niet bij één plicht',
  why: (cause: string, moment: string) => `${cause} Laatst geprobeerd: ${moment}.`,
  more: (count: number) => `En nog ${String(count)}.`,
  again: 'Opnieuw proberen',
  retried: (count: number) =>
    plural(count, {
      one: 'Eén taak wordt opnieuw geprobeerd. Lukt het niet, dan staat die hier weer.',
      other: `${String(count)} taken worden opnieuw geprobeerd. Wat niet lukt, staat hier weer.`,
    }),
  empty: 'De bot heeft alles afgemaakt.',
  otherwise: 'Andere taak',
  what: {
    list: 'Overzichten bijwerken',
    'post-card': 'Kaart sturen',
    'edit-cards': 'Kaarten bijwerken',
    'show-channel': 'Kaart in dit kanaal tonen',
    'roll-up': 'Veranderingen in dit kanaal samen tonen',
    escalate: 'Bevinding in dit kanaal melden',
    'say-finding': 'Bericht over een bevinding in dit kanaal plaatsen',
    'open-duty': 'Vervolgplicht openen',
    tell: 'Bericht over een antwoord sturen',
    alert: 'Melding sturen',
    'survey-page': 'Bericht of vraag aan collega’s sturen',
    'survey-card': 'Bericht of vraag aan een collega sturen',
    'show-all-in-channel': 'Alle open plichten in dit kanaal tonen',
    'bring-open': 'Open plichten na installatie sturen',
    'say-reply': 'Antwoord op een bericht sturen',
  },
};

const en: typeof nl = {
  title: 'The bot could not finish something',
  told: 'This was tried five times. The answers and the evidence are kept. If it fails again, tell whoever runs the bot the time: the log says exactly what went wrong.',
  noDuty: 'Belongs to no single duty',
  why: (cause, moment) => `${cause} Last tried: ${moment}.`,
  more: (count) => `And ${String(count)} more.`,
  again: 'Try again',
  retried: (count) =>
    plural(count, {
      one: 'One task is being tried again. If it fails, it returns here.',
      other: `${String(count)} tasks are being tried again. What fails returns here.`,
    }),
  empty: 'The bot has finished everything.',
  otherwise: 'Another task',
  what: {
    list: 'Update the lists',
    'post-card': 'Send a card',
    'edit-cards': 'Update cards',
    'show-channel': 'Show a card in this channel',
    'roll-up': 'Show changes in this channel together',
    escalate: 'Report a finding in this channel',
    'say-finding': 'Post the message about a finding in this channel',
    'open-duty': 'Open a follow-up duty',
    tell: 'Send word about an answer',
    alert: 'Send an alert',
    'survey-page': 'Send a message or question to colleagues',
    'survey-card': 'Send a message or question to a colleague',
    'show-all-in-channel': 'Show all open duties in this channel',
    'bring-open': 'Send open duties after an install',
    'say-reply': 'Send the reply to a message',
  },
};

const said = { nl, en };

/** The one card of the IT channel about what could not be carried out, with a button to try all again. */
export function deadLetterCard(given: readonly GivenUp[], more: number, reader: ReaderNow): Card {
  const { language } = reader;
  const texts = said[language];
  if (given.length === 0) return doneCard(texts.empty, reader);
  const first = given[0]?.title ?? texts.noDuty;
  return card(language, `${texts.title}: ${first}`, [
    text(texts.title, { weight: 'bolder', size: 'medium', style: 'heading' }),
    text(texts.told),
    ...given.map((one) => givenUpRow(one, texts, reader)),
    ...(more > 0 ? [text(texts.more(more))] : []),
    ...actions([
      buttons.deadLettersRetry.button(texts.again, {}, { inputs: 'none', primary: true }),
      buttons.overview.button(words[language].overview, {}, { inputs: 'none' }),
    ]),
  ]);
}

/** What the card says after somebody pressed the button. */
export function retriedCard(count: number, reader: ReaderNow): Card {
  const texts = said[reader.language];
  return doneCard(count === 0 ? texts.empty : texts.retried(count), reader);
}

function doneCard(told: string, { language }: ReaderNow): Card {
  return card(language, told, [
    text(told),
    ...actions([buttons.overview.button(words[language].overview, {}, { inputs: 'none' })]),
  ]);
}

function givenUpRow(
  one: GivenUp,
  texts: DeadLetterTexts,
  { language, zone, now }: ReaderNow,
): Element {
  const moment = momentInWords(one.at, { zone, thisYear: Number(now.slice(0, 4)) }, language);
  const title = plain(shorten(one.title ?? texts.noDuty, 150));
  return {
    type: 'Container',
    separator: true,
    items: [
      text(texts.what[one.what] ?? texts.otherwise, { weight: 'bolder', spacing: 'none' }),
      text(title, { spacing: 'none' }),
      text(plain(texts.why(causeInWords(one.errorClass, language), moment)), {
        isSubtle: true,
        size: 'small',
        spacing: 'none',
      }),
    ],
  };
}
