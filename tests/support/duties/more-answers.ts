import type { KindName } from '../../../bot/kinds/index.ts';
import type { Outcome } from '../../../bot/kinds/kind.ts';
import type { Submitted } from '../../../cards/read-fields.ts';

/** An answer as it comes in from a card, for the smallest details of its kind, and what it means. */
export interface GoodAnswer {
  readonly outcome: Outcome;
  readonly inputs: Submitted;
  /** It contradicts whatever else is filled in. */
  readonly alone?: true;
}

/** An answer that may not count, and the field that has to say why. */
export interface WrongAnswer {
  readonly because: string;
  readonly inputs: Submitted;
  readonly field: string;
}

export function wrong(because: string, inputs: Submitted, field: string): WrongAnswer {
  return { because, inputs, field };
}

type More = Exclude<KindName, 'verify-change' | 'confirm-restore' | 'review-access'>;

const solved = {
  recurs: 'no',
  cause: 'asked',
  'testedAt-day': '2026-11-23',
  'testedAt-time': '09:30',
};
const informed = {
  how: 'meeting',
  when: '2026-11-23',
  reached: '120',
  population: '120',
  joiners: 'none',
};
const plan = { owner: 'Mia Visser', planned: '2026-11-27', note: 'de avondploeg volgt' };
/** A choice for as many obligations as an agreement can list; what is not listed is not read. */
export const everyObligation = Object.fromEntries(
  Array.from({ length: 8 }, (_, at) => [`listed-${String(at)}`, 'arranged']),
);
const sent = { class: 'confidential', route: 'portal', recipient: 'supportdesk' };
const measured = {
  'contractedAt-0': '500',
  'peakAt-0': '399',
  source: 'monitoring',
  measuredOn: '2026-11-20',
};
/** Where nothing is measured it is judged by itself. */
const elsewhere = Object.fromEntries(
  Array.from({ length: 11 }, (_, at) => [`locations-${String(at + 1)}`, 'enough']),
);
/** A line for as many records as a restore can leave out. */
const allEntered = Object.fromEntries(
  Array.from({ length: 12 }, (_, at) => [`items-${String(at)}`, 'done']),
);
const decision = { owner: 'Mia Visser', planned: '2026-12-15', note: 'de lijn wordt sneller' };

export const moreGoodAnswers: Readonly<Record<More, Readonly<Record<string, GoodAnswer>>>> = {
  'verify-incident': {
    solved: { outcome: 'fulfilled', inputs: solved },
    partly: { outcome: 'problem', inputs: { note: 'mei klopt, juni niet' } },
    'not-solved': { outcome: 'problem', inputs: { note: 'de strook is nog leeg' } },
    'comes-back': {
      outcome: 'problem',
      inputs: { tickets: 'INC-3001 en INC-3044', note: 'sinds maandag weer' },
    },
    'cannot-judge': { outcome: 'unable', inputs: { note: 'ik zie geen salarissen' } },
  },
  'read-agreement': {
    understood: { outcome: 'fulfilled', inputs: { readVersion: 'same' } },
    remark: {
      outcome: 'fulfilled',
      inputs: { readVersion: 'same', note: 'artikel 7 is krap' },
    },
    unclear: { outcome: 'problem', inputs: { note: 'wie meldt een datalek' } },
    'not-my-role': { outcome: 'unable', inputs: { note: 'dit is voor de contracteigenaar' } },
  },
  'inform-staff': {
    done: { outcome: 'fulfilled', inputs: informed },
    partly: { outcome: 'problem', inputs: plan },
    'not-done': { outcome: 'problem', inputs: plan },
    'not-mine': { outcome: 'unable', inputs: { note: 'vraag het aan Bram' } },
  },
  'transfer-securely': {
    secure: { outcome: 'fulfilled', inputs: sent },
    doubt: { outcome: 'unable', inputs: { note: 'het past niet in de portal' } },
    'already-sent': { outcome: 'problem', inputs: { note: 'gisteren per gewone mail verstuurd' } },
  },
  'check-capacity': {
    enough: { outcome: 'fulfilled', inputs: { ...measured, ...elsewhere } },
    tight: { outcome: 'problem', inputs: { ...measured, ...decision, 'peakAt-0': '400' } },
    'not-enough': { outcome: 'problem', inputs: { ...measured, ...decision, 'peakAt-0': '500' } },
    'no-measurement': { outcome: 'unable', inputs: { note: 'de meter hangt er nog niet' } },
  },
  'show-done': {
    done: {
      outcome: 'fulfilled',
      inputs: {
        ...allEntered,
        doneOn: '2026-11-23',
        // Asked of what went out insecurely only.
        deletedThere: 'yes',
        breach: 'no',
        note: 'het totaal klopt',
      },
    },
    'not-done': { outcome: 'problem', inputs: plan },
    'cannot-judge': { outcome: 'unable', inputs: { note: 'Bram voerde het in' } },
  },
  'nil-return': {
    none: { outcome: 'fulfilled', inputs: {}, alone: true },
    one: { outcome: 'problem', inputs: { what: 'CHG-4698, btw-codes in juli' } },
    checked: { outcome: 'fulfilled', inputs: { what: 'CHG-4698', note: 'Mia testte op 8 juli' } },
    unknown: { outcome: 'unable', inputs: { note: 'Mia Visser weet het' } },
  },
};

const isShown = {
  ...allEntered,
  doneOn: '2026-11-23',
  note: 'het totaal klopt',
  outcome: 'done',
};
const isSolved = { ...solved, outcome: 'solved' };
const isDone = { ...informed, outcome: 'done' };
const isPartly = { ...plan, outcome: 'partly' };
const isSecure = { ...sent, outcome: 'secure' };
const isEnough = { ...measured, ...elsewhere, outcome: 'enough' };
const isTight = { ...measured, ...decision, 'peakAt-0': '400', outcome: 'tight' };

export const moreWrongAnswers: Readonly<Record<More, readonly WrongAnswer[]>> = {
  'verify-incident': [
    wrong('nobody tested it', { ...isSolved, 'testedAt-day': '', 'testedAt-time': '' }, 'testedAt'),
    wrong('the test is still to come', { ...isSolved, 'testedAt-time': '09:32' }, 'testedAt'),
    wrong('the fault still occurs', { ...isSolved, recurs: 'yes' }, 'recurs'),
    wrong('nobody says whether the fault occurs', { ...isSolved, recurs: '' }, 'recurs'),
    wrong('data is missing', { ...isSolved, complete: 'no' }, 'outcome'),
    wrong('the workaround is still needed', { ...isSolved, workaround: 'left' }, 'outcome'),
    wrong('the cause of a security incident is open', { ...isSolved, cause: 'no' }, 'cause'),
    wrong('nobody says whether the cause is clear', { ...isSolved, cause: '' }, 'cause'),
    wrong('nobody says what is left', { outcome: 'partly' }, 'note'),
    wrong('nobody says what is wrong', { outcome: 'not-solved' }, 'note'),
    wrong('the earlier tickets are missing', { outcome: 'comes-back', note: 'weer' }, 'tickets'),
    wrong('nobody says when it came back', { outcome: 'comes-back', tickets: 'INC-1' }, 'note'),
    wrong('nobody says why it cannot be judged', { outcome: 'cannot-judge' }, 'note'),
  ],
  'read-agreement': [
    wrong('the version is open', { outcome: 'understood' }, 'readVersion'),
    wrong(
      'another version was read',
      { outcome: 'understood', readVersion: 'other' },
      'readVersion',
    ),
    wrong(
      'a remark is on another version',
      { outcome: 'remark', readVersion: 'other', note: 'x' },
      'readVersion',
    ),
    wrong('the remark is missing', { outcome: 'remark', readVersion: 'same' }, 'note'),
    wrong('nobody says what is unclear', { outcome: 'unclear' }, 'note'),
    wrong('nobody says whose role it is', { outcome: 'not-my-role' }, 'note'),
  ],
  'inform-staff': [
    wrong('the way is missing', { ...isDone, how: '' }, 'how'),
    wrong('the day is missing', { ...isDone, when: '' }, 'when'),
    wrong('the day is tomorrow', { ...isDone, when: '2026-11-24' }, 'when'),
    wrong('it was more than a year ago', { ...isDone, when: '2025-11-22' }, 'when'),
    wrong('the whole number is missing', { ...isDone, population: '' }, 'population'),
    wrong('more were reached than there are', { ...isDone, reached: '121' }, 'reached'),
    wrong('nobody says whether joiners know', { ...isDone, joiners: '' }, 'joiners'),
    wrong('it is done but joiners do not know', { ...isDone, joiners: 'no' }, 'outcome'),
    wrong('it is done but nobody was reached', { ...isDone, reached: '0' }, 'outcome'),
    wrong('nobody says who was missed', { ...isDone, reached: '119' }, 'note'),
    wrong('the plan has no owner', { ...isPartly, owner: '' }, 'owner'),
    wrong('the plan has no date', { ...isPartly, planned: '' }, 'planned'),
    wrong('the plan is for yesterday', { ...isPartly, planned: '2026-11-22' }, 'planned'),
    wrong('nobody says what is left', { ...isPartly, note: '' }, 'note'),
    wrong(
      'nothing was done and no plan is told',
      { ...isPartly, outcome: 'not-done', note: '' },
      'note',
    ),
    wrong(
      'a plan reaches more than there are',
      { ...isPartly, reached: '9', population: '8' },
      'reached',
    ),
    wrong('nobody says whose people they are', { outcome: 'not-mine' }, 'note'),
  ],
  'transfer-securely': [
    wrong('the class is missing', { ...isSecure, class: '' }, 'class'),
    wrong('the route is missing', { ...isSecure, route: '' }, 'route'),
    wrong('the recipient is missing', { ...isSecure, recipient: '' }, 'recipient'),
    wrong('confidential data takes a route of its own', { ...isSecure, route: 'other' }, 'route'),
    wrong(
      'special data takes a route of its own',
      { ...isSecure, class: 'special', route: 'other' },
      'route',
    ),
    wrong('another route has no name', { ...isSecure, class: 'internal', route: 'other' }, 'note'),
    wrong(
      'the key goes with the file',
      { ...isSecure, route: 'encrypted-file', keyApart: 'no' },
      'keyApart',
    ),
    wrong('nobody says how the key goes', { ...isSecure, route: 'encrypted-file' }, 'keyApart'),
    wrong(
      'an encrypted file would have no key',
      { ...isSecure, route: 'encrypted-file', keyApart: 'na' },
      'keyApart',
    ),
    wrong('a password stands in the note', { ...isSecure, note: 'wachtwoord: Zomer2026!' }, 'note'),
    wrong(
      'a key stands with the recipient',
      { ...isSecure, recipient: 'Bram, pincode: 1234' },
      'recipient',
    ),
    wrong('a password stands in a doubt', { outcome: 'doubt', note: 'password=Hunter22' }, 'note'),
    wrong('nobody says what the doubt is', { outcome: 'doubt' }, 'note'),
    wrong('nobody says what was sent', { outcome: 'already-sent' }, 'note'),
  ],
  'check-capacity': [
    wrong(
      'the contracted speed is missing',
      { ...isEnough, 'contractedAt-0': '' },
      'contractedAt-0',
    ),
    wrong(
      'the contracted speed is nothing',
      { ...isEnough, 'contractedAt-0': '0' },
      'contractedAt-0',
    ),
    wrong('the peak is missing', { ...isEnough, 'peakAt-0': '' }, 'peakAt-0'),
    wrong(
      'no line has numbers',
      { ...isEnough, 'contractedAt-0': '', 'peakAt-0': '' },
      'contractedAt',
    ),
    wrong(
      'another line is nearly full',
      { ...isEnough, 'contractedAt-1': '100', 'peakAt-1': '95' },
      'outcome',
    ),
    wrong(
      'there were complaints and nobody says about what',
      { ...isEnough, complained: '3' },
      'note',
    ),
    wrong(
      'an older card says that there were complaints',
      { ...isEnough, complaints: 'yes' },
      'note',
    ),
    wrong('the numbers have no source', { ...isEnough, source: '' }, 'source'),
    wrong('the source is no measurement', { ...isEnough, source: 'none' }, 'source'),
    wrong('nobody says when it was measured', { ...isEnough, measuredOn: '' }, 'measuredOn'),
    wrong('it is measured tomorrow', { ...isEnough, measuredOn: '2026-11-24' }, 'measuredOn'),
    wrong(
      'it was measured before the period',
      { ...isEnough, measuredOn: '2026-09-30' },
      'measuredOn',
    ),
    wrong('80 % is called enough', { ...isEnough, 'peakAt-0': '400' }, 'outcome'),
    wrong('79 % is called tight', { ...isTight, 'peakAt-0': '399' }, 'outcome'),
    wrong('100 % is called tight', { ...isTight, 'peakAt-0': '500' }, 'outcome'),
    wrong(
      '99 % is called not enough',
      { ...isTight, 'peakAt-0': '499', outcome: 'not-enough' },
      'outcome',
    ),
    wrong(
      'it is enough but a location is tight',
      { ...isEnough, 'locations-1': 'tight' },
      'outcome',
    ),
    wrong('nobody takes it up', { ...isTight, owner: '' }, 'owner'),
    wrong('the action has no date', { ...isTight, planned: '' }, 'planned'),
    wrong('the action was due yesterday', { ...isTight, planned: '2026-11-22' }, 'planned'),
    wrong('nobody decides', { ...isTight, note: '' }, 'note'),
    wrong('nobody says why there is no measurement', { outcome: 'no-measurement' }, 'note'),
  ],
  'show-done': [
    wrong('one of the records is still missing', { ...isShown, 'items-1': 'open' }, 'items'),
    wrong('nobody says when', { ...isShown, doneOn: '' }, 'doneOn'),
    wrong('it is to be done tomorrow', { ...isShown, doneOn: '2026-11-24' }, 'doneOn'),
    wrong('nobody says where it can be seen', { ...isShown, note: '' }, 'note'),
    wrong('nobody does it', { ...plan, owner: '', outcome: 'not-done' }, 'owner'),
    wrong('it has no day', { ...plan, planned: '', outcome: 'not-done' }, 'planned'),
    wrong('the day has passed', { ...plan, planned: '2026-11-22', outcome: 'not-done' }, 'planned'),
    wrong('nobody says what is needed', { ...plan, note: '', outcome: 'not-done' }, 'note'),
    wrong('nobody says who knows', { outcome: 'cannot-judge' }, 'note'),
  ],
  'nil-return': [
    wrong('there was one but nobody says which', { outcome: 'one', note: 'in juli' }, 'what'),
    wrong('it was checked but nobody says which', { outcome: 'checked', note: 'door Mia' }, 'what'),
    wrong('it was checked but nobody says how', { outcome: 'checked', what: 'CHG-1' }, 'note'),
    wrong('nobody says who may know', { outcome: 'unknown', what: 'CHG-1' }, 'note'),
    wrong('there was none but one is named', { outcome: 'none', what: 'CHG-1' }, 'outcome'),
  ],
};
