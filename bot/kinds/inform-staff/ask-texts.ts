/** The steps after each answer in words. */
export const informStaffAsks = {
  nl: {
    asks: {
      done: {
        title: 'Ja, ook wie nieuw is. Hoe?',
        button: 'Ja, ook wie nieuw is',
        labels: {
          population: 'Hoeveel mensen zijn het?',
          reached: 'Hoeveel daarvan bereikt? (leeg: iedereen)',
          note: 'Wie niet, en waarom? (mag leeg blijven)',
        },
      },
      partly: {
        title: 'Deels. Hoe gaat het verder?',
        button: 'Deels',
        labels: { note: 'Wat moet er nog gebeuren?' },
      },
      'not-done': {
        title: 'Nog niet. Hoe gaat het verder?',
        button: 'Nog niet',
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
        title: 'Yes, new people included. How?',
        button: 'Yes, new people included',
        labels: {
          population: 'How many people are there?',
          reached: 'How many of them did you reach? (empty: everybody)',
          note: 'Who was missed, and why? (optional)',
        },
      },
      partly: {
        title: 'Partly. What happens next?',
        button: 'Partly',
        labels: { note: 'What still has to be done?' },
      },
      'not-done': {
        title: 'Not yet. What happens next?',
        button: 'Not yet',
        labels: { owner: 'Who will do it?', note: 'What is going to happen?' },
      },
      'not-mine': {
        title: 'These are not your people',
        button: 'Not my people',
        labels: { note: 'Who can inform these people?' },
      },
    },
  },
} as const;
