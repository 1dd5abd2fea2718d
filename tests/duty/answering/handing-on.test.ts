import type { Person } from '../../../bot/duty/ids.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Decision, DutyEvent } from '../../../bot/duty/decide.ts';
import { decide } from '../../../bot/duty/decide.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import { seal } from '../../../bot/duty/record/record.ts';
import { aDuty, anna, asked, bram, carla, fixedNow } from '../../support/duties/duties.ts';
import { sealing } from '../../support/duties/sealing.ts';

const message = { conversationId: 'a:1', activityId: '1', serviceUrl: 'https://x' };

function after(duty: Duty, event: DutyEvent): Duty {
  const decision = decide(duty, event, fixedNow);
  return seal(decision.duty, decision.evidence, sealing(fixedNow)).duty;
}

function withCard(duty: Duty, { aadObjectId: person, name }: Person): Duty {
  return after(duty, { type: 'card-posted', person, name, message, shown: duty.revision });
}

function handOver(from: Person, to: Person): DutyEvent {
  const reason = 'Ik ben er die week niet';
  return {
    type: 'handed-over',
    by: from,
    from: from.aadObjectId,
    to,
    reason,
    because: 'hand-over',
  };
}

function answer(by: Person, formVersion: number): DutyEvent {
  const values = { outcome: 'works' };
  return { type: 'answered', by, outcome: 'fulfilled', values, formVersion, via: 'card' };
}

const wanted = ({ effects }: Decision) =>
  effects.map((effect) => ('person' in effect ? `${effect.do} ${effect.person}` : effect.do));

describe('handing a duty over', () => {
  it('asks the colleague instead, and takes the buttons from the old card', () => {
    const duty = withCard(aDuty('verify-change'), anna);

    const decision = decide(duty, handOver(anna, bram), fixedNow);

    assert.deepEqual(
      decision.duty.assignees.map(({ aadObjectId }) => aadObjectId),
      [bram.aadObjectId],
    );
    assert.ok(wanted(decision).includes(`edit-cards ${anna.aadObjectId}`));
    assert.ok(wanted(decision).includes(`post-card ${bram.aadObjectId}`));
    assert.deepEqual(
      decision.evidence.map(({ type, by }) => [type, by]),
      [['reassigned', anna]],
    );
  });

  it('no longer takes an answer from whoever handed it over', () => {
    const duty = after(aDuty('verify-change'), handOver(anna, bram));

    const decision = decide(duty, answer(anna, 1), fixedNow);

    assert.equal(decision.verdict, 'not-assigned');
    assert.equal(decision.duty, duty);
  });

  it('can come back to the first person, whose old form does not count any more', () => {
    const there = after(aDuty('verify-change'), handOver(anna, bram));
    const back = after(there, handOver(bram, anna));

    const old = decide(back, answer(anna, 1), fixedNow);
    const fresh = decide(back, answer(anna, 2), fixedNow);

    assert.equal(old.verdict, 'too-late');
    assert.equal(fresh.duty.status, 'fulfilled');
    assert.deepEqual(
      back.formerAssignees.map(({ aadObjectId }) => aadObjectId),
      [bram.aadObjectId],
    );
  });

  it('goes to nobody who is asked already, from nobody who is not, and not after the answer', () => {
    const duty = aDuty('verify-change', asked(anna, bram));
    const settled = after(duty, answer(anna, 1));

    const verdicts = [
      decide(duty, handOver(anna, bram), fixedNow),
      decide(duty, handOver(carla, bram), fixedNow),
      decide(settled, handOver(bram, carla), fixedNow),
    ].map(({ verdict }) => verdict);

    assert.deepEqual(verdicts, ['asked-already', 'not-assigned', 'too-late']);
  });
});

describe('putting a duty off', () => {
  const later = (to: string, reason = 'De factuurrun is vrijdag'): DutyEvent => ({
    type: 'postponed',
    by: anna,
    to,
    reason,
  });

  it('moves the due date, keeps the old one in the evidence, and moves it on the lists', () => {
    const duty = aDuty('verify-change');

    const decision = decide(duty, later('2026-12-08'), fixedNow);

    assert.equal(decision.duty.dueOn, '2026-12-08');
    assert.deepEqual(decision.evidence[0]?.data, {
      from: '2026-12-03',
      to: '2026-12-08',
      reason: 'De factuurrun is vrijdag',
    });
    assert.ok(decision.effects.some((effect) => effect.do === 'list'));
  });

  it('is done twice at most, and the same click twice is once', () => {
    const once = after(aDuty('verify-change'), later('2026-12-08'));
    const repeated = decide(once, later('2026-12-08'), fixedNow);
    const twice = after(once, later('2026-12-15'));

    const third = decide(twice, later('2026-12-22'), fixedNow);

    assert.equal(repeated.verdict, 'repeated');
    assert.equal(third.verdict, 'too-often');
    assert.equal(third.duty.dueOn, '2026-12-15');
  });
});
