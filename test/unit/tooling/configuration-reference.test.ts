import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../../main/core/configuration/read-configuration.ts';
import { configurationReference } from '../../../scripts/write-configuration-reference.ts';

describe('the manual of the configuration', () => {
  it('says what the parser says (npm run docs:configuration writes it anew)', () => {
    expect(readFileSync('docs/configuration.md', 'utf8')).toBe(configurationReference());
  });

  it('describes every key', () => {
    expect(configurationReference()).not.toContain('|  |');
  });
});

describe('the configuration that comes with the kiosk', () => {
  it('is valid', () => {
    expect(readConfiguration('data/site.json').office.name).toContain('phường Mẫu');
  });
});
