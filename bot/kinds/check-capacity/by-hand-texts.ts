/** The words of the form with which one is opened by hand. */
export const checkCapacityByHand = {
  nl: {
    period: {
      label: 'Over welke periode?',
      short: 'Periode',
      placeholder: 'Bijvoorbeeld: Q4 2026',
    },
    locations: {
      label: 'Welke locaties? Eén per regel',
      short: 'Locaties',
      placeholder: 'Bijvoorbeeld: kantoor Utrecht',
    },
  },
  en: {
    period: {
      label: 'Which period is it about?',
      short: 'Period',
      placeholder: 'For example: Q4 2026',
    },
    locations: {
      label: 'Which locations? One per line',
      short: 'Locations',
      placeholder: 'For example: Utrecht office',
    },
  },
} as const;
