import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { decide } from '../../bot/duty/decide.ts';
import { leftOpen } from '../../bot/duty/answering/left-open.ts';
import { kindOf } from '../../bot/kinds/index.ts';
import { tickInput } from '../../cards/input-ids.ts';
import { anna, dutch, fixedNow } from '../support/duties/duties.ts';
import { noneInTwo, ofThreeSystems, restAsked } from '../support/duties/several-systems.ts';

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
});
