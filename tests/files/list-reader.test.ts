import assert from 'node:assert/strict';
import type { ListReader, ReaderTimers } from '../../bot/files/list-reader.ts';
import { createListReader } from '../../bot/files/list-reader.ts';
import { realTimers } from '../support/lists.ts';
import { bytesOf } from '../support/teams/files.ts';
import { workbookOf } from '../support/workbook.ts';
import { workedMs } from '../support/worked.ts';

const list = { bytes: bytesOf('account;naam\na;Anna'), name: 'export.csv' };
/** Ten million empty elements: seconds of work that no cap but time ends. */
const endless = {
  bytes: workbookOf({
    rows: [],
    parts: {
      'xl/worksheets/sheet1.xml': `<worksheet>${Array.from({ length: 1_500_000 }, (_, at) => `<row r="${String(at + 1)}"/>`).join('')}</worksheet>`,
    },
  }),
  name: 'export.xlsx',
};

describe('Lists in a thread of their own', () => {
  let reader: ListReader;
  beforeEach(() => {
    reader = createListReader({ timers: realTimers });
  });
  afterEach(() => reader.close());

  it('are read, one after the other, by one thread', async () => {
    const both = await Promise.all([reader.read(list), reader.read(list)]);

    for (const read of both) assert.ok(read.ok && read.holds === 'accounts');
  });

  it('keep the bytes of the caller whole', async () => {
    await reader.read(list);

    assert.equal(Buffer.from(list.bytes).toString(), 'account;naam\na;Anna');
  });

  it('are refused with a way on when one takes too long, and the next is read', async () => {
    let hasty = true;
    // Only for the first the time is up: on a busy machine it would be short for any other as well.
    const timers: ReaderTimers = {
      after: (seconds, run) => {
        const isShort = hasty && seconds === 5;
        if (isShort) hasty = false;
        return realTimers.after(isShort ? 0.2 : 60, run);
      },
    };
    const once = createListReader({ timers, maxSeconds: 5 });

    const [late, next] = await Promise.all([once.read(endless), once.read(list)]);
    await once.close();

    assert.deepEqual(late, { ok: false, problems: [{ code: 'took-too-long' }], more: 0 });
    assert.ok(next.ok);
  });

  it('leave the process free while one is read', async () => {
    let longest = 0;
    let last = workedMs();
    const beat = setInterval(() => {
      const now = workedMs();
      longest = Math.max(longest, now - last);
      last = now;
    }, 10);

    await reader.read(endless);
    clearInterval(beat);

    assert.ok(longest < 500, `${String(longest)} ms`);
  });

  it('ask to come back later when too many wait', async () => {
    const reads = Array.from({ length: 25 }, (_, at) => reader.read(list, String(at)));

    const codes = (await Promise.all(reads)).map((read) =>
      read.ok ? 'read' : read.problems[0]?.code,
    );

    assert.deepEqual(
      [
        codes.filter((code) => code === 'read').length,
        codes.filter((code) => code === 'took-too-long').length,
      ],
      [20, 5],
    );
  });

  it('are read in turn where one sends many: nobody else waits for all of them', async () => {
    const order: string[] = [];
    const send = async (sender: string): Promise<string | undefined> => {
      const read = await reader.read(list, sender);
      if (read.ok) order.push(sender);
      return read.ok ? 'read' : read.problems[0]?.code;
    };

    const many = [send('many'), send('many'), send('many'), send('many')];
    const codes = await Promise.all([...many, send('one')]);

    assert.deepEqual(codes, ['read', 'read', 'read', 'took-too-long', 'read']);
    assert.deepEqual(order, ['many', 'many', 'one', 'many']);
  });

  it('end with the reader, and begin again with the next file', async () => {
    await reader.read(list);
    await reader.close();

    assert.ok((await reader.read(list)).ok);
  });
});
