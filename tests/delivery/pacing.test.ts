import { parseTenantKey } from '../../bot/duty/ids.ts';
import type { TenantKey } from '../../bot/duty/ids.ts';
import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { createPacer, teamsLimits } from '../../bot/delivery/pace/pacing.ts';
import { defined, tenant } from '../support/duties/duties.ts';

const other: TenantKey = defined(parseTenantKey('other-tenant'));

/** Sends one after the other as early as allowed; gives the moments in milliseconds. */
function sendAll(count: number, conversationOf: (at: number) => string, of = tenant) {
  const pacer = createPacer(teamsLimits);
  const times: number[] = [];
  let now = 0;
  for (let at = 0; at < count; at += 1) {
    let pace = pacer.ask(of, conversationOf(at), now);
    while (pace.type === 'later') {
      now += pace.inMs;
      pace = pacer.ask(of, conversationOf(at), now);
    }
    now += pace.inMs;
    times.push(now);
  }
  return times;
}

/** The most requests that fall within any time of so many seconds. */
function most(times: readonly number[], seconds: number): number {
  return Math.max(
    ...times.map((from) => times.filter((at) => at >= from && at < from + seconds * 1000).length),
  );
}

describe('the pace of sending', () => {
  it('keeps one conversation within every limit that Teams names, and close to them', () => {
    const times = sendAll(200, () => 'one');

    for (const { most: allowed, seconds } of teamsLimits.conversation)
      assert.ok(
        most(times, seconds) <= allowed,
        `${String(most(times, seconds))} in ${String(seconds)} s`,
      );
    assert.ok(most(times, 30) >= 59);
  });

  it('sends no more than 1,800 to a channel in an hour', () => {
    const times = sendAll(1900, () => 'channel');

    assert.equal(most(times, 3600), 1800);
  });

  it('takes ten thousand people no faster than 50 a second, and no slower than 230 seconds', () => {
    const times = sendAll(10_000, (at) => `person ${String(at)}`);

    const perSecond = new Map<number, number>();
    for (const at of times)
      perSecond.set(Math.floor(at / 1000), (perSecond.get(Math.floor(at / 1000)) ?? 0) + 1);
    assert.ok(Math.max(...perSecond.values()) <= 50);
    assert.ok(most(times.slice(0, 500), 1) <= 50);
    assert.ok((times.at(-1) ?? Infinity) <= 230_000, String(times.at(-1)));
  });

  it('holds every limit whatever is asked when', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ wait: fc.nat(700), conversation: fc.nat(3) }), { maxLength: 150 }),
        (asked) => {
          const pacer = createPacer(teamsLimits);
          const went = new Map<number, number[]>();
          let now = 0;
          for (const { wait, conversation } of asked) {
            now += wait;
            const pace = pacer.ask(tenant, String(conversation), now);
            if (pace.type === 'go')
              went.set(conversation, [...(went.get(conversation) ?? []), now + pace.inMs]);
          }
          for (const times of went.values())
            for (const { most: allowed, seconds } of teamsLimits.conversation)
              assert.ok(most(times, seconds) <= allowed);
        },
      ),
      { seed: 20261124 },
    );
  });

  it('lets another tenant and another conversation go at once while one is full', () => {
    const pacer = createPacer(teamsLimits);
    for (let at = 0; at < 60; at += 1) pacer.ask(tenant, 'full', 0);

    const sameTenant = pacer.ask(tenant, 'free', 5000);
    const otherTenant = pacer.ask(other, 'full', 5000);

    assert.deepEqual(
      [sameTenant, otherTenant],
      [
        { type: 'go', inMs: 0 },
        { type: 'go', inMs: 0 },
      ],
    );
  });

  it('tells those for whom there is no place soon to come back one after the other', () => {
    const pacer = createPacer(teamsLimits);
    const paces = Array.from({ length: 400 }, () => pacer.ask(tenant, 'channel', 0));

    const told = paces.flatMap((pace) => (pace.type === 'later' ? [pace.inMs] : []));

    assert.ok(told.length > 300);
    assert.ok(told.every((at, place) => place === 0 || at >= (told[place - 1] ?? 0) + 2000 - 1));
  });

  it('lets a conversation rest for as long as Teams asks, and no other', () => {
    const pacer = createPacer(teamsLimits);

    pacer.throttled(tenant, { conversation: 'one', at: 0, retryAfterMs: 10_000 });

    const rests = pacer.ask(tenant, 'one', 1000);
    const goes = pacer.ask(tenant, 'two', 1000);
    assert.deepEqual(
      [rests, goes],
      [
        { type: 'go', inMs: 9000 },
        { type: 'go', inMs: 0 },
      ],
    );
  });

  it('goes at half the speed after a 429, counts several at once for one, and recovers within two minutes', () => {
    const pacer = createPacer(teamsLimits);
    const perSecondFrom = (from: number): number => {
      let last = from;
      for (let at = 0; at < 20; at += 1) {
        const pace = pacer.ask(tenant, `${String(from)} ${String(at)}`, last);
        last += pace.inMs;
      }
      return 20 / ((last - from) / 1000);
    };
    for (let at = 0; at < 8; at += 1)
      pacer.throttled(tenant, { conversation: `t${String(at)}`, at: 0, retryAfterMs: undefined });

    const slow = perSecondFrom(1000);
    const fast = perSecondFrom(120_000);

    assert.ok(slow > 15 && slow < 30, String(slow));
    assert.ok(fast > 40, String(fast));
  });

  it('takes a 429 now and then for what it is: the tenant’s others go on as before', () => {
    const pacer = createPacer(teamsLimits);
    for (let at = 0; at < 5; at += 1)
      pacer.throttled(tenant, {
        conversation: `t${String(at)}`,
        at: at * 2000,
        retryAfterMs: undefined,
      });

    const paces = Array.from({ length: 48 }, (_, at) =>
      pacer.ask(tenant, `c${String(at)}`, 10_000),
    );

    assert.ok(paces.every((pace) => pace.type === 'go' && pace.inMs <= 1000));
  });

  it('never stops a tenant for good, however often Teams asks to wait', () => {
    const pacer = createPacer(teamsLimits);
    for (let at = 0; at < 100; at += 1)
      pacer.throttled(tenant, { conversation: 'one', at: at * 1001, retryAfterMs: 1000 });

    const pace = pacer.ask(tenant, 'two', 102_000);

    assert.ok(pace.type === 'go' && pace.inMs <= 1000);
  });

  it('remembers no more conversations than it must', () => {
    const pacer = createPacer(teamsLimits);
    const ask = (from: number): void => {
      for (let at = from; at < from + 25_000; at += 1)
        pacer.ask(tenant, `19:${String(at)}@thread.tacv2`, at * 100);
    };
    ask(0);
    const before = heapInUse();

    ask(25_000);

    assert.ok(heapInUse() - before < 2 ** 20);
  });
});

/** What is in use after everything that can be thrown away is. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}
