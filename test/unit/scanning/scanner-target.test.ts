import { describe, expect, it } from 'vitest';
import { parseScannerTarget } from '../../../main/adapters/scanning/scanner-target.ts';

const usual = { kind: 'serial', path: '/dev/ttyACM0', baudRate: 9600, parity: 'none', dataBits: 8, stopBits: 1 };

describe('the name of a reader', () => {
  it.each([
    ['serial:/dev/ttyACM0', usual],
    ['serial:/dev/ttyACM0?baud=115200', { ...usual, baudRate: 115_200 }],
    [
      'serial:/dev/ttyACM0?parity=even&baud=19200&data=7&stop=2',
      { ...usual, baudRate: 19_200, parity: 'even', dataBits: 7, stopBits: 2 },
    ],
    ['serial:COM3?parity=odd', { ...usual, path: 'COM3', parity: 'odd' }],
    ['virtual:', { kind: 'virtual', port: 9101 }],
    ['virtual:9102', { kind: 'virtual', port: 9102 }],
    ['virtual:/run/reader', { kind: 'virtual-path', path: '/run/reader' }],
  ])('is understood: %s', (text, target) => {
    expect(parseScannerTarget(text)).toEqual(target);
  });

  it.each([
    '',
    'usb',
    'keyboard',
    'serial:',
    'serial:/dev/x?',
    'virtual:0',
    'virtual:99999',
    'virtual:reader',
    'serial:/dev/x?baud=fast',
    'serial:/dev/x?parity=mark',
    'serial:/dev/x?data=9',
    'serial:/dev/x?stop=1.5',
    'serial:/dev/x?baud=9600&baud=19200',
    'serial:/dev/x?speed=9600',
    'serial:/dev/x y',
  ])('refuses %j and says what is understood', (text) => {
    expect(() => parseScannerTarget(text)).toThrow(/serial:\/dev\/ttyACM0/);
  });
});
