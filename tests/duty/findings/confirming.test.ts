import assert from 'node:assert/strict';
import type { DutyEvent } from '../../../bot/duty/decide.ts';
import { decide } from '../../../bot/duty/decide.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import { turnOf } from '../../../bot/duty/reminders/turn.ts';
import { aDuty, anna, asked, bram, carla, fixedNow } from '../../support/duties/duties.ts';

const says =
  (outcome: 'fulfilled' | 'problem', owner?: typeof carla) =>
  (duty: Duty): DutyEvent => ({
    type: 'answered',
    by: anna,
    outcome,
    values: { outcome, note: 'x' },
    formVersion: duty.assignees[0]?.formVersion ?? 1,
    via: 'card',
    ...(owner ? { owner } : {}),
  });
const risk = (of = carla): DutyEvent => ({
  type: 'risk-asked',
  by: bram,
  of,
  reason: 'Wordt vervangen',
  until: '2027-01-15',
});
const answers = (
  by: typeof carla,
  what: 'owner' | 'risk',
  { yes, today = '2026-11-24' }: { readonly yes: boolean; readonly today?: string },
): DutyEvent => ({ type: 'confirmed', by, what, finding: 'F-1', yes, today });

function lived(
  events: readonly (DutyEvent | ((duty: Duty) => DutyEvent))[],
  duty = aDuty('check-capacity'),
) {
  const decisions: ReturnType<typeof decide>[] = [];
  for (const event of events)
    decisions.push(
      decide(
        decisions.at(-1)?.duty ?? duty,
        typeof event === 'function' ? event(decisions.at(-1)?.duty ?? duty) : event,
        fixedNow,
      ),
    );
  const last = decisions.at(-1);
  assert.ok(last);
  return last;
}
const told = ({ effects }: ReturnType<typeof decide>) =>
  effects.flatMap((one) => (one.do === 'tell' ? [[one.person, one.news]] : []));

describe('a "no" of which the vendor was told', () => {
  const replied: DutyEvent = { type: 'reply-sent', by: anna, text: 'Werkt niet' };
  const found = (): Duty => lived([says('problem'), replied], aDuty('verify-change')).duty;
  const back = (duty: Duty, reason?: string): DutyEvent =>
    ({
      ...says('fulfilled')(duty),
      ...(reason === undefined ? {} : { reason }),
    }) as DutyEvent;

  it('is taken back with a reason, and not with a sign', () => {
    const duty = found();

    assert.equal(decide(duty, back(duty), fixedNow).verdict, 'needs-reason');
    assert.equal(decide(duty, back(duty, '...'), fixedNow).verdict, 'needs-reason');
    const corrected = decide(duty, back(duty, 'Verkeerde factuur bekeken'), fixedNow);
    assert.equal(corrected.duty.findings[0]?.closedBecause, 'corrected');
    const answer = corrected.evidence.find(({ type }) => type === 'answered');
    assert.equal((answer?.data as { reason?: string }).reason, 'Verkeerde factuur bekeken');
  });

  it('needs no reason before the vendor knows, nor when a solution is verified', () => {
    const { duty } = lived([says('problem')], aDuty('verify-change'));
    const solved: DutyEvent = { type: 'vendor-reacted', by: bram, text: 'Klaar', solved: true };

    assert.equal(decide(duty, back(duty), fixedNow).verdict, 'done');
    const again = decide(found(), solved, fixedNow).duty;
    assert.equal(decide(again, back(again), fixedNow).verdict, 'done');
  });

  it('needs somebody else to look where four eyes apply', () => {
    const two = aDuty('verify-change', { ...asked(anna, bram), rule: 'four-eyes' });
    const { duty } = lived([says('problem'), replied], two);

    const corrected = decide(duty, back(duty, 'Verkeerde factuur bekeken'), fixedNow).duty;

    assert.equal(corrected.status, 'open');
    assert.deepEqual(turnOf(corrected)?.people, [bram.aadObjectId]);
  });
});

describe('somebody who is picked for a finding', () => {
  it('bears a risk after saying yes, and not before', () => {
    const picked = lived([says('problem'), risk()]);
    const accepted = lived([says('problem'), risk(), answers(carla, 'risk', { yes: true })]);

    assert.equal(picked.duty.status, 'problem');
    assert.deepEqual(told(picked), [[carla.aadObjectId, 'risk-asked']]);
    const turn = turnOf(picked.duty);
    assert.deepEqual(
      [turn?.whose, turn?.people, turn?.until],
      ['risk-asked', [carla.aadObjectId], '2026-11-25'],
    );
    assert.equal(accepted.duty.status, 'fulfilled');
    assert.deepEqual(accepted.duty.findings[0]?.acceptance, {
      by: carla.name,
      reason: 'Wordt vervangen',
      until: '2027-01-15',
      bearer: carla.aadObjectId,
    });
    assert.deepEqual(accepted.evidence[0]?.by, carla);
  });

  it('may refuse: the finding stays open and whoever asked hears of it', () => {
    const refused = lived([says('problem'), risk(), answers(carla, 'risk', { yes: false })]);

    assert.equal(refused.duty.status, 'problem');
    assert.deepEqual(told(refused), [[bram.aadObjectId, 'risk-refused']]);
    assert.equal(turnOf(refused.duty)?.whose, 'names-owner');
    const late = decide(refused.duty, answers(carla, 'risk', { yes: true }), fixedNow);
    assert.equal(late.verdict, 'no-finding', 'a no is not turned by an old card');
  });

  it('bears no risk until a day that has passed, and can still say no', () => {
    const { duty } = lived([says('problem'), risk()]);
    const onTheDay = answers(carla, 'risk', { yes: true, today: '2027-01-15' });
    const after = (yes: boolean) => answers(carla, 'risk', { yes, today: '2027-01-16' });

    assert.equal(decide(duty, onTheDay, fixedNow).verdict, 'done');
    const late = decide(duty, after(true), fixedNow);
    assert.equal(late.verdict, 'too-late');
    assert.equal(late.duty.findings[0]?.status, 'open');
    assert.equal(decide(duty, after(false), fixedNow).verdict, 'done');
  });

  it('answers for nobody else, and whoever found the problem bears no risk of it', () => {
    const picked = lived([says('problem'), risk()]);

    assert.equal(
      decide(picked.duty, answers(bram, 'risk', { yes: true }), fixedNow).verdict,
      'no-finding',
    );
    assert.equal(lived([says('problem'), risk(anna)]).verdict, 'not-independent');
  });

  it('owns what an answer names them for, is told, and has a day to say so', () => {
    const named = lived([says('problem', carla)]);

    assert.deepEqual(named.duty.findings[0]?.owner, carla);
    assert.deepEqual(told(named), [[carla.aadObjectId, 'owner']]);
    const finding = named.evidence.find(({ type }) => type === 'finding');
    assert.deepEqual((finding?.data as { owner: unknown }).owner, carla);
    assert.equal(turnOf(named.duty)?.whose, 'owner-asked');
    const takes = decide(named.duty, answers(carla, 'owner', { yes: true }), fixedNow).duty;
    assert.equal(turnOf(takes)?.whose, 'owner');
  });

  it('gives a finding back that is not theirs, and somebody else has to be named', () => {
    const back = lived([says('problem', carla), answers(carla, 'owner', { yes: false })]);

    assert.equal(back.duty.findings[0]?.owner, undefined);
    assert.deepEqual(told(back), [[anna.aadObjectId, 'owner-refused']]);
    assert.equal(turnOf(back.duty)?.whose, 'names-owner');
  });

  it('is asked once: the same question again changes nothing', () => {
    const picked = lived([says('problem'), risk()], aDuty('verify-change', asked(anna)));

    assert.equal(decide(picked.duty, risk(), fixedNow).verdict, 'repeated');
  });
});
