import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import type { DutyEvent } from '../../../bot/duty/decide.ts';
import { decide } from '../../../bot/duty/decide.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import type { Person } from '../../../bot/duty/ids.ts';
import { toInstant } from '../../../bot/duty/time/instant.ts';
import type { Turn } from '../../../bot/duty/reminders/turn.ts';
import { turnOf, turnsOf } from '../../../bot/duty/reminders/turn.ts';
import type { KindName } from '../../../bot/kinds/index.ts';
import type { Overrides } from '../../support/duties/duties.ts';
import { aDuty, anna, asked, bram, carla } from '../../support/duties/duties.ts';

type At = readonly [day: string, event: DutyEvent | ((duty: Duty) => DutyEvent)];

const answer =
  (by: Person, outcome: 'fulfilled' | 'problem' | 'unable') =>
  (duty: Duty): DutyEvent => ({
    type: 'answered',
    by,
    outcome,
    values: { outcome, note: 'x' },
    formVersion: duty.assignees.find((one) => one.aadObjectId === by.aadObjectId)?.formVersion ?? 1,
    via: 'card',
  });
const replied: DutyEvent = { type: 'reply-sent', by: bram, text: 'Werkt niet' };
const solved: DutyEvent = { type: 'vendor-reacted', by: bram, text: 'Opgelost', solved: true };
const owned: DutyEvent = { type: 'finding-planned', by: anna, owner: carla, dueOn: '2026-12-10' };
const accepted: DutyEvent = {
  type: 'risk-accepted',
  by: bram,
  acceptedBy: 'Directie',
  reason: 'Wordt vervangen',
  until: '2027-01-15',
};

/** A duty that was opened on Monday 23 November and is due on 3 December, after what happened to it. */
function lived(events: readonly At[], overrides: Overrides = {}, kind: KindName = 'verify-change') {
  return events.reduce<Duty>(
    (duty, [day, event]) => {
      const at = toInstant(DateTime.fromISO(`${day}T12:00Z`));
      return decide(duty, typeof event === 'function' ? event(duty) : event, at).duty;
    },
    aDuty(kind, overrides),
  );
}

const brief = (turn: Turn | undefined): unknown =>
  turn && [turn.whose, turn.people.map((one) => names.get(one)), turn.until];
const names = new Map([anna, bram, carla].map(({ aadObjectId, name }) => [aadObjectId, name]));

describe('whose turn it is', () => {
  it('is at first whoever is asked, until the due date', () => {
    const duty = lived([], { ...asked(anna, bram) });

    assert.deepEqual(brief(turnOf(duty)), ['asked', [anna.name, bram.name], '2026-12-03']);
  });

  it('is the IT team’s where nobody who was asked could judge it', () => {
    const duty = lived([['2026-11-24', answer(anna, 'unable')]]);

    assert.deepEqual(brief(turnOf(duty)), ['finds-judge', [], '2026-11-26']);
  });

  it('is whoever sends the reply, then the vendor’s until the day of the finding, then whoever looks again', () => {
    const found: At = ['2026-11-24', answer(anna, 'problem')];
    const sent: At = ['2026-11-25', replied];
    const ready: At = ['2026-11-30', solved];

    assert.deepEqual(brief(turnOf(lived([found]))), ['sender', [anna.name], '2026-11-26']);
    assert.deepEqual(brief(turnOf(lived([found, sent]))), ['vendor', [], '2026-12-01']);
    assert.deepEqual(brief(turnOf(lived([found, sent, ready]))), [
      'verifier',
      [anna.name],
      '2026-12-02',
    ]);
    const failed: At = ['2026-12-01', answer(anna, 'problem')];
    assert.deepEqual(brief(turnOf(lived([found, sent, ready, failed]))), [
      'sender',
      [anna.name],
      '2026-12-03',
    ]);
  });

  it('is the IT team’s where the vendor will not solve it', () => {
    const rejected: DutyEvent = {
      type: 'vendor-answered',
      vendor: 'Unit4',
      status: 'rejected',
      text: 'Zo bedoeld',
    };

    const duty = lived([
      ['2026-11-24', answer(anna, 'problem')],
      ['2026-11-24', replied],
      ['2026-11-26', rejected],
    ]);

    assert.deepEqual(brief(turnOf(duty)), ['decides', [], '2026-11-30']);
  });

  it('is the owner’s where the customer solves it, and somebody has to name one before', () => {
    const found: At = ['2026-11-24', answer(anna, 'problem')];

    const without = lived([found], {}, 'check-capacity');
    const picked = lived([found, ['2026-11-25', owned]], {}, 'check-capacity');
    const takes: DutyEvent = {
      type: 'confirmed',
      by: carla,
      what: 'owner',
      finding: 'F-1',
      yes: true,
      today: '2026-11-25',
    };
    const named = lived(
      [found, ['2026-11-25', owned], ['2026-11-26', takes]],
      {},
      'check-capacity',
    );

    assert.deepEqual(brief(turnOf(without)), ['names-owner', [anna.name], '2026-11-26']);
    assert.deepEqual(brief(turnOf(picked)), ['owner-asked', [carla.name], '2026-11-27']);
    assert.deepEqual(brief(turnOf(named)), ['owner', [carla.name], '2026-12-10']);
  });

  it('stays with whoever bears a risk until it ends, and is nobody’s once all is well', () => {
    const found: At = ['2026-11-24', answer(anna, 'problem')];

    const borne = lived([found, ['2026-11-25', accepted]]);
    const good = lived([['2026-11-24', answer(anna, 'fulfilled')]]);

    assert.deepEqual(brief(turnOf(borne)), ['bears-risk', [], '2027-01-15']);
    assert.deepEqual(turnsOf(good), []);
  });

  it('is of two where a finding is followed while others have still to answer', () => {
    const duty = lived([['2026-11-24', answer(anna, 'problem')]], {
      ...asked(anna, bram),
      rule: 'all',
    });

    assert.deepEqual(turnsOf(duty).map(brief), [
      ['sender', [anna.name], '2026-11-26'],
      ['asked', [bram.name], '2026-12-03'],
    ]);
  });
});
