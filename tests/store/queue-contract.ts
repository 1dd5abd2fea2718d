import type { Instant } from '../../bot/duty/ids.ts';
import assert from 'node:assert/strict';
import type { BatchRef, Queue } from '../../bot/ports/store.ts';
import { defined, fixedNow, opened, anOpening, tenant } from '../support/duties/duties.ts';

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
    const put = (refs: readonly BatchRef[] = [ofDuty], seconds = 0) =>
      queue.put(refs, seconds, now(), seconds > 0 ? 'kept' : 'free');
    const receive = (limit = 32, seconds = 30) => queue.receive(limit, seconds, now());

    it('gives what was put there, by name and nothing else', async () => {
      await put([ofDuty, ofTenant]);

      const [message, ...others] = await receive();

      assert.deepEqual(message?.refs, [ofDuty, ofTenant]);
      assert.deepEqual([message.custodian, message.received, others.length], ['free', 1, 0]);
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
      await put([ofDuty], 2);
      const early = await receive();

      await pass(2.5);
      const [later] = await receive();

      assert.deepEqual(early, []);
      assert.deepEqual([later?.refs, later?.custodian], [[ofDuty], 'kept']);
    });

    it('shows a message again when the one who had it says nothing more, and counts that', async () => {
      await put();
      await receive(32, 1);

      await pass(1.5);
      const [again] = await receive();

      assert.equal(again?.received, 2);
    });

    it('keeps a message hidden that is renewed, and takes what it says then', async () => {
      await put([ofDuty, ofTenant]);
      const [message] = await receive(32, 1);
      const ticket = await queue.renew(defined(message), [ofTenant], 3, now(), 'kept');

      await pass(1.5);
      const hidden = await receive();
      await pass(2);
      const [shown] = await receive();

      assert.ok(ticket);
      assert.deepEqual(hidden, []);
      assert.deepEqual([shown?.refs, shown?.custodian], [[ofTenant], 'kept']);
    });

    it('shows a message at once that was let go of', async () => {
      const ticket = await put([ofDuty], 60);

      await queue.renew(ticket, [ofDuty], 0, now(), 'free');

      assert.equal((await receive()).length, 1);
    });

    it('knows a message for lost that somebody else received since', async () => {
      await put();
      const [first] = await receive(32, 1);
      await pass(1.5);
      await receive();

      const renewed = await queue.renew(defined(first), [ofDuty], 30, now(), 'kept');
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
      await put([ofTenant], 60);
      await receive();

      assert.equal(await queue.count(), 2);
    });
  });
}
