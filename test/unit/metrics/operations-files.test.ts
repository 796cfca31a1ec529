/** Alert rules, dashboard, Prometheus' configuration and the manual: each name in them is one the kiosk really tells, and the other way round. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { metricTable } from '../../../main/adapters/metrics/metric-table.ts';
import { knownMetric, metricsText } from '../../../main/adapters/metrics/metrics-text.ts';
import { troubles } from '../../../main/contract/status.ts';
import { updateFailures } from '../../../main/contract/updates.ts';
import { troubleLimits } from '../../../main/core/diagnostics/trouble-limits.ts';
import { makeStatus } from '../../fakes/make-kiosk-status.ts';

const folder = 'docs/operations';
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const promtoolPath = '/usr/bin/promtool';
const hasPromtool = existsSync(promtoolPath);
const promtool = (...words: string[]): string => execFileSync(promtoolPath, words, { encoding: 'utf8', cwd: folder });

const rulesSchema = z.object({
  groups: z.array(
    z.object({
      rules: z.array(
        z.object({
          alert: z.string(),
          expr: z.string(),
          labels: z.object({ severity: z.enum(['now', 'today', 'forgery']) }),
          annotations: z.object({ summary: z.string(), description: z.string() }),
        }),
      ),
    }),
  ),
});
const rules = rulesSchema.parse(parse(read('kiosk-alerts.yml'))).groups.flatMap((group) => group.rules);

const panelSchema = z.object({
  id: z.int().positive(),
  type: z.enum(['stat', 'table', 'timeseries']),
  title: z.string().min(1),
  datasource: z.object({ type: z.literal('prometheus'), uid: z.literal('${datasource}') }),
  gridPos: z.object({ x: z.int().min(0), y: z.int().min(0), w: z.int().min(1).max(24), h: z.int().min(1) }),
  targets: z.array(z.object({ refId: z.string(), expr: z.string(), datasource: z.object({ uid: z.string() }) })).min(1),
  fieldConfig: z.object({ defaults: z.object({}), overrides: z.array(z.object({})) }),
});
const dashboardSchema = z.object({
  title: z.string(),
  uid: z.string().max(40),
  id: z.null(),
  schemaVersion: z.int().min(36),
  templating: z.object({ list: z.array(z.object({ name: z.string(), type: z.string(), query: z.unknown() })) }),
  time: z.object({ from: z.string(), to: z.string() }),
  panels: z.array(panelSchema).min(1),
});
const dashboard = dashboardSchema.parse(JSON.parse(read('kiosk-dashboard.json')));
const expressions = dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));

const known = new Set([knownMetric.name, ...metricTable.map(({ name }) => name)]);
const namesIn = (text: string): string[] => [...text.matchAll(/\bkiosk_[a-z_]*[a-z]\b/gu)].map(([name]) => name);
const manual = readFileSync('docs/operations.md', 'utf8');

describe('names of metrics', () => {
  it('are the same at the endpoint and in the table it is made from', async () => {
    const { body } = await metricsText(makeStatus(), false);
    const told = [...body.matchAll(/^# TYPE (\S+)/gmu)].map(([, name]) => name);
    expect(new Set(told)).toEqual(known);
  });

  it.each([
    ['alert rules', rules.map(({ expr }) => expr).join('\n')],
    ['tests of the alert rules', read('kiosk-alerts.test.yml')],
    ['dashboard', expressions.join('\n')],
  ])('in the %s are told by the kiosk', (_what, text) => {
    const names = namesIn(text);
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  });

  it('stand in the manual, each once as a row of its table, and no other', () => {
    const rows = [...manual.matchAll(/^\| `(kiosk_[a-z_]+)/gmu)].map(([, name = '']) => name);
    expect(rows).toHaveLength(known.size);
    expect(new Set(rows)).toEqual(known);
    expect(namesIn(manual).filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('labels', () => {
  it('in rules and dashboard have values the kiosk knows', async () => {
    const { body } = await metricsText(makeStatus(), false);
    const told = new Set(
      [...body.matchAll(/(state|reason|trouble|outcome)="([^"]+)"/gu)].map(([, label, value]) => `${label}=${value}`),
    );
    const text = [...rules.map(({ expr }) => expr), ...expressions].join('\n');
    const used = [...text.matchAll(/\b(state|reason|trouble|outcome)(?:=|=~|!=|!~)"([^"$]+)"/gu)].flatMap(
      ([, label, values = '']) => values.split('|').map((value) => `${label}=${value}`),
    );
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter((pair) => !told.has(pair))).toEqual([]);
  });
});

describe('alert rules', () => {
  it('speak Vietnamese, name the kiosk and say what to do', () => {
    for (const { annotations } of rules) {
      expect(annotations.summary).toMatch(
        /^\{\{ \$labels\.kiosk \}\}: .*[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵấầậắằặếềệốồộớờợứừự]/u,
      );
      expect(annotations.description.length).toBeGreaterThan(20);
    }
  });

  it('stand in the manual, each, and so do reasons, troubles and limits', () => {
    for (const { alert } of rules) {
      expect(manual).toContain(`\`${alert}\``);
    }
    for (const name of [...updateFailures, ...troubles]) {
      expect(manual).toMatch(new RegExp(`^\\| \`${name}\` \\|`, 'mu'));
    }
    const hourMs = 3_600_000;
    expect(manual).toContain(`${troubleLimits.lowPaperMetres} m of paper`);
    expect(manual).toContain(`${troubleLimits.networkMs / hourMs} hours`);
    expect(manual).toContain(`${troubleLimits.successMs / (24 * hourMs)} days`);
    expect(manual).toContain(`${troubleLimits.publicationMs / (24 * hourMs)} days`);
  });

  it.each(rules.map(({ alert }) => alert))('%s is tested to speak and to be silent', (alert) => {
    const tests = z
      .object({
        tests: z.array(
          z.object({ alert_rule_test: z.array(z.object({ alertname: z.string(), exp_alerts: z.array(z.unknown()) })) }),
        ),
      })
      .parse(parse(read('kiosk-alerts.test.yml')))
      .tests.flatMap((test) => test.alert_rule_test)
      .filter(({ alertname }) => alertname === alert);
    expect(tests.some(({ exp_alerts }) => exp_alerts.length > 0)).toBe(true);
    expect(tests.some(({ exp_alerts }) => exp_alerts.length === 0)).toBe(true);
  });
});

describe.skipIf(!hasPromtool)('promtool (skipped where Debian has no prometheus package installed)', () => {
  it('takes the rules, without a remark', () => {
    expect(promtool('check', 'rules', '--lint=all', '--lint-fatal', 'kiosk-alerts.yml')).toContain(
      `SUCCESS: ${rules.length} rules found`,
    );
  });

  it('finds that each alert speaks and is silent as it should', () => {
    expect(promtool('test', 'rules', 'kiosk-alerts.test.yml')).toContain('SUCCESS');
  });

  it('takes the configuration', () => {
    expect(promtool('check', 'config', 'prometheus.yml')).toContain('is valid prometheus config');
  });

  it('can read every question of the dashboard', () => {
    const temporary = mkdtempSync(join(tmpdir(), 'kiosk-dashboard-'));
    onTestFinished(() => rmSync(temporary, { recursive: true, force: true }));
    const path = join(temporary, 'rules.yml');
    const recorded = expressions.map((expr, index) => ({ record: `dashboard:${index}`, expr }));
    writeFileSync(path, JSON.stringify({ groups: [{ name: 'dashboard', rules: recorded }] }));
    expect(promtool('check', 'rules', path)).toContain(`SUCCESS: ${expressions.length} rules found`);
  });
});

it("holds nginx's configuration as it is tested", () => {
  expect(manual).toContain(`\`\`\`nginx\n${read('nginx-releases.conf')}\`\`\`\n`);
});

describe('the dashboard', () => {
  it('has the variables it asks with, its panels side by side, and each id once', () => {
    const { panels, templating } = dashboard;
    const variables = new Set(templating.list.map(({ name }) => name));
    const used = [...JSON.stringify(dashboard).matchAll(/\$\{?([a-z]\w*)\}?/gu)].map(([, name]) => name);
    expect(used.filter((name) => name !== undefined && !variables.has(name))).toEqual([]);
    expect(templating.list.find(({ name }) => name === 'datasource')).toMatchObject({
      type: 'datasource',
      query: 'prometheus',
    });
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    for (const [index, { gridPos: a }] of panels.entries()) {
      expect(a.x + a.w).toBeLessThanOrEqual(24);
      for (const { gridPos: b } of panels.slice(index + 1)) {
        expect(a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y).toBe(true);
      }
    }
  });

  it('tells of each kiosk its version, its age, its paper, its printer; and of all how long publishing takes, what fails, what is not found', () => {
    const text = expressions.join('\n');
    const table = dashboard.panels.find(({ type }) => type === 'table');
    for (const name of [
      'kiosk_software_info',
      'kiosk_catalogue_number',
      'kiosk_catalogue_age_seconds',
      'kiosk_paper_left_metres',
      'kiosk_printer_state',
    ]) {
      expect(table?.targets.some(({ expr }) => expr.includes(name))).toBe(true);
    }
    for (const name of [
      'kiosk_catalogue_publication_to_display_seconds',
      'kiosk_update_failures_total',
      'kiosk_searches_without_result_total',
    ]) {
      expect(text).toContain(name);
    }
  });
});
