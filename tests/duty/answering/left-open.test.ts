import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { decide } from '../../../bot/duty/decide.ts';
import { leftOpen } from '../../../bot/duty/answering/left-open.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import { dutyIdFor } from '../../../bot/duty/open.ts';
import { kindOf } from '../../../bot/kinds/index.ts';
import { tickInput } from '../../../cards/input-ids.ts';
import { answered } from '../../support/duties/answers.ts';
import { aDuty, anna, bram, dutch, fixedNow } from '../../support/duties/duties.ts';
import { noneInTwo, ofThreeSystems, restAsked } from '../../support/duties/several-systems.ts';

describe('what an answer about several systems left open', () => {
  const two = decide(ofThreeSystems, noneInTwo(ofThreeSystems), fixedNow).duty;
  const asked = decide(two, restAsked, fixedNow);

  it('is about to be asked, then asked of somebody by a duty of its own', () => {
    const before = leftOpen(two);
    const after = leftOpen(asked.duty);

    assert.deepEqual(
      [before?.spoken, before?.toAsk, before?.asked],
      [['Unit4 Financials', 'Unit4 HR'], ['Portaal'], []],
    );
    assert.deepEqual(
      [after?.toAsk, after?.asked.map(({ systems }) => systems)],
      [[], [['Portaal']]],
    );
    assert.deepEqual(asked.evidence, []);
  });

  it('is noted once, also where a crash makes it heard again', () => {
    assert.equal(decide(asked.duty, restAsked, fixedNow).verdict, 'repeated');
  });

  it('is nothing any more once a correction speaks of all', () => {
    const inputs = { outcome: 'none', [tickInput('systems', 'none')]: '0,1,2' };
    const settled = kindOf('nil-return').settle(asked.duty, inputs, dutch);
    assert.ok(settled.ok);
    const { outcome, values } = settled;
    const { duty } = decide(
      asked.duty,
      { type: 'answered', by: anna, outcome, values, formVersion: 2, via: 'card' },
      fixedNow,
    );

    assert.equal(duty.status, 'fulfilled');
    assert.equal(leftOpen(duty), undefined);
  });

  const onOne = (of: typeof anna, ...systems: readonly string[]) => ({
    ...{ duty: dutyIdFor(ofThreeSystems.tenant, 'rest', systems.join()), of, systems },
    dueOn: '2026-11-30',
  });
  const hears = (duty: Duty, ...rest: readonly ReturnType<typeof onOne>[]) =>
    decide(duty, { type: 'asked-on', asked: rest }, fixedNow);

  it('is noted beside what is known already, and only where some of it is new', () => {
    const [portal, hr] = [onOne(bram, 'Portaal'), onOne(anna, 'Unit4 HR')];
    const once = hears(two, portal);
    const both = hears(once.duty, portal, hr);

    assert.deepEqual([once.verdict, once.duty.askedOn], ['done', [portal]]);
    assert.deepEqual([both.verdict, both.duty.askedOn], ['done', [portal, hr]]);
    assert.deepEqual([once.evidence, both.evidence], [[], []]);
    assert.equal(once.duty.status, two.status);
    assert.ok(once.effects.some((effect) => effect.do === 'show-channel'));
    const again = hears(both.duty, hr, portal);
    assert.deepEqual([again.verdict, again.duty], ['repeated', both.duty]);
  });

  it('is of what was asked only what the answer that counts does not speak of', () => {
    const { duty } = hears(
      two,
      onOne(bram, 'Portaal', 'Unit4 HR'),
      onOne(anna, 'Unit4 Financials'),
    );

    const left = leftOpen(duty);

    assert.deepEqual(
      left?.asked.map(({ of, systems }) => [of, systems]),
      [[bram, ['Portaal']]],
    );
    assert.deepEqual([left?.toAsk, left?.dueOn], [[], '2026-11-30']);
  });

  it('is nothing before an answer, after a withdrawal, and of what asks for something else', () => {
    const told = [
      ofThreeSystems,
      { ...two, status: 'withdrawn' as const },
      answered(aDuty('verify-incident'), 'problem'),
      answered(aDuty('confirm-restore'), 'problem'),
    ];

    assert.deepEqual(told.map(leftOpen), [undefined, undefined, undefined, undefined]);
    assert.notEqual(leftOpen(two), undefined);
  });
});
