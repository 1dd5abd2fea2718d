import assert from 'node:assert/strict';
import type { EntityTable, Write } from '../../../bot/store/azure/entity-table.ts';
import { insert } from '../../support/store/rows.ts';
import { onEveryTable } from '../../support/store/installations.ts';

/** What every table must do, whatever it is made of. */
onEveryTable('keeps rows', (opened) => {
  let table: EntityTable;
  before(() => {
    table = opened();
  });

  async function etagOf(partition: string, rowKey: string): Promise<string> {
    const row = await table.get(partition, rowKey);
    assert.ok(row);
    return row.etag;
  }
  const keysIn = async (partition: string, from: string, before: string): Promise<string[]> =>
    (await table.range({ partition, from, before, limit: 100 })).map(({ rowKey }) => rowKey);

  it('can be prepared twice and keeps what it has', async () => {
    await table.transact('prepared', [insert('row')]);

    await table.prepare();

    assert.ok(await table.get('prepared', 'row'));
  });

  it('gives back every kind of column as it was written', async () => {
    const columns = {
      text: 'Zaandam – “één” 👍\n\t',
      empty: '',
      whole: 7,
      broken: 1.5,
      yes: true,
    };
    await table.transact('columns', [insert('row', columns)]);

    const row = await table.get('columns', 'row');

    assert.deepEqual(row?.columns, columns);
    assert.equal(row.rowKey, 'row');
  });

  it('knows no row that was never written, in a partition that was never written either', async () => {
    assert.equal(await table.get('nowhere', 'nothing'), undefined);
  });

  it('refuses to insert a row that exists', async () => {
    await table.transact('insert', [insert('row', { n: 1 })]);

    const again = await table.transact('insert', [insert('row', { n: 2 })]);

    assert.equal(again, 'conflict');
    assert.deepEqual((await table.get('insert', 'row'))?.columns, { n: 1 });
  });

  it('replaces a row as a whole and only once for the same reading', async () => {
    await table.transact('replace', [insert('row', { n: 1, gone: 'soon' })]);
    const etag = await etagOf('replace', 'row');

    const first = await table.transact('replace', [
      { do: 'replace', rowKey: 'row', columns: { n: 2 }, etag },
    ]);
    const second = await table.transact('replace', [
      { do: 'replace', rowKey: 'row', columns: { n: 3 }, etag },
    ]);

    assert.deepEqual([first, second], ['done', 'conflict']);
    assert.deepEqual((await table.get('replace', 'row'))?.columns, { n: 2 });
  });

  it('gives every version of a row an etag of its own', async () => {
    await table.transact('etags', [insert('row')]);
    const one = await etagOf('etags', 'row');

    await table.transact('etags', [{ do: 'put', rowKey: 'row', columns: {} }]);

    assert.notEqual(await etagOf('etags', 'row'), one);
  });

  it('refuses to replace a row that is absent', async () => {
    await table.transact('absent', [insert('other')]);
    const etag = await etagOf('absent', 'other');

    const result = await table.transact('absent', [
      { do: 'replace', rowKey: 'row', columns: {}, etag },
    ]);

    assert.equal(result, 'conflict');
    assert.equal(await table.get('absent', 'row'), undefined);
  });

  it('puts a row whether it exists or not, leaving no column of before', async () => {
    await table.transact('put', [{ do: 'put', rowKey: 'row', columns: { one: 1 } }]);
    await table.transact('put', [{ do: 'put', rowKey: 'row', columns: { two: 2 } }]);

    assert.deepEqual((await table.get('put', 'row'))?.columns, { two: 2 });
  });

  it('deletes a row once; deleting what is absent is a conflict', async () => {
    await table.transact('delete', [insert('row')]);

    const first = await table.transact('delete', [{ do: 'delete', rowKey: 'row' }]);
    const second = await table.transact('delete', [{ do: 'delete', rowKey: 'row' }]);

    assert.deepEqual([first, second], ['done', 'conflict']);
    assert.equal(await table.get('delete', 'row'), undefined);
  });

  for (const [which, last] of [
    ['the insert of a row that exists', insert('there')],
    ['the deletion of an absent row', { do: 'delete', rowKey: 'absent' }],
    ['a stale replacement', { do: 'replace', rowKey: 'there', columns: {}, etag: 'W/"stale"' }],
  ] as const satisfies readonly (readonly [string, Write])[]) {
    it(`writes nothing at all when ${which} is among the writes`, async () => {
      const partition = `whole ${which}`;
      await table.transact(partition, [insert('there', { n: 1 })]);

      const result = await table.transact(partition, [
        insert('first'),
        { do: 'put', rowKey: 'second', columns: {} },
        last,
      ]);

      assert.equal(result, 'conflict');
      assert.deepEqual(await keysIn(partition, '', '~'), ['there']);
    });
  }

  it('takes a hundred writes at once', async () => {
    const writes = Array.from({ length: 100 }, (_, at) => insert(`row${String(at)}`));

    assert.equal(await table.transact('hundred', writes), 'done');
    assert.equal((await keysIn('hundred', '', '~')).length, 100);
  });

  it('reads rows in the order of their keys, from the first bound up to the second', async () => {
    const keys = ['b|2', 'a', 'b|10', 'c', 'b|1', 'b', 'B'];
    await table.transact(
      'order',
      keys.map((key) => insert(key)),
    );

    assert.deepEqual(await keysIn('order', '', '~'), [...keys].sort());
    assert.deepEqual(await keysIn('order', 'b|', 'b|~'), ['b|1', 'b|10', 'b|2']);
    assert.deepEqual(await keysIn('order', 'b', 'c'), ['b', 'b|1', 'b|10', 'b|2']);
    assert.deepEqual(await keysIn('order', 'x', 'y'), []);
    assert.deepEqual(await keysIn('elsewhere', '', '~'), []);
  });

  it('keeps partitions apart, also where one name begins with the other', async () => {
    await table.transact('tenant|0', [insert('row', { whose: 'one' })]);
    await table.transact('tenant|01', [insert('row', { whose: 'other' })]);

    assert.deepEqual((await table.get('tenant|0', 'row'))?.columns, { whose: 'one' });
    assert.deepEqual(await keysIn('tenant|0', '', '~'), ['row']);
  });

  it('takes an apostrophe in a key for a letter and nothing more', async () => {
    const partition = "o'brien' or PartitionKey ne '";
    await table.transact(partition, [insert("it's")]);

    assert.deepEqual(await keysIn(partition, "it's", '~'), ["it's"]);
    assert.ok(await table.get(partition, "it's"));
  });

  it('pages through more rows than a page holds, none missing and none twice', async () => {
    const all = Array.from({ length: 1250 }, (_, at) => `row${String(at).padStart(5, '0')}`);
    for (let at = 0; at < all.length; at += 100) {
      await table.transact(
        'pages',
        all.slice(at, at + 100).map((key) => insert(key)),
      );
    }
    const read: string[] = [];
    const sizes: number[] = [];

    for (;;) {
      const last = read.at(-1);
      const range = { partition: 'pages', from: '', before: '~', limit: 300 };
      const page = await table.range(last === undefined ? range : { ...range, after: last });
      if (page.length === 0) break;
      sizes.push(page.length);
      read.push(...page.map(({ rowKey }) => rowKey));
    }

    assert.deepEqual(read, all);
    assert.deepEqual(sizes, [300, 300, 300, 300, 50]);
  });

  it('reads at once what is more than the thousand rows that Azure gives in one answer', async () => {
    const rows = await table.range({ partition: 'pages', from: '', before: '~', limit: 1100 });

    assert.equal(rows.length, 1100);
  });

  it('lets one of fifty racing replacements win', async () => {
    await table.transact('race', [insert('row', { n: -1 })]);
    const etag = await etagOf('race', 'row');

    const results = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        table.transact('race', [{ do: 'replace', rowKey: 'row', columns: { n }, etag }]),
      ),
    );

    const winners = results.flatMap((result, n) => (result === 'done' ? [n] : []));
    assert.equal(winners.length, 1);
    assert.deepEqual((await table.get('race', 'row'))?.columns, { n: winners[0] });
  });
});
