import assert from 'node:assert/strict';
import { createWritten, leaseSeconds } from '../../bot/delivery/lease.ts';
import { dutyIdFor } from '../../bot/duty/open.ts';
import { secondsAfter } from '../../bot/duty/time/instant.ts';
import type { OutboxEntry } from '../../bot/ports/outbox.ts';
import { manualClock } from '../support/clock.ts';
import { aDuty, fixedNow } from '../support/duties/duties.ts';

const duty = aDuty('verify-change');
const owner = { tenant: duty.tenant, dutyId: duty.id };
const entry = (key: string): OutboxEntry => ({
  ...owner,
  effect: { do: 'list', key },
  dueAt: fixedNow,
  attempts: 0,
});

describe('a lease that was written with a change', () => {
  const [list, show] = [entry('list'), entry('show')];
  const setUp = () => {
    const clock = manualClock(fixedNow);
    const leases = createWritten({ services: clock, holder: 'me' });
    const lease = leases.for(owner);
    leases.keep([list, show], { lease, duty });
    return { clock, leases, lease };
  };

  it('is as long as any other, and this instance’s', () => {
    const { lease } = setUp();

    assert.deepEqual(lease, {
      ...owner,
      holder: 'me',
      until: secondsAfter(fixedNow, leaseSeconds),
    });
  });

  it('is given with the duty to what the change asked for, once', () => {
    const { leases, lease } = setUp();

    assert.deepEqual(leases.take(owner, [list, show]), { lease, duty });
    assert.equal(leases.take(owner, [list, show]), undefined);
  });

  it('is not given to what was asked for by something else', () => {
    const { leases } = setUp();

    assert.equal(leases.take(owner, [list, entry('older')]), undefined);
  });

  it('is not given to another duty', () => {
    const { leases } = setUp();
    const other = { ...owner, dutyId: dutyIdFor(duty.tenant, 'somebody', 'another') };

    assert.equal(leases.take(other, [list]), undefined);
  });

  it('is not given to what begins more than two seconds later: somebody may have changed the duty', () => {
    const intime = setUp();
    intime.clock.set(secondsAfter(fixedNow, 2));
    assert.ok(intime.leases.take(owner, [list, show]));

    const late = setUp();
    late.clock.set(secondsAfter(fixedNow, 2.001));
    assert.equal(late.leases.take(owner, [list, show]), undefined);
  });
});
