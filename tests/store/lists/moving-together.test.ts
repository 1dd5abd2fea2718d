import assert from 'node:assert/strict';
import type { Write } from '../../../bot/store/azure/entity-table.ts';
import type { Duty } from '../../../bot/duty/duty.ts';
import { indexedOf } from '../../../bot/duty/indexed.ts';
import { viewOf } from '../../../bot/duty/view.ts';
import type { Store } from '../../../bot/ports/store.ts';
import { after, answerOf } from '../../support/duties/answers.ts';
import { anOpening, dutch, fixedNow, opened, tenant } from '../../support/duties/duties.ts';
import { otherTenant } from '../../support/duties/evidence.ts';
import { storeWith } from '../../support/store/memory-store.ts';
import { altered, memoryTables } from '../../support/store/tables.ts';

const { zone } = dutch;
const manyDuties = (count: number): readonly Duty[] =>
  Array.from(
    { length: count },
    (_, at) => opened(anOpening('verify-change'), { key: String(at) }).duty,
  );
const move = (store: Store, duty: Duty, was?: Duty): Promise<void> =>
  store.indexes.move(tenant, {
    view: viewOf(duty),
    was: was && indexedOf(was, zone),
    now: indexedOf(duty, zone),
  });
const listed = async (store: Store): Promise<readonly string[]> =>
  (await store.indexes.page(tenant, { list: { list: 'all' }, size: 50 })).items.map(({ id }) => id);
const idsOf = (duties: readonly Duty[]): readonly string[] => duties.map(({ id }) => id).sort();

/** A store of which each transaction is seen before it is made; where looking throws, it is not made. */
function watched(look: (writes: readonly Write[]) => void): Store {
  const open = altered(memoryTables(), (table) => ({
    transact: async (partition, writes) => {
      look(writes);
      return table.transact(partition, writes);
    },
  }));
  return storeWith(open, 'Duty');
}
const names = (writes: readonly Write[], duty: Duty | undefined): boolean =>
  writes.some(({ rowKey }) => duty !== undefined && rowKey.includes(duty.id));

describe('duties that move on the lists at the same time', () => {
  it('go in one transaction while another one is under way', async () => {
    const seen: number[] = [];
    const store = watched((writes) => {
      seen.push(duties.filter((duty) => names(writes, duty)).length);
    });
    const duties = manyDuties(10);

    await Promise.all(duties.map((duty) => move(store, duty)));

    assert.deepEqual(seen, [1, 8, 1], 'the first begins at once, eight fit one transaction');
    assert.deepEqual([...(await listed(store))].sort(), idsOf(duties));
    const { tallies } = await store.coverage.quarter(
      tenant,
      indexedOf(duties[0] ?? assert.fail(), zone).counted.quarter,
    );
    assert.deepEqual(tallies['verify-change'], { asked: 10 });
  });

  it('keep no other where one of them cannot be written', async () => {
    const duties = manyDuties(5);
    const [, , broken] = duties;
    const store = watched((writes) => {
      if (names(writes, broken)) throw new Error('that one is too large');
    });

    const ends = await Promise.allSettled(duties.map((duty) => move(store, duty)));

    const failed = ends.flatMap(({ status }, at) => (status === 'rejected' ? [at] : []));
    assert.deepEqual(failed, [2]);
    assert.deepEqual(
      [...(await listed(store))].sort(),
      idsOf(duties.filter((duty) => duty !== broken)),
    );
  });

  it('go one state after the other where it is the same duty', async () => {
    const store = watched(() => undefined);
    const [duty] = manyDuties(1);
    if (!duty) assert.fail();
    const answered = after(duty, answerOf(duty, 'fulfilled'), fixedNow);

    await Promise.all([move(store, duty), move(store, answered, duty), move(store, duty)]);

    const of = (status: Duty['status']) =>
      store.indexes.page(tenant, { list: { list: 'status', status }, size: 10 });
    assert.equal((await of('fulfilled')).items.length, 1);
    assert.equal((await of('open')).items.length, 0);
  });

  it('wait for nobody of another tenant', async () => {
    const order: string[] = [];
    let release = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    const open = altered(memoryTables(), (table) => ({
      transact: async (partition, writes) => {
        if (partition.startsWith(`${tenant}|`)) await slow;
        order.push(partition);
        return table.transact(partition, writes);
      },
    }));
    const store = storeWith(open, 'Duty');
    const [duty] = manyDuties(1);
    if (!duty) assert.fail();

    const waiting = move(store, duty);
    await store.indexes.move(otherTenant, {
      view: viewOf(duty),
      was: undefined,
      now: indexedOf(duty, zone),
    });
    release();
    await waiting;

    assert.deepEqual(order, [`${otherTenant}|index`, `${tenant}|index`]);
  });
});
