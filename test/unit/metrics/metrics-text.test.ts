/** What Prometheus is told, in both of its forms, and promtool's own opinion of it. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { metricTable } from '../../../main/adapters/metrics/metric-table.ts';
import { metricsText } from '../../../main/adapters/metrics/metrics-text.ts';
import { printerStates } from '../../../main/contract/kiosk.ts';
import { troubles } from '../../../main/contract/status.ts';
import { updateFailures } from '../../../main/contract/updates.ts';
import { makeFailure, makeStatus, makeUpdates } from '../../fakes/make-kiosk-status.ts';

const promtoolPath = '/usr/bin/promtool';
const hasPromtool = existsSync(promtoolPath);
const shown = makeUpdates().shown;

async function linesOf(status = makeStatus(), openMetrics = true): Promise<string[]> {
  return (await metricsText(status, openMetrics)).body.split('\n');
}

describe('the measurements', () => {
  it('tell a kiosk at a glance, in base units', async () => {
    const lines = await linesOf();
    for (const line of [
      'kiosk_status_known 1',
      'kiosk_software_info{version="0.5.0"} 1',
      'kiosk_starts_total 12',
      'kiosk_memory_resident_bytes 123000000',
      'kiosk_catalogue_number 7',
      'kiosk_catalogue_age_seconds 18000',
      'kiosk_catalogue_publication_to_display_seconds 1800',
      'kiosk_update_trusted 1',
      'kiosk_printer_state{state="ready"} 1',
      'kiosk_printer_state{state="paper-out"} 0',
      'kiosk_paper_left_metres 41.3',
      'kiosk_reader_state{state="connected"} 1',
      'kiosk_slips_total{outcome="printed"} 44',
      'kiosk_slips_total{outcome="failed"} 1',
      'kiosk_searches_total 120',
      'kiosk_searches_without_result_total 3',
      'kiosk_update_failures_total{reason="unreachable"} 2',
      'kiosk_clock_sure 1',
    ]) {
      expect(lines).toContain(line);
    }
  });

  it('have every label from the start, so that a first failure is an increase', async () => {
    const lines = await linesOf(makeStatus({ troubles: ['catalogue-old'] }));
    const count = (beginning: string) => lines.filter((line) => line.startsWith(`${beginning}{`)).length;
    expect(count('kiosk_update_failures_total')).toBe(updateFailures.length);
    expect(count('kiosk_update_failing')).toBe(updateFailures.length);
    expect(count('kiosk_trouble')).toBe(troubles.length);
    expect(count('kiosk_printer_state')).toBe(printerStates.length);
    expect(lines).toContain('kiosk_trouble{trouble="catalogue-old"} 1');
    expect(lines).toContain('kiosk_trouble{trouble="printer-paper-out"} 0');
  });

  it('leave out what is not known, rather than say 0', async () => {
    const updates = makeUpdates({
      lastSuccessAtMs: null,
      lastCheck: null,
      failure: makeFailure('frozen'),
      shown: { ...shown, publishedAtMs: null, committedAtMs: null },
    });
    const text = (await linesOf(makeStatus({ updates, paperMetres: null }))).join('\n');
    for (const name of [
      'kiosk_paper_left_metres',
      'kiosk_update_last_success_timestamp_seconds',
      'kiosk_update_last_check_timestamp_seconds',
      'kiosk_catalogue_publication_to_display_seconds',
    ]) {
      expect(text).not.toContain(name);
    }
    expect(text).toContain('kiosk_update_failing{reason="frozen"} 1');
  });

  it('say nothing but that where the kiosk does not know how it is', async () => {
    expect((await metricsText(null, true)).body).toBe(
      '# HELP kiosk_status_known 1 where the kiosk could say how it is\n# TYPE kiosk_status_known gauge\nkiosk_status_known 0\n# EOF\n',
    );
  });

  it('never hold words of a citizen, an address or a detail for staff', async () => {
    const updates = makeUpdates({ failure: makeFailure('unreachable', { detail: 'https://secret.example.vn' }) });
    expect((await linesOf(makeStatus({ updates }))).join('\n')).not.toMatch(/secret|https?:/u);
  });

  it('end with # EOF in OpenMetrics and say which form they have', async () => {
    expect(await metricsText(makeStatus(), true)).toMatchObject({
      contentType: 'application/openmetrics-text; version=1.0.0; charset=utf-8',
      body: expect.stringMatching(/# TYPE kiosk_searches counter\n[^]*\n# EOF\n$/u),
    });
    expect((await metricsText(makeStatus(), false)).contentType).toContain('text/plain; version=0.0.4');
  });

  it('are named with the unit as the suffix', () => {
    for (const { name, type } of metricTable) {
      expect(name).toMatch(/^kiosk_[a-z_]+$/u);
      expect(name.endsWith('_total')).toBe(type === 'counter');
    }
    expect(new Set(metricTable.map(({ name }) => name)).size).toBe(metricTable.length);
  });

  it.skipIf(!hasPromtool)('please promtool (skipped where Debian has no prometheus package installed)', async () => {
    const { body } = await metricsText(makeStatus(), false);
    const output = execFileSync(promtoolPath, ['check', 'metrics'], { input: body, encoding: 'utf8' });
    expect(output).toBe('');
  });
});
