import { showDoneAsks } from './ask-texts.ts';

/** The words of `show-done`; held against its fields by `defineDuty`. */
export const showDoneTexts = {
  nl: {
    ...showDoneAsks.nl,
    name: 'Laten zien dat het is gedaan',
    ask: 'laat zien dat het is gedaan',
    why: 'Een antwoord liet iets over dat nog moet gebeuren. Het telt pas als iemand laat zien dat het is gedaan.',
    passage: 'Wat verwachten wij van onze klanten?',
    outcomes: { fulfilled: 'Gedaan', problem: 'Nog niet gedaan', unable: 'Niet te beoordelen' },
    facts: { items: 'Onderdelen', promised: 'Beloofd voor' },
    /** What a task is about, for the dossier; on the card its title says that. */
    abouts: {
      're-entry': 'Opnieuw invoeren na een herstel',
      arranged: 'Een verplichting inrichten',
      'sent-insecurely': 'Onveilig verstuurde gegevens afhandelen',
      'copy-deleted': 'Een verstuurde kopie wissen',
    },
    fields: {
      items: {
        label: 'Wat is gedaan?',
        short: 'Onderdelen',
        placeholder: 'Kies',
        values: { done: 'Gedaan', open: 'Nog niet' },
      },
      doneOn: { label: 'Wanneer was het klaar?', short: 'Klaar op' },
      deletedThere: {
        label: 'Is het bij de ontvanger gewist?',
        short: 'Gewist bij de ontvanger',
        placeholder: 'Kies',
        values: { yes: 'Ja', no: 'Nee' },
      },
      breach: {
        label: 'Is het een datalek?',
        short: 'Datalek',
        placeholder: 'Kies',
        values: { no: 'Nee', yes: 'Ja' },
      },
      reported: {
        label: 'Zo ja: is het gemeld?',
        short: 'Gemeld',
        placeholder: 'Kies',
        values: { yes: 'Ja', no: 'Nee' },
      },
      outcome: {
        label: 'Is het gedaan?',
        short: 'Antwoord',
        values: {
          done: 'Gedaan',
          'not-done': 'Nog niet gedaan',
          'cannot-judge': 'Ik kan dit niet beoordelen',
        },
      },
      owner: { label: 'Wie doet het?', short: 'Wie', placeholder: 'Naam van een collega' },
      planned: { label: 'Wanneer is het klaar?', short: 'Gepland' },
      note: {
        label: 'Waaraan is het te zien, of waarom hoeft het niet?',
        short: 'Opmerking',
        placeholder: 'Bijvoorbeeld: 12 facturen ingevoerd, het totaal klopt',
      },
    },
    problems: {
      allItems: 'Vink alles aan wat is gedaan. Ontbreekt er nog iets, kies dan ‘Nog niet gedaan’.',
      doneOn: 'Vul in wanneer het klaar was.',
      stillToCome: 'Deze dag moet nog komen. Vul in wanneer het klaar was.',
      deletedThere:
        'Zolang het niet bij de ontvanger is gewist, is het niet klaar. Kies dan ‘Nog niet gedaan’.',
      breach: 'Geef aan of het een datalek is.',
      reported: 'Een datalek meld je binnen 72 uur. Zolang dat niet is gedaan, is het niet klaar.',
      how: 'Schrijf kort waaraan het te zien is, of waarom het niet hoeft.',
      owner: 'Vul in wie het doet.',
      planned: 'Vul in wanneer het klaar is.',
      past: 'Deze dag is al voorbij. Kies een dag vanaf vandaag.',
      whyNot: 'Schrijf kort wat er nog nodig is.',
      whoCan: 'Schrijf kort waarom je het niet kunt beoordelen, en wie het wel kan.',
    },
  },
  en: {
    ...showDoneAsks.en,
    name: 'Show that it is done',
    ask: 'show that it is done',
    why: 'An answer left something that still had to be done. It counts once somebody shows that it was done.',
    passage: 'What do we expect of our customers?',
    outcomes: { fulfilled: 'Done', problem: 'Not done yet', unable: 'Could not be judged' },
    facts: { items: 'Items', promised: 'Promised for' },
    abouts: {
      're-entry': 'Entering again after a restore',
      arranged: 'Arranging an obligation',
      'sent-insecurely': 'Dealing with data that was sent insecurely',
      'copy-deleted': 'Deleting a copy that was sent',
    },
    fields: {
      items: {
        label: 'What is done?',
        short: 'Items',
        placeholder: 'Choose',
        values: { done: 'Done', open: 'Not yet' },
      },
      doneOn: { label: 'When was it finished?', short: 'Finished on' },
      deletedThere: {
        label: 'Was it deleted at the recipient?',
        short: 'Deleted at the recipient',
        placeholder: 'Choose',
        values: { yes: 'Yes', no: 'No' },
      },
      breach: {
        label: 'Is it a data breach?',
        short: 'Data breach',
        placeholder: 'Choose',
        values: { no: 'No', yes: 'Yes' },
      },
      reported: {
        label: 'If so: was it reported?',
        short: 'Reported',
        placeholder: 'Choose',
        values: { yes: 'Yes', no: 'No' },
      },
      outcome: {
        label: 'Is it done?',
        short: 'Answer',
        values: {
          done: 'Done',
          'not-done': 'Not done yet',
          'cannot-judge': 'I cannot judge this',
        },
      },
      owner: { label: 'Who will do it?', short: 'Who', placeholder: 'Name of a colleague' },
      planned: { label: 'When will it be done?', short: 'Planned' },
      note: {
        label: 'What shows it, or why is it not needed?',
        short: 'Remark',
        placeholder: 'For example: 12 invoices entered, the total is right',
      },
    },
    problems: {
      allItems: 'Tick everything that is done. If something is missing, choose “Not done yet”.',
      doneOn: 'Fill in when it was finished.',
      stillToCome: 'This day is still to come. Fill in when it was finished.',
      deletedThere:
        'As long as it is not deleted at the recipient, it is not done. Then choose “Not done yet”.',
      breach: 'Say whether it is a data breach.',
      reported:
        'A data breach has to be reported within 72 hours. Until it has been reported, this is not done.',
      how: 'Describe briefly what shows it, or why it is not needed.',
      owner: 'Fill in who will do it.',
      planned: 'Fill in when it will be done.',
      past: 'This day has passed. Choose today or a later day.',
      whyNot: 'Describe briefly what is still needed.',
      whoCan: 'Describe briefly why you cannot judge it, and who can.',
    },
  },
} as const;
