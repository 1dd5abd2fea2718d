import assert from 'node:assert/strict';
import { statusOf, withFinding } from '../../../bot/duty/answering/answering.ts';
import { mostCorrections } from '../../../bot/duty/bounds.ts';
import type { Decision, DutyEvent } from '../../../bot/duty/decide.ts';
import { decide } from '../../../bot/duty/decide.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import { assigneeOf } from '../../../bot/duty/duty.ts';
import type { Instant, Person } from '../../../bot/duty/ids.ts';
import { secondsAfter } from '../../../bot/duty/time/instant.ts';
import type { Outcome } from '../../../bot/kinds/kind.ts';
import { after, answered, answerOf, dataOf, withdrawal } from '../../support/duties/answers.ts';
import {
  aDuty,
  anna,
  anOpening,
  asked,
  bram,
  carla,
  defined,
  fixedNow,
  opened,
} from '../../support/duties/duties.ts';

const minute = (at: number): Instant => secondsAfter(fixedNow, 60 * at);
const said = (duty: Duty, outcome: Outcome, more: object = {}): DutyEvent => ({
  ...answerOf(duty, outcome),
  ...more,
});
const of = (duty: Duty, by: Person, outcome: Outcome): DutyEvent => answerOf(duty, outcome, { by });
const broken = (note: string) => ({ values: { outcome: 'broken', note } });
const solution = (text = 'Hersteld'): DutyEvent => ({
  type: 'vendor-reacted',
  by: carla,
  text,
  solved: true,
});
const forAll = (): Duty => aDuty('verify-change', { rule: 'all', ...asked(anna, bram, carla) });
const findingsIn = ({ evidence }: Decision) =>
  evidence.flatMap((draft) => (draft.type === 'answered' ? [] : [[draft.type, dataOf(draft)]]));
const effectsOf = ({ effects }: Decision) =>
  effects.map((one) => ('person' in one ? `${one.do} ${one.person}` : one.do));

describe('what is kept of an answer', () => {
  const duty = aDuty('verify-change', asked(anna, bram));
  const by = { ...anna, name: 'Anna de Vries-Bos' };
  const event = answerOf(duty, 'fulfilled', { by });
  const { values } = event;

  it('is who said what on which form and when, and the number of its record', () => {
    const decision = decide(duty, event, minute(1));

    assert.deepEqual(decision.duty.answers, [
      { by, at: minute(1), outcome: 'fulfilled', values, formVersion: 1, seq: duty.seq + 1 },
    ]);
    assert.deepEqual(decision.evidence, [
      {
        type: 'answered',
        by,
        outcome: 'fulfilled',
        data: { values, formVersion: 1, via: 'card', effective: true },
        shows: undefined,
      },
    ]);
  });

  it('takes the name that the person has now, and the next form, for that person alone', () => {
    const [own, other] = decide(duty, event, minute(1)).duty.assignees;

    assert.deepEqual(own, { ...duty.assignees[0], name: by.name, formVersion: 2 });
    assert.deepEqual(other, duty.assignees[1]);
  });

  it('names the answer that it replaces, and leaves the answers of others as they are', () => {
    const all = answered(answered(forAll(), 'fulfilled'), 'fulfilled', bram);

    const { duty: next, evidence } = decide(all, said(all, 'unable'), minute(1));

    assert.deepEqual(
      next.answers.map(({ by: { name }, replacedBy }) => [name, replacedBy]),
      [
        [anna.name, all.seq + 1],
        [bram.name, undefined],
        [anna.name, undefined],
      ],
    );
    assert.equal(dataOf(evidence[0])['replaces'], all.answers[0]?.seq);
    assert.ok(!('replacedBy' in defined(next.answers[1])));
  });
});

describe('an answer that does not count', () => {
  const two = aDuty('verify-change', asked(anna, bram));

  it('is a “no” of somebody else while the “no” of another is followed', () => {
    const found = answered(two, 'problem');

    const { verdict, duty, evidence } = decide(found, of(found, bram, 'problem'), minute(1));

    assert.deepEqual([verdict, duty.findings], ['too-late', found.findings]);
    assert.equal(dataOf(evidence[0])['effective'], false);
  });

  it('is the same one on the form from before the solution, also while that is verified', () => {
    const found = answered(two, 'problem');
    const ready = after(found, solution());

    const old = decide(ready, said(two, 'problem'), minute(1));

    assert.deepEqual([old.verdict, old.duty, old.evidence], ['repeated', ready, []]);
  });

  it('is one of somebody who is asked no more, whatever the state', () => {
    const handed = after(two, {
      ...{ type: 'handed-over', by: anna, from: anna.aadObjectId, to: carla },
      ...{ reason: 'vrij', because: 'hand-over' },
    });
    const states = [handed, answered(handed, 'problem', bram), after(handed, withdrawal)];

    for (const state of states) {
      const { verdict, evidence } = decide(state, said(two, 'problem'), minute(1));
      assert.deepEqual([verdict, evidence], ['not-assigned', []]);
    }
  });

  it('is, after the withdrawal, the same one once more or another one that is kept', () => {
    const unsure = after(answered(two, 'unable'), withdrawal);

    const verdicts = [said(unsure, 'unable'), said(unsure, 'problem')].map((event) => {
      const { verdict, evidence } = decide(unsure, event, minute(1));
      return [verdict, evidence.map((draft) => dataOf(draft)['because'])];
    });

    assert.deepEqual(verdicts, [
      ['repeated', []],
      ['withdrawn', ['withdrawn']],
    ]);
  });
});

describe('how often an answer is corrected', () => {
  const onForm = (duty: Duty, formVersion: number): Duty => ({
    ...duty,
    assignees: duty.assignees.map((one) => ({ ...one, formVersion })),
  });
  const verdictOf = (duty: Duty) =>
    decide(duty, said(duty, 'problem', broken('anders')), minute(1)).verdict;
  const found = answered(aDuty('verify-change'), 'problem');

  it('is twenty times, and nothing changes after that', () => {
    assert.equal(mostCorrections, 20);
    assert.equal(verdictOf(onForm(found, mostCorrections)), 'done');
    const full = onForm(found, mostCorrections + 1);
    const { verdict, duty, evidence } = decide(full, said(full, 'fulfilled'), minute(1));
    assert.deepEqual([verdict, duty, evidence], ['too-often', full, []]);
  });

  it('is not counted where a solution is verified, nor for a first answer', () => {
    const full = onForm(found, mostCorrections + 1);

    assert.equal(verdictOf(after(full, solution())), 'done');
    assert.equal(verdictOf(onForm(aDuty('verify-change'), mostCorrections + 1)), 'done');
  });
});

describe('a finding that an answer opens', () => {
  it('is whole: its number, its answer, its day, and nobody yet', () => {
    const duty = aDuty('verify-change');

    const decision = decide(duty, said(duty, 'problem'), minute(1));

    assert.deepEqual(decision.duty.findings, [
      {
        id: 'F-1',
        openedAt: minute(1),
        answer: duty.seq + 1,
        status: 'open',
        dueOn: '2026-11-30',
        reactions: [],
        failedVerifications: 0,
      },
    ]);
    assert.deepEqual(findingsIn(decision), [
      ['finding', { finding: 'F-1', answer: duty.seq + 1, dueOn: '2026-11-30' }],
    ]);
    assert.equal(decision.duty.verifying, false);
    assert.ok(!effectsOf(decision).includes('escalate'));
  });

  it('is named after how many there were', () => {
    const closed = answered(answered(aDuty('verify-change'), 'problem'), 'fulfilled');

    const { duty } = decide(closed, said(closed, 'problem'), minute(1));

    assert.deepEqual(
      duty.findings.map(({ id }) => id),
      ['F-1', 'F-2'],
    );
  });

  it('is not opened by whoever bears nothing: a loss is asked of nobody where nobody is named', () => {
    const duty = aDuty('confirm-restore');

    assert.equal(findingsIn(decide(duty, said(duty, 'problem'), minute(1))).length, 1);
    const settled = decide(duty, said(duty, 'fulfilled', { bearer: bram }), minute(1));
    assert.deepEqual(findingsIn(settled), []);
  });
});

describe('a finding that an answer closes', () => {
  const found = answered(forAll(), 'problem');

  it('says by which answer, whose, when and why', () => {
    const decision = decide(found, said(found, 'fulfilled'), minute(1));

    assert.deepEqual(decision.duty.findings, [
      {
        ...found.findings[0],
        ...{ status: 'closed', closedAt: minute(1), closedBecause: 'corrected' },
      },
    ]);
    assert.deepEqual(decision.evidence.slice(1), [
      {
        type: 'closed',
        by: anna,
        data: { finding: 'F-1', because: 'corrected', answer: found.seq + 1 },
      },
    ]);
  });

  it('was corrected where something was said of it and not that it is solved', () => {
    const working = after(found, {
      ...{ type: 'vendor-reacted', by: carla, text: 'Wij kijken', solved: false },
    });

    assert.equal(answered(working, 'fulfilled').findings[0]?.closedBecause, 'corrected');
    assert.equal(
      answered(after(working, solution()), 'fulfilled').findings[0]?.closedBecause,
      'verified',
    );
  });

  it('leaves nothing to verify, though others are still asked', () => {
    const { status, verifying } = answered(after(found, solution()), 'fulfilled');

    assert.deepEqual([status, verifying], ['open', false]);
  });

  it('stays open while others find it, and where nobody can judge it', () => {
    const both = answered(found, 'problem', bram);
    const unsure = decide(both, said(both, 'unable'), minute(1));

    assert.deepEqual(unsure.duty.findings, both.findings);
    assert.deepEqual(findingsIn(unsure), []);
    assert.equal(answered(both, 'fulfilled').status, 'problem');
    assert.equal(answered(answered(both, 'unable'), 'unable', bram).status, 'problem');
  });

  it('stays open where somebody says yes who never saw the problem', () => {
    const { duty, evidence } = decide(found, of(found, bram, 'fulfilled'), minute(1));

    assert.deepEqual([duty.status, duty.findings], ['problem', found.findings]);
    assert.equal(evidence.length, 1);
  });
});

describe('a solution that is verified', () => {
  const found = answered(forAll(), 'problem');

  it('is verified no more once whoever could took the “no” back, while another “no” came since', () => {
    const ready = after(found, solution());
    const joined = after(ready, of(ready, bram, 'problem'), minute(1));

    const { duty } = decide(joined, said(joined, 'fulfilled'), minute(2));

    assert.deepEqual([joined.verifying, duty.verifying, duty.status], [true, false, 'problem']);
  });

  it('is verified on by the others after a yes of one, and by nobody after a no', () => {
    const both = after(answered(found, 'problem', bram), solution());

    assert.equal(answered(both, 'fulfilled').verifying, true);
    assert.equal(answered(both, 'problem').verifying, false);
  });

  it('is not begun by an answer where none was reported', () => {
    const joined = answered(found, 'problem', bram);
    const yes = answered(joined, 'fulfilled');

    assert.deepEqual([joined.verifying, yes.verifying], [false, false]);
  });

  it('failed where the “no” is said again: the vendor has to hear of it, once more', () => {
    const replied = after(found, { type: 'reply-sent', by: anna, text: 'Fout' });
    const ready = after(replied, solution());

    const failed = decide(ready, said(ready, 'problem'), minute(1)).duty;
    const both = answered(replied, 'problem', bram);
    const told = after(both, { type: 'reply-sent', by: bram, text: 'Ook fout' });
    const corrected = after(told, said(told, 'problem', broken('nog iets')));

    const [finding] = failed.findings;
    assert.deepEqual(
      [finding?.failedVerifications, finding?.answer, finding?.reply],
      [1, ready.seq + 1, undefined],
    );
    assert.deepEqual(corrected.findings, told.findings);
  });
});

describe('what an answer asks of the bot', () => {
  const card = (duty: Duty, { aadObjectId: person, name }: Person): Duty =>
    after(duty, {
      ...{ type: 'card-posted', person, name, shown: duty.revision },
      message: { conversationId: `a:${person}`, activityId: 'm-1', serviceUrl: 'https://x' },
    });

  it('is the lists, the cards and the channel, and word to whoever was to solve it', () => {
    const found = card(answered(aDuty('check-capacity'), 'problem'), anna);
    const owned = after(found, {
      ...{ type: 'finding-planned', by: anna, owner: bram, dueOn: '2026-12-10' },
    });
    const reported: DutyEvent = { type: 'solution-reported', by: bram, text: 'Gedaan' };
    const ready = after(owned, reported);

    assert.deepEqual(effectsOf(decide(ready, said(ready, 'fulfilled'), minute(1))), [
      'list',
      `edit-cards ${anna.aadObjectId}`,
      'show-channel',
      `tell ${bram.aadObjectId}`,
      'say-finding',
    ]);
  });
});

describe('where a duty stands', () => {
  const duty = aDuty('verify-change', asked(anna, bram));

  it('is withdrawn whatever was answered or found, else a problem, else settled or open', () => {
    const found = answered(duty, 'problem');
    const closed = answered(found, 'fulfilled');

    assert.deepEqual([duty, found, closed].map(statusOf), ['open', 'problem', 'fulfilled']);
    assert.deepEqual(
      [duty, found, closed].map((one) => statusOf({ ...one, status: 'withdrawn' })),
      ['withdrawn', 'withdrawn', 'withdrawn'],
    );
  });

  it('changes in one finding only, by its number', () => {
    const twice = answered(answered(answered(duty, 'problem'), 'fulfilled'), 'problem');
    const [first, second] = twice.findings;
    const changed = { ...defined(second), dueOn: '2026-12-24' };

    assert.deepEqual(withFinding(twice, changed), [first, changed]);
    assert.deepEqual(withFinding(duty, changed), []);
  });
});

describe('whoever asked for the change', () => {
  const details = { summary: 'Nieuw', impact: 'high', requestedBy: anna.name };
  const duty = opened(anOpening('verify-change', { details, ...asked(anna, bram) }), {
    requesters: [anna.aadObjectId],
  }).duty;

  it('hears so of a yes, of which nothing is kept, and is heard with a no', () => {
    const yes = decide(duty, said(duty, 'fulfilled'), minute(1));

    assert.deepEqual([yes.verdict, yes.duty, yes.evidence], ['not-independent', duty, []]);
    const form = assigneeOf(answered(duty, 'unable'), anna.aadObjectId)?.formVersion;
    assert.deepEqual([answered(duty, 'problem').status, form], ['problem', 2]);
  });
});
