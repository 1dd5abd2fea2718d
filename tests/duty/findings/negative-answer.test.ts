import assert from 'node:assert/strict';
import { decide } from '../../../bot/duty/decide.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import { secondsAfter } from '../../../bot/duty/time/instant.ts';
import { answered, answerOf, dataOf } from '../../support/duties/answers.ts';
import { vendorReply } from '../../../bot/features/vendor/draft.ts';
import { aDuty, anna, asked, bram, defined, dutch, fixedNow } from '../../support/duties/duties.ts';

const later = secondsAfter(fixedNow, 60);

describe('a negative answer', () => {
  it('opens a finding with a record of its own', () => {
    const duty = forTwo();

    const { duty: next, evidence } = decide(duty, answerOf(duty, 'problem'), later);

    const [finding, ...others] = next.findings;
    assert.equal(next.status, 'problem');
    assert.deepEqual(others, []);
    assert.deepEqual([finding?.status, finding?.openedAt], ['open', later]);
    assert.deepEqual(
      evidence.map(({ type }) => type),
      ['answered', 'finding'],
    );
    assert.equal(finding?.answer, next.answers[0]?.seq);
  });

  it('says itself until when, where it has a plan', () => {
    const values = { outcome: 'partly', owner: 'Bram', planned: '2026-12-18', note: 'volgt' };
    const duty = aDuty('inform-staff');

    const { duty: planned } = decide(duty, answerOf(duty, 'problem', { values }), later);

    assert.equal(planned.findings[0]?.dueOn, '2026-12-18');
    assert.equal(answered(forTwo(), 'problem').findings[0]?.dueOn, '2026-11-30');
  });

  it('asks the vendor for a solution only where the vendor can have one', () => {
    const own = answered(aDuty('inform-staff'), 'problem');

    assert.match(vendorReply(own, dutch) ?? '', /Wij lossen dit zelf op/);
    assert.match(
      vendorReply(answered(forTwo(), 'problem'), dutch) ?? '',
      /laten weten wanneer het klaar is/,
    );
  });

  it('opens no second finding when it is corrected', () => {
    const problem = answered(forTwo(), 'problem');
    const other = { ...answerOf(problem, 'problem').values, note: 'en nog iets' };

    const { duty: next } = decide(problem, answerOf(problem, 'problem', { values: other }), later);

    assert.equal(next.status, 'problem');
    assert.equal(next.findings.length, 1);
  });

  it('is closed by a positive answer of the same person, with a record of its own', () => {
    const problem = answered(forTwo(), 'problem');

    const { duty: next, evidence } = decide(problem, answerOf(problem, 'fulfilled'), later);

    assert.equal(next.status, 'fulfilled');
    assert.deepEqual([next.findings[0]?.status, next.findings[0]?.closedAt], ['closed', later]);
    const closed = defined(evidence.find(({ type }) => type === 'closed'));
    assert.deepEqual(closed.by, anna);
    assert.equal(dataOf(closed)['finding'], problem.findings[0]?.id);
  });

  it('opens a new finding when it comes back after it was closed', () => {
    const closed = answered(answered(forTwo(), 'problem'), 'fulfilled');

    const back = answered(closed, 'problem');

    assert.deepEqual(
      back.findings.map(({ status }) => status),
      ['closed', 'open'],
    );
    assert.equal(new Set(back.findings.map(({ id }) => id)).size, 2);
  });

  it('is not closed by somebody else’s positive answer', () => {
    const problem = answered(forTwo(), 'problem');

    const { duty: next } = decide(problem, answerOf(problem, 'fulfilled', { by: bram }), later);

    assert.equal(next.status, 'problem');
    assert.equal(next.findings[0]?.status, 'open');
  });
});

function forTwo(): Duty {
  return aDuty('verify-change', asked(anna, bram));
}
