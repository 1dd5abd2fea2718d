import type { Undeliverable } from '../../bot/duty/ids.ts';
import assert from 'node:assert/strict';
import { decide } from '../../bot/duty/decide.ts';
import type { DutyEvent } from '../../bot/duty/decide.ts';
import { assigneeOf } from '../../bot/duty/duty.ts';
import type { Duty } from '../../bot/duty/duty.ts';
import { toInstant } from '../../bot/duty/time/instant.ts';
import { openDuty } from '../../bot/duty/open.ts';
import { DateTime } from 'luxon';
import { after, answered, answerOf } from '../support/duties/answers.ts';
import {
  aDuty,
  anna,
  anOpening,
  asked,
  bram,
  carla,
  defined,
  fixedNow,
} from '../support/duties/duties.ts';

const message = { conversationId: 'a:1', activityId: 'm-1', serviceUrl: 'https://x' };
const december = toInstant(DateTime.fromISO('2026-12-01T09:00:00Z'));

describe('opening a duty', () => {
  it('sends each person a card, lists the duty and shows it in the channel', () => {
    const { id, tenant, openedBy } = aDuty('verify-change');
    const opening = anOpening('verify-change', asked(anna, bram));

    const { duty, evidence, effects } = openDuty(
      id,
      { tenant, opening, opened: { openedBy, requestHash: 'asked' } },
      fixedNow,
    );

    assert.deepEqual([duty.status, duty.revision, duty.seq], ['open', 1, 0]);
    assert.deepEqual(
      evidence.map(({ type }) => type),
      ['opened'],
    );
    assert.deepEqual(effects.map(whatFor), [
      'list',
      `post-card ${anna.aadObjectId}`,
      `post-card ${bram.aadObjectId}`,
      'show-channel',
    ]);
    assert.equal(new Set(effects.map(({ key }) => key)).size, effects.length);
  });
});

describe('a card on its way', () => {
  it('is known to have arrived, with the message that can be edited', () => {
    const duty = aDuty('verify-change');

    const { duty: next, evidence } = decide(duty, posted(duty), fixedNow);

    const holder = defined(assigneeOf(next, anna.aadObjectId));
    assert.deepEqual(holder.delivery, { state: 'delivered', at: fixedNow });
    assert.deepEqual(holder.messages, [message]);
    assert.deepEqual(
      evidence.map(({ type }) => type),
      ['delivered'],
    );
  });

  it('is not edited while it shows the duty as it is', () => {
    const duty = aDuty('verify-change');

    const { effects } = decide(duty, posted(duty), fixedNow);

    assert.ok(!effects.some((effect) => effect.do === 'edit-cards'));
  });

  it('is brought up to date when the duty changed in the meantime', () => {
    const duty = aDuty('verify-change', asked(anna, bram));
    const changed = answered(duty, 'fulfilled', bram);

    const { effects } = decide(changed, posted(duty), fixedNow);

    assert.ok(effects.map(whatFor).includes(`edit-cards ${anna.aadObjectId}`));
  });

  it('counts as sent where Teams gave no message that could be edited', () => {
    const duty = aDuty('verify-change');

    const { duty: next } = decide(duty, { ...posted(duty), message: undefined }, fixedNow);

    const holder = defined(assigneeOf(next, anna.aadObjectId));
    assert.deepEqual([holder.delivery.state, holder.messages], ['delivered', []]);
  });

  it('keeps the newest copies, and not more and more of them', () => {
    let duty = aDuty('verify-change');

    for (let at = 1; at <= 40; at += 1) {
      const copy = { ...message, activityId: `m-${String(at)}` };
      duty = after(duty, { ...posted(duty), message: copy });
    }

    const { messages } = defined(assigneeOf(duty, anna.aadObjectId));
    assert.ok(messages.length < 20);
    assert.equal(messages.at(-1)?.activityId, 'm-40');
  });

  it('is reported undeliverable once for each reason, to the channel too', () => {
    const duty = aDuty('verify-change');
    const first = decide(duty, lost('not-installed'), fixedNow);
    const stored = after(duty, lost('not-installed'));

    const again = decide(stored, lost('not-installed'), fixedNow);
    const other = decide(stored, lost('blocked'), fixedNow);

    assert.deepEqual(
      first.evidence.map(({ type }) => type),
      ['undeliverable'],
    );
    assert.ok(first.effects.map(whatFor).includes('show-channel'));
    assert.deepEqual([again.verdict, again.duty, again.evidence], ['repeated', stored, []]);
    assert.equal(other.evidence.length, 1);
  });

  it('tells the channel when it arrives after all', () => {
    const duty = after(aDuty('verify-change'), lost('not-installed'));

    const { effects } = decide(duty, posted(duty), fixedNow);

    assert.ok(effects.map(whatFor).includes('show-channel'));
  });

  it('gives way to a list that was sent, of which the evidence, the lists and the channel hear once', () => {
    const duty = after(aDuty('verify-change'), lost('not-installed'));

    const told = decide(duty, onList, fixedNow);
    const again = decide(told.duty, onList, fixedNow);
    const came = decide(told.duty, posted(told.duty), fixedNow);

    const { delivery } = defined(assigneeOf(told.duty, anna.aadObjectId));
    assert.deepEqual(delivery, { state: 'listed', at: fixedNow, page: 2 });
    assert.deepEqual(told.evidence, [
      { type: 'delivered', data: { to: { ...anna }, listed: true, page: 2 } },
    ]);
    assert.deepEqual(told.effects.map(whatFor), ['list', 'show-channel']);
    assert.deepEqual([again.verdict, again.duty], ['repeated', told.duty]);
    assert.equal(assigneeOf(came.duty, anna.aadObjectId)?.delivery.state, 'delivered');
    assert.ok(came.effects.map(whatFor).includes('show-channel'));
  });

  it('says more than a list does, whether it arrived or is under way', () => {
    const duty = aDuty('verify-change');

    for (const before of [duty, after(duty, posted(duty))]) {
      const { verdict, duty: next, evidence } = decide(before, onList, fixedNow);

      assert.deepEqual([verdict, next, evidence], ['repeated', before, []]);
    }
  });

  it('tells a channel that shows the card as still on its way that it arrived', () => {
    const shown = after(aDuty('verify-change'), { type: 'channel-posted', message, shown: 1 });

    const { effects } = decide(shown, posted(shown), fixedNow);

    assert.ok(effects.map(whatFor).includes('show-channel'));
  });

  it('belongs to nobody who was not asked', () => {
    const duty = aDuty('verify-change');
    const { aadObjectId: person } = carla;
    const events: readonly DutyEvent[] = [
      { ...posted(duty), person },
      { type: 'card-undeliverable', person, reason: 'blocked' },
      { type: 'listed', person, name: carla.name, page: 1 },
      { type: 'card-wanted', person, afresh: true },
    ];

    for (const event of events) {
      const { verdict, duty: next, evidence, effects } = decide(duty, event, fixedNow);

      assert.equal(verdict, 'not-assigned');
      assert.equal(next, duty);
      assert.deepEqual([evidence, effects], [[], []]);
    }
  });

  it('is sent again when it is wanted again', () => {
    const duty = after(aDuty('verify-change'), posted(aDuty('verify-change')));

    for (const afresh of [true, false]) {
      const wanted = { type: 'card-wanted', person: anna.aadObjectId, afresh } as const;

      const { effects } = decide(duty, wanted, fixedNow);

      assert.deepEqual(effects.map(whatFor), [`post-card ${anna.aadObjectId}`]);
    }
  });

  it('is not brought by an install once it needs no answer, but is when a person asks', () => {
    const settled = answered(aDuty('verify-change'), 'fulfilled');
    const wanted = (afresh: boolean) =>
      decide(settled, { type: 'card-wanted', person: anna.aadObjectId, afresh }, fixedNow);

    assert.deepEqual(wanted(true).effects, []);
    assert.equal(wanted(true).duty, settled);
    assert.deepEqual(wanted(false).effects.map(whatFor), [`post-card ${anna.aadObjectId}`]);
  });
});

describe('the card in the channel', () => {
  it('is remembered, and edited where the duty changed in the meantime', () => {
    const duty = aDuty('verify-change');

    const fresh = decide(duty, { type: 'channel-posted', message, shown: duty.revision }, fixedNow);
    const stale = decide(duty, { type: 'channel-posted', message, shown: 0 }, fixedNow);

    assert.deepEqual(fresh.duty.channelMessage, message);
    assert.deepEqual([fresh.effects, fresh.evidence], [[], []]);
    assert.deepEqual(stale.effects.map(whatFor), ['show-channel']);
  });

  it('is posted anew where it stood before, and kept to say so in a channel that was left', () => {
    const shown = after(aDuty('verify-change'), { type: 'channel-posted', message, shown: 1 });

    const channelId = message.conversationId.split(';')[0] ?? '';
    const same = decide(shown, { type: 'channel-wanted', channelId }, fixedNow);
    const moved = decide(shown, { type: 'channel-wanted', channelId: '19:elsewhere' }, fixedNow);

    assert.ok(!('channelMessage' in same.duty));
    assert.deepEqual(moved.duty.channelMessage, message);
    for (const { effects } of [moved, same]) {
      assert.deepEqual(effects.map(whatFor), ['show-channel']);
    }
  });
});

describe('the list of a month', () => {
  it('gets the duty with its first evidence of that month, and only then', () => {
    const duty = aDuty('verify-change');

    const first = decide(duty, posted(duty), december);
    const next = after(duty, posted(duty), december);
    const second = decide(next, answerOf(next, 'fulfilled'), december);

    assert.deepEqual(first.duty.months, ['2026-11', '2026-12']);
    assert.equal(first.effects.filter((effect) => effect.do === 'list').length, 1);
    assert.deepEqual(second.duty.months, ['2026-11', '2026-12']);
  });

  it('stays as it is where nothing was recorded', () => {
    const duty = aDuty('verify-change');

    const { duty: next } = decide(duty, { type: 'channel-wanted', channelId: '19:it' }, december);

    assert.deepEqual(next.months, ['2026-11']);
  });
});

type Posted = Extract<DutyEvent, { type: 'card-posted' }>;

function posted({ revision }: Duty): Posted {
  const { aadObjectId: person, name } = anna;
  return { type: 'card-posted', person, name, message, shown: revision };
}

const onList: DutyEvent = {
  type: 'listed',
  person: anna.aadObjectId,
  name: anna.name,
  page: 2,
};

function lost(reason: Undeliverable): DutyEvent {
  return { type: 'card-undeliverable', person: anna.aadObjectId, reason };
}

function whatFor(effect: { readonly do: string; readonly person?: string }): string {
  return effect.person === undefined ? effect.do : `${effect.do} ${effect.person}`;
}
