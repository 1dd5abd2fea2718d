/** The steps after each answer in words. */
export const informStaffAsks = {
  nl: {
    asks: {
      done: {
        title: 'Gedaan. Hoe, en wie bereikte je?',
        labels: { note: 'Wie niet, en waarom? (mag leeg blijven)' },
      },
      partly: {
        title: 'Deels gedaan. Hoe gaat het verder?',
        labels: { note: 'Wat moet er nog gebeuren?' },
      },
      'not-done': {
        title: 'Nog niet gedaan. Hoe gaat het verder?',
        labels: { owner: 'Wie doet het?', note: 'Wat gaat er gebeuren?' },
      },
      'not-mine': {
        title: 'Dit zijn niet jouw mensen',
        button: 'Niet mijn mensen',
        labels: { note: 'Wie kan deze medewerkers wel informeren?' },
      },
    },
  },
  en: {
    asks: {
      done: {
        title: 'Done. How, and whom did you reach?',
        labels: { note: 'Who not, and why? (may stay empty)' },
      },
      partly: {
        title: 'Partly done. How does it go on?',
        labels: { note: 'What still has to be done?' },
      },
      'not-done': {
        title: 'Not done yet. How does it go on?',
        labels: { owner: 'Who does it?', note: 'What is going to happen?' },
      },
      'not-mine': {
        title: 'These are not your people',
        button: 'Not my people',
        labels: { note: 'Who can inform these people?' },
      },
    },
  },
} as const;
