import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { checkpointByClock } from '../../bot/features/evidence/log/by-clock.ts';
import type { Instant } from '../../bot/duty/ids.ts';
import { toInstant } from '../../bot/duty/time/instant.ts';
import type { Services } from '../../bot/ports/services.ts';
import type { OutboxEntry, Store } from '../../bot/ports/store.ts';
import { memoryStore } from '../support/store/memory-store.ts';
import {
  chainOf,
  dutyWith,
  exportOf,
  keep,
  tenant,
  verdictOn,
} from '../support/duties/evidence.ts';

describe('the checkpoint of the day', () => {
  let store: Store;
  let asked: OutboxEntry[];
  let now: Instant;
  const at = (moment: string): void => {
    now = toInstant(DateTime.fromISO(moment, { zone: 'Europe/Amsterdam' }));
  };
  const tick = async (): Promise<void> => {
    const delivery = {
      soon: (entries: readonly OutboxEntry[]) => asked.push(...entries),
    } as unknown as Services['delivery'];
    const services = { store, delivery, now: () => now, zone: 'Europe/Amsterdam' } as Services;
    await checkpointByClock(services, tenant, { origin: `shared-duty/${tenant}/Duty` });
  };

  beforeEach(async () => {
    store = memoryStore();
    asked = [];
    await keep(store, dutyWith('a'), chainOf(dutyWith('a')));
  });

  it('is made at six in the morning, once, and shown in the IT channel', async () => {
    at('2026-12-01T05:00');
    await tick();
    assert.equal(asked.length, 1, 'the first of all is made at once');
    await keep(store, dutyWith('b'), chainOf(dutyWith('b')));
    at('2026-12-01T05:59');
    await tick();
    assert.equal(asked.length, 1);

    at('2026-12-01T06:00');
    await tick();
    at('2026-12-01T18:00');
    await tick();

    assert.equal(asked.length, 2);
    assert.equal(asked[1]?.effect.do, 'show-checkpoint');
    const made = (await store.evidence.head(tenant))?.value.checkpoint;
    assert.match(String(made?.text), /^shared-duty\/tenant-1\/Duty\n2\n/);
  });

  it('is not made where nothing is new', async () => {
    at('2026-12-01T06:00');
    await tick();
    at('2026-12-02T06:00');
    await tick();

    assert.equal(asked.length, 1);
  });

  it('lets the export show that everything up to it is witnessed', async () => {
    at('2026-12-01T06:00');
    await tick();

    const verdict = await verdictOn((await exportOf(store)).file);

    assert.ok(verdict.type === 'whole');
    assert.deepEqual(verdict.witnessed, {
      until: '2026-12-01T05:00:00.000Z',
      open: 0,
      removed: 0,
    });
  });
});
