import type { Instant, Person } from '../../../bot/duty/ids.ts';
import type { Values } from '../../../cards/fields.ts';
import type { KindName } from '../../../bot/kinds/index.ts';
import { kindOf } from '../../../bot/kinds/index.ts';
import type { Outcome } from '../../../bot/kinds/kind.ts';
import type { DutyEvent } from '../../../bot/duty/decide.ts';
import { decide } from '../../../bot/duty/decide.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import { assigneeOf } from '../../../bot/duty/duty.ts';
import { seal } from '../../../bot/duty/record/record.ts';
import { anna, defined, dutch, fixedNow, mia } from './duties.ts';
import type { GoodAnswer, WrongAnswer } from './more-answers.ts';
import { everyObligation, moreGoodAnswers, moreWrongAnswers, wrong } from './more-answers.ts';
import { sealing } from './sealing.ts';

/** For each answer that a kind offers, the least with which it counts. */
export const goodAnswers: Readonly<Record<KindName, Readonly<Record<string, GoodAnswer>>>> = {
  'verify-change': {
    works: { outcome: 'fulfilled', inputs: { 'checks-0': 'ok' } },
    remark: { outcome: 'fulfilled', inputs: { 'checks-0': 'ok', note: 'omschrijving nog oud' } },
    broken: { outcome: 'problem', inputs: { 'checks-1': 'wrong', note: 'btw staat op nul' } },
    untested: { outcome: 'unable', inputs: { note: 'geen rechten op de testomgeving' } },
  },
  'confirm-restore': {
    succeeded: {
      outcome: 'fulfilled',
      inputs: {
        opens: 'yes',
        'samples-0': 'same',
        'newest-day': '2026-11-14',
        'newest-time': '17:58',
      },
    },
    loss: {
      outcome: 'problem',
      inputs: {
        opens: 'yes',
        expected: '1.250',
        found: '1.235',
        'newest-day': '2026-11-12',
        'newest-time': '16:00',
        'lastGood-day': '2026-11-14',
        'lastGood-time': '18:00',
        acceptedBy: 'Mia Visser',
      },
    },
    failed: { outcome: 'problem', inputs: { note: 'het bestand gaat niet open' } },
    'cannot-judge': { outcome: 'unable', inputs: { note: 'dit zijn niet mijn projecten' } },
  },
  'review-access': {},
  ...moreGoodAnswers,
};

const restored = goodAnswers['confirm-restore']['succeeded']?.inputs ?? {};
const lost = goodAnswers['confirm-restore']['loss']?.inputs ?? {};
const succeeded = { ...restored, outcome: 'succeeded' };
const withLoss = { ...lost, outcome: 'loss' };

/** Answers that contradict themselves or lack what they demand. */
export const wrongAnswers: Readonly<Record<KindName, readonly WrongAnswer[]>> = {
  'verify-change': [
    wrong('no line was looked at', { outcome: 'works' }, 'checks'),
    wrong('no line applies', { outcome: 'works', 'checks-0': 'na' }, 'checks'),
    wrong(
      'it works although a line is wrong',
      { outcome: 'works', 'checks-1': 'wrong' },
      'outcome',
    ),
    wrong(
      'it works although work has come to a halt',
      { outcome: 'works', 'checks-0': 'ok', blocking: 'yes' },
      'outcome',
    ),
    wrong('the remark is missing', { outcome: 'remark', 'checks-0': 'ok' }, 'note'),
    wrong('nobody says what is broken', { outcome: 'broken', 'checks-0': 'wrong' }, 'note'),
    wrong('the remark is blank', { outcome: 'broken', 'checks-0': 'wrong', note: ' \n ' }, 'note'),
    wrong('nobody says why it was not tested', { outcome: 'untested' }, 'note'),
    wrong('there is no answer', { 'checks-0': 'ok' }, 'outcome'),
  ],
  'confirm-restore': [
    wrong('it does not open', { ...succeeded, opens: 'no' }, 'opens'),
    wrong('nobody says whether it opens', { ...succeeded, opens: '' }, 'opens'),
    wrong('nothing was counted or sampled', { ...succeeded, 'samples-0': '' }, 'samples'),
    wrong(
      'only the expected number is known',
      { ...succeeded, 'samples-0': '', expected: '5' },
      'samples',
    ),
    wrong(
      'the newest record is unknown',
      { ...succeeded, 'newest-day': '', 'newest-time': '' },
      'newest',
    ),
    wrong('a sample is missing', { ...succeeded, 'samples-1': 'missing' }, 'outcome'),
    wrong('more was found than expected', { ...succeeded, expected: '9', found: '10' }, 'outcome'),
    wrong('nothing was there to be found', { ...succeeded, expected: '0', found: '0' }, 'found'),
    wrong(
      'the newest record is still to come',
      { ...succeeded, 'newest-day': '2026-11-24' },
      'newest',
    ),
    wrong(
      'the newest record is older than the last good moment',
      { ...succeeded, 'lastGood-day': '2026-11-14', 'lastGood-time': '18:00' },
      'outcome',
    ),
    wrong(
      'nothing was lost although it says so',
      { ...withLoss, found: '1.250', 'newest-day': '2026-11-14', 'newest-time': '18:00' },
      'outcome',
    ),
    wrong('less was found than expected', { ...succeeded, expected: '10', found: '9' }, 'outcome'),
    wrong('something newer was overwritten', { ...succeeded, overwritten: 'yes' }, 'outcome'),
    wrong('the totals do not reconcile', { ...succeeded, totals: 'no' }, 'outcome'),
    wrong('rights or interfaces do not work', { ...succeeded, works: 'no' }, 'outcome'),
    wrong('nobody accepts the loss', { ...withLoss, acceptedBy: '' }, 'acceptedBy'),
    wrong(
      'the loss has no end',
      { ...withLoss, 'lastGood-day': '', 'lastGood-time': '' },
      'lastGood',
    ),
    wrong('nobody says what failed', { outcome: 'failed' }, 'note'),
    wrong('nobody says why it cannot be judged', { outcome: 'cannot-judge' }, 'note'),
  ],
  'review-access': [],
  ...moreWrongAnswers,
};

/** The values of an answer with this outcome, read as a click on the card would be. */
function valuesFor(duty: Duty, outcome: Outcome): Values {
  const kind = kindOf(duty.kind);
  if (kind.byRow) return reviewed[outcome];
  const [chosen, answer] =
    Object.entries(goodAnswers[duty.kind]).find(([, good]) => good.outcome === outcome) ?? [];
  const settled = kind.settle(
    duty,
    { ...everyObligation, ...answer?.inputs, outcome: chosen },
    dutch,
  );
  if (!settled.ok) throw new Error(`The sample answer is refused: ${JSON.stringify(settled)}`);
  return settled.values;
}

const reviewed: Readonly<Record<Outcome, Values>> = {
  fulfilled: { accounts: 3, keep: 3, change: 0, remove: 0, unknown: 0 },
  problem: { accounts: 3, keep: 1, change: 1, remove: 1, unknown: 0 },
  unable: { accounts: 3, keep: 2, change: 0, remove: 0, unknown: 1 },
};

/** An answer by a person to the form that they have now. */
export function answerOf(
  duty: Duty,
  outcome: Outcome,
  { by = anna, ...more }: Partial<Extract<DutyEvent, { type: 'answered' }>> = {},
): Extract<DutyEvent, { type: 'answered' }> {
  const formVersion = assigneeOf(duty, by.aadObjectId)?.formVersion ?? 1;
  const values = valuesFor(duty, outcome);
  return { type: 'answered', by, outcome, values, formVersion, via: 'card', ...more };
}

type AnswerEvent = Extract<DutyEvent, { type: 'answered' }>;

/** The answer with whom its values name, as it comes from a card: somebody who is known, and was picked. */
export function naming(duty: Duty, event: AnswerEvent): AnswerEvent {
  if (event.outcome !== 'problem') return event;
  const bearer = kindOf(duty.kind).bearer ?? '';
  return {
    ...event,
    ...(event.values['owner'] === undefined ? {} : { owner: mia }),
    ...(event.values[bearer] === undefined ? {} : { bearer: mia }),
  };
}

/** The duty after something happened to it, its evidence sealed as the store would have it. */
export function after(duty: Duty, event: DutyEvent, now: Instant = fixedNow): Duty {
  const decision = decide(duty, event, now);
  return seal(decision.duty, decision.evidence, sealing(now)).duty;
}

/** The duty after it was answered by a person. */
export function answered(duty: Duty, outcome: Outcome, by: Person = anna): Duty {
  return after(duty, naming(duty, answerOf(duty, outcome, { by })));
}

export const withdrawal = {
  type: 'withdrawn',
  reason: 'Niet meer nodig',
  vendor: 'Unit4',
} as const;

/** The data of a record or its draft, by member. */
export function dataOf(
  draft: { readonly data: unknown } | undefined,
): Readonly<Record<string, unknown>> {
  const data = defined(draft).data;
  return typeof data === 'object' && data !== null ? { ...data } : {};
}
