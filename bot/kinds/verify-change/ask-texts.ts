/** The steps after each answer, and the lists of ticks, in words. */
export const verifyChangeAsks = {
  nl: {
    asks: {
      works: { title: 'Werkt goed' },
      remark: {
        title: 'Het werkt. Wat wil je opmerken?',
        button: 'Met een opmerking',
        labels: { 'checks:ok': 'Wat is goed?', note: 'Je opmerking' },
      },
      broken: {
        title: 'Het werkt niet. Wat zag je?',
        labels: { 'checks:wrong': 'Wat werkt niet?' },
      },
      untested: {
        title: 'Niet getest',
        labels: { note: 'Waarom kon je niet testen?' },
      },
    },
    labels: { 'checks:ok': 'Wat heb je gecontroleerd en is goed?' },
  },
  en: {
    asks: {
      works: { title: 'It works' },
      remark: {
        title: 'It works. What is your remark?',
        button: 'With a remark',
        labels: { 'checks:ok': 'What is OK?', note: 'Your remark' },
      },
      broken: {
        title: 'It does not work. What did you see?',
        labels: { 'checks:wrong': 'What does not work?' },
      },
      untested: {
        title: 'Not tested',
        labels: { note: 'Why could you not test?' },
      },
    },
    labels: { 'checks:ok': 'What did you check and find OK?' },
  },
} as const;
