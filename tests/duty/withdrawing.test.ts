import assert from 'node:assert/strict';
import { decide } from '../../bot/duty/decide.ts';
import type { Duty } from '../../bot/duty/duty.ts';
import { after, answered, withdrawal } from '../support/duties/answers.ts';
import { aDuty, anna, fixedNow } from '../support/duties/duties.ts';

describe('a withdrawal', () => {
  it('ends the duty with its reason, everywhere', () => {
    const duty = delivered();

    const { verdict, duty: next, evidence, effects } = decide(duty, withdrawal, fixedNow);

    assert.deepEqual([verdict, next.status], ['done', 'withdrawn']);
    assert.equal(next.withdrawn?.reason, 'Niet meer nodig');
    assert.deepEqual(
      evidence.map(({ type }) => type),
      ['withdrawn'],
    );
    assert.deepEqual(
      effects.map((effect) => effect.do),
      ['list', 'edit-cards', 'show-channel'],
    );
  });

  it('happens once, whatever the second reason', () => {
    const once = after(aDuty('verify-change'), withdrawal);

    const twice = decide(once, { ...withdrawal, reason: 'anders' }, fixedNow);

    assert.deepEqual([twice.verdict, twice.duty, twice.evidence], ['repeated', once, []]);
  });

  it('leaves what is fulfilled as it is, and what has an open finding', () => {
    const fulfilled = answered(aDuty('verify-change'), 'fulfilled');
    const problem = answered(aDuty('verify-change'), 'problem');

    const late = decide(fulfilled, withdrawal, fixedNow);

    assert.deepEqual([late.verdict, late.duty], ['too-late', fulfilled]);
    const open = decide(problem, withdrawal, fixedNow);
    assert.deepEqual([open.verdict, open.duty], ['finding-open', problem]);
  });
});

function delivered(): Duty {
  const { aadObjectId: person, name } = anna;
  const message = { conversationId: 'a:1', activityId: 'm-1', serviceUrl: 'https://x' };
  const posted = { type: 'card-posted', person, name, message, shown: 1 } as const;
  return after(aDuty('verify-change'), posted);
}
