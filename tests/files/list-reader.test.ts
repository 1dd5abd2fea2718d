import assert from 'node:assert/strict';
import { createListReader } from '../../bot/files/list-reader.ts';
import { bytesOf } from '../support/teams/files.ts';

const timers = {
  after: (seconds: number, run: () => void) => {
    const timer = setTimeout(run, seconds * 1000);
    return { cancel: () => clearTimeout(timer) };
  },
};

describe('Lists in a thread of their own', () => {
  const reader = createListReader({ timers });
  after(() => reader.close());

  it('are read one after the other', async () => {
    const s = Date.now();
    const read = await reader.read({ bytes: bytesOf('account;naam\na;Anna'), name: 'x.csv' });
    console.log(Date.now() - s);
    assert.ok(read.ok);
    const t = Date.now();
    const read2 = await reader.read({ bytes: bytesOf('account;naam\na;Anna'), name: 'x.csv' });
    console.log(Date.now() - t);
    assert.ok(read2.ok);
  });
});
