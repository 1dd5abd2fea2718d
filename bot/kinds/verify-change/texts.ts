import { verifyChangeAsks } from './ask-texts.ts';
/** The words of `verify-change`; held against its fields by `defineDuty`. */
export const verifyChangeTexts = {
  nl: {
    ...verifyChangeAsks.nl,
    name: 'Wijziging controleren',
    ask: 'controleer de wijziging',
    why: 'De leverancier vraagt zijn klanten wijzigingen in hun omgeving te controleren en te melden of alles nog werkt.',
    passage: 'Wijzigingen binnen de systemen',
    outcomes: { fulfilled: 'Gecontroleerd', problem: 'Werkt niet', unable: 'Niet getest' },
    reply: {
      expected: 'alles werkt na de wijziging zoals het hoort',
      please:
        'Wil je dit oplossen en laten weten wanneer het klaar is? Dan controleren wij opnieuw.',
    },
    // By a key that every language shares: an answer may be corrected in another one.
    usualChecks: {
      'signing-in': 'Inloggen',
      'what-changed': 'Wat er is gewijzigd',
      'daily-work': 'Je dagelijkse werk',
      interfaces: 'Koppelingen',
    },
    facts: { deployed: 'Doorgevoerd', impact: 'Gevolgen', requestedBy: 'Aangevraagd door' },
    impacts: { high: 'groot', normal: 'gewoon', low: 'klein' },
    alerts: {
      blocked:
        'De wijziging werkt niet en het werk ligt stil. Neem nu contact op met de leverancier.',
      highImpact:
        'Een wijziging met grote gevolgen werkt niet. Neem nu contact op met de leverancier.',
    },
    fields: {
      checks: {
        label: 'Wat heb je gecontroleerd?',
        short: 'Gecontroleerd',
        placeholder: 'Nog niet',
        values: { ok: 'Goed', wrong: 'Fout', na: 'Niet van toepassing' },
      },
      outcome: {
        label: 'Hoe werkt het na de wijziging?',
        short: 'Antwoord',
        values: {
          works: 'Werkt goed',
          remark: 'Werkt, met een opmerking',
          broken: 'Werkt niet',
          untested: 'Ik kon niet testen',
        },
      },
      blocking: {
        label: 'Ligt het werk hierdoor stil?',
        short: 'Werk ligt stil',
        placeholder: 'Kies',
        values: { no: 'Nee', yes: 'Ja' },
      },
      sample: {
        label: 'Waarmee heb je getest?',
        short: 'Getest met',
        placeholder: 'Bijvoorbeeld: factuur 20261187',
      },
      note: {
        label: 'Wat zag je?',
        short: 'Opmerking',
        placeholder: 'Bijvoorbeeld: op factuur 20261187 staat geen btw',
      },
    },
    problems: {
      nothingChecked: 'Vink ten minste één regel aan.',
      wrongLineButWorks:
        'Je gaf bij een regel ‘Fout’ aan. Kies ‘Met een opmerking’ of ‘Werkt niet’.',
      blockedButWorks: 'Ligt je werk stil, kies dan ‘Werkt niet’.',
      whatWasSeen: 'Schrijf kort wat je zag. Daarmee kan de leverancier verder.',
      whyNot: 'Schrijf kort waarom je niet kon testen.',
    },
  },
  en: {
    ...verifyChangeAsks.en,
    name: 'Verify a change',
    ask: 'verify the change',
    why: 'The vendor asks its customers to verify changes in their environment and to report whether everything still works.',
    passage: 'Changes within the systems',
    outcomes: { fulfilled: 'Verified', problem: 'Does not work', unable: 'Not tested' },
    reply: {
      expected: 'everything works as it should after the change',
      please: 'Please solve this and let us know when it is done. We will then verify it again.',
    },
    usualChecks: {
      'signing-in': 'Signing in',
      'what-changed': 'What was changed',
      'daily-work': 'Your daily work',
      interfaces: 'Interfaces',
    },
    facts: { deployed: 'Deployed', impact: 'Impact', requestedBy: 'Requested by' },
    impacts: { high: 'high', normal: 'normal', low: 'low' },
    alerts: {
      blocked: 'The change does not work and work has come to a halt. Contact the vendor now.',
      highImpact: 'A change with a high impact does not work. Contact the vendor now.',
    },
    fields: {
      checks: {
        label: 'What did you check?',
        short: 'Checked',
        placeholder: 'Not yet',
        values: { ok: 'OK', wrong: 'Wrong', na: 'Not applicable' },
      },
      outcome: {
        label: 'How does it work after the change?',
        short: 'Answer',
        values: {
          works: 'Works',
          remark: 'Works, with a remark',
          broken: 'Does not work',
          untested: 'I could not test',
        },
      },
      blocking: {
        label: 'Has this brought work to a halt?',
        short: 'Work halted',
        placeholder: 'Choose',
        values: { no: 'No', yes: 'Yes' },
      },
      sample: {
        label: 'What did you test with?',
        short: 'Tested with',
        placeholder: 'For example: invoice 20261187',
      },
      note: {
        label: 'What did you see?',
        short: 'Remark',
        placeholder: 'For example: invoice 20261187 shows no VAT',
      },
    },
    problems: {
      nothingChecked: 'Tick at least one line.',
      wrongLineButWorks: 'You marked a line as wrong. Choose “With a remark” or “Does not work”.',
      blockedButWorks: 'If your work has come to a halt, choose “Does not work”.',
      whatWasSeen: 'Describe briefly what you saw. The vendor needs that to continue.',
      whyNot: 'Describe briefly why you could not test.',
    },
  },
  byHand: {
    nl: {
      summary: {
        label: 'Wat is er gewijzigd?',
        short: 'Wijziging',
        placeholder: 'Bijvoorbeeld: de btw-codes van 2027 staan klaar',
      },
      environment: {
        label: 'In welke omgeving?',
        short: 'Omgeving',
        placeholder: 'Bijvoorbeeld: productie',
      },
      checks: {
        label: 'Wat moet worden gecontroleerd? Eén per regel',
        short: 'Controles',
        placeholder: 'Bijvoorbeeld: factuurrun',
      },
      impact: {
        label: 'Hoe groot zijn de gevolgen?',
        short: 'Gevolgen',
        placeholder: 'Kies',
        values: { high: 'Groot', normal: 'Gewoon', low: 'Klein' },
      },
      requestedBy: {
        label: 'Wie vroeg de wijziging aan?',
        short: 'Aangevraagd door',
        placeholder: 'Bijvoorbeeld: Mia Visser',
      },
    },
    en: {
      summary: {
        label: 'What was changed?',
        short: 'Change',
        placeholder: 'For example: the 2027 VAT codes are ready',
      },
      environment: {
        label: 'In which environment?',
        short: 'Environment',
        placeholder: 'For example: production',
      },
      checks: {
        label: 'What should be checked? One per line',
        short: 'Checks',
        placeholder: 'For example: invoice run',
      },
      impact: {
        label: 'How high is the impact?',
        short: 'Impact',
        placeholder: 'Choose',
        values: { high: 'High', normal: 'Normal', low: 'Low' },
      },
      requestedBy: {
        label: 'Who asked for the change?',
        short: 'Requested by',
        placeholder: 'For example: Mia Visser',
      },
    },
  },
} as const;
