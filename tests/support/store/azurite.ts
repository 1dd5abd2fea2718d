import { startAzurite, type Azurite } from '../../../bot/demo/azurite.ts';
import { atTheEnd } from '../at-the-end.ts';

/** Whether this is a process of `mocha --parallel`, where hooks of the root run after each file. */
export const runsFileByFile = process.env['MOCHA_WORKER_ID'] !== undefined;

let shared: Promise<Azurite> | undefined;

/**
 * The connection string of one Azurite in memory for all tests of this process, started at first use.
 * Tests keep out of each other's way by a table prefix of their own.
 */
export async function azuriteConnectionString(): Promise<string> {
  shared ??= startAzurite({ tablePort: 0, queuePort: 0, log: () => undefined });
  return (await shared).connectionString;
}

// In a process of `mocha --parallel` it serves every file that comes, and ends with the process.
if (!runsFileByFile) {
  atTheEnd('stop the shared Azurite', async () => {
    const running = shared;
    shared = undefined;
    await (await running)?.stop();
  });
}
