import { describe, expect, it } from 'vitest';
import { KioskError } from '../../../main/contract/error.ts';
import { parseConfiguration, readConfiguration } from '../../../main/core/configuration/read-configuration.ts';
import { printerProfiles } from '../../../main/core/printer-profile.ts';

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
    const message = refusalOf({ office, printer: { rollMetres: 0 }, languages: ['fr'] });
    expect(message).toContain('printer.rollMetres');
    expect(message).toContain('languages.0');
  });

  it('takes a printer profile by name or written out', () => {
    const profile = { ...printerProfiles['generic-58'], stripRows: 64 };
    for (const value of ['epson-tm-t88', profile]) {
      const { printer } = parseConfiguration(JSON.stringify({ office, printer: { profile: value } }), 'site.json');
      expect(printer.profile).toEqual(value);
    }
  });

  it('says what is wrong inside a printer profile that was written out', () => {
    const { stripRows, ...incomplete } = { ...printerProfiles['generic-58'], fence: 'gs-x', widthDot: 384 };
    const message = refusalOf({ office, printer: { profile: { ...incomplete, widthDots: stripRows + 300 } } });
    expect(message).toContain('printer.profile.widthDots: Invalid number: must be a multiple of 8; found 428.');
    expect(message).toMatch(/printer\.profile\.fence: .*"gs-h"\|"gs-r"\|"none"; found "gs-x"\./u);
    expect(message).toMatch(/printer\.profile\.stripRows: .*nothing stands there\./u);
    expect(message).toContain('printer.profile.widthDot: no such key; check its spelling. Did you mean "widthDots"?');
    expect(message).not.toContain('generic-80');
  });

  it('names every profile there is where none of that name exists', () => {
    const message = refusalOf({ office, printer: { profile: 'generic-81' } });
    expect(message).toMatch(/printer\.profile: .*"generic-80"\|.*, or: .*expected object.*; found "generic-81"\./u);
  });

  it('names a misspelt key inside a list', () => {
    const service = { id: 'a', name: { vi: 'A', en: 'A' }, prefix: 'A', prefx: 'B' };
    expect(refusalOf({ office, queue: { services: [service] } })).toContain(
      'queue.services.0.prefx: no such key; check its spelling. Did you mean "prefix"?',
    );
  });

  it('refuses a link template without {code}', () => {
    expect(refusalOf({ office, catalogue: { portalLinkTemplate: 'https://example.org/' } })).toContain('{code}');
  });

  const service = { id: 'sao-y', name: { vi: 'Sao y', en: 'Copies' }, prefix: 'S', procedures: ['2.000815'] };
  const hours = { days: [1, 2], from: '07:30', to: '11:30' };
  it.each([
    [
      'one procedure in two services',
      { services: [service, { ...service, id: 'khac', prefix: 'K' }] },
      /services\.1\.procedures\.0: is used twice/,
    ],
    [
      'one prefix for two services',
      { services: [service, { ...service, id: 'khac', procedures: [] }] },
      /services\.1\.prefix: is used twice/,
    ],
    [
      'one id for two services',
      { services: [service, { ...service, prefix: 'K', procedures: [] }] },
      /services\.1\.id: is used twice/,
    ],
    ['a day named twice', { hours: [{ ...hours, days: [1, 2, 1] }] }, /hours\.0\.days: names a day twice/],
    ['a day that no week has', { hours: [{ ...hours, days: [8] }] }, /hours\.0\.days\.0/],
    ['hours that end before they begin', { hours: [{ ...hours, to: '07:30' }] }, /hours\.0: must end after it begins/],
    ['a time of day that is none', { hours: [{ ...hours, to: '24:00' }] }, /hours\.0\.to: must be a time/],
    [
      'a kind of priority named twice',
      {
        priorityKinds: [
          { id: 'aged', title: service.name },
          { id: 'aged', title: service.name },
        ],
      },
      /priorityKinds\.1\.id: is used twice/,
    ],
    ['a prefix in small letters', { services: [{ ...service, prefix: 's' }] }, /services\.0\.prefix/],
  ])('refuses in the queue %s', (_what, queue, words) => {
    expect(refusalOf({ office, queue })).toMatch(words);
  });

  it.each([
    ['a date that is none', { closedDates: ['2026-02-30'] }, /closedDates\.0: must be a day/],
    ['a cut-off that is none', { cutOff: '4 pm' }, /cutOff: must be a time/],
    [
      'a day both closed and worked',
      { closedDates: ['2026-12-24'], workedDates: ['2026-12-26', '2026-12-24'] },
      /workedDates\.1: is among the closed dates/,
    ],
  ])('refuses in the calendar %s', (_what, calendar, words) => {
    expect(refusalOf({ office, calendar })).toMatch(words);
  });

  it('no longer knows closed dates of the queue', () => {
    expect(refusalOf({ office, queue: { closedDates: ['2027-01-01'] } })).toMatch(/queue/);
  });

  it('takes a field in two services, and hours that overlap', () => {
    const services = ['A', 'B'].map((prefix) => ({
      ...service,
      id: prefix.toLowerCase(),
      prefix,
      procedures: [],
      fields: ['Hộ tịch'],
    }));
    const queue = { services, hours: [hours, { ...hours, from: '09:00', to: '12:00' }] };
    expect(parseConfiguration(JSON.stringify({ office, queue }), 'site.json').queue).toMatchObject({
      mostTicketsAVisit: 2,
      services: [{ counter: null, hours: null }, { prefix: 'B' }],
    });
  });

  it('says what to do about a file that is not there, and about one that is not JSON', () => {
    expect(() => readConfiguration('/nowhere/site.json')).toThrow(/\/nowhere\/site\.json cannot be read/);
    expect(() => parseConfiguration('{ "office": ', 'site.json')).toThrow(/not valid JSON/);
  });
});
