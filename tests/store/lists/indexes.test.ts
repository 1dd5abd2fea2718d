import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { storeWith } from '../../support/store/memory-store.ts';
import type { IndexKey } from '../../../bot/duty/indexed.ts';
import type { DutyView } from '../../../bot/duty/view.ts';
import { viewOf } from '../../../bot/duty/view.ts';
import type { Store } from '../../../bot/ports/store.ts';
import { openingChange } from '../../support/duties/changes.ts';
import { anna, bram, tenant } from '../../support/duties/duties.ts';
import type { OpenTable } from '../../support/store/tables.ts';
import { counting } from '../../support/store/tables.ts';
import { onEveryStore, prefix } from '../../support/store/installations.ts';

const everything: IndexKey = { list: 'all' };
const open: IndexKey = { list: 'status', status: 'open' };
const firstDay = DateTime.fromISO('2026-12-01');

/** The public view of a duty that is due on a day of December. */
const viewDue = (key: string, day: number): DutyView =>
  viewOf(
    openingChange(key, { dueOn: firstDay.plus({ days: day - 1 }).toFormat('yyyy-MM-dd') }).duty,
  );

/** How duties are found. */
onEveryStore('lists duties', (fresh) => {
  let store: Store;
  let tables: OpenTable;
  beforeEach(async () => {
    ({ store, open: tables } = await fresh());
  });
  const put = async (list: IndexKey, ...views: readonly DutyView[]): Promise<void> => {
    for (const view of views) await store.indexes.put(tenant, list, view);
  };

  it('has empty lists at first', async () => {
    assert.deepEqual(await store.indexes.page(tenant, { list: everything, size: 10 }), {
      items: [],
    });
    assert.deepEqual(await store.indexes.months(tenant), []);
  });

  it('gives pages in the order of the due dates and says where the next begins', async () => {
    const days = [5, 3, 1, 4, 2, 6, 7];
    await put(everything, ...days.map((day) => viewDue(`due ${String(day)}`, day)));

    const first = await store.indexes.page(tenant, { list: everything, size: 3 });
    const second = await store.indexes.page(tenant, {
      list: everything,
      size: 3,
      cursor: first.next,
    });
    const third = await store.indexes.page(tenant, {
      list: everything,
      size: 3,
      cursor: second.next,
    });

    const dueOn = (views: readonly DutyView[]): readonly number[] =>
      views.map((view) => Number(view.dueOn.slice(-2)));
    assert.deepEqual(
      [first, second, third].map(({ items }) => dueOn(items)),
      [[1, 2, 3], [4, 5, 6], [7]],
    );
    assert.equal(third.next, undefined);
  });

  it('promises no next page after a last one that is full', async () => {
    await put(everything, viewDue('one', 1), viewDue('two', 2));

    assert.equal((await store.indexes.page(tenant, { list: everything, size: 2 })).next, undefined);
  });

  it('has a duty once on a list and shows its last state', async () => {
    const view = viewDue('once', 1);
    await put(everything, view, { ...view, status: 'problem' });

    const { items } = await store.indexes.page(tenant, { list: everything, size: 10 });

    assert.deepEqual(items, [{ ...view, status: 'problem' }]);
  });

  it('keeps the lists of states, people, months and tenants apart', async () => {
    const views = [viewDue('one', 1), viewDue('two', 2), viewDue('three', 3), viewDue('four', 4)];
    const lists: readonly IndexKey[] = [
      open,
      { list: 'status', status: 'problem' },
      { list: 'person', person: anna.aadObjectId },
      { list: 'person', person: bram.aadObjectId },
    ];
    for (const [at, list] of lists.entries()) await put(list, ...views.slice(at, at + 1));

    const read = await Promise.all(
      lists.map((list) => store.indexes.page(tenant, { list, size: 10 })),
    );

    assert.deepEqual(
      read.map(({ items }) => items),
      views.map((view) => [view]),
    );
  });

  it('knows the months that have evidence, each once and the oldest first', async () => {
    for (const month of ['2026-12', '2025-01', '2026-02', '2026-12']) {
      await put({ list: 'evidence', month }, viewDue(`of ${month}`, 1));
    }

    assert.deepEqual(await store.indexes.months(tenant), ['2025-01', '2026-02', '2026-12']);
  });

  it('reads as many rows for a page of ten duties among a thousand as among eleven', async () => {
    const counted = counting(tables);
    const counting2 = storeWith(counted.open, prefix);
    const rowsFor = async (): Promise<number> => {
      const before = counted.rows();
      const first = await counting2.indexes.page(tenant, { list: everything, size: 10 });
      assert.equal(first.items.length, 10);
      return counted.rows() - before;
    };
    await put(
      everything,
      ...Array.from({ length: 11 }, (_, at) => viewDue(`few ${String(at)}`, at + 1)),
    );
    const amongFew = await rowsFor();
    const many = Array.from({ length: 989 }, (_, at) => viewDue(`many ${String(at)}`, at + 12));
    await Promise.all(many.map((view) => store.indexes.put(tenant, everything, view)));

    const amongMany = await rowsFor();

    assert.ok(amongFew <= 12, `${String(amongFew)} rows`);
    assert.equal(amongMany, amongFew);
  });
});
