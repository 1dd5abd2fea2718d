/** The steps after each answer, and the lists of ticks, in words. */
export const confirmRestoreAsks = {
  nl: {
    asks: {
      succeeded: { title: 'Gelukt. Waar zag je dat aan?' },
      loss: {
        title: 'Gelukt, met verlies. Wat ging er verloren?',
        labels: { note: 'Wat ontbreekt er? (mag leeg blijven)' },
      },
      failed: {
        title: 'Mislukt. Wat is er mis?',
        labels: { note: 'Wat is er mis, en naar welk moment moet het terug?' },
      },
      'cannot-judge': {
        title: 'Je kunt het niet beoordelen',
        button: 'Kan ik niet beoordelen',
        labels: { note: 'Waarom niet, en wie kan het wel?' },
      },
    },
    labels: {
      'samples:same': 'Hetzelfde als voorheen',
      'samples:different': 'Anders dan voorheen',
      'samples:missing': 'Ontbreekt',
      seen: 'En verder',
      'seen:opens': 'Het gaat open',
      'seen:works': 'Rechten en koppelingen werken',
      'seen:totals': 'De totalen sluiten aan',
      'seen:overwritten': 'Er is niets nieuwers overschreven',
      note: 'Wat viel je op? (mag leeg blijven)',
    },
  },
  en: {
    asks: {
      succeeded: { title: 'It succeeded. How could you tell?' },
      loss: {
        title: 'It succeeded, with loss. What was lost?',
        labels: { note: 'What is missing? (optional)' },
      },
      failed: {
        title: 'It failed. What is wrong?',
        labels: { note: 'What is wrong, and which moment should it go back to?' },
      },
      'cannot-judge': {
        title: 'You cannot judge it',
        button: 'I can’t judge this',
        labels: { note: 'Why not, and who can?' },
      },
    },
    labels: {
      'samples:same': 'The same as before',
      'samples:different': 'Different from before',
      'samples:missing': 'Missing',
      seen: 'And also',
      'seen:opens': 'It opens',
      'seen:works': 'Rights and interfaces work',
      'seen:totals': 'The totals reconcile',
      'seen:overwritten': 'Nothing newer was overwritten',
      note: 'What did you notice? (optional)',
    },
  },
} as const;
