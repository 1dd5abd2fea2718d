const measured = {
  nl: { 'locations:tight': 'Waar is het krap?', 'locations:short': 'Waar is het onvoldoende?' },
  en: { 'locations:tight': 'Where is it tight?', 'locations:short': 'Where is it not enough?' },
} as const;

/** The steps after each answer, and the lists of ticks, in words. */
export const checkCapacityAsks = {
  nl: {
    asks: {
      enough: { title: 'Voldoende. Waar zag je dat aan?' },
      tight: {
        title: 'Krap. Wat meette je, en wat besluit je?',
        button: 'Krap (80% of meer)',
        labels: { ...measured.nl, note: 'Wat gaat er gebeuren?' },
      },
      'not-enough': {
        title: 'Onvoldoende. Wat meette je, en wat besluit je?',
        labels: { ...measured.nl, note: 'Wat gaat er gebeuren?' },
      },
      'no-measurement': {
        title: 'Er is geen meting',
        button: 'Geen meting',
        labels: { note: 'Waarom niet, en wanneer komt die er?' },
      },
    },
    labels: {
      'locations:enough': 'Waar is het voldoende, zonder meting?',
      'contractedAt+peakAt': 'Afgesproken snelheid en piek (95%) per lijn, in Mbit/s',
    },
  },
  en: {
    asks: {
      enough: { title: 'Enough. How could you tell?' },
      tight: {
        title: 'Tight. What did you measure, and what do you decide?',
        button: 'Tight (80% or more)',
        labels: { ...measured.en, note: 'What is going to happen?' },
      },
      'not-enough': {
        title: 'Not enough. What did you measure, and what do you decide?',
        labels: { ...measured.en, note: 'What is going to happen?' },
      },
      'no-measurement': {
        title: 'There is no measurement',
        button: 'No measurement',
        labels: { note: 'Why not, and when will there be one?' },
      },
    },
    labels: {
      'locations:enough': 'Where is it enough, without a measurement?',
      'contractedAt+peakAt': 'Contracted speed and peak (95%) of each line, in Mbit/s',
    },
  },
} as const;
