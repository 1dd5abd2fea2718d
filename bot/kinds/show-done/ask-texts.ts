/** The steps after each answer in words. */
export const showDoneAsks = {
  nl: {
    asks: {
      done: { title: 'Gedaan. Waaraan is dat te zien?' },
      'not-done': {
        title: 'Nog niet gelukt. Hoe gaat het verder?',
        labels: { note: 'Wat is er nog nodig?' },
      },
      'cannot-judge': {
        title: 'Je kunt dit niet beoordelen',
        button: 'Kan ik niet zeggen',
        labels: { note: 'Wie weet het wel?' },
      },
    },
    labels: { 'items:done': 'Wat is gedaan?' },
  },
  en: {
    asks: {
      done: { title: 'Done. Where can that be seen?' },
      'not-done': {
        title: 'Not done yet. How does it go on?',
        labels: { note: 'What is still needed?' },
      },
      'cannot-judge': {
        title: 'You cannot judge this',
        button: 'I cannot say',
        labels: { note: 'Who does know?' },
      },
    },
    labels: { 'items:done': 'What is done?' },
  },
} as const;
