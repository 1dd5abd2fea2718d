import assert from 'node:assert/strict';
import { namedAsked, tellNamed, tellOwner } from '../../../bot/duty/answering/owner-told.ts';
import type { Duty, Finding } from '../../../bot/duty/duty.ts';
import { after, answerOf } from '../../support/duties/answers.ts';
import {
  aDuty,
  anna,
  aPerson,
  asked,
  bram,
  defined,
  fixedNow,
} from '../../support/duties/duties.ts';

const dora = aPerson('22222222-aaaa-4bbb-8ccc-000000000004', 'Dora Bos');
/** A problem that names nobody. */
const wrong = (duty: Duty): Duty => after(duty, answerOf(duty, 'problem'));
const withOwner = (duty: Duty, more: Partial<Finding> = {}): Duty => ({
  ...duty,
  findings: duty.findings.map((one) => ({ ...one, owner: dora, ...more })),
});
const capacity = withOwner(wrong(aDuty('check-capacity', asked(anna))));
const change = withOwner(wrong(aDuty('verify-change', asked(anna))));

describe('whoever was to solve something', () => {
  const told = (after: Duty, before = capacity, verifier = anna.aadObjectId) =>
    tellOwner(before, after, verifier);

  it('hears that it is solved, or that it is not', () => {
    const solved = withOwner(capacity, { status: 'closed', closedBecause: 'verified' });
    const failed = withOwner(capacity, { failedVerifications: 1 });

    const { aadObjectId: person } = dora;
    assert.deepEqual(told(solved), [{ do: 'tell', person, news: 'owner-solved' }]);
    assert.deepEqual(told(failed), [{ do: 'tell', person, news: 'owner-again' }]);
  });

  it('hears nothing of what changed nothing, was corrected, or is gone', () => {
    assert.deepEqual(told(capacity), []);
    assert.deepEqual(
      told(withOwner(capacity, { status: 'closed', closedBecause: 'corrected' })),
      [],
    );
    assert.deepEqual(told({ ...capacity, findings: [] }), []);
  });

  it('hears it of the finding that was open, not of another one', () => {
    const other: Finding = {
      ...defined(capacity.findings[0]),
      ...{ id: 'F-0', status: 'closed', closedBecause: 'verified', closedAt: fixedNow },
    };
    const both = (duty: Duty): Duty => ({ ...duty, findings: [other, ...duty.findings] });

    assert.deepEqual(told(both(capacity), both(capacity)), []);
  });

  it('hears nothing where it verifies itself, the vendor solves it, or nobody owns it', () => {
    const failed = { failedVerifications: 1 };

    assert.deepEqual(told(withOwner(capacity, failed), capacity, dora.aadObjectId), []);
    assert.deepEqual(told(withOwner(change, failed), change), []);
    const nobodys = wrong(aDuty('check-capacity', asked(anna)));
    assert.deepEqual(told(withOwner(nobodys, failed), nobodys), []);
    assert.deepEqual(told(capacity, aDuty('check-capacity', asked(anna))), []);
  });
});

describe('whoever is named by an answer', () => {
  it('is told once, as owner or as whoever bears a loss', () => {
    const about = { finding: 'F-1', by: anna, at: fixedNow };
    const owner = { ...about, what: 'owner', of: bram } as const;
    const loss = { ...about, what: 'risk', of: dora, reason: 'Weg' } as const;
    const asking = { ...capacity, confirmations: [owner, loss] };

    assert.deepEqual(tellNamed(capacity, asking), [
      { do: 'tell', person: bram.aadObjectId, news: 'owner' },
      { do: 'tell', person: dora.aadObjectId, news: 'loss-asked' },
    ]);
    assert.deepEqual(tellNamed(asking, asking), []);
    assert.deepEqual(tellNamed(asking, capacity), []);
    assert.deepEqual(tellNamed({ ...capacity, confirmations: [owner] }, asking).length, 1);
  });

  const risk = { finding: 'F-1', at: fixedNow, what: 'risk', of: dora, reason: 'Weg' } as const;
  const asks = (before: Duty, after: Duty, more: object = {}) =>
    namedAsked(before, { after, event: { ...answerOf(before, 'problem'), ...more } }, fixedNow);

  it('is asked nothing new by an answer that names nobody, and the duty stays the very same', () => {
    const losses = { ...capacity, confirmations: [risk] };

    assert.equal(asks(capacity, capacity), capacity);
    assert.equal(asks(losses, losses), losses);
    const closed = aDuty('check-capacity', asked(anna));
    assert.equal(asks(capacity, closed), closed);
  });

  it('is the only one who is asked where a duty from before says of nobody that they were', () => {
    const { confirmations: _, ...before } = capacity;

    assert.equal(asks(before, before), before);
    assert.deepEqual(
      asks(before, before, { bearer: bram }).confirmations?.map(({ of }) => of),
      [bram],
    );
  });

  it('is asked no more to bear a loss that the same answer named, once nothing is open', () => {
    const closed = aDuty('check-capacity', asked(anna));
    const bots = { ...closed, confirmations: [risk, { ...risk, by: anna }, { ...risk, by: bram }] };

    assert.deepEqual(asks(capacity, bots).confirmations, [risk, { ...risk, by: bram }]);
  });

  it('is asked with the note as the reason, and with none where there is none', () => {
    const named = (values: object) =>
      asks(capacity, capacity, { bearer: dora, values }).confirmations?.map((one) =>
        one.what === 'risk' ? one.reason : one.what,
      );

    assert.deepEqual(named({ note: 'Kwijt' }), ['Kwijt']);
    assert.deepEqual(named({}), ['']);
    assert.deepEqual(named({ note: 3 }), ['']);
  });
});
