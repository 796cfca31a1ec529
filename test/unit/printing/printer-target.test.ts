import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KioskError } from '../../../main/contract/error.ts';
import { parsePrinterTarget } from '../../../main/core/printing/device/printer-target.ts';

describe('parsePrinterTarget', () => {
  it.each([
    ['tcp://192.168.1.20:9101', { kind: 'tcp', host: '192.168.1.20', port: 9101 }],
    ['tcp://printer.local', { kind: 'tcp', host: 'printer.local', port: 9100 }],
    ['tcp://[fe80::1]:9100', { kind: 'tcp', host: 'fe80::1', port: 9100 }],
    ['virtual:', { kind: 'virtual', port: 9100 }],
    ['virtual:9200', { kind: 'virtual', port: 9200 }],
    ['file:slips/a b.bin', { kind: 'file', path: 'slips/a b.bin' }],
  ])('reads %s', (text, target) => {
    expect(parsePrinterTarget(text)).toEqual(target);
  });

  it.each([
    ['lp0', 'tcp://host:port, virtual:[port] or file:path'],
    ['usb:/dev/usb/lp0', 'tcp://host:port, virtual:[port] or file:path'],
    ['tcp:9100', 'tcp://host:port'],
    ['tcp://', 'tcp://host:port'],
    ['tcp://a/b:1', 'tcp://host:port'],
    ['tcp://a:99999', 'a port between 1 and 65535'],
    ['virtual:x', 'a port between 1 and 65535'],
    ['file:', 'a path after "file:"'],
  ])('says what is expected instead of %s', (text, expected) => {
    expect(() => parsePrinterTarget(text)).toThrow(expected);
  });

  it('either reads a text or refuses it by name', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((rest) => `tcp://${rest}`),
        ),
        (text) => {
          try {
            expect(['tcp', 'virtual', 'file']).toContain(parsePrinterTarget(text).kind);
          } catch (error) {
            expect(error).toBeInstanceOf(KioskError);
          }
        },
      ),
    );
  });
});
