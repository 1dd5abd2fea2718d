import { nilReturnAsks } from './ask-texts.ts';

/** The kinds that something that happens asks for: a quarter without one may be right, or forgotten. */
export const eventKinds = [
  'verify-change',
  'confirm-restore',
  'verify-incident',
  'read-agreement',
  'transfer-securely',
] as const;
/** More systems than this are asked about on another card. */
export const maxSystems = 25;
export type EventKind = (typeof eventKinds)[number];

/** The words of `nil-return`; held against its fields by `defineDuty`. */
export const nilReturnTexts = {
  nl: {
    ...nilReturnAsks.nl,
    name: 'Bevestigen dat er niets was',
    ask: 'bevestig dat er niets was',
    why: 'In dit kwartaal is hier niemand iets gevraagd. Dat kan kloppen, maar het kan ook vergeten zijn. Voor een auditor telt alleen wat iemand bevestigt.',
    passage: 'Wat verwachten wij van onze klanten?',
    outcomes: {
      fulfilled: 'Bevestigd',
      problem: 'Er was er een, nog niet nagekeken',
      unable: 'Niet bekend',
    },
    systems: 'Systemen',
    someSystems: (count: number) => `${String(count)} systemen`,
    question: (event: string, quarter: string, system = '') =>
      `In ${quarter} is er${system === '' ? '' : ` voor ${system}`} niemand gevraagd naar ${event}.`,
    title: (event: string, quarter: string) => `Echt geen ${event} in ${quarter}?`,
    system: 'Alle systemen',
    events: {
      'verify-change': 'een wijziging van een systeem',
      'confirm-restore': 'een herstel uit de back-up',
      'verify-incident': 'een opgelost incident',
      'read-agreement': 'een nieuwe of gewijzigde afspraak',
      'transfer-securely': 'het versturen van gegevens',
    },
    none: {
      'verify-change': 'wijziging van een systeem',
      'confirm-restore': 'herstel uit de back-up',
      'verify-incident': 'opgelost incident',
      'read-agreement': 'nieuwe of gewijzigde afspraak',
      'transfer-securely': 'verzending van gegevens',
    },
    fields: {
      outcome: {
        label: 'Was er echt niets?',
        short: 'Antwoord',
        values: {
          none: 'Er was niets',
          one: 'Er was er een, en niemand heeft die nagekeken',
          checked: 'Er was er een, en die is nagekeken',
          unknown: 'Dat weet ik niet',
        },
      },
      systems: {
        label: 'In welke systemen?',
        short: 'Systemen',
        values: {
          none: 'Er was niets',
          one: 'Er was er een, niet nagekeken',
          checked: 'Er was er een, nagekeken',
        },
      },
      what: {
        label: 'Als er wel een was: welke?',
        short: 'Welke',
        placeholder: 'Bijvoorbeeld: CHG-4711, btw-codes in juli',
      },
      note: {
        label: 'Hoe is die nagekeken, of wie weet het wel?',
        short: 'Opmerking',
        placeholder: 'Bijvoorbeeld: Mia Visser testte de factuurrun op 8 juli',
      },
    },
    problems: {
      whichSystems: 'Vink minstens een systeem aan.',
      which: 'Schrijf welke er was: een kenmerk of een korte omschrijving.',
      howChecked: 'Schrijf kort wie het heeft nagekeken, en hoe.',
      whoKnows: 'Schrijf kort wie het wel kan weten.',
      thenThereWas: 'Je noemt er een. Kies dan dat er wel een was, of maak dat veld leeg.',
    },
  },
  en: {
    ...nilReturnAsks.en,
    name: 'Confirm that nothing happened',
    ask: 'confirm that nothing happened',
    why: 'Nobody was asked anything of this kind in this quarter. That may be right, or it was forgotten. For an auditor, only what somebody confirms counts.',
    passage: 'What do we expect of our customers?',
    outcomes: {
      fulfilled: 'Confirmed',
      problem: 'There was one, not checked yet',
      unable: 'Not known',
    },
    systems: 'Systems',
    someSystems: (count: number) => `${String(count)} systems`,
    question: (event: string, quarter: string, system = '') =>
      `In ${quarter}${system === '' ? '' : `, for ${system},`} nobody was asked about ${event}.`,
    title: (event: string, quarter: string) => `Really no ${event} in ${quarter}?`,
    system: 'All systems',
    events: {
      'verify-change': 'a change to a system',
      'confirm-restore': 'a restore from the backup',
      'verify-incident': 'an incident that was solved',
      'read-agreement': 'a new or changed agreement',
      'transfer-securely': 'sending data',
    },
    none: {
      'verify-change': 'change to a system',
      'confirm-restore': 'restore from the backup',
      'verify-incident': 'solved incident',
      'read-agreement': 'new or changed agreement',
      'transfer-securely': 'data that was sent',
    },
    fields: {
      outcome: {
        label: 'Was there really nothing?',
        short: 'Answer',
        values: {
          none: 'There was nothing',
          one: 'There was one, and nobody checked it',
          checked: 'There was one, and it was checked',
          unknown: 'I do not know',
        },
      },
      systems: {
        label: 'In which systems?',
        short: 'Systems',
        values: {
          none: 'There was nothing',
          one: 'There was one, not checked',
          checked: 'There was one, checked',
        },
      },
      what: {
        label: 'If there was one: which?',
        short: 'Which',
        placeholder: 'For example: CHG-4711, VAT codes in July',
      },
      note: {
        label: 'How was it checked, or who would know?',
        short: 'Remark',
        placeholder: 'For example: Mia Visser tested the invoice run on 8 July',
      },
    },
    problems: {
      whichSystems: 'Tick at least one system.',
      which: 'Write which one: a reference or a short description.',
      howChecked: 'Describe briefly who checked it, and how.',
      whoKnows: 'Describe briefly who might know.',
      thenThereWas: 'You name one. Choose that there was one, or clear that field.',
    },
  },
} as const;
