import type { Person } from '../../../bot/duty/ids.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Values } from '../../../cards/fields.ts';
import { allKinds } from '../../../bot/kinds/index.ts';
import type { DutyEvent } from '../../../bot/duty/decide.ts';
import { decide } from '../../../bot/duty/decide.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import { assigneeOf } from '../../../bot/duty/duty.ts';
import { isToVerify } from '../../../bot/duty/answering/quorum.ts';
import type { EvidenceRecord } from '../../../bot/duty/record/record.ts';
import { seal } from '../../../bot/duty/record/record.ts';
import { aDuty, anna, bram, fixedNow } from '../../support/duties/duties.ts';
import { sealing } from '../../support/duties/sealing.ts';

function story(duty: Duty, events: readonly ((duty: Duty) => DutyEvent)[]) {
  const records: EvidenceRecord[] = [];
  let now = duty;
  for (const event of events) {
    const decision = decide(now, event(now), fixedNow);
    const sealed = seal(decision.duty, decision.evidence, sealing(fixedNow));
    records.push(...sealed.records);
    now = sealed.duty;
  }
  return { duty: now, records, types: records.map(({ type }) => type) };
}

const says =
  (outcome: 'fulfilled' | 'problem' | 'unable', values: Values = { outcome }, reason?: string) =>
  (duty: Duty): DutyEvent => ({
    ...(reason === undefined ? {} : { reason }),
    type: 'answered',
    by: anna,
    outcome,
    values,
    formVersion: assigneeOf(duty, anna.aadObjectId)?.formVersion ?? 0,
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
      says('fulfilled', undefined, 'Verkeerde omgeving bekeken'),
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
    assert.equal(duty.findings[0]?.failedVerifications, 1);
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

describe('the way of a finding that the customer solves', () => {
  const reported = (): DutyEvent => ({
    type: 'solution-reported',
    by: bram,
    text: 'Alsnog verteld',
  });
  const ownedBy = (owner: Person) => (): DutyEvent => ({
    type: 'finding-planned',
    by: anna,
    owner,
    dueOn: '2026-11-27',
  });
  const toldTo = (duty: Duty, event: DutyEvent) =>
    decide(duty, event, fixedNow).effects.flatMap((effect) =>
      effect.do === 'tell' ? [[effect.person, effect.news]] : [],
    );

  it('ends with proof: owner, what was done, and the same person finds it solved', () => {
    const { duty, records } = story(aDuty('inform-staff'), [
      says('problem'),
      ownedBy(bram),
      reported,
      says('fulfilled'),
    ]);

    assert.deepEqual(
      duty.findings.map(({ closedBecause, reactions }) => [closedBecause, reactions[0]?.from]),
      [['verified', 'customer']],
    );
    const [replied] = records.filter(({ type }) => type === 'replied');
    assert.deepEqual(
      [replied?.by?.name, replied?.data],
      [bram.name, { finding: 'F-1', from: 'customer', text: 'Alsnog verteld', solved: true }],
    );
  });

  it('asks whoever found it again, and nobody else', () => {
    const { duty } = story(aDuty('inform-staff'), [says('problem'), ownedBy(bram)]);

    const decision = decide(duty, reported(), fixedNow);

    assert.equal(isToVerify(decision.duty, anna.aadObjectId), true);
    assert.deepEqual(
      decision.effects.flatMap((effect) => (effect.do === 'post-card' ? [effect.person] : [])),
      [anna.aadObjectId],
    );
    assert.equal(decide(decision.duty, reported(), fixedNow).verdict, 'repeated');
  });

  it('tells its owner once, and again what a verification shows', () => {
    const { duty } = story(aDuty('inform-staff'), [says('problem')]);
    const owned = story(duty, [ownedBy(bram)]).duty;
    const moved = { ...ownedBy(bram)(), dueOn: '2026-12-01' };
    const solvedOnce = story(owned, [reported]).duty;

    assert.deepEqual(toldTo(duty, ownedBy(bram)()), [[bram.aadObjectId, 'owner']]);
    assert.deepEqual(toldTo(owned, moved), [], 'another date is no other owner');
    assert.deepEqual(toldTo(duty, ownedBy(anna)()), [], 'who takes it herself knows it');
    assert.deepEqual(toldTo(solvedOnce, says('problem')(solvedOnce)), [
      [bram.aadObjectId, 'owner-again'],
    ]);
    assert.deepEqual(toldTo(solvedOnce, says('fulfilled')(solvedOnce)), [
      [bram.aadObjectId, 'owner-solved'],
    ]);
  });

  it('asks an owner also where the vendor solves it', () => {
    const { duty } = story(aDuty('verify-change'), [says('problem')]);

    assert.deepEqual(toldTo(duty, ownedBy(bram)()), [[bram.aadObjectId, 'owner']]);
  });

  it('is due on the day that the answer names, where it names one', () => {
    const planning = says('problem', { outcome: 'partly', planned: '2026-12-15' });

    const { duty } = story(aDuty('inform-staff'), [planning]);

    assert.equal(duty.findings[0]?.dueOn, '2026-12-15');
  });

  it('is the way of every kind whose work is the customer’s own, and of no other', () => {
    const own = allKinds.filter((kind) => kind.solvedBy === 'customer').map(({ kind }) => kind);

    assert.deepEqual(
      new Set(own),
      new Set(['inform-staff', 'transfer-securely', 'check-capacity', 'nil-return', 'show-done']),
    );
  });
});
