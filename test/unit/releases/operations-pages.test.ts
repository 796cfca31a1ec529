/** What manuals quote is what is tested: a manual with nginx's configuration in it has the very file. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pushLimits } from '../../../main/core/releases/bundle-stream.ts';
import { nginxConfigurationPath } from '../../fixtures/releases/start-nginx.ts';

const docs = resolve(import.meta.dirname, '../../../docs');
const pages = [docs, join(docs, 'operations')].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);

/** Fenced blocks that are an nginx server. */
function nginxBlocks(page: string): string[] {
  return [...readFileSync(page, 'utf8').matchAll(/^```[a-z]*\n(.*?)^```$/gmsu)]
    .map(([, block = '']) => block)
    .filter((block) => /^server \{/mu.test(block));
}

describe('the manuals', () => {
  it.each(pages)('quote nginx’s configuration as it is tested: %s', (page) => {
    for (const block of nginxBlocks(page)) {
      expect(block).toBe(readFileSync(nginxConfigurationPath, 'utf8'));
    }
  });

  it('tell the limits of a push as they are', () => {
    const text = readFileSync(join(docs, 'push.md'), 'utf8').replaceAll(/\s+/gu, ' ');
    const { mostFiles, mostFileBytes, mostBytes } = pushLimits;
    expect(text).toContain(`${mostFiles} files, ${mostFileBytes / 1e6} MB each, ${mostBytes / 1e6} MB together`);
  });
});
