import type { InEachLanguage } from '../../../cards/language.ts';

const nl = {
  title: 'Nieuwe plicht',
  intro: 'Open een plicht voor een collega. Die krijgt meteen een kaart.',
  whichKind: 'Wat moet er gebeuren?',
  next: 'Verder',
  open: 'Plicht openen',
  fillInMore: 'Meer invullen',
  opened: (name: string) =>
    `De plicht is geopend. ${name} krijgt de kaart; de stand staat in dit kanaal.`,
  openedForAll: (names: string) =>
    `De plicht is geopend. De kaart gaat naar ${names}; de stand staat in dit kanaal.`,
  fields: {
    system: 'Om welk systeem gaat het?',
    reference: 'Wat is het kenmerk?',
    title: 'Hoe heet de plicht?',
    assignee: 'Wie kan dit beoordelen?',
    others: 'Wie nog meer? (mag leeg blijven)',
    othersByName: 'Wie nog meer? Namen met een komma ertussen (mag leeg blijven)',
    rule: 'Wie van hen moet antwoorden?',
    dueOn: 'Uiterlijk wanneer?',
    choose: 'Kies',
    examples: {
      system: 'Bijvoorbeeld: Unit4 Financials',
      reference: 'Bijvoorbeeld: CHG-4711',
      title: 'Bijvoorbeeld: nieuwe btw-codes',
      names: 'Bijvoorbeeld: Anna de Vries, Bram Jansen',
    },
  },
  /** Whose answers settle a duty that is opened by hand, as it is chosen there. */
  rules: { any: 'Eén is genoeg', all: 'Iedereen', 'four-eyes': 'Twee verschillende mensen' },
  dayGone: 'Deze dag is al voorbij. Kies vandaag of een dag daarna.',
  twoPeople: 'Twee verschillende mensen kan alleen als je er ten minste twee noemt.',
  /** The form that was sent opened a duty with other words in it. */
  openedBefore:
    'Met dit formulier is al een plicht geopend; die is niet veranderd. Wil je deze erbij, open haar dan.',
};

const en: typeof nl = {
  title: 'New duty',
  intro: 'Open a duty for a colleague, who gets a card at once.',
  whichKind: 'What has to be done?',
  next: 'Next',
  open: 'Open duty',
  fillInMore: 'Fill in more',
  opened: (name) => `The duty is open. ${name} gets the card; its state is shown in this channel.`,
  openedForAll: (names) =>
    `The duty is open. The card goes to ${names}; its state is shown in this channel.`,
  fields: {
    system: 'Which system is it about?',
    reference: 'What is the reference?',
    title: 'What is the duty called?',
    assignee: 'Who can judge this?',
    others: 'Who else? (optional)',
    othersByName: 'Who else? Names with commas between them (optional)',
    rule: 'Which of them has to answer?',
    dueOn: 'By when?',
    choose: 'Choose',
    examples: {
      system: 'For example: Unit4 Financials',
      reference: 'For example: CHG-4711',
      title: 'For example: new VAT codes',
      names: 'For example: Anna de Vries, Bram Jansen',
    },
  },
  rules: { any: 'One is enough', all: 'Everybody', 'four-eyes': 'Two different people' },
  dayGone: 'This day has passed. Choose today or a later day.',
  twoPeople: 'Two different people is possible only when you name at least two.',
  openedBefore:
    'This form has opened a duty already, which is unchanged. Open this one if you want it as well.',
};

/** The words of a duty that is opened by hand. */
export const newDutyTexts: InEachLanguage<typeof nl> = { nl, en };
