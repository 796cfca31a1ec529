/**
 * The checks behind `npm run check` and `npm test`, one after the other: format, types, lint, dead code, unit and
 * contract tests; with `--browser` the browser tests too. Stops at nothing: every step runs, then the table says which failed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

interface Step {
  readonly name: string;
  /** Commands of node_modules/.bin with their arguments, run in turn. */
  readonly commands: readonly (readonly string[])[];
}

/** One tsconfig a layer: DOM use in the core does not compile. */
const layers = [
  'main/contract',
  'main/core',
  'main/adapters',
  'main/cli',
  'main/hosts',
  'main/hosts/browser',
  'main/hosts/electron',
  'preload',
  'renderer',
  'scripts',
  'test',
];

const steps: readonly Step[] = [
  { name: 'format', commands: [['biome', 'check', '--error-on-warnings', '.']] },
  { name: 'types', commands: layers.filter((layer) => existsSync(layer)).map((layer) => ['tsc', '-p', layer]) },
  { name: 'lint', commands: [['oxlint', '--type-aware', '--deny-warnings', '.']] },
  { name: 'dead code', commands: [['knip']] },
  { name: 'unit and contract tests', commands: [['vitest', 'run', '--config', 'scripts/config/vitest.config.ts']] },
];

const browserSteps: readonly Step[] = [
  {
    name: 'browser tests',
    commands: [['playwright', 'test', '--pass-with-no-tests', '--config', 'scripts/config/playwright.config.ts']],
  },
];

const { values } = parseArgs({ options: { browser: { type: 'boolean', default: false } } });
const outcomes = [...steps, ...(values.browser ? browserSteps : [])].map(runStep);
for (const outcome of outcomes) {
  process.stderr.write(`${outcome.passed ? 'passed' : 'FAILED'}  ${outcome.name} (${outcome.seconds.toFixed(1)} s)\n`);
}
const failed = outcomes.filter((outcome) => !outcome.passed).length;
process.stdout.write(`checks: ${outcomes.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

function runStep(step: Step): { name: string; passed: boolean; seconds: number } {
  process.stderr.write(`\n── ${step.name}\n`);
  const started = performance.now();
  const passed = step.commands.map(([command = '', ...args]) => succeeds(command, args)).every(Boolean);
  return { name: step.name, passed, seconds: (performance.now() - started) / 1000 };
}

function succeeds(command: string, args: readonly string[]): boolean {
  const run = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (run.error !== undefined) {
    process.stderr.write(`${command} could not be started: ${run.error.message}\n`);
  }
  return run.status === 0;
}
