/** The steps after each answer in words. */
export const readAgreementAsks = {
  nl: {
    asks: {
      understood: { title: 'Gelezen en begrepen' },
      remark: {
        title: 'Begrepen. Wat wil je opmerken?',
        button: 'Met een opmerking',
        labels: { note: 'Je opmerking' },
      },
      unclear: {
        title: 'Niet akkoord of onduidelijk',
        labels: { note: 'Wat is onduidelijk, of waarmee ben je het niet eens?' },
      },
      'not-my-role': {
        title: 'Dit hoort niet bij jouw rol',
        button: 'Niet mijn rol',
        labels: { note: 'Waarom niet, en wie hoort dit wel te lezen?' },
      },
    },
  },
  en: {
    asks: {
      understood: { title: 'Read and understood' },
      remark: {
        title: 'Understood. What is your remark?',
        button: 'With a remark',
        labels: { note: 'Your remark' },
      },
      unclear: {
        title: 'Not agreed or unclear',
        labels: { note: 'What is unclear, or what do you disagree with?' },
      },
      'not-my-role': {
        title: 'This is not part of your role',
        button: 'Not my role',
        labels: { note: 'Why not, and who should read this?' },
      },
    },
  },
} as const;
