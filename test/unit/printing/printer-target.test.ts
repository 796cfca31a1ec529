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
    ['usb:/dev/usb/lp0', { kind: 'usb', path: '/dev/usb/lp0' }],
    ['usb:/dev/kiosk-printer', { kind: 'usb', path: '/dev/kiosk-printer' }],
    ['serial:/dev/ttyS0', { kind: 'serial', path: '/dev/ttyS0', baudRate: 19_200, flow: 'none' }],
    ['serial:/dev/ttyUSB1?baud=9600', { kind: 'serial', path: '/dev/ttyUSB1', baudRate: 9600, flow: 'none' }],
    [
      'serial:/dev/ttyS0?flow=rtscts&baud=115200',
      { kind: 'serial', path: '/dev/ttyS0', baudRate: 115_200, flow: 'rtscts' },
    ],
    ['serial:COM3?flow=xonxoff', { kind: 'serial', path: 'COM3', baudRate: 19_200, flow: 'xonxoff' }],
    ['file:slips/a b.bin', { kind: 'file', path: 'slips/a b.bin' }],
  ])('reads %s', (text, target) => {
    expect(parsePrinterTarget(text)).toEqual(target);
  });

  it.each([
    ['lp0', 'tcp://host:port, usb:/dev/usb/lp0, serial:/dev/ttyS0, virtual:[port] or file:path'],
    ['lpt:1', 'tcp://host:port, usb:/dev/usb/lp0, serial:/dev/ttyS0, virtual:[port] or file:path'],
    ['usb:', 'the full path of a device, e.g. usb:/dev/usb/lp0'],
    ['usb:lp0', 'the full path of a device'],
    ['usb:/dev/usb/lp0?baud=9600', 'the full path of a device'],
    ['serial:', 'the full path of a device'],
    ['serial:ttyS0', 'the full path of a device'],
    ['serial:/dev/ttyS0?baud=9601', 'baud to be one of 1200, 2400, 4800, 9600'],
    ['serial:/dev/ttyS0?baud=', 'baud to be one of'],
    ['serial:/dev/ttyS0?flow=dtr', 'flow to be one of rtscts, xonxoff, none'],
    ['serial:/dev/ttyS0?', 'baud=… and flow=…, each once'],
    ['serial:/dev/ttyS0?parity=even', 'baud=… and flow=…, each once'],
    ['serial:/dev/ttyS0?baud=9600&baud=19200', 'baud=… and flow=…, each once'],
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
          fc.string().map((rest) => `serial:/dev/ttyS0?${rest}`),
        ),
        (text) => {
          try {
            expect(['tcp', 'virtual', 'usb', 'serial', 'file']).toContain(parsePrinterTarget(text).kind);
          } catch (error) {
            expect(error).toBeInstanceOf(KioskError);
          }
        },
      ),
    );
  });
});
