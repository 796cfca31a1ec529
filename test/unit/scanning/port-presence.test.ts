/** A port whose plug was pulled while nobody read it: only a write tells, and it does so at once and each second. */
import { closeSync, constants, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SerialPort } from 'serialport';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { isPresent, watchPresence } from '../../../main/adapters/serial/port-presence.ts';
import { hasSocat, plugIn } from '../../fixtures/printing/pseudo-terminal.ts';

/** What presence looks at of a port. */
function portAt(descriptor: number, isOpen = true): SerialPort {
  return { isOpen, port: { isOpen, fd: descriptor } } as unknown as SerialPort;
}

async function terminal() {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-presence-'));
  const { path, unplug } = await plugIn(join(folder, 'ttyACM0')).then((plugged) => ({
    path: plugged.path,
    unplug: () => plugged.unplug(),
  }));
  const descriptor = openSync(path, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY);
  onTestFinished(async () => {
    closeSync(descriptor);
    await unplug();
    rmSync(folder, { recursive: true, force: true });
  });
  return { descriptor, unplug };
}

describe.runIf(hasSocat)('a serial port (a pseudo terminal; needs socat)', () => {
  it('is present until its plug is pulled, though nobody reads it', async () => {
    const { descriptor, unplug } = await terminal();
    const port = portAt(descriptor);
    expect(isPresent(port)).toBe(true);
    await unplug();
    expect(isPresent(port)).toBe(false);
    expect(isPresent(portAt(descriptor, false))).toBe(false);
  });

  it('is looked after each second, until nobody wants to know any more', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const { descriptor, unplug } = await terminal();
    const gone: string[] = [];
    const stop = watchPresence(portAt(descriptor), (error) => gone.push(error.message));
    vi.advanceTimersByTime(3_000);
    await unplug();
    expect(gone).toEqual([]);
    vi.advanceTimersByTime(1_000);
    await vi.waitFor(() => expect(gone).toEqual([expect.stringContaining('EIO')]));
    stop();
    vi.advanceTimersByTime(5_000);
    expect(gone).toHaveLength(1);
  });
});
