import type { Language } from '../../../cards/language.ts';
import type { AppOptions, TestApp } from '../../support/app.ts';
import { startApp } from '../../support/app.ts';
import type { Card } from '../../support/cards/card-reader.ts';
import { cardOf, fill } from '../../support/cards/card-reader.ts';
import type { Channel, Person } from '../../support/teams/activities.ts';
import { defined } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import type { Shot } from '../shots.ts';

/** A card that the running bot sent, and what was said or pressed for it. */
export interface Seen {
  readonly event: string;
  readonly to: string;
  readonly card: Card;
}

export const seen = (event: string, to: string, card: Card): Seen => ({ event, to, card });

/** Walks the running bot once in each language; both walks meet the same cards. */
export async function walked(
  walk: (app: TestApp, language: Language) => Promise<readonly Seen[]>,
  options: AppOptions = {},
): Promise<readonly Shot[]> {
  const once = async (language: Language): Promise<readonly Seen[]> => {
    const app = await startApp({ ...options, language });
    try {
      return await walk(app, language);
    } finally {
      await app.stop();
    }
  };
  const [nl, en] = [await once('nl'), await once('en')];
  if (nl.length !== en.length)
    throw new Error('The walk in English does not meet the same cards as the one in Dutch.');
  // Buttons are named in the language of the gallery's own words.
  return en.map(({ event, to, card }, at): Shot => {
    return { event, to, cards: { nl: defined(nl[at]).card, en: card } };
  });
}

/** The card with which the bot answers a word in a channel. */
export async function saidIn(
  app: TestApp,
  person: Person,
  { word, channel }: { readonly word: string; readonly channel: Channel },
): Promise<Card> {
  const [message] = await stage.say(app, person, word, { in: channel });
  return cardOf(defined(message).activity);
}

/** Presses a button by its verb, with what is typed beside it; gives the card in its place. */
export async function pressed(
  app: TestApp,
  { person, card, channel }: { readonly person: Person; readonly card: Card; channel?: Channel },
  { verb, having = {}, typed = {} }: { verb: string; having?: object; typed?: object },
): Promise<Card> {
  const has = Object.entries(having);
  const { data } = stage.buttonOf(card, verb, (all) => has.every(([key, is]) => all[key] === is));
  const when = channel ? { in: channel } : {};
  const click = { verb, when };
  const sent = { ...data, ...fill(card), ...typed };
  return defined((await stage.clickWith(app, { person, data: sent, click })).card);
}
