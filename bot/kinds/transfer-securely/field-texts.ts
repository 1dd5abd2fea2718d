import type { DataRoute } from './rules.ts';

/** The routes in words. */
export const routeTexts = {
  nl: {
    portal: 'Portaal',
    'secure-mail': 'Beveiligde mail',
    'encrypted-file': 'Versleuteld bestand',
    other: 'Anders',
  },
  en: {
    portal: 'Portal',
    'secure-mail': 'Secure mail',
    'encrypted-file': 'Encrypted file',
    other: 'Another way',
  },
} as const satisfies Record<string, Record<DataRoute, string>>;

/** The words of what the card asks. */
export const fieldTexts = {
  nl: {
    what: {
      label: 'Wat verstuur je? Alleen een omschrijving',
      short: 'Gegevens',
      placeholder: 'Bijvoorbeeld: export van de salarissen van oktober',
    },
    personalData: {
      label: 'Zijn het persoonsgegevens?',
      short: 'Persoonsgegevens',
      placeholder: 'Kies',
      values: { no: 'Nee', yes: 'Ja' },
    },
    approver: {
      label: 'Uitzondering: wie keurt die goed?',
      short: 'Wie keurt de uitzondering goed',
      placeholder: 'Naam van een collega',
    },
    alternative: {
      label: 'Uitzondering: hoe beperk je het risico dan?',
      short: 'In plaats daarvan',
      placeholder: 'Bijvoorbeeld: bestand versleuteld, ontvangst telefonisch bevestigd',
    },
    class: {
      label: 'Hoe gevoelig is het?',
      short: 'Gevoeligheid',
      placeholder: 'Kies',
      values: {
        public: 'Openbaar',
        internal: 'Intern',
        confidential: 'Vertrouwelijk',
        special: 'Bijzonder of medisch',
      },
    },
    route: {
      label: 'Langs welke weg?',
      short: 'Weg',
      placeholder: 'Kies',
      values: routeTexts.nl,
    },
    recipient: {
      label: 'Aan wie?',
      short: 'Aan',
      placeholder: 'Bijvoorbeeld: hulp@leverancier.nl',
    },
    keyApart: {
      label: 'Gaat de sleutel apart?',
      short: 'Sleutel langs andere weg',
      placeholder: 'Kies',
      values: { yes: 'Ja, bijvoorbeeld via sms', no: 'Nee', na: 'Er is geen sleutel' },
    },
    deleteOn: { label: 'Wanneer wordt de kopie gewist?', short: 'Kopie wissen' },
    agreement: {
      label: 'Is er een afspraak met de ontvanger? (mag leeg blijven)',
      short: 'Afspraak met ontvanger',
      placeholder: 'Kies',
      values: { yes: 'Ja, vastgelegd', no: 'Nee' },
    },
    received: {
      label: 'Is de ontvangst bevestigd? (mag leeg blijven)',
      short: 'Ontvangst bevestigd',
      placeholder: 'Kies',
      values: { yes: 'Ja', no: 'Nog niet' },
    },
    outcome: {
      label: 'Hoe verstuur je het?',
      short: 'Antwoord',
      values: {
        secure: 'Veilig, langs deze weg',
        doubt: 'Ik twijfel, help me',
        'already-sent': 'Al onveilig verstuurd',
      },
    },
    note: {
      label: 'Wat wil je erbij zeggen? Geen wachtwoord of sleutel',
      short: 'Opmerking',
      placeholder: 'Bijvoorbeeld: export van 240 medewerkers, eenmalig',
    },
  },
  en: {
    what: {
      label: 'What are you sending? A description only',
      short: 'Data',
      placeholder: 'For example: export of the October salaries',
    },
    personalData: {
      label: 'Is it personal data?',
      short: 'Personal data',
      placeholder: 'Choose',
      values: { no: 'No', yes: 'Yes' },
    },
    approver: {
      label: 'Exception: who approves it?',
      short: 'Who approves the exception',
      placeholder: 'Name of a colleague',
    },
    alternative: {
      label: 'Exception: how do you limit the risk then?',
      short: 'Instead',
      placeholder: 'For example: file encrypted, receipt confirmed by phone',
    },
    class: {
      label: 'How sensitive is it?',
      short: 'Sensitivity',
      placeholder: 'Choose',
      values: {
        public: 'Public',
        internal: 'Internal',
        confidential: 'Confidential',
        special: 'Special or medical',
      },
    },
    route: {
      label: 'By which route?',
      short: 'Route',
      placeholder: 'Choose',
      values: routeTexts.en,
    },
    recipient: {
      label: 'To whom?',
      short: 'To',
      placeholder: 'For example: help@vendor.example',
    },
    keyApart: {
      label: 'Does the key go separately?',
      short: 'Key by another channel',
      placeholder: 'Choose',
      values: { yes: 'Yes, by text message for instance', no: 'No', na: 'There is no key' },
    },
    deleteOn: { label: 'When will the copy be deleted?', short: 'Delete copy' },
    agreement: {
      label: 'Is there an agreement with the recipient? (optional)',
      short: 'Agreement with recipient',
      placeholder: 'Choose',
      values: { yes: 'Yes, on record', no: 'No' },
    },
    received: {
      label: 'Has receipt been confirmed? (optional)',
      short: 'Receipt confirmed',
      placeholder: 'Choose',
      values: { yes: 'Yes', no: 'Not yet' },
    },
    outcome: {
      label: 'How will you send it?',
      short: 'Answer',
      values: {
        secure: 'Securely, by this route',
        doubt: 'Not sure, help me',
        'already-sent': 'Already sent insecurely',
      },
    },
    note: {
      label: 'What would you like to add? No password or key',
      short: 'Remark',
      placeholder: 'For example: export of 240 employees, once',
    },
  },
} as const;

/** The words of what is filled in where somebody opens the duty by hand. */
export const byHandTexts = {
  nl: {
    data: {
      label: 'Welke gegevens gaan eruit? Alleen een omschrijving',
      short: 'Gegevens',
      placeholder: 'Bijvoorbeeld: salarismutaties van november',
    },
    recipient: { label: 'Aan wie?', short: 'Ontvanger' },
    personalData: {
      label: 'Zijn het persoonsgegevens?',
      short: 'Persoonsgegevens',
      placeholder: 'Kies',
      values: { no: 'Nee', yes: 'Ja' },
    },
  },
  en: {
    data: {
      label: 'What data is going out? A description only',
      short: 'Data',
      placeholder: 'For example: November’s salary changes',
    },
    recipient: { label: 'To whom?', short: 'Recipient' },
    personalData: {
      label: 'Is it personal data?',
      short: 'Personal data',
      placeholder: 'Choose',
      values: { no: 'No', yes: 'Yes' },
    },
  },
} as const;
