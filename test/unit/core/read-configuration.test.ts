import { describe, expect, it } from 'vitest';
import { KioskError } from '../../../main/contract/error.ts';
import { parseConfiguration, readConfiguration } from '../../../main/core/configuration/read-configuration.ts';

const office = { name: 'UBND Phường Mẫu' };

/** The message of the refusal. */
function refusalOf(configuration: unknown): string {
  try {
    parseConfiguration(JSON.stringify(configuration), 'site.json');
  } catch (error) {
    expect(error).toBeInstanceOf(KioskError);
    return error instanceof KioskError ? error.message : '';
  }
  throw new Error('the configuration was accepted');
}

describe('the site configuration', () => {
  it('needs no more than the name of the office', () => {
    const configuration = parseConfiguration(JSON.stringify({ office }), 'site.json');
    expect(configuration.catalogue.profile).toBe('ward');
    expect(configuration.languages).toEqual(['vi', 'en']);
    expect(configuration.timeouts).toEqual({ idleSeconds: 60, readingIdleSeconds: 120, countdownSeconds: 20 });
  });

  it('names a misspelt key and the one that was meant', () => {
    expect(refusalOf({ office, timeouts: { idelSeconds: 30 } })).toContain(
      'timeouts.idelSeconds: no such key; check its spelling. Did you mean "idleSeconds"?',
    );
    expect(refusalOf({ office, printr: {} })).toContain('Did you mean "printer"?');
  });

  it('says what was expected and what stands there', () => {
    const message = refusalOf({ office, timeouts: { idleSeconds: 'a minute' } });
    expect(message).toContain('timeouts.idleSeconds');
    expect(message).toContain('expected number');
    expect(message).toContain('found "a minute"');
  });

  it('says so when a needed key is missing', () => {
    expect(refusalOf({})).toMatch(/office: .*nothing stands there/);
  });

  it('names every wrong key at once', () => {
    const message = refusalOf({ office, printer: { paperWidthDots: 500 }, languages: ['fr'] });
    expect(message).toContain('printer.paperWidthDots');
    expect(message).toContain('languages.0');
  });

  it('refuses a link template without {code}', () => {
    expect(refusalOf({ office, catalogue: { portalLinkTemplate: 'https://example.org/' } })).toContain('{code}');
  });

  it('says what to do about a file that is not there, and about one that is not JSON', () => {
    expect(() => readConfiguration('/nowhere/site.json')).toThrow(/\/nowhere\/site\.json cannot be read/);
    expect(() => parseConfiguration('{ "office": ', 'site.json')).toThrow(/not valid JSON/);
  });
});
