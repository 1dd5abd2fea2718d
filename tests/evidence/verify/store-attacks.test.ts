import assert from 'node:assert/strict';
import type { EntityTable } from '../../../bot/store/azure/entity-table.ts';
import { storeWith } from '../../support/store/memory-store.ts';
import { dutyKey, openingsKey, partitionFor, recordKey } from '../../../bot/store/azure/keys.ts';
import { memoryTable } from '../../support/store/memory-table.ts';
import { fromColumns, toColumns } from '../../../bot/store/azure/rows.ts';
import type { Store } from '../../../bot/ports/store.ts';
import {
  chainOf,
  checkpoint,
  dutyWith,
  exportOf,
  keep,
  tenant,
  verdictOn,
} from '../../support/duties/evidence.ts';

const duty = dutyWith('a');
const partition = partitionFor(duty);

describe('somebody who can write in the storage account', () => {
  let store: Store;
  let tables: Map<string, EntityTable>;
  const records = (): EntityTable => {
    const table = tables.get('Records');
    assert.ok(table);
    return table;
  };

  beforeEach(async () => {
    tables = new Map();
    store = storeWith((name) => {
      const table = memoryTable();
      tables.set(name, table);
      return table;
    }, '');
    await keep(store, duty, chainOf(duty));
    await keep(store, dutyWith('b'), chainOf(dutyWith('b')));
  });

  const remove = (...rowKeys: readonly string[]) =>
    records().transact(
      partition,
      rowKeys.map((rowKey) => ({ do: 'delete', rowKey })),
    );

  /** The fault is in the export, and whoever verifies the file learns of it. */
  async function assertNoticed(problem: RegExp): Promise<void> {
    const { problems, file } = await exportOf(store);
    assert.ok(problems.length > 0, 'nothing was noticed');
    assert.ok(
      problems.some((fault) => fault.dutyId === duty.id && problem.test(fault.problem)),
      JSON.stringify(problems),
    );
    assert.notEqual((await verdictOn(file)).type, 'whole');
  }

  it('changes nothing of an untouched store', async () => {
    const { problems, file } = await exportOf(store);

    assert.deepEqual(problems, []);
    assert.equal((await verdictOn(file)).type, 'whole');
  });

  it('hides no duty by deleting rows of lists (S1, S2, S8)', async () => {
    const lists = tables.get('Lists');
    assert.ok(lists);
    for (const [list, rowKey] of [
      [`${tenant}|evidence|2026-11`, duty.id],
      [`${tenant}|months`, '2026-11'],
    ] as const)
      await lists.transact(list, [{ do: 'delete', rowKey }]);

    const { problems, file } = await exportOf(store);

    assert.deepEqual(problems, []);
    assert.ok(file.includes(duty.id));
  });

  it('cannot delete the last record (S3)', async () => {
    await remove(recordKey(duty.id, 3), openingsKey(duty.id, 3));

    await assertNoticed(/last record is 2/);
  });

  it('cannot delete all records of a duty (S4)', async () => {
    for (const seq of [1, 2, 3]) await remove(recordKey(duty.id, seq), openingsKey(duty.id, seq));

    await assertNoticed(/store has none/);
  });

  it('cannot delete a duty and leave its evidence, or the reverse of a record', async () => {
    await remove(dutyKey(duty.id));
    await assertNoticed(/row of the duty is not/);
    await remove(recordKey(duty.id, 2));
    await assertNoticed(/its evidence is not/);
  });

  it('cannot delete the first record, or one in between (S5)', async () => {
    await remove(recordKey(duty.id, 1), openingsKey(duty.id, 1));

    await assertNoticed(/missing/);
  });

  it('cannot delete what opens a record', async () => {
    await remove(openingsKey(duty.id, 2));

    await assertNoticed(/opens it is missing/);
  });

  it('cannot change what was answered, in either of the two rows of a record', async () => {
    for (const rowKey of [recordKey(duty.id, 3), openingsKey(duty.id, 3)]) {
      const row = await records().get(partition, rowKey);
      assert.ok(row);
      const text = JSON.stringify(fromColumns(row.columns));
      const changed = JSON.parse(
        text.replace('problem', 'fulfilled').replace('klopt niet', 'klopt'),
      );
      const columns = toColumns(changed);
      await records().transact(partition, [{ do: 'put', rowKey, columns }]);

      await assertNoticed(/does not match/);
      await records().transact(partition, [{ do: 'put', rowKey, columns: row.columns }]);
    }
  });

  it('cannot let the row of a duty contradict its evidence (S7)', async () => {
    const row = await records().get(partition, dutyKey(duty.id));
    assert.ok(row);
    const state = fromColumns<object>(row.columns);
    for (const change of [{ seq: 2 }, { head: 'f'.repeat(64) }, { seal: 'f'.repeat(64) }]) {
      const columns = toColumns({ ...state, ...change });
      await records().transact(partition, [{ do: 'put', rowKey: dutyKey(duty.id), columns }]);

      await assertNoticed(/row of the duty/);
    }
  });

  it('cannot take a whole duty out once the log knows it', async () => {
    await checkpoint(store);
    for (const seq of [1, 2, 3]) await remove(recordKey(duty.id, seq), openingsKey(duty.id, seq));
    await remove(dutyKey(duty.id));

    await assertNoticed(/the store has nothing of it/);
  });

  it('cannot write a duty anew from beginning to end once the log knows it', async () => {
    await checkpoint(store);
    for (const seq of [1, 2, 3]) await remove(recordKey(duty.id, seq), openingsKey(duty.id, seq));
    await remove(dutyKey(duty.id));
    await remove(`dirty|${duty.id}|00000003`);
    await keep(store, duty, chainOf(duty, [{ type: 'opened', data: { title: 'Anders' } }]));

    await assertNoticed(/log knows another record/);
  });
});
