import assert from 'node:assert/strict';
import type { Decision, DutyEvent } from '../../../bot/duty/decide.ts';
import { decide } from '../../../bot/duty/decide.ts';
import { mostAttachments } from '../../../bot/duty/answering/attaching.ts';
import { takesReason } from '../../../bot/duty/answering/correcting.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import { after, answerOf, dataOf } from '../../support/duties/answers.ts';
import { aDuty, anna, asked, bram, carla, fixedNow } from '../../support/duties/duties.ts';

const open = (): Duty => aDuty('verify-change');
const ask = (duty: Duty, event: DutyEvent): Decision => decide(duty, event, fixedNow);
const no = (duty: Duty, more: object = {}): DutyEvent => ({
  ...answerOf(duty, 'problem'),
  ...more,
});
const told = ({ effects }: Decision) =>
  effects.flatMap((effect) => (effect.do === 'tell' ? [[effect.news, effect.person]] : []));
const records = ({ evidence }: Decision, type: string) =>
  evidence.filter((draft) => draft.type === type).map(dataOf);

describe('files that are kept with a duty', () => {
  const file = (id: string) => ({
    id,
    name: `${id}.png`,
    mime: 'image/png',
    bytes: 10,
    sha256: id,
  });
  const keep = (...files: ReturnType<typeof file>[]): DutyEvent => ({
    type: 'attached',
    by: bram,
    files,
  });

  it('stand in the duty with who kept them and when, in the evidence without, and once', () => {
    const duty = aDuty('verify-change');
    const first = after(duty, keep(file('a')));

    const second = ask(first, keep(file('a'), file('b')));

    assert.deepEqual(second.duty.attachments, [
      { ...file('a'), by: bram, at: fixedNow },
      { ...file('b'), by: bram, at: fixedNow },
    ]);
    assert.deepEqual(records(second, 'attached'), [{ attachments: [file('b')] }]);
    assert.deepEqual(second.evidence[0]?.by, bram);
    assert.equal(ask(second.duty, keep(file('b'))).verdict, 'repeated');
  });

  it('are no more than its row takes, and none once it was taken back', () => {
    const full = Array.from({ length: mostAttachments }, (_, at) => file(`f${String(at)}`));
    const duty = after(aDuty('verify-change'), keep(...full));
    const withdrawn = after(aDuty('verify-change'), {
      type: 'withdrawn',
      reason: 'Niet meer nodig',
      vendor: 'Unit4',
    });

    assert.equal(duty.attachments?.length, mostAttachments);
    assert.equal(ask(duty, keep(file('more'))).verdict, 'too-often');
    assert.equal(ask(withdrawn, keep(file('a'))).verdict, 'withdrawn');
  });
});

describe('a “no” that is taken back', () => {
  const answered = (replied: boolean): Duty => {
    const said = after(aDuty('verify-change'), no(aDuty('verify-change')));
    const reply: DutyEvent = { type: 'reply-sent', by: anna, text: 'Betreft: CHG-4711' };
    return replied ? after(said, reply) : said;
  };
  const yes = (duty: Duty, reason?: string): Decision =>
    ask(duty, { ...answerOf(duty, 'fulfilled'), ...(reason === undefined ? {} : { reason }) });

  for (const [what, replied, reason, verdict] of [
    ['needs no reason before the vendor heard of it', false, undefined, 'done'],
    ['needs one after that', true, undefined, 'needs-reason'],
    ['needs one with letters in it', true, '12 -.', 'needs-reason'],
    ['needs one of more than two letters', true, 'ok', 'needs-reason'],
    ['is taken back with one', true, 'mis', 'done'],
  ] as const)
    it(what, () => {
      assert.equal(yes(answered(replied), reason).verdict, verdict);
    });

  it('takes a reason of nobody who said no such thing', () => {
    const duty = answered(true);

    assert.deepEqual(
      [anna, bram].map(({ aadObjectId }) => takesReason(duty, aadObjectId)),
      [true, false],
    );
  });

  it('keeps the reason in the evidence', () => {
    const [answer] = records(yes(answered(true), 'Ik keek in de verkeerde omgeving'), 'answered');

    assert.equal(answer?.['reason'], 'Ik keek in de verkeerde omgeving');
  });

  it('needs none for another “no”', () => {
    const duty = answered(true);

    assert.equal(ask(duty, no(duty, { values: { outcome: 'broken', note: 'x' } })).verdict, 'done');
  });
});

describe('the decisions that come with an answer', () => {
  const withList = (duty: Duty, attached: string, by = anna): DutyEvent => ({
    ...answerOf(duty, 'fulfilled', { by }),
    attached,
  });

  it('make it another answer where they differ, and the same where they are the same', () => {
    const duty = aDuty('verify-change');
    const event = withList(duty, 'lijst 1');
    const once = ask(duty, event);
    const stored = after(duty, event);

    assert.equal(records(once, 'answered')[0]?.['attached'], 'lijst 1');
    assert.match(stored.answers[0]?.attached ?? '', /^[0-9a-f]{64}$/);
    assert.equal(ask(stored, event).verdict, 'repeated');
    assert.equal(ask(stored, { ...withList(stored, 'lijst 2') }).verdict, 'done');
  });

  it('are kept each once where the answer came too late, by a mark that says nothing', () => {
    const duty = aDuty('verify-change', asked(anna, bram));
    const settled = after(duty, answerOf(duty, 'fulfilled'));
    const late = after(settled, withList(settled, 'lijst 1', bram));

    assert.match(late.lateAnswers[0] ?? '', /^[0-9a-f]{16}$/);
    assert.deepEqual(ask(late, withList(late, 'lijst 1', bram)).evidence, []);
    assert.equal(ask(late, withList(late, 'lijst 2', bram)).evidence.length, 1);
  });

  it('are remembered fifty at most where they came too late, and not named where there are none', () => {
    const settled = after(aDuty('verify-change', asked(anna, bram)), answerOf(open(), 'fulfilled'));
    const marks = Array.from({ length: 50 }, (_, at) => String(at));
    const { duty, evidence } = ask(
      { ...settled, lateAnswers: marks },
      answerOf(settled, 'fulfilled', { by: bram }),
    );

    assert.deepEqual(duty.lateAnswers.slice(0, -1), marks.slice(1));
    assert.deepEqual(Object.keys(dataOf(evidence[0])).sort(), [
      ...['because', 'effective', 'formVersion', 'values', 'via'],
    ]);
  });
});

describe('whom a negative answer names', () => {
  it('to solve it owns the finding, is asked and told; whoever answered is not', () => {
    const duty = aDuty('check-capacity');
    const named = ask(duty, no(duty, { owner: bram }));
    const self = ask(duty, no(duty, { owner: anna }));

    assert.deepEqual(named.duty.findings[0]?.owner, bram);
    assert.deepEqual(records(named, 'finding')[0]?.['owner'], bram);
    assert.deepEqual(
      named.duty.confirmations?.map(({ what, of, by, finding, at }) => [what, of, by, finding, at]),
      [['owner', bram, anna, 'F-1', fixedNow]],
    );
    assert.deepEqual(told(named), [['owner', bram.aadObjectId]]);
    assert.deepEqual([self.duty.confirmations ?? [], told(self)], [[], []]);
  });

  for (const [kind, key] of [
    ['confirm-restore', 'lossAskedOf'],
    ['transfer-securely', 'exceptionAskedOf'],
  ] as const)
    it(`to accept what is left (${kind}) is asked with the reason, told, and stands in the evidence`, () => {
      const duty = aDuty(kind);
      const decision = ask(
        duty,
        no(duty, { bearer: bram, values: { outcome: 'x', note: 'kan niet anders' } }),
      );

      assert.deepEqual(
        decision.duty.confirmations?.map((one) => [
          one.what,
          one.of,
          'reason' in one && one.reason,
        ]),
        [['risk', bram, 'kan niet anders']],
      );
      assert.deepEqual(records(decision, 'finding').at(-1), { finding: 'F-1', [key]: bram });
      assert.deepEqual(told(decision), [['loss-asked', bram.aadObjectId]]);
    });

  it('is asked no more once the same person answers otherwise; what others ask stays', () => {
    const duty = aDuty('confirm-restore', { ...asked(anna, carla), rule: 'all' });
    const first = after(duty, no(duty, { bearer: bram, values: { outcome: 'loss' } }));
    const second = after(first, {
      ...answerOf(first, 'problem', { by: carla }),
      ...{ bearer: bram },
    });
    const other = after(second, no(second, { values: { outcome: 'failed', note: 'alles weg' } }));

    assert.deepEqual(
      (other.confirmations ?? []).map(({ of, by }) => [of, by]),
      [[bram, carla]],
    );
  });
});

describe('a duty that went from one to another', () => {
  const given = (by: typeof anna | undefined, because: 'hand-over' | 'left') =>
    ({
      type: 'handed-over',
      ...(by ? { by } : {}),
      from: anna.aadObjectId,
      to: bram,
      reason: 'Ik ben er die week niet',
      because,
    }) as DutyEvent;

  it('says from whom, why and, where somebody else did it, by whom', () => {
    const duty = aDuty('verify-change', asked(anna));
    const [own, others, bot] = [anna, carla, undefined].map((by) =>
      ask(duty, given(by, 'hand-over')),
    );
    const handed = { from: anna, reason: 'Ik ben er die week niet', because: 'hand-over' };

    assert.deepEqual(own?.duty.assignees[0]?.handedBy, handed);
    assert.deepEqual(others?.duty.assignees[0]?.handedBy, { ...handed, by: carla });
    assert.deepEqual(bot?.duty.assignees[0]?.handedBy, handed);
    assert.deepEqual(own && records(own, 'reassigned'), [{ ...handed, to: bram }]);
    assert.deepEqual(own?.duty.assignees[0]?.delivery, { state: 'pending' });
  });

  it('is said in the thread only where somebody left', () => {
    const duty = aDuty('verify-change', asked(anna));
    const saidOf = (decision: Decision) =>
      decision.effects.flatMap((effect) => (effect.do === 'say' ? [effect.said] : []));

    assert.deepEqual(saidOf(ask(duty, given(undefined, 'left'))), [
      { type: 'left', from: anna.name, to: bram.name },
    ]);
    assert.deepEqual(saidOf(ask(duty, given(anna, 'hand-over'))), []);
  });

  it('and comes back asks with the card that is there, on a form of its own', () => {
    const message = { conversationId: 'a:1', activityId: '1', serviceUrl: 'https://x' };
    const shown = after(aDuty('verify-change', asked(anna)), {
      type: 'card-posted',
      person: anna.aadObjectId,
      name: anna.name,
      message,
      shown: 1,
    });
    const away = after(shown, given(anna, 'hand-over'));
    const back = after(away, {
      ...given(bram, 'hand-over'),
      from: bram.aadObjectId,
      to: anna,
    } as DutyEvent);

    const [again] = back.assignees;
    assert.deepEqual(again?.messages, [message]);
    assert.equal(again.formVersion, 2);
    assert.deepEqual(
      back.formerAssignees.map(({ aadObjectId, handedTo }) => [aadObjectId, handedTo]),
      [[bram.aadObjectId, anna]],
    );
  });

  it('is put off by whoever is asked, from the day on which that was said', () => {
    const duty = aDuty('verify-change', asked(anna));
    const put = (by: typeof anna, reason = 'Release schuift'): DutyEvent => ({
      type: 'postponed',
      by,
      to: '2026-12-10',
      reason,
    });
    const once = after(duty, put(anna));

    assert.deepEqual(once.reminded, {
      dueOn: '2026-12-10',
      since: fixedNow.slice(0, 10),
      level: 0,
    });
    assert.equal(ask(duty, put(bram)).verdict, 'not-assigned');
    assert.equal(ask(after(duty, answerOf(duty, 'fulfilled')), put(anna)).verdict, 'too-late');
    assert.equal(ask(once, put(anna)).verdict, 'repeated');
    assert.equal(ask(once, put(anna, 'Toch later')).verdict, 'done');
  });
});
