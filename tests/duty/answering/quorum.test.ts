import assert from 'node:assert/strict';
import {
  isOwner,
  lacksSecondPerson,
  mayPlan,
  progressOf,
  replaceable,
} from '../../../bot/duty/answering/quorum.ts';
import { decide } from '../../../bot/duty/decide.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import type { Person } from '../../../bot/duty/ids.ts';
import { after, answerOf, answered } from '../../support/duties/answers.ts';
import { aDuty, anna, aPerson, asked, bram, carla, fixedNow } from '../../support/duties/duties.ts';

const dora = aPerson('22222222-aaaa-4bbb-8ccc-000000000004', 'Dora Bos');
const of = (rule: string, ...people: readonly Person[]): Duty =>
  aDuty('verify-change', { rule, ...asked(...people) });
const counted = (duty: Duty) => {
  const progress = progressOf(duty);
  return [progress.answered, progress.asked];
};

describe('how far a duty is', () => {
  it('is one answer of whoever, where any will do', () => {
    const duty = of('any', anna, bram);

    assert.deepEqual(counted(duty), [0, 1]);
    assert.deepEqual(counted(answered(duty, 'problem')), [1, 1]);
    assert.deepEqual(counted(answered(answered(duty, 'problem'), 'problem', bram)), [1, 1]);
  });

  it('is two of those who are asked, where it takes four eyes', () => {
    const duty = of('four-eyes', anna, bram, carla);
    const once = answered(duty, 'fulfilled');

    assert.deepEqual(
      [counted(duty), counted(once)],
      [
        [0, 2],
        [1, 2],
      ],
    );
    assert.deepEqual(counted(answered(once, 'fulfilled', bram)), [2, 2]);
  });

  it('is everybody where everybody has to answer; whoever helps out and that person are one', () => {
    const duty = of('all', anna, bram, carla);
    const helped: Duty = {
      ...duty,
      assignees: duty.assignees.map((one) =>
        one.aadObjectId === carla.aadObjectId ? { ...one, standsInFor: bram.aadObjectId } : one,
      ),
    };

    assert.deepEqual(
      [counted(duty), counted(helped)],
      [
        [0, 3],
        [0, 2],
      ],
    );
    assert.deepEqual(counted(answered(helped, 'fulfilled', carla)), [1, 2]);
    assert.deepEqual(counted(answered(answered(helped, 'fulfilled'), 'fulfilled', carla)), [2, 2]);
  });
});

describe('who has to do with an open finding', () => {
  const review = aDuty('confirm-restore', asked(anna, bram));
  const found = answered(review, 'problem');
  const vendors = answered(aDuty('verify-change', asked(anna, bram)), 'problem');
  const owned: Duty = {
    ...found,
    findings: found.findings.map((one) => ({ ...one, owner: dora })),
  };

  it('is its owner, whoever that is', () => {
    assert.deepEqual(
      [isOwner(owned, dora.aadObjectId), isOwner(owned, anna.aadObjectId)],
      [true, false],
    );
    assert.deepEqual(
      [isOwner(found, dora.aadObjectId), isOwner(review, dora.aadObjectId)],
      [false, false],
    );
  });

  it('is whoever found it, to say who solves it, where the customer does', () => {
    const access = aDuty('check-capacity', { rule: 'all', ...asked(anna, bram) });
    const both = answered(answered(access, 'problem'), 'problem', bram);

    assert.deepEqual(
      [anna, bram, dora].map(({ aadObjectId }) => mayPlan(both, aadObjectId)),
      [true, true, false],
    );
    assert.equal(mayPlan(access, anna.aadObjectId), false);
    assert.equal(mayPlan(vendors, anna.aadObjectId), false);
  });
});

describe('a second person', () => {
  const four = of('four-eyes', anna, bram);
  const two = (duty: Duty): Duty => ({ ...duty, secondPerson: true });

  it('lacks where fewer than two can still answer or did', () => {
    const alone = { ...four, assignees: four.assignees.slice(0, 1) };

    assert.deepEqual(
      [four, alone, two(of('any', anna)), two(of('any', anna, bram)), of('any', anna)].map(
        lacksSecondPerson,
      ),
      [false, true, true, false, false],
    );
    assert.equal(lacksSecondPerson(answered(alone, 'fulfilled')), true);
    assert.equal(lacksSecondPerson(answered(four, 'fulfilled')), false);
  });

  it('is not whoever asked for it, by object id or by name', () => {
    for (const requester of [bram.aadObjectId, bram.name])
      assert.equal(lacksSecondPerson({ ...four, requesters: [requester.toLowerCase()] }), true);
    assert.equal(lacksSecondPerson({ ...four, requesters: [dora.aadObjectId] }), false);
    const nameless = four.assignees.map(({ name: _, ...one }) => one);
    assert.equal(lacksSecondPerson({ ...four, assignees: nameless, requesters: [''] }), true);
  });

  it('lacks no more once it is settled or withdrawn', () => {
    const alone = { ...four, assignees: four.assignees.slice(0, 1) };
    const settled = answered(answered(four, 'fulfilled'), 'fulfilled', bram);

    assert.equal(lacksSecondPerson({ ...alone, status: 'withdrawn' }), false);
    assert.equal(lacksSecondPerson(settled), false);
  });
});

describe('from whom the IT team can take a duty', () => {
  it('is the only one who is asked, and nobody where it would have to choose', () => {
    assert.equal(replaceable(of('any', anna))?.aadObjectId, anna.aadObjectId);
    assert.equal(replaceable(of('any', anna, bram)), undefined);
    assert.equal(replaceable(answered(of('any', anna), 'fulfilled')), undefined);
    assert.equal(
      replaceable(answered(of('all', anna, bram), 'fulfilled'))?.aadObjectId,
      bram.aadObjectId,
    );
  });

  it('is anybody where all who are asked could not judge', () => {
    const one = answered(of('any', anna, bram), 'unable');
    const both = answered(one, 'unable', bram);

    assert.equal(replaceable(one), undefined);
    assert.equal(replaceable(both)?.aadObjectId, anna.aadObjectId);
  });
});

describe('an answer that finds a problem again', () => {
  const start = answered(aDuty('verify-change', asked(anna, bram)), 'problem');
  const solved = after(start, {
    type: 'vendor-answered',
    vendor: 'Unit4',
    status: 'solved',
    text: 'Opgelost',
  });
  const again = (duty: Duty, by = anna) =>
    decide(
      duty,
      answerOf(duty, 'problem', { by, values: { outcome: 'broken', note: 'x' } }),
      fixedNow,
    );

  it('is counted as a verification that failed, and the second one is told aloud', () => {
    const first = again(solved);
    const solvedAgain = after(after(solved, answerOf(solved, 'problem')), {
      type: 'vendor-answered',
      vendor: 'Unit4',
      status: 'solved',
      text: 'Nu echt',
    });
    const second = again(solvedAgain);
    const facts = (failedVerifications: number, answer: number) => ({
      ...{ finding: 'F-1', answer, failedVerifications },
    });

    assert.deepEqual(first.evidence.slice(1), [
      { type: 'finding', by: anna, data: facts(1, solved.seq + 1) },
    ]);
    assert.ok(!first.effects.some((one) => one.do === 'escalate'));
    assert.deepEqual(second.evidence.slice(1), [
      { type: 'finding', by: anna, data: facts(2, solvedAgain.seq + 1) },
      { type: 'escalated', data: facts(2, solvedAgain.seq + 1) },
    ]);
    assert.deepEqual(
      second.effects.flatMap((one) => (one.do === 'escalate' ? [one.finding] : [])),
      ['F-1'],
    );
  });

  it('joins what is open where somebody else finds it, once', () => {
    const all = answered(of('all', anna, bram), 'problem');
    const joined = again(all, bram);
    const corrected = again(all);

    assert.deepEqual(joined.evidence.slice(1), [
      { type: 'finding', by: bram, data: { finding: 'F-1', answer: all.seq + 1, joins: true } },
    ]);
    assert.equal(corrected.evidence.length, 1);
    assert.ok(
      ![joined, corrected].some(({ effects }) => effects.some((one) => one.do === 'escalate')),
    );
  });
});
