import { beforeEach, it } from 'mocha';
import type { Counted, CountedState } from '../../../bot/duty/counted.ts';
import { dutyIdFor } from '../../../bot/duty/open.ts';
import { viewOf } from '../../../bot/duty/view.ts';
import type { Quarter } from '../../../bot/duty/time/quarter.ts';
import { parseQuarter } from '../../../bot/duty/time/quarter.ts';
import { storeWith } from '../../support/store/memory-store.ts';
import type { Store } from '../../../bot/ports/store.ts';
import { aDuty, defined, tenant } from '../../support/duties/duties.ts';
import type { OpenTable } from '../../support/store/tables.ts';
import { counting } from '../../support/store/tables.ts';
import { onEveryStore, prefix } from '../../support/store/installations.ts';

import assert from 'node:assert/strict';

const quarter: Quarter = defined(parseQuarter('2026-Q4'));

function counted(name: string, state: CountedState, revision = 1): Counted {
  const id = dutyIdFor(tenant, 'sender', name);
  return { type: 'duty', id, revision, quarter, kind: 'verify-change', state };
}

/** Moves a duty that stands on no list but is counted, told of nothing that was before. */
function count(store: Store, one: Counted): Promise<void> {
  const now = { revision: one.revision, on: [], dueOn: '2026-12-03', counted: one };
  const view = viewOf({ ...aDuty('verify-change'), id: one.id });
  return store.indexes.move(tenant, { view, was: undefined, now });
}

/** The counters of the coverage map: each duty counts once, in the state that is the newest. */
onEveryStore('counts for the coverage map', (fresh) => {
  let store: Store;
  let tables: OpenTable;
  beforeEach(async () => {
    ({ store, open: tables } = await fresh());
  });
  const tally = async (of = quarter) =>
    (await store.coverage.quarter(tenant, of)).tallies['verify-change'] ?? {};

  it('count a duty once, however often it is counted', async () => {
    for (let time = 0; time < 3; time += 1) {
      await count(store, counted('one', 'asked'));
    }
    await count(store, counted('two', 'asked'));

    assert.deepEqual(await tally(), { asked: 2 });
  });

  it('move a duty to its new state, and never back to an older one', async () => {
    await count(store, counted('one', 'problem', 3));
    await count(store, counted('one', 'in-time', 5));
    await count(store, counted('one', 'in-time', 7));
    await count(store, counted('one', 'problem', 6));

    const { problem = 0, 'in-time': inTime } = await tally();

    assert.deepEqual([problem, inTime], [0, 1]);
  });

  it('lose nothing when many duties are counted at the same time', async () => {
    const many = Array.from({ length: 40 }, (_, at) => counted(`duty ${String(at)}`, 'asked'));

    await Promise.all(many.map((one) => count(store, one)));

    assert.deepEqual(await tally(), { asked: 40 });
  });

  it('keep quarters and tenants apart, and the newest answer to a question about one', async () => {
    const id = dutyIdFor(tenant, 'sender', 'nil');
    const nil = { type: 'nil', id, quarter, kind: 'confirm-restore' } as const;
    await count(store, { ...nil, revision: 2, state: 'none', person: 'Anna' });
    await count(store, { ...nil, revision: 1, state: 'asked' });
    await count(store, counted('one', 'asked'));

    const { nils } = await store.coverage.quarter(tenant, quarter);
    const other = await tally(defined(parseQuarter('2026-Q3')));

    assert.deepEqual(
      nils.map(({ kind, state, person }) => [kind, state, person]),
      [['confirm-restore', 'none', 'Anna']],
    );
    assert.deepEqual(other, {});
  });

  it('read as many rows for the map among a hundred duties as among thirty', async () => {
    const seen = counting(tables);
    const reading = storeWith(seen.open, prefix);
    const rowsFor = async (): Promise<number> => {
      const before = seen.rows();
      await reading.coverage.quarter(tenant, quarter);
      return seen.rows() - before;
    };
    const some = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, at) => counted(`duty ${String(from + at)}`, 'asked'));
    for (const one of some(0, 30)) await count(store, one);
    const few = await rowsFor();
    for (const one of some(30, 100)) await count(store, one);

    const many = await rowsFor();

    assert.equal(many, few);
    assert.ok(many <= 8, `${String(many)} rows`);
  });

  it('remember what was done once', async () => {
    const before = await store.coverage.marked(tenant, 'done|2026-Q4');
    await store.coverage.mark(tenant, 'done|2026-Q4');
    await store.coverage.mark(tenant, 'done|2026-Q4');

    assert.equal(before, false);
    assert.equal(await store.coverage.marked(tenant, 'done|2026-Q4'), true);
    assert.equal(await store.coverage.marked(tenant, 'done|2026-Q3'), false);
  });
});
