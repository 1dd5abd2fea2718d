import type { Person } from '../../../bot/duty/ids.ts';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { Decision, DutyEvent } from '../../../bot/duty/decide.ts';
import { decide } from '../../../bot/duty/decide.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import { indexKeysOf } from '../../../bot/duty/indexed.ts';
import { toInstant } from '../../../bot/duty/time/instant.ts';
import { reminderSchedule, nextStep, waitedFor } from '../../../bot/duty/reminders/schedule.ts';
import type { EvidenceRecord } from '../../../bot/duty/record/record.ts';
import { seal } from '../../../bot/duty/record/record.ts';
import { isSettled, progressOf } from '../../../bot/duty/answering/quorum.ts';
import { daysAfter, isWorkdayIn } from '../../../bot/duty/time/workdays.ts';
import type { Overrides } from '../../support/duties/duties.ts';
import { aDuty, anna, asked, bram, carla } from '../../support/duties/duties.ts';
import { sealing } from '../../support/duties/sealing.ts';

// Opened on Monday 23 November; due on Thursday 3 December.
const steps = { before: '2026-12-01', due: '2026-12-03', late: '2026-12-04', help: '2026-12-08' };
const noon = (day: string) => toInstant(DateTime.fromISO(`${day}T12:00Z`));

function happen(duty: Duty, event: DutyEvent, day: string): Lived {
  const decision = decide(duty, event, noon(day));
  const sealed = seal(decision.duty, decision.evidence, sealing(noon(day)));
  return { decision, duty: sealed.duty, records: sealed.records };
}
interface Lived {
  readonly decision: Decision;
  readonly duty: Duty;
  readonly records: readonly EvidenceRecord[];
}
type Helpers = Extract<DutyEvent, { type: 'reminded' }>['helpers'];
const remind = (duty: Duty, today: string, helpers: Helpers = []): Lived =>
  happen(duty, { type: 'reminded', today, helpers }, today);
const answerOf = (
  duty: Duty,
  by: Person,
  outcome: 'fulfilled' | 'problem' | 'unable' = 'fulfilled',
): DutyEvent => ({
  type: 'answered',
  by,
  outcome,
  values: { outcome, by: by.name },
  formVersion: duty.assignees.find((one) => one.aadObjectId === by.aadObjectId)?.formVersion ?? 1,
  via: 'card',
});
const waiting = (overrides: Overrides = {}): Duty => aDuty('verify-change', overrides);
const remindedPeople = ({ decision }: Lived): readonly string[] =>
  decision.effects.flatMap((effect) => (effect.do === 'remind' ? [effect.person] : []));
const does = ({ decision }: Lived): readonly string[] =>
  decision.effects.map((effect) => effect.do);
const inRemindList = (duty: Duty): readonly string[] =>
  indexKeysOf(duty).flatMap((one) => (one.list === 'remind' ? [one.day] : []));

describe('reminders of a duty', () => {
  it('come two working days before it is due, on the day, and one and three days after', () => {
    let duty = waiting();
    const days: string[] = [];
    for (let ahead = 0; ahead < 60; ahead += 1) {
      const today = daysAfter('2026-11-23', ahead);
      const lived = remind(duty, today);
      if (lived.decision.verdict !== 'done') continue;
      days.push(today);
      duty = lived.duty;
    }

    assert.deepEqual(days, Object.values(steps));
    assert.equal(nextStep(duty), undefined);
  });

  it('come on the last working day before, where it is due in a weekend or on a holiday', () => {
    const daysOf = (dueOn: string): readonly string[] => {
      let duty = waiting({ dueOn });
      const days: string[] = [];
      for (let today = '2026-11-24'; today < '2027-01-04'; today = daysAfter(today, 1)) {
        const lived = remind(duty, today);
        if (lived.records.some(({ type }) => type === 'reminded')) days.push(today);
        duty = lived.duty;
      }
      return days;
    };

    assert.deepEqual(daysOf('2026-12-05'), [
      '2026-12-03',
      '2026-12-04',
      '2026-12-07',
      '2026-12-09',
    ]);
    assert.deepEqual(daysOf('2026-12-25'), [
      '2026-12-23',
      '2026-12-24',
      '2026-12-28',
      '2026-12-30',
    ]);
  });

  it('that were missed are noted on the day on which they are said: in a weekend or on a holiday nobody is told', () => {
    const missed = waiting({ dueOn: '2026-12-03' });
    const noted = (days: readonly string[]): readonly string[] => {
      let duty = missed;
      return days.filter((today) => {
        const lived = remind(duty, today);
        duty = lived.duty;
        return lived.records.length > 0;
      });
    };

    assert.deepEqual(noted(['2026-12-05', '2026-12-06', '2026-12-07']), ['2026-12-07']);
    assert.deepEqual(noted(['2026-12-25', '2026-12-28']), ['2026-12-28']);
    // It stays on the list of those to look at meanwhile.
    assert.deepEqual(inRemindList(missed), ['2026-12-01']);
  });

  it('tell the channel from the first day late on, and ask a helper on the last step', () => {
    const first = remind(waiting(), steps.before);
    const due = remind(first.duty, steps.due);
    const late = remind(due.duty, steps.late);
    const helpers = [{ person: carla, standsInFor: anna.aadObjectId }];

    const helped = remind(late.duty, steps.help, helpers);

    const says = [first, due, late, helped].map((lived) => does(lived).includes('say'));
    assert.deepEqual(says, [false, false, true, true]);
    assert.deepEqual(
      [first, due, late, helped].map(({ records }) => records.map(({ type }) => type)),
      [
        ['reminded'],
        ['reminded'],
        ['reminded', 'escalated'],
        ['reminded', 'escalated', 'escalated'],
      ],
    );
    assert.ok(
      helped.decision.effects.some(
        (effect) => effect.do === 'post-card' && effect.person === carla.aadObjectId,
      ),
    );
  });

  it('go only to those who have said nothing yet', () => {
    const duty = waiting({ ...asked(anna, bram, carla), rule: 'all' });
    const one = happen(duty, answerOf(duty, anna), '2026-11-24').duty;
    const two = happen(one, answerOf(one, bram, 'unable'), '2026-11-24').duty;

    assert.deepEqual(remindedPeople(remind(two, steps.before)), [carla.aadObjectId]);
  });

  it('end with the answer and the withdrawal', () => {
    const duty = waiting();
    const ended = [
      happen(duty, answerOf(duty, anna), '2026-11-24'),
      happen(duty, { type: 'withdrawn', reason: 'x', vendor: 'y' }, '2026-11-24'),
    ];

    for (const { duty: after } of ended) {
      assert.deepEqual(inRemindList(after), []);
      assert.equal(remind(after, steps.help).decision.verdict, 'repeated');
    }
  });

  it('that were missed come together, as one, with every level in the evidence', () => {
    const lived = remind(waiting(), '2026-12-07');

    assert.deepEqual(remindedPeople(lived), [anna.aadObjectId]);
    const [record] = lived.records;
    assert.deepEqual((record?.data as { steps: unknown }).steps, [-2, 0, 1]);
    assert.equal(does(lived).filter((what) => what === 'say').length, 1);
    assert.equal(remind(lived.duty, '2026-12-07').decision.verdict, 'repeated');
  });

  it('begin anew when it is put off, but not on the day on which it was', () => {
    const first = remind(waiting(), steps.before).duty;
    const later: DutyEvent = { type: 'postponed', by: anna, to: '2026-12-07', reason: 'x' };

    const off = happen(first, later, '2026-12-03').duty;

    // Two working days before Monday the 7th is the very day on which it was put off.
    assert.deepEqual(nextStep(off), { day: '2026-12-07', level: 2 });
    assert.equal(remind(off, '2026-12-04').decision.verdict, 'repeated');
  });

  it('do not come on the day on which it was opened, and count from there where it was late then', () => {
    const today = waiting({ dueOn: '2026-11-23' });
    const long = waiting({ dueOn: '2026-10-01' });

    for (const duty of [today, long]) {
      assert.equal(remind(duty, '2026-11-23').decision.verdict, 'repeated');
      assert.deepEqual(nextStep(duty), { day: '2026-11-24', level: 3 });
    }
  });

  it('stand on one list, under the day of the next step', () => {
    const duty = waiting();
    const { duty: after, decision } = remind(duty, steps.before);

    assert.deepEqual(inRemindList(duty), [steps.before]);
    assert.deepEqual(inRemindList(after), [steps.due]);
    assert.ok(decision.effects.some((effect) => effect.do === 'list'));
  });

  it('of a duty that was stored before there were any begin all the same', () => {
    const { reminded: _, ...old } = waiting();

    assert.equal(remind(old, steps.before).decision.verdict, 'done');
  });
});

/** What is said on which days from the 24th on, when nobody does anything; the last state with it. */
function silence(from: Duty, days = 40): { said: readonly string[]; duty: Duty } {
  let duty = from;
  const said: string[] = [];
  for (let ahead = 1; ahead <= days; ahead += 1) {
    const today = daysAfter('2026-11-24', ahead);
    const lived = remind(duty, today);
    duty = lived.duty;
    const people = remindedPeople(lived);
    const words = lived.decision.effects.flatMap((one) =>
      one.do === 'say' ? [one.said.type] : [],
    );
    if (lived.decision.verdict === 'done')
      said.push(
        [
          today,
          ...people.map((one) => (one === anna.aadObjectId ? 'anna' : 'other')),
          ...words,
        ].join(' '),
      );
  }
  return { said, duty };
}

describe('whoever has the turn after a first answer', () => {
  const found = (): Duty => {
    const duty = waiting();
    return happen(duty, answerOf(duty, anna, 'problem'), '2026-11-24').duty;
  };
  const replied = (duty: Duty): Duty =>
    happen(duty, { type: 'reply-sent', by: anna, text: 'Werkt niet' }, '2026-11-24').duty;

  it('hears of a reply that is not sent, and then the channel does', () => {
    assert.deepEqual(silence(found()).said, [
      '2026-11-26 anna',
      '2026-11-27 anna late',
      '2026-12-01 anna late',
      // And every second week from there.
      '2026-12-15 anna late',
      '2026-12-30 anna late',
    ]);
  });

  it('is the vendor until the day of the finding: the channel hears that it says nothing', () => {
    assert.deepEqual(silence(replied(found())).said, [
      '2026-12-02 late',
      '2026-12-04 late',
      '2026-12-18 late',
    ]);
  });

  it('is asked to verify what was solved, with reminders that begin anew', () => {
    const solved: DutyEvent = { type: 'vendor-reacted', by: bram, text: 'Opgelost', solved: true };
    const quiet = silence(replied(found()), 8).duty;

    const asked = happen(quiet, solved, '2026-12-02').duty;

    assert.deepEqual(inRemindList(asked), ['2026-12-04']);
    assert.deepEqual(silence(asked).said, [
      '2026-12-04 anna',
      '2026-12-07 anna late',
      '2026-12-09 anna late',
      '2026-12-23 anna late',
    ]);
  });

  it('is whoever owns the finding, before and after its day', () => {
    const planned: DutyEvent = {
      type: 'finding-planned',
      by: anna,
      owner: carla,
      dueOn: '2026-12-10',
    };
    const asked = happen(replied(found()), planned, '2026-11-24').duty;
    const takes = { what: 'owner', finding: 'F-1', yes: true, today: '2026-11-24' } as const;
    const duty = happen(asked, { type: 'confirmed', by: carla, ...takes }, '2026-11-24').duty;

    assert.deepEqual(silence(asked, 8).said, [
      '2026-11-26 other',
      '2026-11-27 other late',
      '2026-12-01 other late',
    ]);
    assert.deepEqual(silence(duty).said, [
      '2026-12-08 other',
      '2026-12-10 other',
      '2026-12-11 other late',
      '2026-12-15 other late',
      '2026-12-30 other late',
    ]);
    assert.ok(
      indexKeysOf(duty).some((one) => one.list === 'person' && one.person === carla.aadObjectId),
    );
  });

  it('is the IT team again where whoever was picked says nothing until the finding’s own day', () => {
    const found = happen(waiting(), answerOf(waiting(), anna, 'problem'), '2026-11-24').duty;
    const plan = { type: 'finding-planned', by: anna, owner: carla, dueOn: '2026-12-10' } as const;
    const risk = {
      type: 'risk-asked',
      by: bram,
      of: carla,
      reason: 'Wordt vervangen',
      until: '2027-01-15',
    } as const;

    const owner = silence(happen(found, plan, '2026-11-24').duty, 20);
    const bearer = silence(happen(found, risk, '2026-11-24').duty, 18);

    assert.deepEqual(owner.said, [
      '2026-11-26 other',
      '2026-11-27 other late',
      '2026-12-01 other late',
      '2026-12-10 other late',
      '2026-12-11 passed-on',
      // The vendor was not told either: whoever found it is reminded of that.
      '2026-12-14 anna late',
    ]);
    assert.deepEqual(owner.duty.findings[0]?.owner, undefined);
    assert.deepEqual(bearer.said.slice(-2), ['2026-12-02 passed-on', '2026-12-03 anna late']);
    assert.deepEqual(bearer.duty.confirmations, []);
  });

  it('is the IT team where nobody could judge it', () => {
    const duty = waiting();
    const unable = happen(duty, answerOf(duty, anna, 'unable'), '2026-11-24').duty;

    assert.deepEqual(silence(unable).said, [
      '2026-11-26 late',
      '2026-11-27 late',
      '2026-12-01 late',
      '2026-12-15 late',
      '2026-12-30 late',
    ]);
  });

  it('bears a risk that is asked about before it ends, and that is a finding again after', () => {
    const accepted: DutyEvent = {
      type: 'risk-accepted',
      by: bram,
      acceptedBy: 'Directie',
      reason: 'Wordt vervangen',
      until: '2026-12-11',
    };
    const borne = happen(replied(found()), accepted, '2026-11-24').duty;

    const { said, duty } = silence(borne, 18);

    assert.deepEqual(said, ['2026-12-09 late', '2026-12-12 risk-ended']);
    assert.deepEqual([borne.status, duty.status], ['fulfilled', 'problem']);
    const [finding] = duty.findings;
    assert.deepEqual([finding?.dueOn, finding?.reply], ['2026-12-18', undefined]);
    assert.equal(duty.findings.length, 1);
    assert.deepEqual(inRemindList(duty), ['2026-12-15']);
  });
});

describe('somebody who helps out', () => {
  const helpers = [{ person: carla, standsInFor: anna.aadObjectId }];

  it('can answer for the one who does not, also where everybody has to', () => {
    const all = waiting({ ...asked(anna, bram), rule: 'all' });
    const helped = remind(all, steps.help, helpers).duty;
    const one = happen(helped, answerOf(helped, bram), steps.help).duty;

    const both = happen(one, answerOf(one, carla), steps.help).duty;

    assert.deepEqual([isSettled(helped), isSettled(one), isSettled(both)], [false, false, true]);
    assert.deepEqual(progressOf(one), { answered: 1, asked: 2 });
    assert.deepEqual(waitedFor(one), [anna.aadObjectId, carla.aadObjectId]);
    assert.equal(both.status, 'fulfilled');
  });

  it('is not waited for once that person has answered', () => {
    const all = waiting({ ...asked(anna, bram), rule: 'all' });
    const helped = remind(all, steps.help, helpers).duty;

    const after = happen(helped, answerOf(helped, anna), steps.help).duty;

    assert.deepEqual(waitedFor(after), [bram.aadObjectId]);
  });

  it('is nobody who asked for it, and so may not be the one who says that it is right', () => {
    const details = { summary: 'Nieuwe btw-codes', impact: 'high', requestedBy: carla.name };
    const asking = { ...waiting({ details }), requesters: [carla.aadObjectId] };

    const lived = remind(asking, steps.help, helpers);

    assert.deepEqual(
      lived.duty.assignees.map(({ aadObjectId }) => aadObjectId),
      [anna.aadObjectId],
    );
  });

  it('is nobody who is asked already, and nobody for somebody who is not', () => {
    const two = waiting(asked(anna, carla));

    const lived = remind(two, steps.help, helpers);
    const stranger = remind(waiting(), steps.help, [
      { person: carla, standsInFor: bram.aadObjectId },
    ]);

    assert.equal(lived.duty.assignees.length, 2);
    assert.equal(stranger.duty.assignees.length, 1);
    assert.equal(lived.duty.reminded?.level, reminderSchedule.length);
  });
});

/** What somebody with a calendar on the wall would do: each step on its working day, none before the card. */
function onTheWall(
  dueOn: string,
  opened: string,
): readonly { readonly day: string; readonly after: number }[] {
  const base = dueOn > opened ? dueOn : opened;
  return reminderSchedule
    .map(({ after }) => {
      let day = base;
      for (let left = Math.abs(after); left > 0;) {
        day = daysAfter(day, Math.sign(after));
        if (isWorkdayIn(day, 'NL')) left -= 1;
      }
      // On a day on which nobody works it hangs on the last one before.
      while (after === 0 && !isWorkdayIn(day, 'NL')) day = daysAfter(day, -1);
      return { day, after };
    })
    .filter(({ day }) => day > opened);
}

describe('the ladder, held against a calendar on the wall', () => {
  it('takes each step once and in order, whenever somebody looks and until somebody answers', () => {
    const looks = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 20 }), looks, fc.nat(40), (due, waits, answeredOn) => {
        const dueOn = daysAfter('2026-11-23', due);
        const wall = onTheWall(dueOn, '2026-11-23');
        let duty = waiting({ dueOn });
        let today = '2026-11-23';
        const taken: number[] = [];
        const expected: number[] = [];
        let silent = false;
        for (const [at, days] of waits.entries()) {
          today = daysAfter(today, days);
          if (!silent) {
            // What was missed comes on the next day on which people work.
            const told = isWorkdayIn(today, 'NL') ? wall : [];
            const come = told.filter(({ day }) => day <= today).map(({ after }) => after);
            expected.push(...come.slice(expected.length));
          }
          const lived = remind(duty, today);
          duty = lived.duty;
          for (const { type, data } of lived.records)
            if (type === 'reminded') taken.push(...(data as { steps: readonly number[] }).steps);
          if (at === answeredOn) {
            duty = happen(duty, answerOf(duty, anna), today).duty;
            silent = true;
          }
          assert.deepEqual(taken, expected);
        }
      }),
      { numRuns: 400, seed: 20261123 },
    );
  });
});
