import assert from 'node:assert/strict';
import {
  answerCounts,
  awaits,
  concerns,
  isAsked,
  isRequester,
  lacksSecondPerson,
  mayAnswer,
  progressOf,
  replaceable,
  troubled,
  verifiers,
} from '../../../bot/duty/answering/quorum.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import type { Instant, Person, PersonId } from '../../../bot/duty/ids.ts';
import { secondsAfter } from '../../../bot/duty/time/instant.ts';
import type { Outcome, Role } from '../../../bot/kinds/kind.ts';
import { after, answered, answerOf, withdrawal } from '../../support/duties/answers.ts';
import { aDuty, anna, aPerson, asked, bram, carla, fixedNow } from '../../support/duties/duties.ts';

const dora = aPerson('22222222-aaaa-4bbb-8ccc-000000000005', 'Dora Bos');
const everybody = [anna, bram, carla, dora];
const those = (duty: Duty, holds: (duty: Duty, person: PersonId) => boolean) =>
  everybody.filter(({ aadObjectId }) => holds(duty, aadObjectId));
const minute = (at: number): Instant => secondsAfter(fixedNow, 60 * at);
const says = (duty: Duty, by: Person, [outcome, at]: readonly [Outcome, number]): Duty =>
  after(duty, answerOf(duty, outcome, { by }), minute(at));
const solved = (duty: Duty, at: number): Duty =>
  after(duty, { type: 'vendor-reacted', by: dora, text: 'Hersteld', solved: true }, minute(at));
/** The duty as it is where one of those who are asked helps out for another. */
const helping = (duty: Duty, helper: Person, whom: Person): Duty => ({
  ...duty,
  assignees: duty.assignees.map((one) =>
    one.aadObjectId === helper.aadObjectId ? { ...one, standsInFor: whom.aadObjectId } : one,
  ),
});
const byProcess = (
  ...seats: readonly (readonly [person: Person, processes?: readonly string[]])[]
): Duty =>
  aDuty('verify-change', {
    rule: 'per-process',
    assignees: seats.map(([{ aadObjectId, name }, processes]) => ({
      ...{ aadObjectId, name },
      ...(processes ? { processes } : {}),
    })),
    details: { summary: 'Nieuw', checks: ['inloggen', 'factuurrun'] },
  });

describe('a duty with a part for each, half way', () => {
  const three = byProcess([anna, ['inloggen']], [bram, ['inloggen']], [carla, ['factuurrun']]);

  it('counts whoever answered and whoever has nothing left, and asks only the others', () => {
    const half = answered(three, 'fulfilled');

    assert.deepEqual(progressOf(three), { answered: 0, asked: 3 });
    assert.deepEqual(progressOf(half), { answered: 2, asked: 3 });
    assert.deepEqual([half.status, those(half, isAsked)], ['open', [carla]]);
  });

  it('is whole with the one answer of whoever has all of it', () => {
    const duty = byProcess([anna, ['inloggen']], [bram]);

    const { status } = answered(duty, 'fulfilled', bram);

    assert.deepEqual([status, answered(duty, 'fulfilled').status], ['fulfilled', 'open']);
  });

  it('is not answered for by nobody where its kind knows no parts', () => {
    const duty: Duty = { ...aDuty('inform-staff', asked(anna, bram)), rule: 'per-process' };

    assert.deepEqual(those(duty, isAsked), [anna, bram]);
    assert.deepEqual(progressOf(duty), { answered: 0, asked: 2 });
  });
});

describe('a duty of four eyes where offices look as well', () => {
  const office = (person: Person, role: Role) => ({ ...person, role });
  const duty: Duty = {
    ...aDuty('verify-incident', { ...asked(anna, bram), rule: 'four-eyes' }),
  };
  const [own] = duty.assignees;
  const withOffices: Duty = {
    ...duty,
    assignees: [
      ...duty.assignees,
      ...[office(carla, 'security'), office(dora, 'privacy')].map((one) => ({ ...own, ...one })),
    ] as Duty['assignees'],
  };

  it('is settled by one of them beside somebody else, and not by one alone', () => {
    const one = answered(withOffices, 'fulfilled', carla);

    assert.deepEqual([one.status, progressOf(one).answered], ['open', 1]);
    assert.equal(answered(one, 'fulfilled').status, 'fulfilled');
    assert.equal(answered(one, 'fulfilled', dora).status, 'fulfilled');
  });
});

describe('a duty of everybody where one helps out for another', () => {
  const duty = helping(
    aDuty('verify-change', { rule: 'all', ...asked(anna, bram, carla) }),
    carla,
    bram,
  );

  it('asks neither of the two once one of them answered, and the others still', () => {
    const half = answered(duty, 'fulfilled', carla);

    assert.deepEqual([half.status, those(half, isAsked)], ['open', [anna]]);
    assert.equal(answered(half, 'fulfilled').status, 'fulfilled');
  });

  it('keeps them one where the duty of either goes to a colleague', () => {
    const given = (from: Person): Duty =>
      after(duty, {
        ...{ type: 'handed-over', by: from, from: from.aadObjectId, to: dora },
        ...{ reason: 'vrij', because: 'hand-over' },
      });

    for (const [from, other] of [
      [bram, carla],
      [carla, bram],
    ] as const) {
      const half = answered(given(from), 'fulfilled', other);
      assert.deepEqual(
        [those(half, isAsked), progressOf(half)],
        [[anna], { answered: 1, asked: 2 }],
      );
      assert.deepEqual(those(answered(given(from), 'fulfilled', dora), isAsked), [anna]);
    }
  });

  it('asks the other of the two where it takes two people and only one answered', () => {
    const pair = helping(aDuty('verify-change', { rule: 'all', ...asked(anna, bram) }), bram, anna);
    const half = answered({ ...pair, secondPerson: true }, 'fulfilled');

    assert.deepEqual([half.status, those(half, isAsked)], ['open', [bram]]);
    assert.equal(lacksSecondPerson(half), false);
    assert.deepEqual(progressOf(half), { answered: 1, asked: 2 });
    const both = answered(half, 'fulfilled', bram);
    assert.deepEqual([both.status, progressOf(both)], ['fulfilled', { answered: 2, asked: 2 }]);
  });
});

describe('a duty that takes two people', () => {
  it('asks nobody as a third whose part two others answered for', () => {
    const both = ['inloggen', 'factuurrun'];
    const duty: Duty = {
      ...byProcess(
        [anna, both],
        [bram, ['inloggen']],
        [carla, ['inloggen']],
        [dora, ['factuurrun']],
      ),
      secondPerson: true,
    };
    const two = answered(answered(duty, 'fulfilled'), 'fulfilled', bram);

    assert.deepEqual([two.status, those(two, mayAnswer)], ['fulfilled', [anna, bram]]);
  });

  it('is half done with the answer of one, whoever else is asked', () => {
    const alone: Duty = {
      ...aDuty('verify-change', { rule: 'all', ...asked(anna) }),
      secondPerson: true,
    };
    const parts: Duty = { ...byProcess([anna], [bram, ['inloggen']]), secondPerson: true };
    const three: Duty = { ...byProcess([anna], [bram, ['inloggen']], [carla]), secondPerson: true };

    assert.deepEqual(progressOf(alone), { answered: 0, asked: 2 });
    const { secondPerson: _, ...one } = alone;
    assert.deepEqual(progressOf(one), { answered: 0, asked: 1 });
    assert.deepEqual(progressOf(answered(one, 'fulfilled')), { answered: 1, asked: 1 });
    assert.deepEqual(
      [alone, parts, three].map((duty) => progressOf(answered(duty, 'fulfilled'))),
      [
        { answered: 1, asked: 2 },
        { answered: 1, asked: 2 },
        { answered: 2, asked: 3 },
      ],
    );
    const both = answered(answered(three, 'fulfilled'), 'fulfilled', bram);
    assert.deepEqual([both.status, progressOf(both)], ['fulfilled', { answered: 3, asked: 3 }]);
  });

  it('lacks one where those who could are known to have asked for it, or cannot any more', () => {
    const duty: Duty = { ...aDuty('verify-change', asked(anna, bram)), secondPerson: true };
    const unsure = answered(duty, 'unable', bram);

    assert.deepEqual([lacksSecondPerson(duty), lacksSecondPerson(unsure)], [false, false]);
    assert.equal(lacksSecondPerson({ ...duty, requesters: ['x', bram.aadObjectId] }), true);
    assert.equal(lacksSecondPerson({ ...duty, requesters: ['x', dora.aadObjectId] }), false);
  });
});

describe('whoever is asked', () => {
  const duty = aDuty('verify-change', asked(anna, bram));

  it('is nobody once it was taken back, whoever answered before', () => {
    const unsure = after(answered(duty, 'unable'), withdrawal);
    const half = answered(
      aDuty('verify-change', { rule: 'all', ...asked(anna, bram) }),
      'fulfilled',
    );
    const gone = after(half, withdrawal);

    assert.deepEqual([those(unsure, isAsked), those(unsure, mayAnswer)], [[], []]);
    assert.deepEqual(
      [gone.status, those(gone, isAsked), those(gone, mayAnswer)],
      ['withdrawn', [], []],
    );
  });

  it('is still asked after saying that it cannot be judged, and is not awaited', () => {
    const unsure = answered(duty, 'unable');

    assert.deepEqual(those(unsure, isAsked), [anna, bram]);
    assert.deepEqual(those(unsure, awaits), [bram]);
  });

  it('may correct what was said, and is not asked for it', () => {
    const done = answered(duty, 'fulfilled');

    assert.deepEqual([those(done, mayAnswer), those(done, isAsked)], [[anna], []]);
    assert.deepEqual(those(done, answerCounts), [anna]);
    assert.deepEqual(those(answered(duty, 'unable'), answerCounts), []);
  });

  it('is asked for another answer while a problem is open that nobody sees any more', () => {
    const found = answered(duty, 'problem');
    const unsure = answered(found, 'unable');

    assert.deepEqual([those(found, isAsked), those(unsure, isAsked)], [[], [anna, bram]]);
    assert.deepEqual([those(found, mayAnswer), unsure.status], [[anna], 'problem']);
  });
});

describe('a problem and who looks again', () => {
  const duty = aDuty('verify-change', { rule: 'all', ...asked(anna, bram, carla) });
  const found = says(duty, anna, ['problem', 1]);

  it('is of whoever found what is open, and stands on that list', () => {
    assert.deepEqual(
      troubled(found).map(({ by }) => by),
      [anna],
    );
    assert.deepEqual(those(answered(aDuty('verify-change'), 'problem'), concerns), [anna]);
    assert.deepEqual(troubled(says(found, anna, ['fulfilled', 2])), []);
  });

  it('is nobody’s once the risk of it is borne, though the “no” stands', () => {
    const borne = after(found, {
      ...{ type: 'risk-accepted', by: dora, acceptedBy: 'Directie', reason: 'Kan' },
      until: '2027-01-15',
    });

    assert.deepEqual([borne.status, troubled(borne)], ['open', []]);
    assert.deepEqual(those(borne, concerns), [bram, carla]);
  });

  it('is everybody who is still asked where nobody sees it any more, and nobody who said yes', () => {
    const yes = solved(says(found, bram, ['fulfilled', 2]), 3);

    const unsure = says(yes, anna, ['unable', 4]);

    assert.deepEqual(verifiers(unsure), [anna.aadObjectId, carla.aadObjectId]);
  });

  it('is nobody before a solution, and then whoever found it until that moment', () => {
    const both = says(found, bram, ['problem', 2]);
    const ready = solved(both, 2);
    const joined = says(ready, carla, ['problem', 3]);

    assert.deepEqual(verifiers(both), []);
    assert.deepEqual(verifiers(ready), [anna.aadObjectId, bram.aadObjectId]);
    assert.deepEqual(verifiers(joined), [anna.aadObjectId, bram.aadObjectId]);
  });

  it('goes by the last word that it is solved, not by what was said since', () => {
    const ready = solved(found, 2);
    const joined = says(ready, bram, ['problem', 3]);
    const words = { type: 'vendor-reacted', by: dora, text: 'Wij kijken', solved: false } as const;
    const again = { ...words, text: 'Nu ook bij Bram', solved: true };

    assert.deepEqual(verifiers(after(joined, words, minute(4))), [anna.aadObjectId]);
    assert.deepEqual(verifiers(after(joined, again, minute(4))), [
      anna.aadObjectId,
      bram.aadObjectId,
    ]);
  });
});

describe('whoever asked for it', () => {
  const duty: Duty = { ...aDuty('verify-change'), requesters: [carla.aadObjectId, 'dora bos'] };

  it('is each of them, and nobody where nobody is named', () => {
    assert.deepEqual(
      everybody.map((person) => isRequester(duty, person)),
      [false, false, true, true],
    );
    const { requesters: _, ...without } = duty;
    assert.ok(!everybody.some((person) => isRequester(without, person)));
  });
});

describe('from whom the IT team can take a duty of many', () => {
  it('is nobody while one of several has not said anything', () => {
    const all = aDuty('verify-change', { rule: 'all', ...asked(anna, bram, carla) });
    const two = answered(answered(all, 'unable'), 'unable', bram);

    assert.equal(replaceable(two), undefined);
    assert.equal(replaceable(answered(two, 'unable', carla))?.aadObjectId, anna.aadObjectId);
    assert.equal(replaceable(after(all, withdrawal)), undefined);
  });
});
