import { afterEach, describe, expect, it, vi } from 'vitest';
import { createScannerSource } from '../../../main/adapters/scanning/create-scanner-source.ts';
import { parseScannerTarget } from '../../../main/adapters/scanning/scanner-target.ts';
import { createScanning } from '../../../main/core/scanning/create-scanning.ts';
import { startVirtualScanner, type VirtualScanner } from '../../../scripts/virtual-scanner/virtual-scanner.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) {
    await cleanUp();
  }
});

async function virtualScanner(port: number): Promise<VirtualScanner> {
  const scanner = await startVirtualScanner({ port });
  cleanUps.push(() => scanner.close());
  return scanner;
}

function listenTo(target: string) {
  const emit = vi.fn();
  const logger = createRecordingLogger();
  const scanning = createScanning({
    source: createScannerSource(target),
    isKeyboard: false,
    target,
    clock: { nowMs: () => Date.now() },
    portalLinkTemplate: 'https://portal.example/{code}',
    emit,
    logger,
    schedule: (delayMs, action) => {
      const timer = setTimeout(action, delayMs);
      return () => clearTimeout(timer);
    },
  });
  cleanUps.push(() => scanning.close());
  const connections = (): string[] => logger.entries.map((entry) => entry.message);
  return { emit, logger, connections };
}

describe('the virtual reader', () => {
  it('brings a scan to the page and nothing of it to the log', async () => {
    const scanner = await virtualScanner(0);
    const { emit, logger, connections } = listenTo(`virtual:${scanner.port}`);
    await vi.waitFor(() => expect(connections()).toEqual(['The reader is connected']));
    scanner.scan('1.001193');
    await vi.waitFor(() => expect(emit).toHaveBeenCalledWith('scan.received', { kind: 'procedure', code: '1.001193' }));
    expect(JSON.stringify(logger.entries)).not.toContain('1.001193');
  });

  it('is a state while it is unplugged, and is found again', async () => {
    const first = await startVirtualScanner({ port: 0 });
    const { emit, connections } = listenTo(`virtual:${first.port}`);
    await vi.waitFor(() => expect(connections()).toHaveLength(1));
    await first.close();
    await vi.waitFor(() => expect(connections().at(-1)).toBe('The reader is not connected'));
    const second = await virtualScanner(first.port);
    await vi.waitFor(() => expect(connections().at(-1)).toBe('The reader is connected'), { timeout: 5000 });
    second.scan('nonsense');
    await vi.waitFor(() => expect(emit).toHaveBeenCalledWith('scan.received', { kind: 'unknown' }));
  });

  it('ends cleanly where no reader was ever there', async () => {
    const { connections } = listenTo('serial:/dev/no-such-reader');
    await vi.waitFor(() => expect(connections()).toEqual(['The reader is not connected']));
  });
});

describe('the name of a reader', () => {
  it('is a serial port with its speed, or the virtual reader', () => {
    expect(parseScannerTarget('serial:/dev/ttyACM0?baud=115200')).toEqual({
      kind: 'serial',
      path: '/dev/ttyACM0',
      baudRate: 115_200,
    });
    expect(parseScannerTarget('virtual:')).toEqual({ kind: 'virtual', port: 9101 });
  });

  it.each(['', 'usb', 'serial:', 'virtual:0', 'virtual:99999', 'serial:/dev/x?baud=fast'])(
    'refuses %j and says what is understood',
    (text) => {
      expect(() => parseScannerTarget(text)).toThrow(/serial:\/dev\/ttyACM0/);
    },
  );
});
