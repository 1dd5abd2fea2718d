import { readAgreementAsks } from './ask-texts.ts';
/** The words of `read-agreement`; held against its fields by `defineDuty`. */
export const readAgreementTexts = {
  nl: {
    ...readAgreementAsks.nl,
    name: 'Afspraken lezen',
    ask: 'lees de afspraken',
    why: 'De leverancier legt vast wie wat doet om gegevens te beschermen. Hij verwacht dat klanten die informatie lezen en begrijpen.',
    passage: 'Algemene informatie over informatiebeveiliging en contracten',
    outcomes: { fulfilled: 'Gelezen', problem: 'Onduidelijk', unable: 'Niet mijn rol' },
    reply: {
      please: 'Wil je laten weten hoe dit zit? Dan lezen wij het opnieuw.',
    },
    facts: {
      document: 'Document',
      version: 'Versie',
      site: 'Staat op',
      open: 'Document openen in de browser',
      noChanges: 'Lees het document en ga na wat het van ons vraagt.',
      earlier: 'Vorige keer',
      earlierAnswer: (version: string, said: string, day: string) =>
        `versie ${version}: ${said.toLowerCase()}, ${day}`,
      earlierNote: 'Opmerking toen',
      earlierReaction: 'Reactie leverancier toen',
    },
    follow: {
      arrange: 'Laat zien dat dit is ingericht',
      inform: 'Medewerkers informeren',
      tell: (obligation: string, document: string) =>
        `Volgens ‘${document}’ moeten medewerkers dit weten: ${obligation}.`,
      prove: (obligation: string, document: string) =>
        `Volgens ‘${document}’ moeten wij dit regelen: ${obligation}. Laat zien dat het is ingericht.`,
      alert: (document: string, question: string) =>
        `Er is een vraag over ‘${document}’: ‘${question}’. Stuur de vraag aan de leverancier.`,
    },
    fields: {
      readVersion: {
        label: 'Heb je precies deze versie gelezen?',
        short: 'Deze versie gelezen',
        placeholder: 'Kies',
        values: { same: 'Ja, deze versie', other: 'Nee, een andere' },
      },
      outcome: {
        label: 'Heb je precies deze versie gelezen, en is duidelijk wat er is afgesproken?',
        short: 'Antwoord',
        values: {
          understood: 'Gelezen en begrepen',
          remark: 'Begrepen, met een opmerking',
          unclear: 'Niet akkoord of onduidelijk',
          'not-my-role': 'Dit hoort niet bij mijn rol',
        },
      },
      listed: {
        label:
          'Wat vraagt dit van ons? Wat je laat regelen of vertellen, wordt een plicht voor jou',
        short: 'Vraagt van ons',
        placeholder: 'Kies',
        values: {
          arrange: 'Moet worden geregeld',
          inform: 'Medewerkers moeten het weten',
          arranged: 'Is al geregeld',
          'not-ours': 'Geldt niet voor ons',
        },
        together: {
          heading: 'Dit vraagt van ons',
          label:
            'Wat geldt voor deze punten? Wat nog moet worden geregeld, wordt een plicht voor jou',
          values: {
            arranged: 'Alles is al geregeld',
            arrange: 'Alles moet nog worden geregeld',
          },
          each: 'Dit verschilt per punt',
        },
      },
      obligations: {
        label: 'Wat moeten wij nog meer regelen? Elke regel wordt een plicht voor jou',
        short: 'Dit moeten wij doen',
        placeholder: 'Bijvoorbeeld: datalek binnen 24 uur melden',
      },
      note: {
        label: 'Wat wil je opmerken of vragen?',
        short: 'Opmerking',
        placeholder: 'Bijvoorbeeld: wie controleert de subverwerkers in artikel 7?',
      },
    },
    problems: {
      whichVersion: (version: string) => `Geef aan of je versie ${version} hebt gelezen.`,
      otherVersion: (version: string) =>
        `Je antwoord telt voor versie ${version}. Open het document en lees die versie.`,
      chooseEach: 'Kies wat geldt, voor elk punt.',
      ownTooMany: (most: string) => `Houd het bij ${most} regels. Zet de rest bij je opmerking.`,
      whichRemark: 'Schrijf je opmerking op.',
      whatIsUnclear: 'Schrijf wat onduidelijk is of waarmee je het niet eens bent.',
      whoseRole: 'Schrijf kort waarom, en wie dit wel hoort te lezen.',
    },
  },
  en: {
    ...readAgreementAsks.en,
    name: 'Read an agreement',
    ask: 'read the agreement',
    why: 'The vendor lays down who does what to protect data. It expects its customers to read and understand that information.',
    passage: 'General information about information security and contracts',
    outcomes: { fulfilled: 'Read', problem: 'Unclear', unable: 'Not my role' },
    reply: {
      please: 'Please let us know what this means. We will then read it again.',
    },
    facts: {
      document: 'Document',
      version: 'Version',
      site: 'Found at',
      open: 'Open document in the browser',
      noChanges: 'Read the document and see what it asks of us.',
      earlier: 'Last time',
      earlierAnswer: (version: string, said: string, day: string) =>
        `version ${version}: ${said.toLowerCase()}, ${day}`,
      earlierNote: 'Remark then',
      earlierReaction: 'Vendor’s reaction then',
    },
    follow: {
      arrange: 'Show that this is set up',
      inform: 'Inform staff',
      tell: (obligation: string, document: string) =>
        `“${document}” says that staff must know this: ${obligation}.`,
      prove: (obligation: string, document: string) =>
        `“${document}” says that we must arrange this: ${obligation}. Show that it is set up.`,
      alert: (document: string, question: string) =>
        `There is a question about “${document}”: “${question}”. Send the question to the vendor.`,
    },
    fields: {
      readVersion: {
        label: 'Did you read exactly this version?',
        short: 'Read this version',
        placeholder: 'Choose',
        values: { same: 'Yes, this version', other: 'No, another' },
      },
      outcome: {
        label: 'Have you read exactly this version, and is it clear what was agreed?',
        short: 'Answer',
        values: {
          understood: 'Read and understood',
          remark: 'Understood, with a remark',
          unclear: 'Not agreed or unclear',
          'not-my-role': 'This is not part of my role',
        },
      },
      listed: {
        label: 'What does it ask of us? What has to be arranged or told becomes a duty for you',
        short: 'Asks of us',
        placeholder: 'Choose',
        values: {
          arrange: 'Must be arranged',
          inform: 'Staff must know',
          arranged: 'Is arranged already',
          'not-ours': 'Does not apply to us',
        },
        together: {
          heading: 'What this asks of us',
          label: 'What applies to these points? What must still be arranged becomes a duty for you',
          values: {
            arranged: 'All of it is arranged already',
            arrange: 'All of it must still be arranged',
          },
          each: 'It differs from point to point',
        },
      },
      obligations: {
        label: 'What else do we need to arrange? Each line becomes a duty for you',
        short: 'What we must do',
        placeholder: 'For example: report a data breach within 24 hours',
      },
      note: {
        label: 'What would you like to say or ask?',
        short: 'Remark',
        placeholder: 'For example: who checks the sub-processors of article 7?',
      },
    },
    problems: {
      whichVersion: (version: string) => `Say whether you read version ${version}.`,
      otherVersion: (version: string) =>
        `Your answer counts for version ${version}. Open the document and read that version.`,
      chooseEach: 'Choose what applies, for each point.',
      ownTooMany: (most: string) => `Keep it to ${most} lines. Put the rest in your remark.`,
      whichRemark: 'Write down your remark.',
      whatIsUnclear: 'Write what is unclear or what you do not agree with.',
      whoseRole: 'Describe briefly why, and who should read it.',
    },
  },
  byHand: {
    nl: {
      document: {
        label: 'Welk document?',
        short: 'Document',
        placeholder: 'Bijvoorbeeld: verwerkersovereenkomst',
      },
      version: { label: 'Welke versie?', short: 'Versie', placeholder: 'Bijvoorbeeld: 2026-2' },
      url: { label: 'Waar staat het?', short: 'Adres', placeholder: 'https://' },
      changes: { label: 'Wat is er veranderd?', short: 'Veranderd' },
      obligations: { label: 'Wat vraagt het van ons? Eén per regel', short: 'Vraagt van ons' },
    },
    en: {
      document: {
        label: 'Which document?',
        short: 'Document',
        placeholder: 'For example: processing agreement',
      },
      version: { label: 'Which version?', short: 'Version', placeholder: 'For example: 2026-2' },
      url: { label: 'Where is it?', short: 'Address', placeholder: 'https://' },
      changes: { label: 'What has changed?', short: 'Changed' },
      obligations: { label: 'What does it ask of us? One per line', short: 'Asks of us' },
    },
  },
} as const;
