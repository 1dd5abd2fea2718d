import assert from 'node:assert/strict';
import { decide } from '../../../bot/duty/decide.ts';
import type { DutyEvent } from '../../../bot/duty/decide.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import { answered } from '../../support/duties/answers.ts';
import {
  aDuty,
  anna,
  anOpening,
  asked,
  bram,
  carla,
  fixedNow,
  opened,
} from '../../support/duties/duties.ts';

const open = aDuty('verify-change', asked(anna));
const handing = (more: Partial<Extract<DutyEvent, { type: 'handed-over' }>> = {}): DutyEvent => ({
  type: 'handed-over',
  by: anna,
  from: anna.aadObjectId,
  to: bram,
  reason: 'Ik ben er niet',
  because: 'hand-over',
  ...more,
});
const after = (duty: Duty, event: DutyEvent) => decide(duty, event, fixedNow);
const effectsOf = ({ effects }: ReturnType<typeof after>) =>
  effects.map((one) => ('person' in one ? [one.do, one.person] : [one.do]));

describe('a duty that is handed on', () => {
  it('goes with who gave it, to whom and why, to somebody who begins anew', () => {
    const decision = after(open, handing());

    assert.equal(decision.verdict, 'done');
    assert.deepEqual(decision.duty.assignees, [
      {
        ...bram,
        delivery: { state: 'pending' },
        messages: [],
        formVersion: 1,
        handedBy: { from: anna, reason: 'Ik ben er niet', because: 'hand-over' },
      },
    ]);
    assert.deepEqual(
      decision.duty.formerAssignees.map(({ aadObjectId, handedTo }) => [aadObjectId, handedTo]),
      [[anna.aadObjectId, bram]],
    );
    assert.deepEqual(decision.evidence, [
      {
        type: 'reassigned',
        by: anna,
        data: { from: anna, to: bram, reason: 'Ik ben er niet', because: 'hand-over' },
      },
    ]);
    const sent = effectsOf(decision);
    assert.ok(sent.some(([does, person]) => does === 'post-card' && person === bram.aadObjectId));
    assert.ok(!sent.some(([does]) => does === 'say'));
  });

  it('says who gave it where that was somebody else, and nobody where the bot did', () => {
    const byCarla = after(open, handing({ by: carla }));
    const { by: _, ...bots } = handing() as Extract<DutyEvent, { type: 'handed-over' }>;
    const byBot = after(open, { ...bots, because: 'left' });

    assert.deepEqual(byCarla.duty.assignees[0]?.handedBy?.by, carla);
    assert.ok(!('by' in (byBot.duty.assignees[0]?.handedBy ?? {})));
    assert.ok(!('by' in (byBot.evidence[0] ?? {})));
    assert.ok(effectsOf(byBot).some(([does]) => does === 'say'));
  });

  it('takes part and role along, and only then has them', () => {
    const [own] = open.assignees;
    const parts: Duty = {
      ...open,
      assignees: own ? [{ ...own, part: ['inloggen'], role: 'privacy' }] : [],
    };
    const { duty } = after(parts, handing());

    assert.deepEqual(duty.assignees[0]?.part, ['inloggen']);
    assert.equal(duty.assignees[0]?.role, 'privacy');
    const plain = after(open, handing()).duty.assignees[0] ?? {};
    assert.ok(!('part' in plain) && !('role' in plain));
  });

  it('leaves a person without a name without one', () => {
    const [own] = open.assignees;
    const { name: _, ...nameless } = own ?? {};
    const decision = after({ ...open, assignees: [nameless as never] }, handing());

    assert.deepEqual(decision.duty.assignees[0]?.handedBy?.from, { aadObjectId: anna.aadObjectId });
  });

  it('keeps three hundred signs of a reason, and the whole in the evidence', () => {
    const reason = 'r'.repeat(500);
    const decision = after(open, handing({ reason }));

    assert.equal(decision.duty.assignees[0]?.handedBy?.reason.length, 300);
    assert.ok(JSON.stringify(decision.evidence).includes(reason));
  });

  it('comes back to somebody with the card and the forms that this person had before', () => {
    const [own] = open.assignees;
    const message = { conversationId: 'a:1', activityId: 'm', serviceUrl: 'https://x' };
    const had: Duty = {
      ...open,
      assignees: own ? [{ ...own, messages: [message], formVersion: 4 }] : [],
    };
    const away = after(had, handing()).duty;
    const back = after(away, handing({ by: bram, from: bram.aadObjectId, to: anna })).duty;

    assert.deepEqual(back.assignees[0]?.messages, [message]);
    assert.equal(back.assignees[0]?.formVersion, 5);
    assert.deepEqual(
      back.formerAssignees.map(({ aadObjectId }) => aadObjectId),
      [bram.aadObjectId],
    );
  });

  it('remembers everybody who had it, and gives each their own card back', () => {
    const give = (duty: Duty, from: typeof anna, to: typeof anna): Duty =>
      after(duty, handing({ by: from, from: from.aadObjectId, to })).duty;
    const [own] = open.assignees;
    const had: Duty = { ...open, assignees: own ? [{ ...own, formVersion: 4 }] : [] };
    const atCarla = give(give(had, anna, bram), bram, carla);
    const atBram = give(atCarla, carla, bram);

    const former = ({ formerAssignees }: Duty) => formerAssignees.map(({ name }) => name);
    assert.deepEqual(former(atCarla), [anna.name, bram.name]);
    assert.deepEqual(former(atBram), [anna.name, carla.name]);
    assert.equal(atBram.assignees[0]?.formVersion, 2);
  });

  it('asks a second person with a record of it, who had it before or not', () => {
    const details = { summary: 'Nieuw', impact: 'high', requestedBy: 'Somebody Else' };
    const high = aDuty('verify-change', { details, ...asked(anna) });
    const given = after(
      after(high, handing()).duty,
      handing({ from: bram.aadObjectId, to: carla }),
    );
    const asking: DutyEvent = { type: 'second-asked', by: bram, person: anna };

    const { duty, evidence } = after(given.duty, asking);

    assert.deepEqual(
      duty.formerAssignees.map(({ name }) => name),
      [bram.name],
    );
    assert.deepEqual(
      duty.assignees.map(({ name, formVersion }) => [name, formVersion]),
      [
        [carla.name, 1],
        [anna.name, 2],
      ],
    );
    assert.deepEqual(evidence, [
      { type: 'reassigned', by: bram, data: { to: anna, because: 'second-person' } },
    ]);
  });

  for (const [because, duty, event, verdict] of [
    ['whoever gives it is not asked', open, handing({ from: carla.aadObjectId }), 'not-assigned'],
    ['it was answered', answered(open, 'fulfilled'), handing(), 'too-late'],
    [
      'the other one is asked already',
      aDuty('verify-change', asked(anna, bram)),
      handing(),
      'asked-already',
    ],
    [
      'the other one asked for it',
      opened(anOpening('verify-change', asked(anna)), { requesters: [bram.aadObjectId] }).duty,
      handing(),
      'not-independent',
    ],
  ] as const)
    it(`stays where ${because}`, () => {
      const decision = after(duty, event);

      assert.deepEqual([decision.verdict, decision.duty], [verdict, duty]);
      assert.deepEqual([decision.evidence, decision.effects], [[], []]);
    });
});

describe('a duty that is put off', () => {
  const later = (to: string, by = anna, reason = 'Vakantie'): DutyEvent => ({
    type: 'postponed',
    by,
    to,
    reason,
  });

  it('is due then, and its reminders begin anew from the day on which it was put off', () => {
    const { duty, evidence, verdict } = after(open, later('2026-12-10'));

    assert.equal(verdict, 'done');
    assert.equal(duty.dueOn, '2026-12-10');
    assert.deepEqual(duty.reminded, { dueOn: '2026-12-10', since: '2026-11-23', level: 0 });
    const said = { from: '2026-12-03', to: '2026-12-10', reason: 'Vakantie' };
    assert.deepEqual(duty.postponed, [{ by: anna.aadObjectId, ...said }]);
    assert.deepEqual(evidence, [{ type: 'postponed', by: anna, data: said }]);
  });

  it('is so twice at most, and the same once more changes nothing', () => {
    const once = after(open, later('2026-12-10')).duty;

    assert.equal(after(once, later('2026-12-10')).verdict, 'repeated');
    assert.equal(after(once, later('2026-12-10', anna, 'Ziek')).verdict, 'done');
    const both = after(aDuty('verify-change', asked(anna, bram)), later('2026-12-10')).duty;
    assert.equal(after(both, later('2026-12-10', bram)).verdict, 'done');
    const twice = after(once, later('2026-12-11')).duty;
    assert.equal(after(twice, later('2026-12-12')).verdict, 'too-often');
    assert.equal(after(open, later('2026-12-10', bram)).verdict, 'not-assigned');
    assert.equal(after(answered(open, 'fulfilled'), later('2026-12-10')).verdict, 'too-late');
  });
});
