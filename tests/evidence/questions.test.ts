import assert from 'node:assert/strict';
import type { DutyEvent } from '../../bot/duty/decide.ts';
import { decide } from '../../bot/duty/decide.ts';
import type { Duty } from '../../bot/duty/duty.ts';
import type { PersonId } from '../../bot/duty/ids.ts';
import type { EvidenceRecord } from '../../bot/duty/record/record.ts';
import { seal } from '../../bot/duty/record/record.ts';
import { secondsAfter } from '../../bot/duty/time/instant.ts';
import { storyOf } from '../../bot/features/evidence/dossier/collect.ts';
import { questionsOf } from '../../bot/features/evidence/dossier/questions/index.ts';
import type { KindName } from '../../bot/kinds/index.ts';
import { kindOf } from '../../bot/kinds/index.ts';
import { answerOf, dataOf, goodAnswers } from '../support/duties/answers.ts';
import {
  anna,
  anOpening,
  bram,
  defined,
  detailsOf,
  dutch,
  fixedNow,
  opened,
} from '../support/duties/duties.ts';
import { sealing } from '../support/duties/sealing.ts';

const earlier = {
  duty: 'last-year',
  reference: 'STAFF-2025',
  at: '2025-11-20T09:00:00Z',
  outcome: 'fulfilled' as const,
  values: { outcome: 'done' },
  details: { topic: 'Phishing' },
};

/** A duty that a person answered, as its records tell it. */
function lived(
  kind: KindName,
  {
    details,
    answer,
    before,
    decisions,
    requesters = [],
  }: {
    readonly details: object;
    readonly answer?: Readonly<Record<string, unknown>>;
    readonly before?: typeof earlier;
    readonly decisions?: readonly object[];
    readonly requesters?: readonly PersonId[];
  },
) {
  const begun = opened(anOpening(kind, { details }), { requesters });
  const duty: Duty = { ...begun.duty, ...(before ? { earlier: [before] } : {}) };
  const [first] = begun.records;
  const told = { ...dataOf(first), ...(before ? { earlier: [before] } : {}) };
  const settled = answer && kindOf(kind).settle(duty, answer, dutch);
  assert.ok(settled?.ok !== false, JSON.stringify(settled));
  const event: DutyEvent = {
    ...answerOf(duty, settled?.outcome ?? 'fulfilled'),
    ...(settled ? { values: settled.values } : {}),
    ...(decisions ? { attached: JSON.parse(JSON.stringify({ decisions })) } : {}),
  };
  const decision = decide(duty, event, secondsAfter(fixedNow, 3600));
  const { records } = seal(decision.duty, decision.evidence, sealing(fixedNow));
  const chain: readonly EvidenceRecord[] = [
    { ...defined(first), data: JSON.parse(JSON.stringify(told)) },
    ...records,
  ];
  return defined(storyOf(chain, ['20261123']));
}

/** What its records answer to the question of an auditor. */
function answered(story: ReturnType<typeof lived>, english: string): string | undefined {
  const question = defined(questionsOf(story.kind).find(({ ask }) => ask.en === english));
  return question.answer(story, { language: 'en', zone: 'Europe/Amsterdam' });
}

describe('what an auditor asks', () => {
  it('of a restore: where to', () => {
    const story = lived('confirm-restore', {
      details: { ...detailsOf['confirm-restore'], restoredTo: 'test environment' },
    });
    assert.equal(answered(story, 'Target: where to'), 'test environment');
  });

  it('of a review: each decision, its reason, and who may more than others, whatever their role', () => {
    const accounts = [
      { account: 'jb', name: 'Jan Bakker', role: 'Inkoper', privileged: true },
      { account: 'mv', name: 'Mia Visser', role: 'Inkoper', privileged: false },
    ];
    const story = lived('review-access', {
      details: { accounts, controlTotal: 2 },
      decisions: [
        { account: 'jb', decision: 'keep', note: 'beheert de inkoop' },
        { account: 'mv', decision: 'keep' },
      ],
    });
    assert.equal(
      answered(story, 'Decision for each account, with its time'),
      '2 · see csv/access-decisions.csv',
    );
    assert.equal(answered(story, 'Reason of a decision'), '1 with a reason');
    assert.equal(
      answered(story, 'Privileged accounts judged apart'),
      'jb · 1 of 1 with a reason of their own',
    );
    assert.equal(answered(story, 'Drawn in a sample'), 'start number 20261123');
  });

  for (const [what, requestedBy, requester, said] of [
    ['a known person', 'Bram Jansen', bram, 'somebody else'],
    ['another object id', bram.aadObjectId, undefined, 'somebody else'],
    ['the object id in capitals', anna.aadObjectId.toUpperCase(), undefined, 'the same person'],
    ['the name', 'ANNA  de Vries', undefined, 'the same person'],
    [
      'the name in another order',
      'Vries, Anna de',
      undefined,
      'of the requester only a name is known',
    ],
    ['a mail address', 'anna@klant.example', undefined, 'of the requester only a name is known'],
  ] as const)
    it(`of a change: its impact, and whether whoever asked signed it off, by ${what}`, () => {
      const details = { summary: 'Nieuwe btw-codes', impact: 'high', requestedBy };
      const story = lived('verify-change', {
        details,
        ...(requester ? { requesters: [requester.aadObjectId] } : {}),
      });
      assert.equal(answered(story, 'Impact'), 'high');
      assert.equal(
        answered(story, 'Sign-off by someone else than the requester'),
        `Anna de Vries · ${said}`,
      );
    });

  it('of informing staff: who joined and was told by when, the time before, and whether it helped', () => {
    const { inputs } = defined(goodAnswers['inform-staff']['done']);
    const said = { joiners: 'yes', joined: '3', joinedUntil: '2026-11-16', effect: 'quiz' };
    const story = lived('inform-staff', {
      details: { topic: 'Phishing' },
      before: earlier,
      answer: { ...inputs, ...said, outcome: 'done' },
    });
    assert.equal(
      answered(story, 'Joiners are informed before they get access'),
      [
        'joiners reached: Yes · joined: 3 · since: Thursday 20 November 2025',
        'started up to and including: Monday 16 November 2026 · informed on: Monday 23 November 2026',
      ].join(' · '),
    );
    assert.equal(
      answered(story, 'Repeated each year: the time before'),
      'Thursday 20 November 2025',
    );
    assert.equal(answered(story, 'Effectiveness measured'), 'Tested with questions');
  });

  it('of capacity: each line with its numbers, and what is expected of them', () => {
    const { inputs } = defined(goodAnswers['check-capacity']['enough']);
    const story = lived('check-capacity', {
      details: detailsOf['check-capacity'],
      answer: { ...inputs, outcome: 'enough', latency: '18', growth: '12', 'peakAt-0': '390' },
    });
    assert.equal(answered(story, 'Baseline: what is contracted'), 'Breda 500');
    assert.equal(
      answered(story, 'Monitoring: measured with what and when'),
      [
        'peak: Breda 390 · delay (ms): 18 · source: Our monitoring',
        'measured on: Friday 20 November 2026',
      ].join(' · '),
    );
    assert.equal(
      answered(story, 'Forecast'),
      'Expected growth (%): 12 · In a year: with 12% growth 87% of what was contracted',
    );
  });

  it('of an incident that nobody here solves: that the vendor does', () => {
    const { inputs } = defined(goodAnswers['verify-incident']['not-solved']);
    const story = lived('verify-incident', {
      details: detailsOf['verify-incident'],
      answer: { ...inputs, outcome: 'not-solved' },
    });
    assert.equal(answered(story, 'Actions with an owner'), 'F-1: Unit4 Bedrijfssoftware (vendor)');
  });

  it('of a transfer: the key by another way, receipt, deletion and sample', () => {
    const { inputs } = defined(goodAnswers['transfer-securely']['secure']);
    const story = lived('transfer-securely', {
      details: { data: 'Salarissen', personalData: true },
      answer: {
        ...{ ...inputs, outcome: 'secure', route: 'encrypted-file', keyApart: 'yes' },
        ...{ received: 'yes', deleteOn: '2026-12-01' },
      },
    });
    assert.equal(
      answered(story, 'Encryption, key by another channel'),
      'Yes, by text message for instance',
    );
    assert.equal(
      answered(story, 'Received, copy deleted, sample'),
      'receipt confirmed: Yes · delete copy on: Tuesday 1 December 2026 · sample: start number 20261123',
    );
  });
});
