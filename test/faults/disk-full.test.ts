/** A disk that is really full: nobody is promised a slip, nothing is half written, and all goes on when there is room again. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPrinterTransport } from '../../main/adapters/printing/create-printer-transport.ts';
import { printerProfiles } from '../../main/core/printer-profile.ts';
import type { NewSlip } from '../../main/core/printing/spooler/create-spooler.ts';
import { behaveAs } from '../../scripts/virtual-printer/behave-as.ts';
import { openTestJournal } from '../unit/journal/journal-fixtures.ts';
import { likeness } from './compare-paper.ts';
import { createFaultWorld } from './fault-world.ts';
import { drawJob, layoutOf } from './job-pictures.ts';

/** A file system of two megabytes; null where this user may make none. */
function smallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-disk-'));
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder]).status === 0;
  if (!isMounted) {
    rmdirSync(folder);
  }
  return isMounted ? folder : null;
}

function unmount(folder: string): void {
  spawnSync('umount', ['-l', folder]);
  rmdirSync(folder);
}

const probe = smallDisk();
if (probe !== null) {
  unmount(probe);
}

const staffSlip: NewSlip = { kind: 'checklist', source: 'staff', layout: layoutOf('checklist') };

describe.skipIf(probe === null)('a full disk (needs the right to mount one)', () => {
  it('is told before a slip is promised, costs no slip, and is caught up with', async () => {
    const folder = smallDisk() ?? '';
    // The world closes the journal first.
    onTestFinished(() => unmount(folder));
    const fill = (): void => {
      // As much as goes in; the last of it does not.
      for (let index = 0, bytes = 1 << 20; bytes >= 512; index += 1) {
        try {
          writeFileSync(join(folder, `fill-${index}`), Buffer.alloc(bytes, 1));
        } catch {
          bytes >>= 1;
        }
      }
    };
    const makeRoom = (): void => {
      for (const name of readdirSync(folder).filter((found) => found.startsWith('fill-'))) {
        rmSync(join(folder, name));
      }
    };
    const profile = printerProfiles['epson-tm-t82'];
    const world = await createFaultWorld({
      profile,
      journal: openTestJournal(folder),
      printer: { ...behaveAs(profile), rowsPerSecond: 10_000 },
      transport: ({ port }) => createPrinterTransport({ kind: 'virtual', port }),
    });
    const rows = (): unknown[] => {
      const database = new Database(join(folder, 'journal.db'), { readonly: true });
      try {
        expect(database.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
        return database.prepare('SELECT number, state, reason FROM print_job ORDER BY number').raw().all();
      } finally {
        database.close();
      }
    };
    expect(await world.ended(world.print('next'))).toBe('printed');
    // It fills up while a slip is under way: its end is told, and written when there is room.
    const underWay = world.print('checklist');
    await world.time.until(() => world.outcome(underWay) === 'sending', 5_000);
    fill();
    // What still goes into the last page is promised and kept; then no more is.
    let promised = 0;
    while (promised < 50 && world.spooler.add([staffSlip]) !== 'no-room') {
      promised += 1;
    }
    const accepted = world.spooler.recent(100).length;
    expect(world.spooler.add([{ ...staffSlip, source: 'citizen' }])).toBe('no-room');
    expect(await world.ended(underWay)).toBe('printed');
    expect(rows().length).toBe(accepted);
    await world.time.pass(200_000);
    expect(rows()).toContainEqual([underWay, 'sending', null]);
    const whole = drawJob(layoutOf('checklist'), profile).image;
    const slips = world.paper.filter(({ image }) => likeness(image, whole) === 'whole').length;
    expect(slips).toBe(world.spooler.recent(100).filter(({ state }) => state === 'printed').length - 1);
    makeRoom();
    await world.time.pass(15_000);
    expect(rows()).toContainEqual([underWay, 'printed', null]);
    expect(await world.ended(world.print('next'))).toBe('printed');
    expect(rows().at(-1)).toEqual([expect.any(Number), 'printed', null]);
  });
});
