import { parseDutyId } from '../../../../bot/duty/ids.ts';
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { dutyKinds } from '../../../../bot/kinds/index.ts';
import { eventKinds } from '../../../../bot/kinds/nil-return/texts.ts';
import type { CountedNil, NilState } from '../../../../bot/duty/counted.ts';
import { countedOf } from '../../../../bot/duty/counted.ts';
import type {
  MapSeen,
  QuarterSeen,
  Square,
} from '../../../../bot/features/overview/coverage/map.ts';
import { coverageMap } from '../../../../bot/features/overview/coverage/map.ts';
import type { Duty } from '../../../../bot/duty/duty.ts';
import { secondsAfter } from '../../../../bot/duty/time/instant.ts';
import type { Quarter } from '../../../../bot/duty/time/quarter.ts';
import { parseQuarter, quartersUpTo } from '../../../../bot/duty/time/quarter.ts';
import { rowOf, viewOf } from '../../../../bot/duty/view.ts';
import { coverageGrid } from '../../../../bot/features/overview/coverage/grid.ts';
import { after, answerOf, answered, withdrawal } from '../../../support/duties/answers.ts';
import { aDuty, anna, asked, bram, defined, fixedNow } from '../../../support/duties/duties.ts';

const zone = 'Europe/Amsterdam';
const stateOf = (duty: Duty): string => countedOf(duty, zone).state;
const day = 24 * 3600;

describe('a duty on the map', () => {
  it('stands in the quarter in which it was opened, on the clock of the organisation', () => {
    const duty = { ...aDuty('verify-change'), createdAt: '2026-12-31T23:30:00.000Z' } as Duty;

    const { quarter, kind } = countedOf(duty, zone);

    assert.deepEqual([quarter, kind], ['2027-Q1', 'verify-change']);
    assert.equal(countedOf(duty, 'UTC').quarter, '2026-Q4');
  });

  it('is asked until it is answered, and answered late after the end of the due day', () => {
    const duty = aDuty('verify-change', { dueOn: '2026-11-24' });
    const answer = answerOf(duty, 'fulfilled');

    const onTheDay = after(duty, answer, secondsAfter(fixedNow, day));
    const dayAfter = after(duty, answer, secondsAfter(fixedNow, 2 * day));

    assert.equal(stateOf(duty), 'asked');
    assert.equal(stateOf(answered(duty, 'unable')), 'asked');
    assert.equal(stateOf(onTheDay), 'in-time');
    assert.equal(stateOf(dayAfter), 'late');
  });

  it('stays in time when its answer is corrected after the due date', () => {
    const duty = aDuty('verify-change', { dueOn: '2026-11-24' });
    const once = answered(duty, 'fulfilled');
    const other = { ...answerOf(once, 'fulfilled'), values: { outcome: 'works', note: 'anders' } };

    const corrected = after(once, other, secondsAfter(fixedNow, 5 * day));

    assert.equal(corrected.answers.length, 2);
    assert.equal(stateOf(corrected), 'in-time');
  });

  it('is late when the last of those who all must answer was late', () => {
    const duty = aDuty('verify-change', {
      dueOn: '2026-11-24',
      rule: 'all',
      ...asked(anna, bram),
    });
    const half = after(duty, answerOf(duty, 'fulfilled'));

    const whole = after(
      half,
      answerOf(half, 'fulfilled', { by: bram }),
      secondsAfter(fixedNow, 3 * day),
    );

    assert.equal(stateOf(half), 'asked');
    assert.equal(stateOf(whole), 'late');
  });

  it('is a problem while a finding is open, and does not count once it is withdrawn', () => {
    const duty = aDuty('verify-change');

    assert.equal(stateOf(answered(duty, 'problem')), 'problem');
    assert.equal(stateOf(after(duty, withdrawal)), 'withdrawn');
  });
});

describe('a question about an empty square', () => {
  const nil = aDuty('nil-return', { details: { kind: 'confirm-restore', quarter: '2026-Q3' } });
  const answeredBy = (choice: string, outcome: 'fulfilled' | 'problem' | 'unable'): Duty =>
    after(nil, { ...answerOf(nil, outcome), values: { outcome: choice, what: 'RST-1' } });
  const cases: readonly (readonly [string, Duty, NilState])[] = [
    ['that waits', nil, 'asked'],
    ['that confirms that there was none', answeredBy('none', 'fulfilled'), 'none'],
    ['that found one that nobody checked', answeredBy('one', 'problem'), 'one'],
    ['that found one that was checked', answeredBy('checked', 'fulfilled'), 'settled'],
    ['that nobody could answer', answeredBy('unknown', 'unable'), 'unknown'],
    ['that was withdrawn', after(nil, withdrawal), 'withdrawn'],
  ];
  for (const [what, duty, expected] of cases) {
    it(`${what} stands on the square that it asks about as “${expected}”`, () => {
      const counted = countedOf(duty, zone);

      assert.deepEqual(
        [counted.type, counted.kind, counted.quarter, counted.state],
        ['nil', 'confirm-restore', '2026-Q3', expected],
      );
      assert.ok(counted.type === 'nil' && counted.person === anna.name);
    });
  }

  it('is there for every kind that something that happens asks for, and for no other', () => {
    const byEvent = dutyKinds.filter(({ occurs }) => occurs === 'by-event');

    assert.deepEqual([...eventKinds].sort(), byEvent.map(({ kind }) => kind).sort());
  });
});

describe('the coverage map', () => {
  const quarters = quartersUpTo(defined(parseQuarter('2026-Q4')), 4);
  const around: MapSeen = { first: quarters[1], late: [], moreLate: false, zone };
  type Told = Partial<Omit<QuarterSeen, 'quarter'>>;
  const squareIn = (
    at: number,
    {
      kind,
      told = {},
      more = {},
    }: {
      readonly kind: string;
      readonly told?: Told | undefined;
      readonly more?: Partial<MapSeen> | undefined;
    },
  ): Square => {
    const seen = quarters.map((quarter, place) => ({
      quarter,
      tallies: {},
      nils: [],
      ...(place === at ? told : {}),
    }));
    const map = coverageMap(seen, { ...around, ...more });
    return defined(map.rows.find((row) => row.kind === kind)?.squares[at]);
  };
  const nilOf = (state: NilState, quarter: Quarter): CountedNil => ({
    type: 'nil',
    id: defined(parseDutyId(`d${'0'.repeat(24)}`)),
    revision: 1,
    quarter,
    kind: 'verify-change',
    state,
  });

  it('has the eight kinds of the contract by four quarters', () => {
    const map = coverageMap(
      quarters.map((quarter) => ({ quarter, tallies: {}, nils: [] })),
      around,
    );

    assert.deepEqual(
      map.rows.map(({ kind, squares }) => [kind, squares.length]),
      dutyKinds.map(({ kind }) => [kind, 4]),
    );
  });

  it('counts of the findings those that wait for somebody past that one’s day', () => {
    const late = rowOf(answered(aDuty('verify-change'), 'problem'));
    const map = coverageMap(
      quarters.map((quarter) => ({
        quarter,
        tallies: quarter === '2026-Q4' ? { 'verify-change': { problem: 2 } } : {},
        nils: [],
      })),
      { ...around, problemsLate: [late] },
    );
    const square = defined(map.rows.find(({ kind }) => kind === 'verify-change')?.squares[3]);

    assert.deepEqual([square.problems, square.problemsLate, square.state], [2, 1, 'problem']);
    const grid = JSON.stringify(coverageGrid(map, 'nl'));
    assert.ok(grid.includes('✖⚠ 2/2') && grid.includes('te laat'));
  });

  const tallied: readonly (readonly [string, Record<string, number>, string, string])[] = [
    ['all were answered in time', { 'in-time': 3 }, 'all', '3/3'],
    ['all were answered, one late', { 'in-time': 2, late: 1 }, 'all', '3/3'],
    ['one is still to be answered', { 'in-time': 2, asked: 1 }, 'partly', '2/3'],
    ['one has a problem', { 'in-time': 2, problem: 1 }, 'problem', '3/3'],
    ['the only one was withdrawn', { withdrawn: 1 }, 'work', '0/0'],
  ];
  for (const [what, tally, state, count] of tallied) {
    it(`shows “${state}” and ${count} where ${what}`, () => {
      const square = squareIn(2, {
        kind: 'verify-change',
        told: { tallies: { 'verify-change': tally } },
      });

      assert.equal(square.state, state);
      assert.equal(`${String(square.answered)}/${String(square.asked)}`, count);
    });
  }

  it('shows what is open past its due date in the quarter in which it was opened', () => {
    const late = [viewOf(aDuty('verify-change', { dueOn: '2026-11-02' }))];
    const told = { tallies: { 'verify-change': { asked: 2 } } };

    const square = squareIn(3, { kind: 'verify-change', told, more: { late } });

    assert.deepEqual([square.state, square.overdue], ['late', 1]);
    assert.equal(squareIn(3, { kind: 'confirm-restore', told: {}, more: { late } }).overdue, 0);
  });

  it('calls an empty square work, unless it lies before the first use or nothing may have happened yet', () => {
    assert.equal(squareIn(0, { kind: 'verify-change' }).state, 'before');
    assert.equal(squareIn(2, { kind: 'verify-change' }).state, 'work');
    assert.equal(squareIn(3, { kind: 'verify-change' }).state, 'quiet');
    assert.equal(squareIn(3, { kind: 'check-capacity' }).state, 'work');
    assert.equal(
      squareIn(3, { kind: 'check-capacity', told: {}, more: { first: undefined } }).state,
      'before',
    );
  });

  const nils: readonly (readonly [NilState, string])[] = [
    ['asked', 'work'],
    ['none', 'none'],
    ['one', 'problem'],
    ['settled', 'all'],
    ['unknown', 'work'],
    ['withdrawn', 'work'],
  ];
  for (const [state, expected] of nils) {
    it(`shows “${expected}” where the question about the empty square stands as “${state}”`, () => {
      const told = { nils: [nilOf(state, defined(quarters[2]))] };

      assert.equal(squareIn(2, { kind: 'verify-change', told }).state, expected);
    });
  }

  it('is complete only where every system was asked about or has had one', () => {
    const quarter = defined(quarters[2]);
    const states = (...asked: readonly NilState[]) => {
      const nils = asked.map((state) => nilOf(state, quarter));
      const told = { tallies: { 'verify-change': { 'in-time': 1 } }, nils };
      const some = squareIn(2, { kind: 'verify-change', told });
      return [squareIn(2, { kind: 'verify-change', told: { nils } }).state, some.state];
    };

    assert.deepEqual(states('none', 'none'), ['none', 'all']);
    assert.deepEqual(states('none', 'settled'), ['all', 'all']);
    assert.deepEqual(states('none', 'asked'), ['partly', 'partly']);
    assert.deepEqual(states('asked', 'unknown'), ['work', 'partly']);
    assert.deepEqual(states('none', 'one'), ['problem', 'problem']);
  });

  it('expects as many as a plan foresees, and one where there is no plan', () => {
    const planned = { 'check-capacity': { expected: 3, due: 2 } };
    const tallied = (answered: number) => ({
      tallies: { 'check-capacity': { 'in-time': answered } },
      planned,
    });

    const squares = [1, 2].map((answered) =>
      squareIn(3, { kind: 'check-capacity', told: tallied(answered) }),
    );

    assert.deepEqual(
      squares.map(({ expected, state }) => [expected, state]),
      [
        [3, 'partly'],
        [3, 'all'],
      ],
    );
    const nothing = { planned: { 'check-capacity': { expected: 0, due: 0 } } };
    assert.equal(squareIn(2, { kind: 'check-capacity', told: nothing }).state, 'quiet');
    assert.equal(squareIn(2, { kind: 'check-capacity' }).expected, 1);
    assert.equal(squareIn(0, { kind: 'check-capacity' }).expected, 0);
  });
});
