/** The words of a restore that the IT team opens by hand. */
export const byHandTexts = {
  nl: {
    scope: {
      label: 'Wat is hersteld?',
      short: 'Omvang',
      placeholder: 'Bijvoorbeeld: de map Projecten 2025',
    },
    restorePoint: {
      label: 'Naar welk moment moest het terug?',
      short: 'Herstelpunt',
    },
    restoredTo: { label: 'Waar is het teruggezet?', short: 'Teruggezet in' },
    samples: {
      label: 'Welke steekproeven moeten worden bekeken? Eén per regel',
      short: 'Steekproeven',
    },
    population: {
      label: 'Of: hoeveel gegevens zijn er? De bot trekt er dan vijf',
      short: 'Aantal gegevens',
      placeholder: 'Aantal',
    },
    seed: { label: 'Met welk startgetal? (mag leeg blijven)', short: 'Startgetal' },
  },
  en: {
    scope: {
      label: 'What was restored?',
      short: 'Scope',
      placeholder: 'For example: the folder Projects 2025',
    },
    restorePoint: { label: 'Which moment should it go back to?', short: 'Restore point' },
    restoredTo: { label: 'Where was it put back?', short: 'Restored to' },
    samples: { label: 'Which samples should be looked at? One per line', short: 'Samples' },
    population: {
      label: 'Or: how many records are there? The bot then draws five',
      short: 'Number of records',
      placeholder: 'Number',
    },
    seed: { label: 'With which start number? (optional)', short: 'Start number' },
  },
} as const;
