import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askCondition, isStatusByte, readCondition } from '../../../main/core/printing/device/printer-condition.ts';
import { createFakePrinter } from '../../fakes/fake-printer.ts';
import { createManualSchedule } from '../../fakes/manual-schedule.ts';

describe('readCondition', () => {
  it.each([
    [[0x12, 0x12, 0x12], 'ready', false],
    [[0x12, 0x12, 0x1e], 'ready', true],
    [[0x1a, 0x16, 0x12], 'cover-open', false],
    [[0x1a, 0x32, 0x7e], 'paper-out', true],
    [[0x12, 0x12, 0x72], 'paper-out', false],
    [[0x1a, 0x52, 0x12], 'error', false],
    [[0x1a, 0x12, 0x12], 'error', false],
  ] as const)('reads %o as %s', (replies, state, paperNearEnd) => {
    expect(readCondition(replies)).toEqual({ state, paperNearEnd });
  });
});

describe('isStatusByte', () => {
  it('takes what has bits 1 and 4 set and 0 and 7 clear, and nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 255 }), (byte) => {
        const text = byte.toString(2).padStart(8, '0');
        expect(isStatusByte(byte)).toBe(text.startsWith('0') && text[3] === '1' && text.slice(6) === '10');
      }),
    );
  });
});

describe('askCondition', () => {
  it('is unknown where the printer does not answer within half a second', async () => {
    const printer = createFakePrinter();
    printer.replies = null;
    const timer = createManualSchedule();
    const asked = askCondition(await printer.open(), timer.schedule);
    await Promise.resolve();
    timer.advance(499);
    const early = await Promise.race([asked, Promise.resolve('still waiting')]);
    expect(early).toBe('still waiting');
    timer.advance(1);
    await expect(asked).resolves.toEqual({ state: 'unknown', paperNearEnd: false });
  });

  it('passes over bytes that are no status', async () => {
    const printer = createFakePrinter();
    printer.replies = [0x12, 0x10, 0x12];
    const timer = createManualSchedule();
    const asked = askCondition(await printer.open(), timer.schedule);
    await new Promise((resolve) => setImmediate(resolve));
    timer.advance(500);
    await expect(asked).resolves.toEqual({ state: 'unknown', paperNearEnd: false });
  });
});
