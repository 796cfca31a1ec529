import { describe, expect, it } from 'vitest';
import type { Push } from '../../../main/contract/envelope.ts';
import type { SlipRequest } from '../../../main/contract/methods.ts';
import { methods } from '../../../main/contract/methods.ts';
import { createPrinting, type Printing } from '../../../main/core/printing/create-printing.ts';
import { createSlipRasteriser } from '../../../main/core/printing/typesetting/create-slip-rasteriser.ts';
import { createFakePrinter, type FakePrinter } from '../../fakes/fake-printer.ts';
import { createManualSchedule } from '../../fakes/manual-schedule.ts';
import { createPlainTextPainter } from '../../fakes/plain-text-painter.ts';
import { birthRegistration, portalUrlOf, slipOffice } from '../../fakes/printing-procedures.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';

const request: SlipRequest = { kind: 'checklist', code: '1.001193', caseId: null, language: 'vi' };

function create(printer: FakePrinter | null): Printing & {
  pushes: Push[];
  advance(ms: number): void;
  print(): ReturnType<Printing['handlers']['printing.print']>;
} {
  const timer = createManualSchedule();
  const pushes: Push[] = [];
  const printing = createPrinting({
    transport: printer,
    rasteriser: createSlipRasteriser(createPlainTextPainter()),
    jobFrame: { head: Uint8Array.of(0x1b, 0x40), tail: Uint8Array.of(0x1d, 0x56, 0) },
    paperWidthDots: 576,
    maximumSlipMillimetres: 400,
    getProcedure: (code) => (code === birthRegistration.code ? birthRegistration : null),
    getLifeEvent: () => null,
    portalUrlOf,
    catalogueDate: () => '2026-07-01',
    office: slipOffice,
    places: {},
    clock: { nowMs: () => 1_000 },
    schedule: timer.schedule,
    logger: createRecordingLogger(),
    emit: (event, payload) => pushes.push({ event, payload }),
  });
  return {
    ...printing,
    pushes,
    advance: (ms) => timer.advance(ms),
    print: () => printing.handlers['printing.print'](request),
  };
}

/** Lets everything that waits for nothing but other promises come to rest. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('printing.print', () => {
  it('prints one slip, whole, and leaves no connection', async () => {
    const printer = createFakePrinter();
    await expect(create(printer).print()).resolves.toEqual({ outcome: 'printed' });
    expect(printer.received).toHaveLength(1);
    expect(Buffer.from(printer.received[0] ?? []).subarray(-3)).toEqual(Buffer.of(0x1d, 0x56, 0));
    expect(printer.openConnections).toBe(0);
  });

  it('prints on a printer that answers nothing', async () => {
    const printer = createFakePrinter();
    printer.replies = null;
    const printing = create(printer);
    const outcome = printing.print();
    await settle();
    printing.advance(500);
    await expect(outcome).resolves.toEqual({ outcome: 'printed' });
    expect(printing.handlers['printing.status']({})).toMatchObject({ state: 'unknown' });
  });

  it.each([
    ['paper-out', [0x1a, 0x32, 0x7e]],
    ['cover-open', [0x1a, 0x16, 0x12]],
    ['error', [0x1a, 0x52, 0x12]],
  ] as const)('sends nothing to a printer with %s and says so', async (reason, replies) => {
    const printer = createFakePrinter();
    printer.replies = replies;
    const printing = create(printer);
    await expect(printing.print()).resolves.toEqual({ outcome: 'failed', reason });
    expect(printer.received).toEqual([]);
    expect(printer.openConnections).toBe(0);
    expect(printing.pushes).toEqual([
      { event: 'printer.changed', payload: expect.objectContaining({ state: reason }) },
    ]);
  });

  it('fails where the printer is unplugged or none is there', async () => {
    const printer = createFakePrinter();
    printer.reachable = false;
    await expect(create(printer).print()).resolves.toEqual({ outcome: 'failed', reason: 'unreachable' });
    await expect(create(null).print()).resolves.toEqual({ outcome: 'failed', reason: 'no-printer' });
  });

  it('is unknown once a byte of the slip has left and failed before', async () => {
    const printer = createFakePrinter();
    printer.cutAfterBytes = 1;
    await expect(create(printer).print()).resolves.toEqual({ outcome: 'unknown' });
    printer.cutAfterBytes = 0;
    await expect(create(printer).print()).resolves.toEqual({ outcome: 'failed', reason: 'unreachable' });
    expect(printer.openConnections).toBe(0);
  });

  it('answers busy to a second press and prints again afterwards', async () => {
    const printer = createFakePrinter();
    const gate = Promise.withResolvers<void>();
    printer.gate = gate.promise;
    const printing = create(printer);
    const first = printing.print();
    await settle();
    await expect(printing.print()).resolves.toEqual({ outcome: 'failed', reason: 'busy' });
    gate.resolve();
    await expect(first).resolves.toEqual({ outcome: 'printed' });
    await expect(printing.print()).resolves.toEqual({ outcome: 'printed' });
    expect(printer.received).toHaveLength(2);
  });

  it.each<SlipRequest>([
    { kind: 'checklist', code: '1.999999', caseId: null, language: 'vi' },
    { kind: 'checklist', code: '1.001193', caseId: 'g9', language: 'vi' },
    { kind: 'life-event', id: 'none', codes: [], language: 'vi' },
  ])('refuses $code$id, which the catalogue does not hold, and prints on', async (wrong) => {
    const printing = create(createFakePrinter());
    await expect(printing.handlers['printing.print'](wrong)).rejects.toMatchObject({ code: 'not-found' });
    await expect(printing.print()).resolves.toEqual({ outcome: 'printed' });
  });
});

describe('printing.preview', () => {
  it('answers as the contract says, without touching the printer', async () => {
    const printer = createFakePrinter();
    const preview = await create(printer).handlers['printing.preview'](request);
    expect(methods['printing.preview'].result.parse(preview)).toMatchObject({ widthDots: 576 });
    expect(Buffer.from(preview.pngBase64, 'base64').subarray(1, 4).toString()).toBe('PNG');
    expect(preview.spokenText).toContain('Đăng ký khai sinh');
    expect(printer.received).toEqual([]);
  });
});

describe('printing.status', () => {
  it('asks while idle and tells each change once', async () => {
    const printer = createFakePrinter();
    const printing = create(printer);
    expect(printing.handlers['printing.status']({})).toEqual({ state: 'unknown', paperNearEnd: false, sinceMs: 1_000 });
    printing.start();
    printing.advance(0);
    await settle();
    printing.advance(10_000);
    await settle();
    printer.replies = [0x12, 0x12, 0x1e];
    printing.advance(10_000);
    await settle();
    printer.reachable = false;
    printing.advance(10_000);
    await settle();
    expect(printing.pushes.map(({ payload }) => payload)).toEqual([
      { state: 'ready', paperNearEnd: false, sinceMs: 1_000 },
      { state: 'ready', paperNearEnd: true, sinceMs: 1_000 },
      { state: 'unreachable', paperNearEnd: false, sinceMs: 1_000 },
    ]);
    expect(printer.openConnections).toBe(0);
  });

  it('does not ask while a slip is printed, nor after the end', async () => {
    const printer = createFakePrinter();
    const gate = Promise.withResolvers<void>();
    printer.gate = gate.promise;
    const printing = create(printer);
    const outcome = printing.print();
    await settle();
    printing.advance(60_000);
    await settle();
    expect(printer.openConnections).toBe(1);
    gate.resolve();
    await outcome;
    await printing.close();
    printing.advance(60_000);
    await settle();
    expect(printer.openConnections).toBe(0);
    await expect(printing.print()).resolves.toEqual({ outcome: 'failed', reason: 'busy' });
  });

  it('is none where there is no printer', () => {
    expect(create(null).handlers['printing.status']({})).toMatchObject({ state: 'none' });
  });
});
