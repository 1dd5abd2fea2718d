import type { Azurite } from '../../bot/demo/azurite.ts';
import { startAzurite } from '../../bot/demo/azurite.ts';
import { measureCpu, measureThroughput } from './processes/against-echo.ts';
import { besideBefore } from './beside-before.ts';
import { parseArgs } from 'node:util';
import { measureEvidence, measureEvidenceOnAzurite } from './evidence.ts';
import { measureEntitiesRead } from './entities-read.ts';
import { reportTo, type Report, type Scale } from './report.ts';
import { measureManyDuties } from './many-duties.ts';
import { measureRaces } from './races.ts';
import { measureRoundTrips } from './round-trips.ts';
import { measureSlowStore } from './slow-store.ts';
import { measureStart } from './start.ts';
import { measureReminders } from './virtual/reminders.ts';
import { measureStorms } from './virtual/storms.ts';
import { measureTakeOver } from './virtual/take-over.ts';
import { measureWebhooks } from './virtual/webhooks.ts';

type Part = (report: Report, scale: Scale) => Promise<void>;

const lateAnswers =
  (measure: (report: Report, scale: Scale, azurite: Azurite) => Promise<void>): Part =>
  async (report, scale) => {
    const azurite = await startAzurite({ tablePort: 0, queuePort: 0, log: () => undefined });
    try {
      await measure(report, scale, azurite);
    } finally {
      await azurite.stop();
    }
  };

const parts: Readonly<Record<string, Part>> = {
  trips: measureRoundTrips,
  indexes: measureEntitiesRead,
  slow: measureSlowStore,
  storms: measureStorms,
  reminders: measureReminders,
  cpu: measureCpu,
  throughput: lateAnswers(measureThroughput),
  start: lateAnswers(measureStart),
  duties: lateAnswers(measureManyDuties),
  races: measureRaces,
  takeover: measureTakeOver,
  webhooks: measureWebhooks,
  evidence: measureEvidence,
  'evidence-azurite': lateAnswers(measureEvidenceOnAzurite),
  before: besideBefore(process.env['BENCH_BEFORE']),
};

/** Measures one part after the other, all of them unless some are named: nothing else may want the processor. */
async function run(scale: Scale, named: readonly string[]): Promise<void> {
  const unknown = named.filter((name) => !(name in parts));
  if (unknown.length > 0)
    throw new Error(`There is no ${unknown.join(', ')}: name ${Object.keys(parts).join(', ')}.`);
  if (!Number.isInteger(scale.races) || scale.races < 1)
    throw new Error('--races wants a whole number above 0.');
  const report = reportTo((line) => process.stdout.write(line), scale);
  for (const [name, measure] of Object.entries(parts))
    if (named.length === 0 || named.includes(name)) await measure(report, scale);
}

const { values, positionals } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    races: { type: 'string', default: '200' },
  },
  allowPositionals: true,
});

run({ quick: values.quick, races: Number(values.races) }, positionals).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
