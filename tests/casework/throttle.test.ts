import assert from 'node:assert/strict';
import { writeBudget, writesAllowed } from '../../bot/casework/rights/budget.ts';
import { throttle } from '../../bot/casework/rights/throttle.ts';
import { anna, bram, tenant } from '../support/duties/duties.ts';

describe('an allowance', () => {
  const ten = { perSecond: 2, atOnce: 10 };

  it('is used up to the last bit, and what is too much is told how long to wait', () => {
    const take = throttle(ten, () => 0);

    assert.deepEqual([take('a', 4), take('a', 6), take('a', 1), take('a', 5)], [0, 0, 1, 3]);
  });

  it('comes back by the second, and what was refused has used nothing', () => {
    let now = 100;
    const take = throttle(ten, () => now);
    take('a', 10);
    const early = take('a', 3);
    now += 1;

    assert.deepEqual([early, take('a', 2), take('a', 1)], [2, 0, 1]);
    now += 100;
    assert.deepEqual([take('a', 10), take('a', 1)], [0, 1]);
  });

  it('lets what is larger than all of it pass once nothing is used, and counts it', () => {
    let now = 0;
    const take = throttle(ten, () => now);

    assert.deepEqual([take('a', 30), take('a', 1)], [0, 11]);
    now = 11;
    assert.equal(take('a', 1), 0);
  });

  it('is each sender’s own', () => {
    const take = throttle(ten, () => 0);
    take('a', 10);

    assert.deepEqual([take('b', 10), take('a', 1)], [0, 1]);
  });

  const many = 20;
  const fill = (take: ReturnType<typeof throttle>, from: number, to: number): void => {
    for (let at = from; at < to; at += 1) take(`s${String(at)}`, 10);
  };

  it('is remembered of so many senders, and then forgotten of the oldest alone', () => {
    const take = throttle(ten, () => 0, many);
    fill(take, 0, many);
    // One that is known pushes nobody out.
    assert.equal(take('s19', 1), 1);
    assert.equal(take('s0', 1), 1);

    take('new', 10);

    assert.deepEqual([take('s1', 1), take('new', 1), take('s0', 10)], [1, 1, 0]);
  });

  it('is forgotten first of those who have all of it again', () => {
    let now = 0;
    const take = throttle(ten, () => now, many);
    take('s0', 20);
    fill(take, 1, many);
    now = 6;

    take('new', 10);

    // The oldest still has something to wait for, and is known.
    assert.equal(take('s0', 10), 4);
  });
});

describe('what a person may have written', () => {
  it('is bounded by the hour', () => {
    let now = 0;
    const take = writeBudget(() => now);
    const taken = Array.from({ length: 1200 }, () => take(tenant, anna.aadObjectId));

    assert.deepEqual([...new Set(taken)], [0]);
    assert.equal(take(tenant, anna.aadObjectId), 3);
    now = 3;
    assert.equal(take(tenant, anna.aadObjectId), 0);
    assert.equal(take(tenant, bram.aadObjectId), 0);
  });

  it('is bounded by the day, and comes back over a day', () => {
    const [, daily] = writesAllowed;

    assert.deepEqual(daily, { atOnce: 6000, perSecond: 6000 / 86_400 });
  });

  it('waits for the allowance that takes longest', () => {
    const take = writeBudget(
      () => 0,
      [
        { atOnce: 2, perSecond: 1 },
        { atOnce: 2, perSecond: 0.1 },
      ],
    );
    take(tenant, anna.aadObjectId);
    take(tenant, anna.aadObjectId);

    assert.equal(take(tenant, anna.aadObjectId), 10);
  });
});
