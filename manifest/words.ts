import { wordsIn } from '../bot/views/chat-words.ts';

/** The scopes in which the bot works, as the manifest names them. */
export const scopes = ['personal', 'team'] as const;

/** The languages of the package; English is what Teams falls back to for everybody else. */
export const languages = ['en', 'nl'] as const;

/** One command in both languages: Teams sends its title back as the text of a message. */
export type Command = Readonly<Record<(typeof languages)[number], string>>;

const offered = (place: 'personal' | 'channel'): readonly Command[] =>
  wordsIn(place).map(({ words }) => ({ en: words.en[0], nl: words.nl[0] }));

/** The chat words that the package offers: those of the bot, each where it belongs. */
export const commands: Readonly<Record<(typeof scopes)[number], readonly Command[]>> = {
  personal: offered('personal'),
  team: offered('channel'),
};
