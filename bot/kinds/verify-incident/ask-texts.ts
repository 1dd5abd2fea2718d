/** The steps after each answer, and the lists of ticks, in words. */
export const verifyIncidentAsks = {
  nl: {
    asks: {
      solved: {
        title: 'Opgelost. Wat zag je?',
        labels: { note: 'Wat zag je? (mag leeg blijven)' },
      },
      partly: {
        title: 'Deels opgelost. Wat is er nog niet in orde?',
        labels: { note: 'Wat is er nog niet in orde?' },
      },
      'not-solved': {
        title: 'Niet opgelost. Wat zag je?',
        labels: { note: 'Wat deed je, en wat zag je?' },
      },
      'comes-back': {
        title: 'Het komt steeds terug. Wanneer?',
        labels: { note: 'Wanneer kwam het terug, en wat zag je?' },
      },
      'cannot-judge': {
        title: 'Je kunt het niet beoordelen',
        button: 'Kan ik niet beoordelen',
        labels: { note: 'Waarom niet, en wie kan het wel?' },
      },
    },
    labels: {
      seen: 'Wat klopt er?',
      'seen:recurs': 'De fout doet zich niet meer voor',
      'seen:complete': 'De gegevens zijn juist en volledig',
      'seen:workaround': 'De tijdelijke oplossing is weg',
    },
  },
  en: {
    asks: {
      solved: {
        title: 'Solved. What did you see?',
        labels: { note: 'What did you see? (optional)' },
      },
      partly: {
        title: 'Partly solved. What is not right yet?',
        labels: { note: 'What is not right yet?' },
      },
      'not-solved': {
        title: 'Not solved. What did you see?',
        labels: { note: 'What did you do, and what did you see?' },
      },
      'comes-back': {
        title: 'It keeps coming back. When?',
        labels: { note: 'When did it come back, and what did you see?' },
      },
      'cannot-judge': {
        title: 'You cannot judge it',
        button: 'I can’t judge this',
        labels: { note: 'Why not, and who can?' },
      },
    },
    labels: {
      seen: 'What is right?',
      'seen:recurs': 'The fault no longer occurs',
      'seen:complete': 'The data is right and complete',
      'seen:workaround': 'The workaround is gone',
    },
  },
} as const;
