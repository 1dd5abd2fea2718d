import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readHeld } from '../../bot/evidence/verify/against.ts';
import { erasePerson } from '../../bot/features/evidence/erase.ts';
import { parsePersonId } from '../../bot/duty/ids.ts';
import type { EntityTable } from '../../bot/store/azure/entity-table.ts';
import { storeWith } from '../support/store/memory-store.ts';
import { partitionOf, shardCount } from '../../bot/store/azure/keys.ts';
import { memoryTable } from '../support/store/memory-table.ts';
import type { Store } from '../../bot/ports/store.ts';
import {
  chainOf,
  checkpoint,
  dutyWith,
  exportOf,
  keep,
  onDay,
  tenant,
  verdictOn,
} from '../support/duties/evidence.ts';
import { newKey } from '../support/duties/sealing.ts';

const jan = parsePersonId('jan');

describe('erasing a person', () => {
  let folder: string;
  let store: Store;
  let table: EntityTable;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'erasing-'));
    store = storeWith((name) => {
      const opened = memoryTable();
      if (name === 'Records') table = opened;
      return opened;
    }, '');
    for (const digit of ['a', 'b']) await keep(store, dutyWith(digit), chainOf(dutyWith(digit)));
    await checkpoint(store);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const erase = () => {
    assert.ok(jan);
    const services = { store, now: () => onDay(40), newId: newKey };
    return erasePerson(services, {
      tenant,
      erasure: { person: jan, basis: '17(1)(b)', texts: false },
    });
  };

  it('reaches what an instance puts off at that very moment', async () => {
    const { tenant: of, id } = dutyWith('a');
    const told = { aadObjectId: 'jan', name: 'Jan Bakker' };
    const message = { type: 'duty.updated', at: onDay(1), duty: { assignees: [told] } } as never;
    const effect = { do: 'webhook', key: 'w', message, revision: 1 } as const;
    const entry = { tenant: of, dutyId: id, effect, dueAt: onDay(1), attempts: 0 };
    await store.outbox.add(entry);
    const { transact } = table;
    let putOff = 0;
    Object.assign(table, {
      transact: async (...[partition, writes]: Parameters<typeof transact>) => {
        const cleans = writes.some(
          ({ do: what, rowKey }) => what === 'delete' && rowKey.startsWith('out|'),
        );
        if (cleans && (putOff += 1) === 1)
          await store.outbox.postpone(entry, {
            dueAt: onDay(2),
            reason: 'vendor not reached',
            failed: false,
          });
        return transact(partition, writes);
      },
    });

    await erase();

    assert.ok(putOff > 1, String(putOff));
    const rows = (await everything()).split('{"rowKey":"');
    const waiting = rows.filter((row) => row.includes('duty.updated'));
    assert.equal(waiting.length, 1);
    assert.ok(!String(waiting).includes('Jan Bakker'), String(waiting));
  });

  async function everything(): Promise<string> {
    const rows: unknown[] = [];
    for (let shard = 0; shard < shardCount; shard += 1) {
      const partition = partitionOf(tenant, shard);
      rows.push(...(await table.range({ partition, from: '', before: '~', limit: 10_000 })));
    }
    return JSON.stringify(rows);
  }

  it('leaves the name nowhere, and the chains whole', async () => {
    assert.ok((await everything()).includes('Jan Bakker'));

    const { duties, fields } = await erase();

    assert.equal(duties, 2);
    assert.ok(fields >= 4);
    // What is still to be done for a duty may name the person's id until it is done.
    const left = (await everything()).split('{"rowKey":"').filter((row) => !row.startsWith('out|'));
    assert.deepEqual(
      left.filter((row) => row.includes('Jan Bakker') || row.includes('\\"jan\\"')),
      [],
    );
    const { file, problems } = await exportOf(store);
    assert.deepEqual(problems, []);
    assert.ok(!file.includes('Jan Bakker'));
    const verdict = await verdictOn(file);
    assert.ok(verdict.type === 'whole', JSON.stringify(verdict));
    assert.equal(verdict.counted?.erased, fields);
  });

  it('lets checkpoints and exports from before hold', async () => {
    const before = join(folder, 'before.ndjson');
    writeFileSync(before, (await exportOf(store)).file);
    const note = join(folder, 'note.txt');
    for await (const { text } of store.evidence.checkpoints(tenant)) writeFileSync(note, text);

    await erase();

    const held = await Promise.all([before, note].map(readHeld));
    const { file } = await exportOf(store);
    const verdict = await verdictOn(
      file,
      held.flatMap((one) => (one.ok ? [one.held] : [])),
    );
    assert.ok(verdict.type === 'whole', JSON.stringify(verdict));
    assert.equal(verdict.agrees, 2);
  });

  it('is recorded, and again is nothing new', async () => {
    await erase();
    const { file } = await exportOf(store);

    const again = await erase();

    assert.equal(file.split('"type":"erased"').length - 1, 2);
    assert.deepEqual([again.duties, again.fields], [0, 0]);
  });
});
