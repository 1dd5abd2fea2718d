import type { Write } from './entity-table.ts';

// Azure Table storage, "Understanding the Table service data model" and "Performing entity group
// transactions". The emulator does not hold these, so we do.
const maxEntityBytes = 1024 * 1024;
const maxPropertyChars = 32 * 1024;
export const maxWrites = 100;
const maxTransactionBytes = 4 * 1024 * 1024;
const maxKeyChars = 512;
// Two bytes are stored of a character; written out, as `\u0000`, it takes six at most.
const mostSentOfStored = 3;
const forbiddenInKey = /[/\\#?\p{Cc}]/u;

/** Refuses what Azure would refuse, before it is sent; an error here is a fault in our own code. */
export function checkWrites(partition: string, writes: readonly Write[]): void {
  const keys = [partition, ...writes.map(({ rowKey }) => rowKey)];
  const badKey = keys.find((key) => key.length > maxKeyChars || forbiddenInKey.test(key));
  if (badKey !== undefined)
    throw new Error(`The key ${badKey.slice(0, 80)} is not one that Azure Table storage takes.`);
  if (writes.length > maxWrites) {
    throw new Error(
      `A transaction has ${String(writes.length)} writes; ${String(maxWrites)} are allowed.`,
    );
  }
  if (new Set(writes.map(({ rowKey }) => rowKey)).size !== writes.length) {
    throw new Error('A transaction may name each row once.');
  }
  let stored = 0;
  for (const write of writes)
    if (write.do !== 'delete') stored += checkedBytes(write.rowKey, Object.entries(write.columns));
  // Most are so small that they need not be written out to see that they fit.
  if (stored * mostSentOfStored <= maxTransactionBytes) return;
  const total = writes.reduce((sum, write) => sum + bytesOf(write), 0);
  if (total > maxTransactionBytes) {
    throw new Error(
      `A transaction has ${String(total)} bytes; ${String(maxTransactionBytes)} are allowed.`,
    );
  }
}

/** What a write takes on the wire. */
function bytesOf(write: Write): number {
  if (write.do === 'delete') return 0;
  return Object.entries(write.columns).reduce(
    (sum, [name, value]) =>
      sum + Buffer.byteLength(JSON.stringify(String(value))) + name.length + 4,
    0,
  );
}

/** What a row takes in the store; an error where that is too much. */
function checkedBytes(rowKey: string, columns: readonly (readonly [string, unknown])[]): number {
  let stored = 0;
  for (const [name, value] of columns) {
    const written = String(value);
    if (written.length > maxPropertyChars) {
      throw new Error(
        `The property ${name} of ${rowKey} is longer than ${String(maxPropertyChars)} characters.`,
      );
    }
    stored += 8 + 2 * (name.length + written.length);
  }
  if (stored > maxEntityBytes) {
    throw new Error(
      `The row ${rowKey} has ${String(stored)} bytes; ${String(maxEntityBytes)} are allowed.`,
    );
  }
  return stored;
}
