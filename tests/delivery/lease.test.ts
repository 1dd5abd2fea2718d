import assert from 'node:assert/strict';
import { createLeases, leaseSeconds } from '../../bot/delivery/lease.ts';
import type { Lease, Outbox } from '../../bot/ports/outbox.ts';
import { secondsAfter } from '../../bot/duty/time/instant.ts';
import { manualClock } from '../support/clock.ts';
import { aDuty, fixedNow } from '../support/duties/duties.ts';

const { tenant, id: dutyId } = aDuty('verify-change');

/** A lease of ten seconds, and what is said when it is to be prolonged. */
function held(renewing: (lease: Lease) => Promise<boolean>) {
  const clock = manualClock(fixedNow);
  const asked: Lease[] = [];
  const warned: object[] = [];
  const outbox = {
    renew: (lease: Lease) => {
      asked.push(lease);
      return renewing(lease);
    },
  } as unknown as Outbox;
  const log = { warn: (facts: object) => warned.push(facts) } as never;
  const until = secondsAfter(fixedNow, leaseSeconds);
  const taken: Lease = { tenant, dutyId, holder: 'me', until };
  const lease = createLeases({ now: clock.now, timers: clock.timers, log }).hold(taken, outbox);
  const pass = (seconds: number) => clock.pass(seconds, () => Promise.resolve());
  return { lease, clock, asked, warned, taken, pass };
}
const yes = () => Promise.resolve(true);

describe('a lease', () => {
  it('holds for ten seconds but the last one, as the clocks of two machines differ', () => {
    const { lease, clock, taken } = held(yes);

    assert.equal(leaseSeconds, 10);
    assert.equal(lease.lease(), taken);
    assert.equal(lease.isValid(), true);
    clock.set(secondsAfter(fixedNow, 8.999));
    assert.equal(lease.isValid(), true);
    clock.set(secondsAfter(fixedNow, 9));
    assert.equal(lease.isValid(), false);
  });

  it('is looked at each three seconds and prolonged once less than seven are left', async () => {
    const { lease, asked, taken, pass } = held(yes);

    await pass(2.9);
    assert.equal(asked.length, 0);
    await pass(0.2);
    const first = { ...taken, until: secondsAfter(fixedNow, 13) };
    assert.deepEqual(asked, [first]);
    assert.deepEqual(lease.lease(), first);
    await pass(27);
    assert.equal(asked.length, 10);
    assert.equal(lease.isValid(), true);
  });

  it('is not prolonged while more than seven seconds are left', async () => {
    const { asked, lease, clock, pass } = held(yes);
    await pass(3);
    assert.equal(asked.length, 1);
    // The clock went back a little: what was prolonged lasts longer than it needs.
    clock.set(secondsAfter(fixedNow, 2));
    await pass(4);

    assert.equal(asked.length, 2);
    assert.equal(lease.isValid(), true);
    clock.set(fixedNow);
    await pass(5.9);
    assert.equal(asked.length, 2);
  });

  it('is lost for good when another instance has it', async () => {
    const { lease, pass, taken, clock } = held(() => Promise.resolve(false));
    await pass(3);

    assert.equal(lease.isValid(), false);
    assert.equal(lease.lease(), taken);
    clock.set(fixedNow);
    assert.equal(lease.isValid(), false);
  });

  it('lasts as long as it lasted where it could not be prolonged, and that is tried again', async () => {
    let fails = true;
    const { lease, pass, warned, asked } = held(() =>
      fails ? Promise.reject(new Error('store')) : Promise.resolve(true),
    );
    await pass(3);
    const between = lease.isValid();
    fails = false;
    await pass(3);

    assert.equal(between, true);
    assert.equal(asked.length, 2);
    assert.deepEqual(
      warned.map((facts) => (facts as { dutyId?: unknown }).dutyId),
      [dutyId],
    );
    await pass(5);
    assert.equal(lease.isValid(), true);
  });

  it('is looked at no more once it is given back', async () => {
    const { lease, asked, pass } = held(yes);
    await pass(3);
    lease.letGo();
    await pass(60);

    assert.equal(asked.length, 1);
    assert.equal(lease.isValid(), false);
  });
});
