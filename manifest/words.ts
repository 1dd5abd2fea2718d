/** The scopes in which the bot works, as the manifest names them. */
export const scopes = ['personal', 'team'] as const;

/** The languages of the package; English is what Teams falls back to for everybody else. */
export const languages = ['en', 'nl'] as const;

/** One command in both languages: Teams sends its title back as the text of a message. */
export type Command = Readonly<Record<(typeof languages)[number], string>>;

/** The chat words that the package offers; each has to be a word that the bot understands there. */
export const commands: Readonly<Record<(typeof scopes)[number], readonly Command[]>> = {
  personal: [
    { en: 'help', nl: 'hulp' },
    { en: 'my duties', nl: 'mijn plichten' },
    { en: 'status', nl: 'overzicht' },
    { en: 'language nl', nl: 'taal nl' },
    { en: 'language en', nl: 'taal en' },
    { en: 'send data', nl: 'gegevens sturen' },
  ],
  team: [
    { en: 'help', nl: 'hulp' },
    { en: 'status', nl: 'overzicht' },
    { en: 'use this channel', nl: 'gebruik dit kanaal' },
    { en: 'new duty', nl: 'nieuwe plicht' },
    { en: 'roster', nl: 'rooster' },
    { en: 'plans', nl: 'plannen' },
    { en: 'house rules', nl: 'afspraken' },
  ],
};
