import { startAzurite } from '../../bot/demo/azurite.ts';
import { measureCpu, measureThroughput } from './against-echo.ts';
import { measureEntitiesRead } from './entities-read.ts';
import { reportTo, type Scale } from './report.ts';
import { measureRoundTrips } from './round-trips.ts';
import { measureSlowStore } from './slow-store.ts';
import { measureStart } from './start.ts';
import { measureReminders } from './reminders.ts';
import { measureStorms } from './storms.ts';

/** Measures everything, one after the other: nothing else may want the processor. */
async function run(scale: Scale): Promise<void> {
  const report = reportTo((line) => process.stdout.write(line), scale);
  await measureRoundTrips(report);
  await measureEntitiesRead(report, scale);
  await measureSlowStore(report, scale);
  await measureStorms(report, scale);
  await measureReminders(report, scale);
  await measureCpu(report, scale);
  const azurite = await startAzurite({ tablePort: 0, queuePort: 0, log: () => undefined });
  try {
    await measureThroughput(report, scale, azurite);
    await measureStart(report, scale, azurite);
  } finally {
    await azurite.stop();
  }
}

run({ quick: process.argv.includes('--quick') }).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
