import type { Instant, Person } from '../../../bot/duty/ids.ts';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placesOf, rangesOf } from '../../../bot/kinds/rows/ranges.ts';
import { decide } from '../../../bot/duty/decide.ts';
import type { Decision, DutyEvent } from '../../../bot/duty/decide.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import { assigneeOf, openFinding } from '../../../bot/duty/duty.ts';
import type { Compared } from '../../../bot/duty/findings/compared.ts';
import { secondsAfter } from '../../../bot/duty/time/instant.ts';
import { isAsked } from '../../../bot/duty/answering/quorum.ts';
import {
  anna,
  anOpening,
  bram,
  carla,
  defined,
  fixedNow,
  opened,
} from '../../support/duties/duties.ts';

const size = 10;
const accounts = Array.from({ length: size }, (_, at) => ({
  account: `user${String(at)}`,
  name: `Naam ${String(at)}`,
}));
const review = (...people: readonly Person[]): Duty => {
  const assignees = people.map(({ aadObjectId, name }) => ({ aadObjectId, name }));
  return opened(anOpening('review-access', { details: { accounts }, assignees })).duty;
};
const handedIn = (
  duty: Duty,
  { by, remove = 0 }: { readonly by: Person; readonly remove?: number | undefined },
  now = fixedNow,
): Decision => {
  const own = placesOf(assigneeOf(duty, by.aadObjectId)?.part, size).length;
  const values = { accounts: own, keep: own - remove, change: 0, remove, unknown: 0 };
  const event: DutyEvent = {
    type: 'answered',
    by,
    outcome: remove > 0 ? 'problem' : 'fulfilled',
    values,
    formVersion: defined(assigneeOf(duty, by.aadObjectId)).formVersion,
    via: 'card',
    attached: { decisions: [] },
  };
  return decide(duty, event, now);
};
const shared = (duty: Duty, by: Person, to: Person, given: readonly number[]): Decision => {
  const own = placesOf(assigneeOf(duty, by.aadObjectId)?.part, size);
  const kept = rangesOf(own.filter((at) => !given.includes(at)));
  return decide(
    duty,
    { type: 'shared-out', by, to, reason: 'Eigen account', kept, given: rangesOf(given) },
    fixedNow,
  );
};
const days = (count: number): Instant => secondsAfter(fixedNow, count * 24 * 3600);
const comparison = (stillThere: readonly string[], sha256 = 'b'.repeat(64)): Compared => ({
  before: { sha256: 'a'.repeat(64), rows: size },
  after: { sha256, rows: size - 1, file: 'nieuw.csv' },
  proven: ['user1'],
  stillThere,
  vanished: 0,
  added: 0,
});
const compared = (
  duty: Duty,
  { still, sha256 }: { readonly still: readonly string[]; readonly sha256?: string | undefined },
  now: Instant,
): Decision =>
  decide(duty, { type: 'export-compared', by: carla, comparison: comparison(still, sha256) }, now);
const effectsOf = ({ effects }: Decision): readonly string[] => effects.map((one) => one.do);

describe('rows that a reviewer cannot judge', () => {
  it('leave one reviewer and stand with another, who gets a card', () => {
    const { duty, evidence, effects } = shared(review(anna), anna, bram, [3, 4]);

    assert.deepEqual(
      duty.assignees.map(({ name, part }) => [name, part]),
      [
        [anna.name, ['0-2', '5-9']],
        [bram.name, ['3-4']],
      ],
    );
    assert.equal(duty.rule, 'per-process');
    assert.deepEqual(
      evidence.map(({ type }) => type),
      ['reassigned'],
    );
    const card = effects.find((one) => one.do === 'post-card');
    assert.ok(card && 'person' in card && card.person === bram.aadObjectId);
  });

  it('leave nothing with who could judge none of them', () => {
    const all = placesOf(undefined, size);

    const { duty } = shared(review(anna), anna, bram, all);

    assert.deepEqual(
      duty.assignees.map(({ name }) => name),
      [bram.name],
    );
    assert.equal(duty.formerAssignees[0]?.handedTo.name, bram.name);
  });

  it('leave as much with everybody who could have answered for all of it', () => {
    const { duty } = shared(review(anna, carla), anna, bram, [3]);
    const done = handedIn(handedIn(duty, { by: carla }).duty, { by: bram }).duty;

    assert.deepEqual(
      duty.assignees.map(({ name, part }) => [name, part]),
      [
        [anna.name, ['0-2', '4-9']],
        [carla.name, ['0-2', '4-9']],
        [bram.name, ['3']],
      ],
    );
    assert.equal(done.status, 'fulfilled');
  });

  it('open the review again for whoever had handed in', () => {
    const begun = shared(review(anna), anna, bram, [3]).duty;
    const done = handedIn(begun, { by: bram }).duty;

    const { duty } = shared(done, anna, bram, [4]);

    assert.ok(!isAsked(done, bram.aadObjectId));
    assert.ok(isAsked(duty, bram.aadObjectId));
    assert.deepEqual(assigneeOf(duty, bram.aadObjectId)?.part, ['3-4']);
  });

  it('are shared by nobody who has handed in, is not asked, or has another with the whole list', () => {
    const done = handedIn(review(anna), { by: anna }).duty;
    const both: Duty = { ...review(anna, bram), rule: 'four-eyes' };

    assert.equal(shared(done, anna, bram, [1]).verdict, 'too-late');
    assert.equal(shared(review(anna), carla, bram, [1]).verdict, 'not-assigned');
    assert.equal(shared(both, anna, carla, [1]).verdict, 'asked-already');
  });

  it('always stand with exactly one reviewer, and the review ends when all have handed in', () => {
    const people = [anna, bram, carla];
    const step = fc.record({
      by: fc.constantFrom(...people),
      to: fc.constantFrom(...people),
      rows: fc.uniqueArray(fc.nat(size - 1), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        let duty = review(anna);
        for (const { by, to, rows } of steps) {
          const own = placesOf(assigneeOf(duty, by.aadObjectId)?.part, size);
          const given = rows.filter((at) => own.includes(at));
          if (given.length === 0 || by === to) continue;
          duty = shared(duty, by, to, given).duty;
        }
        const held = duty.assignees.flatMap(({ part }) => placesOf(part, size));
        assert.deepEqual(
          [...held].sort((one, other) => one - other),
          placesOf(undefined, size),
        );
        for (const { aadObjectId } of duty.assignees) {
          duty = handedIn(duty, {
            by: defined(people.find((one) => one.aadObjectId === aadObjectId)),
          }).duty;
        }
        assert.equal(duty.status, 'fulfilled');
      }),
    );
  });
});

describe('what a review wants removed', () => {
  const problem = (): Decision => handedIn(review(anna), { by: anna, remove: 2 });

  it('is handed out once the review is whole, and asked about after the due date', () => {
    const { effects, duty } = problem();

    const ask = effects.find((one) => one.do === 'ask-export');
    assert.ok(effects.some((one) => one.do === 'hand-out-removals'));
    assert.equal(openFinding(duty)?.dueOn, '2026-11-30');
    assert.deepEqual(ask && 'notBefore' in ask && [ask.dueOn, ask.notBefore], [
      '2026-11-30',
      '2026-12-01T07:00:00.000Z',
    ]);
  });

  it('waits for the others, and has its time from then', () => {
    const begun = shared(review(anna), anna, bram, [3]).duty;

    const first = handedIn(begun, { by: anna, remove: 1 });
    const second = handedIn(first.duty, { by: bram, remove: 0 }, days(4));

    assert.ok(!effectsOf(first).includes('hand-out-removals'));
    assert.ok(effectsOf(second).includes('hand-out-removals'));
    assert.equal(openFinding(second.duty)?.dueOn, '2026-12-04');
  });

  it('is not asked about twice for a due date that stays', () => {
    const owned = decide(
      problem().duty,
      { type: 'finding-planned', owner: carla, dueOn: '2026-11-30' },
      fixedNow,
    );
    const moved = decide(
      owned.duty,
      { type: 'finding-planned', by: bram, owner: carla, dueOn: '2026-12-14' },
      fixedNow,
    );

    assert.ok(!effectsOf(owned).includes('ask-export'));
    assert.ok(effectsOf(moved).includes('ask-export'));
  });

  it('is closed by a list that shows all of it gone', () => {
    const { duty, evidence } = compared(problem().duty, { still: [] }, days(1));

    assert.equal(duty.status, 'fulfilled');
    assert.deepEqual(
      evidence.map(({ type }) => type),
      ['closed'],
    );
    assert.equal(duty.findings[0]?.proof?.sha256, 'b'.repeat(64));
  });

  for (const [after, rounds, dueOn] of [
    [1, 0, '2026-11-30'],
    [7, 0, '2026-11-30'],
    [8, 1, '2026-12-08'],
  ] as const) {
    it(`that is still there after ${String(after)} days has failed ${String(rounds)} times`, () => {
      const { duty } = compared(problem().duty, { still: ['user2'] }, days(after));

      const finding = defined(openFinding(duty));
      assert.deepEqual([finding.failedVerifications, finding.dueOn], [rounds, dueOn]);
    });
  }

  it('is escalated when it failed twice', () => {
    const once = compared(problem().duty, { still: ['user2'] }, days(8));
    const twice = compared(once.duty, { still: ['user2'], sha256: 'c'.repeat(64) }, days(20));

    assert.ok(!effectsOf(once).includes('escalate'));
    assert.ok(effectsOf(once).includes('ask-export'));
    assert.ok(effectsOf(twice).includes('escalate'));
  });

  it('is compared once with the same list, and not at all when nothing is open', () => {
    const once = compared(problem().duty, { still: ['user2'] }, days(1)).duty;
    const closed = compared(problem().duty, { still: [] }, days(1)).duty;

    assert.equal(compared(once, { still: ['user2'] }, days(2)).verdict, 'repeated');
    assert.equal(compared(closed, { still: [] }, days(2)).verdict, 'no-finding');
    assert.equal(compared(review(anna), { still: [] }, days(2)).verdict, 'no-finding');
  });

  it('is asked about once for each due date', () => {
    const event = { type: 'export-asked', finding: 'F-1', dueOn: '2026-11-30', to: [] } as const;

    const asked = decide(problem().duty, event, days(8));

    assert.deepEqual(
      asked.evidence.map(({ type }) => type),
      ['reminded'],
    );
    assert.equal(decide(asked.duty, event, days(9)).verdict, 'repeated');
    const other = { ...event, dueOn: '2026-12-24' };
    assert.equal(decide(asked.duty, other, days(9)).verdict, 'no-finding');
  });
});
