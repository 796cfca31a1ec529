import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { benchSearchHelp, parseBenchSearchOptions } from '../../../scripts/bench-search/options.ts';
import { findSharedData } from '../../../scripts/bench-search/shared-data.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';

describe('the options of bench:search', () => {
  it('have defaults', () => {
    expect(parseBenchSearchOptions([])).toEqual({
      kind: 'run',
      options: { profile: 'xa', unaccented: false, bundledAliases: true, json: false },
    });
  });

  it('are taken as given', () => {
    const words = ['--profile=all', '--unaccented', '--without-bundled-aliases', '--json'];
    expect(parseBenchSearchOptions(words)).toEqual({
      kind: 'run',
      options: { profile: 'all', unaccented: true, bundledAliases: false, json: true },
    });
  });

  it.each([['--profile=huyen'], ['--profile'], ['--fast'], ['xa'], ['--json=yes']])('refuse %s and say why', (word) => {
    const parsed = parseBenchSearchOptions([word]);
    expect(parsed.kind).toBe('refused');
  });

  it('end the process with 2 where they are bad, with 0 where help is asked', () => {
    const refused = run('--profile=huyen');
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('"huyen"');
    expect(refused.stdout).toBe('');
    const helped = run('--help');
    expect(helped.status).toBe(0);
    expect(helped.stdout).toBe(benchSearchHelp);
  });
});

describe('the data beside the project', () => {
  it('is missing where one of its files is', () => {
    expect(findSharedData(temporaryFolder())).toBeNull();
  });
});

function run(word: string) {
  return spawnSync(process.execPath, ['scripts/bench-search.ts', word], { encoding: 'utf8' });
}
