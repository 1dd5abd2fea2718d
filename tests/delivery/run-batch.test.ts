import assert from 'node:assert/strict';
import type { BatchParts } from '../../bot/delivery/run-batch.ts';
import { runBatch } from '../../bot/delivery/run-batch.ts';
import { createSilences } from '../../bot/delivery/pace/noticing-silence.ts';
import type { EffectResult, Effects } from '../../bot/ports/effects.ts';
import type { Claim, Lease, OutboxEntry, PutOff } from '../../bot/ports/outbox.ts';
import type { Services } from '../../bot/ports/services.ts';
import { secondsAfter } from '../../bot/duty/time/instant.ts';
import { manualClock } from '../support/clock.ts';
import { aDuty, anna, bram, fixedNow, tenant } from '../support/duties/duties.ts';

const duty = aDuty('verify-change');
const later = (seconds: number) => secondsAfter(fixedNow, seconds);
const entry = (key: string, more: Partial<OutboxEntry> = {}): OutboxEntry => ({
  tenant,
  dutyId: duty.id,
  effect: { do: 'show-channel', key },
  dueAt: later(-2),
  attempts: 0,
  ...more,
});
const cards = (key: string, person: typeof anna): OutboxEntry =>
  entry(key, { effect: { do: 'edit-cards', key, person: person.aadObjectId } });
const done = (row: 'with-batch' | 'at-once' | 'gone', note?: string): EffectResult => ({
  ...{ type: 'done', row },
  ...(note === undefined ? {} : { note }),
});
type Run = (job: { entry: OutboxEntry; services: Services }) => EffectResult;

interface Given {
  readonly run: Run;
  readonly handler?: { readonly merges?: true; readonly leavesDuty?: true };
  readonly claim?: (lease: Lease, entries: readonly OutboxEntry[]) => Claim;
  readonly mayGoOn?: (entry: OutboxEntry) => boolean;
  readonly gone?: boolean;
}

/** A batch over an outbox that writes down what is asked of it. */
function batch({ run, handler = {}, claim, mayGoOn = () => true, gone = false }: Given) {
  const clock = manualClock(fixedNow);
  const said: unknown[] = [];
  const asked: unknown[] = [];
  const note = (...what: readonly unknown[]): void => void asked.push(what);
  const outbox = {
    claim: (lease: Lease, entries: readonly OutboxEntry[], now: string): Promise<Claim> => {
      note('claim', lease, now);
      return Promise.resolve(claim?.(lease, entries) ?? { type: 'claimed', lease, entries });
    },
    finish: (lease: Lease, ended: readonly OutboxEntry[]) => {
      note('finish', lease.holder, keysOf(ended));
      return Promise.resolve();
    },
    remove: ({ effect }: OutboxEntry) => {
      note('remove', effect.key);
      return Promise.resolve();
    },
    postpone: (one: OutboxEntry, putOff: PutOff) => {
      note('postpone', one.effect.key, putOff);
      return Promise.resolve(gone ? undefined : { ...one, dueAt: putOff.dueAt });
    },
    goOn: (one: OutboxEntry, left: OutboxEntry['effect'], now: string) => {
      note('goOn', one.effect.key, now);
      return Promise.resolve(gone ? undefined : { ...one, effect: left });
    },
  };
  const loads: unknown[] = [];
  const services = {
    now: clock.now,
    store: {
      outbox,
      duties: {
        load: (ref: unknown) => {
          loads.push(ref);
          return Promise.resolve({ value: duty });
        },
      },
      deadLetters: {
        park: (letter: unknown) => {
          note('park', letter);
          return Promise.resolve();
        },
      },
    },
  } as unknown as Services;
  const ran: string[] = [];
  const handle = {
    ...handler,
    run: (job: { entry: OutboxEntry; services: Services }) => {
      ran.push(job.entry.effect.key);
      return Promise.resolve(run(job));
    },
  };
  const effects = {
    'show-channel': handle,
    'edit-cards': handle,
    'show-dead-letters': handle,
    'show-all-in-channel': handle,
  } as unknown as Effects;
  const settled: string[] = [];
  const ended: unknown[] = [];
  const line =
    (level: string) =>
    ({ err: _, ...facts }: Readonly<Record<string, unknown>>, text: string) =>
      said.push([level, text, facts]);
  const parts: BatchParts = {
    services,
    effects,
    holder: 'me',
    messenger: {} as never,
    budget: {} as never,
    log: { info: line('info'), warn: line('warn'), error: line('error') } as never,
    timers: clock.timers,
    silences: createSilences(),
    random: () => 0,
    ended: (...what) => ended.push(what),
    mayGoOn: (one) => Promise.resolve(mayGoOn(one)),
    settled: ({ effect }) => settled.push(effect.key),
  };
  const owner = { tenant, dutyId: duty.id };
  return {
    ...{ clock, ran, asked, said, settled, ended, loads },
    run: (...entries: readonly OutboxEntry[]) => runBatch(parts, owner, entries),
  };
}
const keysOf = (entries: readonly OutboxEntry[]) => entries.map(({ effect }) => effect.key);
const failing =
  (error: Error): Run =>
  () => {
    throw error;
  };
const only = (asked: readonly unknown[], name: string) =>
  asked.filter((one) => (one as readonly unknown[])[0] === name);

describe('effects of one owner', () => {
  it('run in their order under its lease, and leave the outbox with it', async () => {
    const { run, ran, asked, settled, said, ended } = batch({ run: () => done('with-batch') });

    const end = await run(entry('one', { turn: 't1' }), entry('two', { attempts: 2 }));

    assert.deepEqual(end, { type: 'ended', left: [], gaveUp: false });
    assert.deepEqual(
      [ran, settled],
      [
        ['one', 'two'],
        ['one', 'two'],
      ],
    );
    assert.deepEqual(asked, [
      ['claim', { tenant, dutyId: duty.id, holder: 'me', until: later(10) }, fixedNow],
      ['finish', 'me', ['one', 'two']],
    ]);
    const facts = { dutyId: duty.id, effect: 'show-channel', outcome: 'done', late: 2 };
    assert.deepEqual(said, [
      ['info', 'effect ended', { ...facts, attempts: 0, turn: 't1' }],
      ['info', 'effect ended', { ...facts, attempts: 2, turn: undefined }],
    ]);
    assert.deepEqual(ended, [
      ['show-channel', 'done', 2],
      ['show-channel', 'done', 2],
    ]);
  });

  it('are left to the instance that has the lease', async () => {
    const { run, ran, asked } = batch({
      run: () => done('gone'),
      claim: () => ({ type: 'held', until: later(7) }),
    });

    assert.deepEqual(await run(entry('one')), { type: 'held', until: later(7) });
    assert.deepEqual([ran, asked.length], [[], 1]);
  });

  it('are only those that are still there', async () => {
    const { run, ran } = batch({
      run: () => done('gone'),
      claim: (lease, entries) => ({ type: 'claimed', lease, entries: entries.slice(1) }),
    });
    await run(entry('one'), entry('two'));

    assert.deepEqual(ran, ['two']);
  });

  it('leave at once where something was sent, or with the change that notes it', async () => {
    const rows = { one: 'at-once', two: 'gone', three: 'with-batch' } as const;
    const { run, asked, said } = batch({
      run: ({ entry: { effect } }) => done(rows[effect.key as keyof typeof rows], 'as told'),
    });
    await run(entry('one'), entry('two'), entry('three'));

    assert.deepEqual(asked.slice(1), [
      ['remove', 'one'],
      ['finish', 'me', ['three']],
    ]);
    assert.ok(said.every((one) => JSON.stringify(one).includes('"outcome":"as told"')));
  });

  it('read the duty once for as long as nothing of ours changes it', async () => {
    const leaves = batch({ run: () => done('with-batch'), handler: { leavesDuty: true } });
    await leaves.run(entry('one'), entry('two'));
    const changes = batch({ run: () => done('with-batch') });
    await changes.run(entry('one'), entry('two'));
    const tenants = batch({ run: () => done('with-batch') });
    const { dutyId: _, ...nobodys } = entry('one');
    await tenants.run({ ...nobodys, effect: { do: 'show-all-in-channel', key: 'one' } });

    assert.deepEqual(leaves.loads, [{ tenant, id: duty.id }]);
    assert.equal(changes.loads.length, 2);
    assert.deepEqual([tenants.loads, tenants.ran], [[], ['one']]);
  });

  it('run once where the same copies are brought up to date further on', async () => {
    const { run, ran, settled, asked, ended } = batch({
      run: () => done('with-batch'),
      handler: { merges: true },
    });
    await run(
      ...[cards('a1', anna), cards('b1', bram), entry('s1'), cards('a2', anna), entry('s2')],
    );

    assert.deepEqual(
      [ran, settled],
      [
        ['b1', 'a2', 's2'],
        ['b1', 'a2', 's2'],
      ],
    );
    assert.deepEqual(only(asked, 'finish'), [['finish', 'me', ['a1', 'b1', 's1', 'a2', 's2']]]);
    assert.deepEqual(ended[0], ['edit-cards', 'merged', 2]);
  });

  it('run each where they are not merged', async () => {
    const { run, ran } = batch({ run: () => done('gone') });
    await run(cards('a1', anna), cards('a2', anna));

    assert.deepEqual(ran, ['a1', 'a2']);
  });

  it('go on with what is left of one before the next, and nobody is told before it is done', async () => {
    const { run, ran, settled, asked, said, ended } = batch({
      run: ({ entry: { effect } }) =>
        effect.key === 'one'
          ? { type: 'go-on', left: { do: 'show-channel', key: 'rest' } }
          : done('gone'),
    });
    const end = await run(entry('one'), entry('two'));

    assert.deepEqual(ran, ['one', 'rest', 'two']);
    assert.deepEqual(settled, ['rest', 'two']);
    assert.deepEqual(only(asked, 'goOn'), [['goOn', 'one', fixedNow]]);
    assert.deepEqual(end, { type: 'ended', left: [], gaveUp: false });
    assert.equal(said.length, 2);
    assert.deepEqual(ended[0], ['show-channel', 'go-on', 2]);
  });

  it('are at an end where another instance did the rest', async () => {
    const { run, ran, said, settled } = batch({
      gone: true,
      run: () => ({ type: 'go-on', left: { do: 'show-channel', key: 'rest' } }),
    });
    await run(entry('one'));

    assert.deepEqual([ran, settled], [['one'], ['one']]);
    assert.ok(JSON.stringify(said).includes('"outcome":"done elsewhere"'));
  });

  it('belong to the turn that asked for them', async () => {
    const turns: unknown[] = [];
    const { run } = batch({
      run: ({ services }) => {
        turns.push(services.turn, 'turn' in services);
        return done('gone');
      },
    });
    await run(entry('one', { turn: 't1' }), entry('two'));

    assert.deepEqual(turns, ['t1', true, undefined, false]);
  });

  it('are left as they stand once this instance has to stop', async () => {
    const { run, ran, asked } = batch({
      run: () => done('with-batch'),
      mayGoOn: ({ effect }) => effect.key !== 'two',
    });
    const end = await run(entry('one'), entry('two'), entry('three'));

    assert.deepEqual(ran, ['one']);
    assert.deepEqual(end.type === 'ended' && keysOf(end.left), ['two', 'three']);
    assert.deepEqual(only(asked, 'finish'), [['finish', 'me', ['one']]]);
  });

  it('are left once the lease ran out, and what is done leaves one by one', async () => {
    const one = batch({
      run: () => {
        one.clock.set(later(30));
        return done('with-batch');
      },
    });
    const end = await one.run(entry('one'), entry('two'));

    assert.deepEqual(one.ran, ['one']);
    assert.deepEqual(end.type === 'ended' && keysOf(end.left), ['two']);
    assert.deepEqual(one.asked.slice(1), [['remove', 'one']]);
  });

  it('hold no lease any longer than they run', async () => {
    const { run, clock, asked } = batch({ run: () => done('gone') });
    await run(entry('one'));
    await clock.pass(60, () => Promise.resolve());

    assert.deepEqual(only(asked, 'renew'), []);
    assert.equal(clock.waits(3), false);
  });
});

describe('an effect that cannot be done now', () => {
  const puts = (asked: readonly unknown[]) => only(asked, 'postpone');

  it('is put off by as long as the far side asks, and is no failure', async () => {
    const { run, asked, said, settled } = batch({
      run: () => ({ type: 'try-later', afterSeconds: 30, reason: 'busy' }),
    });
    const end = await run(entry('one', { turn: 't1' }));

    const putOff = { dueAt: later(30), reason: 'busy', failed: false, unknown: false };
    assert.deepEqual(puts(asked), [['postpone', 'one', putOff]]);
    assert.deepEqual(end, {
      type: 'ended',
      left: [entry('one', { turn: 't1', dueAt: later(30) })],
      gaveUp: false,
    });
    const facts = { effect: 'show-channel', dutyId: duty.id, reason: 'busy', seconds: 30 };
    assert.deepEqual(said, [['warn', 'effect put off', { ...facts, turn: 't1' }]]);
    assert.deepEqual(settled, ['one']);
    assert.deepEqual(only(asked, 'finish'), [['finish', 'me', []]]);
  });

  it('is at an end where another instance has done it', async () => {
    const { run, said } = batch({
      gone: true,
      run: () => ({ type: 'try-later', afterSeconds: 30, reason: 'busy' }),
    });

    assert.deepEqual(await run(entry('one')), { type: 'ended', left: [], gaveUp: false });
    assert.ok(JSON.stringify(said).includes('"outcome":"done elsewhere"'));
  });

  for (const [before, seconds] of [
    [undefined, 45],
    [1, 900],
    [2, 3600],
  ] as const)
    it(`is sent again after ${String(seconds)} seconds where it may have arrived ${String(before ?? 0)} times`, async () => {
      const { run, asked } = batch({
        run: () => ({ type: 'try-later', afterSeconds: 5, reason: 'outcome-unknown' }),
      });
      await run(entry('one', before === undefined ? {} : { unknown: before }));

      const putOff = {
        dueAt: later(seconds),
        reason: 'outcome-unknown',
        failed: false,
        unknown: true,
      };
      assert.deepEqual(puts(asked), [['postpone', 'one', putOff]]);
    });

  it('is put off while the far side is away, however often', async () => {
    const away = Object.assign(new Error('no answer'), { statusCode: 503 });
    const { run, asked, said } = batch({ run: failing(away) });
    const end = await run(entry('one', { attempts: 3, failures: 9 }));

    const putOff = { dueAt: later(8), reason: 'outage', failed: false, unknown: false };
    assert.deepEqual(puts(asked), [['postpone', 'one', putOff]]);
    assert.equal(end.type === 'ended' && end.gaveUp, false);
    const facts = { effect: 'show-channel', dutyId: duty.id, attempts: 3, outage: true };
    assert.deepEqual(said[0], ['error', 'effect failed', facts]);
  });

  it('is tried again where it went wrong by a fault of its own, and counted', async () => {
    const { run, asked, said } = batch({ run: failing(new TypeError('wrong')) });
    await run(entry('one', { failures: 3 }));

    const putOff = { dueAt: later(1), reason: 'failed', failed: true, unknown: false };
    assert.deepEqual(puts(asked), [['postpone', 'one', putOff]]);
    assert.ok(JSON.stringify(said[0]).includes('"outage":false'));
  });

  it('is given up at the fifth failure, with its class and nothing of what it says', async () => {
    const { run, asked, said, settled, ended } = batch({ run: failing(new TypeError('Anna')) });
    const given = entry('one', { failures: 4, turn: 't1' });
    const end = await run(given, entry('two', { failures: 4 }));

    const letter = { reason: 'failed', errorClass: 'TypeError', at: fixedNow };
    assert.deepEqual(only(asked, 'park')[0], ['park', { entry: given, ...letter }]);
    assert.deepEqual(end, { type: 'ended', left: [], gaveUp: true });
    assert.deepEqual(settled, ['one', 'two']);
    const facts = { effect: 'show-channel', dutyId: duty.id, errorClass: 'TypeError', turn: 't1' };
    assert.deepEqual(said[1], ['error', 'effect given up', facts]);
    assert.deepEqual(ended[0], ['show-channel', 'given-up', 2]);
    assert.deepEqual(only(asked, 'finish'), [['finish', 'me', []]]);
  });

  it('does not ask for a card about itself where it is the card about what was given up', async () => {
    const effect = { do: 'show-dead-letters', key: 'one' } as OutboxEntry['effect'];
    const { run, ended } = batch({ run: failing(new TypeError('x')) });
    const end = await run(entry('one', { effect, failures: 4 }));

    assert.equal(end.type === 'ended' && end.gaveUp, false);
    assert.deepEqual(ended[0], ['show-dead-letters', 'given-up-silently', 2]);
  });

  it('stays given up when what follows goes well', async () => {
    const { run } = batch({
      run: ({ entry: { effect } }) => {
        if (effect.key === 'one') throw new TypeError('x');
        return done('gone');
      },
    });
    const end = await run(entry('one', { failures: 4 }), entry('two'));

    assert.equal(end.type === 'ended' && end.gaveUp, true);
  });

  it('is kept, and given up in the end, where this version does not know it', async () => {
    const effect = { do: 'of-tomorrow', key: 'one' } as unknown as OutboxEntry['effect'];
    const { run, asked } = batch({ run: () => done('gone') });
    const [first, last] = [entry('one', { effect }), entry('two', { effect, failures: 4 })];
    const end = await run(first, last);

    assert.equal(puts(asked).length, 1);
    assert.equal(only(asked, 'park').length, 1);
    assert.equal(end.type === 'ended' && end.gaveUp, true);
  });
});
