import { metrics as openTelemetry } from '@opentelemetry/api';

const exportEverySeconds = 60;

/**
 * Sends the figures to an OpenTelemetry collector where one is named in the environment, under the names that
 * OpenTelemetry gives its settings; otherwise nothing leaves. Returns what ends it, the last figures included.
 */
export async function startExport(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<() => Promise<void>> {
  const endpoint =
    environment['OTEL_EXPORTER_OTLP_METRICS_ENDPOINT'] ??
    environment['OTEL_EXPORTER_OTLP_ENDPOINT'];
  if (endpoint === undefined || endpoint.trim() === '') return () => Promise.resolve();
  // Loaded only here: without a collector they would cost memory for nothing.
  const [{ OTLPMetricExporter }, { MeterProvider, PeriodicExportingMetricReader }] =
    await Promise.all([
      import('@opentelemetry/exporter-metrics-otlp-http'),
      import('@opentelemetry/sdk-metrics'),
    ]);
  const reader = new PeriodicExportingMetricReader({
    exporter: new OTLPMetricExporter(),
    exportIntervalMillis: exportEverySeconds * 1000,
  });
  const provider = new MeterProvider({ readers: [reader] });
  openTelemetry.setGlobalMeterProvider(provider);
  return () => provider.shutdown();
}
