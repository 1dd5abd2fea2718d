import type { Write } from './entity-table.ts';

// Azure Table storage, "Understanding the Table service data model" and "Performing entity group
// transactions". The emulator does not hold these, so we do.
const maxEntityBytes = 1024 * 1024;
const maxPropertyChars = 32 * 1024;
const maxWrites = 100;
const maxTransactionBytes = 4 * 1024 * 1024;
const maxKeyChars = 512;
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
  let total = 0;
  for (const write of writes) {
    if (write.do === 'delete') continue;
    total += checkedBytes(write.rowKey, Object.entries(write.columns));
  }
  if (total > maxTransactionBytes) {
    throw new Error(
      `A transaction has ${String(total)} bytes; ${String(maxTransactionBytes)} are allowed.`,
    );
  }
}

function checkedBytes(rowKey: string, columns: readonly (readonly [string, unknown])[]): number {
  let stored = 0;
  let sent = 0;
  for (const [name, value] of columns) {
    const written = String(value);
    if (written.length > maxPropertyChars) {
      throw new Error(
        `The property ${name} of ${rowKey} is longer than ${String(maxPropertyChars)} characters.`,
      );
    }
    stored += 8 + 2 * (name.length + written.length);
    sent += Buffer.byteLength(JSON.stringify(written)) + name.length + 4;
  }
  if (stored > maxEntityBytes) {
    throw new Error(
      `The row ${rowKey} has ${String(stored)} bytes; ${String(maxEntityBytes)} are allowed.`,
    );
  }
  return sent;
}
