/**
 * A kiosk's printing alone, in a process of its own so that its memory is its own: `node --expose-gc print-many.ts
 * <catalogue> <port> <slips>` prints so many checklists one after the other and says how long each took.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildJobFrame } from '../../main/adapters/printing/build-job-frame.ts';
import { createCanvasTextPainter } from '../../main/adapters/printing/create-canvas-text-painter.ts';
import { createPrinterTransport } from '../../main/adapters/printing/create-printer-transport.ts';
import { type PrintJob, printJobSchema } from '../../main/contract/printing.ts';
import { openCatalogue } from '../../main/core/catalogue/open-catalogue.ts';
import { openJournal } from '../../main/core/journal/open-journal.ts';
import { createPrintLedger } from '../../main/core/journal/print-jobs.ts';
import type { PrinterTransport } from '../../main/core/ports.ts';
import { printerProfiles } from '../../main/core/printer-profile.ts';
import { createPrinting } from '../../main/core/printing/create-printing.ts';
import { createSlipRasteriser } from '../../main/core/printing/typesetting/create-slip-rasteriser.ts';

export interface ManySlips {
  /** From the press to the first byte of the job that the printer's socket took, and to the printer's word. */
  readonly firstByteMs: readonly number[];
  readonly printedMs: readonly number[];
  /** Megabytes after so many slips, rubbish collected. */
  readonly memory: readonly { readonly slips: number; readonly heap: number; readonly resident: number }[];
  /** Ends other than `printed`. */
  readonly others: number;
}

const [catalogueFolder = '', port = '', count = ''] = process.argv.slice(2);
const slips = Number(count);
const silentLogger = { info: () => undefined, warn: () => undefined, error: () => undefined };
const profile = printerProfiles['epson-tm-t82'];
const megabyte = 1024 * 1024;
/** Slips after which the memory is looked at. */
const looksAfter = new Set([100, 500, 1_000, 2_000]);

let onFirstByte: (() => void) | null = null;
let onEnd: ((job: PrintJob) => void) | null = null;

/** Tells when the first bytes that are no question have left. */
function watched(transport: PrinterTransport): PrinterTransport {
  return {
    ...transport,
    async open() {
      const connection = await transport.open();
      const write = connection.write.bind(connection);
      connection.write = async (bytes, limits) => {
        await write(bytes, limits);
        if (bytes[0] !== 0x10) {
          onFirstByte?.();
          onFirstByte = null;
        }
      };
      return connection;
    },
  };
}

const folder = mkdtempSync(join(tmpdir(), 'kiosk-bench-printing-'));
const catalogue = openCatalogue(catalogueFolder);
const clock = { nowMs: () => Date.now() };
const journal = openJournal(folder, { clock, logger: silentLogger });
const printing = createPrinting({
  transport: watched(createPrinterTransport({ kind: 'tcp', host: '127.0.0.1', port: Number(port) })),
  profile,
  profileName: 'epson-tm-t82',
  rasteriser: createSlipRasteriser(createCanvasTextPainter()),
  jobFrame: buildJobFrame(profile),
  maximumSlipMillimetres: 400,
  rollMetres: 60,
  ledger: createPrintLedger(journal),
  getProcedure: (code) => catalogue.procedure(code),
  getLifeEvent: (id) => catalogue.lifeEvent(id),
  getDossier: () => null,
  getAppointment: () => null,
  getTicket: () => null,
  portalUrlOf: (code) => `https://dichvucong.gov.vn/?ma_thu_tuc=${code}`,
  catalogueDate: () => catalogue.summary().dataDate,
  office: {
    name: 'Trung tâm Phục vụ hành chính công',
    parentName: null,
    helpDesk: 'Quầy hướng dẫn',
    address: null,
    hours: null,
  },
  places: {},
  clock,
  schedule: (delayMs, action) => {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  },
  logger: silentLogger,
  emit: (event, payload) => {
    if (event === 'printJob.changed') onEnd?.(printJobSchema.parse(payload));
  },
});

async function printOne(code: string): Promise<{ firstByteMs: number; printedMs: number; state: PrintJob['state'] }> {
  const first = Promise.withResolvers<number>();
  const ended = Promise.withResolvers<PrintJob>();
  onFirstByte = () => first.resolve(performance.now());
  onEnd = (job) => (['printed', 'failed', 'unknown'].includes(job.state) ? ended.resolve(job) : undefined);
  const pressedMs = performance.now();
  await printing.handlers['printing.print']({ kind: 'checklist', code, caseId: null, language: 'vi', large: false });
  const firstByteMs = (await first.promise) - pressedMs;
  const { state } = await ended.promise;
  return { firstByteMs, printedMs: performance.now() - pressedMs, state };
}

const codes = catalogue.rows({ kind: 'all' }, { offset: 0, limit: 60 }).rows.map((row) => row.code);
const firstByteMs: number[] = [];
const printedMs: number[] = [];
const memory: { slips: number; heap: number; resident: number }[] = [];
let others = 0;
printing.start();
for (let number = 1; number <= slips; number += 1) {
  const one = await printOne(codes[number % codes.length] ?? '');
  firstByteMs.push(one.firstByteMs);
  printedMs.push(one.printedMs);
  others += one.state === 'printed' ? 0 : 1;
  if (looksAfter.has(number)) {
    globalThis.gc?.();
    const { heapUsed, rss } = process.memoryUsage();
    memory.push({ slips: number, heap: heapUsed / megabyte, resident: rss / megabyte });
  }
}
await printing.close();
journal.close();
catalogue.close();
rmSync(folder, { recursive: true, force: true });
const answer: ManySlips = { firstByteMs, printedMs, memory, others };
process.stdout.write(JSON.stringify(answer));
