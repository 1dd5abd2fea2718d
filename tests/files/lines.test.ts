import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { linesOf } from '../../bot/files/lines.ts';

async function read(...chunks: readonly string[]): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(Readable.from(chunks.map((chunk) => Buffer.from(chunk)))))
    lines.push(line.toString());
  return lines;
}

describe('the lines of a file', () => {
  it('end at a line feed only: what somebody wrote may hold the other ends of Unicode', async () => {
    const note = JSON.stringify({ note: 'regel\u2028twee\u2029drie\u0085vier' });

    assert.deepEqual(await read(`${note}\n{}\n`), [note, '{}']);
  });

  it('are whole wherever the file was cut into pieces, and without the ends of Windows', async () => {
    assert.deepEqual(await read('\uFEFFeen\r', '\ntw', 'ee\n', 'drie'), ['een', 'twee', 'drie']);
  });
});
