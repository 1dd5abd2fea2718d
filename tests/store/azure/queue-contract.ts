import type { Instant } from '../../../bot/duty/ids.ts';
import type { BatchRef, Note, Queue } from '../../../bot/ports/outbox.ts';
import { defined, fixedNow, opened, anOpening, tenant } from '../../support/duties/duties.ts';

import assert from 'node:assert/strict';

/** A queue, and the time it goes by: the real one has its own. */
export interface TimedQueue {
  readonly queue: Queue;
  readonly now: () => Instant;
  readonly pass: (seconds: number) => Promise<void>;
}

/** What a queue must do, whatever it is made of. */
export function queueContract(what: string, fresh: () => Promise<TimedQueue>): void {
  describe(`a queue ${what}`, () => {
    let queue: Queue;
    let now: TimedQueue['now'];
    let pass: TimedQueue['pass'];
    beforeEach(async () => {
      ({ queue, now, pass } = await fresh());
      await queue.prepare();
    });
    const { duty } = opened(anOpening('verify-change'), { key: 'queued' });
    const ofDuty: BatchRef = { tenant, dutyId: duty.id, dueAt: fixedNow };
    const ofTenant: BatchRef = { tenant, dueAt: fixedNow };
    const overflow = (...refs: readonly BatchRef[]): Note => ({ type: 'overflow', refs });
    const heartbeat: Note = { type: 'heartbeat' };
    const put = (note: Note = overflow(ofDuty), seconds = 0) =>
      queue.put(note, { seconds, now: now() });
    const receive = (limit = 32, seconds = 30) => queue.receive(limit, { seconds, now: now() });

    it('gives what was put there, by name and nothing else', async () => {
      await put(overflow(ofDuty, ofTenant));

      const [message, ...others] = await receive();

      assert.deepEqual(message?.note, overflow(ofDuty, ofTenant));
      assert.deepEqual([message.received, others.length], [1, 0]);
    });

    it('is made once, however many instances make it', async () => {
      await queue.prepare();

      assert.deepEqual(await receive(), []);
    });

    it('shows a message to one receiver at a time', async () => {
      for (let at = 0; at < 10; at += 1) await put();

      const received = await Promise.all([receive(7), receive(7), receive(7)]);

      const ids = received.flat().map(({ id }) => id);
      assert.equal(ids.length, 10);
      assert.equal(new Set(ids).size, 10);
    });

    it('hides a message for as long as it was put off', async () => {
      await put(heartbeat, 2);
      const early = await receive();

      await pass(2.5);
      const [later] = await receive();

      assert.deepEqual(early, []);
      assert.deepEqual(later?.note, heartbeat);
    });

    it('shows a message again when the one who had it says nothing more, and counts that', async () => {
      await put();
      await receive(32, 1);

      await pass(1.5);
      const [again] = await receive();

      assert.equal(again?.received, 2);
    });

    it('keeps a message hidden that is renewed', async () => {
      await put(heartbeat);
      const [message] = await receive(32, 1);
      const ticket = await queue.renew(defined(message), heartbeat, { seconds: 3, now: now() });

      await pass(1.5);
      const hidden = await receive();
      await pass(2);
      const [shown] = await receive();

      assert.ok(ticket);
      assert.deepEqual(hidden, []);
      assert.deepEqual(shown?.note, heartbeat);
    });

    it('shows a message at once that was let go of', async () => {
      const ticket = await put(heartbeat, 60);

      await queue.renew(ticket, heartbeat, { seconds: 0, now: now() });

      assert.equal((await receive()).length, 1);
    });

    it('knows a message for lost that somebody else received since', async () => {
      await put();
      const [first] = await receive(32, 1);
      await pass(1.5);
      await receive();

      const renewed = await queue.renew(defined(first), heartbeat, {
        seconds: 30,
        now: now(),
      });
      await queue.remove(defined(first));

      assert.equal(renewed, undefined);
      assert.equal(await queue.count(), 1);
    });

    it('takes a message out, and does not mind being told twice', async () => {
      const ticket = await put();

      await queue.remove(ticket);
      await queue.remove(ticket);

      assert.deepEqual(await receive(), []);
      assert.equal(await queue.count(), 0);
    });

    it('counts those that somebody holds as well', async () => {
      await put();
      await put(heartbeat, 60);
      await receive();

      assert.equal(await queue.count(), 2);
    });
  });
}
