import type { Person } from '../../bot/duty/ids.ts';
import assert from 'node:assert/strict';
import type { Outcome, Role, Rule } from '../../bot/kinds/kind.ts';
import { decide } from '../../bot/duty/decide.ts';
import type { Duty } from '../../bot/duty/duty.ts';
import { assigneeOf, openFinding } from '../../bot/duty/duty.ts';
import { indexKeysOf } from '../../bot/duty/indexed.ts';
import { secondsAfter } from '../../bot/duty/time/instant.ts';
import {
  awaits,
  isAsked,
  isToVerify,
  lacksSecondPerson,
  progressOf,
  troubled,
  waitsFor,
} from '../../bot/duty/answering/quorum.ts';
import { viewOf, viewWaitsFor } from '../../bot/duty/view.ts';
import { after, answerOf } from '../support/duties/answers.ts';
import {
  aDuty,
  anna,
  anOpening,
  asked,
  bram,
  carla,
  fixedNow,
  opened,
} from '../support/duties/duties.ts';

type Seat = readonly [person: Person, processes?: readonly string[]];

/** A change that is asked of people under a rule; a process for each where it is given. */
function askedOf(rule: Rule | undefined, ...seats: readonly Seat[]): Duty {
  return aDuty('verify-change', {
    rule,
    assignees: seats.map(([{ aadObjectId, name }, processes]) => ({
      aadObjectId,
      name,
      ...(processes ? { processes } : {}),
    })),
    details: { summary: 'Nieuwe btw-codes', checks: ['inloggen', 'factuurrun', 'koppelingen'] },
  });
}

let minute = 0;
const nextMinute = () => secondsAfter(fixedNow, 60 * (minute += 1));

const says = (duty: Duty, by: Person, outcome: Outcome): Duty =>
  after(duty, answerOf(duty, outcome, { by }), nextMinute());
const verdictOf = (duty: Duty, by: Person, outcome: Outcome) =>
  decide(duty, answerOf(duty, outcome, { by }), nextMinute()).verdict;
const solvedBy = (duty: Duty, text: string): Duty =>
  after(duty, { type: 'vendor-reacted', by: carla, text, solved: true }, nextMinute());
const handOver = (from: Person, to: Person) =>
  ({
    type: 'handed-over',
    by: from,
    from: from.aadObjectId,
    to,
    reason: 'vrij',
    because: 'hand-over',
  }) as const;
const names = (duty: Duty, holds: (duty: Duty, id: Person['aadObjectId']) => boolean) =>
  [anna, bram, carla].filter(({ aadObjectId }) => holds(duty, aadObjectId));

describe('a duty that everybody has to answer', () => {
  const forAll = () => askedOf('all', [anna], [bram], [carla]);

  it('stays open until the last one has, and says how many are still to come', () => {
    const states = [forAll()];
    for (const person of [anna, bram, carla]) {
      states.push(says(states.at(-1) ?? forAll(), person, 'fulfilled'));
    }

    assert.deepEqual(
      states.map((duty) => [duty.status, progressOf(duty).answered]),
      [
        ['open', 0],
        ['open', 1],
        ['open', 2],
        ['fulfilled', 3],
      ],
    );
  });

  it('waits for the others while one has found a problem', () => {
    const duty = says(forAll(), anna, 'problem');

    assert.equal(duty.status, 'problem');
    assert.deepEqual(names(duty, awaits), [bram, carla]);
  });

  it('is not fulfilled by a risk that is accepted while others have not looked', () => {
    const problem = says(forAll(), anna, 'problem');
    const accepted = {
      type: 'risk-accepted',
      by: carla,
      acceptedBy: 'Mia',
      reason: 'kan',
    } as const;

    const borne = after(problem, { ...accepted, until: '2027-01-01' });
    const whole = says(says(borne, bram, 'fulfilled'), carla, 'fulfilled');

    assert.deepEqual([borne.status, whole.status], ['open', 'fulfilled']);
  });

  it('asks nobody to verify again what was accepted before', () => {
    const accepted = {
      type: 'risk-accepted',
      by: carla,
      acceptedBy: 'Mia',
      reason: 'kan',
    } as const;
    const borne = after(
      says(forAll(), anna, 'problem'),
      { ...accepted, until: '2027-01-01' },
      nextMinute(),
    );

    const second = solvedBy(says(borne, bram, 'problem'), 'Hersteld');

    assert.deepEqual(names(second, isToVerify), [bram]);
    assert.equal(says(second, bram, 'fulfilled').findings.at(-1)?.closedBecause, 'verified');
  });

  it('lets a second problem join the finding: the vendor gets a new reply', () => {
    const one = says(forAll(), anna, 'problem');
    const sent = after(one, { type: 'reply-sent', by: anna, text: 'Fout' });

    const two = decide(sent, answerOf(sent, 'problem', { by: bram }), nextMinute());

    assert.equal(openFinding(two.duty)?.reply, undefined);
    assert.equal(openFinding(two.duty)?.failedVerifications, 0);
    assert.deepEqual(
      two.evidence.map(({ type }) => type),
      ['answered', 'finding'],
    );
    assert.equal(troubled(two.duty).length, 2);
  });

  it('is verified by everybody who found the problem, and by nobody else', () => {
    const wrong = says(says(forAll(), anna, 'problem'), bram, 'problem');
    const solved = solvedBy(wrong, 'Hersteld');

    const half = says(solved, anna, 'fulfilled');
    const whole = says(half, bram, 'fulfilled');

    assert.deepEqual(names(solved, isToVerify), [anna, bram]);
    assert.deepEqual(names(half, isToVerify), [bram]);
    assert.equal(openFinding(half)?.id, 'F-1');
    assert.deepEqual([whole.status, whole.findings[0]?.closedBecause], ['open', 'verified']);
  });

  it('is not verified any further once one of them finds that it failed', () => {
    const wrong = says(says(forAll(), anna, 'problem'), bram, 'problem');

    const failed = says(solvedBy(wrong, 'Hersteld'), anna, 'problem');

    assert.deepEqual([failed.verifying, names(failed, isToVerify)], [false, []]);
    assert.deepEqual(names(solvedBy(failed, 'Nu echt'), isToVerify), [anna, bram]);
  });

  it('does not call a first look a failed round while a solution is verified', () => {
    const solved = solvedBy(says(forAll(), anna, 'problem'), 'Hersteld');

    const joined = says(solved, bram, 'problem');

    assert.equal(openFinding(joined)?.failedVerifications, 0);
    assert.deepEqual(names(joined, isToVerify), [anna]);
    assert.equal(openFinding(says(joined, anna, 'problem'))?.failedVerifications, 1);
  });
});

describe('a duty with a part for each', () => {
  it('is settled when every process was looked at, by whoever has it', () => {
    const duty = askedOf(undefined, [anna, ['inloggen']], [bram, ['factuurrun', 'koppelingen']]);

    const half = says(duty, anna, 'fulfilled');

    assert.equal(duty.rule, 'per-process');
    assert.deepEqual([half.status, says(half, bram, 'fulfilled').status], ['open', 'fulfilled']);
  });

  it('needs one of two people with the same process', () => {
    const same = ['inloggen', 'factuurrun', 'koppelingen'];
    const duty = askedOf(undefined, [anna, same], [bram, same]);

    const answered = says(duty, bram, 'fulfilled');

    assert.equal(answered.status, 'fulfilled');
    assert.equal(verdictOf(answered, anna, 'fulfilled'), 'too-late');
  });

  it('asks nothing more of whoever has all of it, once each part was answered for', () => {
    const duty = askedOf(
      undefined,
      [anna, ['inloggen']],
      [bram, ['factuurrun', 'koppelingen']],
      [carla],
    );

    const done = says(says(duty, anna, 'fulfilled'), bram, 'fulfilled');

    assert.deepEqual([done.status, progressOf(done)], ['fulfilled', { answered: 3, asked: 3 }]);
  });

  it('takes the part along when it is handed over', () => {
    const duty = askedOf(undefined, [anna, ['inloggen']], [bram, ['factuurrun', 'koppelingen']]);

    const given = after(duty, handOver(anna, carla));

    assert.deepEqual(assigneeOf(given, carla.aadObjectId)?.part, ['inloggen']);
    assert.equal(says(says(given, bram, 'fulfilled'), carla, 'fulfilled').status, 'fulfilled');
  });

  it('lets whoever found the problem answer after all, also where a colleague covers the part', () => {
    const duty = askedOf(undefined, [anna, ['inloggen']], [bram]);
    const wrong = says(duty, anna, 'problem');

    const unsure = says(says(wrong, bram, 'fulfilled'), anna, 'unable');

    assert.equal(unsure.status, 'problem');
    assert.deepEqual(names(unsure, isAsked), [anna]);
    assert.equal(says(unsure, anna, 'fulfilled').status, 'fulfilled');
  });
});

describe('four eyes', () => {
  it('are two people, not one person twice', () => {
    const duty = askedOf('four-eyes', [anna], [bram], [carla]);

    const once = says(duty, anna, 'fulfilled');
    const twice = says(once, anna, 'problem');

    assert.deepEqual([once.status, twice.status], ['open', 'problem']);
    assert.equal(progressOf(twice).answered, 1);
    assert.equal(says(says(twice, anna, 'fulfilled'), carla, 'fulfilled').status, 'fulfilled');
  });

  it('want no third answer', () => {
    const duty = says(
      says(askedOf('four-eyes', [anna], [bram], [carla]), anna, 'fulfilled'),
      bram,
      'fulfilled',
    );

    assert.equal(verdictOf(duty, carla, 'fulfilled'), 'too-late');
    assert.deepEqual(names(duty, waitsFor), []);
  });

  it('take a "no" all the same: what does not work is not too late', () => {
    const duty = says(
      says(askedOf('four-eyes', [anna], [bram], [carla]), anna, 'fulfilled'),
      bram,
      'fulfilled',
    );

    assert.equal(says(duty, carla, 'problem').status, 'problem');
  });

  it('do not count whoever could not judge', () => {
    const duty = says(
      says(askedOf('four-eyes', [anna], [bram]), anna, 'unable'),
      bram,
      'fulfilled',
    );

    assert.equal(duty.status, 'open');
    assert.deepEqual(names(duty, isAsked), [anna]);
  });

  it('are open again when one of two answers is taken back', () => {
    const both = says(
      says(askedOf('four-eyes', [anna], [bram], [carla]), anna, 'fulfilled'),
      bram,
      'fulfilled',
    );

    const back = says(both, bram, 'unable');

    assert.equal(back.status, 'open');
    assert.deepEqual(names(back, isAsked), [bram, carla]);
  });

  it('are not two key users where an office has to look as well', () => {
    const role: Role = 'security';
    const opening = anOpening('verify-incident', {
      assignees: [anna, bram].map(({ aadObjectId, name }) => ({ aadObjectId, name })),
    });
    const assignees = [...opening.assignees, { ...carla, role }];
    const { duty } = opened({ ...opening, assignees, rule: 'four-eyes' });

    const two = says(says(duty, anna, 'fulfilled'), bram, 'fulfilled');

    assert.deepEqual([two.status, progressOf(two).answered], ['open', 1]);
    assert.equal(says(two, carla, 'fulfilled').status, 'fulfilled');
  });
});

describe('whoever asked for a change with a high impact', () => {
  const details = { summary: 'Nieuwe btw-codes', impact: 'high', requestedBy: anna.name };
  const duty = (more = {}, requesters = [anna.aadObjectId]) => {
    const people = asked(anna, bram);
    const opening = anOpening('verify-change', { details: { ...details, ...more }, ...people });
    return opened(opening, { requesters }).duty;
  };

  it('may say that it does not work, and not that it does', () => {
    const verdicts = (['fulfilled', 'problem', 'unable'] as const).map((outcome) =>
      verdictOf(duty(), anna, outcome),
    );

    assert.deepEqual(verdicts, ['not-independent', 'done', 'done']);
  });

  it('is the person, not the name: somebody else of that name may say that it works', () => {
    const namesake = { ...bram, name: anna.name };

    assert.equal(verdictOf(duty(), namesake, 'fulfilled'), 'done');
    assert.equal(
      verdictOf(duty(), { ...anna, name: 'A. de Vries' }, 'fulfilled'),
      'not-independent',
    );
  });

  it('is still known by name in a duty that was stored before object ids were looked up', () => {
    const old: Duty = { ...duty(), requesters: [anna.name.toLowerCase()] };

    assert.equal(verdictOf(old, anna, 'fulfilled'), 'not-independent');
  });

  it('may say so where the impact is not high', () => {
    assert.equal(verdictOf(duty({ impact: 'normal' }, []), anna, 'fulfilled'), 'done');
  });

  it('is anybody where the name is nobody that is known: then two people answer', () => {
    const unknown = duty({ requestedBy: 'Somebody Else' }, []);

    const one = says(unknown, anna, 'fulfilled');

    assert.deepEqual([unknown.rule, one.status], ['four-eyes', 'open']);
    assert.equal(says(one, bram, 'fulfilled').status, 'fulfilled');
  });

  it('is anybody also where each has a part: one person alone does not settle it', () => {
    const assignees = [
      { aadObjectId: anna.aadObjectId },
      { aadObjectId: bram.aadObjectId, processes: ['factuurrun'] },
    ];
    const unknown = aDuty('verify-change', {
      details: { ...details, checks: ['inloggen', 'factuurrun'] },
      rule: 'per-process',
      assignees,
    });

    const one = says(unknown, anna, 'fulfilled');

    assert.deepEqual([one.status, names(one, isAsked)], ['open', [bram]]);
    assert.equal(says(one, bram, 'fulfilled').status, 'fulfilled');
  });

  it('does not get the duty from a colleague', () => {
    const requesters = [anna.aadObjectId];
    const forBram = opened(anOpening('verify-change', { details, ...asked(bram) }), {
      requesters,
    }).duty;

    const { verdict, duty: next } = decide(forBram, handOver(bram, anna), fixedNow);

    assert.deepEqual([verdict, next], ['not-independent', forBram]);
  });
});

describe('a duty that takes two people and is asked of one', () => {
  const asking = (person: Person) => ({ type: 'second-asked', by: bram, person }) as const;
  const unknown = () =>
    aDuty('verify-change', {
      details: { summary: 'Nieuwe btw-codes', impact: 'high', requestedBy: 'Somebody Else' },
      ...asked(anna),
    });

  it('lacks a second person until somebody is asked as well, who then settles it', () => {
    const one = says(unknown(), anna, 'fulfilled');

    const { verdict, duty, effects } = decide(one, asking(carla), nextMinute());

    assert.deepEqual(
      [verdict, lacksSecondPerson(one), lacksSecondPerson(duty)],
      ['done', true, false],
    );
    assert.ok(
      effects.some((effect) => effect.do === 'post-card' && effect.person === carla.aadObjectId),
    );
    assert.equal(says(duty, carla, 'fulfilled').status, 'fulfilled');
  });

  it('asks nobody who is asked already, and nobody as a third', () => {
    const { duty: both } = decide(unknown(), asking(carla), nextMinute());

    const again = [anna, bram].map((person) => decide(both, asking(person), nextMinute()).verdict);

    assert.deepEqual(again, ['asked-already', 'too-late']);
  });

  it('does not ask the requester', () => {
    const opening = anOpening('verify-change', {
      details: { summary: 'Nieuwe btw-codes', impact: 'high', requestedBy: carla.name },
      ...asked(anna, bram),
      rule: 'four-eyes',
    });
    const { duty } = opened(opening, { requesters: [carla.aadObjectId] });
    const left = { ...duty, assignees: duty.assignees.slice(0, 1) };

    assert.equal(decide(left, asking(carla), nextMinute()).verdict, 'not-independent');
  });
});

describe('a solution', () => {
  it('is verified again when the vendor says the same once more after it failed', () => {
    const wrong = says(askedOf(undefined, [anna]), anna, 'problem');
    const failed = says(solvedBy(wrong, 'Opgelost'), anna, 'problem');

    const again = decide(
      failed,
      { type: 'vendor-reacted', by: carla, text: 'Opgelost', solved: true },
      nextMinute(),
    );

    assert.equal(again.verdict, 'done');
    assert.deepEqual(names(again.duty, isToVerify), [anna]);
    assert.ok(again.effects.some((effect) => effect.do === 'post-card'));
  });

  it('is still to be verified when whoever found the problem cannot judge it', () => {
    const solved = solvedBy(says(askedOf(undefined, [anna], [bram]), anna, 'problem'), 'Hersteld');

    const unsure = says(solved, anna, 'unable');
    const given = after(unsure, handOver(anna, carla));

    assert.equal(unsure.status, 'problem');
    assert.deepEqual(names(given, isToVerify), [bram, carla]);
    assert.equal(says(given, carla, 'problem').findings[0]?.failedVerifications, 1);
    assert.equal(says(given, carla, 'fulfilled').findings[0]?.closedBecause, 'verified');
  });
});

describe('the list of one person', () => {
  const listed = (duty: Duty) =>
    indexKeysOf(duty).flatMap((indexKey) => (indexKey.list === 'person' ? [indexKey.person] : []));

  it('holds what waits for an answer, and no more once it was given', () => {
    const duty = askedOf('all', [anna], [bram], [carla]);

    const half = says(duty, anna, 'fulfilled');

    assert.deepEqual(listed(half), [bram.aadObjectId, carla.aadObjectId]);
  });

  it('holds a problem for whoever found it and as waiting for whoever has still to answer', () => {
    const duty = says(askedOf('all', [anna], [bram]), anna, 'problem');
    const view = viewOf(duty);

    assert.deepEqual(listed(duty), [anna.aadObjectId, bram.aadObjectId]);
    assert.deepEqual(
      [anna, bram].map(({ aadObjectId }) => viewWaitsFor(view, aadObjectId)),
      [false, true],
    );
  });

  it('does not hold a problem for somebody from whom nothing is wanted', () => {
    const duty = says(askedOf(undefined, [anna], [bram]), anna, 'problem');

    assert.deepEqual(listed(duty), [anna.aadObjectId]);
  });
});

describe('a correction', () => {
  it('brings nothing about once more, and a failed verification does', () => {
    const first = aDuty('verify-incident');
    const alerts = (duty: Duty, note: string) => {
      const values = { outcome: 'not-solved', note };
      const event = { ...answerOf(duty, 'problem'), values };
      const { effects, duty: next } = decide(duty, event, nextMinute());
      return { next, alerted: effects.filter((effect) => effect.do === 'alert').length };
    };

    const told = alerts(first, 'nog leeg');
    const corrected = alerts(told.next, 'nog steeds leeg');
    const failed = alerts(solvedBy(corrected.next, 'Hersteld'), 'weer leeg');

    assert.deepEqual([told.alerted, corrected.alerted, failed.alerted], [1, 0, 1]);
  });
});
