import assert from 'node:assert/strict';
import { kindOf } from '../../../bot/kinds/index.ts';
import type { FollowUp } from '../../../bot/kinds/kind.ts';
import { isStillWanted } from '../../../bot/duty/follow-ups.ts';
import type { Effect } from '../../../bot/duty/effects.ts';
import { decide } from '../../../bot/duty/decide.ts';
import { after, answerOf, withdrawal } from '../../support/duties/answers.ts';
import { aDuty, anna, defined, dutch, fixedNow } from '../../support/duties/duties.ts';

const incident = { about: 'sent-insecurely', task: 'Ga na wie ze heeft.', personalData: true };
const dealtWith = {
  outcome: 'done',
  doneOn: '2026-11-23',
  deletedThere: 'yes',
  breach: 'no',
  note: 'de ontvanger bevestigde het per mail',
};

describe('data that was sent insecurely', () => {
  for (const [said, answer, verdict] of [
    ['deleted there and no breach', {}, 'fulfilled'],
    ['a breach that was reported', { breach: 'yes', reported: 'yes' }, 'fulfilled'],
    ['a breach that nobody reported', { breach: 'yes' }, ['reported']],
    ['a breach that is to be reported', { breach: 'yes', reported: 'no' }, ['reported']],
    ['still at the recipient', { deletedThere: 'no' }, ['deletedThere']],
    ['nobody knows whether it is there', { deletedThere: '' }, ['deletedThere']],
    ['nobody judged it', { breach: '' }, ['breach']],
  ] as const) {
    it(`is ${Array.isArray(verdict) ? 'not ' : ''}dealt with where it is ${said}`, () => {
      const duty = aDuty('show-done', { details: incident });

      const settled = kindOf('show-done').settle(duty, { ...dealtWith, ...answer }, dutch);

      const seen = settled.ok ? settled.outcome : settled.messages.map(({ field }) => field);
      assert.deepEqual(seen, verdict);
    });
  }

  it('takes the privacy officer as a second pair of eyes where it is about people, and only there', () => {
    const also = (details: object) => kindOf('show-done').alsoAsk?.(details);

    assert.equal(also(incident), 'privacy');
    assert.equal(also({ ...incident, personalData: false }), undefined);
    assert.equal(also({ ...incident, about: 'copy-deleted' }), undefined);
  });
});

describe('what an answer left to be done', () => {
  const kindsOf = (followed: readonly FollowUp[]) =>
    followed.flatMap((one) => (one.type === 'open' ? [one.kind] : []));

  it('is a task with its own words, whichever kind it follows', () => {
    const restore = kindOf('confirm-restore').followUps(aDuty('confirm-restore'), {
      outcome: 'loss',
      samples: [{ line: 'Factuur 4711', value: 'missing' }],
    });
    const agreement = kindOf('read-agreement').followUps(aDuty('read-agreement'), {
      outcome: 'understood',
      obligations: 'Register bijwerken',
    });
    const sent = kindOf('transfer-securely').followUps(aDuty('transfer-securely'), {
      outcome: 'already-sent',
      note: 'per gewone mail',
    });

    assert.deepEqual([restore, agreement, sent].flatMap(kindsOf), [
      'show-done',
      'show-done',
      'show-done',
    ]);
    for (const one of [...restore, ...agreement, ...sent]) {
      if (one.type !== 'open') continue;
      for (const language of ['nl', 'en'] as const) {
        const read = kindOf('show-done').readDetails(one.details[language]);
        assert.ok(read.ok, JSON.stringify(read));
      }
    }
  });
});

describe('a copy that may lie there until a day', () => {
  const sent = (deleteOn: string | undefined) => ({
    outcome: 'secure',
    route: 'portal',
    ...(deleteOn === undefined ? {} : { deleteOn }),
  });
  const answered = (deleteOn: string | undefined, formVersion = 1) => ({
    ...answerOf(aDuty('transfer-securely'), 'fulfilled'),
    values: sent(deleteOn),
    formVersion,
  });
  const openings = (effects: readonly Effect[]) =>
    effects.flatMap((effect) => (effect.do === 'open-duty' ? [effect] : []));

  it('is asked about on that day, and not before', () => {
    const { effects } = decide(aDuty('transfer-securely'), answered('2027-03-01'), fixedNow);

    const [asked, ...others] = openings(effects);
    assert.deepEqual(others, []);
    assert.equal(asked?.notBefore, '2027-03-01T07:00:00.000Z');
    assert.equal(asked.opening.kind, 'show-done');
    assert.deepEqual(
      openings(decide(aDuty('transfer-securely'), answered(undefined), fixedNow).effects),
      [],
    );
  });

  it('is not asked about on a day that was corrected, nor once the duty was withdrawn', () => {
    const duty = aDuty('transfer-securely');
    const first = after(duty, answered('2027-03-01'));
    const [wanted] = openings(decide(duty, answered('2027-03-01'), fixedNow).effects);
    const corrected = after(first, answered('2027-04-01', 2));
    const never = after(first, answered(undefined, 2));
    const effect = defined(wanted);

    assert.equal(effect.answerer.aadObjectId, anna.aadObjectId);
    assert.deepEqual(
      [first, corrected, never, after(duty, withdrawal)].map((one) => isStillWanted(one, effect)),
      [true, false, false, false],
    );
  });
});
