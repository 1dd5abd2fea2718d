/** The words of a restore that the IT team opens by hand. */
export const byHandTexts = {
  nl: {
    scope: {
      label: 'Wat is hersteld?',
      short: 'Omvang',
      placeholder: 'Bijvoorbeeld: de map Projecten 2025',
    },
    restorePoint: {
      label: 'Naar welk moment is gevraagd te herstellen?',
      short: 'Herstelpunt',
    },
    restoredTo: { label: 'Waar is het teruggezet?', short: 'Teruggezet in' },
    samples: {
      label: 'Welke steekproeven moeten worden bekeken? Eén per regel',
      short: 'Steekproeven',
    },
    population: {
      label: 'Of hoeveel gegevens zijn er? Dan trekt de bot er vijf',
      short: 'Aantal gegevens',
      placeholder: 'Aantal',
    },
    seed: { label: 'Met welke seed? Leeg mag', short: 'Seed' },
  },
  en: {
    scope: {
      label: 'What was restored?',
      short: 'Scope',
      placeholder: 'For example: the folder Projects 2025',
    },
    restorePoint: { label: 'To which moment was the restore asked?', short: 'Restore point' },
    restoredTo: { label: 'Where was it put back?', short: 'Restored to' },
    samples: { label: 'Which samples should be looked at? One a line', short: 'Samples' },
    population: {
      label: 'Or how many records are there? Then the bot draws five',
      short: 'Number of records',
      placeholder: 'Number',
    },
    seed: { label: 'With which seed? May stay empty', short: 'Seed' },
  },
} as const;
