import { metrics as openTelemetry } from '@opentelemetry/api';

const exportEverySeconds = 60;

/**
 * Sends the figures to an OpenTelemetry collector (OTLP over HTTP); where none is named, nothing leaves.
 * Returns what ends it, the last figures included.
 */
export async function startExport(endpoint: string | undefined): Promise<() => Promise<void>> {
  if (endpoint === undefined) return () => Promise.resolve();
  // Loaded only here: without a collector they would cost memory for nothing.
  const [{ OTLPMetricExporter }, { MeterProvider, PeriodicExportingMetricReader }] =
    await Promise.all([
      import('@opentelemetry/exporter-metrics-otlp-http'),
      import('@opentelemetry/sdk-metrics'),
    ]);
  const reader = new PeriodicExportingMetricReader({
    exporter: new OTLPMetricExporter({ url: new URL('v1/metrics', withSlash(endpoint)).href }),
    exportIntervalMillis: exportEverySeconds * 1000,
  });
  const provider = new MeterProvider({ readers: [reader] });
  openTelemetry.setGlobalMeterProvider(provider);
  return () => provider.shutdown();
}

/** The specification puts the signal's path behind the endpoint, whether that ends in a slash or not. */
const withSlash = (endpoint: string): string =>
  endpoint.endsWith('/') ? endpoint : `${endpoint}/`;
