import { setTimeout as wait } from 'node:timers/promises';
import { QueueClient } from '@azure/storage-queue';
import { azureQueue } from '../../../bot/store/azure/queue.ts';
import { mostInMessage, readNote, writeNote } from '../../../bot/store/notes.ts';
import type { BatchRef, Note } from '../../../bot/ports/outbox.ts';
import { memoryQueue } from '../../support/store/memory-queue.ts';
import { anna, anOpening, fixedNow, opened, tenant } from '../../support/duties/duties.ts';
import { azuriteConnectionString } from '../../support/store/azurite.ts';
import { manualClock } from '../../support/clock.ts';
import { queueContract } from './queue-contract.ts';

import assert from 'node:assert/strict';

const hiding = { seconds: 30, now: fixedNow };
let queues = 0;
const nextName = (): string => {
  queues += 1;
  return `queue-test-${String(process.pid)}-${String(queues)}`;
};

queueContract('in memory', async () => {
  const clock = manualClock(fixedNow);
  const pass = (seconds: number) => clock.pass(seconds, () => Promise.resolve());
  return { queue: memoryQueue(), now: clock.now, pass };
});
queueContract('in Azure storage', async () => {
  const queue = azureQueue({ connectionString: await azuriteConnectionString() }, nextName());
  // The service goes by its own clock: here somebody really has to wait.
  return { queue, now: () => fixedNow, pass: (seconds) => wait(seconds * 1000) };
});

describe('a message in Azure storage', () => {
  it('never expires', async () => {
    const connectionString = await azuriteConnectionString();
    const name = nextName();
    const queue = azureQueue({ connectionString }, name);
    await queue.prepare();
    await queue.put({ type: 'heartbeat' }, { seconds: 0, now: fixedNow });

    const { peekedMessageItems } = await new QueueClient(connectionString, name).peekMessages();

    const year = peekedMessageItems[0]?.expiresOn.getUTCFullYear() ?? 0;
    assert.ok(year >= 9999, String(year));
  });

  it('that nobody of ours wrote is given as one that says nothing', async () => {
    const connectionString = await azuriteConnectionString();
    const name = nextName();
    const queue = azureQueue({ connectionString }, name);
    await queue.prepare();
    const foreign = new QueueClient(connectionString, name);
    for (const text of ['', '{', '<a>', '{"v":3,"is":"heartbeat"}'])
      await foreign.sendMessage(text);

    const messages = await queue.receive(32, hiding);

    assert.deepEqual(
      messages.map(({ note }) => note),
      [undefined, undefined, undefined, undefined],
    );
  });

  it('that cannot be asked for is a failure, not an empty queue', async () => {
    const queue = azureQueue({ connectionString: await azuriteConnectionString() }, nextName());

    await assert.rejects(queue.receive(1, hiding));
    await assert.rejects(queue.count());
    await assert.rejects(queue.put({ type: 'heartbeat' }, hiding));
    await assert.rejects(queue.remove({ id: 'none', receipt: 'none' }));
  });
});

describe('the text of a message', () => {
  const { duty } = opened(anOpening('verify-change'), { key: 'named' });

  const named = (...refs: readonly BatchRef[]): Note => ({ type: 'overflow', refs });

  it('names batches and nothing that is in them', () => {
    const text = writeNote(named({ tenant, dutyId: duty.id, dueAt: fixedNow }));

    assert.deepEqual(JSON.parse(text), {
      v: 2,
      is: 'overflow',
      of: [{ t: tenant, d: duty.id, at: fixedNow }],
    });
    assert.deepEqual(readNote(text), named({ tenant, dutyId: duty.id, dueAt: fixedNow }));
  });

  it('says of a heartbeat nothing else', () => {
    assert.deepEqual(readNote(writeNote({ type: 'heartbeat' })), { type: 'heartbeat' });
  });

  it('names the person whose effects wait, and is read as well without', () => {
    const note = named(
      { tenant, person: anna.aadObjectId, dueAt: fixedNow },
      { tenant, dueAt: fixedNow },
    );

    assert.deepEqual(readNote(writeNote(note)), note);
  });

  it('fits in 48 KiB with as many names as it takes', () => {
    const long = { tenant, dutyId: duty.id, dueAt: fixedNow };

    const text = writeNote(named(...Array.from({ length: mostInMessage }, () => long)));

    assert.ok(text.length < 48 * 1024);
  });

  for (const text of [
    'null',
    '[]',
    `{"v":2,"of":[{"t":"a b|c","at":"${fixedNow}"}]}`,
    `{"v":2,"is":"overflow","of":[{"t":"${tenant}","d":"../x","at":"${fixedNow}"}]}`,
    `{"v":2,"is":"overflow","of":[{"t":"${tenant}","p":"a b|c","at":"${fixedNow}"}]}`,
    `{"v":2,"is":"overflow","of":[{"t":"${tenant}","at":"now"}]}`,
    `{"v":2,"is":"overflow","of":[{"t":"a|b","at":"${fixedNow}"}]}`,
  ]) {
    it(`is refused as a whole: ${text}`, () => {
      assert.equal(readNote(text), undefined);
    });
  }
});
