import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { metrics as openTelemetry } from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { after, before, describe, it } from 'mocha';
import { createMetrics } from '../../bot/observability/metrics.ts';
import { startExport } from '../../bot/observability/metrics-export.ts';
import { annaInTeams } from '../support/teams/cast.ts';
import { startApp } from '../support/app.ts';
import { listenOnLoopback } from '../support/teams/keys.ts';
import * as stage from '../support/stage.ts';

describe('the figures for whoever operates the bot', () => {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 });
  const provider = new MeterProvider({ readers: [reader] });
  before(() => void openTelemetry.setGlobalMeterProvider(provider));
  after(async () => {
    openTelemetry.disable();
    await provider.shutdown();
  });

  /** Every figure that was exported last, by name: the sums of its points. */
  async function figures(): Promise<ReadonlyMap<string, readonly unknown[]>> {
    await provider.forceFlush();
    const last = exporter.getMetrics().at(-1);
    const metrics = (last?.scopeMetrics ?? []).flatMap((scope) => scope.metrics);
    return new Map(
      metrics.map(({ descriptor, dataPoints }) => [
        descriptor.name,
        dataPoints.map(({ value, attributes }) => [attributes, value]),
      ]),
    );
  }

  it('count what was sent, how late effects were, how much is open and what was given up', async () => {
    const app = await startApp();
    await stage.install(app, annaInTeams);
    await stage.openDuty(app, 'verify-change');
    await app.idle();

    const found = await figures();
    await app.stop();

    assert.deepEqual(found.get('duty.sends'), [[{ what: 'card', outcome: 'sent' }, 1]]);
    assert.ok((found.get('duty.effect.lateness') ?? []).length > 0);
    assert.ok((found.get('duty.turn.duration') ?? []).length > 0);
    assert.deepEqual(found.get('duty.poison'), [[{}, 0]]);
    assert.deepEqual(found.get('duty.queue.age'), [[{}, 0]]);
    assert.deepEqual(found.get('duty.open'), [[{}, 1]]);
  });
});

describe('the export of figures', () => {
  it('posts them to the collector that the settings name, and nowhere without one', async () => {
    const paths: string[] = [];
    const server = createServer((request, response) => {
      paths.push(request.url ?? '');
      request.resume();
      response.setHeader('content-type', 'application/json').end('{}');
    });
    const { origin, close } = await listenOnLoopback(server);

    await (
      await startExport(undefined)
    )();
    const end = await startExport(`${origin}/otlp`);
    createMetrics(() =>
      Promise.resolve({ queued: 0, queueAge: 0, deadLetters: 0, open: 0 }),
    ).turned(1);
    await end();
    openTelemetry.disable();
    await close();

    assert.deepEqual(paths, ['/otlp/v1/metrics']);
  });
});
