import assert from 'node:assert/strict';
import type { Work } from '../../bot/delivery/pending.ts';
import { createPending } from '../../bot/delivery/pending.ts';
import type { OutboxEntry } from '../../bot/ports/outbox.ts';
import type { Services } from '../../bot/ports/services.ts';
import { secondsAfter } from '../../bot/duty/time/instant.ts';
import { manualClock } from '../support/clock.ts';
import { anEntry } from '../support/duties/changes.ts';
import {
  aDuty,
  anna,
  anOpening,
  bram,
  fixedNow,
  opened,
  tenant,
} from '../support/duties/duties.ts';

const duty = aDuty('verify-change');
const other = opened(anOpening('verify-change'), { key: 'key-2' }).duty;
const later = (seconds: number) => secondsAfter(fixedNow, seconds);
const ofTenant = (key: string, person?: typeof anna): OutboxEntry => ({
  tenant,
  effect: { do: 'show-all-in-channel', key },
  dueAt: fixedNow,
  attempts: 0,
  ...(person ? { person: person.aadObjectId } : {}),
});

function books() {
  const clock = manualClock(fixedNow);
  const ran: Work[] = [];
  const pending = createPending(
    { services: { now: clock.now } as Services, timers: clock.timers },
    (work) => ran.push(work),
  );
  return { clock, ran, pending, pass: (s: number) => clock.pass(s, () => Promise.resolve()) };
}
const keysOf = (entries: readonly OutboxEntry[]) => entries.map(({ effect }) => effect.key);
const first = (ran: readonly Work[]): Work => {
  const [work] = ran;
  assert.ok(work);
  return work;
};

describe('what an instance has taken upon itself', () => {
  it('is run at once where it is due, by its owner, and taken once', () => {
    const { ran, pending } = books();

    assert.equal(pending.add(anEntry(duty, 'one')), true);
    assert.equal(pending.add(anEntry(duty, 'two')), true);
    const work = first(ran);
    assert.deepEqual(
      [work.owner, work.isRunning, ran.length, ran[1]],
      [{ tenant, dutyId: duty.id }, false, 2, work],
    );
    assert.deepEqual(keysOf(pending.take(work, 1)), ['one']);
    assert.deepEqual(keysOf(pending.take(work, 5)), ['two']);
    assert.deepEqual(pending.take(work, 5), []);
  });

  it('is known from when it is added until it is closed', () => {
    const { pending, ran } = books();
    const entry = anEntry(duty, 'one');

    assert.equal(pending.isEmpty(), true);
    assert.equal(pending.add(entry), true);
    assert.equal(pending.add({ ...entry, attempts: 3 }), false);
    assert.deepEqual([pending.isEmpty(), pending.atHand(), ran.length], [false, 1, 1]);
    pending.close(entry);
    assert.deepEqual([pending.isEmpty(), pending.atHand()], [true, 0]);
    assert.equal(pending.add(entry), true);
  });

  it('is another one for another owner, instant or key', () => {
    const { pending, ran } = books();
    const entries = [
      anEntry(duty, 'one'),
      anEntry(other, 'one'),
      anEntry(duty, 'one', later(-5)),
      ofTenant('one'),
      ofTenant('one', anna),
      ofTenant('one', bram),
    ];

    assert.deepEqual(
      entries.map((entry) => pending.add(entry)),
      entries.map(() => true),
    );
    assert.equal(new Set(ran).size, 5);
    assert.deepEqual(ran[3]?.owner, { tenant });
  });

  it('waits for its moment, and what one owner has for the same instant comes together', async () => {
    const { pending, ran, pass } = books();
    pending.add(anEntry(duty, 'one', later(10)));
    pending.add(anEntry(duty, 'two', later(10)));
    pending.add(anEntry(duty, 'three', later(20)));
    pending.add(anEntry(other, 'four', later(10)));

    assert.deepEqual([ran.length, pending.asleep(), pending.atHand()], [0, 4, 0]);
    await pass(9.9);
    assert.equal(ran.length, 0);
    await pass(0.1);
    assert.equal(ran.length, 2);
    assert.deepEqual([pending.asleep(), pending.atHand()], [1, 3]);
    assert.deepEqual(keysOf(pending.take(first(ran), 9)), ['one', 'two']);
    await pass(10);
    assert.deepEqual(keysOf(pending.take(first(ran), 9)), ['three']);
    assert.equal(pending.asleep(), 0);
  });

  it('is put off to a moment that has passed already without waiting', async () => {
    const { pending, ran, pass, clock } = books();
    pending.add(anEntry(duty, 'one'));
    const [entry] = pending.take(first(ran), 1);
    assert.ok(entry);
    clock.set(later(100));
    pending.wait(entry, later(50));
    assert.ok(clock.waits(0));
    await pass(0);

    assert.equal(ran.length, 2);
  });

  it('comes first where somebody waits for it, until it is settled', async () => {
    const { pending, ran } = books();
    const [quiet, urgent] = [anEntry(duty, 'quiet'), anEntry(duty, 'urgent')];
    let isSettled = false;
    const waiting = pending.settled(urgent).then(() => (isSettled = true));
    pending.add(quiet);
    pending.add(urgent);
    const work = first(ran);

    assert.deepEqual([pending.isUrgent(quiet), pending.isUrgent(urgent)], [false, true]);
    assert.deepEqual(keysOf(pending.take(work, 1)), ['urgent']);
    assert.equal(isSettled, false);
    pending.settle(urgent);
    await waiting;
    assert.equal(pending.isUrgent(urgent), false);
    // Once is enough.
    pending.settle(urgent);
  });

  for (const [how, end] of [
    ['closed', 'close'],
    ['put off', 'wait'],
  ] as const)
    it(`is waited for no longer once it is ${how}`, async () => {
      const { pending } = books();
      const entry = anEntry(duty, 'one');
      const waiting = pending.settled(entry);
      pending.add(entry);
      if (end === 'close') pending.close(entry);
      else pending.wait(entry, later(60));

      await waiting;
      assert.equal(pending.isUrgent(entry), false);
    });

  it('keeps no book of an owner who has nothing more, and does of one who has', () => {
    const { pending, ran } = books();
    pending.add(anEntry(duty, 'one'));
    const work = first(ran);

    pending.tidy(work);
    pending.add(anEntry(duty, 'two'));
    assert.equal(ran[1], work);
    pending.take(work, 9);
    work.isRunning = true;
    pending.tidy(work);
    pending.add(anEntry(duty, 'three'));
    assert.equal(ran[2], work);
    pending.take(work, 9);
    work.isRunning = false;
    pending.tidy(work);
    pending.add(anEntry(duty, 'four'));
    assert.notEqual(ran[3], work);
  });

  it('waits for nothing once it stops, and nobody waits for it', async () => {
    const { pending, ran, pass } = books();
    const entry = anEntry(duty, 'one', later(10));
    pending.add(entry);
    const waiting = pending.settled(entry);

    pending.stop();
    await waiting;
    await pass(60);

    assert.equal(ran.length, 0);
  });
});
