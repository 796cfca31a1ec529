/** A status as Prometheus reads it. Made anew at each scrape, so that no figure is kept in two places. */
import { Counter, Gauge, Registry, type RegistryContentType } from 'prom-client';
import type { KioskStatus } from '../../contract/status.ts';
import { type Metric, metricTable } from './metric-table.ts';

export interface MetricsText {
  readonly contentType: string;
  readonly body: string;
}

/** Told with every answer: 0 where the kiosk could not say how it is; everything else is missing then. */
export const knownMetric = {
  name: 'kiosk_status_known',
  help: '1 where the kiosk could say how it is',
} as const;

/**
 * `openMetrics` chooses between OpenMetrics 1.0 and Prometheus' own text form 0.0.4. A null status gives `kiosk_status_known 0`
 * alone.
 */
export async function metricsText(status: KioskStatus | null, openMetrics: boolean): Promise<MetricsText> {
  const registry = new Registry<RegistryContentType>();
  registry.setContentType(openMetrics ? Registry.OPENMETRICS_CONTENT_TYPE : Registry.PROMETHEUS_CONTENT_TYPE);
  new Gauge({ ...knownMetric, registers: [registry] }).set(Number(status !== null));
  if (status !== null) {
    for (const metric of metricTable) {
      add(metric, status, registry);
    }
  }
  return { contentType: registry.contentType, body: await registry.metrics() };
}

function add({ name, help, type, read }: Metric, status: KioskStatus, registry: Registry<RegistryContentType>): void {
  const samples = read(status);
  // What is not known has no line at all, not even a heading.
  if (samples.every(({ value }) => value === null)) {
    return;
  }
  const labelNames = Object.keys(samples[0]?.labels ?? {});
  const options = { name, help, labelNames, registers: [registry] };
  const metric = type === 'gauge' ? new Gauge(options) : new Counter(options);
  for (const { labels = {}, value } of samples) {
    if (value !== null) {
      metric.inc(labels, value);
    }
  }
}
