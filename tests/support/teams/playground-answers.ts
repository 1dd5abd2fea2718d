import { DateTime } from 'luxon';
import { samplePeople } from '../../../bot/demo/people.ts';
import { checkCapacityTexts } from '../../../bot/kinds/check-capacity/texts.ts';
import { confirmRestoreTexts } from '../../../bot/kinds/confirm-restore/texts.ts';
import type { OpenableKind } from '../../../bot/kinds/index.ts';
import { informStaffTexts } from '../../../bot/kinds/inform-staff/texts.ts';
import { readAgreementTexts } from '../../../bot/kinds/read-agreement/texts.ts';
import { reviewAccessTexts } from '../../../bot/kinds/review-access/texts.ts';
import { transferSecurelyTexts } from '../../../bot/kinds/transfer-securely/texts.ts';
import { verifyChangeTexts } from '../../../bot/kinds/verify-change/texts.ts';
import { verifyIncidentTexts } from '../../../bot/kinds/verify-incident/texts.ts';
import { turnTexts } from '../../../bot/views/duty/turn-texts.ts';
import { words } from '../../../bot/views/texts.ts';
import type { Language } from '../../../cards/language.ts';

/** One thing that is done on a card: what is ticked or chosen, what is typed, and the button that follows. */
export interface Step {
  readonly pick?: readonly (readonly [choice: string, question?: string])[];
  readonly choose?: readonly (readonly [question: string, choice: string])[];
  readonly fill?: readonly (readonly [question: string, text: string])[];
  readonly press: string;
}

interface Given {
  readonly steps: readonly Step[];
  /** What stands above the card once it is answered. */
  readonly becomes: string;
}

/** A duty as it is opened, and a plain yes and a plain no to it. */
export interface Answered {
  readonly details: object;
  readonly yes: Given;
  readonly no: Given;
}

const recently = DateTime.now();
const ago = (hours: number): string => recently.minus({ hours }).toFormat("yyyy-MM-dd'T'HH:mmZZ");
export const nextWeek = recently.plus({ days: 7 }).toFormat('yyyy-MM-dd');
const colleague = samplePeople.users[0].name;

/**
 * A yes and a no of each kind, with the labels that the product has in this language: what is pressed is named by its
 * key, so that both languages are pressed alike.
 */
export const answersIn = (language: Language): Readonly<Record<OpenableKind, Answered>> => ({
  'verify-change': verifyChange(language),
  'confirm-restore': confirmRestore(language),
  'review-access': reviewAccess(language),
  'verify-incident': verifyIncident(language),
  'read-agreement': readAgreement(language),
  'inform-staff': informStaff(language),
  'transfer-securely': transferSecurely(language),
  'check-capacity': checkCapacity(language),
});

function verifyChange(language: Language): Answered {
  const { fields, asks, outcomes } = verifyChangeTexts[language];
  const { works, broken } = fields.outcome.values;
  const wrong = asks.broken.labels['checks:wrong'];
  return {
    details: { summary: 'Nieuwe btw-codes', checks: ['Inloggen', 'Factuur'] },
    yes: { steps: [{ pick: [['Inloggen']], press: works }], becomes: outcomes.fulfilled },
    no: {
      steps: [
        { press: broken },
        {
          pick: [['Factuur', wrong]],
          fill: [[fields.note.label, 'btw staat op nul']],
          press: words[language].record,
        },
      ],
      becomes: broken,
    },
  };
}

function confirmRestore(language: Language): Answered {
  const { fields, asks, labels, outcomes } = confirmRestoreTexts[language];
  const { succeeded, failed } = fields.outcome.values;
  const { record } = words[language];
  const wrong = asks.failed.labels.note;
  return {
    details: { scope: 'Map Projecten', restorePoint: ago(48), samples: ['Project 25-0117'] },
    yes: {
      steps: [
        { press: succeeded },
        { pick: [['Project 25-0117', labels['samples:same']]], press: record },
      ],
      becomes: outcomes.fulfilled,
    },
    no: {
      steps: [
        { press: failed },
        { fill: [[wrong, 'opent niet, graag van gisteren']], press: record },
      ],
      becomes: failed,
    },
  };
}

function reviewAccess(language: Language): Answered {
  const { page, decisions, outcomes } = reviewAccessTexts[language];
  const accounts = ['jb', 'kv'].map((account) => ({
    account,
    name: `Mia ${account}`,
    role: 'Inkoper',
  }));
  return {
    details: { accounts },
    yes: {
      steps: [{ press: page.keepRest(2) }, { press: page.keepYes(2) }, { press: page.handIn }],
      becomes: outcomes.fulfilled,
    },
    no: {
      steps: [
        { press: page.begin },
        {
          choose: [
            [page.decision('Mia jb'), decisions.remove],
            [page.decision('Mia kv'), decisions.keep],
          ],
          press: page.saveNext,
        },
        { press: page.handIn },
      ],
      becomes: turnTexts[language].removing,
    },
  };
}

function verifyIncident(language: Language): Answered {
  const { fields, asks, outcomes } = verifyIncidentTexts[language];
  const { solved } = fields.outcome.values;
  const not = fields.outcome.values['not-solved'];
  const { record } = words[language];
  const did = asks['not-solved'].labels.note;
  return {
    details: { solution: 'Rechten hersteld', security: true },
    yes: {
      steps: [
        { press: solved },
        { pick: [[fields.cause.values.yes, fields.cause.label]], press: record },
      ],
      becomes: outcomes.fulfilled,
    },
    no: {
      steps: [{ press: not }, { fill: [[did, 'ik zie de loonstrook nog']], press: record }],
      becomes: not,
    },
  };
}

function readAgreement(language: Language): Answered {
  const { fields, asks, outcomes } = readAgreementTexts[language];
  const { understood, unclear } = fields.outcome.values;
  const { listed } = fields;
  const { record } = words[language];
  return {
    details: {
      document: 'Verwerkersovereenkomst',
      version: '2026-2',
      url: 'https://voorbeeld.nl/v',
      obligations: ['Datalek melden', 'Meldpunt vertellen'],
    },
    yes: {
      steps: [
        { press: understood },
        { pick: [[listed.together.values.arranged, listed.together.label]], press: record },
      ],
      becomes: outcomes.fulfilled,
    },
    no: {
      steps: [
        { press: unclear },
        { fill: [[asks.unclear.labels.note, 'wie meldt een datalek?']], press: record },
      ],
      becomes: unclear,
    },
  };
}

function informStaff(language: Language): Answered {
  const { fields, asks, outcomes } = informStaffTexts[language];
  const { record } = words[language];
  const not = asks['not-done'];
  return {
    details: { topic: 'De zeven vuistregels', people: 12 },
    yes: {
      steps: [
        { press: asks.done.button },
        { pick: [[fields.how.values.meeting, fields.how.label]], press: record },
      ],
      becomes: outcomes.fulfilled,
    },
    no: {
      steps: [
        { press: not.button },
        {
          choose: [[not.labels.owner, colleague]],
          fill: [
            [fields.planned.label, nextWeek],
            [not.labels.note, 'uitleg in het teamoverleg'],
          ],
          press: record,
        },
      ],
      becomes: turnTexts[language].underWay,
    },
  };
}

function transferSecurely(language: Language): Answered {
  const { fields, asks, outcomes } = transferSecurelyTexts[language];
  const { record } = words[language];
  const sent = asks['already-sent'];
  return {
    details: { data: 'Salarismutaties', recipient: 'Supportdesk', personalData: true },
    yes: {
      steps: [
        { press: asks.secure.button },
        { pick: [[fields.route.values.portal, fields.route.label]], press: record },
      ],
      becomes: outcomes.fulfilled,
    },
    no: {
      steps: [
        { press: sent.button },
        { fill: [[sent.labels.note, 'gisteren per gewone mail']], press: record },
      ],
      becomes: fields.outcome.values['already-sent'],
    },
  };
}

function checkCapacity(language: Language): Answered {
  const { fields, asks, outcomes } = checkCapacityTexts[language];
  const { record, next } = words[language];
  const { source, contracted } = fields;
  const measured = (peak: string): Omit<Step, 'press'> => ({
    pick: [[source.values.monitoring, source.label]],
    fill: [
      [contracted.label, '500'],
      [fields.peak.label, peak],
    ],
  });
  return {
    details: { period: 'dit najaar' },
    yes: {
      steps: [{ press: fields.outcome.values.enough }, { ...measured('200'), press: record }],
      becomes: outcomes.fulfilled,
    },
    no: {
      steps: [
        { press: fields.outcome.values['not-enough'] },
        { ...measured('600'), press: next },
        {
          choose: [[fields.owner.label, colleague]],
          fill: [
            [fields.planned.label, nextWeek],
            [asks['not-enough'].labels.note, 'de lijn wordt sneller'],
          ],
          press: record,
        },
      ],
      becomes: turnTexts[language].underWay,
    },
  };
}
