import { parseDutyId } from '../../../bot/duty/ids.ts';
import type { Instant } from '../../../bot/duty/ids.ts';
import assert from 'node:assert/strict';
import { channelRate, createChannelBudget } from '../../../bot/features/channel/budget.ts';
import { countChanges } from '../../../bot/features/channel/roll-up.ts';
import { secondsAfter } from '../../../bot/duty/time/instant.ts';
import type { HeldChange } from '../../../bot/ports/store.ts';
import { defined, fixedNow, tenant } from '../../support/duties/duties.ts';

const dutyId = defined(parseDutyId(`d${'0'.repeat(24)}`));
const change = (at: Instant, status: HeldChange['status'] = 'fulfilled'): HeldChange => ({
  dutyId,
  revision: 2,
  status,
  unreached: status === 'open',
  stands: false,
  at,
});

describe('what a channel is shown change by change', () => {
  const taken = (at: number, from = createChannelBudget(channelRate), asked = 200) =>
    Array.from({ length: asked }, () => from.take(tenant, 'channel', at)).filter(Boolean).length;

  it('is forty at once and two more a minute, however many there are', () => {
    const budget = createChannelBudget(channelRate);

    const each = [0, 30, 60, 600].map((seconds) => taken(seconds * 1000, budget));

    assert.deepEqual(each, [40, 1, 1, 18]);
  });

  it('never grows beyond what may come at once, and a clock that steps back takes nothing', () => {
    const budget = createChannelBudget(channelRate);
    taken(0, budget);

    assert.equal(taken(24 * 3600 * 1000, budget), 40);
    assert.equal(taken(0, budget), 0);
  });

  it('is counted for each channel by itself', () => {
    const budget = createChannelBudget(channelRate);
    taken(0, budget);

    assert.equal(budget.take(tenant, 'other channel', 0), true);
  });
});

describe('a roll-up', () => {
  it('counts changes by what they led to', () => {
    const first = countChanges(undefined, [change(fixedNow), change(fixedNow, 'problem')]);
    const then = countChanges(first, [change(secondsAfter(fixedNow, 60), 'open')]);

    assert.deepEqual(then, {
      since: fixedNow,
      until: secondsAfter(fixedNow, 60),
      changes: 3,
      by: { open: 1, problem: 1, fulfilled: 1, withdrawn: 0 },
      unreached: 1,
    });
  });

  it('ends after ten minutes of quiet: what comes then begins another card', () => {
    const message = { conversationId: 'c', activityId: 'a', serviceUrl: 's' };
    const over = { ...countChanges(undefined, [change(fixedNow)]), message, shown: 1 };

    const soon = countChanges(over, [change(secondsAfter(fixedNow, 600))]);
    const late = countChanges(over, [change(secondsAfter(fixedNow, 601))]);

    assert.deepEqual([soon.changes, soon.message], [2, message]);
    assert.deepEqual([late.changes, late.message, late.shown], [1, undefined, undefined]);
  });
});
