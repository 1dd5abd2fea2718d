import { z } from 'zod';
import { foreignMoment } from '../../cards/dates.ts';
import { choice, line, lines, paragraph, required } from '../../cards/fields.ts';
import { defineDuty } from './define.ts';
import { distinctTexts, foreignText, foreignWhen } from './details.ts';
import { textLines } from './by-hand.ts';

const details = z.strictObject({
  summary: foreignText(2000),
  environment: foreignText(100).optional(),
  deployedAt: foreignWhen.optional(),
  checks: distinctTexts(12, 80).optional(),
});

// Where the vendor names no processes, these are worth a look after any change.
const usualChecks = {
  nl: ['Inloggen', 'Wat er is gewijzigd', 'Je dagelijkse werk', 'Koppelingen'],
  en: ['Signing in', 'What was changed', 'Your daily work', 'Interfaces'],
} as const;

export const verifyChange = defineDuty({
  kind: 'verify-change',
  occurs: 'by-event',
  control: 'A.8.32',
  details,
  fields: {
    checks: lines('ok', 'wrong', 'na'),
    outcome: choice('works', 'remark', 'broken', 'untested'),
    sample: line(300),
    note: paragraph(2000),
  },
  outcomes: { works: 'fulfilled', remark: 'fulfilled', broken: 'problem', untested: 'unable' },
  lines: ({ checks }, language) => ({ checks: checks?.length ? checks : usualChecks[language] }),
  check: ({ checks = [], outcome, note }) => {
    const checked = checks.some(({ value }) => value !== 'na');
    const wrong = checks.some(({ value }) => value === 'wrong');
    return [
      ...(outcome !== 'untested' && !checked
        ? [{ field: 'checks', problem: 'nothingChecked' } as const]
        : []),
      ...(outcome === 'works' && wrong
        ? [{ field: 'outcome', problem: 'wrongLineButWorks' } as const]
        : []),
      ...(outcome !== 'works' && note === undefined
        ? [{ field: 'note', problem: outcome === 'untested' ? 'whyNot' : 'whatWasSeen' } as const]
        : []),
    ];
  },
  introduction: ({ summary, environment, deployedAt }, { language, zone }) => ({
    ...(environment === undefined ? {} : { place: environment }),
    text: summary,
    facts:
      deployedAt === undefined
        ? []
        : [
            {
              title: language === 'nl' ? 'Doorgevoerd' : 'Deployed',
              value: foreignMoment(deployedAt, language, zone),
            },
          ],
  }),
  texts: {
    nl: {
      name: 'Wijziging controleren',
      ask: 'controleer de wijziging',
      why: 'De leverancier vraagt zijn klanten wijzigingen in hun omgeving te controleren en te melden of alles nog werkt.',
      passage: 'Wijzigingen binnen de systemen',
      outcomes: { fulfilled: 'Gecontroleerd', problem: 'Werkt niet', unable: 'Niet getest' },
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
        sample: {
          label: 'Waarmee heb je getest?',
          short: 'Getest met',
          placeholder: 'Bijvoorbeeld: factuur 20261187',
        },
        note: {
          label: 'Wat zag je?',
          short: 'Opmerking',
          placeholder: 'Bijvoorbeeld: btw 21 % stond goed, omschrijving nog oud',
        },
      },
      problems: {
        nothingChecked: 'Geef bij ten minste één regel aan of die goed of fout is.',
        wrongLineButWorks:
          'Je gaf bij een regel ‘Fout’ aan. Kies ‘Werkt, met een opmerking’ of ‘Werkt niet’.',
        whatWasSeen: 'Schrijf kort wat je zag. Daarmee kan de leverancier verder.',
        whyNot: 'Schrijf kort waarom je niet kon testen.',
      },
    },
    en: {
      name: 'Verify a change',
      ask: 'verify the change',
      why: 'The vendor asks its customers to verify changes in their environment and to report whether everything still works.',
      passage: 'Changes within the systems',
      outcomes: { fulfilled: 'Verified', problem: 'Does not work', unable: 'Not tested' },
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
        sample: {
          label: 'What did you test with?',
          short: 'Tested with',
          placeholder: 'For example: invoice 20261187',
        },
        note: {
          label: 'What did you see?',
          short: 'Remark',
          placeholder: 'For example: VAT of 21 % was right, description still the old one',
        },
      },
      problems: {
        nothingChecked: 'Say of at least one line whether it is OK or wrong.',
        wrongLineButWorks:
          'You marked a line as wrong. Choose “Works, with a remark” or “Does not work”.',
        whatWasSeen: 'Describe briefly what you saw. The vendor needs it to go on.',
        whyNot: 'Describe briefly why you could not test.',
      },
    },
  },
  heard: {
    as: ['wijziging', 'release', 'update', 'change'],
    values: {
      outcome: {
        works: [
          'werkt',
          'getest',
          'goed',
          'ok',
          'oke',
          'in orde',
          'klopt',
          'works',
          'tested',
          'fine',
        ],
        remark: ['opmerking', 'behalve', 'remark', 'except'],
        broken: [
          'werkt niet',
          'fout',
          'kapot',
          'stuk',
          'mis',
          'broken',
          'wrong',
          'fails',
          'error',
          'does not work',
        ],
        untested: ['niet getest', 'kon niet testen', 'not tested', 'could not test'],
      },
      checks: {
        ok: ['goed', 'ok', 'oke', 'werkt', 'klopt', 'in orde', 'works', 'fine'],
        wrong: ['fout', 'werkt niet', 'kapot', 'stuk', 'mis', 'wrong', 'broken', 'fails', 'error'],
      },
    },
  },
  byHand: {
    fields: {
      summary: required(paragraph(2000)),
      environment: line(100),
      checks: paragraph(1000),
    },
    words: {
      nl: {
        summary: { label: 'Wat is er gewijzigd?', short: 'Wijziging' },
        environment: { label: 'In welke omgeving?', short: 'Omgeving', placeholder: 'productie' },
        checks: { label: 'Wat moet worden gecontroleerd? Eén per regel', short: 'Controles' },
      },
      en: {
        summary: { label: 'What was changed?', short: 'Change' },
        environment: {
          label: 'In which environment?',
          short: 'Environment',
          placeholder: 'production',
        },
        checks: { label: 'What should be checked? One a line', short: 'Checks' },
      },
    },
    details: ({ checks, ...others }) => ({ ...others, ...textLines('checks', checks) }),
  },
});
