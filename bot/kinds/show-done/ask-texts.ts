/** The steps after each answer in words. */
export const showDoneAsks = {
  nl: {
    asks: {
      done: { title: 'Gedaan. Waaraan is dat te zien?' },
      'not-done': {
        title: 'Nog niet gedaan. Hoe gaat het verder?',
        labels: { note: 'Wat is er nog nodig?' },
      },
      'cannot-judge': {
        title: 'Je kunt het niet beoordelen',
        button: 'Kan ik niet beoordelen',
        labels: { note: 'Waarom niet, en wie kan het wel?' },
      },
    },
    labels: { 'items:done': 'Wat is gedaan?' },
  },
  en: {
    asks: {
      done: { title: 'Done. How can you tell?' },
      'not-done': {
        title: 'Not done yet. What happens next?',
        labels: { note: 'What is still needed?' },
      },
      'cannot-judge': {
        title: 'You cannot judge it',
        button: 'I can’t judge this',
        labels: { note: 'Why not, and who can?' },
      },
    },
    labels: { 'items:done': 'What is done?' },
  },
} as const;
