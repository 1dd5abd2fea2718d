import assert from 'node:assert/strict';
import { packed } from '../../bot/features/review/lists/read-dropped.ts';
import { maxFileSize } from '../../bot/files/grid.ts';
import { writeWorkbook } from '../../bot/files/workbook/write-workbook.ts';

/** How often something else had its turn meanwhile. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let isDone = false;
  const count = (): void => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  await work();
  isDone = true;
  return turns;
}

describe('Others have their turn', () => {
  it('while a file is packed that is as large as one may be', async () => {
    // Of three digits in no order: what takes longest to pack.
    let seed = 1;
    const digits = Uint8Array.from({ length: maxFileSize }, () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return 48 + (seed % 3);
    });

    assert.ok((await turnsDuring(() => packed(digits))) > 20);
  });

  it('while a sheet of five thousand accounts is written', async () => {
    const row = Array.from({ length: 8 }, (_, at) => `${String(at)} `.repeat(40));
    const sheet = {
      name: 'Accounts',
      columns: row.map((heading) => ({ heading, width: 10 })),
      rows: Array.from({ length: 5000 }, () => row),
      choice: { at: 6, values: ['Houden'], otherwise: 'Kies.' },
    };

    assert.ok((await turnsDuring(() => writeWorkbook(sheet))) > 20);
  });
});
