import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { DutyEvent } from '../../bot/lifecycle/decide.ts';
import { decide } from '../../bot/lifecycle/decide.ts';
import type { Duty } from '../../bot/lifecycle/duty.ts';
import { assigneeOf } from '../../bot/lifecycle/duty.ts';
import { isToVerify } from '../../bot/lifecycle/standing.ts';
import type { EvidenceRecord } from '../../bot/lifecycle/record.ts';
import { seal } from '../../bot/lifecycle/record.ts';
import { aDuty, anna, bram, fixedNow } from '../support/duties.ts';

function story(duty: Duty, events: readonly ((duty: Duty) => DutyEvent)[]) {
  const records: EvidenceRecord[] = [];
  let now = duty;
  for (const event of events) {
    const decision = decide(now, event(now), fixedNow);
    const sealed = seal(decision.duty, decision.evidence, fixedNow);
    records.push(...sealed.records);
    now = sealed.duty;
  }
  return { duty: now, types: records.map(({ type }) => type) };
}

const says =
  (outcome: 'fulfilled' | 'problem' | 'unable') =>
  (duty: Duty): DutyEvent => ({
    type: 'answered',
    by: anna,
    outcome,
    values: { outcome },
    generation: assigneeOf(duty, anna.aadObjectId)?.generation ?? 0,
    via: 'card',
  });
const planned = (): DutyEvent => ({
  type: 'finding-planned',
  by: bram,
  owner: bram,
  dueOn: '2026-11-27',
});
const replySent = (): DutyEvent => ({ type: 'reply-sent', by: anna, text: 'Betreft: CHG-4711' });
const solved =
  (text = 'Opgelost in 2026.4.1') =>
  (): DutyEvent => ({
    type: 'vendor-reacted',
    by: bram,
    text,
    solved: true,
  });
const accepted = (): DutyEvent => ({
  type: 'risk-accepted',
  by: bram,
  acceptedBy: 'Carla Smit',
  reason: 'Er is een andere weg',
  until: '2027-01-15',
});

describe('the way of a negative answer', () => {
  it('ends with proof: reply, reaction, and the same person finds it solved', () => {
    const { duty, types } = story(aDuty('verify-change'), [
      says('problem'),
      planned,
      replySent,
      solved(),
      says('fulfilled'),
    ]);

    assert.equal(duty.status, 'fulfilled');
    assert.deepEqual(
      duty.findings.map(({ status, closedBecause, owner }) => [status, closedBecause, owner]),
      [['closed', 'verified', bram]],
    );
    assert.deepEqual(types, [
      'answered',
      'finding',
      'finding',
      'replied',
      'replied',
      'answered',
      'closed',
    ]);
  });

  it('calls it a correction, not a verification, when no solution was reported', () => {
    const { duty, types } = story(aDuty('verify-change'), [
      says('problem'),
      replySent,
      says('fulfilled'),
    ]);

    assert.equal(duty.status, 'fulfilled');
    assert.deepEqual(
      duty.findings.map(({ closedBecause }) => closedBecause),
      ['corrected'],
    );
    assert.equal(types.at(-1), 'closed');
  });

  it('gives a finding five working days where nobody says otherwise', () => {
    const { duty } = story(aDuty('verify-change'), [says('problem')]);

    assert.equal(duty.findings[0]?.dueOn, '2026-11-30');
  });

  it('asks the person who found it again when the vendor says that it is solved, and nobody before', () => {
    const { duty: waiting } = story(aDuty('verify-change'), [says('problem'), replySent]);
    const decision = decide(waiting, solved()(), fixedNow);

    assert.equal(isToVerify(waiting, anna.aadObjectId), false);
    assert.equal(isToVerify(decision.duty, anna.aadObjectId), true);
    assert.equal(decision.duty.status, 'problem');
    const posted = decision.effects.filter((effect) => effect.do === 'post-card');
    assert.deepEqual(
      posted.map((effect) => effect.do === 'post-card' && effect.person),
      [anna.aadObjectId],
    );
    assert.equal(new Set(decision.effects.map(({ key }) => key)).size, decision.effects.length);
  });

  it('counts the very same "no" as a failed round when a solution is verified', () => {
    const { duty } = story(aDuty('verify-change'), [
      says('problem'),
      replySent,
      solved(),
      says('problem'),
    ]);

    assert.equal(duty.status, 'problem');
    assert.equal(duty.findings[0]?.failedRounds, 1);
    assert.equal(duty.findings[0]?.reply, undefined, 'a new reply to the vendor is due');
    assert.equal(duty.findings.length, 1);
  });

  it('escalates after two failed rounds, once', () => {
    const round = [solved('eerste'), says('problem')];
    const { duty, types } = story(aDuty('verify-change'), [
      says('problem'),
      ...round,
      solved('tweede'),
    ]);
    const decision = decide(duty, says('problem')(duty), fixedNow);

    assert.ok(!types.includes('escalated'));
    assert.deepEqual(
      decision.effects
        .filter((effect) => effect.do === 'escalate')
        .map(({ key }) => key.split(':')[0]),
      ['escalate'],
    );
    assert.ok(decision.evidence.some(({ type }) => type === 'escalated'));
  });

  it('stays a problem when the solution cannot be judged', () => {
    const { duty } = story(aDuty('verify-change'), [says('problem'), solved(), says('unable')]);

    assert.equal(duty.status, 'problem');
    assert.equal(duty.findings[0]?.status, 'open');
  });

  it('closes without proof only by a name, a reason and an end date', () => {
    const { duty, types } = story(aDuty('verify-change'), [says('problem'), accepted]);

    assert.equal(duty.status, 'fulfilled');
    assert.deepEqual(duty.findings[0]?.acceptance, {
      by: 'Carla Smit',
      reason: 'Er is een andere weg',
      until: '2027-01-15',
    });
    assert.equal(types.at(-1), 'closed');
  });

  it('has nothing to follow without a finding, and does each thing once', () => {
    const open = aDuty('verify-change');
    const { duty } = story(open, [says('problem'), planned, replySent, solved()]);

    const without = [planned, replySent, solved(), accepted].map((event) =>
      decide(open, event(), fixedNow),
    );
    const again = [planned, replySent, solved()].map((event) => decide(duty, event(), fixedNow));

    assert.deepEqual(new Set(without.map(({ verdict }) => verdict)), new Set(['no-finding']));
    assert.deepEqual(new Set(again.map(({ verdict }) => verdict)), new Set(['repeated']));
    assert.ok(again.every((decision) => decision.duty === duty));
  });
});
