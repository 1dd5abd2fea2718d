import assert from 'node:assert/strict';
import type { Write } from '../../../bot/store/azure/entity-table.ts';
import { onEveryTable } from '../../support/store/installations.ts';
import { insert } from '../../support/store/rows.ts';

const columnsOf = (count: number, length: number): [string, string][] =>
  Array.from({ length: count }, (_, at) => [`p${String(at)}`, 'x'.repeat(length)]);

// Two bytes a character in storage but three on the wire: just within a row, too much together.
const textOf900K = (): Record<string, string> =>
  Object.fromEntries(
    columnsOf(15, 30_000).map(([name, text]) => [name, text.replaceAll('x', '€')]),
  );

/** What Azure Table storage refuses and its emulator takes. */
onEveryTable('refuses what Azure Table storage would refuse', (table) => {
  const refused: readonly (readonly [string, readonly Write[], RegExp])[] = [
    ['a property of more than 32K characters', [insert('row', { p: 'x'.repeat(32_769) })], /32768/],
    [
      'a row of more than 1 MiB',
      [insert('row', Object.fromEntries(columnsOf(17, 32_000)))],
      /1048576/,
    ],
    [
      'more than a hundred writes',
      Array.from({ length: 101 }, (_, at) => insert(`r${String(at)}`)),
      /100/,
    ],
    [
      'more than 4 MiB',
      Array.from({ length: 5 }, (_, at) => insert(`r${String(at)}`, textOf900K())),
      /4194304/,
    ],
    ['a row that is named twice', [insert('row'), { do: 'delete', rowKey: 'row' }], /once/],
    ...['a/b', 'a\\b', 'a#b', 'a?b', 'a\tb', 'a\u0000b', 'a\u0085b', 'k'.repeat(513)].map(
      (key) => [`the key ${JSON.stringify(key.slice(0, 9))}`, [insert(key)], /key/] as const,
    ),
  ];
  for (const [which, writes, reason] of refused) {
    it(which, async () => {
      await assert.rejects(async () => table().transact('refused', writes), reason);

      assert.deepEqual(
        await table().range({ partition: 'refused', from: '', before: '~', limit: 1 }),
        [],
      );
    });
  }

  it('a partition with a forbidden character', async () => {
    await assert.rejects(async () => table().transact('a/b', [insert('row')]), /key/);
  });
});
