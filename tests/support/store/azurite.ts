import { startAzurite, type Azurite } from '../../../bot/demo/azurite.ts';

let shared: Promise<Azurite> | undefined;

/**
 * The connection string of one Azurite in memory for all tests of this process, started at first use.
 * Tests keep out of each other's way by a table prefix of their own.
 */
export async function azuriteConnectionString(): Promise<string> {
  shared ??= startAzurite({ tablePort: 0, queuePort: 0, log: () => undefined });
  return (await shared).connectionString;
}

after('stop the shared Azurite', async () => {
  const running = shared;
  shared = undefined;
  await (await running)?.stop();
});
