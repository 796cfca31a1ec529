/** `kioskctl printer status|test|clear`: past any kiosk, with a kiosk that ended, and beside one that runs. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createPrintLedger } from '../../../main/core/journal/print-jobs.ts';
import { searchBuilder } from '../../../main/core/search/search-builder.ts';
import { startKiosk } from '../../../main/hosts/start-kiosk.ts';
import { startVirtualPrinter, type VirtualPrinter } from '../../../scripts/virtual-printer/start-virtual-printer.ts';
import { createRecordingLogger } from '../../fakes/recording-logger.ts';
import { build, entriesFolder } from '../catalogue/build-fixtures.ts';
import { temporaryFolder } from '../catalogue/temporary-folder.ts';
import { openTestJournal } from '../journal/journal-fixtures.ts';
import { run } from './run-in-process.ts';

vi.setConfig({ testTimeout: 60_000 });

async function startPrinter(): Promise<VirtualPrinter> {
  const printer = await startVirtualPrinter({ port: 0, outputFolder: null });
  onTestFinished(() => printer.close());
  return printer;
}

const epson = ['--profile', 'epson-tm-t82'];
const to = ({ port }: VirtualPrinter): string[] => ['--to', `tcp://127.0.0.1:${port}`, ...epson];

describe('past any kiosk', () => {
  it('says how the printer is', async () => {
    const printer = await startPrinter();
    printer.set({ paper: 'near-end' });
    const text = await run(['printer', 'status', ...to(printer)]);
    expect(text).toMatchObject({ exitCode: 0, errors: '' });
    expect(text.output).toMatch(
      /^Printer +tcp:.*\nProfile +epson-tm-t82\nState +is ready, since .*\n +the roll is near/u,
    );
    printer.set({ coverOpen: true });
    const json = await run(['printer', 'status', '--json', ...to(printer)]);
    expect(JSON.parse(json.output)).toMatchObject({ profile: 'epson-tm-t82', status: { state: 'cover-open' } });
  });

  it('prints the test page', async () => {
    const printer = await startPrinter();
    const done = await run(['printer', 'test', ...to(printer)]);
    expect(done).toEqual({ exitCode: 0, output: 'The test page was printed.\n', errors: '' });
    expect(printer.slipsCut).toBe(1);
  });

  it('clears, and says whether that was confirmed', async () => {
    const printer = await startPrinter();
    printer.set({ paper: 'out' });
    expect((await run(['printer', 'clear', ...to(printer)])).output).toBe('The printer confirmed that it is empty.\n');
    const other = await startVirtualPrinter({ port: 0, outputFolder: null, abilities: { clear: false } });
    onTestFinished(() => other.close());
    expect((await run(['printer', 'clear', '--json', ...to(other)])).output).toBe('{"outcome":"sent"}\n');
  });

  it.each(['test', 'clear'])('fails on a printer that is not there: %s', async (command) => {
    const done = await run(['printer', command, '--to', 'tcp://127.0.0.1:1']);
    expect(done).toMatchObject({ exitCode: 1, output: '', errors: expect.stringContaining('cannot be reached') });
  });

  it('tells a status of a printer that is not there', async () => {
    expect((await run(['printer', 'status', '--to', 'tcp://127.0.0.1:1'])).output).toContain(
      'cannot be reached, since',
    );
  });
});

function siteFile(printer: VirtualPrinter | null): string {
  const path = join(temporaryFolder(), 'site.json');
  const target = printer === null ? null : `tcp://127.0.0.1:${printer.port}`;
  const site = {
    office: { name: 'Phường Thử' },
    printer: { target, profile: 'epson-tm-t82' },
    reader: { target: null },
  };
  writeFileSync(path, JSON.stringify(site));
  return path;
}

describe('where no kiosk runs', () => {
  it('talks to the printer of the configuration, and empties it of what the kiosk left', async () => {
    const printer = await startPrinter();
    const dataFolder = temporaryFolder();
    const journal = openTestJournal(dataFolder);
    createPrintLedger(journal).setLeftovers(true);
    journal.close();
    const words = ['--config', siteFile(printer), '--data-dir', dataFolder];
    expect(await run(['printer', 'test', ...words])).toMatchObject({ exitCode: 0, errors: '' });
    const after = openTestJournal(dataFolder);
    expect(createPrintLedger(after).leftovers()).toBe(false);
    after.close();
  });

  it('says that the configuration names no printer', async () => {
    const done = await run(['printer', 'status', '--config', siteFile(null), '--data-dir', temporaryFolder()]);
    expect(done).toMatchObject({ exitCode: 1, errors: expect.stringContaining('names no printer') });
  });
});

describe.skipIf(process.platform === 'win32')('beside a running kiosk (not on Windows)', () => {
  it('asks the kiosk, which has the printer', async () => {
    const printer = await startPrinter();
    const dataFolder = temporaryFolder();
    const catalogueFolder = join(temporaryFolder(), 'catalogue');
    await build([entriesFolder], { search: searchBuilder, outputFolder: catalogueFolder });
    const configurationPath = siteFile(printer);
    const kiosk = await startKiosk({ configurationPath, catalogueFolder, dataFolder }, createRecordingLogger());
    onTestFinished(() => kiosk.close());
    expect(kiosk.startFailure).toBeNull();
    const words = ['--data-dir', dataFolder];
    const tested = await run(['printer', 'test', ...words]);
    expect(tested).toEqual({ exitCode: 0, output: 'The test page was printed.\n', errors: '' });
    const status = await run(['printer', 'status', ...words]);
    expect(status.output).toMatch(/State +is ready/u);
    expect(status.output).toMatch(/Paper +about 59\.\d of 60 m left; 1 slips on this roll, 1 ever/u);
    expect(status.output).toMatch(/\n1 +.* test-page +staff +printed\n/u);
    printer.set({ paper: 'out' });
    const interruption = new AbortController();
    const waited = await run(['printer', 'test', ...words], '', {
      onNotice: () => interruption.abort(),
      interrupted: interruption.signal,
    });
    expect(waited.errors).toContain('put in a new roll');
    expect(waited).toMatchObject({
      exitCode: 1,
      errors: expect.stringContaining('Nothing was printed: It was called off'),
    });
    expect((await run(['printer', 'clear', ...words])).output).toBe('The printer confirmed that it is empty.\n');
    expect(printer.slipsCut).toBe(1);
  });
});
