import assert from 'node:assert/strict';
import { decide } from '../../../bot/duty/decide.ts';
import { answerBy, assigneeOf } from '../../../bot/duty/duty.ts';
import { latestAnswer } from '../../../bot/duty/answering/quorum.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import { secondsAfter } from '../../../bot/duty/time/instant.ts';
import { after, answered, answerOf, dataOf, withdrawal } from '../../support/duties/answers.ts';
import { aDuty, anna, asked, bram, carla, fixedNow } from '../../support/duties/duties.ts';

const later = secondsAfter(fixedNow, 60);

describe('an answer', () => {
  it('settles the duty and stands in the evidence', () => {
    const duty = forTwo();

    const { verdict, duty: next, evidence } = decide(duty, answerOf(duty, 'fulfilled'), later);

    assert.equal(verdict, 'done');
    assert.equal(next.status, 'fulfilled');
    assert.deepEqual(latestAnswer(next)?.by, anna);
    assert.equal(latestAnswer(next)?.at, later);
    const [draft, ...others] = evidence;
    assert.deepEqual(others, []);
    assert.deepEqual([draft?.type, draft?.by, draft?.outcome], ['answered', anna, 'fulfilled']);
    assert.equal(dataOf(draft)['effective'], true);
    assert.equal(dataOf(draft)['via'], 'card');
  });

  it('changes every copy of the card, the channel and the lists', () => {
    const duty = delivered(delivered(forTwo(), anna), bram);

    const { effects } = decide(duty, answerOf(duty, 'fulfilled'), later);

    assert.deepEqual(
      effects.map((effect) => [effect.do, 'person' in effect ? effect.person : undefined]),
      [
        ['list', undefined],
        ['edit-cards', anna.aadObjectId],
        ['edit-cards', bram.aadObjectId],
        ['show-channel', undefined],
      ],
    );
  });

  it('is one answer when the same click comes twice', () => {
    const duty = forTwo();
    const click = answerOf(duty, 'fulfilled');

    const once = after(duty, click);

    const again = decide(once, click, later);

    assert.equal(again.verdict, 'repeated');
    assert.equal(again.duty, once);
    assert.deepEqual([again.evidence, again.effects], [[], []]);
  });

  it('counts once when two people answer at the same moment; the other is kept beside it', () => {
    const duty = forTwo();
    const first = after(duty, answerOf(duty, 'fulfilled'));

    const second = decide(first, answerOf(duty, 'fulfilled', { by: bram }), later);

    assert.equal(second.verdict, 'too-late');
    assert.equal(second.duty.status, 'fulfilled');
    assert.deepEqual(latestAnswer(second.duty)?.by, anna);
    const [draft] = second.evidence;
    assert.deepEqual([draft?.by, draft?.outcome], [bram, 'fulfilled']);
    assert.equal(dataOf(draft)['effective'], false);
    assert.equal(dataOf(draft)['because'], 'too-late');
    assert.deepEqual(second.effects, []);
  });

  it('opens a finding where somebody else sees that it does not work after all', () => {
    const first = answered(forTwo(), 'fulfilled');

    const second = decide(first, answerOf(first, 'problem', { by: bram }), later);

    assert.deepEqual([second.verdict, second.duty.status], ['done', 'problem']);
    assert.deepEqual(
      second.evidence.map(({ type }) => type),
      ['answered', 'finding'],
    );
    const solved = after(second.duty, {
      type: 'vendor-reacted',
      by: anna,
      text: 'Opgelost',
      solved: true,
    });
    assert.deepEqual(
      after(solved, answerOf(solved, 'fulfilled', { by: bram })).status,
      'fulfilled',
    );
  });

  it('stands in the evidence once, however often it comes too late', () => {
    const duty = forTwo();
    const lateClick = answerOf(duty, 'fulfilled', { by: bram });
    const once = after(answered(duty, 'fulfilled'), lateClick);

    const twice = decide(once, lateClick, later);

    assert.equal(twice.verdict, 'too-late');
    assert.equal(twice.duty, once);
    assert.deepEqual(twice.evidence, []);
  });

  it('keeps two late answers apart when they differ', () => {
    const settled = answered(forTwo(), 'fulfilled');
    const once = after(settled, answerOf(settled, 'fulfilled', { by: bram }));

    const other = decide(once, answerOf(once, 'unable', { by: bram }), later);

    assert.equal(other.evidence.length, 1);
  });

  it('does not count on a form that the same person has answered since', () => {
    const duty = forTwo();
    const first = answered(duty, 'fulfilled');

    const stale = decide(first, answerOf(duty, 'problem', { formVersion: 1 }), later);

    assert.equal(assigneeOf(first, anna.aadObjectId)?.formVersion, 2);
    assert.equal(stale.verdict, 'too-late');
    assert.equal(stale.duty.status, 'fulfilled');
    assert.equal(dataOf(stale.evidence[0])['effective'], false);
  });

  it('after the withdrawal is kept and changes nothing', () => {
    const duty = forTwo();
    const withdrawn = after(duty, withdrawal);

    const { verdict, duty: next, evidence } = decide(withdrawn, answerOf(duty, 'problem'), later);

    assert.equal(verdict, 'withdrawn');
    assert.equal(next.status, 'withdrawn');
    assert.deepEqual([next.answers, next.findings], [[], []]);
    assert.equal(dataOf(evidence[0])['because'], 'withdrawn');
  });

  it('of somebody who was not asked does not exist', () => {
    const duty = forTwo();

    const stranger = decide(duty, answerOf(duty, 'fulfilled', { by: carla }), later);

    assert.equal(stranger.verdict, 'not-assigned');
    assert.equal(stranger.duty, duty);
    assert.deepEqual([stranger.evidence, stranger.effects], [[], []]);
  });

  it('of a review carries its decisions into the evidence, not into the duty', () => {
    const duty = aDuty('review-access');
    const attached = { decisions: [{ account: 'jbakker', decision: 'keep' }] };

    const { duty: next, evidence } = decide(duty, answerOf(duty, 'fulfilled', { attached }), later);

    assert.deepEqual(dataOf(evidence[0])['attached'], attached);
    assert.ok(!JSON.stringify(next).includes('jbakker'));
  });
});

describe('a correction', () => {
  it('takes the place of the answer, which stays in sight', () => {
    const first = answered(forTwo(), 'fulfilled');
    const corrected = decide(first, answerOf(first, 'problem'), later);

    const [old, now] = corrected.duty.answers;

    assert.equal(corrected.verdict, 'done');
    assert.equal(corrected.duty.status, 'problem');
    assert.equal(old?.replacedBy, now?.seq);
    assert.equal(old?.outcome, 'fulfilled');
    assert.equal(dataOf(corrected.evidence[0])['replaces'], old?.seq);
    assert.equal(answerBy(corrected.duty, anna.aadObjectId), now);
  });

  it('that says the same again is no correction', () => {
    const first = answered(forTwo(), 'fulfilled');

    const same = decide(first, answerOf(first, 'fulfilled'), later);

    assert.equal(same.verdict, 'repeated');
    assert.equal(same.duty, first);
  });

  it('belongs to whoever answered', () => {
    const first = answered(forTwo(), 'problem');

    const other = decide(first, answerOf(first, 'fulfilled', { by: bram }), later);

    assert.equal(other.verdict, 'too-late');
    assert.equal(other.duty.status, 'problem');
  });

  it('may open the duty again, for everybody who was asked', () => {
    const reopened = answered(answered(forTwo(), 'fulfilled'), 'unable');

    const other = decide(reopened, answerOf(reopened, 'fulfilled', { by: bram }), later);

    assert.equal(reopened.status, 'open');
    assert.equal(other.verdict, 'done');
    assert.deepEqual(latestAnswer(other.duty)?.by, bram);
  });
});

describe('“I cannot judge this”', () => {
  it('leaves the duty open for the others and for a later answer', () => {
    const unable = answered(forTwo(), 'unable');

    const mine = decide(unable, answerOf(unable, 'fulfilled'), later);
    const other = decide(unable, answerOf(unable, 'fulfilled', { by: bram }), later);

    assert.equal(unable.status, 'open');
    assert.equal(latestAnswer(unable), undefined);
    assert.deepEqual([mine.duty.status, other.duty.status], ['fulfilled', 'fulfilled']);
    assert.equal(dataOf(mine.evidence[0])['replaces'], unable.answers[0]?.seq);
  });

  it('may be what everybody says', () => {
    const both = answered(answered(forTwo(), 'unable'), 'unable', bram);

    assert.equal(both.status, 'open');
    assert.equal(both.answers.length, 2);
  });

  it('comes too late once somebody else could judge it', () => {
    const settled = answered(forTwo(), 'fulfilled', bram);

    const { verdict, duty } = decide(settled, answerOf(settled, 'unable'), later);

    assert.deepEqual([verdict, duty.status], ['too-late', 'fulfilled']);
  });
});

function forTwo(): Duty {
  return aDuty('verify-change', asked(anna, bram));
}

function delivered(duty: Duty, { aadObjectId: person, name }: typeof anna): Duty {
  const message = { conversationId: `a:${person}`, activityId: 'm-1', serviceUrl: 'https://x' };
  return after(duty, { type: 'card-posted', person, name, message, shown: duty.revision });
}
